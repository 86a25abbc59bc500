#ifndef WAARBORG_SERVICES_NOTICE_POST_OFFICE_H_
#define WAARBORG_SERVICES_NOTICE_POST_OFFICE_H_

// What sends notices: a mail server, the postman, and the thread on which he goes round.

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <utility>

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
      : mailer_({.url = smtp, .from = round.sender.from, .stopping = Stopping()}),
        postman_(ledger, mailer_, With(Stopping(), round)),
        round_(postman_, round.log) {}
  // Breaks off the mail that is under way: another server, or this one when it is back, sends it.
  ~PostOffice() { stopping_ = true; }
  PostOffice(const PostOffice&) = delete;
  PostOffice& operator=(const PostOffice&) = delete;

 private:
  std::function<bool()> Stopping() {
    return [this] { return stopping_.load(); };
  }
  static Round With(std::function<bool()> stopping, Round round) {
    round.stopping = std::move(stopping);
    return round;
  }

  std::atomic<bool> stopping_ = false;
  SmtpMailer mailer_;
  Postman postman_;
  MailRound round_;
};

}  // namespace waarborg::notice

#endif  // WAARBORG_SERVICES_NOTICE_POST_OFFICE_H_
