#include "clients/cli/evaluation_text.h"

#include <vector>

#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "clients/cli/coded_text.h"
#include "clients/cli/text_table.h"
#include "google/protobuf/generated_enum_reflection.h"

namespace waarborg::cli {
namespace {

using framework::v1::Evaluation;

template <class Enum>
std::string Label(Enum value, const Style& style) {
  return EnumLabel(*google::protobuf::GetEnumDescriptor<Enum>(), static_cast<int>(value), style.language);
}

template <class Enum>
std::string Labels(const google::protobuf::RepeatedField<int>& values, absl::string_view between,
                   const Style& style) {
  return absl::StrJoin(values, between, [&style](std::string* text, int value) {
    absl::StrAppend(text, Label(static_cast<Enum>(value), style));
  });
}

// Two decimals after the sign that the language uses.
std::string Hundredths(std::int64_t hundredths, Language language) {
  return absl::StrFormat("%d%s%02d", hundredths / 100, language == Language::kNl ? "," : ".",
                         hundredths % 100);
}

std::string Choices(const Evaluation& evaluation, Language language) {
  return absl::StrJoin(evaluation.choices_required(), ", ",
                       [language](std::string* text, const std::string& choice) {
                         absl::StrAppend(text, ChoiceLabel(choice, language));
                       });
}

// Lines of the report, each with its label before it.
class Report final {
 public:
  Report(const Style& style, int indent) : style_(style), margin_(indent, ' ') {}

  void Line(absl::string_view sentence, const std::string& value) {
    if (value.empty()) return;
    const std::string label = Say(style_.language, sentence);
    absl::StrAppend(&text_, margin_, Bold(style_, label),
                    std::string(kLabelWidth > WidthOf(label) ? kLabelWidth - WidthOf(label) : 1, ' '),
                    Printable(value), "\n");
  }
  void Table(absl::string_view sentence, const TextTable& table) {
    if (table.empty()) return;
    absl::StrAppend(&text_, margin_, Bold(style_, Say(style_.language, sentence)), "\n",
                    table.Print(style_, absl::StrCat(margin_, "  ")));
  }
  void Item(const std::string& value) { absl::StrAppend(&text_, margin_, "  - ", Printable(value), "\n"); }
  void Title(absl::string_view sentence) {
    absl::StrAppend(&text_, margin_, Bold(style_, Say(style_.language, sentence)), "\n");
  }
  [[nodiscard]] std::string text() const { return text_; }

 private:
  static constexpr std::size_t kLabelWidth = 26;
  const Style& style_;
  std::string margin_;
  std::string text_;
};

std::string ReadingsLine(const Evaluation& evaluation, const Style& style) {
  return absl::StrJoin(evaluation.readings(), "; ", [&style](std::string* text, const auto& reading) {
    absl::StrAppend(text, Label(reading.reading(), style), ": ",
                    Labels<framework::v1::Band>(reading.bands(), "/", style));
  });
}

void AddThemes(const Evaluation& evaluation, const Style& style, Report& report) {
  const auto say = [&style](absl::string_view sentence) { return Say(style.language, sentence); };
  TextTable themes({say("EVALUATION_THEME"), say("EVALUATION_TESTED"), say("EVALUATION_POINTS"), "%",
                    say("EVALUATION_FLAG")});
  for (const framework::v1::ThemeResult& theme : evaluation.themes()) {
    themes.Add({theme.theme(), absl::StrCat(theme.n()), PointsText(theme.quarter_points(), style.language),
                theme.n() == 0 ? "" : PercentText(theme.basis_points(), style.language),
                theme.flagged() ? say("EVALUATION_FLAGGED") : ""});
  }
  report.Table("EVALUATION_THEMES", themes);
}

std::string FlipLine(const framework::v1::Flip& flip, const Style& style) {
  const std::string changes =
      absl::StrJoin(flip.changes(), ", ", [&style](std::string* text, const auto& change) {
        absl::StrAppend(text, change.criterion(), " ", Label(change.from(), style), " → ",
                        Label(change.to(), style));
      });
  return absl::StrCat(Label(flip.to(), style), ": ", changes);
}

void AddReasons(const Evaluation& evaluation, const Style& style, Report& report) {
  if (evaluation.reasons().empty()) return;
  report.Title("EVALUATION_REASONS");
  for (const framework::v1::Text& reason : evaluation.reasons()) {
    report.Item(style.language == Language::kNl ? reason.nl() : reason.en());
  }
}

}  // namespace

std::string PointsText(std::int64_t quarter_points, Language language) {
  return Hundredths(quarter_points * 25, language);
}

std::string PercentText(int basis_points, Language language) { return Hundredths(basis_points, language); }

int DecidingBasisPoints(const Evaluation& evaluation) {
  switch (evaluation.deciding_reading()) {
    case framework::v1::READING_COUNT_TEXT:
    case framework::v1::READING_COUNT_TABLE:
    case framework::v1::READING_ABS45:
      return evaluation.count_basis_points();
    default:
      return evaluation.points_basis_points();
  }
}

std::string PrintEvaluation(const Evaluation& evaluation, const Style& style, int indent) {
  Report report(style, indent);
  const Language language = style.language;
  const bool tested = evaluation.n() > 0;
  report.Line("EVALUATION_BAND",
              tested ? Label(evaluation.band(), style) : Say(language, "EVALUATION_NOTHING_TESTED"));
  report.Line("EVALUATION_TESTED", absl::StrCat(evaluation.n()));
  if (tested) {
    report.Line("EVALUATION_POINTS",
                absl::StrCat(PointsText(evaluation.quarter_points(), language), " (",
                             PercentText(evaluation.points_basis_points(), language), " %)"));
    report.Line("EVALUATION_SUFFICIENT",
                absl::StrCat(evaluation.sufficient_count(), " (",
                             PercentText(evaluation.count_basis_points(), language), " %)"));
  }
  report.Line("EVALUATION_READINGS", ReadingsLine(evaluation, style));
  if (evaluation.reading_conflict()) report.Line("EVALUATION_CONFLICT", Say(language, "YES"));
  if (evaluation.narrow_scope()) report.Line("EVALUATION_NARROW", Say(language, "YES"));
  AddThemes(evaluation, style, report);
  report.Line("EVALUATION_FOLLOW_UP", Labels<framework::v1::FollowUp>(evaluation.follow_up(), "; ", style));
  if (evaluation.has_proposed_level())
    report.Line("EVALUATION_LEVEL", absl::StrCat("L", evaluation.proposed_level()));
  report.Line("EVALUATION_CHOICES", Choices(evaluation, language));
  const framework::v1::DecisiveRule& rule = evaluation.decisive_rule();
  const std::string rule_text = language == Language::kNl ? rule.text().nl() : rule.text().en();
  report.Line("EVALUATION_RULE",
              rule.source().empty() ? rule_text : absl::StrCat(rule_text, " [", rule.source(), "]"));
  if (evaluation.has_flip_up()) report.Line("EVALUATION_FLIP_UP", FlipLine(evaluation.flip_up(), style));
  if (evaluation.has_flip_down())
    report.Line("EVALUATION_FLIP_DOWN", FlipLine(evaluation.flip_down(), style));
  AddReasons(evaluation, style, report);
  return report.text();
}

}  // namespace waarborg::cli
