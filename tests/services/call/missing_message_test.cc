// What a request lacks, told to the bottom; and the order of two days, which needs both to exist.

#include "gtest/gtest.h"
#include "services/call/request_check.h"
#include "tests/support/matchers.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::call {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> FaultsOf(const google::protobuf::Message& request) {
  Violations violations;
  CheckRequest(request, violations);
  return testing::FieldFaults(violations.ToStatus());
}

TEST(MissingMessageTest, AMissingMessageMissesWhatItWouldHaveToHold) {
  EXPECT_THAT(FaultsOf(assessment::v1::CreateAssessmentRequest()),
              ElementsAre("parent: REQUIRED", "assessment: REQUIRED", "assessment.provider: REQUIRED",
                          "assessment.kind: REQUIRED", "assessment.selection_reason: REQUIRED",
                          "assessment.legal_basis: REQUIRED"));
  escalation::v1::DecideStepRequest decision;
  decision.set_name("regions/nmd/escalations/p/steps/s");
  EXPECT_THAT(FaultsOf(decision),
              ElementsAre("reason: REQUIRED", "terms: REQUIRED", "terms.start_date: REQUIRED"));
}

TEST(MissingMessageTest, AMissingMessageThatIsNotRequiredMissesNothing) {
  escalation::v1::RecordViewRequest view;
  view.set_name("regions/nmd/escalations/p/steps/s");
  view.set_text("Gezien.");
  EXPECT_THAT(FaultsOf(view), IsEmpty());
}

TEST(MissingMessageTest, OfAMissingMessageInAnUpdateOnlyWhatTheMaskNamesIsMissed) {
  registry::v1::UpdateProviderRequest request;
  request.mutable_update_mask()->add_paths("title");
  EXPECT_THAT(FaultsOf(request), ElementsAre("provider: REQUIRED", "provider.title: REQUIRED"));
}

TEST(PageSizeTest, IsNotNegative) {
  registry::v1::ListProvidersRequest request;
  request.set_page_size(-1);
  EXPECT_THAT(FaultsOf(request), ElementsAre("parent: REQUIRED", "page_size: INVALID_PAGE_SIZE"));
}

TEST(ComesBeforeTest, OnlyDaysThatExistHaveAnOrder) {
  const auto day = [](int year, int month, int number) {
    google::type::Date date;
    date.set_year(year);
    date.set_month(month);
    date.set_day(number);
    return date;
  };
  EXPECT_TRUE(ComesBefore(day(2026, 2, 28), day(2026, 3, 1)));
  EXPECT_FALSE(ComesBefore(day(2026, 3, 1), day(2026, 3, 1)));
  EXPECT_FALSE(ComesBefore(day(2026, 3, 2), day(2026, 3, 1)));
  EXPECT_FALSE(ComesBefore(day(2026, 2, 30), day(2026, 12, 1)));
  EXPECT_FALSE(ComesBefore(day(2026, 1, 1), day(2026, 13, 1)));
  EXPECT_FALSE(ComesBefore(day(0, 0, 0), day(2026, 3, 1)));
}

}  // namespace
}  // namespace waarborg::call
