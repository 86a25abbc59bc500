#include "services/framework/commands.h"
#include "services/framework/names.h"
#include "services/framework/queries.h"
#include "services/framework/rules/content_hash.h"
#include "tests/golden/frameworks.h"
#include "tests/support/desk.h"

namespace waarborg::framework {
namespace {

using ::testing::ElementsAre;
using testing::FieldFaults;
using ::testing::IsEmpty;
using testing::IsOk;
using testing::ReasonIs;
using testing::StatusIs;

class FrameworkRoomTest : public ::testing::Test {
 protected:
  absl::StatusOr<v1::FrameworkVersion> Publish(const v1::FrameworkVersion& version,
                                               bool validate_only = false) {
    v1::PublishFrameworkVersionRequest request;
    *request.mutable_framework_version() = version;
    request.set_validate_only(validate_only);
    return desk.Run(&PublishFrameworkVersion, request, administrator);
  }

  absl::StatusOr<v1::FrameworkVersion> Get(const std::string& name) {
    v1::GetFrameworkVersionRequest request;
    request.set_name(name);
    return desk.Ask(&GetFrameworkVersion, request, administrator);
  }

  // As the server does: without the edge's look at enum values.
  absl::StatusOr<v1::Evaluation> Evaluate(const v1::EvaluateScoresRequest& request) {
    const std::unique_ptr<const storage::Snapshot> snapshot = desk.store->Read();
    const call::Call call;
    return EvaluateScores(ledger::View{*snapshot, call}, request);
  }

  static v1::EvaluateScoresRequest Question() {
    v1::EvaluateScoresRequest request;
    request.set_framework_version("dkk-2019");
    request.set_profile(v1::PROFILE_ZIN);
    return request;
  }

