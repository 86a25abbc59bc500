#ifndef WAARBORG_SERVICES_RULES_MERKLE_H_
#define WAARBORG_SERVICES_RULES_MERKLE_H_

// The Merkle tree of RFC 9162, section 2.1, with SHA-256: an append-only list of leaves whose root proves to
// an outsider that a leaf is in it (inclusion) and that nothing before was changed (consistency). Proofs have
// the RFC's form and no other.
//
// A complete node is named (level, index): level 0 are the leaf hashes, node (l, i) covers the leaves i*2^l
// up to, not including, (i+1)*2^l. A complete node never changes, so it may be stored and cached for ever.

#include <cstdint>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "services/rules/sha256.h"

namespace waarborg::rules {

[[nodiscard]] Hash HashLeaf(absl::string_view leaf);
[[nodiscard]] Hash HashNode(const Hash& left, const Hash& right);

// The root of a tree without leaves.
[[nodiscard]] Hash EmptyRoot();

struct TreeHead final {
  std::uint64_t size = 0;
  Hash root{};

  bool operator==(const TreeHead&) const = default;
};

// The right edge of a growing tree: all that is needed to append and to know the root. At most 64 hashes.
class Frontier final {
 public:
  using Emit = absl::FunctionRef<void(int level, std::uint64_t index, const Hash& hash)>;

  Frontier() = default;

  // The frontier whose size() and hashes() these are; DATA_LOSS when the number of hashes does not fit the
  // size.
  static absl::StatusOr<Frontier> Restore(std::uint64_t size, std::vector<Hash> hashes);

  // Adds a leaf and gives every node that this completes, the leaf first, then upwards.
  void Append(const Hash& leaf_hash, Emit emit);

  [[nodiscard]] Hash Root() const;
  [[nodiscard]] TreeHead Head() const { return {size_, Root()}; }
  [[nodiscard]] std::uint64_t size() const { return size_; }

  // The largest complete subtrees from left to right, one for each bit that is set in size().
  [[nodiscard]] const std::vector<Hash>& hashes() const { return hashes_; }

 private:
  std::uint64_t size_ = 0;
  std::vector<Hash> hashes_;
};

// Reads a complete node; only nodes within the tree are asked for. Its errors are passed on.
using ReadNode = absl::FunctionRef<absl::StatusOr<Hash>(int level, std::uint64_t index)>;
using Proof = std::vector<Hash>;

// The root of the first `size` leaves: of any earlier state of the tree.
absl::StatusOr<Hash> RootOf(std::uint64_t size, ReadNode read);

// RFC 9162, 2.1.3.1. INVALID_ARGUMENT unless index < size.
absl::StatusOr<Proof> InclusionProof(std::uint64_t index, std::uint64_t size, ReadNode read);

// RFC 9162, 2.1.4.1; the proof is empty from size 0 and between equal sizes. INVALID_ARGUMENT unless
// old_size <= new_size.
absl::StatusOr<Proof> ConsistencyProof(std::uint64_t old_size, std::uint64_t new_size, ReadNode read);

// RFC 9162, 2.1.3.2: whether the proof shows that the leaf stands at `index` of the tree. Size and root of a
// head belong together by its signature, which is for the caller to check; a root alone does not fix a size.
[[nodiscard]] bool VerifyInclusion(const Hash& leaf_hash, std::uint64_t index, const TreeHead& head,
                                   absl::Span<const Hash> proof);

// RFC 9162, 2.1.4.2: whether the proof shows that the new tree begins with all of the old one. The RFC leaves
// two cases open: equal sizes need equal roots, an empty old tree needs the root of the empty tree, and both
// an empty proof.
[[nodiscard]] bool VerifyConsistency(const TreeHead& old_head, const TreeHead& new_head,
                                     absl::Span<const Hash> proof);

}  // namespace waarborg::rules

#endif  // WAARBORG_SERVICES_RULES_MERKLE_H_
