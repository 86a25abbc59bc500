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

// The label of a level of the ladder by its code.
[[nodiscard]] std::string LevelLabel(const std::string& code, Language language);

// {"journal_sequence","time","date","person","role","on_behalf_of","resource","event","from_state",
// "to_state","level","reason"}; codes without prefix, null for what is not there. The date is that of the zone.
[[nodiscard]] nlohmann::ordered_json ArrowJson(const audit::v1::Event& event, absl::TimeZone zone);

// Three lines: when, what happened and which way the state went; who, in which role, about what; the reason,
// where there is one.
[[nodiscard]] std::string ArrowText(const audit::v1::Event& event, const Style& style);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_CASE_ARROW_H_
