#ifndef WAARBORG_SERVICES_ASSESSMENT_ERRORS_H_
#define WAARBORG_SERVICES_ASSESSMENT_ERRORS_H_

// What can go wrong with an assessment: one word each. The sentences stand in
// proto/labels/messages/assessment.json.

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "services/assessment/rules/fault.h"
#include "services/call/error.h"

namespace waarborg::assessment::errors {

using List = std::vector<std::string>;

inline void Add(const Faults& faults, call::Violations& violations) {
  for (const Fault& fault : faults) violations.Add(fault.field, fault.reason, fault.detail);
}

// INVALID_ARGUMENT with every fault; OK when there is none.
inline absl::Status OfFaults(const Faults& faults) {
  call::Violations violations;
  Add(faults, violations);
  return violations.ToStatus();
}

// INVALID_ARGUMENT with one fault.
inline absl::Status OfField(absl::string_view field, absl::string_view reason,
                            absl::string_view detail = "") {
  return OfFaults({{std::string(field), std::string(reason), std::string(detail)}});
}

// A failed precondition of one resource.
inline call::Error Unmet(absl::string_view reason, absl::string_view resource) {
  return call::Error(absl::StatusCode::kFailedPrecondition, reason).With("resource", resource);
}

inline absl::Status ProviderInactive(absl::string_view provider) {
  return Unmet("PROVIDER_INACTIVE", provider).With("provider", provider);
}
inline absl::Status ParentNotFinal(absl::string_view parent, absl::string_view found) {
  return Unmet("PARENT_NOT_FINAL", parent).With("found", found).Precondition(parent, "FINAL, CLOSED", found);
}
inline absl::Status AnnouncementNotForUrgent(absl::string_view name) {
  return Unmet("ANNOUNCEMENT_NOT_FOR_URGENT", name);
}
inline absl::Status UnannouncedNotAllowed(absl::string_view name) {
  return Unmet("UNANNOUNCED_NOT_ALLOWED", name);
}
inline absl::Status ObservationsFull(absl::string_view name) { return Unmet("OBSERVATIONS_FULL", name); }
inline absl::Status ScopeNotSet(absl::string_view name) { return Unmet("SCOPE_NOT_SET", name); }

inline absl::Status ScoresIncomplete(absl::string_view name, const List& criteria) {
  return Unmet("SCORES_INCOMPLETE", name).With("criteria", absl::StrJoin(criteria, ", "));
}
inline absl::Status NothingTested(absl::string_view name) { return Unmet("NOTHING_TESTED", name); }

inline absl::Status JudgementOutOfOrder(absl::string_view name, absl::string_view missing) {
  return Unmet("JUDGEMENT_OUT_OF_ORDER", name).With("missing", missing);
}
inline absl::Status ChoiceUnanswered(absl::string_view name, const List& choices) {
  return Unmet("CHOICE_UNANSWERED", name).With("choices", absl::StrJoin(choices, ", "));
}
inline absl::Status ReadingConflictUnacknowledged(absl::string_view name) {
  return Unmet("READING_CONFLICT_UNACKNOWLEDGED", name);
}
inline absl::Status DeviationNeedsGrounds(absl::string_view name, const List& deviations,
                                          absl::string_view advised) {
  return Unmet("DEVIATION_NEEDS_GROUNDS", name)
      .With("deviations", absl::StrJoin(deviations, ", "))
      .With("advised", advised);
}
inline absl::Status JudgementNotConcluded(absl::string_view name) {
  return Unmet("JUDGEMENT_NOT_CONCLUDED", name);
}

inline absl::Status NothingToConfirm(absl::string_view name, absl::string_view act) {
  return Unmet("NOTHING_TO_CONFIRM", name).With("act", act);
}
inline absl::Status AlreadyConfirmed(absl::string_view name, absl::string_view act) {
  return Unmet("ALREADY_CONFIRMED", name).With("act", act);
}

inline absl::Status FollowUpNotHandedOver(absl::string_view name, const List& follow_ups) {
  return Unmet("FOLLOW_UP_NOT_HANDED_OVER", name).With("follow_ups", absl::StrJoin(follow_ups, ", "));
}
inline absl::Status NoEarlierDraft(absl::string_view name) { return Unmet("NO_EARLIER_DRAFT", name); }
inline absl::Status FindingWorsened(absl::string_view name, const List& criteria) {
  return Unmet("FINDING_WORSENED", name).With("criteria", absl::StrJoin(criteria, ", "));
}
inline absl::Status ResponseTermOver(absl::string_view name) { return Unmet("RESPONSE_TERM_OVER", name); }
inline absl::Status FindingNotInDraft(absl::string_view finding) {
  return Unmet("FINDING_NOT_IN_DRAFT", finding);
}
inline absl::Status RemarkMissing(absl::string_view finding) { return Unmet("REMARK_MISSING", finding); }
inline absl::Status RemarkUnanswered(absl::string_view name, const List& criteria) {
  return Unmet("REMARK_UNANSWERED", name).With("criteria", absl::StrJoin(criteria, ", "));
}

}  // namespace waarborg::assessment::errors

#endif  // WAARBORG_SERVICES_ASSESSMENT_ERRORS_H_
