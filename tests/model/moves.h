#ifndef WAARBORG_TESTS_MODEL_MOVES_H_
#define WAARBORG_TESTS_MODEL_MOVES_H_

// What anyone may wish for. A move knows which row of which lifecycle it would follow, so that a history can
// be led towards what is legal now; its arguments are plausible, and sometimes wrong.

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "tests/model/world.h"

namespace waarborg::model {

// What a move does to the story.
enum class Way {
  kOpens,   // something new begins
  kOn,      // nearer to the end
  kBack,    // away from it
  kBeside,  // the state stays
};

struct Move {
  absl::string_view name;
  // The lifecycle and event of its row; an empty noun for what follows no table.
  absl::string_view noun;
  absl::string_view event;
  Way way;
  int weight;
  // Does it to the target: a resource name, "" for what is yet to be made.
  absl::Status (*act)(World& world, const std::string& target, const call::Caller& who);
};

const std::vector<Move>& AssessmentMoves();
const std::vector<Move>& ImprovementMoves();
const std::vector<Move>& EscalationMoves();

// One wish, mostly for what its state and somebody's role allow. `ending`: only what brings things to their
// end. Answers whether there was anything to wish for.
bool Wish(World& world, bool ending);

// The resources that have not ended.
std::vector<std::string> Unended(const World& world);

// --- What the moves have in common.

template <class Request>
Request About(const std::string& name) {
  Request request;
  request.set_name(name);
  return request;
}

template <class Request>
Request Because(World& world, const std::string& name) {
  Request request = About<Request>(name);
  request.set_reason(world.Reason());
  return request;
}

// A provider's act entered by someone else names the document.
template <class Request>
void NameDocument(World& world, const call::Caller& who, Request& request) {
  const bool own = who.FirstOf({team::v1::ROLE_PROVIDER_USER}) != team::v1::ROLE_UNSPECIFIED;
  if (own || world.Chance(3)) return;
  request.mutable_on_behalf_of_provider()->set_document("Brief van de aanbieder");
  *request.mutable_on_behalf_of_provider()->mutable_date() = world.Day(0);
}

// A record of this kind, whatever its state; a name that nothing has when there is none.
template <class Message>
std::string SomeName(World& world) {
  const Shelf<Message>& all = world.shelves().Of<Message>();
  return all.empty() ? "nothing" : world.Pick(all).first;
}

// One of the confirmations that wait, or any act; its digest, or now and then another.
template <class Record, class Request>
void Choose(World& world, const Record& record, Request& request) {
  request.set_act(static_cast<Act>(1 + world.Below(12)));
  request.set_content_digest("none");
  std::vector<team::v1::Confirmation> waiting;
  for (const team::v1::Confirmation& each : record.confirmations()) {
    if (each.confirmer().empty()) waiting.push_back(each);
  }
  if (waiting.empty()) return;
  const team::v1::Confirmation chosen = world.Pick(waiting);
  request.set_act(chosen.act());
  if (!world.Chance(3)) request.set_content_digest(chosen.content_digest());
}

// For requests that hold nothing but a name.
template <auto command, class Request>
absl::Status Simply(World& world, const std::string& target, const call::Caller& who) {
  return world.Do(command, About<Request>(target), who);
}

// For requests that hold a name and a reason.
template <auto command, class Request>
absl::Status For(World& world, const std::string& target, const call::Caller& who) {
  return world.Do(command, Because<Request>(world, target), who);
}

}  // namespace waarborg::model

#endif  // WAARBORG_TESTS_MODEL_MOVES_H_
