#include "clients/cli/help.h"

#include <sstream>

#include "absl/strings/match.h"
#include "clients/cli/command_line.h"
#include "clients/cli/request.h"
#include "clients/cpp/services.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "proto/labels/labels.h"
#include "tests/clients/fake_server.h"
#include "tests/support/shell_words.h"

namespace waarborg::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr Language kLanguages[] = {Language::kNl, Language::kEn};

TEST(HelpTest, EveryCommandSaysInBothLanguagesWhatItDoes) {
  for (const Command& command : Commands()) {
    const nlohmann::json* help = CommandHelp(NameOf(command));
    ASSERT_NE(help, nullptr) << NameOf(command);
    EXPECT_FALSE(TextOf(*help, Language::kNl).empty()) << NameOf(command);
    EXPECT_FALSE(TextOf(*help, Language::kEn).empty()) << NameOf(command);
    EXPECT_NE(TextOf(*help, Language::kNl), TextOf(*help, Language::kEn)) << NameOf(command);
  }
}

TEST(HelpTest, EveryNounSaysInBothLanguagesWhatItIs) {
  for (const std::string& noun : Nouns()) {
    const nlohmann::json* help = NounHelp(noun);
    ASSERT_NE(help, nullptr) << noun;
    for (const Language language : kLanguages) EXPECT_FALSE(TextOf(*help, language).empty()) << noun;
  }
}

TEST(HelpTest, NoHelpIsLeftForACommandThatIsGone) {
  const auto help = nlohmann::json::parse(std::string(labels::Embedded("help.json")));
  EXPECT_EQ(help["commands"].size(), Commands().size());
  EXPECT_EQ(help["nouns"].size(), Nouns().size());
  for (const auto& [id, sentence] : help["sentences"].items()) {
    for (const Language language : kLanguages) EXPECT_FALSE(TextOf(sentence, language).empty()) << id;
  }
}

TEST(HelpTest, TheDaysOfAnExampleLieAroundTheDayOnWhichItIsRead) {
  EXPECT_THAT(ExampleOf("assessment announce", absl::CivilDay(2027, 12, 24)),
              HasSubstr("--visit-date=2028-01-14 "));
  EXPECT_THAT(ExampleOf("step record-alignment", absl::CivilDay(2027, 1, 1)),
              HasSubstr("--date=2026-12-31 "));
  EXPECT_EQ(ExampleOf("provider list", absl::CivilDay(2027, 1, 1)), "waarborg provider list");
  EXPECT_EQ(ExampleOf("nothing known", absl::CivilDay(2027, 1, 1)), "");
}

TEST(HelpTest, EveryExampleIsACommandLineThatWorks) {
  for (const Command& command : Commands()) {
    const std::string example = ExampleOf(NameOf(command), absl::CivilDay(2026, 1, 31));
    std::vector<std::string> words = testing::ShellWords(example);
    ASSERT_GE(words.size(), 2U) << NameOf(command);
    ASSERT_EQ(words[0], "waarborg");
    words.erase(words.begin());
    Parsed<CommandLine> line = ParseCommandLine(words, [](const char*) { return std::string(); });
    ASSERT_TRUE(line.ok()) << example;
    if (command.run != nullptr) continue;
    ASSERT_EQ(FindCommand(line->words.at(0), line->words.at(1)), &command) << example;
    line->file.reset();  // the files that examples name are not there
    const auto* type = client::FindMethod(command.rpc)->input_type();
    const std::unique_ptr<google::protobuf::Message> request(
        google::protobuf::MessageFactory::generated_factory()->GetPrototype(type)->New());
    std::istringstream in;
    const std::string name = line->words.size() > 2 ? line->words[2] : "";
    const auto fault = BuildRequest(*line, name, in, *request);
    EXPECT_FALSE(fault.has_value()) << example << ": " << Say(Language::kEn, fault->sentence, fault->values);
  }
}

TEST(HelpTest, ACommandShowsItsFieldsWithTypeAndMark) {
  const std::string help = HelpForCommand(*FindCommand("provider", "create"), {.language = Language::kNl});
  EXPECT_THAT(help, HasSubstr("* --title=tekst"));
  EXPECT_THAT(help, HasSubstr("* --profile=CODE"));
  EXPECT_THAT(help, HasSubstr("PGB_NAASTE_CUSTODIAL_PARENT"));
  EXPECT_THAT(help, HasSubstr("waarborg provider create p-1"));
  EXPECT_THAT(help, Not(HasSubstr("--create-time")));
}

TEST(HelpTest, TheUsageShowsANameWhereOneIsTaken) {
  testing::FakeServer server;
  for (const Command& command : Commands()) {
    const std::string usage = HelpForCommand(command, {.language = Language::kEn});
    std::vector<std::string> words = {std::string(command.noun)};
    if (!command.verb.empty()) words.emplace_back(command.verb);
    words.emplace_back("a-name");
    const bool refused = absl::StrContains(testing::RunCli(server, words).err, "takes no name");
    EXPECT_EQ(absl::StrContains(usage, NameOf(command) + " [NAME]"), !refused) << NameOf(command);
  }
}

TEST(HelpTest, HelpIsThereAtEveryDepthAndEndsWell) {
  testing::FakeServer server;
  const auto all = testing::RunCli(server, {"--help", "--lang=nl"});
  EXPECT_EQ(all.status, 0);
  EXPECT_THAT(all.out, HasSubstr("Zorgaanbieders."));
  EXPECT_THAT(testing::RunCli(server, {"step", "--help"}).out, HasSubstr("step decide-lighter"));
  EXPECT_THAT(testing::RunCli(server, {"help", "step", "decide"}).out, HasSubstr("--reason=text"));
  EXPECT_THAT(testing::RunCli(server, {"framework", "evaluate", "--help"}).out, HasSubstr("--input=FILE|-"));
  EXPECT_EQ(testing::RunCli(server, {"nonsense", "--help"}).status, 2);
}

}  // namespace
}  // namespace waarborg::cli
