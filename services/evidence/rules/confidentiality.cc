#include "services/evidence/rules/confidentiality.h"

#include <algorithm>
#include <iterator>

namespace waarborg::evidence {
namespace {

using team::v1::ROLE_AUDITOR;
using team::v1::ROLE_CONTRACT_MANAGER;
using team::v1::ROLE_DECISION_MAKER;
using team::v1::ROLE_PROVIDER_USER;
using team::v1::ROLE_QUALITY_MANAGER;
using team::v1::ROLE_SECOND_READER;
using team::v1::ROLE_TEAM_MEMBER;

struct Row {
  v1::Confidentiality confidentiality;
  Roles roles;
};

constexpr Roles kCaseReaders{ROLE_TEAM_MEMBER,      ROLE_QUALITY_MANAGER, ROLE_SECOND_READER,
                             ROLE_CONTRACT_MANAGER, ROLE_DECISION_MAKER,  ROLE_AUDITOR};
constexpr Roles kTeam{ROLE_TEAM_MEMBER, ROLE_QUALITY_MANAGER, ROLE_SECOND_READER, ROLE_AUDITOR};

constexpr Row kRows[] = {
    {v1::CONFIDENTIALITY_INTERNAL, kCaseReaders},
    {v1::CONFIDENTIALITY_TEAM, kTeam},
    {v1::CONFIDENTIALITY_SHARED_WITH_PROVIDER, kCaseReaders | Roles{ROLE_PROVIDER_USER}},
    {v1::CONFIDENTIALITY_INTERNAL_REFLECTION, Roles{ROLE_QUALITY_MANAGER, ROLE_AUDITOR}},
    {v1::CONFIDENTIALITY_AUDIT_REPORT, kCaseReaders | Roles{ROLE_PROVIDER_USER}},
};

}  // namespace

Roles MaySee(v1::Confidentiality confidentiality) {
  const auto* const row =
      std::find_if(std::begin(kRows), std::end(kRows),
                   [confidentiality](const Row& each) { return each.confidentiality == confidentiality; });
  return row == std::end(kRows) ? Roles{} : row->roles;
}

std::optional<v1::Confidentiality> ClassOfType(absl::string_view evidence_type) {
  if (evidence_type == kAuditReport) return v1::CONFIDENTIALITY_AUDIT_REPORT;
  if (evidence_type == kTeamReflection) return v1::CONFIDENTIALITY_INTERNAL_REFLECTION;
  return std::nullopt;
}

v1::Confidentiality DefaultClass(absl::string_view evidence_type, bool sent_by_provider) {
  const std::optional<v1::Confidentiality> fixed = ClassOfType(evidence_type);
  if (fixed.has_value()) return *fixed;
  return sent_by_provider ? v1::CONFIDENTIALITY_SHARED_WITH_PROVIDER : v1::CONFIDENTIALITY_INTERNAL;
}

bool IsWholeOnly(const v1::Attachment& attachment) {
  return attachment.no_excerpt() || attachment.confidentiality() == v1::CONFIDENTIALITY_AUDIT_REPORT;
}

}  // namespace waarborg::evidence
