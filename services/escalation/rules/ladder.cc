#include "services/escalation/rules/ladder.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/language/die.h"
#include "services/registry/rules/policy.h"
#include "services/registry/rules/provider.h"

namespace waarborg::escalation {
namespace {

template <class List, class Value>
bool Holds(const List& list, Value value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

const registry::v1::LadderLevel& RowOf(const registry::v1::PolicyVersion& policy, Level level) {
  const registry::v1::LadderLevel* row = registry::LadderRow(policy, level);
  if (row == nullptr) language::Die("a published policy holds a row for every level");
  return *row;
}

bool MayRestOn(registry::v1::LegalBasis basis, framework::v1::Profile profile) {
  const bool contract =
      basis == registry::v1::LEGAL_BASIS_CONTRACT || basis == registry::v1::LEGAL_BASIS_WLZ_CONTRACT;
  return !contract || !registry::IsRelative(profile);
}

LevelRefusal HoldsFor(const registry::v1::PolicyVersion& policy, Level level, const Footing& footing) {
  const registry::v1::LadderLevel& row = RowOf(policy, level);
  if (!Holds(row.profiles(), footing.profile)) return LevelRefusal::kNotForProfile;
  if (!Holds(row.legal_bases(), footing.legal_basis)) return LevelRefusal::kNotForLegalBasis;
  return MayRestOn(footing.legal_basis, footing.profile) ? LevelRefusal::kNone
                                                         : LevelRefusal::kLegalBasisNotForProfile;
}

LevelRefusal StepRefusal(const registry::v1::PolicyVersion& policy, Level from, Level to,
                         const Footing& footing) {
  if (RowOf(policy, from).terminal()) return LevelRefusal::kTerminal;
  if (from == to && to == registry::v1::LEVEL_MONITORING) return LevelRefusal::kUnchanged;
  return HoldsFor(policy, to, footing);
}

Level Higher(Level a, Level b) { return std::max(a, b); }

bool IsLow(Level from, Level to) { return Higher(from, to) <= registry::v1::LEVEL_IMPROVEMENT_PLAN; }

team::v1::Act ActFor(Level from, Level to) {
  return IsLow(from, to) ? team::v1::ACT_STEP_LOW : team::v1::ACT_STEP_HIGH;
}

bool SkipsALevel(const registry::v1::PolicyVersion& policy, Level from, Level to, const Footing& footing) {
  if (to < from) return !Holds(RowOf(policy, from).step_down_to(), static_cast<int>(to));
  for (int between = from + 1; between < to; ++between) {
    if (HoldsFor(policy, static_cast<Level>(between), footing) == LevelRefusal::kNone) return true;
  }
  return false;
}

bool NeedsHearing(const registry::v1::PolicyVersion& policy, Level from, Level to) {
  return to >= from && RowOf(policy, to).hearing();
}

bool NeedsAlignment(const registry::v1::PolicyVersion& policy, Level to, const Footing& footing) {
  const bool long_term_care = footing.region == registry::v1::Region::KIND_CARE_OFFICE ||
                              footing.legal_basis == registry::v1::LEGAL_BASIS_WLZ_CONTRACT;
  return long_term_care && RowOf(policy, to).alignment_for_wlz();
}

bool IsAlignmentPartner(absl::string_view partner) {
  constexpr absl::string_view kPartners[] = {"IGJ", "NZA", "VWS"};
  return std::any_of(std::begin(kPartners), std::end(kPartners),
                     [partner](absl::string_view each) { return absl::EqualsIgnoreCase(partner, each); });
}

bool IsLighter(Level from, Level proposed, Level lighter) {
  return lighter < proposed && (proposed < from || lighter > from);
}

bool TurnsStepDown(Level from, Level proposed, Level level) { return proposed < from && level >= from; }

bool HasMandate(const registry::v1::PolicyVersion& policy, Level level, rules::EnumSet<team::v1::Role> roles,
                absl::string_view member) {
  const registry::v1::LadderLevel& row = RowOf(policy, level);
  const auto holds = [roles](int role) { return roles.Contains(static_cast<team::v1::Role>(role)); };
  if (std::any_of(row.mandate().begin(), row.mandate().end(), holds)) return true;
  const auto named = [member](const std::string& name) {
    return name == member || absl::EndsWith(member, absl::StrCat("/members/", name));
  };
  return std::any_of(row.mandated_members().begin(), row.mandated_members().end(), named);
}

bool IsBurden(v1::SideMeasure::Kind kind) {
  return kind == v1::SideMeasure::KIND_PAYMENT_SUSPENSION ||
         kind == v1::SideMeasure::KIND_RECOVERY_OF_FUNDS || kind == v1::SideMeasure::KIND_PENALTY_ORDER;
}

}  // namespace waarborg::escalation
