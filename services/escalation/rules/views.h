#ifndef WAARBORG_SERVICES_ESCALATION_RULES_VIEWS_H_
#define WAARBORG_SERVICES_ESCALATION_RULES_VIEWS_H_

// The provider's views in a hearing (Dutch: zienswijzen). Pure.

#include <optional>

#include "google/protobuf/repeated_ptr_field.h"
#include "waarborg/escalation/v1/escalation.pb.h"

namespace waarborg::escalation {

using Views = google::protobuf::RepeatedPtrField<v1::View>;

// The first view without an answer, from 0.
[[nodiscard]] std::optional<int> FirstUnanswered(const Views& views);

// Whether a view came in since the hearing was opened, or opened again.
[[nodiscard]] bool WasHeard(const v1::Hearing& hearing);

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_RULES_VIEWS_H_
