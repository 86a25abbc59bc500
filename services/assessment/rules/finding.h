#ifndef WAARBORG_SERVICES_ASSESSMENT_RULES_FINDING_H_
#define WAARBORG_SERVICES_ASSESSMENT_RULES_FINDING_H_

// One criterion in one assessment: which scores hold, what a sample suggests, and how a new value takes the
// place of an old one without losing it (R-002-04, R-002-33, C-09). Pure.

#include "absl/strings/string_view.h"
#include "google/protobuf/repeated_ptr_field.h"
#include "google/protobuf/timestamp.pb.h"
#include "services/assessment/rules/fault.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/framework/v1/framework.pb.h"

namespace waarborg::assessment {

using FindingScores = google::protobuf::RepeatedPtrField<v1::FindingScore>;

// At most this many earlier values, and this many proposals, are kept on a finding; the journal keeps all.
inline constexpr int kMostValuesKept = 50;

// Everything that does not hold in `scores`. Reasons: UNKNOWN_CRITERION, NOT_IN_SCOPE, SCORED_TWICE,
// SCORE_NOT_ON_SCALE, MOTIVATION_REQUIRED (below MEETS, and for NOT_TESTED), UNKNOWN_METHOD, INVALID_SAMPLE.
Faults ScoreFaults(const framework::v1::FrameworkVersion& framework, const v1::Scope& scope,
                   const FindingScores& scores);

// Of these, what the scores show by themselves, whatever the framework and the scope: MOTIVATION_REQUIRED and
// INVALID_SAMPLE.
Faults OwnFaults(const FindingScores& scores);

// The label a sample suggests: the one with the highest share that it reaches (C-09). UNSPECIFIED for a
// sample in which nothing was seen, and where the version names no shares.
framework::v1::Score SuggestedBy(const framework::v1::FrameworkVersion& framework, const v1::Sample& sample);

// Keeps the score that the finding holds, if it holds one, before another takes its place.
void KeepPrevious(v1::Finding& finding);

// The score counts from now on; the value it replaces is kept.
void TakeScore(const framework::v1::FrameworkVersion& framework, const v1::FindingScore& score,
               absl::string_view author, const google::protobuf::Timestamp& time, v1::Finding& finding);

// The score stands beside the finding; a quality manager decides.
void AddProposal(const v1::FindingScore& score, absl::string_view author,
                 const google::protobuf::Timestamp& time, v1::Finding& finding);

// The finding holds a score of this assessment's own, not one carried over.
bool IsScored(const v1::Finding& finding);

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_RULES_FINDING_H_
