#include "clients/cli/evaluate/input.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace waarborg::cli {
namespace {

using framework::v1::EvaluateScoresRequest;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

MATCHER_P2(Is, reason, field, "") { return arg.reason == reason && arg.field == field; }

EvaluationInput Read(const std::string& line) { return ReadEvaluationInput(line, EvaluateScoresRequest()); }

TEST(EvaluationInputTest, ReadsAFullLine) {
  const EvaluationInput input = Read(
      R"({"profile":"ZIN","scores":{"VE01":"MEETS","VE02":"NOT_TESTED"},"severity":"SERIOUS","recidivism":true,)"
      R"("trust":"DAMAGED"})");
  EXPECT_THAT(input.faults, IsEmpty());
  EXPECT_EQ(input.request.profile(), framework::v1::PROFILE_ZIN);
  EXPECT_EQ(input.request.scores().at("VE01"), framework::v1::SCORE_MEETS);
  EXPECT_EQ(input.request.scores().at("VE02"), framework::v1::SCORE_NOT_TESTED);
  EXPECT_EQ(input.request.severity(), framework::v1::SEVERITY_SERIOUS);
  EXPECT_TRUE(input.request.recidivism());
  EXPECT_EQ(input.request.trust(), framework::v1::TRUST_JUDGEMENT_DAMAGED);
}

TEST(EvaluationInputTest, WhatIsLeftOutStaysUnsaidButForTheProfile) {
  const EvaluationInput input = Read("{}");
  EXPECT_EQ(input.request.severity(), framework::v1::SEVERITY_UNSPECIFIED);
  EXPECT_EQ(input.request.trust(), framework::v1::TRUST_JUDGEMENT_UNSPECIFIED);
  EXPECT_FALSE(framework::v1::Profile_IsValid(input.request.profile()));
}

TEST(EvaluationInputTest, ACodeThatDoesNotExistIsLeftToTheServer) {
  for (const char* score : {R"("PERHAPS")", R"("SCORE_MEETS")", R"("meets")", R"("UNSPECIFIED")", R"("")",
                            "3", "null", "[]", "true"}) {
    const EvaluationInput input = Read(std::string(R"({"profile":"ZIN","scores":{"VE01":)") + score + "}}");
    EXPECT_THAT(input.faults, IsEmpty()) << score;
    EXPECT_FALSE(framework::v1::Score_IsValid(input.request.scores().at("VE01"))) << score;
  }
  EXPECT_FALSE(framework::v1::Severity_IsValid(Read(R"({"severity":"BAD"})").request.severity()));
  EXPECT_FALSE(framework::v1::TrustJudgement_IsValid(Read(R"({"trust":7})").request.trust()));
}

TEST(EvaluationInputTest, WrongTypesAndUnknownKeysAreInvalidValues) {
  EXPECT_THAT(
      Read(R"({"profile":"ZIN","scores":[],"recidivism":"yes","colour":"red"})").faults,
      ::testing::UnorderedElementsAre(Is("INVALID_VALUE", "scores"), Is("INVALID_VALUE", "recidivism"),
                                      Is("INVALID_VALUE", "colour")));
}

TEST(EvaluationInputTest, WhatIsNoObjectIsMalformed) {
  for (const char* line :
       {"{not json", "[]", "12", "\"ZIN\"", "{} {}", "{\"a\":1,}", "nul", "{\"a\":\"\xff\"}"}) {
    const EvaluationInput input = Read(line);
    EXPECT_TRUE(input.malformed) << line;
    EXPECT_THAT(input.faults, ElementsAre(Is("MALFORMED_JSON", ""))) << line;
  }
}

TEST(EvaluationInputTest, AKeyGivenTwiceIsMalformed) {
  EXPECT_THAT(Read(R"({"profile":"ZIN","profile":"ZIN"})").faults,
              ElementsAre(Is("MALFORMED_JSON", "profile")));
  EXPECT_THAT(Read(R"({"scores":{"VE01":"MEETS","VE02":"MEETS","VE01":"MEETS"}})").faults,
              ElementsAre(Is("MALFORMED_JSON", "scores.VE01")));
}

TEST(EvaluationInputTest, FaultsAreAnsweredInOneOrder) {
  std::vector<LineFault> faults = {{"x", "colour"},      {"x", "recidivism"},  {"x", "trust"},
                                   {"x", "scores.VE02"}, {"x", "scores.VE01"}, {"x", "severity"},
                                   {"x", "profile"}};
  SortFaults(faults);
  EXPECT_THAT(faults,
              ElementsAre(Is("x", "profile"), Is("x", "scores.VE02"), Is("x", "scores.VE01"),
                          Is("x", "severity"), Is("x", "recidivism"), Is("x", "trust"), Is("x", "colour")));
}

}  // namespace
}  // namespace waarborg::cli
