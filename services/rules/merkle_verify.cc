#include <bit>
#include <cstdint>

#include "absl/types/span.h"
#include "services/rules/merkle.h"

namespace waarborg::rules {
namespace {

// Where a verifier stands between leaf and root: the index of its node and of the last node on the same level
// (`fn` and `sn` in the RFC).
class Position final {
 public:
  Position(std::uint64_t node, std::uint64_t last) : node_(node), last_(last) {}

  [[nodiscard]] bool AtRoot() const { return last_ == 0; }
  [[nodiscard]] bool IsRightChild() const { return (node_ & 1) != 0; }
  [[nodiscard]] bool SiblingIsLeft() const { return IsRightChild() || node_ == last_; }

  void Up() {
    node_ >>= 1;
    last_ >>= 1;
  }
  // The last node of a level has no sibling there when it is a left child: rises to where it has one, on the
  // left.
  void UpToSibling() {
    while (!IsRightChild() && node_ != 0) Up();
  }
  void UpWhileRightChild() {
    while (IsRightChild()) Up();
  }

 private:
  std::uint64_t node_;
  std::uint64_t last_;
};

}  // namespace

bool VerifyInclusion(const Hash& leaf_hash, std::uint64_t index, const TreeHead& head,
                     absl::Span<const Hash> proof) {
  if (index >= head.size) return false;
  Position position(index, head.size - 1);
  Hash root = leaf_hash;
  for (const Hash& sibling : proof) {
    if (position.AtRoot()) return false;
    if (position.SiblingIsLeft()) {
      root = HashNode(sibling, root);
      position.UpToSibling();
    } else {
      root = HashNode(root, sibling);
    }
    position.Up();
  }
  return position.AtRoot() && root == head.root;
}

bool VerifyConsistency(const TreeHead& old_head, const TreeHead& new_head, absl::Span<const Hash> proof) {
  if (old_head.size > new_head.size) return false;
  if (old_head.size == new_head.size) return proof.empty() && old_head.root == new_head.root;
  if (old_head.size == 0) return proof.empty() && old_head.root == EmptyRoot();
  if (proof.empty()) return false;
  Position position(old_head.size - 1, new_head.size - 1);
  position.UpWhileRightChild();
  Hash old_root = old_head.root;
  if (!std::has_single_bit(old_head.size)) {
    old_root = proof.front();
    proof.remove_prefix(1);
  }
  Hash new_root = old_root;
  for (const Hash& sibling : proof) {
    if (position.AtRoot()) return false;
    if (position.SiblingIsLeft()) {
      old_root = HashNode(sibling, old_root);
      new_root = HashNode(sibling, new_root);
      position.UpToSibling();
    } else {
      new_root = HashNode(new_root, sibling);
    }
    position.Up();
  }
  return position.AtRoot() && old_root == old_head.root && new_root == new_head.root;
}

}  // namespace waarborg::rules
