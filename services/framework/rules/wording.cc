#include "services/framework/rules/wording.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/substitute.h"

namespace waarborg::framework {
namespace {

// A number of hundredths, with each language's own decimal sign.
v1::Text Hundredths(int64_t hundredths, absl::string_view unit) {
  const int64_t whole = hundredths / 100;
  const int64_t rest = hundredths % 100;
  return MakeText(absl::StrFormat("%d,%02d%s", whole, rest, unit),
                  absl::StrFormat("%d.%02d%s", whole, rest, unit));
}

v1::Text LowWord(const v1::BandBorder& border) {
  return border.low_included() ? MakeText("$0 %", "$0 %") : MakeText("meer dan $0 %", "more than $0 %");
}

v1::Text HighWord(const v1::BandBorder& border) {
  return border.high_included() ? MakeText("tot en met $0 %", "up to and including $0 %")
                                : MakeText("tot $0 %", "but less than $0 %");
}

}  // namespace

v1::Text MakeText(absl::string_view nl, absl::string_view en) {
  v1::Text text;
  text.set_nl(nl.data(), nl.size());
  text.set_en(en.data(), en.size());
  return text;
}

v1::Text FillIn(const v1::Text& pattern, const v1::Text& a, const v1::Text& b, const v1::Text& c,
                const v1::Text& d) {
  return MakeText(absl::Substitute(pattern.nl(), a.nl(), b.nl(), c.nl(), d.nl()),
                  absl::Substitute(pattern.en(), a.en(), b.en(), c.en(), d.en()));
}

v1::Text Number(int64_t number) {
  const std::string digits = absl::StrCat(number);
  return MakeText(digits, digits);
}

v1::Text Points(int64_t quarter_points) { return Hundredths(quarter_points * 25, ""); }

v1::Text Percent(int32_t basis_points) { return Hundredths(basis_points, " %"); }

v1::Text TestedCriteria(int32_t n) {
  return n == 1 ? MakeText("1 getoetst criterium", "1 tested criterion")
                : FillIn(MakeText("$0 getoetste criteria", "$0 tested criteria"), Number(n));
}

v1::Text BandWord(v1::Band band) {
  switch (band) {
    case v1::BAND_GOOD:
      return MakeText("goed", "good");
    case v1::BAND_SUFFICIENT:
      return MakeText("voldoende", "sufficient");
    case v1::BAND_INSUFFICIENT:
      return MakeText("onvoldoende", "insufficient");
    default:
      return MakeText("geen resultaat", "no result");
  }
}

v1::Text FollowUpWord(v1::FollowUp follow_up) {
  switch (follow_up) {
    case v1::FOLLOW_UP_MONITORING_CONTRACT_MANAGEMENT:
      return MakeText("monitoring door contractmanagement", "monitoring by contract management");
    case v1::FOLLOW_UP_IMPROVEMENT_PLAN:
      return MakeText("verbeterplan", "improvement plan");
    case v1::FOLLOW_UP_RE_ASSESSMENT:
      return MakeText("hertoets", "re-assessment");
    case v1::FOLLOW_UP_CONSIDER_HEAVIER_MEASURE:
      return MakeText("zwaardere maatregel overwegen", "consider a heavier measure");
    case v1::FOLLOW_UP_CONSIDER_THEME_MEASURE:
      return MakeText("maatregel voor een thema overwegen", "consider a measure for a theme");
    case v1::FOLLOW_UP_URGENT_FAST_PATH:
      return MakeText("spoedroute", "urgent path");
    case v1::FOLLOW_UP_NO_DECISION_NOTHING_TESTED:
      return MakeText("geen oordeel: niets getoetst", "no result: nothing tested");
    default:
      return MakeText("onbekend vervolg", "unknown follow-up");
  }
}

std::string DecisionReason(v1::Band band, const google::protobuf::RepeatedField<int>& follow_ups) {
  v1::Text all;
  for (const int follow_up : follow_ups)
    Append(FollowUpWord(static_cast<v1::FollowUp>(follow_up)), ", ", all);
  const v1::Text reason =
      follow_ups.empty()
          ? FillIn(MakeText("Oordeel $0.", "Result $0."), BandWord(band))
          : FillIn(MakeText("Oordeel $0; vervolg: $1.", "Result $0; follow-up: $1."), BandWord(band), all);
  return absl::StrCat(reason.nl(), " / ", reason.en());
}

v1::Text ReadingWord(v1::Reading reading) {
  switch (reading) {
    case v1::READING_POINTS_TEXT:
      return MakeText("punten volgens de tekst", "points as in the text");
    case v1::READING_POINTS_TABLE:
      return MakeText("punten volgens de tabel", "points as in the table");
    case v1::READING_COUNT_TEXT:
      return MakeText("aantal volgens de tekst", "number as in the text");
    case v1::READING_COUNT_TABLE:
      return MakeText("aantal volgens de tabel", "number as in the table");
    case v1::READING_ABS45:
      return MakeText("vaste aantallen volgens de tabel", "fixed numbers as in the table");
    default:
      return MakeText("onbekende lezing", "unknown reading");
  }
}

v1::Text BorderWord(const v1::BandBorder& border) {
  const v1::Text low = Number(border.low());
  const v1::Text high = Number(border.high());
  if (border.high() == 100 && border.high_included()) {
    return FillIn(border.low_included() ? MakeText("$0 % of meer", "$0 % or more")
                                        : MakeText("meer dan $0 %", "more than $0 %"),
                  low);
  }
  if (border.low() == 0 && border.low_included()) {
    return FillIn(border.high_included() ? MakeText("ten hoogste $0 %", "at most $0 %")
                                         : MakeText("minder dan $0 %", "less than $0 %"),
                  high);
  }
  v1::Text word = FillIn(LowWord(border), low);
  Append(FillIn(HighWord(border), high), " ", word);
  return word;
}

void Append(const v1::Text& part, absl::string_view separator, v1::Text& whole) {
  absl::StrAppend(whole.mutable_nl(), whole.nl().empty() ? "" : separator, part.nl());
  absl::StrAppend(whole.mutable_en(), whole.en().empty() ? "" : separator, part.en());
}

}  // namespace waarborg::framework
