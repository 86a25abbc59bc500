#include "services/rules/merkle.h"

#include <array>
#include <bit>
#include <string>
#include <vector>

#include "absl/strings/escaping.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/services/rules/merkle_tree.h"

namespace waarborg::rules {
namespace {

constexpr int kMost = 257;

// The leaves and roots with which Certificate Transparency logs are tested.
constexpr const char* kKnownLeaves[] = {
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
constexpr const char* kKnownRoots[] = {"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                                       "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                       "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                       "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                       "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                       "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                       "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                       "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                       "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

TEST(Merkle, RootsAreThoseOfCertificateTransparency) {
  GrownTree tree({});
  EXPECT_EQ(ToHex(tree.frontier().Root()), kKnownRoots[0]);
  for (int i = 0; i < 8; ++i) {
    tree.Append(absl::HexStringToBytes(kKnownLeaves[i]));
    EXPECT_EQ(ToHex(tree.frontier().Root()), kKnownRoots[i + 1]) << i;
  }
}

TEST(Merkle, EmptyTreeHasTheHashOfNothing) {
  EXPECT_EQ(Frontier().Root(), EmptyRoot());
  EXPECT_EQ(EmptyRoot(), Sha256(""));
}

TEST(Merkle, ALeafIsNeverANode) {
  const Hash left = HashLeaf("left");
  const Hash right = HashLeaf("right");
  EXPECT_NE(HashNode(left, right), HashLeaf(std::string(Bytes(left)) + std::string(Bytes(right))));
}

TEST(Frontier, EmitsEveryCompleteNodeOnce) {
  for (int n = 0; n <= kMost; ++n) {
    const GrownTree tree(NumberedLeaves(n));
    EXPECT_EQ(tree.emitted_twice(), 0);
    std::size_t complete = 0;
    for (int width = 1; width <= n; width *= 2) complete += static_cast<std::size_t>(n / width);
    EXPECT_EQ(tree.nodes().size(), complete) << n;
  }
}

TEST(Frontier, NodesCoverTheLeavesTheirNamesSay) {
  const std::vector<std::string> leaves = NumberedLeaves(kMost);
  const RecursiveTree definition(leaves);
  const GrownTree tree(leaves);
  for (const auto& [name, hash] : tree.nodes()) {
    const auto& [level, index] = name;
    EXPECT_EQ(hash, definition.Mth(index << level, (index + 1) << level)) << level << "/" << index;
  }
}

TEST(Frontier, GoesOnAfterARestore) {
  const GrownTree whole(NumberedLeaves(kMost));
  for (int n = 0; n < kMost; ++n) {
    const GrownTree begun(NumberedLeaves(n));
    absl::StatusOr<Frontier> restored = Frontier::Restore(n, begun.frontier().hashes());
    ASSERT_TRUE(restored.ok());
    EXPECT_EQ(restored->Head(), whole.HeadAt(n));
    restored->Append(HashLeaf("event " + std::to_string(n)), [](int, std::uint64_t, const Hash&) {});
    EXPECT_EQ(restored->Head(), whole.HeadAt(n + 1));
  }
}

TEST(Frontier, RefusesHashesThatDoNotFitTheSize) {
  EXPECT_EQ(Frontier::Restore(3, {Hash{}}).status().code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(Frontier::Restore(0, {Hash{}}).status().code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(Frontier::Restore(4, {}).status().code(), absl::StatusCode::kDataLoss);
}

TEST(Merkle, RootOfGivesEveryEarlierRoot) {
  const GrownTree tree(NumberedLeaves(kMost));
  const RecursiveTree definition(NumberedLeaves(kMost));
  for (int n = 0; n <= kMost; ++n) {
    const absl::StatusOr<Hash> root =
        RootOf(n, [&](int level, std::uint64_t index) { return tree.Read(level, index); });
    ASSERT_TRUE(root.ok());
    EXPECT_EQ(*root, definition.Mth(0, n));
    EXPECT_EQ(*root, tree.HeadAt(n).root);
  }
}

TEST(Merkle, EveryInclusionProofIsTheDefinedOneAndVerifies) {
  const GrownTree tree(NumberedLeaves(kMost));
  const RecursiveTree definition(NumberedLeaves(kMost));
  for (int n = 1; n <= kMost; ++n) {
    for (int m = 0; m < n; ++m) {
      const absl::StatusOr<Proof> proof = tree.Inclusion(m, n);
      ASSERT_TRUE(proof.ok()) << proof.status();
      ASSERT_EQ(*proof, definition.Path(m, 0, n)) << m << " of " << n;
      ASSERT_TRUE(VerifyInclusion(*tree.Read(0, m), m, tree.HeadAt(n), *proof)) << m << " of " << n;
    }
  }
}

TEST(Merkle, EveryConsistencyProofIsTheDefinedOneAndVerifies) {
  const GrownTree tree(NumberedLeaves(kMost));
  const RecursiveTree definition(NumberedLeaves(kMost));
  for (int n = 1; n <= kMost; ++n) {
    for (int m = 1; m <= n; ++m) {
      const absl::StatusOr<Proof> proof = tree.Consistency(m, n);
      ASSERT_TRUE(proof.ok()) << proof.status();
      ASSERT_EQ(*proof, definition.SubProof(m, 0, n, true)) << m << " to " << n;
      ASSERT_TRUE(VerifyConsistency(tree.HeadAt(m), tree.HeadAt(n), *proof)) << m << " to " << n;
    }
  }
}

TEST(Merkle, TheEmptyTreeIsTheBeginningOfEveryTree) {
  const GrownTree tree(NumberedLeaves(5));
  EXPECT_EQ(tree.Consistency(0, 5).value(), Proof());
  EXPECT_TRUE(VerifyConsistency(tree.HeadAt(0), tree.HeadAt(5), {}));
  EXPECT_TRUE(VerifyConsistency(tree.HeadAt(0), tree.HeadAt(0), {}));
}

TEST(Merkle, ProofsOutsideTheTreeAreRefused) {
  const GrownTree tree(NumberedLeaves(5));
  EXPECT_EQ(tree.Inclusion(5, 5).status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(tree.Inclusion(0, 0).status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(tree.Consistency(5, 4).status().code(), absl::StatusCode::kInvalidArgument);
}

TEST(Merkle, ErrorsOfTheReaderArePassedOn) {
  const GrownTree tree(NumberedLeaves(5));
  EXPECT_EQ(tree.Inclusion(1, 100).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(tree.Consistency(5, 100).status().code(), absl::StatusCode::kNotFound);
}

// A tree of equal leaves has one hash a level, so trees of any size can be had without their leaves.
TEST(Merkle, ProofsHoldUpToTheLargestSizes) {
  std::array<Hash, 64> levels;
  levels[0] = HashLeaf("same");
  for (std::size_t i = 1; i < levels.size(); ++i) levels[i] = HashNode(levels[i - 1], levels[i - 1]);
  const auto read = [&](int level, std::uint64_t) -> absl::StatusOr<Hash> { return levels.at(level); };
  constexpr std::uint64_t kHalf = std::uint64_t{1} << 63;
  for (const std::uint64_t size : {kHalf, kHalf - 1, kHalf + 1, ~std::uint64_t{0}, std::uint64_t{1} << 32}) {
    const TreeHead head{size, RootOf(size, read).value()};
    for (const std::uint64_t index : {std::uint64_t{0}, size / 3, size / 2, size - 1}) {
      EXPECT_TRUE(VerifyInclusion(levels[0], index, head, InclusionProof(index, size, read).value()))
          << index << " of " << size;
    }
    for (const std::uint64_t old_size : {std::uint64_t{1}, size / 3, size / 2, size - 1}) {
      const TreeHead old_head{old_size, RootOf(old_size, read).value()};
      EXPECT_TRUE(VerifyConsistency(old_head, head, ConsistencyProof(old_size, size, read).value()))
          << old_size << " to " << size;
    }
  }
}

}  // namespace
}  // namespace waarborg::rules
