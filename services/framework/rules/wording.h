#ifndef WAARBORG_SERVICES_FRAMEWORK_RULES_WORDING_H_
#define WAARBORG_SERVICES_FRAMEWORK_RULES_WORDING_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "waarborg/framework/v1/framework.pb.h"

// The words in which results are told to people, in Dutch and English. Numbers are written from integers: a
// decimal comma in Dutch, a decimal point in English.

namespace waarborg::framework {

[[nodiscard]] v1::Text MakeText(absl::string_view nl, absl::string_view en);

// Puts `$0`, `$1` ... of both languages' patterns in place.
[[nodiscard]] v1::Text FillIn(const v1::Text& pattern, const v1::Text& a, const v1::Text& b = {},
                              const v1::Text& c = {}, const v1::Text& d = {});

// The same digits in both languages.
[[nodiscard]] v1::Text Number(int64_t number);

// "33,00" and "33.00" for 132 quarter points.
[[nodiscard]] v1::Text Points(int64_t quarter_points);

// "75,00 %" and "75.00 %" for 7500 basis points.
[[nodiscard]] v1::Text Percent(int32_t basis_points);

// "44 getoetste criteria" and "44 tested criteria".
[[nodiscard]] v1::Text TestedCriteria(int32_t n);

[[nodiscard]] v1::Text BandWord(v1::Band band);
[[nodiscard]] v1::Text FollowUpWord(v1::FollowUp follow_up);
[[nodiscard]] v1::Text ReadingWord(v1::Reading reading);

// Why something follows from a decision, for a text that is kept once: "Oordeel voldoende; vervolg: verbeterplan,
// hertoets. / Result sufficient; follow-up: improvement plan, re-assessment."
[[nodiscard]] std::string DecisionReason(v1::Band band,
                                         const google::protobuf::RepeatedField<int>& follow_ups);

// "meer dan 75 %", "65 % tot en met 75 %", "minder dan 65 %" and the like.
[[nodiscard]] v1::Text BorderWord(const v1::BandBorder& border);

// Several texts as one, with a separator that both languages share.
void Append(const v1::Text& part, absl::string_view separator, v1::Text& whole);

}  // namespace waarborg::framework

#endif  // WAARBORG_SERVICES_FRAMEWORK_RULES_WORDING_H_
