#include "clients/cli/evaluate/output.h"

#include "absl/strings/str_join.h"
#include "clients/cli/codes.h"
#include "clients/cli/evaluation_text.h"
#include "nlohmann/json.hpp"

namespace waarborg::cli {
namespace {

using framework::v1::Evaluation;
using json = nlohmann::ordered_json;

json Text(const framework::v1::Text& text) { return {{"nl", text.nl()}, {"en", text.en()}}; }

// A value the source lists in two bands is both: "GOOD|SUFFICIENT".
json Readings(const Evaluation& evaluation) {
  if (evaluation.n() == 0) return nullptr;
  json readings = json::object();
  for (const framework::v1::ReadingResult& reading : evaluation.readings()) {
    readings[CodeOf(reading.reading())] = absl::StrJoin(
        reading.bands(), "|",
        [](std::string* text, int band) { text->append(CodeOf(static_cast<framework::v1::Band>(band))); });
  }
  return readings;
}

json Themes(const Evaluation& evaluation) {
  json themes = json::array();
  for (const framework::v1::ThemeResult& theme : evaluation.themes()) {
    json row = {{"theme", theme.theme()},
                {"n", theme.n()},
                {"quarter_points", theme.quarter_points()},
                {"points", PointsText(theme.quarter_points())},
                {"percent", theme.n() == 0 ? json(nullptr) : json(PercentText(theme.basis_points()))},
                {"flagged", theme.flagged()}};
    if (theme.has_printed_less()) row["printed_less"] = theme.printed_less();
    if (theme.has_printed_less_or_equal()) row["printed_less_or_equal"] = theme.printed_less_or_equal();
    themes.push_back(std::move(row));
  }
  return themes;
}

json FlipOf(const char* direction, const framework::v1::Flip& flip) {
  json changes = json::array();
  for (const framework::v1::FlipChange& change : flip.changes()) {
    changes.push_back(
        {{"criterion", change.criterion()}, {"from", CodeOf(change.from())}, {"to", CodeOf(change.to())}});
  }
  return {{"direction", direction},
          {"to", CodeOf(flip.to())},
          {"quarter_points", flip.quarter_points()},
          {"changes", std::move(changes)}};
}

json Flips(const Evaluation& evaluation) {
  json flips = json::array();
  if (evaluation.has_flip_up()) flips.push_back(FlipOf("UP", evaluation.flip_up()));
  if (evaluation.has_flip_down()) flips.push_back(FlipOf("DOWN", evaluation.flip_down()));
  return flips;
}

json FollowUps(const Evaluation& evaluation) {
  json codes = json::array();
  for (const int follow_up : evaluation.follow_up()) {
    codes.push_back(CodeOf(static_cast<framework::v1::FollowUp>(follow_up)));
  }
  return codes;
}

json DecisiveRule(const Evaluation& evaluation) {
  if (!evaluation.has_decisive_rule()) return nullptr;
  const framework::v1::DecisiveRule& rule = evaluation.decisive_rule();
  return {{"id", rule.id()}, {"text", Text(rule.text())}, {"source", rule.source()}};
}

json Reasons(const Evaluation& evaluation) {
  json reasons = json::array();
  for (const framework::v1::Text& reason : evaluation.reasons()) reasons.push_back(Text(reason));
  return reasons;
}

json OrNull(const std::string& code) { return code.empty() ? json(nullptr) : json(code); }

}  // namespace

std::string EvaluationLine(const Evaluation& evaluation) {
  const bool tested = evaluation.n() > 0;
  const json level =
      tested && evaluation.has_proposed_level() ? json(evaluation.proposed_level()) : json(nullptr);
  const auto list = [tested](json values) { return tested ? std::move(values) : json::array(); };
  const json line = {
      {"n", evaluation.n()},
      {"quarter_points", evaluation.quarter_points()},
      {"points", PointsText(evaluation.quarter_points())},
      {"sufficient_count", evaluation.sufficient_count()},
      {"band", tested ? OrNull(CodeOf(evaluation.band())) : json(nullptr)},
      {"deciding_reading", tested ? OrNull(CodeOf(evaluation.deciding_reading())) : json(nullptr)},
      {"readings", Readings(evaluation)},
      {"reading_conflict", evaluation.reading_conflict()},
      {"themes", list(Themes(evaluation))},
      {"theme_flags", list(json(std::vector<std::string>(evaluation.theme_flags().begin(),
                                                         evaluation.theme_flags().end())))},
      {"follow_up", FollowUps(evaluation)},
      {"proposed_level", level},
      {"choices_required", list(json(std::vector<std::string>(evaluation.choices_required().begin(),
                                                              evaluation.choices_required().end())))},
      {"decisive_rule", DecisiveRule(evaluation)},
      {"flips", list(Flips(evaluation))},
      {"reasons", list(Reasons(evaluation))},
      {"narrow_scope", evaluation.narrow_scope()},
  };
  return line.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string FaultLine(const std::vector<LineFault>& faults) {
  json all = json::array();
  for (const LineFault& fault : faults) all.push_back({{"reason", fault.reason}, {"field", fault.field}});
  const json line = {{"error", all.front()}, {"errors", all}};
  return line.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace waarborg::cli
