#ifndef WAARBORG_SERVICES_EVIDENCE_RULES_CONFIDENTIALITY_H_
#define WAARBORG_SERVICES_EVIDENCE_RULES_CONFIDENTIALITY_H_

// Who may see which class of evidence, and which class belongs to which type.

#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/rules/enum_set.h"
#include "waarborg/evidence/v1/evidence.pb.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::evidence {

using Roles = rules::EnumSet<team::v1::Role>;

// Types of evidence that stand in no framework.
inline constexpr absl::string_view kAuditReport = "AUDIT_REPORT";
inline constexpr absl::string_view kTeamReflection = "TEAM_REFLECTION";
inline constexpr absl::string_view kGeneralTypes[] = {kAuditReport, kTeamReflection, "NARRATIVE",
                                                      "CORRESPONDENCE", "OTHER"};
// Seen, and not copied unless there is a reason.
inline constexpr absl::string_view kVog = "VOG";

// The roles that see evidence of this class; a PROVIDER_USER that of its own provider. None for an unknown
// class.
Roles MaySee(v1::Confidentiality confidentiality);

// The class that a type always has (R-000-04, R-003-11); nothing for a type of any class.
std::optional<v1::Confidentiality> ClassOfType(absl::string_view evidence_type);

// The class of evidence that says nothing of it.
v1::Confidentiality DefaultClass(absl::string_view evidence_type, bool sent_by_provider);

// Whether evidence goes out whole or not at all.
bool IsWholeOnly(const v1::Attachment& attachment);

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_RULES_CONFIDENTIALITY_H_
