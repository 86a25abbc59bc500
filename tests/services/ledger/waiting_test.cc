// What may wait is bounded in bytes too, and room comes back with every answer.

#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "tests/services/ledger/books.h"
#include "tests/support/matchers.h"

namespace waarborg::ledger {
namespace {

using testing::IsOk;
using testing::ReasonIs;
using testing::StatusIs;

// Takes every write and executes none before it is told.
class StuckStore final : public storage::Store {
 public:
  std::unique_ptr<const storage::Snapshot> Read() const override { return nullptr; }
  void Write(storage::WriteFunction, storage::WriteDone done) override { waiting_.push_back(std::move(done)); }
  absl::StatusOr<std::uint32_t> Backup(const std::string&) override { return absl::UnimplementedError("stuck"); }

  std::size_t waiting() const { return waiting_.size(); }
  void AnswerOne() {
    storage::WriteDone done = std::move(waiting_.back());
    waiting_.pop_back();
    done(absl::AbortedError("not today"));
  }

 private:
  std::vector<storage::WriteDone> waiting_;
};

TEST(WaitingTest, TheQueueIsFullByBytesToo) {
  Books books;
  StuckStore store;
  Ledger ledger(store, [&books] { return books.clock.Now(); });
  const CreateMemberRequest large = Hire("bo", std::string(kMostWaitingBytes / 4 - 100, 'x'));
  std::vector<absl::Status> answers;
  const auto ask = [&] {
    ledger.Command(&HireMember)(books.CallBy("anna"), large,
                                [&answers](const absl::StatusOr<Member>& answer) { answers.push_back(answer.status()); });
  };
  for (int i = 0; i < 4; ++i) ask();
  ASSERT_EQ(store.waiting(), 4U);
  ASSERT_TRUE(answers.empty());
  ask();
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_THAT(answers[0], StatusIs(absl::StatusCode::kResourceExhausted));
  EXPECT_THAT(answers[0], ReasonIs("QUEUE_FULL"));
  store.AnswerOne();
  ask();
  EXPECT_EQ(answers.size(), 2U);
  EXPECT_EQ(store.waiting(), 4U);
  while (store.waiting() > 0) store.AnswerOne();
}

}  // namespace
}  // namespace waarborg::ledger
