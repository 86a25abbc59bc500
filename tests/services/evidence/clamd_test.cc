#include "services/evidence/clamd.h"

#include "gtest/gtest.h"
#include "tests/support/matchers.h"

namespace waarborg::evidence {
namespace {

TEST(ClamdTest, AnAnswerIsCleanOrAFindingOrAFailure) {
  EXPECT_EQ(JudgementOf("stream: OK").verdict, v1::Scan::VERDICT_CLEAN);
  const Judgement found = JudgementOf("stream: Waarborg.Test FOUND");
  EXPECT_EQ(found.verdict, v1::Scan::VERDICT_INFECTED);
  EXPECT_EQ(found.finding, "Waarborg.Test");
  const Judgement failed = JudgementOf("INSTREAM size limit exceeded. ERROR");
  EXPECT_EQ(failed.verdict, v1::Scan::VERDICT_FAILED);
  EXPECT_EQ(failed.finding, "INSTREAM size limit exceeded. ERROR");
  // Nothing but OK is clean.
  for (const char* answer : {"", "OK", "stream: OK FOUND", "stream: OKAY", "stream:OK", "UNKNOWN COMMAND"}) {
    EXPECT_NE(JudgementOf(answer).verdict, v1::Scan::VERDICT_CLEAN) << answer;
  }
}

TEST(ClamdTest, WhereNobodyListensItIsUnavailable) {
  const auto nothing = []() -> absl::StatusOr<std::optional<std::string>> { return std::nullopt; };
  const auto never = [] { return false; };
  EXPECT_THAT(Clamd("unix:/waarborg-nobody-here").Judge(nothing, never),
              testing::StatusIs(absl::StatusCode::kUnavailable));
  EXPECT_THAT(Clamd("127.0.0.1:1").Judge(nothing, never), testing::StatusIs(absl::StatusCode::kUnavailable));
}

}  // namespace
}  // namespace waarborg::evidence
