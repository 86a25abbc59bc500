#include "services/notice/rules/schedule.h"

#include <algorithm>

#include "absl/time/civil_time.h"
#include "services/language/die.h"

namespace waarborg::notice {
namespace {

constexpr int kHour = 7;
constexpr absl::Duration kFirstPause = absl::Minutes(1);
constexpr absl::Duration kLongestPause = absl::Hours(2);

absl::TimeZone Amsterdam() {
  static const absl::TimeZone zone = [] {
    absl::TimeZone loaded;
    if (!absl::LoadTimeZone("Europe/Amsterdam", &loaded)) {
      language::Die("the time zone Europe/Amsterdam is not installed (package tzdata)");
    }
    return loaded;
  }();
  return zone;
}

}  // namespace

absl::Time DueTime(v1::NoticeSetting::Frequency frequency, absl::Time now) {
  if (frequency != v1::NoticeSetting::FREQUENCY_DAILY) return now;
  const absl::TimeZone zone = Amsterdam();
  const absl::CivilDay today(absl::ToCivilDay(now, zone));
  const absl::Time this_morning = absl::FromCivil(absl::CivilHour(today) + kHour, zone);
  return now < this_morning ? this_morning : absl::FromCivil(absl::CivilHour(today + 1) + kHour, zone);
}

absl::Duration PauseAfter(int attempts) {
  absl::Duration pause = kFirstPause;
  for (int i = 1; i < attempts && pause < kLongestPause; ++i) pause *= 2;
  return std::min(pause, kLongestPause);
}

bool IsHopeless(int attempts) {
  absl::Duration waited;
  for (int i = 1; i < attempts && waited < kPatience; ++i) waited += PauseAfter(i);
  return waited >= kPatience;
}

}  // namespace waarborg::notice
