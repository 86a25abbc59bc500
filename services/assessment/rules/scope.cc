#include "services/assessment/rules/scope.h"

#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"

namespace waarborg::assessment {
namespace {

using framework::Applicability;
using v1::ScopeItem;

template <class Items>
bool Contains(const Items& items, const std::string& id) {
  return std::find(items.begin(), items.end(), id) != items.end();
}

const framework::v1::Bundle* FindBundle(const framework::v1::FrameworkVersion& framework,
                                        const std::string& id) {
  for (const framework::v1::Bundle& bundle : framework.bundles()) {
    if (bundle.id() == id) return &bundle;
  }
  return nullptr;
}

// Works the wish out against the basis, gathering faults on the way.
class Builder final {
 public:
  Builder(const ScopeBasis& basis, const v1::SetScopeRequest& wish) : basis_(basis), wish_(wish) {
    for (Applicability& each : framework::Applicable(basis.framework, basis.profile, basis.conditions)) {
      std::string criterion = each.criterion;
      applicable_.emplace(std::move(criterion), std::move(each));
    }
    re_assessment_ = basis.kind == registry::v1::ASSESSMENT_KIND_RE_ASSESSMENT;
    for (std::string& each : assessment::Shortcomings(basis.framework, basis.parent_scores)) {
      shortcomings_.insert(std::move(each));
    }
  }

  ScopeAnswer Take() {
    ReadExclusions();
    ReadExtras();
    ScopeAnswer answer;
    for (const framework::v1::Criterion& criterion : basis_.framework.criteria()) {
      *answer.scope.add_items() = ItemOf(criterion);
    }
    const auto& items = answer.scope.items();
    const bool empty =
        std::none_of(items.begin(), items.end(), [](const ScopeItem& item) { return item.in_scope(); });
    if (empty) Add("exclusions", "SCOPE_EMPTY");
    answer.faults = std::move(faults_);
    return answer;
  }

 private:
  void Add(std::string field, std::string reason, std::string detail = "") {
    faults_.push_back({std::move(field), std::move(reason), std::move(detail)});
  }

  void ReadExclusions() {
    for (int i = 0; i < wish_.exclusions_size(); ++i) {
      const v1::ScopeExclusion& exclusion = wish_.exclusions(i);
      const std::string field = absl::StrCat("exclusions[", i, "]");
      if (!SaysWhat(exclusion)) {
        Add(field, "CRITERIA_OR_BUNDLE");
      } else if (!exclusion.bundle().empty()) {
        ExcludeBundle(exclusion, absl::StrCat(field, ".bundle"));
      } else {
        for (int j = 0; j < exclusion.criteria_size(); ++j) {
          ExcludeNamed(exclusion.criteria(j), exclusion.reason(), absl::StrCat(field, ".criteria[", j, "]"));
        }
      }
    }
  }

  // A bundle was made for every provider: what it names beyond what applies is left as it is, and where two
  // bundles overlap the first reason stands.
  void ExcludeBundle(const v1::ScopeExclusion& exclusion, const std::string& field) {
    const framework::v1::Bundle* bundle = FindBundle(basis_.framework, exclusion.bundle());
    if (bundle == nullptr) return Add(field, "UNKNOWN_BUNDLE", exclusion.bundle());
    for (const std::string& criterion : bundle->criteria()) {
      const auto found = applicable_.find(criterion);
      const bool applies = found != applicable_.end() && found->second.applies;
      if (applies || FailedBefore(criterion)) excluded_.emplace(criterion, exclusion.reason());
    }
  }

  void ExcludeNamed(const std::string& criterion, const std::string& reason, const std::string& field) {
    if (!FailedBefore(criterion) && !CheckApplies(criterion, field)) return;
    if (!excluded_.emplace(criterion, reason).second) Add(field, "EXCLUDED_TWICE", criterion);
  }

  [[nodiscard]] bool FailedBefore(const std::string& criterion) const {
    return re_assessment_ && shortcomings_.contains(criterion);
  }

  // What is asked here comes beside what was asked at creation; of two reasons the later one stands.
  void ReadExtras() {
    extras_ = basis_.extras;
    if (!re_assessment_ && wish_.extras_size() > 0) return Add("extras", "ONLY_FOR_RE_ASSESSMENT");
    for (int i = 0; i < wish_.extras_size(); ++i) {
      const v1::ScopeExtra& extra = wish_.extras(i);
      for (int j = 0; j < extra.criteria_size(); ++j) {
        const std::string& criterion = extra.criteria(j);
        if (!CheckApplies(criterion, absl::StrCat("extras[", i, "].criteria[", j, "]"))) continue;
        extras_.insert_or_assign(criterion, extra.reason());
      }
    }
  }

