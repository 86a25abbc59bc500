#include "services/evidence/rules/lifecycle.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace waarborg::evidence {
namespace {

using team::v1::Role;
using State = AttachmentState;

constexpr Role TM = team::v1::ROLE_TEAM_MEMBER;
constexpr Role QM = team::v1::ROLE_QUALITY_MANAGER;
constexpr Role CM = team::v1::ROLE_CONTRACT_MANAGER;
constexpr Role PU = team::v1::ROLE_PROVIDER_USER;
constexpr Role SY = team::v1::ROLE_SYSTEM;

constexpr State NONE = v1::Attachment::STATE_UNSPECIFIED;
constexpr State QUA = v1::Attachment::STATE_QUARANTINED;
constexpr State AVA = v1::Attachment::STATE_AVAILABLE;
constexpr State REJ = v1::Attachment::STATE_REJECTED;
constexpr State WIT = v1::Attachment::STATE_WITHDRAWN;

// What is promised, written down apart from the table: per event who may, and where each state leads.
struct Promise {
  std::string event;
  std::set<Role> roles;
  std::map<State, State> moves;  // from (NONE: creation) to
};

std::vector<Promise> Promises() {
  return {
      {"receive", {TM, QM, CM, PU}, {{NONE, QUA}}},
      {"receive_unscanned", {TM, QM, CM, PU}, {{NONE, AVA}}},
      {"record_seen", {TM, QM}, {{NONE, AVA}}},
      {"find_clean", {SY}, {{QUA, AVA}}},
      {"find_infected", {SY}, {{QUA, REJ}}},
      {"note_failed_scan", {SY}, {{QUA, QUA}}},
      {"update", {TM, QM, CM}, {{QUA, QUA}, {AVA, AVA}}},
      {"link", {TM, QM, CM, PU}, {{AVA, AVA}}},
      {"unlink", {TM, QM, CM}, {{QUA, QUA}, {AVA, AVA}, {REJ, REJ}}},
      {"supersede", {TM, QM, CM, PU}, {{QUA, QUA}, {AVA, AVA}, {REJ, REJ}}},
      {"mark_expired", {SY}, {{QUA, QUA}, {AVA, AVA}}},
      {"withdraw", {QM}, {{QUA, WIT}, {AVA, WIT}, {REJ, WIT}}},
  };
}

void ExpectPromise(const Promise& promise, State from, Role role) {
  const rules::Step<State, Role> step =
      rules::Ask(kAttachmentLifecycle, from, promise.event, rules::EnumSet<Role>{role});
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

TEST(AttachmentLifecycleTest, EveryStateEventAndRoleAnswersAsPromised) {
  for (const Promise& promise : Promises()) {
    for (int from = 0; from <= v1::Attachment::State_MAX; ++from) {
      for (int role = team::v1::Role_MIN + 1; role <= team::v1::Role_MAX; ++role) {
        ExpectPromise(promise, static_cast<State>(from), static_cast<Role>(role));
      }
    }
  }
}

TEST(AttachmentLifecycleTest, KnowsNoOtherEvents) {
  std::set<std::string> promised;
  for (const Promise& promise : Promises()) promised.insert(promise.event);
  std::set<std::string> known;
  for (const auto& row : kAttachmentLifecycle.rows) known.insert(std::string(row.event));
  EXPECT_EQ(known, promised);
}

TEST(AttachmentLifecycleTest, OnlyTheScannerLetsSomethingOutOfQuarantineToBeUsed) {
  for (const auto& row : kAttachmentLifecycle.rows) {
    const bool out = row.from.Contains(QUA) && row.to == AVA;
    EXPECT_TRUE(!out || row.event == "find_clean") << row.event;
  }
}

TEST(AttachmentLifecycleTest, OnlyWhatIsAvailableCanBeLeanedOn) {
  for (const auto& row : kAttachmentLifecycle.rows) {
    if (row.event != "link") continue;
    EXPECT_EQ(row.from, AttachmentStates{AVA});
  }
}

}  // namespace
}  // namespace waarborg::evidence
