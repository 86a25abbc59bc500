#include "tests/model/shelves.h"

#include "absl/strings/str_cat.h"
#include "services/language/die.h"
#include "storage/schema.h"

namespace waarborg::model {
namespace {

std::string DeadlineName(absl::string_view resource, absl::string_view kind) {
  return absl::StrCat(resource, "|", kind);
}

template <class Message>
Message Parsed(const audit::v1::RecordChange& change) {
  Message message;
  if (!message.ParseFromString(change.after())) language::Die("an after-image that is no " + change.type());
  return message;
}

template <class Message>
void Keep(const std::string& name, Message after, Shelf<Message>& shelf, Changes<Message>& changes) {
  const auto [place, is_new] = shelf.try_emplace(name);
  changes.push_back({.is_new = is_new, .before = place->second, .after = after});
  place->second = std::move(after);
}

// Keeps the record when it is of this type.
template <class Message>
bool KeepIf(const audit::v1::RecordChange& change, ForEveryRecord<Shelf>& shelves,
            ForEveryRecord<Changes>& changes) {
  if (change.type() != Message::descriptor()->full_name()) return false;
  Message after = Parsed<Message>(change);
  const std::string name = after.name();
  Keep(name, std::move(after), std::get<Shelf<Message>>(shelves), std::get<Changes<Message>>(changes));
  return true;
}

template <class... Messages>
void KeepAny(const audit::v1::RecordChange& change, ForEveryRecord<Shelf>& shelves,
             ForEveryRecord<Changes>& changes) {
  (void)(KeepIf<Messages>(change, shelves, changes) || ...);
}

}  // namespace

Moment Shelves::Take(const audit::v1::Event& event) {
  Moment moment;
  moment.event = event;
  for (const audit::v1::RecordChange& change : event.changes()) {
    const auto deadline = deadline_keys_.find(change.key());
    if (change.type() == Deadline::descriptor()->full_name()) {
      Deadline after = Parsed<Deadline>(change);
      const std::string name = DeadlineName(after.resource(), after.kind());
      deadline_keys_[change.key()] = name;
      Keep(name, std::move(after), std::get<Shelf<Deadline>>(shelves_),
           std::get<Changes<Deadline>>(moment.changes));
    } else if (!change.type().empty()) {
      KeepAny<Assessment, Finding, DecisionRecord, ImprovementPlan, AttentionPoint, Standing, Step, AcuteCase,
              PolicyVersion, Region>(change, shelves_, moment.changes);
    } else if (change.table() == static_cast<int>(storage::tables::kDeadline)) {
      if (deadline != deadline_keys_.end()) std::get<Shelf<Deadline>>(shelves_).erase(deadline->second);
    } else {
      moment.deleted.push_back(absl::StrCat("a record of table ", change.table()));
    }
  }
  ledger::Apply(event, replayed_);
  return moment;
}

bool Shelves::HasDeadline(const std::string& resource, absl::string_view kind) const {
  return Of<Deadline>().contains(DeadlineName(resource, kind));
}

}  // namespace waarborg::model
