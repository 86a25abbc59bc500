#include "clients/cli/evaluate/input.h"

#include <algorithm>
#include <array>
#include <set>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "clients/cli/codes.h"
#include "nlohmann/json.hpp"

namespace waarborg::cli {
namespace {

using framework::v1::EvaluateScoresRequest;
using nlohmann::json;

// Names no value of any enum of the API.
constexpr int kNoSuchValue = 999'999'999;

// Watches a text being parsed and remembers the first key that an object has twice.
class DuplicateKeys final {
 public:
  bool operator()(int /*depth*/, json::parse_event_t event, const json& parsed) {
    if (event == json::parse_event_t::object_start) {
      keys_.emplace_back();
      path_.emplace_back();
    } else if (event == json::parse_event_t::object_end) {
      keys_.pop_back();
      path_.pop_back();
    } else if (event == json::parse_event_t::key) {
      path_.back() = parsed.get<std::string>();
      if (!keys_.back().insert(path_.back()).second && !found_) {
        found_ = true;
        first_ = absl::StrJoin(path_, ".");
      }
    }
    return true;
  }

  [[nodiscard]] bool found() const { return found_; }
  [[nodiscard]] const std::string& first() const { return first_; }

 private:
  std::vector<std::set<std::string>> keys_;
  std::vector<std::string> path_;
  bool found_ = false;
  std::string first_;
};

template <class Enum>
Enum ValueIn(const json& value) {
  const auto* known = value.is_string()
                          ? ValueOf(*google::protobuf::GetEnumDescriptor<Enum>(), value.get<std::string>())
                          : nullptr;
  return static_cast<Enum>(known == nullptr ? kNoSuchValue : known->number());
}

void ReadScores(const json& scores, EvaluationInput& input) {
  if (!scores.is_object()) {
    input.faults.push_back({"INVALID_VALUE", "scores"});
    return;
  }
  for (const auto& [criterion, score] : scores.items()) {
    (*input.request.mutable_scores())[criterion] = ValueIn<framework::v1::Score>(score);
  }
}

void ReadKey(const std::string& key, const json& value, EvaluationInput& input) {
  if (key == "profile") {
    input.request.set_profile(ValueIn<framework::v1::Profile>(value));
  } else if (key == "scores") {
    ReadScores(value, input);
  } else if (key == "severity") {
    input.request.set_severity(ValueIn<framework::v1::Severity>(value));
  } else if (key == "trust") {
    input.request.set_trust(ValueIn<framework::v1::TrustJudgement>(value));
  } else if (key == "recidivism" && value.is_boolean()) {
    input.request.set_recidivism(value.get<bool>());
  } else {
    input.faults.push_back({"INVALID_VALUE", key});
  }
}

std::size_t RankOf(const LineFault& fault) {
  static constexpr std::array<absl::string_view, 5> kOrder = {"profile", "scores", "severity", "recidivism",
                                                              "trust"};
  for (std::size_t i = 0; i < kOrder.size(); ++i) {
    if (fault.field == kOrder[i] || absl::StartsWith(fault.field, absl::StrCat(kOrder[i], "."))) return i;
  }
  return kOrder.size();
}

EvaluationInput Malformed(const std::string& field) {
  EvaluationInput input;
  input.malformed = true;
  input.faults.push_back({"MALFORMED_JSON", field});
  return input;
}

}  // namespace

EvaluationInput ReadEvaluationInput(const std::string& line, const EvaluateScoresRequest& base) {
  DuplicateKeys duplicates;
  const json value = json::parse(line, std::ref(duplicates), /*allow_exceptions=*/false);
  if (!value.is_object()) return Malformed("");
  if (duplicates.found()) return Malformed(duplicates.first());
  EvaluationInput input;
  input.request = base;
  input.request.set_profile(static_cast<framework::v1::Profile>(kNoSuchValue));
  for (const auto& [key, member] : value.items()) ReadKey(key, member, input);
  return input;
}

void SortFaults(std::vector<LineFault>& faults) {
  std::stable_sort(faults.begin(), faults.end(),
                   [](const LineFault& a, const LineFault& b) { return RankOf(a) < RankOf(b); });
}

}  // namespace waarborg::cli
