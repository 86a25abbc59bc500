// What the timers do once a second, and that neither of the two stops the other.

#include "services/timers.h"

#include "gtest/gtest.h"
#include "tests/services/ledger/books.h"
#include "tests/support/matchers.h"

namespace waarborg {
namespace {

using testing::IsOk;
using testing::StatusIs;

TEST(TimersTest, AFailingDeadlineDoesNotStopForgetting) {
  ledger::Books books;
  ASSERT_THAT(books.Run(&ledger::HireMember, books.CallBy("anna", "r1"), ledger::Hire("bo")), IsOk());
  ASSERT_EQ(books.Scan(storage::tables::kRequest).size(), 1U);
  ASSERT_THAT(books.Write([](ledger::UnitOfWork& unit) -> absl::Status {
    RETURN_IF_ERROR(unit.SetDeadline("a", "test.fails", unit.now() + absl::Hours(1), "hours=1"));
    unit.Record(ledger::FactOf("Set", "a"));
    return absl::OkStatus();
  }),
              IsOk());
  Timers timers(*books.ledger,
                {{"test.fails", [](ledger::UnitOfWork&, const internal::v1::Deadline&) -> absl::Status {
                    return absl::DataLossError("cannot be read");
                  }}},
                books.entropy, [](absl::string_view) {});
  books.clock.Advance(absl::Hours(24 * 31));
  // The timers' own thread may come first; whoever comes, both are done.
  const absl::Status status = timers.RunOnce();
  EXPECT_TRUE(status.ok() || status.code() == absl::StatusCode::kDataLoss) << status;
  EXPECT_EQ(books.Scan(storage::tables::kRequest).size(), 0U);
}

}  // namespace
}  // namespace waarborg
