// The tree as outsiders recompute it: exact leaf bytes, and the head they lead to.

#include "absl/strings/match.h"
#include "gtest/gtest.h"
#include "services/rules/merkle.h"
#include "tests/services/edge/house.h"
#include "tests/support/matchers.h"

namespace waarborg::audit {
namespace {

using edge::Ended;
using edge::House;

class LeavesTest : public ::testing::Test {
 protected:
  struct Streamed {
    std::vector<v1::Leaf> leaves;
    Ended ended;
  };

  void WriteEvents(int count) {
    for (int i = 0; i < count; ++i) {
      ASSERT_TRUE(house_.books
                      .Write([](ledger::UnitOfWork& unit) {
                        ledger::Fact fact = ledger::FactOf("Happened", "regions/nmd");
                        fact.reason = "Mevrouw de Vries viel";
                        unit.Record(fact);
                        return absl::OkStatus();
                      })
                      .ok());
    }
  }

  Streamed Leaves(std::int64_t start, std::int64_t tree_size) {
    v1::StreamLeavesRequest request;
    request.set_parent("regions/nmd");
    request.set_start_sequence(start);
    request.set_tree_size(tree_size);
    const auto context = House::As("auditor");
    const auto reader = house_.audit_stub->StreamLeaves(context.get(), request);
    std::vector<v1::Leaf> leaves;
    v1::Leaf leaf;
    while (reader->Read(&leaf)) leaves.push_back(leaf);
    return {std::move(leaves), Ended(reader->Finish())};
  }

  v1::TreeHead Head() {
    v1::GetTreeHeadRequest request;
    request.set_parent("regions/nmd");
    v1::TreeHead head;
    EXPECT_TRUE(house_.audit_stub->GetTreeHead(House::As("auditor").get(), request, &head).ok());
    return head;
  }

  static std::string RootOf(const std::vector<v1::Leaf>& leaves) {
    rules::Frontier frontier;
    for (const v1::Leaf& leaf : leaves) {
      frontier.Append(rules::HashLeaf(leaf.content()), [](int, std::uint64_t, const rules::Hash&) {});
    }
    return std::string(rules::Bytes(frontier.Root()));
  }

  House house_;
};

TEST_F(LeavesTest, TheLeavesLeadToTheHead) {
  WriteEvents(21);
  const Streamed all = Leaves(0, 0);
  ASSERT_TRUE(all.ended.ok());
  EXPECT_EQ(all.leaves.size(), 21U);
  EXPECT_EQ(Head().size(), 21);
  EXPECT_EQ(RootOf(all.leaves), Head().root());
  for (std::size_t i = 0; i < all.leaves.size(); ++i) {
    EXPECT_EQ(all.leaves[i].sequence(), static_cast<std::int64_t>(i + 1));
  }
}

TEST_F(LeavesTest, AnEarlierHeadIsRecomputedFromItsSize) {
  WriteEvents(7);
  const std::string root = Head().root();
  WriteEvents(6);
  const Streamed seven = Leaves(1, 7);
  ASSERT_TRUE(seven.ended.ok());
  EXPECT_EQ(seven.leaves.size(), 7U);
  EXPECT_EQ(RootOf(seven.leaves), root);
}

TEST_F(LeavesTest, AStreamStartsWhereItIsAskedTo) {
  WriteEvents(7);
  const Streamed rest = Leaves(6, 0);
  ASSERT_EQ(rest.leaves.size(), 2U);
  EXPECT_EQ(rest.leaves[0].sequence(), 6);
  EXPECT_TRUE(Leaves(8, 0).leaves.empty());
}

TEST_F(LeavesTest, ATreeThatIsNotThereIsOutOfRange) {
  WriteEvents(3);
  for (const std::int64_t size : {std::int64_t{4}, std::int64_t{-1}, INT64_MAX, INT64_MIN}) {
    const Streamed asked = Leaves(1, size);
    EXPECT_TRUE(asked.leaves.empty());
    EXPECT_EQ(asked.ended.code(), grpc::StatusCode::OUT_OF_RANGE) << size;
    EXPECT_EQ(asked.ended.reason(), "TREE_TOO_SMALL");
  }
}

TEST_F(LeavesTest, LeavesHoldNoPersonalText) {
  WriteEvents(2);
  for (const v1::Leaf& leaf : Leaves(0, 0).leaves) EXPECT_FALSE(absl::StrContains(leaf.content(), "Vries"));
}

TEST_F(LeavesTest, AnEmptyJournalIsTheEmptyTree) {
  EXPECT_EQ(Head().size(), 0);
  EXPECT_EQ(Head().root(), rules::Bytes(rules::EmptyRoot()));
  const Streamed none = Leaves(0, 0);
  EXPECT_TRUE(none.leaves.empty());
  EXPECT_TRUE(none.ended.ok());
}

}  // namespace
}  // namespace waarborg::audit
