#include "clients/cli/case/results.h"

#include <vector>

#include "absl/strings/str_join.h"
#include "clients/cli/evaluation_text.h"
#include "clients/cli/resource_name.h"
#include "clients/cli/text_table.h"

namespace waarborg::cli {
namespace {

using assessment::v1::Assessment;
using framework::v1::Evaluation;

std::string Flags(const Evaluation& evaluation) { return absl::StrJoin(evaluation.theme_flags(), ", "); }

std::string FollowUp(const Assessment& assessment, Language language) {
  std::vector<std::string> labels;
  for (const int follow_up : assessment.judgement().conclusion().follow_up()) {
    labels.push_back(EnumLabel(*framework::v1::FollowUp_descriptor(), follow_up, language));
  }
  return absl::StrJoin(labels, ", ");
}

// Name and kind of the result, then what the rule said.
std::vector<std::string> RowFor(const Assessment& assessment, absl::string_view kind,
                                const Evaluation& evaluation, Language language) {
  const bool tested = evaluation.n() > 0;
  return {LastId(assessment.name()),
          Say(language, kind),
          tested ? EnumLabel(*framework::v1::Band_descriptor(), evaluation.band(), language)
                 : Say(language, "EVALUATION_NOTHING_TESTED"),
          tested ? absl::StrCat(PercentText(DecidingBasisPoints(evaluation), language), " %") : "",
          Flags(evaluation),
          evaluation.has_proposed_level() ? absl::StrCat("L", evaluation.proposed_level()) : "",
          EnumLabel(*assessment::v1::Outcome_descriptor(), assessment.outcome(), language),
          FollowUp(assessment, language)};
}

}  // namespace

std::string PrintResults(const assessment::v1::ListAssessmentsResponse& assessments, const Style& style) {
  const auto say = [&style](absl::string_view sentence) { return Say(style.language, sentence); };
  TextTable table({say("RESULT_ASSESSMENT"), say("RESULT_KIND"), say("EVALUATION_BAND"), say("RESULT_SHARE"),
                   say("RESULT_FLAGS"), say("EVALUATION_LEVEL"), say("RESULT_OUTCOME"),
                   say("EVALUATION_FOLLOW_UP")});
  for (const Assessment& assessment : assessments.assessments()) {
    if (!assessment.has_evaluation()) continue;
    table.Add(RowFor(assessment, "RESULT_TESTED", assessment.evaluation(), style.language));
    if (!assessment.has_merged_evaluation()) continue;
    table.Add(RowFor(assessment, "RESULT_MERGED", assessment.merged_evaluation(), style.language));
  }
  return table.empty() ? "" : table.Print(style);
}

}  // namespace waarborg::cli
