#include "clients/cli/command_line.h"

#include <map>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace waarborg::cli {
namespace {

using ::testing::ElementsAre;
using Environment = std::map<std::string, std::string>;

Parsed<CommandLine> Parse(const std::vector<std::string>& words, Environment environment = {}) {
  return ParseCommandLine(words, [environment](const char* name) {
    const auto found = environment.find(name);
    return found == environment.end() ? std::string() : found->second;
  });
}

TEST(CommandLineTest, DefaultsAreThoseThatScriptsBuildOn) {
  const auto line = Parse({"provider", "list"});
  ASSERT_TRUE(line.ok());
  EXPECT_EQ(line->server, "127.0.0.1:7420");
  EXPECT_EQ(line->region, "nmd");
  EXPECT_EQ(line->member, "auditor");
  EXPECT_EQ(line->output, Output::kTable);
  EXPECT_THAT(line->words, ElementsAre("provider", "list"));
}

TEST(CommandLineTest, FlagsMayStandAnywhere) {
  const auto line = Parse({"--as=quality-manager", "provider", "--title=A=B", "create", "p-1", "--entrant"});
  ASSERT_TRUE(line.ok());
  EXPECT_EQ(line->member, "quality-manager");
  EXPECT_THAT(line->words, ElementsAre("provider", "create", "p-1"));
  ASSERT_EQ(line->fields.size(), 2U);
  EXPECT_EQ(line->fields[0].name, "title");
  EXPECT_EQ(line->fields[0].value, "A=B");
  EXPECT_FALSE(line->fields[1].value.has_value());
}

TEST(CommandLineTest, ALoneHyphenAndWhatFollowsTwoAreWords) {
  const auto line = Parse({"step", "list", "-", "--", "--odd"});
  ASSERT_TRUE(line.ok());
  EXPECT_THAT(line->words, ElementsAre("step", "list", "-", "--odd"));
}

TEST(CommandLineTest, TheLanguageFollowsTheLocaleUnlessItIsSaid) {
  EXPECT_EQ(Parse({})->language, Language::kEn);
  EXPECT_EQ(Parse({}, {{"LANG", "nl_NL.UTF-8"}})->language, Language::kNl);
  EXPECT_EQ(Parse({}, {{"LANG", "nl_NL"}, {"LC_MESSAGES", "de_DE"}})->language, Language::kEn);
  EXPECT_EQ(Parse({}, {{"LC_MESSAGES", "de_DE"}, {"LC_ALL", "nl_BE"}})->language, Language::kNl);
  EXPECT_EQ(Parse({"--lang=en"}, {{"LANG", "nl_NL"}})->language, Language::kEn);
}

TEST(CommandLineTest, WrongFlagsAreNamed) {
  EXPECT_EQ(Parse({"--output=xml"}).error().sentence, "FLAG_VALUE_INVALID");
  EXPECT_EQ(Parse({"--as"}).error().sentence, "FLAG_NEEDS_VALUE");
  EXPECT_EQ(Parse({"--region=n\tmd"}).error().sentence, "FLAG_VALUE_INVALID");
  EXPECT_EQ(Parse({"--as=Zoë"}).error().sentence, "FLAG_VALUE_INVALID");
  EXPECT_EQ(Parse({"--lang=fr"}).error().sentence, "FLAG_VALUE_INVALID");
  EXPECT_EQ(Parse({"--timeout=soon"}).error().sentence, "FLAG_VALUE_INVALID");
  EXPECT_EQ(Parse({"-x"}).error().sentence, "UNKNOWN_FLAG");
}

}  // namespace
}  // namespace waarborg::cli
