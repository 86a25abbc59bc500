#include "services/registry/rules/lifecycle.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace waarborg::registry {
namespace {

using rules::EnumSet;
using team::v1::Role;
using Cert = v1::Certificate;
using Judgement = v1::ExternalJudgement;

constexpr Role QM = team::v1::ROLE_QUALITY_MANAGER;
constexpr Role PU = team::v1::ROLE_PROVIDER_USER;
constexpr Role CM = team::v1::ROLE_CONTRACT_MANAGER;
constexpr Role AD = team::v1::ROLE_ADMINISTRATOR;
constexpr Role SY = team::v1::ROLE_SYSTEM;

// What the reference says, written down apart from the table: per event who may, and where each state leads.
template <class State>
struct Promise {
  std::string event;
  std::set<Role> roles;
  std::map<State, State> moves;  // from (0: creation) to
};

std::vector<Promise<CertificateState>> CertificatePromises() {
  constexpr CertificateState NONE = Cert::STATE_UNSPECIFIED;
  constexpr CertificateState APP = Cert::STATE_APPOINTMENT_MADE, CLA = Cert::STATE_CLAIMED,
                             VAL = Cert::STATE_VALID, REJ = Cert::STATE_REJECTED, NEAR = Cert::STATE_EXPIRING,
                             EXP = Cert::STATE_EXPIRED, SUP = Cert::STATE_SUPERSEDED,
                             SUS = Cert::STATE_SUSPENDED, WIT = Cert::STATE_WITHDRAWN;
  return {
      {"announce_appointment", {PU, QM}, {{NONE, APP}}},
      {"register", {PU, QM}, {{NONE, CLA}, {APP, CLA}}},
      {"verify_ok", {QM}, {{CLA, VAL}}},
      {"verify_failed", {QM}, {{CLA, REJ}}},
      {"scope_mismatch", {QM}, {{VAL, VAL}, {NEAR, NEAR}}},
      {"clear_scope_mismatch", {QM}, {{VAL, VAL}, {NEAR, NEAR}}},
      {"record_surveillance", {PU, QM}, {{VAL, VAL}, {NEAR, NEAR}}},
      {"mark_surveillance_overdue", {SY}, {{VAL, VAL}, {NEAR, NEAR}}},
      {"expiry_near", {SY}, {{VAL, NEAR}}},
      {"renew", {QM}, {{VAL, SUP}, {NEAR, SUP}, {EXP, SUP}}},
      {"expire", {SY}, {{VAL, EXP}, {NEAR, EXP}, {SUS, EXP}}},
      {"suspend", {QM}, {{VAL, SUS}, {NEAR, SUS}}},
      {"withdraw", {QM}, {{VAL, WIT}, {NEAR, WIT}, {SUS, WIT}}},
      {"reinstate", {QM}, {{SUS, VAL}}},
      {"record_review", {QM}, {{SUS, SUS}, {EXP, EXP}, {WIT, WIT}, {SUP, SUP}}},
  };
}

std::vector<Promise<ObligationState>> ObligationPromises() {
  constexpr ObligationState NONE = v1::Obligation::STATE_UNSPECIFIED;
  constexpr ObligationState OPEN = v1::Obligation::STATE_OPEN, WAIVED = v1::Obligation::STATE_WAIVED;
  return {
      {"open", {QM, CM, AD}, {{NONE, OPEN}}}, {"deliver", {PU, QM, CM}, {{OPEN, OPEN}}},
      {"mark_overdue", {SY}, {{OPEN, OPEN}}}, {"waive", {QM}, {{OPEN, WAIVED}}},
      {"resume", {QM}, {{WAIVED, OPEN}}},
  };
}

std::vector<Promise<JudgementState>> JudgementPromises() {
  constexpr JudgementState NONE = Judgement::STATE_UNSPECIFIED;
  constexpr JudgementState REC = Judgement::STATE_RECORDED, SUP = Judgement::STATE_SUPERSEDED;
  return {
      {"record", {QM, CM}, {{NONE, REC}}},
      {"record_divergence", {QM}, {{REC, REC}}},
      {"supersede", {QM, CM}, {{REC, SUP}}},
  };
}

template <class State, std::size_t N>
void ExpectPromise(const rules::Lifecycle<State, Role, N>& lifecycle, const Promise<State>& promise,
                   State from, Role role) {
  const rules::Step<State, Role> step = rules::Ask(lifecycle, from, promise.event, EnumSet<Role>{role});
  const auto move = promise.moves.find(from);
  SCOPED_TRACE(promise.event + " from " + std::to_string(from) + " by " + team::v1::Role_Name(role));
  if (!promise.roles.contains(role)) {
    EXPECT_EQ(step.refusal, rules::Refusal::kWrongRole);
  } else if (move == promise.moves.end()) {
    EXPECT_EQ(step.refusal, rules::Refusal::kWrongState);
  } else {
    ASSERT_TRUE(step.allowed());
    EXPECT_EQ(step.to, move->second);
  }
}

template <class State, std::size_t N>
void ExpectPromises(const rules::Lifecycle<State, Role, N>& lifecycle,
                    const std::vector<Promise<State>>& promises, State last) {
  std::set<std::string> promised;
  for (const Promise<State>& promise : promises) {
    promised.insert(promise.event);
    for (int from = 0; from <= last; ++from) {
      for (int role = team::v1::Role_MIN + 1; role <= team::v1::Role_MAX; ++role) {
        ExpectPromise(lifecycle, promise, static_cast<State>(from), static_cast<Role>(role));
      }
    }
  }
  std::set<std::string> known;
  for (const auto& row : lifecycle.rows) known.insert(std::string(row.event));
  EXPECT_EQ(known, promised);
}

TEST(CertificateLifecycle, EveryStateEventAndRoleAnswersAsTheReferenceSays) {
  ExpectPromises(kCertificateLifecycle, CertificatePromises(), Cert::State_MAX);
}

TEST(CertificateLifecycle, OnlyAPersonMakesACertificateCount) {
  for (const auto& row : kCertificateLifecycle.rows) {
    if (row.to != Cert::STATE_VALID) continue;
    EXPECT_EQ(row.roles, EnumSet<Role>{QM}) << row.event;
  }
}

TEST(CertificateLifecycle, TheTimerOnlyWarnsAndEnds) {
  for (const auto& row : kCertificateLifecycle.rows) {
    if (!row.roles.Contains(SY)) continue;
    const bool warns_or_ends =
        row.to == Cert::STATE_UNSPECIFIED || row.to == Cert::STATE_EXPIRING || row.to == Cert::STATE_EXPIRED;
    EXPECT_TRUE(warns_or_ends) << row.event;
  }
}

TEST(ObligationLifecycle, EveryStateEventAndRoleAnswersAsTheTableSays) {
  ExpectPromises(kObligationLifecycle, ObligationPromises(), v1::Obligation::State_MAX);
}

TEST(ExternalJudgementLifecycle, EveryStateEventAndRoleAnswersAsTheTableSays) {
  ExpectPromises(kExternalJudgementLifecycle, JudgementPromises(), Judgement::State_MAX);
}

}  // namespace
}  // namespace waarborg::registry
