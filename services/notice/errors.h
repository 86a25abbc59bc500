#ifndef WAARBORG_SERVICES_NOTICE_ERRORS_H_
#define WAARBORG_SERVICES_NOTICE_ERRORS_H_

// What can go wrong with notices. The sentences stand in proto/labels/messages/notice.json under the reason.

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "services/call/error.h"

namespace waarborg::notice::errors {

inline absl::Status OtherMember(absl::string_view member) {
  return call::Error(absl::StatusCode::kPermissionDenied, "OTHER_MEMBER").With("member", member);
}

}  // namespace waarborg::notice::errors

#endif  // WAARBORG_SERVICES_NOTICE_ERRORS_H_
