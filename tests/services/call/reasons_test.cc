// Every reason that these rooms give has a sentence in Dutch and in English, read from the sources themselves.

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "gtest/gtest.h"
#include "proto/labels/labels.h"

namespace waarborg::call {
namespace {

std::set<std::string> ReasonsIn(const std::filesystem::path& folder) {
  // `Error(code, "REASON")` and `Add(field, "REASON"...)`.
  static const std::regex kReason(R"re((?:Error\([^"]*|\.Add\([^"]*(?:"[^"]*"[^"]*)?)"([A-Z][A-Z_]{3,})")re");
  std::set<std::string> reasons;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".cc" && entry.path().extension() != ".h") continue;
    std::ifstream file(entry.path());
    std::stringstream text;
    text << file.rdbuf();
    const std::string content = text.str();
    for (std::sregex_iterator at(content.begin(), content.end(), kReason), end; at != end; ++at) {
      reasons.insert((*at)[1]);
    }
  }
  return reasons;
}

TEST(ReasonsTest, EveryReasonHasASentenceInBothLanguages) {
  std::set<std::string> all;
  for (const char* room : {"call", "ledger", "edge", "audit", "backup"}) {
    all.merge(ReasonsIn(std::filesystem::path(WAARBORG_SOURCE_DIR) / "services" / room));
  }
  // The search itself is worth something only when it finds what is known to be there.
  for (const char* known : {"METHOD_NOT_ALLOWED", "REQUIRED", "REQUEST_ID_REUSED", "NO_CALLER", "TREE_TOO_SMALL",
                            "NO_BACKUP_DIRECTORY", "INVALID_PAGE_TOKEN", "ETAG_MISMATCH", "DEADLINE_PASSED"}) {
    EXPECT_TRUE(all.count(known) == 1) << known;
  }
  for (const std::string& reason : all) {
    const labels::Sentence* sentence = labels::MessageOf(reason);
    ASSERT_NE(sentence, nullptr) << reason;
    EXPECT_FALSE(sentence->nl.empty()) << reason;
    EXPECT_FALSE(sentence->en.empty()) << reason;
  }
}

}  // namespace
}  // namespace waarborg::call
