#ifndef WAARBORG_SERVICES_NOTICE_POST_OFFICE_H_
#define WAARBORG_SERVICES_NOTICE_POST_OFFICE_H_

// What sends notices: a mail server, the postman, and the thread on which he goes round.

#include <functional>
#include <memory>
#include <string>

#include "absl/strings/string_view.h"
#include "services/ledger/ledger.h"
#include "services/notice/mail_round.h"
#include "services/notice/postman.h"
#include "services/notice/smtp.h"

namespace waarborg::notice {

class PostOffice final {
 public:
  // `ledger` must outlive it.
  PostOffice(ledger::Ledger& ledger, const std::string& smtp, const Round& round)
      : mailer_({.url = smtp, .from = round.sender.from}),
        postman_(ledger, mailer_, round),
        round_(postman_, round.log) {}

 private:
  SmtpMailer mailer_;
  Postman postman_;
  MailRound round_;
};

}  // namespace waarborg::notice

#endif  // WAARBORG_SERVICES_NOTICE_POST_OFFICE_H_
