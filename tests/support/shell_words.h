#ifndef WAARBORG_TESTS_SUPPORT_SHELL_WORDS_H_
#define WAARBORG_TESTS_SUPPORT_SHELL_WORDS_H_

#include <string>
#include <vector>

namespace waarborg::testing {

// The words of a line as a shell would give them: separated by spaces, quotes of both kinds taken away.
inline std::vector<std::string> ShellWords(const std::string& text) {
  std::vector<std::string> words;
  char quote = 0;
  bool inside = false;
  for (const char c : text) {
    if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == quote && quote != 0) {
      quote = 0;
    } else if (c == ' ' && quote == 0) {
      inside = false;
      continue;
    } else {
      if (!inside) words.emplace_back();
      inside = true;
      words.back() += c;
    }
  }
  return words;
}

}  // namespace waarborg::testing

#endif  // WAARBORG_TESTS_SUPPORT_SHELL_WORDS_H_
