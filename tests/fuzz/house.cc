#include "tests/fuzz/house.h"

#include <cstddef>
#include <memory>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/call/authorization.h"
#include "tests/fuzz/traces.h"

namespace waarborg::fuzz {
namespace {

using google::protobuf::Message;

// Most of what exists is in this region.
constexpr absl::string_view kHome = "regions/nmd/";

// As many as a person reads.
constexpr std::size_t kMostBreaches = 5;

void Append(const Breaches& more, Breaches& breaches) {
  breaches.insert(breaches.end(), more.begin(), more.end());
}

}  // namespace

std::string Summary(const Tallies& tallies) {
  Tally all;
  int accepted = 0;
  for (const auto& [method, tally] : tallies) {
    all.accepted += tally.accepted;
    all.refused += tally.refused;
    all.unread += tally.unread;
    accepted += tally.accepted > 0 ? 1 : 0;
  }
  return absl::StrCat(all.accepted, " requests accepted, by ", accepted, " of ", tallies.size(), " rpcs; ",
                      all.refused, " refused, ", all.unread, " never read");
}

House::House() : wire_(server_.server->InProcessChannel()) {
  server_.clock->Set(testing::FakeClock().Now());
  cast_[team::v1::ROLE_ADMINISTRATOR].push_back(kAdministrator);
  members_.push_back(kAdministrator);
}

Answer House::Try(const Attempt& attempt) {
  const Heads before = ReadHeads(*server_.store->Read());
  Answer answer = wire_.Send(attempt);
  const bool accepted = answer.status.ok();
  const std::string id = RequestIdOf(attempt);
  const bool first = id.empty() || request_ids_.insert(id).second;
  Breaches found = BreachesOf(attempt, answer);
  Append(BreachesOfEvents(attempt, accepted, first, EventsSince(*server_.store->Read(), before)), found);
  Note(attempt, answer, found);
  if (accepted) Learn(attempt, answer);
  return answer;
}

void House::Note(const Attempt& attempt, const Answer& answer, const Breaches& found) {
  for (const std::string& breach : found) {
    if (breaches_.size() == kMostBreaches) break;
    breaches_.push_back(absl::StrCat(breach, "\n  asked: ", attempt.ToString(), "\n  answered: ",
                                     answer.status.error_code(), " ", answer.status.error_message(), "\n"));
  }
  Tally& tally = tallies_[attempt.method->full_name()];
  if (ReachOf(attempt) != Reach::kHandler) {
    ++tally.unread;
  } else {
    ++(answer.status.ok() ? tally.accepted : tally.refused);
  }
}

void House::Learn(const Attempt& attempt, const Answer& answer) {
  const std::unique_ptr<Message> request = NewMessage(*attempt.method->input_type());
  if (request->ParseFromString(attempt.bytes)) known_.Learn(*request);
  const std::unique_ptr<Message> message = NewMessage(*attempt.method->output_type());
  if (answer.messages.size() != 1 || !message->ParseFromString(answer.messages.front())) return;
  known_.Learn(*message);
  if (attempt.method->name() != "CreateMember") return;
  const auto& member = static_cast<const team::v1::Member&>(*message);
  members_.push_back(member.name());
  for (const int role : member.roles()) cast_[static_cast<team::v1::Role>(role)].push_back(member.name());
}

std::string House::Caller(Chance& chance, const Method& method) const {
  static constexpr const char* kOdd[] = {"",
                                         "system",
                                         "regions/nmd/members/niemand",
                                         "regions/nmd/members/..",
                                         "regions//members/",
                                         "administrator",
                                         kAdministrator};
  if (chance.Percent(5)) return chance.Pick(kOdd);
  const std::vector<call::Role>* const roles =
      call::RolesOf(absl::StrCat(method.service()->full_name(), "/", method.name()));
  if (roles == nullptr || roles->empty() || chance.Percent(10)) return chance.Pick(members_);
  const auto found = cast_.find(chance.Pick(*roles));
  if (found == cast_.end()) return kAdministrator;
  std::string member = chance.Pick(found->second);
  for (int tries = 0; tries < 2 && !absl::StartsWith(member, kHome); ++tries) {
    member = chance.Pick(found->second);
  }
  return member;
}

void House::Audit() {
  for (const int days : {0, 1, 7, 30, 90, 400}) {
    server_.clock->Advance(absl::Hours(24) * days);
    const absl::Status run = server_.server->RunTimers();
    if (!run.ok()) breaches_.push_back(absl::StrCat("TimersRun: ", run.ToString()));
  }
  Append(BreachesOfStore(*server_.store->Read()), breaches_);
}

}  // namespace waarborg::fuzz
