#ifndef WAARBORG_SERVICES_NOTICE_MAIL_ROUND_H_
#define WAARBORG_SERVICES_NOTICE_MAIL_ROUND_H_

// The thread on which the postman goes round, every few seconds: a mail server that hangs holds up this
// thread and nothing else.

#include <functional>
#include <thread>

#include "absl/strings/string_view.h"
#include "services/language/mutex.h"
#include "services/notice/postman.h"

namespace waarborg::notice {

class MailRound final {
 public:
  MailRound(Postman& postman, std::function<void(absl::string_view)> log);
  // Waits for the mail that is under way, unless the postman's round is stopping.
  ~MailRound();
  MailRound(const MailRound&) = delete;
  MailRound& operator=(const MailRound&) = delete;

 private:
  void Work() ABSL_LOCKS_EXCLUDED(mutex_);

  Postman& postman_;
  const std::function<void(absl::string_view)> log_;
  language::Mutex mutex_;
  language::Condition stop_;
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  std::thread thread_;  // Last: it uses all of the above.
};

}  // namespace waarborg::notice

#endif  // WAARBORG_SERVICES_NOTICE_MAIL_ROUND_H_
