#ifndef WAARBORG_TESTS_LOAD_REPORTS_H_
#define WAARBORG_TESTS_LOAD_REPORTS_H_

// Incident reports as they come in: a few hundred bytes of text about the sample region's provider.

#include <cstdint>
#include <string>

#include "tests/load/closed_loop.h"
#include "waarborg/incident/v1/incident.pb.h"

namespace waarborg::load {

inline constexpr char kWatchedProvider[] = "regions/nmd/providers/de-korenschoof";
inline constexpr char kQualityManager[] = "regions/nmd/members/quality-manager";
inline constexpr char kIncidentClient[] = "regions/nmd/members/incident-client";

// A CloudEvent with its report as JSON; `id` must be used once.
incident::v1::PushIncidentsRequest EventOf(const std::string& id);

// SubmitIncident with a report in fields, each with a request id that starts with `series`, which must be
// used once. Goes on where it was.
class Submissions final {
 public:
  Submissions(std::string series, int callers)
      : series_(std::move(series)), done_(static_cast<std::size_t>(callers)) {}

  NextShot Shots();

 private:
  std::string series_;
  std::vector<std::int64_t> done_;
};

}  // namespace waarborg::load

#endif  // WAARBORG_TESTS_LOAD_REPORTS_H_
