#include "services/assessment/rules/finding.h"

#include "gmock/gmock.h"
#include "google/protobuf/text_format.h"
#include "services/assessment/rules/scope.h"
#include "tests/golden/frameworks.h"

namespace waarborg::assessment {
namespace {

using framework::v1::Score;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

v1::Scope ScopeWith(const std::vector<std::string>& criteria) {
  v1::Scope scope;
  for (const std::string& criterion : criteria) {
    v1::ScopeItem& item = *scope.add_items();
    item.set_criterion(criterion);
    item.set_in_scope(true);
  }
  return scope;
}

FindingScores Scores(const std::string& text) {
  v1::ScoreFindingsRequest request;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &request)) << text;
  return request.scores();
}

std::vector<std::string> FaultsIn(const std::string& scores) {
  std::vector<std::string> faults;
  const v1::Scope scope = ScopeWith({"HOME-1", "HOME-2", "PEOPLE-1"});
  for (const Fault& fault : ScoreFaults(framework::SecondFramework(), scope, Scores(scores))) {
    faults.push_back(fault.field + " " + fault.reason);
  }
  return faults;
}

TEST(ScoreFaults, AreNoneForScoresThatHold) {
  EXPECT_THAT(FaultsIn(R"pb(
                scores { criterion: "HOME-1" score: SCORE_MEETS }
                scores { criterion: "HOME-2" score: SCORE_MEETS_NOT motivation: "Dust." }
                scores {
                  criterion: "PEOPLE-1"
                  score: SCORE_NOT_TESTED
                  motivation: "Nobody in."
                  methods: "VISIT"
                  sample { seen: 3 in_order: 0 }
                }
              )pb"),
              IsEmpty());
}

TEST(ScoreFaults, AreNamedAllAtOnce) {
  EXPECT_THAT(FaultsIn(R"pb(
                scores { criterion: "HOME-9" score: SCORE_MEETS }
                scores { criterion: "PEOPLE-2" score: SCORE_MEETS }
                scores { criterion: "HOME-1" score: SCORE_LARGELY_NOT motivation: " \n" }
                scores { criterion: "HOME-1" score: SCORE_NOT_TESTED methods: "VISIT" methods: "PHONE" }
                scores {
                  criterion: "HOME-2"
                  score: SCORE_MEETS
                  sample { seen: 3 in_order: 4 }
                }
              )pb"),
              ElementsAre("scores[0].criterion UNKNOWN_CRITERION", "scores[1].criterion NOT_IN_SCOPE",
                          "scores[2].score SCORE_NOT_ON_SCALE", "scores[2].motivation MOTIVATION_REQUIRED",
                          "scores[3].criterion SCORED_TWICE", "scores[3].motivation MOTIVATION_REQUIRED",
                          "scores[3].methods[1] UNKNOWN_METHOD", "scores[4].sample INVALID_SAMPLE"));
}

TEST(Sample, SuggestsALabelByHalfOpenShares) {
  struct Case {
    int seen, in_order;
    Score suggested;
  };
  for (const Case& each :
       {Case{4, 3, framework::v1::SCORE_MEETS}, Case{100, 75, framework::v1::SCORE_MEETS},
        Case{100, 74, framework::v1::SCORE_LARGELY_MEETS}, Case{20, 13, framework::v1::SCORE_LARGELY_MEETS},
        Case{100, 64, framework::v1::SCORE_LARGELY_NOT}, Case{20, 9, framework::v1::SCORE_LARGELY_NOT},
        Case{100, 44, framework::v1::SCORE_MEETS_NOT}, Case{1, 0, framework::v1::SCORE_MEETS_NOT},
        Case{2147483647, 2147483647, framework::v1::SCORE_MEETS},
        Case{0, 0, framework::v1::SCORE_UNSPECIFIED}, Case{1, 2, framework::v1::SCORE_UNSPECIFIED}}) {
    v1::Sample sample;
    sample.set_seen(each.seen);
    sample.set_in_order(each.in_order);
    EXPECT_EQ(SuggestedBy(framework::Dkk2019(), sample), each.suggested)
        << each.in_order << " of " << each.seen;
    EXPECT_EQ(SuggestedBy(framework::SecondFramework(), sample), framework::v1::SCORE_UNSPECIFIED);
  }
}

