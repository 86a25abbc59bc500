#ifndef WAARBORG_SERVICES_NOTICE_RULES_ADDRESS_H_
#define WAARBORG_SERVICES_NOTICE_RULES_ADDRESS_H_

#include "absl/strings/string_view.h"

namespace waarborg::notice {

// An e-mail address that can be written to without quoting: letters, digits and !#$%&'*+-/=?^_`{|}~. before
// one
// @, a host name after it. So nothing in it can end a line or a header (RFC 5321, 4.1.2).
bool IsMailAddress(absl::string_view text);

}  // namespace waarborg::notice

#endif  // WAARBORG_SERVICES_NOTICE_RULES_ADDRESS_H_
