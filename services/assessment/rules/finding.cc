#include "services/assessment/rules/finding.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "services/assessment/rules/scope.h"
#include "services/framework/rules/scale.h"
#include "services/language/blank.h"

namespace waarborg::assessment {
namespace {

using framework::v1::Score;
using Values = google::protobuf::RepeatedPtrField<v1::FindingValue>;

template <class Items>
bool HasId(const Items& items, const std::string& id) {
  return std::any_of(items.begin(), items.end(), [&id](const auto& item) { return item.id() == id; });
}

std::string CriterionFault(const framework::v1::FrameworkVersion& framework, const v1::Scope& scope,
                           const std::string& criterion, bool first) {
  if (!HasId(framework.criteria(), criterion)) return "UNKNOWN_CRITERION";
  if (!InScope(scope, criterion)) return "NOT_IN_SCOPE";
  return first ? "" : "SCORED_TWICE";
}

bool OnScale(const framework::v1::FrameworkVersion& framework, Score score) {
  return score == framework::v1::SCORE_NOT_TESTED || framework::ScaleValueOf(framework, score) != nullptr;
}

bool HoldsTogether(const v1::Sample& sample) {
  return sample.seen() > 0 && sample.in_order() >= 0 && sample.in_order() <= sample.seen();
}

// Below MEETS it is said what was seen; NOT_TESTED says why not.
bool SaysWhy(const v1::FindingScore& score) {
  return score.score() == framework::v1::SCORE_MEETS || !language::IsBlank(score.motivation());
}

// Adds a value and drops the oldest beyond the bound.
v1::FindingValue& AddBounded(Values& values) {
  if (values.size() >= kMostValuesKept) values.DeleteSubrange(0, values.size() - kMostValuesKept + 1);
  return *values.Add();
}

}  // namespace

Faults ScoreFaults(const framework::v1::FrameworkVersion& framework, const v1::Scope& scope,
                   const FindingScores& scores) {
  Faults faults;
  std::set<std::string> seen;
  for (int i = 0; i < scores.size(); ++i) {
    const v1::FindingScore& each = scores[i];
    const std::string field = absl::StrCat("scores[", i, "]");
    const auto add = [&](absl::string_view part, absl::string_view reason, const std::string& detail) {
      faults.push_back({absl::StrCat(field, ".", part), std::string(reason), detail});
    };
    const std::string criterion =
        CriterionFault(framework, scope, each.criterion(), seen.insert(each.criterion()).second);
    if (!criterion.empty()) add("criterion", criterion, each.criterion());
    if (!OnScale(framework, each.score())) add("score", "SCORE_NOT_ON_SCALE", each.criterion());
    if (!SaysWhy(each)) add("motivation", "MOTIVATION_REQUIRED", each.criterion());
    for (int j = 0; j < each.methods_size(); ++j) {
      if (HasId(framework.methods(), each.methods(j))) continue;
      add(absl::StrCat("methods[", j, "]"), "UNKNOWN_METHOD", each.methods(j));
    }
    if (each.has_sample() && !HoldsTogether(each.sample())) add("sample", "INVALID_SAMPLE", each.criterion());
  }
  return faults;
}

Faults OwnFaults(const FindingScores& scores) {
  Faults faults;
  for (int i = 0; i < scores.size(); ++i) {
    const v1::FindingScore& each = scores[i];
    const std::string field = absl::StrCat("scores[", i, "]");
    const bool scored = each.score() != framework::v1::SCORE_UNSPECIFIED;
    if (scored && !SaysWhy(each))
      faults.push_back({field + ".motivation", "MOTIVATION_REQUIRED", each.criterion()});
    const bool sampled = each.has_sample();
    if (sampled && !HoldsTogether(each.sample())) {
      faults.push_back({field + ".sample", "INVALID_SAMPLE", each.criterion()});
    }
  }
  return faults;
}

Score SuggestedBy(const framework::v1::FrameworkVersion& framework, const v1::Sample& sample) {
  if (!HoldsTogether(sample)) return framework::v1::SCORE_UNSPECIFIED;
  const framework::v1::ScaleValue* reached = nullptr;
  bool stated = false;
  for (const framework::v1::ScaleValue& value : framework.scale()) {
    stated = stated || value.sample_from_percent() > 0;
    const std::int64_t from = value.sample_from_percent();
    if (std::int64_t{100} * sample.in_order() < from * sample.seen()) continue;
    if (reached == nullptr || from > reached->sample_from_percent()) reached = &value;
  }
  return stated && reached != nullptr ? reached->score() : framework::v1::SCORE_UNSPECIFIED;
}

void KeepPrevious(v1::Finding& finding) {
  if (finding.score() == framework::v1::SCORE_UNSPECIFIED) return;
  v1::FindingValue& value = AddBounded(*finding.mutable_previous());
  value.set_score(finding.score());
  value.set_motivation(finding.motivation());
  value.set_author(finding.author());
  *value.mutable_time() = finding.time();
}

void TakeScore(const framework::v1::FrameworkVersion& framework, const v1::FindingScore& score,
               absl::string_view author, const google::protobuf::Timestamp& time, v1::Finding& finding) {
  KeepPrevious(finding);
  finding.set_score(score.score());
  finding.set_motivation(score.motivation());
  *finding.mutable_methods() = score.methods();
  finding.set_author(std::string(author));
  *finding.mutable_time() = time;
  finding.set_carried_over(false);
  finding.clear_sample();
  finding.clear_sample_suggests();
  if (!score.has_sample()) return;
  *finding.mutable_sample() = score.sample();
  finding.set_sample_suggests(SuggestedBy(framework, score.sample()));
}

void AddProposal(const v1::FindingScore& score, absl::string_view author,
                 const google::protobuf::Timestamp& time, v1::Finding& finding) {
  v1::FindingValue& value = AddBounded(*finding.mutable_proposals());
  value.set_score(score.score());
  value.set_motivation(score.motivation());
  value.set_author(std::string(author));
  *value.mutable_time() = time;
}

bool IsScored(const v1::Finding& finding) {
  return finding.score() != framework::v1::SCORE_UNSPECIFIED && !finding.carried_over();
}

}  // namespace waarborg::assessment
