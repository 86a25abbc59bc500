// Every state with every event and every role, against the course as the reference tells it (4.1, 4.3 and the
// list that opens section 4), written down here a second time.

#include "services/assessment/rules/lifecycle.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "gtest/gtest.h"
#include "services/call/code.h"

namespace waarborg::assessment {
namespace {

using team::v1::Role;

struct Row {
  const char* event;
  const char* from;   // codes; "-" for a creation
  const char* roles;  // codes
  const char* to;     // code; "=" for the same state
};

constexpr char kAll[] =
    "PLANNED ANNOUNCED PREPARING FIELDWORK SCORING REVIEW DRAFT_SENT RESPONSE_IN FINAL CLOSED CANCELLED";
constexpr char kBefore[] = "PLANNED ANNOUNCED PREPARING FIELDWORK SCORING REVIEW";

constexpr Row kReference[] = {
    {"create", "-", "QUALITY_MANAGER", "PLANNED"},
    {"announce", "PLANNED", "QUALITY_MANAGER", "ANNOUNCED"},
    {"start_unannounced", "PLANNED", "QUALITY_MANAGER", "FIELDWORK"},
    {"open_preparation", "PLANNED ANNOUNCED", "QUALITY_MANAGER", "PREPARING"},
    {"set_scope", "PREPARING FIELDWORK", "QUALITY_MANAGER", "="},
    {"start_fieldwork", "PLANNED ANNOUNCED PREPARING", "QUALITY_MANAGER", "FIELDWORK"},
    {"record_observation", "FIELDWORK", "TEAM_MEMBER QUALITY_MANAGER", "="},
    {"report_acute_unsafety", "FIELDWORK", "TEAM_MEMBER QUALITY_MANAGER", "="},
    {"finish_fieldwork", "FIELDWORK", "QUALITY_MANAGER", "SCORING"},
    {"score", "PREPARING FIELDWORK SCORING", "QUALITY_MANAGER", "="},
    {"propose_scores", "PREPARING FIELDWORK SCORING", "TEAM_MEMBER", "="},
    {"submit_scores", "SCORING", "QUALITY_MANAGER", "REVIEW"},
    {"return_scores", "REVIEW", "SECOND_READER", "SCORING"},
    {"ask_narrowing", "SCORING", "QUALITY_MANAGER", "="},
    {"judge_quality", "REVIEW", "QUALITY_MANAGER", "="},
    {"judge_context", "REVIEW", "QUALITY_MANAGER", "="},
    {"judge_trust", "REVIEW", "QUALITY_MANAGER", "="},
    {"conclude", "REVIEW", "QUALITY_MANAGER", "="},
    {"send_draft", "REVIEW", "QUALITY_MANAGER", "DRAFT_SENT"},
    {"resend_draft", "REVIEW", "QUALITY_MANAGER", "RESPONSE_IN"},
    {"record_remark", "DRAFT_SENT", "PROVIDER_USER QUALITY_MANAGER", "="},
    {"submit_response", "DRAFT_SENT", "PROVIDER_USER QUALITY_MANAGER", "RESPONSE_IN"},
    {"extend_response_term", "DRAFT_SENT", "QUALITY_MANAGER", "="},
    {"expire_response_term", "DRAFT_SENT", "SYSTEM", "RESPONSE_IN"},
    {"answer_remark", "RESPONSE_IN", "QUALITY_MANAGER", "="},
    {"amend_draft", "RESPONSE_IN", "QUALITY_MANAGER", "SCORING"},
    {"finalise", "RESPONSE_IN", "QUALITY_MANAGER", "FINAL"},
    {"close", "FINAL", "QUALITY_MANAGER", "CLOSED"},
    {"ask_cancellation", kBefore, "QUALITY_MANAGER", "="},
    {"cancel", kBefore, "QUALITY_MANAGER", "CANCELLED"},
    {"ask_correction", "FINAL CLOSED", "QUALITY_MANAGER", "="},
    {"correct", "FINAL CLOSED", "QUALITY_MANAGER", "="},
    {"confirm", kAll, "SECOND_READER", "="},
    {"flag_confirmation_overdue", kAll, "SYSTEM", "="},
};

bool Lists(const char* codes, const std::string& code) {
  const std::vector<std::string> all = absl::StrSplit(codes, ' ');
  return std::find(all.begin(), all.end(), code) != all.end();
}

std::vector<State> EveryState() {
  std::vector<State> states = {v1::Assessment::STATE_UNSPECIFIED};
  for (const State state : kAllStates) states.push_back(state);
  return states;
}

void CheckAllRolesFrom(const Row& row, State from) {
  const std::string code = from == State{} ? "-" : call::CodeOf(from);
  for (int number = team::v1::Role_MIN + 1; number <= team::v1::Role_MAX; ++number) {
    const Role role = static_cast<Role>(number);
    const bool expected = Lists(row.from, code) && Lists(row.roles, call::CodeOf(role));
    const rules::Step<State, Role> step = rules::Ask(kAssessmentLifecycle, from, row.event, {role});
    EXPECT_EQ(step.allowed(), expected) << row.event << " from " << code << " by " << call::CodeOf(role);
    if (!expected || !step.allowed()) continue;
    const std::string to = std::string(row.to) == "=" ? code : row.to;
    EXPECT_EQ(call::CodeOf(step.to), to) << row.event << " from " << code;
  }
}

TEST(AssessmentLifecycle, SaysForEveryStateEventAndRoleWhatTheReferenceSays) {
  for (const Row& row : kReference) {
    for (const State from : EveryState()) CheckAllRolesFrom(row, from);
  }
}

TEST(AssessmentLifecycle, HasNoEventThatTheReferenceDoesNotHave) {
  std::set<std::string> told;
  for (const Row& row : kReference) told.insert(row.event);
  for (const auto& row : kAssessmentLifecycle.rows)
    EXPECT_EQ(told.count(std::string(row.event)), 1U) << row.event;
}

TEST(AssessmentLifecycle, KnowsEveryStateOfTheProto) {
  EXPECT_EQ(kAllStates.size(), v1::Assessment::State_ARRAYSIZE - 1);
}

TEST(AssessmentLifecycle, LetsNobodyMoveAnAssessmentThatIsClosedOrCancelled) {
  for (const auto& row : kAssessmentLifecycle.rows) {
    for (const State end : {kClosed, kCancelled}) {
      if (!row.from.Contains(end)) continue;
      EXPECT_EQ(rules::TargetState(row, end), end) << row.event;
    }
  }
}

TEST(AssessmentLifecycle, LeavesDecidingToPeople) {
  for (const auto& row : kAssessmentLifecycle.rows) {
    const bool decides =
        row.to == kReview || row.to == kFinal || row.to == kDraftSent || row.to == kCancelled;
    if (!decides) continue;
    EXPECT_FALSE(row.roles.Contains(team::v1::ROLE_SYSTEM)) << row.event;
  }
}

}  // namespace
}  // namespace waarborg::assessment
