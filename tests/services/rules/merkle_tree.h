#ifndef WAARBORG_TESTS_SERVICES_RULES_MERKLE_TREE_H_
#define WAARBORG_TESTS_SERVICES_RULES_MERKLE_TREE_H_

// Two trees for tests: one grown by a Frontier that keeps every node it emits, and the recursive definitions
// of RFC 9162, 2.1, word for word, to compare with.

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "services/rules/merkle.h"

namespace waarborg::rules {

class GrownTree final {
 public:
  explicit GrownTree(const std::vector<std::string>& leaves) {
    for (const std::string& leaf : leaves) Append(leaf);
  }

  void Append(const std::string& leaf) {
    frontier_.Append(HashLeaf(leaf), [this](int level, std::uint64_t index, const Hash& hash) {
      twice_ += nodes_.try_emplace({level, index}, hash).second ? 0 : 1;
    });
    heads_.push_back(frontier_.Head());
  }

  absl::StatusOr<Hash> Read(int level, std::uint64_t index) const {
    const auto found = nodes_.find({level, index});
    if (found == nodes_.end()) return absl::NotFoundError(absl::StrCat("no node ", level, "/", index));
    return found->second;
  }
  absl::StatusOr<Proof> Inclusion(std::uint64_t index, std::uint64_t size) const {
    return InclusionProof(index, size, [this](int level, std::uint64_t i) { return Read(level, i); });
  }
  absl::StatusOr<Proof> Consistency(std::uint64_t old_size, std::uint64_t new_size) const {
    return ConsistencyProof(old_size, new_size,
                            [this](int level, std::uint64_t i) { return Read(level, i); });
  }

  const Frontier& frontier() const { return frontier_; }
  const std::map<std::pair<int, std::uint64_t>, Hash>& nodes() const { return nodes_; }
  int emitted_twice() const { return twice_; }
  // The head after `size` leaves, as it was then.
  const TreeHead& HeadAt(std::uint64_t size) const { return heads_[size]; }

 private:
  Frontier frontier_;
  std::map<std::pair<int, std::uint64_t>, Hash> nodes_;
  std::vector<TreeHead> heads_{TreeHead{0, EmptyRoot()}};
  int twice_ = 0;
};

// D[begin:end] of the RFC.
class RecursiveTree final {
 public:
  explicit RecursiveTree(std::vector<std::string> leaves) : leaves_(std::move(leaves)) {}

  Hash Mth(std::size_t begin, std::size_t end) const {
    if (begin == end) return Sha256("");
    const auto known = known_.find({begin, end});
    if (known != known_.end()) return known->second;
    const std::size_t k = begin + Split(end - begin);
    const Hash root = end - begin == 1
                          ? Sha256({absl::string_view("\0", 1), leaves_[begin]})
                          : Sha256({absl::string_view("\1", 1), Bytes(Mth(begin, k)), Bytes(Mth(k, end))});
    return known_[{begin, end}] = root;
  }

  Proof Path(std::size_t m, std::size_t begin, std::size_t end) const {
    if (end - begin == 1) return {};
    const std::size_t k = Split(end - begin);
    const bool left = m < k;
    Proof path = left ? Path(m, begin, begin + k) : Path(m - k, begin + k, end);
    path.push_back(left ? Mth(begin + k, end) : Mth(begin, begin + k));
    return path;
  }

  Proof SubProof(std::size_t m, std::size_t begin, std::size_t end, bool whole) const {
    if (m == end - begin) return whole ? Proof{} : Proof{Mth(begin, end)};
    const std::size_t k = Split(end - begin);
    const bool left = m <= k;
    Proof proof = left ? SubProof(m, begin, begin + k, whole) : SubProof(m - k, begin + k, end, false);
    proof.push_back(left ? Mth(begin + k, end) : Mth(begin, begin + k));
    return proof;
  }

 private:
  // The largest power of two smaller than n; 0 for one leaf, which is not split.
  static std::size_t Split(std::size_t n) {
    std::size_t k = n > 1 ? 1 : 0;
    while (k != 0 && 2 * k < n) k *= 2;
    return k;
  }

  std::vector<std::string> leaves_;
  mutable std::map<std::pair<std::size_t, std::size_t>, Hash> known_;
};

inline std::vector<std::string> NumberedLeaves(int n, absl::string_view prefix = "event ") {
  std::vector<std::string> leaves;
  for (int i = 0; i < n; ++i) leaves.push_back(absl::StrCat(prefix, i));
  return leaves;
}

}  // namespace waarborg::rules

#endif  // WAARBORG_TESTS_SERVICES_RULES_MERKLE_TREE_H_
