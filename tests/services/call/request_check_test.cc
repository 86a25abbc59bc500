// The shape of requests: every fault at once, in field order, from the marks in the proto.

#include "services/call/request_check.h"

#include <cstdint>
#include <limits>

#include "gtest/gtest.h"
#include "tests/support/matchers.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/audit/v1/audit.pb.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/registry/v1/registry.pb.h"
#include "waarborg/team/v1/team.pb.h"

namespace waarborg::call {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Faults = std::vector<std::string>;

Faults FaultsOf(const google::protobuf::Message& request) {
  Violations violations;
  CheckRequest(request, violations);
  return testing::FieldFaults(violations.ToStatus());
}

assessment::v1::ScoreFindingsRequest Scores() {
  assessment::v1::ScoreFindingsRequest request;
  request.set_name("regions/nmd/assessments/a1");
  assessment::v1::FindingScore& score = *request.add_scores();
  score.set_criterion("VE01");
  score.set_score(framework::v1::SCORE_MEETS);
  return request;
}

team::v1::CreateMemberRequest Hire() {
  team::v1::CreateMemberRequest request;
  request.set_parent("regions/nmd");
  request.set_member_id("bo");
  request.mutable_member()->set_display_name("Bo");
  request.mutable_member()->add_roles(team::v1::ROLE_AUDITOR);
  return request;
}

Faults FaultsOfMotivation(const std::string& text) {
  assessment::v1::ScoreFindingsRequest request = Scores();
  request.mutable_scores(0)->set_motivation(text);
  return FaultsOf(request);
}

std::string Times(int count, const std::string& text) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

TEST(RequestCheckTest, AWellFormedRequestHasNoFault) {
  EXPECT_THAT(FaultsOf(Scores()), IsEmpty());
  EXPECT_THAT(FaultsOf(Hire()), IsEmpty());
}

TEST(RequestCheckTest, AnEmptyRequestMissesEveryRequiredField) {
  EXPECT_THAT(FaultsOf(assessment::v1::ScoreFindingsRequest()), ElementsAre("name: REQUIRED", "scores: REQUIRED"));
  EXPECT_THAT(FaultsOf(team::v1::CreateMemberRequest()),
              ElementsAre("parent: REQUIRED", "member_id: REQUIRED", "member: REQUIRED", "member.display_name: REQUIRED",
                          "member.roles: REQUIRED"));
}

TEST(RequestCheckTest, BlankTextIsNoText) {
  assessment::v1::CancelAssessmentRequest request;
  request.set_name("regions/nmd/assessments/a1");
  for (const char* blank : {" ", "\n\t \r", "\xC2\xA0", "\xE2\x80\x8B \xE3\x80\x80", "\xEF\xBB\xBF"}) {
    request.set_reason(blank);
    EXPECT_THAT(FaultsOf(request), ElementsAre("reason: REQUIRED")) << blank;
  }
  for (const char* text : {" x", ".", "\xE2\x80\x94", "\xC2\xA7"}) {
    request.set_reason(text);
    EXPECT_THAT(FaultsOf(request), IsEmpty()) << text;
  }
  assessment::v1::ScoreFindingsRequest optional = Scores();
  optional.mutable_scores(0)->set_motivation(" ");
  optional.mutable_scores(0)->add_methods("  ");
  EXPECT_THAT(FaultsOf(optional), ElementsAre("scores[0].methods[0]: REQUIRED"));
}

TEST(RequestCheckTest, EveryFaultIsToldAtOnceInFieldOrder) {
  assessment::v1::ScoreFindingsRequest request = Scores();
  request.set_name("assessments/a1");
  request.mutable_scores(0)->set_score(static_cast<framework::v1::Score>(99));
  request.mutable_scores(0)->set_motivation("\x07");
  request.mutable_scores(0)->add_methods("");
  request.add_scores()->mutable_sample();
  request.set_request_id(std::string(201, 'x'));
  EXPECT_THAT(FaultsOf(request),
              ElementsAre("name: INVALID_NAME", "scores[0].score: INVALID_VALUE", "scores[0].motivation: CONTROL_CHARACTER",
                          "scores[0].methods[0]: REQUIRED", "scores[1].criterion: REQUIRED",
                          "scores[1].score: REQUIRED", "scores[1].sample.seen: REQUIRED", "request_id: TOO_LONG"));
}

TEST(RequestCheckTest, LengthsCountCodePointsNotBytes) {
  for (const char* character : {"a", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x8F\xA1"}) {
    EXPECT_THAT(FaultsOfMotivation(Times(8000, character)), IsEmpty()) << character;
    EXPECT_THAT(FaultsOfMotivation(Times(8001, character)), ElementsAre("scores[0].motivation: TOO_LONG")) << character;
  }
}

TEST(RequestCheckTest, WhereNothingIsSaidATextHasAtMost200Characters) {
  team::v1::CreateMemberRequest request = Hire();
  request.mutable_member()->set_display_name(std::string(200, 'x'));
  EXPECT_THAT(FaultsOf(request), IsEmpty());
  request.mutable_member()->set_display_name(std::string(201, 'x'));
  EXPECT_THAT(FaultsOf(request), ElementsAre("member.display_name: TOO_LONG"));
}

TEST(RequestCheckTest, ControlCharactersAreRefusedButLinesAndTabsAreText) {
  EXPECT_THAT(FaultsOfMotivation("een\ntwee\r\n\tdrie"), IsEmpty());
  EXPECT_THAT(FaultsOfMotivation("na\xC3\xAF" "ef \xC2\xA0 \xE2\x82\x80"), IsEmpty());
  for (const std::string& text : {std::string("\x01"), std::string("a\0b", 3), std::string("\x1B[2J"), std::string("\x7F"),
                                  std::string("\xC2\x80"), std::string("\xC2\x85"), std::string("\xC2\x9F")}) {
    EXPECT_THAT(FaultsOfMotivation(text), ElementsAre("scores[0].motivation: CONTROL_CHARACTER"));
  }
}

TEST(RequestCheckTest, AnEnumValueMustExistAndAListedOneMustBeGiven) {
  team::v1::CreateMemberRequest request = Hire();
  request.mutable_member()->add_roles(static_cast<team::v1::Role>(77));
  request.mutable_member()->add_roles(team::v1::ROLE_UNSPECIFIED);
  EXPECT_THAT(FaultsOf(request), ElementsAre("member.roles[1]: INVALID_VALUE", "member.roles[2]: REQUIRED"));
}

TEST(RequestCheckTest, ADateIsFullAndExists) {
  const auto faults = [](int year, int month, int day) {
    assessment::v1::AnnounceAssessmentRequest request;
    request.set_name("regions/nmd/assessments/a1");
    request.mutable_visit_date()->set_year(year);
    request.mutable_visit_date()->set_month(month);
    request.mutable_visit_date()->set_day(day);
    return FaultsOf(request);
  };
  EXPECT_THAT(faults(2025, 6, 2), IsEmpty());
  EXPECT_THAT(faults(2024, 2, 29), IsEmpty());
  const std::vector<std::vector<int>> wrong = {{2025, 2, 29}, {2025, 0, 1},  {2025, 6, 0},     {0, 6, 2},
                                               {2025, 13, 1}, {2025, 6, 31}, {10000, 1, 1},    {1899, 1, 1},
                                               {-5, 1, 1},    {2025, -1, 1}, {2025, 1, 400000}, {0, 0, 0}};
  for (const std::vector<int>& date : wrong) {
    EXPECT_THAT(faults(date[0], date[1], date[2]), ElementsAre("visit_date: INVALID_DATE"))
        << date[0] << "-" << date[1] << "-" << date[2];
  }
}

TEST(RequestCheckTest, AMomentLiesInTheYears1To9999) {
  const auto faults = [](std::int64_t seconds, std::int32_t nanos) {
    audit::v1::ListEventsRequest request;
    request.set_parent("regions/nmd");
    request.mutable_filter()->mutable_start_time()->set_seconds(seconds);
    request.mutable_filter()->mutable_start_time()->set_nanos(nanos);
    return FaultsOf(request);
  };
  EXPECT_THAT(faults(0, 999'999'999), IsEmpty());
  EXPECT_THAT(faults(-62'135'596'800, 0), IsEmpty());
  EXPECT_THAT(faults(253'402'300'799, 0), IsEmpty());
  const std::vector<std::pair<std::int64_t, std::int32_t>> wrong = {
      {0, -1}, {0, 1'000'000'000}, {-62'135'596'801, 0}, {253'402'300'800, 0}, {INT64_MAX, 0}, {INT64_MIN, 0}};
  for (const auto& [seconds, nanos] : wrong) {
    EXPECT_THAT(faults(seconds, nanos), ElementsAre("filter.start_time: INVALID_TIME")) << seconds << " " << nanos;
  }
}

TEST(RequestCheckTest, AListLongerThanItsBoundIsOneFault) {
  assessment::v1::ScoreFindingsRequest request = Scores();
  while (request.scores_size() < 500) *request.add_scores() = request.scores(0);
  EXPECT_THAT(FaultsOf(request), IsEmpty());
  request.add_scores();
  EXPECT_THAT(FaultsOf(request), ElementsAre("scores: TOO_MANY"));
  team::v1::CreateMemberRequest roles = Hire();
  while (roles.member().roles_size() < 201) roles.mutable_member()->add_roles(team::v1::ROLE_AUDITOR);
  EXPECT_THAT(FaultsOf(roles), ElementsAre("member.roles: TOO_MANY"));
}

TEST(RequestCheckTest, OutputOnlyFieldsAreNotLookedAtButForTheEtag) {
  team::v1::CreateMemberRequest request = Hire();
  request.mutable_member()->mutable_update_time()->set_seconds(std::numeric_limits<std::int64_t>::max());
  request.mutable_member()->mutable_create_time()->set_nanos(-1);
  EXPECT_THAT(FaultsOf(request), IsEmpty());
  request.mutable_member()->set_etag(Times(41, "x"));
  EXPECT_THAT(FaultsOf(request), ElementsAre("member.etag: TOO_LONG"));
}

TEST(RequestCheckTest, ANameOfTheRightFormPassesWhateverItsLength) {
  const std::string longest(63, 'x');
  escalation::v1::GetAcuteCaseRequest request;
  request.set_name("regions/" + longest + "/escalations/" + longest + "/acuteCases/" + longest);
  EXPECT_THAT(FaultsOf(request), IsEmpty());
}

TEST(RequestCheckTest, APageTokenOfTheLongestNamesPasses) {
  team::v1::ListMembersRequest request;
  request.set_parent("regions/nmd");
  request.set_page_token(std::string(1000, 'x'));
  EXPECT_THAT(FaultsOf(request), IsEmpty());
  request.set_page_token(std::string(2001, 'x'));
  EXPECT_THAT(FaultsOf(request), ElementsAre("page_token: TOO_LONG"));
}

TEST(RegionOfRequestTest, NamesAgreeOnOneRegion) {
  Violations violations;
  EXPECT_EQ(RegionOfRequest(Scores(), violations), "nmd");
  EXPECT_TRUE(violations.empty());
}

// Whoever may not make a region does not get there by giving it the name of the own one.
TEST(RegionOfRequestTest, TheNameOfWhatIsYetToBeMadeSaysNothing) {
  Violations violations;
  registry::v1::CreateRegionRequest request;
  request.mutable_region()->set_name("regions/nmd");
  EXPECT_EQ(RegionOfRequest(request, violations), "shared");
  team::v1::CreateMemberRequest hire = Hire();
  hire.mutable_member()->set_name("regions/elders/members/bo");
  EXPECT_EQ(RegionOfRequest(hire, violations), "nmd");
  EXPECT_THAT(testing::FieldFaults(violations.ToStatus()), IsEmpty());
}

TEST(RequestCheckTest, AnEtagIsShort) {
  assessment::v1::RecordObservationRequest request;
  request.set_name("regions/nmd/assessments/a1");
  request.set_text("x");
  request.set_etag(Times(41, "x"));
  EXPECT_THAT(FaultsOf(request), ElementsAre("etag: TOO_LONG"));
}

TEST(RegionOfRequestTest, ARequestWithoutNamesIsAboutShared) {
  Violations violations;
  EXPECT_EQ(RegionOfRequest(registry::v1::ListRegionsRequest(), violations), "shared");
  EXPECT_TRUE(violations.empty());
}

TEST(RegionOfRequestTest, NamesOfTwoRegionsAreAFaultWhereTheyDiffer) {
  assessment::v1::StartFieldworkRequest request;
  request.set_name("regions/nmd/assessments/a1");
  request.add_delegation("regions/nmd/members/bo");
  request.add_delegation("regions/other/members/cy");
  Violations violations;
  EXPECT_EQ(RegionOfRequest(request, violations), "nmd");
  EXPECT_THAT(testing::FieldFaults(violations.ToStatus()), ElementsAre("delegation: REGION_MISMATCH"));
}

TEST(RegionOfRequestTest, ANameInAnEmbeddedMessageCounts) {
  team::v1::CreateMemberRequest request = Hire();
  request.mutable_member()->set_provider("regions/other/providers/p1");
  Violations violations;
  EXPECT_EQ(RegionOfRequest(request, violations), "nmd");
  EXPECT_THAT(testing::FieldFaults(violations.ToStatus()), ElementsAre("member.provider: REGION_MISMATCH"));
}

TEST(ClearOutputOnlyTest, EmptiesWhatClientsCannotSet) {
  team::v1::CreateMemberRequest request = Hire();
  request.mutable_member()->set_name("regions/nmd/members/other");
  request.mutable_member()->set_etag("7");
  ClearOutputOnly(request);
  EXPECT_EQ(request.SerializeAsString(), Hire().SerializeAsString());
}

TEST(RequestCheckTest, ARequestIdIsNoPlaceForText) {
  team::v1::CreateMemberRequest request = Hire();
  request.set_request_id("6f1c2a40-08ad-4f2e-8d0b-1f5f2f6f0c11");
  EXPECT_THAT(FaultsOf(request), IsEmpty());
  request.set_request_id("BSN 123456789 mevrouw De Vries");
  EXPECT_THAT(FaultsOf(request), ElementsAre("request_id: INVALID_REQUEST_ID"));
  request.set_request_id(Times(101, "x"));
  EXPECT_THAT(FaultsOf(request), ElementsAre("request_id: TOO_LONG"));
}

}  // namespace
}  // namespace waarborg::call
