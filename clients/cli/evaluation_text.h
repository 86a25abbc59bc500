#ifndef WAARBORG_CLIENTS_CLI_EVALUATION_TEXT_H_
#define WAARBORG_CLIENTS_CLI_EVALUATION_TEXT_H_

#include <cstdint>
#include <string>

#include "clients/cli/style.h"
#include "waarborg/framework/v1/framework.pb.h"

namespace waarborg::cli {

// What the decision rule says of a set of scores, as a report: result, readings, themes, what follows, what
// would change it, and why.
[[nodiscard]] std::string PrintEvaluation(const framework::v1::Evaluation& evaluation, const Style& style,
                                          int indent = 0);

// "11.50" for 46 quarter points; integer arithmetic.
[[nodiscard]] std::string PointsText(std::int64_t quarter_points);

// "63.89" for 6389 basis points.
[[nodiscard]] std::string PercentText(int basis_points);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_EVALUATION_TEXT_H_
