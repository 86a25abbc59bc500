#ifndef WAARBORG_SERVICES_TEAM_RULES_ROLES_H_
#define WAARBORG_SERVICES_TEAM_RULES_ROLES_H_

// Which roles one person may hold together, and which a region has. Pure. Who may do what on one and the same
// case (author, second reader, decision maker) is a matter of that case, not of the roles held.

#include <vector>

#include "absl/strings/string_view.h"
#include "services/rules/enum_set.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::team {

using Roles = rules::EnumSet<v1::Role>;
using ExpertiseSet = rules::EnumSet<v1::Expertise>;

// Every role that a member can hold; SYSTEM is not one.
inline constexpr Roles kMemberRoles{
    v1::ROLE_TEAM_MEMBER,    v1::ROLE_QUALITY_MANAGER, v1::ROLE_SECOND_READER,   v1::ROLE_CONTRACT_MANAGER,
    v1::ROLE_DECISION_MAKER, v1::ROLE_PROVIDER_USER,   v1::ROLE_INCIDENT_CLIENT, v1::ROLE_MATERIAL_CONTROL,
    v1::ROLE_AUDITOR,        v1::ROLE_ADMINISTRATOR};

inline constexpr ExpertiseSet kAllExpertise{v1::EXPERTISE_COORDINATOR,
                                            v1::EXPERTISE_RELATION_MANAGER,
                                            v1::EXPERTISE_FINANCIAL,
                                            v1::EXPERTISE_LAWYER,
                                            v1::EXPERTISE_DATA_ANALYST,
                                            v1::EXPERTISE_MEDICAL_ADVISER,
                                            v1::EXPERTISE_PUBLIC_HEALTH_EXPERT,
                                            v1::EXPERTISE_REGION_EXPERT,
                                            v1::EXPERTISE_TECHNOLOGY_EXPERT,
                                            v1::EXPERTISE_ORGANISATION_EXPERT,
                                            v1::EXPERTISE_CLIENT_REPRESENTATIVE,
                                            v1::EXPERTISE_MARKETING_COMMUNICATION};

// A role that cannot be held together with any of these others.
struct RoleConflict {
  v1::Role role;
  Roles others;
  ExpertiseSet expertise;
  absl::string_view source;
};

inline constexpr RoleConflict kRoleConflicts[] = {
    // The provider's side of the table.
    {v1::ROLE_PROVIDER_USER, kMemberRoles - Roles{v1::ROLE_PROVIDER_USER}, kAllExpertise, "reference 4.0"},
    // A machine that hands in incidents.
    {v1::ROLE_INCIDENT_CLIENT, kMemberRoles - Roles{v1::ROLE_INCIDENT_CLIENT}, kAllExpertise, "reference 4.0"},
    // Reads all, so changes nothing.
    {v1::ROLE_AUDITOR, kMemberRoles - Roles{v1::ROLE_AUDITOR}, {}, "reference 4.0 and 5"},
    // Gives out the roles, so sees no case.
    {v1::ROLE_ADMINISTRATOR, kMemberRoles - Roles{v1::ROLE_ADMINISTRATOR}, {}, "reference 5"},
    // Purchasing and material control are separate functions.
    {v1::ROLE_MATERIAL_CONTROL, {v1::ROLE_CONTRACT_MANAGER}, {v1::EXPERTISE_RELATION_MANAGER}, "R-003-07"},
};

// What one person holds.
struct Held {
  Roles roles;
  ExpertiseSet expertise;
};

// The row that forbids the combination, with only those others that are held.
[[nodiscard]] std::vector<RoleConflict> ConflictsOf(const Held& held);

// Of what the region means to fill (empty: all twelve), those that `filled` lacks.
[[nodiscard]] ExpertiseSet Uncovered(const ExpertiseSet& wanted, const ExpertiseSet& filled);

}  // namespace waarborg::team

#endif  // WAARBORG_SERVICES_TEAM_RULES_ROLES_H_
