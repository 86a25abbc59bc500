#include "tests/fuzz/traces.h"

#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "clients/cpp/services.h"
#include "services/language/die.h"
#include "services/ledger/journal.h"
#include "services/ledger/replay.h"
#include "storage/keys.h"
#include "storage/schema.h"
#include "tests/model/invariants.h"
#include "waarborg/internal/v1/stored.pb.h"

namespace waarborg::fuzz {
namespace {

using audit::v1::Event;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// The events of a region from a sequence on.
std::vector<Event> EventsFrom(const storage::Reader& reader, const std::string& region,
                              std::int64_t sequence) {
  std::vector<Event> events;
  while (true) {
    const auto event = ledger::ReadEvent(reader, region, static_cast<std::uint64_t>(sequence++));
    if (!event.ok() || !event->has_value()) return events;
    events.push_back(**event);
  }
}

bool IsRehearsal(const Attempt& attempt) {
  const std::unique_ptr<Message> request = NewMessage(*attempt.method->input_type());
  const FieldDescriptor* const field = request->GetDescriptor()->FindFieldByName("validate_only");
  return field != nullptr && request->ParseFromString(attempt.bytes) &&
         request->GetReflection()->GetBool(*request, field);
}

// A request that changes something carries an id, so that it can be sent again.
bool OnlyReads(const Method& method) { return client::RequestIdField(*method.input_type()) == nullptr; }

// A version that is published already is answered again (framework.proto).
bool MayChangeNothing(const Method& method) { return method.name() == "PublishFrameworkVersion"; }

// Regions are made in the journal of no region, and changed in their own.
std::vector<std::string> JournalsInOrder(const storage::Reader& reader) {
  std::vector<std::string> regions = {"shared"};
  for (const auto& [region, size] : ReadHeads(reader)) {
    if (region != regions.front()) regions.push_back(region);
  }
  return regions;
}

}  // namespace

Heads ReadHeads(const storage::Reader& reader) {
  Heads heads;
  const absl::Status read = reader.Scan(
      storage::tables::kJournalHead, {}, [&heads](absl::string_view key, absl::string_view value) {
        internal::v1::JournalHead head;
        const absl::StatusOr<std::string> region = storage::KeyParser(key).Text();
        if (!region.ok() || !head.ParseFromString(std::string(value))) language::Die("no journal head");
        heads[*region] = head.size();
        return true;
      });
  if (!read.ok()) language::Die(read.message());
  return heads;
}

std::vector<Event> EventsSince(const storage::Reader& reader, const Heads& before) {
  std::vector<Event> events;
  for (const auto& [region, size] : ReadHeads(reader)) {
    const auto known = before.find(region);
    const std::int64_t seen = known == before.end() ? 0 : known->second;
    if (size == seen) continue;
    for (Event& event : EventsFrom(reader, region, seen + 1)) {
      if (event.actor() != "system") events.push_back(std::move(event));
    }
  }
  return events;
}

std::string RequestIdOf(const Attempt& attempt) {
  const std::unique_ptr<Message> request = NewMessage(*attempt.method->input_type());
  const FieldDescriptor* const field = client::RequestIdField(*request->GetDescriptor());
  if (field == nullptr || !request->ParseFromString(attempt.bytes)) return "";
  return request->GetReflection()->GetString(*request, field);
}

Breaches BreachesOfEvents(const Attempt& attempt, bool accepted, bool first,
                          const std::vector<Event>& events) {
  Breaches breaches;
  const bool may_write = accepted && !OnlyReads(*attempt.method) && !IsRehearsal(attempt);
  // An upload that breaks off can be taken up again.
  const bool begun = events.size() == 1 && events.front().kind() == "UploadStarted";
  if (!may_write && !events.empty() && !begun) {
    breaches.push_back(absl::StrCat("RefusalsLeaveNothing: ", events.front().kind()));
  }
  const bool must_write = may_write && first && !MayChangeNothing(*attempt.method);
  if (must_write && events.empty()) breaches.push_back("AcceptedActsAreRecorded: no event");
  for (const Event& event : events) {
    if (event.actor() == attempt.member) continue;
    breaches.push_back(absl::StrCat("AcceptedActsAreRecorded: by ", event.actor()));
  }
  return breaches;
}

Breaches BreachesOfStore(const storage::Reader& reader) {
  Breaches breaches;
  ledger::ReplayedState replayed;
  for (const std::string& region : JournalsInOrder(reader)) {
    for (const std::string& breach : model::JournalHoldsTogether(reader, region)) {
      breaches.push_back(absl::StrCat("JournalHoldsTogether: ", region, ": ", breach));
    }
    for (const Event& event : EventsFrom(reader, region, 1)) ledger::Apply(event, replayed);
  }
  for (const std::string& breach : model::ReplayIsWhatIsStored(reader, replayed)) {
    breaches.push_back(absl::StrCat("ReplayIsWhatIsStored: ", breach));
  }
  return breaches;
}

}  // namespace waarborg::fuzz