v1::FindingScore Score1(Score score, const std::string& motivation) {
  v1::FindingScore wish;
  wish.set_score(score);
  wish.set_motivation(motivation);
  return wish;
}

TEST(Finding, KeepsTheValueThatANewOneReplaces) {
  v1::Finding finding;
  TakeScore(framework::Dkk2019(), Score1(framework::v1::SCORE_MEETS, "first"), "a", {}, finding);
  EXPECT_THAT(finding.previous(), IsEmpty());
  TakeScore(framework::Dkk2019(), Score1(framework::v1::SCORE_LARGELY_NOT, "second"), "b", {}, finding);
  EXPECT_EQ(finding.score(), framework::v1::SCORE_LARGELY_NOT);
  ASSERT_EQ(finding.previous_size(), 1);
  EXPECT_EQ(finding.previous(0).score(), framework::v1::SCORE_MEETS);
  EXPECT_EQ(finding.previous(0).motivation(), "first");
  EXPECT_EQ(finding.previous(0).author(), "a");
}

TEST(Finding, KeepsTheNewestFiftyValues) {
  v1::Finding finding;
  for (int i = 0; i < 60; ++i) {
    TakeScore(framework::Dkk2019(), Score1(framework::v1::SCORE_MEETS, std::to_string(i)), "a", {}, finding);
    AddProposal(Score1(framework::v1::SCORE_MEETS, std::to_string(i)), "b", {}, finding);
  }
  ASSERT_EQ(finding.previous_size(), kMostValuesKept);
  EXPECT_EQ(finding.previous(0).motivation(), "9");
  EXPECT_EQ(finding.previous(kMostValuesKept - 1).motivation(), "58");
  ASSERT_EQ(finding.proposals_size(), kMostValuesKept);
  EXPECT_EQ(finding.proposals(kMostValuesKept - 1).motivation(), "59");
}

TEST(Finding, AProposalLeavesTheScoreAlone) {
  v1::Finding finding;
  AddProposal(Score1(framework::v1::SCORE_MEETS, "seen"), "b", {}, finding);
  EXPECT_FALSE(IsScored(finding));
  EXPECT_EQ(finding.score(), framework::v1::SCORE_UNSPECIFIED);
}

TEST(Finding, CarriedOverIsNotScoredUntilItIsTestedAgain) {
  v1::Finding finding;
  finding.set_score(framework::v1::SCORE_MEETS);
  finding.set_carried_over(true);
  EXPECT_FALSE(IsScored(finding));
  TakeScore(framework::Dkk2019(), Score1(framework::v1::SCORE_LARGELY_MEETS, "again"), "a", {}, finding);
  EXPECT_TRUE(IsScored(finding));
}

TEST(Finding, ANewScoreWithoutSampleForgetsTheOldSample) {
  v1::Finding finding;
  v1::FindingScore with_sample = Score1(framework::v1::SCORE_MEETS, "");
  with_sample.mutable_sample()->set_seen(4);
  with_sample.mutable_sample()->set_in_order(2);
  TakeScore(framework::Dkk2019(), with_sample, "a", {}, finding);
  EXPECT_EQ(finding.sample_suggests(), framework::v1::SCORE_LARGELY_NOT);
  EXPECT_EQ(finding.score(), framework::v1::SCORE_MEETS);  // a person sets the score
  TakeScore(framework::Dkk2019(), Score1(framework::v1::SCORE_MEETS, ""), "a", {}, finding);
  EXPECT_FALSE(finding.has_sample());
  EXPECT_EQ(finding.sample_suggests(), framework::v1::SCORE_UNSPECIFIED);
}

}  // namespace
}  // namespace waarborg::assessment
