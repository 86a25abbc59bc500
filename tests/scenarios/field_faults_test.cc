// One refusal names every field that is wrong, whether its shape or its meaning is, before anything is looked
// up.

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "tests/support/running_server.h"

namespace waarborg {
namespace {

using nlohmann::json;
using ::testing::ElementsAreArray;
using testing::Ended;
using testing::RunningServer;
using Words = std::vector<std::string>;

struct Row {
  Words words;
  std::string request;
  std::vector<std::string> faults;
};

class FieldFaultsTest : public ::testing::Test {
 protected:
  FieldFaultsTest() { EXPECT_EQ(server.Waarborg({"demo", "--run=1", "--output=json"}).status, 0); }

  std::vector<std::string> FaultsOf(Words words, const std::string& request) {
    words.emplace_back("--output=json");
    if (!request.empty()) words.emplace_back("--file=-");
    const Ended ended = server.Waarborg(words, request);
    EXPECT_EQ(ended.status, 3) << ended.err;
    const json error = json::parse(ended.err, nullptr, false)["error"];
    std::vector<std::string> faults;
    for (const json& row : error["violations"]) {
      faults.push_back(absl::StrCat(row.value("field", ""), ": ", row.value("reason", "")));
    }
    return faults;
  }

  void ExpectAtOnce(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
      EXPECT_THAT(FaultsOf(row.words, row.request), ElementsAreArray(row.faults))
          << row.words[0] << row.words[1];
    }
  }

  RunningServer server;
};

TEST_F(FieldFaultsTest, TheRegisterTellsShapeAndMeaningAtOnce) {
  ExpectAtOnce(
      {{{"provider", "create", "P!", "--profile=ZIN", "--kvk-number=1234567",
         "--kinds-of-care=GUIDANCE,GUIDANCE", "--as=administrator"},
        "",
        {"provider.title: REQUIRED", "provider_id: INVALID_ID", "provider.kvk_number: INVALID_KVK_NUMBER",
         "provider.kinds_of_care[1]: DUPLICATE"}},
       {{"provider", "create", "p-1", "--as=administrator"},
        "",
        {"provider: REQUIRED", "provider.title: REQUIRED", "provider.profile: REQUIRED",
         "provider.kinds_of_care: REQUIRED"}},
       {{"provider", "update", "--as=administrator"},
        R"({"provider":{"name":"regions/nmd/providers/de-esdoorn-1","agbCode":"12"},"updateMask":"title,agbCode,etag"})",
        {"provider.title: REQUIRED", "update_mask.paths[2]: NOT_CHANGEABLE",
         "provider.agb_code: INVALID_AGB_CODE"}},
       {{"contract", "create", "de-esdoorn-1/x", "--legal-basis=CONTRACT", "--framework-version=dkk",
         "--start-date=2026-02-01", "--end-date=2026-01-01", "--as=administrator"},
        "",
        {"contract.commissioning_body: REQUIRED", "contract.end_date: CONTRACT_ENDS_BEFORE_START",
         "contract.framework_version: INVALID_NAME"}},
       {{"member", "create", "bo", "--roles=PROVIDER_USER,PROVIDER_USER", "--as=administrator"},
        "",
        {"member.display_name: REQUIRED", "member.roles[1]: DUPLICATE",
         "member.provider: PROVIDER_REQUIRED"}}});
}

TEST_F(FieldFaultsTest, AnAssessmentTellsShapeAndMeaningAtOnce) {
  ExpectAtOnce(
      {{{"assessment", "create", "A!", "--kind=FULL", "--themes=VE", "--legal-basis=CONTRACT",
         "--as=quality-manager"},
        "",
        {"assessment.provider: REQUIRED", "assessment.selection_reason: REQUIRED",
         "assessment_id: INVALID_ID", "assessment.themes: ONLY_FOR_THEMATIC"}},
       {{"finding", "score", "esdoorn-1", "--as=quality-manager"},
        R"({"scores":[{"criterion":"VE01","score":"SCORE_MEETS_NOT"},{"score":"SCORE_MEETS"},
                      {"criterion":"VE01","score":"SCORE_MEETS"}]})",
        {"scores[1].criterion: REQUIRED", "scores[0].motivation: MOTIVATION_REQUIRED",
         "scores[2].criterion: SCORED_TWICE"}},
       {{"assessment", "judge-trust", "esdoorn-1", "--judgement=NOT_JUDGED", "--weighed",
         "--as=quality-manager"},
        "",
        {"trust.change: REQUIRED", "trust.text: TRUST_NEEDS_BEHAVIOUR", "trust.weighed: TRUST_NOT_JUDGED"}}});
}

TEST_F(FieldFaultsTest, PlansAndStepsTellShapeAndMeaningAtOnce) {
  const std::string item = R"({"criterion":"VE01","action":"x","dueDate":"2026-12-01","measure":"y"})";
  ExpectAtOnce(
      {{{"plan", "submit", "v-1", "--as=provider-de-esdoorn-1"},
        absl::StrCat(R"({"items":[)", item, ",", item, "]}"),
        {"items[0].owner: REQUIRED", "items[1].owner: REQUIRED", "items[1].criterion: DUPLICATE_ITEM"}},
       {{"step", "propose", "de-esdoorn-1", "--step-id=S!", "--commissioning-bodies=assen,assen",
         "--legal-basis=CONTRACT", "--grounds=SEVERITY", "--as=quality-manager"},
        "",
        {"level: REQUIRED", "advice: REQUIRED", "advice.quality_and_law: REQUIRED",
         "advice.context: REQUIRED", "advice.trust: REQUIRED", "step_id: INVALID_ID",
         "commissioning_bodies[1]: DUPLICATE_COMMISSIONING_BODY"}},
       {{"step", "decide", "de-esdoorn-1/s", "--start-date=2026-02-01", "--end-date=2026-01-01",
         "--as=decision-maker"},
        "",
        {"reason: REQUIRED", "terms.end_date: END_BEFORE_START"}}});
}

}  // namespace
}  // namespace waarborg
