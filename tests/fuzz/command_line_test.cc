// Property: whatever a person, a script or a file says to the command line, it takes it or refuses it in
// words, and ends as it promises to. WAARBORG_FUZZ_SEED=n tries that seed's texts and no others.

#include <memory>
#include <string>

#include "absl/strings/match.h"
#include "clients/cli/codes.h"
#include "clients/cli/dates.h"
#include "clients/cli/evaluate/input.h"
#include "clients/cli/field_value.h"
#include "clients/cli/lenient_json.h"
#include "clients/cli/resource_name.h"
#include "gmock/gmock.h"
#include "google/protobuf/stubs/logging.h"
#include "google/protobuf/util/json_util.h"
#include "google/protobuf/util/message_differencer.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "tests/fuzz/author.h"
#include "tests/fuzz/texts.h"
#include "tests/fuzz/wire.h"
#include "waarborg/incident/v1/incident.pb.h"

namespace waarborg::fuzz {
namespace {

using framework::v1::EvaluateScoresRequest;
using google::protobuf::Message;
using google::protobuf::util::MessageDifferencer;
using nlohmann::json;

constexpr int kTexts = 5'000;

class CommandLineText : public ::testing::Test {
 protected:
  // Protobuf tells of every text that is no UTF-8.
  google::protobuf::LogSilencer silence_;
};

// A day with some of its ten characters replaced, mostly by another digit.
std::string SomeDay(Chance& chance) {
  std::string text = "2025-06-02";
  for (int changes = 1 + chance.Below(3); changes > 0; --changes) {
    char& character = text[static_cast<std::size_t>(chance.Below(10))];
    character = chance.Percent(70) ? static_cast<char>('0' + chance.Below(10)) : "- +/T.x"[chance.Below(7)];
  }
  return chance.Percent(10) ? Spoiled(chance, text) : text;
}

TEST_F(CommandLineText, DatesAreTakenAsTheyAreOrRefused) {
  for (const unsigned seed : Seeds(2)) {
    SCOPED_TRACE(Replay(seed));
    Chance chance(seed);
    int taken = 0;
    for (int i = 0; i < 10 * kTexts; ++i) {
      const std::string text = SomeDay(chance);
      const auto date = cli::ParseDate(text);
      if (!date.has_value()) continue;
      ++taken;
      ASSERT_EQ(cli::FormatDate(*date), text);
    }
    EXPECT_GT(taken, 100);
  }
}

TEST_F(CommandLineText, ShortNamesStandForTheNamesTheyShorten) {
  for (const unsigned seed : Seeds(2)) {
    SCOPED_TRACE(Replay(seed));
    Chance chance(seed);
    for (int i = 0; i < kTexts; ++i) {
      const std::string pattern = "regions/*/providers/*/contracts/*";
      const std::string name = OddName(chance, "regions/nmd/providers/esdoorn/contracts/assen");
      const std::string expanded = cli::Expand(name, pattern, "nmd");
      ASSERT_EQ(cli::Expand(expanded, pattern, "nmd"), expanded) << name;
      if (!cli::Matches(name, pattern) || !absl::StartsWith(name, "regions/nmd/")) continue;
      ASSERT_EQ(cli::Expand(cli::Shorten(name, pattern), pattern, "nmd"), name);
    }
  }
}

// The line that says what the request says.
std::string LineOf(const EvaluateScoresRequest& request) {
  json scores = json::object();
  for (const auto& [criterion, score] : request.scores()) scores[criterion] = cli::CodeOf(score);
  return json{{"profile", cli::CodeOf(request.profile())},
              {"scores", scores},
              {"severity", cli::CodeOf(request.severity())},
              {"recidivism", request.recidivism()},
              {"trust", cli::CodeOf(request.trust())}}
      .dump();
}

EvaluateScoresRequest SomeQuestion(Chance& chance) {
  EvaluateScoresRequest request;
  request.set_profile(static_cast<framework::v1::Profile>(1 + chance.Below(3)));
  request.set_severity(static_cast<framework::v1::Severity>(1 + chance.Below(3)));
  request.set_trust(static_cast<framework::v1::TrustJudgement>(1 + chance.Below(3)));
  request.set_recidivism(chance.Percent(50));
  for (int i = chance.Below(6); i > 0; --i) {
    (*request.mutable_scores())[PlainText(chance)] = static_cast<framework::v1::Score>(1 + chance.Below(4));
  }
  return request;
}

TEST_F(CommandLineText, EvaluationLinesAreReadAsTheyWereWrittenOrAreMalformed) {
  for (const unsigned seed : Seeds(2)) {
    SCOPED_TRACE(Replay(seed));
    Chance chance(seed);
    for (int i = 0; i < kTexts; ++i) {
      const EvaluateScoresRequest question = SomeQuestion(chance);
      const std::string line = LineOf(question);
      const cli::EvaluationInput input = cli::ReadEvaluationInput(line, EvaluateScoresRequest());
      ASSERT_TRUE(input.faults.empty()) << line;
      ASSERT_TRUE(MessageDifferencer::Equals(input.request, question)) << line;
      const std::string other = Spoiled(chance, line);
      const cli::EvaluationInput spoiled = cli::ReadEvaluationInput(other, EvaluateScoresRequest());
      ASSERT_EQ(spoiled.malformed, spoiled.faults.size() == 1 && spoiled.faults[0].reason == "MALFORMED_JSON")
          << other;
    }
  }
}

std::string JsonOf(const Message& message) {
  std::string text;
  EXPECT_TRUE(google::protobuf::util::MessageToJsonString(message, &text).ok());
  return text;
}

TEST_F(CommandLineText, JsonIsTakenAsItWasWrittenAndOtherChangesNothing) {
  for (const unsigned seed : Seeds(2)) {
    SCOPED_TRACE(Replay(seed));
    Chance chance(seed);
    const Known nothing;
    Author author(chance, nothing);
    for (const Method* const method : AllMethods()) {
      const std::unique_ptr<Message> request = NewMessage(*method->input_type());
      author.Fill(*request, 0);
      // JSON has no form for an Any of a type that nobody knows.
      if (auto* submit = dynamic_cast<incident::v1::SubmitIncidentRequest*>(request.get());
          submit != nullptr && submit->has_event()) {
        submit->mutable_event()->clear_proto_data();
      }
      cli::Fields named;
      // With the short names of a filter written in full.
      const std::unique_ptr<Message> meant = NewMessage(*method->input_type());
      ASSERT_FALSE(cli::MergeRequestJson(JsonOf(*request), "nmd", *meant, named).has_value())
          << method->full_name() << " " << JsonOf(*request);
      const std::string text = JsonOf(*meant);
      const std::unique_ptr<Message> read = NewMessage(*method->input_type());
      ASSERT_FALSE(cli::MergeRequestJson(text, "nmd", *read, named).has_value()) << text;
      ASSERT_TRUE(MessageDifferencer::Equals(*read, *meant)) << text;
      const std::string other = Spoiled(chance, text);
      if (!cli::MergeRequestJson(other, "nmd", *read, named).has_value()) continue;
      ASSERT_TRUE(MessageDifferencer::Equals(*read, *meant)) << other;
    }
  }
}

TEST_F(CommandLineText, FlagsOfAnyTextAreTakenOrRefusedInWords) {
  for (const unsigned seed : Seeds(2)) {
    SCOPED_TRACE(Replay(seed));
    Chance chance(seed);
    int refused = 0;
    for (const Method* const method : AllMethods()) {
      const std::unique_ptr<Message> request = NewMessage(*method->input_type());
      for (int i = 0; i < method->input_type()->field_count(); ++i) {
        const std::string text = OddText(chance);
        const auto fault = cli::PutFieldValue(text, *method->input_type()->field(i), "nmd", *request);
        if (!fault.has_value()) continue;
        ++refused;
        ASSERT_NE(cli::Say(cli::Language::kNl, fault->sentence, fault->values), "") << text;
      }
    }
    EXPECT_GT(refused, 50);
  }
}

}  // namespace
}  // namespace waarborg::fuzz