  testing::Desk desk;
  call::Caller administrator =
      testing::Desk::As("administrator", {team::v1::ROLE_ADMINISTRATOR}, "", "shared");
};

TEST_F(FrameworkRoomTest, APublishedVersionHasItsHashAndStandsInTheSharedJournal) {
  const auto version = Publish(Dkk2019());
  ASSERT_THAT(version, IsOk());
  EXPECT_EQ(version->content_hash(), ContentHash(Dkk2019()));
  EXPECT_TRUE(version->has_publish_time());
  const audit::v1::Event event = desk.LastEvent("shared");
  EXPECT_EQ(event.kind(), "FrameworkVersionPublished");
  EXPECT_EQ(event.resource(), "frameworks/dkk/versions/2019");
  EXPECT_EQ(event.role(), team::v1::ROLE_ADMINISTRATOR);
}

TEST_F(FrameworkRoomTest, TheSameContentAgainAnswersTheVersionThatStands) {
  const auto first = Publish(Dkk2019());
  ASSERT_THAT(first, IsOk());
  desk.clock.Advance(absl::Hours(24));
  const auto again = Publish(*first);
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->SerializeAsString(), first->SerializeAsString());
  EXPECT_EQ(desk.Events("shared").size(), 1U);
}

TEST_F(FrameworkRoomTest, OtherContentUnderTheSameNameIsRefused) {
  ASSERT_THAT(Publish(Dkk2019()), IsOk());
  v1::FrameworkVersion other = Dkk2019();
  other.mutable_criteria(0)->mutable_title()->set_en("Something else");
  const auto refused = Publish(other);
  EXPECT_THAT(refused, StatusIs(absl::StatusCode::kAlreadyExists));
  EXPECT_THAT(refused, ReasonIs("FRAMEWORK_VERSION_EXISTS"));
  EXPECT_EQ(Get("dkk-2019")->content_hash(), ContentHash(Dkk2019()));
}

TEST_F(FrameworkRoomTest, AHashOrTimeThatTheClientSendsMeansNothing) {
  v1::FrameworkVersion version = Dkk2019();
  version.set_content_hash("made up");
  version.mutable_publish_time()->set_seconds(1);
  const auto published = Publish(version);
  ASSERT_THAT(published, IsOk());
  EXPECT_EQ(published->content_hash(), ContentHash(Dkk2019()));
  EXPECT_NE(published->publish_time().seconds(), 1);
}

TEST_F(FrameworkRoomTest, EveryFaultIsNamedAtOnceAndNothingIsStored) {
  v1::FrameworkVersion version = Dkk2019();
  version.mutable_criteria(3)->set_theme("XX");
  version.mutable_criteria(5)->set_id(version.criteria(4).id());
  version.mutable_decision_rule()->set_default_reading(v1::READING_ABS45);
  const auto refused = Publish(version);
  EXPECT_THAT(refused, StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(
      FieldFaults(refused.status()),
      ::testing::IsSupersetOf({"framework_version.criteria[3].theme: UNKNOWN_REFERENCE",
                               "framework_version.criteria[5].id: DUPLICATE",
                               "framework_version.decision_rule.default_reading: READING_CANNOT_DECIDE"}));
  EXPECT_THAT(Get("dkk-2019"), ReasonIs("FRAMEWORK_VERSION_NOT_FOUND"));
  EXPECT_THAT(desk.Events("shared"), IsEmpty());
}

TEST_F(FrameworkRoomTest, ValidatingOnlyStoresNothing) {
  ASSERT_THAT(Publish(Dkk2019(), /*validate_only=*/true), IsOk());
  EXPECT_THAT(Get("dkk-2019"), StatusIs(absl::StatusCode::kNotFound));
}

TEST_F(FrameworkRoomTest, AVersionIsFoundByItsLongAndItsShortName) {
  ASSERT_THAT(Publish(Dkk2019()), IsOk());
  EXPECT_EQ(Get("frameworks/dkk/versions/2019")->criteria_size(), 44);
  EXPECT_EQ(Get("dkk-2019")->criteria_size(), 44);
  EXPECT_THAT(Get("dkk-2020"), ReasonIs("FRAMEWORK_VERSION_NOT_FOUND"));
  for (const char* wrong : {"dkk", "", "frameworks/dkk", "dkk-", "-2019", "frameworks/dkk-2019"}) {
    v1::GetFrameworkVersionRequest request;
    request.set_name(wrong);
    EXPECT_THAT(desk.Ask(&GetFrameworkVersion, request, administrator),
                StatusIs(absl::StatusCode::kInvalidArgument))
        << wrong;
  }
}

TEST_F(FrameworkRoomTest, TheListLeavesThemesAndCriteriaOut) {
  ASSERT_THAT(Publish(Dkk2019()), IsOk());
  ASSERT_THAT(Publish(SecondFramework()), IsOk());
  v1::ListFrameworkVersionsRequest request;
  request.set_page_size(1);
  std::vector<std::string> names;
  do {
    const auto page = desk.Ask(&ListFrameworkVersions, request, administrator);
    ASSERT_THAT(page, IsOk());
    ASSERT_EQ(page->framework_versions_size(), 1);
    names.push_back(page->framework_versions(0).name());
    EXPECT_EQ(page->framework_versions(0).themes_size(), 0);
    EXPECT_EQ(page->framework_versions(0).criteria_size(), 0);
    EXPECT_NE(page->framework_versions(0).content_hash(), "");
    request.set_page_token(page->next_page_token());
  } while (!request.page_token().empty());
  EXPECT_THAT(names, ::testing::UnorderedElementsAre(Dkk2019().name(), SecondFramework().name()));
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
}

TEST_F(FrameworkRoomTest, ScoresAreEvaluatedByTheVersionNamed) {
  ASSERT_THAT(Publish(Dkk2019()), IsOk());
  v1::EvaluateScoresRequest question = Question();
  for (const v1::Criterion& criterion : Dkk2019().criteria()) {
    (*question.mutable_scores())[criterion.id()] = v1::SCORE_MEETS;
  }
  const auto evaluation = Evaluate(question);
  ASSERT_THAT(evaluation, IsOk());
  EXPECT_EQ(evaluation->n(), 44);
  EXPECT_EQ(evaluation->quarter_points(), 176);
  EXPECT_EQ(evaluation->band(), v1::BAND_GOOD);
  EXPECT_EQ(evaluation->proposed_level(), 0);
}

TEST_F(FrameworkRoomTest, EveryFaultOfAQuestionIsNamedAtOnce) {
  ASSERT_THAT(Publish(Dkk2019()), IsOk());
  v1::EvaluateScoresRequest question = Question();
  question.set_profile(v1::PROFILE_PGB_NAASTE);
  auto& scores = *question.mutable_scores();
  scores["VE99"] = v1::SCORE_MEETS;
  scores["VE03"] = v1::SCORE_MEETS;
  scores["VE01"] = static_cast<v1::Score>(42);
  question.set_severity(static_cast<v1::Severity>(9));
  const auto evaluation = Evaluate(question);
  EXPECT_THAT(evaluation, StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(FieldFaults(evaluation.status()),
              ElementsAre("scores.VE01: INVALID_VALUE", "scores.VE03: CRITERION_NOT_APPLICABLE",
                          "scores.VE99: UNKNOWN_CRITERION", "severity: INVALID_VALUE"));
}

TEST_F(FrameworkRoomTest, AQuestionNamesAVersion) {
  EXPECT_THAT(FieldFaults(Evaluate(v1::EvaluateScoresRequest()).status()),
              ElementsAre("framework_version: INVALID_NAME"));
}

TEST_F(FrameworkRoomTest, AQuestionToAnUnknownVersionIsNotFound) {
  EXPECT_THAT(Evaluate(Question()), ReasonIs("FRAMEWORK_VERSION_NOT_FOUND"));
}

TEST(FrameworkVersionName, ReadsTheLongAndTheShortForm) {
  const FrameworkVersionName dkk{.framework = "dkk", .version = "2019"};
  EXPECT_EQ(*FrameworkVersionName::ParseLongOrShort("dkk-2019"), dkk);
  EXPECT_EQ(*FrameworkVersionName::ParseLongOrShort("frameworks/dkk/versions/2019"), dkk);
  EXPECT_EQ(*FrameworkVersionName::ParseLongOrShort("small-scale-1.2"),
            (FrameworkVersionName{.framework = "small-scale", .version = "1.2"}));
  EXPECT_EQ(dkk.ToString(), "frameworks/dkk/versions/2019");
}

}  // namespace
}  // namespace waarborg::framework
