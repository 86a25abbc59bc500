#ifndef WAARBORG_SERVICES_NOTICE_SMTP_H_
#define WAARBORG_SERVICES_NOTICE_SMTP_H_

// Mail by SMTP, through libcurl; encrypted, unless the server is on this machine.

#include <functional>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/notice/mailer.h"

namespace waarborg::notice {

struct SmtpOptions {
  std::string url;   // smtp://127.0.0.1:25 or smtps://...
  std::string from;  // the address of the sender
  absl::Duration connect_within = absl::Seconds(10);
  absl::Duration done_within = absl::Seconds(30);
  std::function<bool()> stopping =
      nullptr;  // asked every second or more often while a mail is sent; null: never
};

// Whether the mail server stands on this machine: then the way to it needs no encryption, and anywhere else
// it does.
bool IsLoopback(absl::string_view url);

// One thread at a time. CANCELLED when the options are stopping.
class SmtpMailer final : public Mailer {
 public:
  explicit SmtpMailer(SmtpOptions options);
  absl::Status Send(const Mail& mail) override;

 private:
  const SmtpOptions options_;
};

}  // namespace waarborg::notice

#endif  // WAARBORG_SERVICES_NOTICE_SMTP_H_
