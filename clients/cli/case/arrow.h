#ifndef WAARBORG_CLIENTS_CLI_CASE_ARROW_H_
#define WAARBORG_CLIENTS_CLI_CASE_ARROW_H_

// An event of the journal as one arrow of a case: from which state to which, when, by whom, why.

#include <string>

#include "clients/cli/style.h"
#include "nlohmann/json.hpp"
#include "waarborg/audit/v1/audit.pb.h"

namespace waarborg::cli {

// The label of a state of a resource, by the kind of resource its name says; the code where there is none.
[[nodiscard]] std::string StateLabel(const std::string& resource, const std::string& code, Language language);

// {"journal_sequence","time","date","person","role","on_behalf_of","resource","event","from_state","to_state","level",
// "reason"}; codes without prefix, null for what is not there. The date is that of the zone.
[[nodiscard]] nlohmann::ordered_json ArrowJson(const audit::v1::Event& event, absl::TimeZone zone);

// "2026-01-05 14:03  quality-manager (kwaliteitsmanager)  assessments/a-1  toetsing aangemaakt: - -> gepland"
// and the reason on a line of its own.
[[nodiscard]] std::string ArrowText(const audit::v1::Event& event, const Style& style);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_CASE_ARROW_H_
