#include "services/watch/lookout.h"

#include <chrono>
#include <utility>

#include "absl/strings/str_cat.h"

namespace waarborg::watch {
namespace {

constexpr std::chrono::seconds kBetweenLooks{1};

}  // namespace

Lookout::Lookout(Feed& feed, std::function<void(absl::string_view)> log) : feed_(feed), log_(std::move(log)) {
  feed_.OnNews([this] { Hear(); });
  thread_ = std::thread([this] { Work(); });
}

Lookout::~Lookout() {
  {
    const language::MutexLock lock(mutex_);
    stopping_ = true;
  }
  changed_.NotifyAll();
  thread_.join();
}

void Lookout::Hear() {
  {
    const language::MutexLock lock(mutex_);
    if (std::exchange(news_, true)) return;
  }
  changed_.NotifyOne();
}

void Lookout::Work() {
  while (true) {
    {
      const language::MutexLock lock(mutex_);
      if (!stopping_ && !news_) changed_.WaitFor(mutex_, kBetweenLooks);
      if (stopping_) return;
      news_ = false;
    }
    const absl::Status status = feed_.Look();
    if (!status.ok()) log_(absl::StrCat("live feed: ", status.ToString()));
  }
}

}  // namespace waarborg::watch
