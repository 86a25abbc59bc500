#include "services/incident/rules/personal_numbers.h"

#include <cstddef>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"

namespace waarborg::incident {
namespace {

constexpr std::size_t kDigits = 9;

bool IsDigit(char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); }
bool IsLetter(char c) { return absl::ascii_isalpha(static_cast<unsigned char>(c)); }

// The test of eleven: weights 9 down to 2, and the last digit counts negative.
bool PassesTestOfEleven(absl::string_view digits) {
  if (digits.size() != kDigits || digits.find_first_not_of('0') == absl::string_view::npos) return false;
  int sum = 0;
  for (std::size_t i = 0; i + 1 < kDigits; ++i) sum += static_cast<int>(kDigits - i) * (digits[i] - '0');
  return (sum - (digits[kDigits - 1] - '0')) % 11 == 0;
}

// Whether a run of digits, with single `separators` between them, is such a number.
bool FindsOne(absl::string_view text, absl::string_view separators) {
  std::string run;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && IsDigit(text[i])) {
      run.push_back(text[i]);
      continue;
    }
    const bool goes_on = !run.empty() && i + 1 < text.size() && IsDigit(text[i + 1]) &&
                         absl::StrContains(separators, text.substr(i, 1));
    if (goes_on) continue;
    if (PassesTestOfEleven(run)) return true;
    run.clear();
  }
  return false;
}

// Whether no letter is joined to the digits in [begin, end).
bool StandsAlone(absl::string_view text, std::size_t begin, std::size_t end) {
  return (begin == 0 || !IsLetter(text[begin - 1])) && (end == text.size() || !IsLetter(text[end]));
}

bool IsPartOfAddress(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) ||
         absl::StrContains("._-+", absl::string_view(&c, 1));
}

}  // namespace

bool HoldsPersonalNumber(absl::string_view text) {
  std::size_t end = 0;
  for (std::size_t begin = 0; begin < text.size(); begin = end + 1) {
    end = begin;
    while (end < text.size() && IsDigit(text[end])) ++end;
    if (PassesTestOfEleven(text.substr(begin, end - begin)) && StandsAlone(text, begin, end)) return true;
  }
  return false;
}

bool MentionsPersonalNumber(absl::string_view text) { return FindsOne(text, "") || FindsOne(text, ".- "); }

bool HoldsEmailAddress(absl::string_view text) {
  for (std::size_t at = text.find('@'); at != absl::string_view::npos; at = text.find('@', at + 1)) {
    if (at == 0 || !IsPartOfAddress(text[at - 1])) continue;
    std::size_t end = at + 1;
    while (end < text.size() && IsPartOfAddress(text[end])) ++end;
    const absl::string_view host = text.substr(at + 1, end - at - 1);
    const std::size_t dot = host.find('.');
    if (dot != absl::string_view::npos && dot > 0 && dot + 1 < host.size()) return true;
  }
  return false;
}

}  // namespace waarborg::incident
