#ifndef WAARBORG_SERVICES_NOTICE_MAILER_H_
#define WAARBORG_SERVICES_NOTICE_MAILER_H_

#include <string>

#include "absl/status/status.h"

namespace waarborg::notice {

struct Mail {
  std::string to;
  std::string content;  // headers, an empty line, the body; lines end with CR LF
};

// Hands a mail to a mail server.
class Mailer {
 public:
  virtual ~Mailer() = default;

  // OK: the server took it. UNAVAILABLE: not reached, no answer in time, or to be tried later.
  // FAILED_PRECONDITION: refused for good. CANCELLED: broken off, as the server stops. Blocks, for a bounded
  // time.
  virtual absl::Status Send(const Mail& mail) = 0;
};

}  // namespace waarborg::notice

#endif  // WAARBORG_SERVICES_NOTICE_MAILER_H_
