// Terms seen, and moved with a reason by who may.

#include <functional>

#include "absl/strings/match.h"
#include "services/escalation/deadlines.h"
#include "services/term/commands.h"
#include "services/term/queries.h"
#include "tests/services/improvement/office.h"

namespace waarborg::term {
namespace {

using improvement::kPlan;
using improvement::kProvider;
using waarborg::testing::FieldFaults;
using waarborg::testing::IsOk;
using waarborg::testing::ReasonIs;

constexpr char kSubmission[] = "improvement.submission-due";

class TermTest : public improvement::Office {
 protected:
  TermTest() { WalkToRequested(); }

  template <class Request>
  static Request About(const std::string& kind) {
    Request request;
    request.set_parent("regions/nmd");
    request.set_resource(kPlan);
    request.set_kind(kind);
    request.set_reason("De aanbieder wacht op stukken");
    return request;
  }

  template <class Request>
  absl::StatusOr<v1::Term> Do(absl::StatusOr<v1::Term> (*command)(ledger::UnitOfWork&, const Request&,
                                                                  const Rules&),
                              const Request& request, const call::Caller& who) {
    return desk.Run(std::function<absl::StatusOr<v1::Term>(ledger::UnitOfWork&, const Request&)>(
                        [command](ledger::UnitOfWork& unit, const Request& each) {
                          return command(unit, each, improvement::Deadlines());
                        }),
                    request, who);
  }

  absl::StatusOr<v1::Term> Extend(absl::CivilDay last, const call::Caller& who,
                                  const std::string& kind = kSubmission) {
    auto request = About<v1::ExtendTermRequest>(kind);
    *request.mutable_due_date() = ledger::DateOf(last);
    return Do(&ExtendTerm, request, who);
  }
  absl::StatusOr<v1::Term> Suspend(const call::Caller& who) {
    return Do(&SuspendTerm, About<v1::SuspendTermRequest>(kSubmission), who);
  }
  absl::StatusOr<v1::Term> Resume(const call::Caller& who) {
    return Do(&ResumeTerm, About<v1::ResumeTermRequest>(kSubmission), who);
  }

  std::vector<v1::Term> List(v1::ListTermsRequest request) {
    request.set_parent("regions/nmd");
    const auto page = desk.Ask(&ListTerms, request, manager);
    EXPECT_THAT(page, IsOk());
    if (!page.ok()) return {};
    return {page->terms().begin(), page->terms().end()};
  }
};

TEST_F(TermTest, ATermShowsItsRuleItsStartAndWhoseItIs) {
  const std::vector<v1::Term> terms = List({});
  ASSERT_EQ(terms.size(), 1U);
  EXPECT_EQ(terms[0].resource(), kPlan);
  EXPECT_EQ(terms[0].kind(), kSubmission);
  EXPECT_EQ(terms[0].provider(), kProvider);
  EXPECT_EQ(terms[0].rule(), "plan_submission_working_days=20");
  EXPECT_EQ(ledger::TimeOf(terms[0].start_time()), desk.clock.Now());
}

TEST_F(TermTest, ListsAreOfARegionAProviderAResourceAndBeforeAMoment) {
  v1::ListTermsRequest request;
  request.set_provider(kProvider);
  EXPECT_EQ(List(request).size(), 1U);
  request.set_provider(improvement::kOtherProvider);
  EXPECT_TRUE(List(request).empty());
  request.clear_provider();
  request.set_resource(kPlan);
  EXPECT_EQ(List(request).size(), 1U);
  request.clear_resource();
  *request.mutable_due_before() = ledger::Stamp(desk.clock.Now());
  EXPECT_TRUE(List(request).empty());
  *request.mutable_due_before() = ledger::Stamp(desk.clock.Now() + absl::Hours(24 * 60));
  EXPECT_EQ(List(request).size(), 1U);
}

TEST_F(TermTest, AnExtensionMovesThePlansOwnDateAndTellsWhy) {
  const auto term = Extend(absl::CivilDay(2025, 7, 18), manager);
  ASSERT_THAT(term, IsOk());
  EXPECT_EQ(LastDayOf(term->due_time()), absl::CivilDay(2025, 7, 18));
  EXPECT_EQ(LastDayOf(Stored().submission_due_time()), absl::CivilDay(2025, 7, 18));
  const audit::v1::Event event = desk.LastEvent();
  EXPECT_EQ(event.kind(), "TermExtended");
  EXPECT_EQ(event.resource(), kPlan);
  EXPECT_EQ(event.provider(), kProvider);
  EXPECT_EQ(event.reason(), "De aanbieder wacht op stukken");
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 7, 18)), 0);
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 7, 19)), 1);
}

