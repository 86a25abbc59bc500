#include "services/rules/merkle.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "services/language/status_macros.h"

namespace waarborg::rules {
namespace {

constexpr absl::string_view kLeafPrefix("\0", 1);
constexpr absl::string_view kNodePrefix("\1", 1);

// Leaves from `begin` up to, not including, `end`; never empty. Every range here is one that the RFC's
// recursive definition visits, so a range of a power of two starts at a multiple of its length and is one
// complete node.
struct Range final {
  std::uint64_t begin;
  std::uint64_t end;

  [[nodiscard]] std::uint64_t length() const { return end - begin; }
  // Where the RFC splits: after the largest power of two that is smaller than the length (at least 2).
  [[nodiscard]] std::uint64_t Middle() const { return begin + std::bit_floor(length() - 1); }
};

// MTH of a range: its complete nodes from left to right, then joined from the right.
absl::StatusOr<Hash> RangeRoot(Range range, ReadNode read) {
  std::vector<Hash> nodes;
  while (range.length() > 0) {
    const std::uint64_t width = std::bit_floor(range.length());
    const int level = std::countr_zero(width);
    ASSIGN_OR_RETURN(const Hash node, read(level, range.begin >> level));
    nodes.push_back(node);
    range.begin += width;
  }
  Hash root = nodes.back();
  for (std::size_t i = nodes.size() - 1; i-- > 0;) root = HashNode(nodes[i], root);
  return root;
}

}  // namespace

Hash HashLeaf(absl::string_view leaf) { return Sha256({kLeafPrefix, leaf}); }

Hash HashNode(const Hash& left, const Hash& right) {
  return Sha256({kNodePrefix, Bytes(left), Bytes(right)});
}

Hash EmptyRoot() { return Sha256(absl::string_view()); }

absl::StatusOr<Frontier> Frontier::Restore(std::uint64_t size, std::vector<Hash> hashes) {
  if (hashes.size() != static_cast<std::size_t>(std::popcount(size))) {
    return absl::DataLossError(absl::StrCat("a tree of ", size, " leaves has a frontier of ",
                                            std::popcount(size), " hashes, found ", hashes.size()));
  }
  Frontier frontier;
  frontier.size_ = size;
  frontier.hashes_ = std::move(hashes);
  return frontier;
}

void Frontier::Append(const Hash& leaf_hash, Emit emit) {
  const std::uint64_t index = size_++;
  Hash hash = leaf_hash;
  int level = 0;
  emit(level, index, hash);
  for (; ((index >> level) & 1) != 0; ++level) {
    hash = HashNode(hashes_.back(), hash);
    hashes_.pop_back();
    emit(level + 1, index >> (level + 1), hash);
  }
  hashes_.push_back(hash);
}

Hash Frontier::Root() const {
  if (hashes_.empty()) return EmptyRoot();
  Hash root = hashes_.back();
  for (std::size_t i = hashes_.size() - 1; i-- > 0;) root = HashNode(hashes_[i], root);
  return root;
}

absl::StatusOr<Hash> RootOf(std::uint64_t size, ReadNode read) {
  if (size == 0) return EmptyRoot();
  return RangeRoot({0, size}, read);
}

absl::StatusOr<Proof> InclusionProof(std::uint64_t index, std::uint64_t size, ReadNode read) {
  if (index >= size) {
    return absl::InvalidArgumentError(absl::StrCat("leaf ", index, " is not in a tree of ", size, " leaves"));
  }
  Proof proof;
  Range range{0, size};
  while (range.length() > 1) {
    Range own{range.begin, range.Middle()};
    Range other{range.Middle(), range.end};
    if (index >= own.end) std::swap(own, other);
    ASSIGN_OR_RETURN(const Hash sibling, RangeRoot(other, read));
    proof.push_back(sibling);
    range = own;
  }
  std::reverse(proof.begin(), proof.end());
  return proof;
}

absl::StatusOr<Proof> ConsistencyProof(std::uint64_t old_size, std::uint64_t new_size, ReadNode read) {
  if (old_size > new_size) {
    return absl::InvalidArgumentError(
        absl::StrCat("a tree of ", new_size, " leaves does not hold one of ", old_size, " leaves"));
  }
  Proof proof;
  if (old_size == 0) return proof;
  Range range{0, new_size};
  while (range.end != old_size) {
    Range own{range.begin, range.Middle()};
    Range other{range.Middle(), range.end};
    if (old_size > own.end) std::swap(own, other);
    ASSIGN_OR_RETURN(const Hash sibling, RangeRoot(other, read));
    proof.push_back(sibling);
    range = own;
  }
  // The verifier knows the root of the whole old tree; of a part of it, it does not.
  if (range.begin != 0) {
    ASSIGN_OR_RETURN(const Hash part, RangeRoot(range, read));
    proof.push_back(part);
  }
  std::reverse(proof.begin(), proof.end());
  return proof;
}

}  // namespace waarborg::rules
