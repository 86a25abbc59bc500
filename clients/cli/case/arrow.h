#ifndef WAARBORG_CLIENTS_CLI_CASE_ARROW_H_
#define WAARBORG_CLIENTS_CLI_CASE_ARROW_H_

// An event of the journal as one arrow of a case: from which state to which, when, by whom, why.

#include <string>

#include "clients/cli/style.h"
#include "nlohmann/json.hpp"
#include "waarborg/audit/v1/audit.pb.h"

namespace waarborg::cli {

// {"journal_sequence","time","date","person","role","on_behalf_of","resource","event","from_state",
// "to_state","level","reason"}; codes without prefix, null for what is not there. The time is in UTC, the
// date that of the day in Amsterdam.
[[nodiscard]] nlohmann::ordered_json ArrowJson(const audit::v1::Event& event);

// Three lines: when, what happened and which way the state went; who, in which role, about what; the reason,
// where there is one.
[[nodiscard]] std::string ArrowText(const audit::v1::Event& event, const Style& style);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_CASE_ARROW_H_
