#include "services/incident/rules/terms.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "services/registry/rules/policy.h"
#include "services/rules/calendar.h"
#include "services/rules/enum_set.h"

namespace waarborg::incident {
namespace {

constexpr rules::EnumSet<v1::Incident::Kind> kMustBeReported{v1::Incident::KIND_CALAMITY,
                                                             v1::Incident::KIND_VIOLENCE};

int Given(int length, int otherwise) { return length > 0 ? length : otherwise; }

absl::CivilDay DayOf(absl::Time time) { return absl::ToCivilDay(time, registry::LocalZone()); }

}  // namespace

IncidentTerms TermsOf(const registry::v1::PolicyVersion& policy) {
  const IncidentTerms otherwise;
  const registry::v1::PolicyTerms& terms = policy.terms();
  return {.report_working_days = Given(terms.incident_report_working_days(), otherwise.report_working_days),
          .acknowledge_working_days =
              Given(terms.incident_acknowledge_working_days(), otherwise.acknowledge_working_days),
          .inquiry_weeks = Given(terms.incident_inquiry_weeks(), otherwise.inquiry_weeks)};
}

bool MustBeReported(v1::Incident::Kind kind) { return kMustBeReported.Contains(kind); }

v1::Timeliness TimelinessOf(v1::Incident::Kind kind, absl::Time known, absl::Time received,
                            const IncidentTerms& terms) {
  v1::Timeliness timeliness;
  if (!MustBeReported(kind)) return timeliness;
  const absl::Time due = registry::WorkingDaysAfter(known, terms.report_working_days);
  timeliness.mutable_due_time()->set_seconds(absl::ToUnixSeconds(due));
  timeliness.set_late(received >= due);
  if (timeliness.late()) {
    const absl::CivilDay last = DayOf(received);
    const absl::CivilDay after = std::max(DayOf(due - absl::Seconds(1)), last - kMostDaysCounted);
    timeliness.set_working_days_late(rules::WorkingDaysBetween(after, last));
  }
  timeliness.set_rule(absl::StrCat("incident_report_working_days=", terms.report_working_days));
  return timeliness;
}

}  // namespace waarborg::incident
