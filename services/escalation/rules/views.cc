#include "services/escalation/rules/views.h"

#include <algorithm>
#include <tuple>

namespace waarborg::escalation {
namespace {

bool NotBefore(const google::protobuf::Timestamp& time, const google::protobuf::Timestamp& other) {
  return std::make_tuple(time.seconds(), time.nanos()) >= std::make_tuple(other.seconds(), other.nanos());
}

}  // namespace

std::optional<int> FirstUnanswered(const Views& views) {
  const auto found =
      std::find_if(views.begin(), views.end(), [](const v1::View& view) { return view.answer().empty(); });
  if (found == views.end()) return std::nullopt;
  return static_cast<int>(found - views.begin());
}

bool WasHeard(const v1::Hearing& hearing) {
  return std::any_of(hearing.views().begin(), hearing.views().end(), [&hearing](const v1::View& view) {
    return NotBefore(view.time(), hearing.open_time());
  });
}

}  // namespace waarborg::escalation