TEST_F(TermTest, AnExtensionEndsOnAWorkingDay) {
  EXPECT_EQ(LastDayOf(Extend(absl::CivilDay(2025, 7, 19), manager)->due_time()), absl::CivilDay(2025, 7, 21));
}

TEST_F(TermTest, AnOverdueOneThatIsExtendedIsOverdueNoMore) {
  WaitUntil(absl::CivilDay(2025, 7, 2));
  ASSERT_TRUE(Stored().overdue());
  ASSERT_THAT(Extend(absl::CivilDay(2025, 8, 1), manager), IsOk());
  EXPECT_FALSE(Stored().overdue());
}

TEST_F(TermTest, WhileItStandsStillThePlanHasNoDateAndNothingFires) {
  ASSERT_THAT(Suspend(manager), IsOk());
  EXPECT_FALSE(Stored().has_submission_due_time());
  EXPECT_TRUE(List({}).empty());
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 9, 1)), 0);
  const auto term = Resume(manager);
  ASSERT_THAT(term, IsOk());
  EXPECT_EQ(LastDayOf(term->due_time()), absl::CivilDay(2025, 9, 29));
  EXPECT_EQ(LastDayOf(Stored().submission_due_time()), absl::CivilDay(2025, 9, 29));
  EXPECT_EQ(term->changes_size(), 2);
}

TEST_F(TermTest, OnlyWhoMayMoveItDoes) {
  EXPECT_THAT(Extend(absl::CivilDay(2025, 7, 18), reader), ReasonIs("ROLE_NOT_ALLOWED"));
  EXPECT_THAT(Suspend(provider_user), ReasonIs("ROLE_NOT_ALLOWED"));
}

// Five hundred signs of three bytes each would come back in an answer that has no room for them.
TEST_F(TermTest, ANameThatIsNoneIsRefusedByItsField) {
  auto request = About<v1::SuspendTermRequest>(kSubmission);
  std::string signs;
  for (int i = 0; i < 500; ++i) signs += "\u20ac";
  request.set_resource(signs);
  const absl::StatusOr<v1::Term> refused = Do(&SuspendTerm, request, manager);
  EXPECT_THAT(refused, ReasonIs("INVALID_REQUEST"));
  EXPECT_FALSE(absl::StrContains(refused.status().ToString(), signs));
}

TEST_F(TermTest, WhatTheLawOrAnotherActFixesStays) {
  ASSERT_THAT(Submit(), IsOk());
  ASSERT_THAT(Approve(), IsOk());
  EXPECT_THAT(Extend(absl::CivilDay(2026, 7, 18), manager, "improvement.end-date"), ReasonIs("TERM_FIXED"));
  EXPECT_THAT(Extend(absl::CivilDay(2026, 7, 18), manager), ReasonIs("TERM_NOT_FOUND"));
}

TEST_F(TermTest, AProvisionalMeasureCannotBeStretched) {
  for (const ledger::DeadlineRule& rule : escalation::Deadlines()) {
    if (rule.kind == escalation::kProvisionalLapse) {
      EXPECT_EQ(rule.moving.follow, nullptr);
    }
    if (rule.kind == escalation::kAcuteResponseDue) {
      EXPECT_FALSE(rule.moving.may_stand_still);
      EXPECT_EQ(rule.moving.role, team::v1::ROLE_DECISION_MAKER);
    }
  }
}

TEST_F(TermTest, AnEarlierDateIsNoExtension) {
  EXPECT_EQ(FieldFaults(Extend(absl::CivilDay(2025, 6, 10), manager).status()),
            std::vector<std::string>{"due_date: DUE_DATE_NOT_LATER"});
}

TEST_F(TermTest, AStaleEtagIsRefusedAndARehearsalKeepsNothing) {
  auto request = About<v1::SuspendTermRequest>(kSubmission);
  request.set_etag("stale");
  EXPECT_THAT(Do(&SuspendTerm, request, manager), ReasonIs("ETAG_MISMATCH"));
  request.set_etag(List({}).front().etag());
  request.set_validate_only(true);
  EXPECT_THAT(Do(&SuspendTerm, request, manager), IsOk());
  EXPECT_EQ(List({}).size(), 1U);
}

}  // namespace
}  // namespace waarborg::term
