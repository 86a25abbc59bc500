#include "services/incident/rules/lifecycle.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace waarborg::incident {
namespace {

using rules::EnumSet;
using team::v1::Role;
using Report = v1::Incident;

constexpr Role QM = team::v1::ROLE_QUALITY_MANAGER;
constexpr Role PU = team::v1::ROLE_PROVIDER_USER;
constexpr Role IC = team::v1::ROLE_INCIDENT_CLIENT;
constexpr Role SY = team::v1::ROLE_SYSTEM;

// What the reference says, written down apart from the table: per event who may, and where each state leads.
struct Promise {
  std::string event;
  std::set<Role> roles;
  std::map<IncidentState, IncidentState> moves;  // from (0: creation) to
};

std::vector<Promise> Promises() {
  constexpr IncidentState NONE = Report::STATE_UNSPECIFIED;
  constexpr IncidentState REC = Report::STATE_RECEIVED, TRI = Report::STATE_TRIAGED,
                          DUP = Report::STATE_DUPLICATE, FOR = Report::STATE_FORWARDED,
                          INQ = Report::STATE_PROVIDER_INQUIRY, REP = Report::STATE_REPORT_IN,
                          OWN = Report::STATE_OWN_INQUIRY, CON = Report::STATE_CONCLUDED,
                          CLO = Report::STATE_CLOSED, WIT = Report::STATE_WITHDRAWN;
  return {
      {"submit_incident", {IC, PU, QM}, {{NONE, REC}}},
      {"mark_acknowledge_overdue", {SY}, {{REC, REC}}},
      {"mark_duplicate", {QM}, {{REC, DUP}}},
      {"triage", {QM}, {{REC, TRI}}},
      {"withdraw_incident", {QM}, {{REC, WIT}, {TRI, WIT}}},
      {"forward", {QM}, {{TRI, FOR}}},
      {"ask_provider_inquiry", {QM}, {{TRI, INQ}}},
      {"mark_inquiry_overdue", {SY}, {{INQ, INQ}}},
      {"deliver_report", {PU, QM}, {{INQ, REP}}},
      {"find_insufficient", {QM}, {{REP, INQ}}},
      {"start_own_inquiry", {QM}, {{TRI, OWN}, {REP, OWN}}},
      {"register_only", {QM}, {{TRI, CON}}},
      {"conclude_incident", {QM}, {{REP, CON}, {OWN, CON}}},
      {"close_incident", {QM}, {{CON, CLO}}},
      {"reopen_incident", {QM}, {{CON, TRI}, {CLO, TRI}}},
  };
}

void ExpectPromise(const Promise& promise, IncidentState from, Role role) {
  const rules::Step<IncidentState, Role> step =
      rules::Ask(kIncidentLifecycle, from, promise.event, EnumSet<Role>{role});
  const auto move = promise.moves.find(from);
  SCOPED_TRACE(promise.event + " from " + std::to_string(from) + " by " + team::v1::Role_Name(role));
  if (!promise.roles.contains(role)) {
    EXPECT_EQ(step.refusal, rules::Refusal::kWrongRole);
    EXPECT_EQ(static_cast<std::size_t>(step.expected_roles.size()), promise.roles.size());
  } else if (move == promise.moves.end()) {
    EXPECT_EQ(step.refusal, rules::Refusal::kWrongState);
  } else {
    ASSERT_TRUE(step.allowed());
    EXPECT_EQ(step.to, move->second);
  }
}

TEST(IncidentLifecycleTest, EveryStateEventAndRoleAnswersAsTheReferenceSays) {
  for (const Promise& promise : Promises()) {
    for (int from = 0; from <= Report::State_MAX; ++from) {
      for (int role = team::v1::Role_MIN + 1; role <= team::v1::Role_MAX; ++role) {
        ExpectPromise(promise, static_cast<IncidentState>(from), static_cast<Role>(role));
      }
    }
  }
}

TEST(IncidentLifecycleTest, KnowsNoOtherEvents) {
  std::set<std::string> events;
  for (const auto& row : kIncidentLifecycle.rows) events.insert(std::string(row.event));
  std::set<std::string> promised;
  for (const Promise& promise : Promises()) promised.insert(promise.event);
  EXPECT_EQ(events, promised);
}

TEST(IncidentLifecycleTest, TimersNeverMoveAReportToAnotherState) {
  for (const auto& row : kIncidentLifecycle.rows) {
    const bool stays = row.to == Report::STATE_UNSPECIFIED;
    EXPECT_TRUE(stays || !row.roles.Contains(SY)) << row.event;
  }
}

TEST(IncidentLifecycleTest, AMachineOnlySubmits) {
  for (const auto& row : kIncidentLifecycle.rows) {
    EXPECT_EQ(row.roles.Contains(IC), row.from.empty()) << row.event;
  }
}

}  // namespace
}  // namespace waarborg::incident
