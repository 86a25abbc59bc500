// A region's journal: gapless, in time order, and at every moment the leaves of the tree whose head it names.

#include <vector>

#include "gtest/gtest.h"
#include "services/ledger/time.h"
#include "services/rules/merkle.h"
#include "tests/services/ledger/books.h"
#include "tests/support/matchers.h"

namespace waarborg::ledger {
namespace {

using testing::IsOk;
using testing::StatusIs;

// RFC 9162, 2.1.1, word for word.
rules::Hash RootOfLeaves(const std::vector<std::string>& leaves, std::size_t begin, std::size_t end) {
  if (begin == end) return rules::Sha256("");
  if (end - begin == 1) return rules::Sha256({std::string(1, '\0'), leaves[begin]});
  std::size_t k = 1;
  while (k * 2 < end - begin) k *= 2;
  const rules::Hash left = RootOfLeaves(leaves, begin, begin + k);
  const rules::Hash right = RootOfLeaves(leaves, begin + k, end);
  return rules::Sha256({std::string(1, '\1'), rules::Bytes(left), rules::Bytes(right)});
}

class JournalTest : public ::testing::Test {
 protected:
  audit::v1::TreeHead Head(absl::string_view region = "nmd") {
    return ReadHead(*books_.store->Read(), region).value();
  }

  absl::StatusOr<rules::Hash> Node(int level, std::uint64_t index) {
    const absl::StatusOr<std::optional<std::string>> bytes = books_.store->Read()->Get(
        storage::tables::kJournalNode,
        storage::KeyBuilder().Text("nmd").Number(static_cast<std::uint64_t>(level)).Number(index).Take());
    if (!bytes.ok() || !bytes->has_value()) return absl::NotFoundError("no such node");
    return rules::FromBytes(**bytes).value();
  }

