// Property: after any history, replaying the journal gives exactly the stored records, and every index holds exactly
// what its records say. A model in the test keeps, apart from the product, what has been committed.

#include <map>
#include <random>
#include <set>

#include "gtest/gtest.h"
#include "services/ledger/deadline_table.h"
#include "services/ledger/replay.h"
#include "services/ledger/serialized.h"
#include "services/rules/merkle.h"
#include "tests/services/ledger/books.h"
#include "tests/support/matchers.h"
#include "waarborg/assessment/v1/assessment.pb.h"

namespace waarborg::ledger {
namespace {

using assessment::v1::Finding;

constexpr RecordTable<Finding> kFindings{storage::tables::kFinding};

using Entries = std::map<std::pair<int, std::string>, std::string>;

int NumberOf(storage::TableId table) { return static_cast<int>(table); }

// One random history and what it should have left behind.
class History final {
 public:
  explicit History(unsigned seed) : random_(seed) {}

  void Play(int units) {
    for (int i = 0; i < units; ++i) {
      PlayUnit();
      if (Below(10) == 0) books_.Reopen();
    }
  }

  const Entries& expected() const { return committed_; }
  Books& books() { return books_; }

 private:
  int Below(int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(random_); }
  std::string Id() { return absl::StrCat("id", Below(6)); }
  std::string Word() { return Below(4) == 0 ? "" : absl::StrCat("woord ", Below(1000)); }

  void PlayUnit() {
    books_.clock.Advance(absl::Seconds(Below(1000) - 100));
    const int ending = Below(6);
    Entries after = committed_;
    const absl::Status status = books_.Write([&](UnitOfWork& unit) -> absl::Status {
      const int facts = 1 + Below(3);
      for (int fact = 0; fact < facts; ++fact) {
        const int changes = Below(4);
        for (int change = 0; change < changes; ++change) RETURN_IF_ERROR(Change(unit, after));
        Fact told = FactOf("Changed", absl::StrCat("regions/nmd/members/", Id()));
        told.reason = Word();
        unit.Record(told);
      }
      if (ending == 0) return absl::AbortedError("refused");
      return absl::OkStatus();
    });
    EXPECT_EQ(status.ok(), ending != 0) << status;
    if (status.ok()) committed_ = after;
  }

  absl::Status Change(UnitOfWork& unit, Entries& after) {
    switch (Below(6)) {
      case 0: return PutMember(unit, after);
      case 1: return DeleteRecord(unit, kPeople, after);
      case 2: return PutFinding(unit, after);
      case 3: return DeleteRecord(unit, kFindings, after);
      case 4: return SetDeadline(unit, after);
      default: return ClearDeadline(unit, after);
    }
  }

  absl::Status PutMember(UnitOfWork& unit, Entries& after) {
    Member member;
    member.set_display_name(Word());
    if (Below(3) != 0) member.set_provider(absl::StrCat("p", Below(3)));
    const std::string key = KeyOf(Id());
    after[{NumberOf(kPeople.id), key}] = Serialized(member);
    return unit.Put(kPeople, key, member);
  }

  absl::Status PutFinding(UnitOfWork& unit, Entries& after) {
    Finding finding;
    finding.set_motivation(Word());
    for (int i = Below(3); i > 0; --i) finding.add_previous()->set_motivation(Word());
    const std::string key = KeyOf(Id());
    after[{NumberOf(kFindings.id), key}] = Serialized(finding);
    return unit.Put(kFindings, key, finding);
  }

  template <class Message>
  absl::Status DeleteRecord(UnitOfWork& unit, const RecordTable<Message>& table, Entries& after) {
    const std::string key = KeyOf(Id());
    after.erase({NumberOf(table.id), key});
    return unit.Delete(table, key);
  }

  absl::Status SetDeadline(UnitOfWork& unit, Entries& after) {
    const std::string resource = Id();
    const absl::Time due = unit.now() + absl::Hours(Below(100));
    internal::v1::Deadline deadline;
    deadline.set_region("nmd");
    deadline.set_resource(resource);
    deadline.set_kind("test.due");
    *deadline.mutable_due_time() = Stamp(due);
    deadline.set_rule("rule=1");
    *deadline.mutable_start_time() = Stamp(unit.now());
    after[{NumberOf(kDeadlines.id), DeadlineKey("nmd", resource, "test.due")}] = Serialized(deadline);
    return unit.SetDeadline(resource, "test.due", due, "rule=1");
  }

  absl::Status ClearDeadline(UnitOfWork& unit, Entries& after) {
    const std::string resource = Id();
    after.erase({NumberOf(kDeadlines.id), DeadlineKey("nmd", resource, "test.due")});
    return unit.ClearDeadline(resource, "test.due");
  }

  Books books_;
  std::mt19937 random_;
  Entries committed_;
};

Entries Stored(const Books& books) {
  Entries stored;
  for (const storage::TableId table : {kPeople.id, kFindings.id, kDeadlines.id}) {
    for (auto& [key, value] : books.Scan(table)) stored[{NumberOf(table), key}] = value;
  }
  return stored;
}

// The index entries that the stored records call for.
template <class Message>
std::vector<std::pair<std::string, std::string>> Derived(const Books& books, const RecordTable<Message>& table) {
  std::map<std::string, std::string> derived;
  for (const auto& [key, value] : books.Scan(table.id)) {
    Message record;
    EXPECT_TRUE(record.ParseFromString(value));
    const std::string entry = table.index_key(key, record);
    if (!entry.empty()) derived[entry] = key;
  }
  return {derived.begin(), derived.end()};
}

class HistoryTest : public ::testing::TestWithParam<unsigned> {};

TEST_P(HistoryTest, ReplayingTheJournalGivesTheStoredStateAndIndexesFollow) {
  History history(GetParam());
  history.Play(60);
  const Books& books = history.books();
  EXPECT_EQ(Stored(books), history.expected());

  ReplayedState replayed;
  for (const audit::v1::Event& event : books.Events()) Apply(event, replayed);
  EXPECT_EQ(replayed, history.expected());

  EXPECT_EQ(books.Scan(kPeople.index_id), Derived(books, kPeople));
  EXPECT_EQ(books.Scan(kDeadlines.index_id), Derived(books, kDeadlines));

  rules::Frontier frontier;
  for (const std::string& leaf : books.Leaves()) {
    frontier.Append(rules::HashLeaf(leaf), [](int, std::uint64_t, const rules::Hash&) {});
  }
  EXPECT_EQ(ReadHead(*books.store->Read(), "nmd")->root(), rules::Bytes(frontier.Root()));
}

INSTANTIATE_TEST_SUITE_P(Seeds, HistoryTest, ::testing::Range(1U, 25U));

}  // namespace
}  // namespace waarborg::ledger
