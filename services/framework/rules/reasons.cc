#include "services/framework/rules/reasons.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "services/framework/rules/applicability.h"
#include "services/framework/rules/tally.h"
#include "services/framework/rules/wording.h"

namespace waarborg::framework {
namespace {

v1::Text BorderOf(const v1::ReadingRule& rule, v1::Band band) {
  for (const v1::BandBorder& border : rule.bands()) {
    if (border.band() == band) return BorderWord(border);
  }
  return {};
}

v1::Text AcuteReason() {
  return MakeText(
      "Er is sprake van acute onveiligheid. Daarom is de spoedprocedure aangewezen, wat het resultaat op de "
      "criteria ook is.",
      "There is acute unsafety. The urgent procedure is therefore called for, whatever the result on the "
      "criteria.");
}

v1::Text ResultReason(const v1::FrameworkVersion& version, const v1::ReadingRule& rule,
                      const v1::Evaluation& evaluation) {
  v1::Text reason;
  if (rule.measure() == v1::ReadingRule::MEASURE_COUNT) {
    reason = FillIn(
        MakeText("Op $0 is het oordeel $1 keer voldoende ($2).", "Of $0, $1 came out sufficient ($2)."),
        TestedCriteria(evaluation.n()), Number(evaluation.sufficient_count()),
        Percent(evaluation.count_basis_points()));
  } else {
    reason = FillIn(MakeText("Op $0 zijn $1 van de $2 punten behaald ($3).",
                             "On $0, $1 out of $2 points were reached ($3)."),
                    TestedCriteria(evaluation.n()), Points(evaluation.quarter_points()),
                    Points(int64_t{FullQuarterPoints(version)} * evaluation.n()),
                    Percent(evaluation.points_basis_points()));
  }
  Append(FillIn(MakeText("Het resultaat is daarmee $0 ($1).", "The result is therefore $0 ($1)."),
                BandWord(evaluation.band()), BorderOf(rule, evaluation.band())),
         " ", reason);
  return reason;
}

v1::Text FlagReason(const v1::FrameworkVersion& version, const v1::Theme& theme,
                    const v1::ThemeResult& result) {
  return FillIn(
      MakeText(
          "Het thema $0 blijft met $1 van de punten op $2 onder de grens van $3 %. Weeg af of voor dit "
          "thema een maatregel nodig is.",
          "The theme $0, with $1 of the points on $2, stays below the border of $3 %. Weigh whether this "
          "theme needs a measure."),
      theme.label(), Percent(result.basis_points()), TestedCriteria(result.n()),
      Number(version.decision_rule().theme_flag_below_percent()));
}

void AddFlagReasons(const v1::FrameworkVersion& version, v1::Evaluation& evaluation) {
  for (int i = 0; i < evaluation.themes_size(); ++i) {
    if (!evaluation.themes(i).flagged()) continue;
    *evaluation.add_reasons() = FlagReason(version, version.themes(i), evaluation.themes(i));
  }
}

void AddTrustReason(v1::TrustJudgement trust, v1::Evaluation& evaluation) {
  const bool damaged = trust == v1::TRUST_JUDGEMENT_DAMAGED;
  if (!damaged && trust != v1::TRUST_JUDGEMENT_DOUBTFUL) return;
  if (damaged && evaluation.band() == v1::BAND_GOOD) {
    *evaluation.add_reasons() = MakeText(
        "Een goed resultaat gaat ervan uit dat de aanbieder de laatste verbeteringen uit zichzelf doorvoert. "
        "Het vertrouwen daarin is geschaad: maak hierin een uitdrukkelijke keuze en leg uit waarom.",
        "A good result presumes that the provider makes the last improvements of its own accord. The trust "
        "in "
        "that is damaged: make an explicit choice here and explain it.");
    return;
  }
  *evaluation.add_reasons() = FillIn(
      MakeText("Het vertrouwen in de aanbieder $0. Dat verandert niets aan de uitkomst of aan het niveau, "
               "maar kan een grond zijn om met redenen van het advies af te wijken.",
               "Trust in the provider $0. That changes neither the result nor the level, but it can be a "
               "ground to deviate from the advice with reasons."),
      damaged ? MakeText("is geschaad", "is damaged") : MakeText("staat ter discussie", "is in doubt"));
}

// What moved the level, step by step.
v1::Text LevelSteps(const LevelProposal& level) {
  v1::Text steps =
      FillIn(MakeText("Bij dit resultaat hoort L$0", "This result starts from L$0"), Number(level.base));
  if (level.after_flag != level.base) {
    Append(FillIn(MakeText("een thema onder de grens maakt dat L$0", "a theme below its border makes it L$0"),
                  Number(level.after_flag)),
           "; ", steps);
  }
  if (level.serious_added != 0) {
    Append(FillIn(MakeText("de ernst telt $0 op", "severity adds $0"), Number(level.serious_added)), "; ",
           steps);
  }
  if (level.recidivism_added != 0) {
    Append(FillIn(MakeText("recidive telt $0 op", "recidivism adds $0"), Number(level.recidivism_added)),
           "; ", steps);
  }
  if (level.lifted_by_acute) {
    Append(MakeText("acute onveiligheid vraagt om ten minste dit niveau",
                    "acute unsafety asks for at least this"),
           "; ", steps);
  }
  if (level.capped) {
    Append(MakeText("verder gaat een voorstel niet", "a proposal goes no further"), "; ", steps);
  }
  return steps;
}

v1::Text LevelReason(const LevelProposal& level) {
  if (level.level == 0) {
    return MakeText("Er is geen aanleiding om een stap op de escalatieladder voor te stellen (L0).",
                    "There is no ground to propose a step on the escalation ladder (L0).");
  }
  return FillIn(
      MakeText("Voorstel voor de escalatieladder: ten minste L$0. $1. Over een stap beslist een mens.",
               "Proposal for the escalation ladder: at least L$0. $1. A person decides on any step."),
      Number(level.level), LevelSteps(level));
}

v1::Text BandsWord(const v1::ReadingResult& result) {
  v1::Text bands;
  for (const int band : result.bands()) {
    const v1::Text word = BandWord(static_cast<v1::Band>(band));
    if (bands.nl().empty()) {
      bands = word;
    } else {
      bands = FillIn(MakeText("$0 of $1", "$0 or $1"), bands, word);
    }
  }
  return bands;
}

v1::Text ConflictReason(const v1::Evaluation& evaluation) {
  v1::Text others;
  for (const v1::ReadingResult& result : evaluation.readings()) {
    if (result.bands_size() == 1 && result.bands(0) == evaluation.band()) continue;
    Append(FillIn(MakeText("$0: $1", "$0: $1"), ReadingWord(result.reading()), BandsWord(result)), "; ",
           others);
  }
  return FillIn(
      MakeText("De beslisregel is op meer manieren te lezen, en niet elke lezing komt hier op hetzelfde "
               "uit ($0). Hier beslist de lezing: $1.",
               "The decision rule can be read in several ways, and not every reading comes to the same "
               "here ($0). The reading that decides here: $1."),
      others, ReadingWord(evaluation.deciding_reading()));
}

v1::Text NarrowReason(int32_t n, int applicable) {
  v1::Text reason =
      FillIn(n == 1 ? MakeText("Er is 1 van de $1 criteria getoetst die hier gelden, minder dan de helft.",
                               "Of the $1 criteria that apply here, 1 was tested: less than half.")
                    : MakeText("Er zijn $0 van de $1 criteria getoetst die hier gelden, minder dan de helft.",
                               "Of the $1 criteria that apply here, $0 were tested: less than half."),
             Number(n), Number(applicable));
  Append(MakeText("Lees het totaalresultaat met terughoudendheid.", "Read the overall result with reserve."),
         " ", reason);
  return reason;
}

}  // namespace

v1::DecisiveRule BandRule(const v1::FrameworkVersion& version, const v1::ReadingRule& rule, v1::Band band) {
  v1::DecisiveRule decisive;
  decisive.set_id(absl::StrCat(absl::StripPrefix(v1::Reading_Name(rule.reading()), "READING_"), ":",
                               absl::StripPrefix(v1::Band_Name(band), "BAND_")));
  const bool by_count = rule.measure() == v1::ReadingRule::MEASURE_COUNT;
  *decisive.mutable_text() =
      FillIn(by_count ? MakeText("Een resultaat is $0 bij $1 voldoende beoordeelde criteria (lezing: $2).",
                                 "A result is $0 with $1 of the tested criteria sufficient (reading: $2).")
                      : MakeText("Een resultaat is $0 bij $1 van de te behalen punten (lezing: $2).",
                                 "A result is $0 with $1 of the points that can be reached (reading: $2)."),
             BandWord(band), BorderOf(rule, band), ReadingWord(rule.reading()));
  decisive.set_source(rule.source().empty() ? version.decision_rule().source() : rule.source());
  return decisive;
}

v1::DecisiveRule NothingTestedRule(const v1::FrameworkVersion& version) {
  v1::DecisiveRule decisive;
  decisive.set_id("NOTHING_TESTED");
  *decisive.mutable_text() = MakeText(
      "Er is nog geen criterium getoetst. Zonder getoetste criteria is er geen resultaat en geen voorstel.",
      "No criterion has been tested yet. Without tested criteria there is no result and no proposal.");
  decisive.set_source(version.decision_rule().source());
  return decisive;
}

void AddReasons(const v1::FrameworkVersion& version, const Grounds& grounds, v1::Evaluation& evaluation) {
  if (grounds.input.severity == v1::SEVERITY_ACUTE) *evaluation.add_reasons() = AcuteReason();
  *evaluation.add_reasons() = ResultReason(version, grounds.rule, evaluation);
  AddFlagReasons(version, evaluation);
  AddTrustReason(grounds.input.trust, evaluation);
  *evaluation.add_reasons() = LevelReason(grounds.level);
  if (evaluation.reading_conflict()) *evaluation.add_reasons() = ConflictReason(evaluation);
  if (evaluation.narrow_scope()) {
    *evaluation.add_reasons() = NarrowReason(evaluation.n(), CountApplicable(version, grounds.input));
  }
}

}  // namespace waarborg::framework
