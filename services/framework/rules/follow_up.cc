#include "services/framework/rules/follow_up.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"

namespace waarborg::framework {
namespace {

// A version may prescribe for a band what a flag or the severity asks as well.
void AddOnce(v1::FollowUp follow_up, v1::Evaluation& evaluation) {
  const auto& all = evaluation.follow_up();
  if (std::find(all.begin(), all.end(), follow_up) == all.end()) evaluation.add_follow_up(follow_up);
}

}  // namespace

void AddFollowUps(const v1::FrameworkVersion& version, v1::Severity severity, v1::Evaluation& evaluation) {
  if (const v1::BandFollowUp* row = FollowUpOf(version, evaluation.band())) {
    evaluation.mutable_follow_up()->MergeFrom(row->follow_ups());
  }
  if (evaluation.theme_flags_size() > 0) AddOnce(v1::FOLLOW_UP_CONSIDER_THEME_MEASURE, evaluation);
  if (severity == v1::SEVERITY_ACUTE) AddOnce(v1::FOLLOW_UP_URGENT_FAST_PATH, evaluation);
}

void AddChoicesRequired(v1::TrustJudgement trust, v1::Evaluation& evaluation) {
  for (const std::string& theme : evaluation.theme_flags()) {
    evaluation.add_choices_required(absl::StrCat("THEME_FLAG:", theme));
  }
  if (evaluation.band() == v1::BAND_GOOD && trust == v1::TRUST_JUDGEMENT_DAMAGED) {
    evaluation.add_choices_required("TRUST_DAMAGED_WITH_GOOD");
  }
}

const v1::BandFollowUp* FollowUpOf(const v1::FrameworkVersion& version, v1::Band band) {
  for (const v1::BandFollowUp& row : version.decision_rule().follow_ups()) {
    if (row.band() == band) return &row;
  }
  return nullptr;
}

}  // namespace waarborg::framework
