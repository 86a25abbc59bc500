#include "services/registry/rules/provider.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "services/registry/rules/kvk.h"

namespace waarborg::registry {
namespace {

using Faults = std::vector<ProviderFault>;

bool IsConditionId(absl::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](unsigned char c) {
    return absl::ascii_isalnum(c) || c == '_' || c == '-';
  });
}

void CheckNumbers(const v1::Provider& provider, Faults& faults) {
  if (IsRelative(provider.profile())) {
    if (!provider.kvk_number().empty()) faults.push_back({"kvk_number", "KVK_NUMBER_NOT_FOR_PROFILE"});
  } else if (provider.kvk_number().empty()) {
    const bool profile_known = provider.profile() != framework::v1::PROFILE_UNSPECIFIED;
    if (profile_known) faults.push_back({"kvk_number", "KVK_NUMBER_REQUIRED"});
  } else if (!IsKvkNumber(provider.kvk_number())) {
    faults.push_back({"kvk_number", "INVALID_KVK_NUMBER"});
  }
  if (!provider.agb_code().empty() && !IsAgbCode(provider.agb_code())) {
    faults.push_back({"agb_code", "INVALID_AGB_CODE"});
  }
}

void CheckKindsOfCare(const v1::Provider& provider, Faults& faults) {
  if (provider.kinds_of_care().empty()) faults.push_back({"kinds_of_care", "REQUIRED"});
  absl::flat_hash_set<int> seen;
  for (int i = 0; i < provider.kinds_of_care_size(); ++i) {
    if (!seen.insert(provider.kinds_of_care(i)).second) {
      faults.push_back({absl::StrCat("kinds_of_care[", i, "]"), "DUPLICATE"});
    }
  }
}

void CheckSectors(const v1::Provider& provider, Faults& faults) {
  absl::flat_hash_set<int> seen;
  for (int i = 0; i < provider.sectors_size(); ++i) {
    if (!seen.insert(provider.sectors(i)).second) {
      faults.push_back({absl::StrCat("sectors[", i, "]"), "DUPLICATE"});
    }
  }
}

void CheckConditions(const v1::Provider& provider, Faults& faults) {
  absl::flat_hash_set<std::string> seen;
  for (int i = 0; i < provider.conditions_size(); ++i) {
    const std::string field = absl::StrCat("conditions[", i, "]");
    if (!IsConditionId(provider.conditions(i))) {
      faults.push_back({field, "INVALID_CONDITION_ID"});
    } else if (!seen.insert(provider.conditions(i)).second) {
      faults.push_back({field, "DUPLICATE"});
    }
  }
}

}  // namespace

bool IsRelative(framework::v1::Profile profile) {
  return profile == framework::v1::PROFILE_PGB_NAASTE ||
         profile == framework::v1::PROFILE_PGB_NAASTE_CUSTODIAL_PARENT;
}

std::vector<ProviderFault> ProviderFaults(const v1::Provider& provider) {
  Faults faults;
  if (provider.title().empty()) faults.push_back({"title", "REQUIRED"});
  if (provider.profile() == framework::v1::PROFILE_UNSPECIFIED) faults.push_back({"profile", "REQUIRED"});
  CheckNumbers(provider, faults);
  CheckKindsOfCare(provider, faults);
  CheckConditions(provider, faults);
  CheckSectors(provider, faults);
  if (provider.fte_hundredths() < 0) faults.push_back({"fte_hundredths", "NEGATIVE"});
  return faults;
}

}  // namespace waarborg::registry
