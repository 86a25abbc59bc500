#ifndef WAARBORG_CLIENTS_CLI_CASE_RESULTS_H_
#define WAARBORG_CLIENTS_CLI_CASE_RESULTS_H_

// What the assessments of a case found.

#include <string>

#include "clients/cli/style.h"
#include "waarborg/assessment/v1/assessment.pb.h"

namespace waarborg::cli {

// A table with, for each assessment that has a result: the band, the share by which it was reached, themes
// below their border, the level proposed, and what was chosen to follow. A re-assessment has a second row
// with the result merged with what it carried over. "" where nothing has been found yet.
[[nodiscard]] std::string PrintResults(const assessment::v1::ListAssessmentsResponse& assessments,
                                       const Style& style);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_CASE_RESULTS_H_
