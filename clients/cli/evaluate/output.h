#ifndef WAARBORG_CLIENTS_CLI_EVALUATE_OUTPUT_H_
#define WAARBORG_CLIENTS_CLI_EVALUATE_OUTPUT_H_

// The answers of `framework evaluate`, one JSON object a line, without line end. Codes are without prefix.

#include <string>
#include <vector>

#include "clients/cli/evaluate/input.h"
#include "waarborg/framework/v1/framework.pb.h"

namespace waarborg::cli {

// Where nothing was tested, band, level and readings are null and every list but `follow_up` is empty.
[[nodiscard]] std::string EvaluationLine(const framework::v1::Evaluation& evaluation);

// `faults` holds at least one; the first is `error`.
[[nodiscard]] std::string FaultLine(const std::vector<LineFault>& faults);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_EVALUATE_OUTPUT_H_
