#include "tests/fuzz/texts.h"

#include <cstddef>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace waarborg::fuzz {
namespace {

using std::string_literals::operator""s;

const std::vector<std::string>& OddTexts() {
  static const auto* const texts = new std::vector<std::string>{
      "",
      " ",
      "\t\n\r",
      "\0"s,
      "voor\0na"s,
      "\x01\x02\x1b[31mrood",
      "\x7f",
      "\xc2\x80\xc2\x9f",
      "\xe2\x80\xae"
      "omgekeerd",
      "\xef\xbb\xbfvooraan",
      "\xf0\x9f\x8f\xb3\xef\xb8\x8f\xe2\x80\x8d\xf0\x9f\x8c\x88",
      "e\xcc\x81\xcc\x81\xcc\x81",
      "\xff\xfe",
      "\x80",
      "\xc0\x80",
      "\xed\xa0\x80",
      "half\xe2\x82",
      "\xf4\x90\x80\x80",
      "{detail} {field} {name} {",
      "${day+14} ${run}",
      "%s%n%100000d",
      "../../etc/passwd",
      "/",
      "..",
      ".",
      "-",
      "regions/-",
      "regions/nmd/../shared/members/administrator",
      "regions//members/",
      "regions/nmd/",
      "system",
      "regions/shared/members/administrator",
      "null",
      "{}",
      "[\"a\",",
      "-1",
      "0",
      "00000000",
      "9223372036854775807",
      "-9223372036854775808",
      "99999999999999999999999",
      "1e309",
      "0x7f",
      "2024-02-30",
      "9999-12-31",
      "+2024-1-01",
      "CAESBQ==",
      "====",
      "<b>vet</b>&amp;'\"--;",
  };
  return *texts;
}

const std::vector<std::string>& OddParts() {
  static const auto* const parts = new std::vector<std::string>{"",
                                                                ".",
                                                                "..",
                                                                "-",
                                                                "_",
                                                                "a b",
                                                                "a%2Fb",
                                                                "\xc3\xa9",
                                                                "\0"s,
                                                                std::string(63, 'a'),
                                                                std::string(64, 'a'),
                                                                "A",
                                                                "9",
                                                                "nmd",
                                                                "shared",
                                                                "members",
                                                                "\n",
                                                                "*"};
  return *parts;
}

void SpoilOnce(Chance& chance, std::string& text) {
  const int size = static_cast<int>(text.size());
  const std::size_t at = size == 0 ? 0 : static_cast<std::size_t>(chance.Below(size));
  switch (size == 0 ? 1 : chance.Below(6)) {
    case 0:
      text[at] = static_cast<char>(text[at] ^ (1 << chance.Below(8)));
      break;
    case 1:
      text.insert(at, AnyBytes(chance, 8));
      break;
    case 2:
      text.erase(at, static_cast<std::size_t>(1 + chance.Below(8)));
      break;
    case 3:
      text.insert(at, text.substr(at, static_cast<std::size_t>(1 + chance.Below(64))));
      break;
    case 4:
      text.resize(at);
      break;
    default:
      text[at] = "\x00\xff\x80\x7f"[chance.Below(4)];
  }
}

}  // namespace

std::string AnyBytes(Chance& chance, int most) {
  std::string bytes(static_cast<std::size_t>(chance.Below(most)), '\0');
  for (char& byte : bytes) byte = static_cast<char>(chance.Bits());
  return bytes;
}

std::string PlainText(Chance& chance) {
  static constexpr absl::string_view kWords[] = {"de",     "zorg",    "is",  "veilig",
                                                 "genoeg", "vandaag", "één", "plan"};
  std::vector<absl::string_view> words;
  for (int i = 1 + chance.Below(5); i > 0; --i) words.push_back(chance.Pick(kWords));
  return absl::StrJoin(words, " ");
}

std::string OddText(Chance& chance) {
  if (chance.Percent(10)) return AnyBytes(chance, 40);
  if (chance.Percent(10)) return std::string(static_cast<std::size_t>(1) << chance.Below(17), 'z');
  if (chance.Percent(15)) return absl::StrCat(PlainText(chance), chance.Pick(OddTexts()), PlainText(chance));
  return chance.Pick(OddTexts());
}

std::string TextAround(Chance& chance, int limit) {
  static constexpr absl::string_view kCharacters[] = {"x", "é", "€", "😀"};
  const absl::string_view character = chance.Pick(kCharacters);
  const int lengths[] = {limit - 1, limit, limit + 1, 3 * limit};
  std::string text;
  for (int i = chance.Pick(lengths); i > 0; --i) absl::StrAppend(&text, character);
  return text;
}

std::string OddName(Chance& chance, absl::string_view good) {
  std::vector<std::string> parts = absl::StrSplit(good, '/');
  const std::size_t at = static_cast<std::size_t>(chance.Below(static_cast<int>(parts.size())));
  switch (chance.Below(4)) {
    case 0:
      parts.push_back(chance.Pick(OddParts()));
      break;
    case 1:
      parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(at));
      break;
    case 2:
      return Spoiled(chance, std::string(good));
    default:
      parts[at] = chance.Pick(OddParts());
  }
  return absl::StrJoin(parts, "/");
}

std::string Spoiled(Chance& chance, std::string text) {
  for (int i = 1 + chance.Below(4); i > 0; --i) SpoilOnce(chance, text);
  return text;
}

}  // namespace waarborg::fuzz