  bool CheckApplies(const std::string& criterion, const std::string& field) {
    const auto found = applicable_.find(criterion);
    if (found == applicable_.end()) {
      Add(field, "UNKNOWN_CRITERION", criterion);
    } else if (!found->second.applies) {
      Add(field, "CRITERION_DOES_NOT_APPLY", criterion);
    } else {
      return true;
    }
    return false;
  }

  [[nodiscard]] ScopeItem ItemOf(const framework::v1::Criterion& criterion) const {
    ScopeItem item;
    item.set_criterion(criterion.id());
    // A shortcoming is tested again even where it no longer seems to apply: what failed is never dropped
    // unseen.
    item.set_reason(FailedBefore(criterion.id()) ? ReasonOfChoice(criterion.id(), item)
                                                 : ReasonToLeaveOut(criterion, item));
    item.set_in_scope(item.reason() == ScopeItem::REASON_UNSPECIFIED);
    return item;
  }

  // Fills the text that goes with the reason, or with an extra that is tested.
  ScopeItem::Reason ReasonToLeaveOut(const framework::v1::Criterion& criterion, ScopeItem& item) const {
    const Applicability& applicability = applicable_.at(criterion.id());
    if (applicability.reason == Applicability::Reason::kNotForProfile)
      return ScopeItem::REASON_NOT_FOR_PROFILE;
    if (!applicability.applies) {
      item.set_text(applicability.condition);
      return ScopeItem::REASON_CONDITION_NOT_MET;
    }
    if (re_assessment_ && !extras_.contains(criterion.id())) return ScopeItem::REASON_MET_IN_PARENT;
    const bool thematic = basis_.kind == registry::v1::ASSESSMENT_KIND_THEMATIC;
    if (thematic && !Contains(basis_.themes, criterion.theme())) return ScopeItem::REASON_OUTSIDE_THEMES;
    const auto extra = extras_.find(criterion.id());
    if (extra != extras_.end()) item.set_text(extra->second);
    return ReasonOfChoice(criterion.id(), item);
  }

  // Fills the text as well.
  ScopeItem::Reason ReasonOfChoice(const std::string& criterion, ScopeItem& item) const {
    const auto excluded = excluded_.find(criterion);
    if (excluded == excluded_.end()) return ScopeItem::REASON_UNSPECIFIED;
    item.set_text(excluded->second);
    return ScopeItem::REASON_CHOSEN;
  }

  const ScopeBasis& basis_;
  const v1::SetScopeRequest& wish_;
  bool re_assessment_ = false;
  std::map<std::string, Applicability> applicable_;
  std::set<std::string> shortcomings_;
  std::map<std::string, std::string> excluded_;  // criterion to reason
  std::map<std::string, std::string> extras_;    // criterion to reason
  Faults faults_;
};

}  // namespace

bool SaysWhat(const v1::ScopeExclusion& exclusion) {
  return exclusion.criteria().empty() != exclusion.bundle().empty();
}

ScopeAnswer ScopeOf(const ScopeBasis& basis, const v1::SetScopeRequest& wish) {
  return Builder(basis, wish).Take();
}

bool InScope(const v1::Scope& scope, const std::string& criterion) {
  return std::any_of(scope.items().begin(), scope.items().end(), [&criterion](const ScopeItem& item) {
    return item.in_scope() && item.criterion() == criterion;
  });
}

std::vector<std::string> Shortcomings(const framework::v1::FrameworkVersion& framework,
                                      const framework::Scores& scores) {
  std::vector<std::string> criteria;
  for (const framework::v1::Criterion& criterion : framework.criteria()) {
    if (BelowMeets(framework::ScoreOf(scores, criterion.id()))) criteria.push_back(criterion.id());
  }
  return criteria;
}

bool BelowMeets(framework::v1::Score score) {
  return score != framework::v1::SCORE_UNSPECIFIED && score != framework::v1::SCORE_NOT_TESTED &&
         score != framework::v1::SCORE_MEETS;
}

}  // namespace waarborg::assessment