  Books books_;
};

TEST_F(JournalTest, AnEmptyJournalHasTheEmptyTree) {
  EXPECT_EQ(Head().size(), 0);
  EXPECT_EQ(Head().root(), rules::Bytes(rules::EmptyRoot()));
  EXPECT_FALSE(Head().has_last_event_time());
  EXPECT_EQ(Head().region(), "nmd");
}

TEST_F(JournalTest, SequencesAreGaplessAcrossUnitsRefusalsAndReopening) {
  for (int round = 0; round < 3; ++round) {
    ASSERT_THAT(books_.Say("One"), IsOk());
    EXPECT_THAT(books_.Write([](UnitOfWork& unit) {
      unit.Record(FactOf("Never", "regions/nmd"));
      return absl::AbortedError("refused");
    }),
                StatusIs(absl::StatusCode::kAborted));
    ASSERT_THAT(books_.Write([](UnitOfWork& unit) {
      unit.Record(FactOf("Two", "regions/nmd"));
      unit.Record(FactOf("Three", "regions/nmd"));
      return absl::OkStatus();
    }),
                IsOk());
    books_.Reopen();
  }
  const std::vector<audit::v1::Event> events = books_.Events();
  ASSERT_EQ(events.size(), 9U);
  const std::vector<std::string> kinds = {"One", "Two", "Three"};
  for (std::size_t i = 0; i < events.size(); ++i) {
    EXPECT_EQ(events[i].sequence(), static_cast<std::int64_t>(i + 1));
    EXPECT_EQ(events[i].kind(), kinds[i % 3]);
  }
}

TEST_F(JournalTest, EachRegionHasAJournalOfItsOwn) {
  ASSERT_THAT(books_.Say("One", "nmd"), IsOk());
  ASSERT_THAT(books_.Say("Other", "zorgkantoor"), IsOk());
  ASSERT_THAT(books_.Say("Set up", kSharedRegion), IsOk());
  EXPECT_EQ(books_.Events("nmd").size(), 1U);
  EXPECT_EQ(books_.Events("zorgkantoor").at(0).sequence(), 1);
  EXPECT_EQ(books_.Events("shared").at(0).name(), "regions/shared/events/1");
  EXPECT_NE(Head("nmd").root(), Head("zorgkantoor").root());
}

TEST_F(JournalTest, TimesNeverGoBackEvenWhenTheClockDoes) {
  ASSERT_THAT(books_.Say("One"), IsOk());
  const absl::Time first = books_.clock.Now();
  books_.clock.Advance(-absl::Hours(1));
  ASSERT_THAT(books_.Say("Two"), IsOk());
  books_.Reopen();
  ASSERT_THAT(books_.Say("Three"), IsOk());
  books_.clock.Advance(absl::Hours(2));
  ASSERT_THAT(books_.Say("Four"), IsOk());
  const std::vector<audit::v1::Event> events = books_.Events();
  ASSERT_EQ(events.size(), 4U);
  EXPECT_EQ(TimeOf(events[1].time()), first);
  EXPECT_EQ(TimeOf(events[2].time()), first);
  EXPECT_EQ(TimeOf(events[3].time()), first + absl::Hours(1));
  EXPECT_EQ(TimeOf(Head().last_event_time()), first + absl::Hours(1));
}

TEST_F(JournalTest, TheHeadIsTheRootOfTheLeavesAtEverySize) {
  for (std::size_t size = 1; size <= 20; ++size) {
    ASSERT_THAT(books_.Say(absl::StrCat("Event", size)), IsOk());
    const std::vector<std::string> leaves = books_.Leaves();
    ASSERT_EQ(leaves.size(), size);
    EXPECT_EQ(Head().size(), static_cast<std::int64_t>(size));
    EXPECT_EQ(Head().root(), rules::Bytes(RootOfLeaves(leaves, 0, size))) << size;
  }
}

TEST_F(JournalTest, TheHeadMatchesAFrontierGrownFromTheLeaves) {
  for (int i = 0; i < 13; ++i) ASSERT_THAT(books_.Say("Event"), IsOk());
  rules::Frontier frontier;
  for (const std::string& leaf : books_.Leaves()) {
    frontier.Append(rules::HashLeaf(leaf), [this](int level, std::uint64_t index, const rules::Hash& hash) {
      EXPECT_EQ(Node(level, index).value(), hash) << level << "/" << index;
    });
  }
  EXPECT_EQ(Head().root(), rules::Bytes(frontier.Root()));
}

TEST_F(JournalTest, TheStoredNodesProveEveryLeafAndEveryEarlierHead) {
  constexpr std::uint64_t kSize = 11;
  for (std::uint64_t i = 0; i < kSize; ++i) ASSERT_THAT(books_.Say("Event"), IsOk());
  const std::vector<std::string> leaves = books_.Leaves();
  const auto read = [this](int level, std::uint64_t index) { return Node(level, index); };
  const rules::TreeHead head{kSize, RootOfLeaves(leaves, 0, kSize)};
  for (std::uint64_t i = 0; i < kSize; ++i) {
    const auto inclusion = rules::InclusionProof(i, kSize, read);
    ASSERT_THAT(inclusion, IsOk());
    EXPECT_TRUE(rules::VerifyInclusion(rules::HashLeaf(leaves[i]), i, head, *inclusion));
    const auto consistency = rules::ConsistencyProof(i, kSize, read);
    ASSERT_THAT(consistency, IsOk());
    EXPECT_TRUE(rules::VerifyConsistency({i, RootOfLeaves(leaves, 0, i)}, head, *consistency));
  }
}

TEST_F(JournalTest, ALeafIsTheEventItself) {
  ASSERT_THAT(books_.Say("One"), IsOk());
  audit::v1::Event event;
  ASSERT_TRUE(event.ParseFromString(books_.Leaves().at(0)));
  EXPECT_EQ(event.SerializeAsString(), books_.Events().at(0).SerializeAsString());
}

TEST_F(JournalTest, IndexesNameEveryEventOfAResourceAnActorAndAProvider) {
  ASSERT_THAT(books_.Write([](UnitOfWork& unit) {
    Fact fact = FactOf("One", "regions/nmd/assessments/a");
    fact.provider = "regions/nmd/providers/p";
    unit.Record(fact);
    unit.Record(FactOf("Two", "regions/nmd/assessments/b"));
    return absl::OkStatus();
  }),
              IsOk());
  const auto key = [](absl::string_view by, std::uint64_t sequence) {
    return storage::KeyBuilder().Text("nmd").Text(by).Number(sequence).Take();
  };
  const auto keys = [this](storage::TableId table) {
    std::vector<std::string> found;
    for (const auto& [entry, value] : books_.Scan(table)) found.push_back(entry);
    return found;
  };
  EXPECT_THAT(keys(storage::tables::kJournalByResource),
              ::testing::ElementsAre(key("regions/nmd/assessments/a", 1), key("regions/nmd/assessments/b", 2)));
  EXPECT_THAT(keys(storage::tables::kJournalByActor),
              ::testing::ElementsAre(key("regions/nmd/members/anna", 1), key("regions/nmd/members/anna", 2)));
  EXPECT_THAT(keys(storage::tables::kJournalByProvider), ::testing::ElementsAre(key("regions/nmd/providers/p", 1)));
}

TEST_F(JournalTest, ADamagedHeadIsDataLossAndStopsTheNextWrite) {
  ASSERT_THAT(books_.Say("One"), IsOk());
  ASSERT_THAT(storage::WriteAndWait(*books_.store,
                                    [](storage::Transaction& transaction) {
                                      internal::v1::JournalHead head;
                                      head.set_size(2);
                                      head.add_frontier("short");
                                      transaction.Put(storage::tables::kJournalHead,
                                                      storage::KeyBuilder().Text("nmd").Take(),
                                                      head.SerializeAsString());
                                      return absl::OkStatus();
                                    }),
              IsOk());
  EXPECT_THAT(books_.Say("Two"), StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_THAT(ReadHead(*books_.store->Read(), "nmd"), StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_EQ(books_.Leaves().size(), 1U);
}

}  // namespace
}  // namespace waarborg::ledger
