// What a dishonest log could try: every proof here is made false in one way and has to be refused.

#include <algorithm>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/rules/merkle.h"
#include "tests/services/rules/merkle_tree.h"

namespace waarborg::rules {
namespace {

constexpr int kMost = 257;

// All ways in which a proof can be one hash or one bit off.
std::vector<Proof> Distortions(const Proof& proof) {
  std::vector<Proof> distorted;
  const auto add = [&](auto change) { change(distorted.emplace_back(proof)); };
  add([](Proof& p) { p.push_back(EmptyRoot()); });
  add([](Proof& p) { p.insert(p.begin(), EmptyRoot()); });
  if (proof.empty()) return distorted;
  add([](Proof& p) { p.pop_back(); });
  add([](Proof& p) { p.erase(p.begin()); });
  add([](Proof& p) { p.push_back(p.back()); });
  add([](Proof& p) { p.insert(p.begin(), p.front()); });
  for (std::size_t i = 0; i < proof.size(); ++i) add([i](Proof& p) { p[i][i % 32] ^= 0x10; });
  for (std::size_t i = 1; i < proof.size(); ++i) add([i](Proof& p) { std::swap(p[i - 1], p[i]); });
  return distorted;
}

TreeHead WithOtherRoot(TreeHead head) {
  head.root[31] ^= 1;
  return head;
}

TEST(MerkleForgery, NoWrongInclusionIsBelieved) {
  const GrownTree tree(NumberedLeaves(kMost));
  for (int n = 1; n <= kMost; ++n) {
    for (int m = 0; m < n; ++m) {
      const Hash leaf = *tree.Read(0, m);
      const Proof proof = *tree.Inclusion(m, n);
      const TreeHead& head = tree.HeadAt(n);
      ASSERT_FALSE(VerifyInclusion(HashLeaf("forged"), m, head, proof)) << m << " of " << n;
      ASSERT_FALSE(VerifyInclusion(leaf, m, WithOtherRoot(head), proof)) << m << " of " << n;
      ASSERT_FALSE(VerifyInclusion(leaf, n, head, proof)) << m << " of " << n;
      ASSERT_FALSE(VerifyInclusion(leaf, m + 1, head, proof)) << m << " of " << n;
      ASSERT_FALSE(VerifyInclusion(leaf, m, tree.HeadAt(n - 1), proof)) << m << " of " << n;
      if (n == kMost) continue;
      ASSERT_FALSE(VerifyInclusion(leaf, m, tree.HeadAt(n + 1), proof)) << m << " of " << n;
    }
  }
}

TEST(MerkleForgery, NoDistortedInclusionProofIsBelieved) {
  const GrownTree tree(NumberedLeaves(kMost));
  for (const int n : {1, 2, 3, 5, 7, 8, 31, 64, 65, 100, 255, 256, 257}) {
    for (int m = 0; m < n; ++m) {
      for (const Proof& forged : Distortions(*tree.Inclusion(m, n))) {
        ASSERT_FALSE(VerifyInclusion(*tree.Read(0, m), m, tree.HeadAt(n), forged)) << m << " of " << n;
      }
    }
  }
}

TEST(MerkleForgery, ALeafStandsAtNoOtherPlace) {
  const int n = 100;
  const GrownTree tree(NumberedLeaves(n));
  for (int m = 0; m < n; ++m) {
    const Proof proof = *tree.Inclusion(m, n);
    for (int other = 0; other < n; ++other) {
      EXPECT_EQ(VerifyInclusion(*tree.Read(0, m), other, tree.HeadAt(n), proof), other == m);
    }
  }
}

TEST(MerkleForgery, ANodeIsNoLeaf) {
  const GrownTree tree(NumberedLeaves(8));
  Proof proof = *tree.Inclusion(0, 8);
  proof.erase(proof.begin());
  EXPECT_FALSE(VerifyInclusion(*tree.Read(1, 0), 0, tree.HeadAt(8), proof));
}

TEST(MerkleForgery, NothingIsInTheEmptyTree) {
  EXPECT_FALSE(VerifyInclusion(EmptyRoot(), 0, {0, EmptyRoot()}, {}));
}

TEST(MerkleForgery, NoWrongConsistencyIsBelieved) {
  const GrownTree tree(NumberedLeaves(kMost));
  for (int n = 1; n <= kMost; ++n) {
    for (int m = 1; m <= n; ++m) {
      const Proof proof = *tree.Consistency(m, n);
      const TreeHead& old_head = tree.HeadAt(m);
      const TreeHead& new_head = tree.HeadAt(n);
      ASSERT_FALSE(VerifyConsistency(WithOtherRoot(old_head), new_head, proof)) << m << " to " << n;
      ASSERT_FALSE(VerifyConsistency(old_head, WithOtherRoot(new_head), proof)) << m << " to " << n;
      if (m == n) continue;
      ASSERT_FALSE(VerifyConsistency(new_head, old_head, proof)) << m << " to " << n;
      ASSERT_FALSE(VerifyConsistency(tree.HeadAt(m - 1), new_head, proof)) << m << " to " << n;
      ASSERT_FALSE(VerifyConsistency(tree.HeadAt(m + 1), new_head, proof)) << m << " to " << n;
      ASSERT_FALSE(VerifyConsistency(old_head, tree.HeadAt(n - 1), proof)) << m << " to " << n;
      ASSERT_FALSE(VerifyConsistency(old_head, {new_head.size, old_head.root}, {})) << m << " to " << n;
    }
  }
}

TEST(MerkleForgery, NoDistortedConsistencyProofIsBelieved) {
  const GrownTree tree(NumberedLeaves(kMost));
  for (const int n : {1, 2, 3, 5, 7, 8, 31, 64, 65, 100, 255, 256, 257}) {
    for (int m = 1; m <= n; ++m) {
      for (const Proof& forged : Distortions(*tree.Consistency(m, n))) {
        ASSERT_FALSE(VerifyConsistency(tree.HeadAt(m), tree.HeadAt(n), forged)) << m << " to " << n;
      }
    }
  }
}

// A true root under a size that is too large: the hashes fit, the way to the root does not.
TEST(MerkleForgery, AnInflatedSizeIsNotBelieved) {
  const GrownTree tree(NumberedLeaves(kMost));
  for (int n = 1; n <= kMost; ++n) {
    const TreeHead inflated{4 * tree.HeadAt(n).size, tree.HeadAt(n).root};
    for (int m = 1; m <= n; ++m) {
      ASSERT_FALSE(VerifyInclusion(*tree.Read(0, m - 1), m - 1, inflated, *tree.Inclusion(m - 1, n))) << n;
      ASSERT_FALSE(VerifyConsistency(tree.HeadAt(m), inflated, *tree.Consistency(m, n))) << m << " to " << n;
    }
  }
}

// The log rewrites one early leaf and proves the new history as well as it can.
TEST(MerkleForgery, ARewrittenHistoryIsConsistentWithNoEarlierHead) {
  const int n = 40;
  const GrownTree honest(NumberedLeaves(n));
  for (int changed = 0; changed < n; ++changed) {
    std::vector<std::string> leaves = NumberedLeaves(n);
    leaves[changed] = "never happened";
    const GrownTree forged(leaves);
    for (int m = 1; m <= n; ++m) {
      const bool untouched = changed >= m;
      EXPECT_EQ(VerifyConsistency(honest.HeadAt(m), forged.HeadAt(n), *forged.Consistency(m, n)), untouched);
      if (!untouched) {
        EXPECT_FALSE(VerifyConsistency(honest.HeadAt(m), forged.HeadAt(n), *honest.Consistency(m, n)));
      }
    }
  }
}

TEST(MerkleForgery, OnlyTheTrueEmptyRootStandsForAnEmptyTree) {
  const GrownTree tree(NumberedLeaves(5));
  EXPECT_FALSE(VerifyConsistency({0, HashLeaf("x")}, tree.HeadAt(5), {}));
  EXPECT_FALSE(VerifyConsistency(tree.HeadAt(0), tree.HeadAt(5), {EmptyRoot()}));
}

}  // namespace
}  // namespace waarborg::rules
