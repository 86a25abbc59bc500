#ifndef WAARBORG_SERVICES_EVIDENCE_VISIBILITY_H_
#define WAARBORG_SERVICES_EVIDENCE_VISIBILITY_H_

// Who sees which attachment, and how much of it.

#include <algorithm>
#include <string>

#include "absl/status/status.h"
#include "services/call/authorization.h"
#include "services/call/call.h"
#include "services/call/code.h"
#include "services/evidence/errors.h"
#include "services/evidence/rules/confidentiality.h"
#include "services/language/status_macros.h"
#include "waarborg/evidence/v1/evidence.pb.h"

namespace waarborg::evidence {

// OK when the caller may see it. PERMISSION_DENIED (OTHER_PROVIDER, CLASS_NOT_ALLOWED).
inline absl::Status CheckVisible(const call::Caller& caller, const v1::Attachment& attachment) {
  RETURN_IF_ERROR(call::CheckOwnProvider(caller, attachment.provider()));
  const Roles allowed = MaySee(attachment.confidentiality());
  const bool sees = caller.Holds(team::v1::ROLE_SYSTEM) ||
                    std::any_of(caller.roles.begin(), caller.roles.end(),
                                [&allowed](team::v1::Role role) { return allowed.Contains(role); });
  if (sees) return absl::OkStatus();
  return errors::ClassNotAllowed(attachment.name(), call::CodeOf(attachment.confidentiality()));
}

// The attachment as this caller may read it. What it supports may tell a provider of a step that is being
// prepared.
inline v1::Attachment VisibleTo(const call::Caller& caller, v1::Attachment attachment) {
  if (caller.IsOnlyProvider()) attachment.clear_links();
  return attachment;
}

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_VISIBILITY_H_
