#include "services/framework/rules/validation.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "services/framework/rules/rule_validation.h"

namespace waarborg::framework {
namespace {

using Ids = absl::flat_hash_set<std::string>;

bool IsNamePart(absl::string_view part, absl::string_view others) {
  constexpr size_t kLongest = 63;
  if (part.empty() || part.size() > kLongest || absl::ascii_ispunct(part.front())) return false;
  return std::all_of(part.begin(), part.end(), [others](char c) {
    return absl::ascii_islower(c) || absl::ascii_isdigit(c) || others.find(c) != absl::string_view::npos;
  });
}

// The version part has no hyphen, so that the short form `{framework}-{version}` reads one way only.
bool IsVersionName(const std::string& name) {
  const std::vector<std::string> parts = absl::StrSplit(name, '/');
  return parts.size() == 4 && parts[0] == "frameworks" && IsNamePart(parts[1], "-") &&
         parts[2] == "versions" && IsNamePart(parts[3], ".");
}

bool IsId(absl::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(),
                                    [](char c) { return absl::ascii_isalnum(c) || c == '-' || c == '_'; });
}

std::string At(absl::string_view list, int index, absl::string_view field) {
  return absl::StrCat(list, "[", index, "].", field);
}

// A text that is there must be there in both languages.
void CheckText(const v1::Text& text, bool required, const std::string& field, Faults& faults) {
  if (!required && text.nl().empty() && text.en().empty()) return;
  if (text.nl().empty()) faults.Add(field + ".nl", FaultKind::kMissing);
  if (text.en().empty()) faults.Add(field + ".en", FaultKind::kMissing);
}

void CheckId(const std::string& id, const std::string& field, Ids& seen, Faults& faults) {
  if (!IsId(id)) {
    faults.Add(field, id.empty() ? FaultKind::kMissing : FaultKind::kInvalidId, id);
  } else if (!seen.insert(id).second) {
    faults.Add(field, FaultKind::kDuplicate, id);
  }
}

template <class List>
Ids IdsOf(const List& list) {
  Ids ids;
  for (const auto& item : list) ids.insert(item.id());
  return ids;
}

template <class Terms>
void CheckTerms(const Terms& terms, const std::string& list, Ids& seen, Faults& faults) {
  for (int i = 0; i < terms.size(); ++i) {
    CheckId(terms[i].id(), At(list, i, "id"), seen, faults);
    CheckText(terms[i].label(), true, At(list, i, "label"), faults);
  }
}

// Every entry exists among `known`, and only once.
template <class References>
void CheckReferences(const References& references, const Ids& known, const std::string& field,
                     Faults& faults) {
  Ids seen;
  for (int i = 0; i < references.size(); ++i) {
    const std::string entry = absl::StrCat(field, "[", i, "]");
    if (!known.contains(references[i])) faults.Add(entry, FaultKind::kUnknownReference, references[i]);
    if (!seen.insert(references[i]).second) faults.Add(entry, FaultKind::kDuplicate, references[i]);
  }
}

void CheckThemes(const v1::FrameworkVersion& version, Faults& faults) {
  if (version.themes().empty()) faults.Add("themes", FaultKind::kMissing);
  Ids seen;
  Ids used;
  for (const v1::Criterion& criterion : version.criteria()) used.insert(criterion.theme());
  for (int i = 0; i < version.themes_size(); ++i) {
    const v1::Theme& theme = version.themes(i);
    CheckId(theme.id(), At("themes", i, "id"), seen, faults);
    CheckText(theme.label(), true, At("themes", i, "label"), faults);
    CheckText(theme.sense(), false, At("themes", i, "sense"), faults);
    if (!used.contains(theme.id())) {
      faults.Add(At("themes", i, "id"), FaultKind::kThemeWithoutCriteria, theme.id());
    }
    if (theme.printed_quarter_points() < 0) {
      faults.Add(At("themes", i, "printed_quarter_points"), FaultKind::kInvalidValue,
                 absl::StrCat(theme.printed_quarter_points()));
    }
  }
}

template <class Profiles>
void CheckProfiles(const Profiles& profiles, const std::string& field, Faults& faults) {
  absl::flat_hash_set<int> seen;
  for (int i = 0; i < profiles.size(); ++i) {
    const std::string entry = absl::StrCat(field, "[", i, "]");
    if (!v1::Profile_IsValid(profiles[i]) || profiles[i] == v1::PROFILE_UNSPECIFIED) {
      faults.Add(entry, FaultKind::kInvalidValue, absl::StrCat(profiles[i]));
    } else if (!seen.insert(profiles[i]).second) {
      faults.Add(entry, FaultKind::kDuplicate, v1::Profile_Name(static_cast<v1::Profile>(profiles[i])));
    }
  }
}

void CheckCrossReferences(const v1::Criterion& criterion, const Ids& known, const std::string& field,
                          Faults& faults) {
  for (int i = 0; i < criterion.cross_references_size(); ++i) {
    const v1::CrossReference& reference = criterion.cross_references(i);
    const std::string to = At(field, i, "criterion");
    if (!known.contains(reference.criterion())) {
      faults.Add(to, FaultKind::kUnknownReference, reference.criterion());
    } else if (reference.criterion() == criterion.id()) {
      faults.Add(to, FaultKind::kInvalidValue, reference.criterion());
    }
    if (!v1::CrossReference::Kind_IsValid(reference.kind()) ||
        reference.kind() == v1::CrossReference::KIND_UNSPECIFIED) {
      faults.Add(At(field, i, "kind"), FaultKind::kInvalidValue, absl::StrCat(reference.kind()));
    }
  }
}

// What the criteria of a version may refer to.
struct Known {
  Ids themes;
  Ids criteria;
  Ids conditions;
  Ids methods;
  Ids evidence_types;
};

void CheckCriterion(const v1::Criterion& criterion, const Known& known, const std::string& at,
                    Faults& faults) {
  if (!known.themes.contains(criterion.theme())) {
    faults.Add(at + "theme", FaultKind::kUnknownReference, criterion.theme());
  }
  CheckText(criterion.title(), true, at + "title", faults);
  CheckText(criterion.requirement(), true, at + "requirement", faults);
  CheckText(criterion.note(), false, at + "note", faults);
  if (criterion.profiles().empty()) faults.Add(at + "profiles", FaultKind::kMissing);
  CheckProfiles(criterion.profiles(), at + "profiles", faults);
  CheckReferences(criterion.conditions(), known.conditions, at + "conditions", faults);
  CheckReferences(criterion.methods(), known.methods, at + "methods", faults);
  CheckReferences(criterion.evidence_types(), known.evidence_types, at + "evidence_types", faults);
  CheckCrossReferences(criterion, known.criteria, at + "cross_references", faults);
  if (criterion.source().empty()) faults.Add(at + "source", FaultKind::kMissing);
  CheckProfiles(criterion.inferred_profiles(), at + "inferred_profiles", faults);
}

void CheckCriteria(const v1::FrameworkVersion& version, Faults& faults) {
  if (version.criteria().empty()) faults.Add("criteria", FaultKind::kMissing);
  const Known known{.themes = IdsOf(version.themes()),
                    .criteria = IdsOf(version.criteria()),
                    .conditions = IdsOf(version.conditions()),
                    .methods = IdsOf(version.methods()),
                    .evidence_types = IdsOf(version.evidence_types())};
  Ids seen;
  for (int i = 0; i < version.criteria_size(); ++i) {
    CheckId(version.criteria(i).id(), At("criteria", i, "id"), seen, faults);
    CheckCriterion(version.criteria(i), known, At("criteria", i, ""), faults);
  }
}

void CheckVocabulary(const v1::FrameworkVersion& version, Faults& faults) {
  Ids conditions;
  CheckTerms(version.conditions(), "conditions", conditions, faults);
  Ids methods;
  CheckTerms(version.methods(), "methods", methods, faults);
  Ids evidence_types;
  CheckTerms(version.evidence_types(), "evidence_types", evidence_types, faults);
}

// An indicator's id is unique over all behaviours, for observations name it alone.
void CheckTrustBehaviours(const v1::FrameworkVersion& version, Faults& faults) {
  Ids behaviours;
  Ids indicators;
  for (int i = 0; i < version.trust_behaviours_size(); ++i) {
    const v1::TrustBehaviour& behaviour = version.trust_behaviours(i);
    CheckId(behaviour.id(), At("trust_behaviours", i, "id"), behaviours, faults);
    CheckText(behaviour.label(), true, At("trust_behaviours", i, "label"), faults);
    const std::string list = At("trust_behaviours", i, "indicators");
    if (behaviour.indicators().empty()) faults.Add(list, FaultKind::kMissing);
    CheckTerms(behaviour.indicators(), list, indicators, faults);
  }
}

void CheckBundles(const v1::FrameworkVersion& version, Faults& faults) {
  const Ids criteria = IdsOf(version.criteria());
  Ids seen;
  for (int i = 0; i < version.bundles_size(); ++i) {
    const v1::Bundle& bundle = version.bundles(i);
    CheckId(bundle.id(), At("bundles", i, "id"), seen, faults);
    CheckText(bundle.label(), true, At("bundles", i, "label"), faults);
    if (bundle.criteria().empty()) faults.Add(At("bundles", i, "criteria"), FaultKind::kMissing);
    CheckReferences(bundle.criteria(), criteria, At("bundles", i, "criteria"), faults);
  }
}

}  // namespace

std::vector<Fault> VersionFaults(const v1::FrameworkVersion& version) {
  Faults faults;
  if (!IsVersionName(version.name())) faults.Add("name", FaultKind::kInvalidName, version.name());
  CheckText(version.title(), true, "title", faults);
  CheckText(version.description(), false, "description", faults);
  CheckThemes(version, faults);
  CheckCriteria(version, faults);
  CheckVocabulary(version, faults);
  CheckScale(version, faults);
  CheckDecisionRule(version.decision_rule(), faults);
  CheckLevelPolicy(version.level_policy(), "level_policy", faults);
  CheckTrustBehaviours(version, faults);
  CheckBundles(version, faults);
  return faults.all();
}

}  // namespace waarborg::framework
