#ifndef WAARBORG_TESTS_FUZZ_TEXTS_H_
#define WAARBORG_TESTS_FUZZ_TEXTS_H_

// Texts as nobody means them.

#include <string>

#include "absl/strings/string_view.h"
#include "tests/fuzz/chance.h"

namespace waarborg::fuzz {

// Any bytes, fewer than `most`.
std::string AnyBytes(Chance& chance, int most);

// A few words.
std::string PlainText(Chance& chance);

// Control characters, bidirectional marks, placeholders, paths, numbers at the edge, spaces, no UTF-8 at
// all; rarely long.
std::string OddText(Chance& chance);

// Valid UTF-8 of about `limit` characters of one to four bytes: one fewer, exactly, one more, or far more.
std::string TextAround(Chance& chance, int limit);

// A resource name that something is wrong with: empty parts, `..`, another collection, too long an id.
std::string OddName(Chance& chance, absl::string_view good);

// The text with one to four bytes flipped, put in, taken out, doubled or cut off.
std::string Spoiled(Chance& chance, std::string text);

}  // namespace waarborg::fuzz

#endif  // WAARBORG_TESTS_FUZZ_TEXTS_H_
