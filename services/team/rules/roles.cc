#include "services/team/rules/roles.h"

namespace waarborg::team {

std::vector<RoleConflict> ConflictsOf(const Held& held) {
  std::vector<RoleConflict> conflicts;
  for (const RoleConflict& row : kRoleConflicts) {
    const Roles others = row.others & held.roles;
    const ExpertiseSet expertise = row.expertise & held.expertise;
    if (!held.roles.Contains(row.role) || (others.empty() && expertise.empty())) continue;
    conflicts.push_back({.role = row.role, .others = others, .expertise = expertise, .source = row.source});
  }
  return conflicts;
}

ExpertiseSet Uncovered(const ExpertiseSet& wanted, const ExpertiseSet& filled) {
  return (wanted.empty() ? kAllExpertise : wanted) - filled;
}

}  // namespace waarborg::team
