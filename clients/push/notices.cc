#include "clients/push/notices.h"

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"

namespace waarborg::push {
namespace {

constexpr absl::Duration kBetween = absl::Milliseconds(200);

}  // namespace

Notices::~Notices() { Clear(); }

void Notices::Clear() {
  if (dirty_) err_ << "\r\033[K" << std::flush;
  dirty_ = false;
}

void Notices::Tell(absl::string_view lines) {
  const std::lock_guard<std::mutex> lock(mutex_);
  Clear();
  err_ << lines << std::flush;
}

void Notices::Tell(absl::string_view sentence, const cli::Values& values) {
  Tell(absl::StrCat("waarborg-push: ", cli::Say(style_.language, sentence, values), "\n"));
}

void Notices::Show(const Figures& figures) {
  if (!terminal_) return;
  const std::lock_guard<std::mutex> lock(mutex_);
  if (absl::Now() - shown_ < kBetween) return;
  shown_ = absl::Now();
  Clear();
  err_ << cli::Say(style_.language, "PUSH_PROGRESS",
                   {{"acknowledged", absl::StrCat(figures.acknowledged)},
                    {"refused", absl::StrCat(figures.refused)},
                    {"unanswered", absl::StrCat(figures.unanswered())}})
       << std::flush;
  dirty_ = true;
}

}  // namespace waarborg::push
