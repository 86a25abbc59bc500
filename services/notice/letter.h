#ifndef WAARBORG_SERVICES_NOTICE_LETTER_H_
#define WAARBORG_SERVICES_NOTICE_LETTER_H_

// The words of a notice: that something waits, and where; nothing of what it says.

#include <string>

#include "absl/time/time.h"
#include "services/notice/mailer.h"
#include "waarborg/internal/v1/notices.pb.h"
#include "waarborg/notice/v1/notice.pb.h"

namespace waarborg::notice {

struct Sender {
  std::string from;       // the address
  std::string link_base;  // what the name of a resource is appended to: https://waarborg.example.org/
};

// The same items give the same message id, so that a mail that was sent twice can be known as one.
Mail LetterFor(const v1::NoticeSetting& setting, const internal::v1::NoticeBox& box, const Sender& sender,
               absl::Time now);

}  // namespace waarborg::notice

#endif  // WAARBORG_SERVICES_NOTICE_LETTER_H_
