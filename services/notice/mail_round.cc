#include "services/notice/mail_round.h"

#include <chrono>
#include <utility>

#include "absl/strings/str_cat.h"

namespace waarborg::notice {
namespace {

constexpr std::chrono::seconds kBetweenRounds{5};

}  // namespace

MailRound::MailRound(Postman& postman, std::function<void(absl::string_view)> log)
    : postman_(postman), log_(std::move(log)), thread_([this] { Work(); }) {}

MailRound::~MailRound() {
  {
    const language::MutexLock lock(mutex_);
    stopping_ = true;
  }
  stop_.NotifyAll();
  thread_.join();
}

void MailRound::Work() {
  while (true) {
    {
      const language::MutexLock lock(mutex_);
      if (!stopping_) stop_.WaitFor(mutex_, kBetweenRounds);
      if (stopping_) return;
    }
    const absl::Status status = postman_.RunOnce();
    if (!status.ok()) log_(absl::StrCat("notices: ", status.ToString()));
  }
}

}  // namespace waarborg::notice
