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

// "11.50" for 46 quarter points, "63.89" for 6389 basis points; "11,50" and "63,89" in Dutch. Scripts get the
// English form. Integer arithmetic.
[[nodiscard]] std::string PointsText(std::int64_t quarter_points, Language language = Language::kEn);
[[nodiscard]] std::string PercentText(int basis_points, Language language = Language::kEn);

// The share by which the deciding reading measures: of the points, or of the criteria that count as
// sufficient.
[[nodiscard]] int DecidingBasisPoints(const framework::v1::Evaluation& evaluation);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_EVALUATION_TEXT_H_
