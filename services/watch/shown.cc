#include "services/watch/shown.h"

#include <string>

#include "absl/status/status.h"
#include "services/language/status_macros.h"

namespace waarborg::watch {
namespace {

v1::Change ChangeOf(const audit::v1::Event& event) {
  v1::Change change;
  change.set_event(event.name());
  *change.mutable_time() = event.time();
  change.set_actor(event.actor());
  change.set_role(event.role());
  change.set_on_behalf_of(event.on_behalf_of());
  change.set_kind(event.kind());
  change.set_resource(event.resource());
  change.set_provider(event.provider());
  change.set_from_state(event.from_state());
  change.set_to_state(event.to_state());
  change.set_level(event.level());
  change.set_reason(event.reason());
  return change;
}

bool IsOfProvidersSide(const audit::v1::Event& event) {
  return event.role() == team::v1::ROLE_PROVIDER_USER || !event.on_behalf_of().empty();
}

// Whether a provider may hear of an act of another, when it may read what the act was about.
bool IsNewsForProvider(const audit::v1::Event& event) {
  return event.from_state() != event.to_state() && event.role() != team::v1::ROLE_SECOND_READER;
}

void LeaveOutWhoAndWhy(v1::Change& change) {
  change.clear_actor();
  change.clear_role();
  change.clear_reason();
}

}  // namespace

absl::StatusOr<std::optional<v1::Change>> Shown(const storage::Store& store, const Neighbours& neighbours,
                                                const call::Caller& caller, const audit::v1::Event& event,
                                                bool callers_own) {
  v1::Change change = ChangeOf(event);
  if (callers_own) {
    ASSIGN_OR_RETURN(const bool is_callers,
                     neighbours.is_callers_task(*store.Read(), caller, event.resource()));
    if (!is_callers) return std::optional<v1::Change>();
  }
  if (!caller.IsOnlyProvider()) return change;
  const bool own = IsOfProvidersSide(event);
  if (!own && !IsNewsForProvider(event)) return std::optional<v1::Change>();
  const absl::Status readable = neighbours.may_read(*store.Read(), caller, event.resource()).status();
  if (absl::IsNotFound(readable) || absl::IsPermissionDenied(readable) || absl::IsInvalidArgument(readable)) {
    return std::optional<v1::Change>();
  }
  if (!readable.ok()) return readable;
  if (!own) LeaveOutWhoAndWhy(change);
  return change;
}

}  // namespace waarborg::watch
