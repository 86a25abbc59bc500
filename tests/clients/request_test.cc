#include "clients/cli/request.h"

#include <fstream>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/audit/v1/audit.pb.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/framework/v1/framework.pb.h"
#include "waarborg/improvement/v1/improvement.pb.h"
#include "waarborg/registry/v1/registry.pb.h"
#include "waarborg/team/v1/team.pb.h"

namespace waarborg::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

template <class Request>
Parsed<Request> Build(const std::string& name, const std::vector<std::string>& flags,
                      const std::string& input = "") {
  const Parsed<CommandLine> line = ParseCommandLine(flags, [](const char*) { return std::string(); });
  if (!line.ok()) return line.error();
  std::istringstream in(input);
  Request request;
  const std::optional<Fault> fault = BuildRequest(*line, name, in, request);
  if (fault.has_value()) return *fault;
  return request;
}

template <class Request>
std::string FaultOf(const std::vector<std::string>& flags, const std::string& input = "") {
  const Parsed<Request> request = Build<Request>("", flags, input);
  return request.ok() ? "" : request.error().sentence;
}

using registry::v1::CreateProviderRequest;
using registry::v1::UpdateProviderRequest;

TEST(RequestTest, FlagsFillTheResourceThatARequestEmbeds) {
  const auto request = Build<CreateProviderRequest>(
      "p-1", {"--title=De Linde, Assen", "--provider.profile=pgb-prof", "--kinds-of-care=GUIDANCE,residence",
              "--kinds-of-care=KIND_OF_CARE_NURSING", "--fte-hundredths=250", "--entrant", "--region=x"});
  ASSERT_TRUE(request.ok());
  EXPECT_EQ(request->parent(), "regions/x");
  EXPECT_EQ(request->provider_id(), "p-1");
  EXPECT_EQ(request->provider().title(), "De Linde, Assen");
  EXPECT_EQ(request->provider().profile(), framework::v1::PROFILE_PGB_PROF);
  EXPECT_THAT(request->provider().kinds_of_care(), ElementsAre(1, 3, 8));
  EXPECT_EQ(request->provider().fte_hundredths(), 250);
  EXPECT_TRUE(request->provider().entrant());
  EXPECT_THAT(request->request_id(), SizeIs(36));
}

TEST(RequestTest, ARequestIdThatIsGivenStays) {
  EXPECT_EQ(Build<CreateProviderRequest>("p-1", {"--request-id=r-1"})->request_id(), "r-1");
}

TEST(RequestTest, DatesMomentsAndJsonHaveTheirForms) {
  const auto decide = Build<escalation::v1::DecideStepRequest>(
      "p-1/s-1", {"--start-date=2026-05-01", "--terms.end-condition=op orde", "--validate-only"});
  ASSERT_TRUE(decide.ok());
  EXPECT_EQ(decide->name(), "regions/nmd/escalations/p-1/steps/s-1");
  EXPECT_EQ(decide->terms().start_date().month(), 5);
  EXPECT_EQ(decide->terms().end_condition(), "op orde");
  EXPECT_TRUE(decide->validate_only());
  const auto events = Build<audit::v1::ListEventsRequest>("", {"--filter.start-time=2026-01-02T03:04:05Z"});
  EXPECT_EQ(events->filter().start_time().seconds(), 1767323045);
  EXPECT_EQ(events->parent(), "regions/nmd");
}

TEST(RequestTest, MessagesComeAsJsonWithPlainCodesAndDates) {
  const auto request = Build<assessment::v1::ScoreFindingsRequest>(
      "a-1", {R"(--scores={"criterion":"VE01","score":"MEETS"})",
              R"(--scores=[{"criterion":"VE02","score":"SCORE_MEETS_NOT","motivation":"open"}])"});
  ASSERT_TRUE(request.ok());
  ASSERT_EQ(request->scores_size(), 2);
  EXPECT_EQ(request->scores(0).score(), framework::v1::SCORE_MEETS);
  EXPECT_EQ(request->scores(1).score(), framework::v1::SCORE_MEETS_NOT);
  const auto plan = Build<improvement::v1::SubmitImprovementPlanRequest>(
      "v-1", {"--file=-"}, R"({"items":[{"criterion":"VE01","dueDate":"2026-03-04"}]})");
  ASSERT_TRUE(plan.ok());
  EXPECT_EQ(plan->items(0).due_date().day(), 4);
}

TEST(RequestTest, ACommaCanBePartOfAValue) {
  const auto request =
      Build<escalation::v1::RecordAlignmentRequest>("p-1/s-1", {R"(--partners=IGJ,Wmo\, Assen)"});
  EXPECT_THAT(request->alignment().partners(), ElementsAre("IGJ", "Wmo, Assen"));
}

TEST(RequestTest, ShortNamesInFlagsBecomeFullOnes) {
  const auto request = Build<assessment::v1::StartFieldworkRequest>("a-1", {"--delegation=m-1,m-2"});
  EXPECT_THAT(request->delegation(), ElementsAre("regions/nmd/members/m-1", "regions/nmd/members/m-2"));
}

TEST(RequestTest, NameGoesWhereTheRequestAsksForOne) {
  EXPECT_EQ(Build<registry::v1::GetRegionRequest>("", {})->name(), "regions/nmd");
  EXPECT_EQ(Build<registry::v1::CreateRegionRequest>("x", {})->region_id(), "x");
  EXPECT_EQ(Build<registry::v1::ListLocationsRequest>("p-1", {})->parent(), "regions/nmd/providers/p-1");
  EXPECT_EQ(Build<UpdateProviderRequest>("p-1", {})->provider().name(), "regions/nmd/providers/p-1");
  EXPECT_EQ(Build<framework::v1::GetFrameworkVersionRequest>("dkk-2019", {})->name(), "dkk-2019");
  EXPECT_EQ(Build<escalation::v1::ProlongMeasureRequest>("p-1/assen", {})->name(),
            "regions/nmd/escalations/p-1/standings/assen");
}

TEST(RequestTest, TheNameOfANewResourceIsItsIdOrItsParent) {
  using registry::v1::CreateLocationRequest;
  const auto below = Build<CreateLocationRequest>("p-1/l-1", {});
  EXPECT_EQ(below->parent(), "regions/nmd/providers/p-1");
  EXPECT_EQ(below->location_id(), "l-1");
  const auto parent = Build<CreateLocationRequest>("p-1", {"--location-id=l-2"});
  EXPECT_EQ(parent->parent(), "regions/nmd/providers/p-1");
  EXPECT_EQ(parent->location_id(), "l-2");
  const auto full = Build<CreateLocationRequest>("regions/x/providers/p/locations/l", {});
  EXPECT_EQ(full->parent(), "regions/x/providers/p");
  EXPECT_EQ(full->location_id(), "l");
  const auto full_parent = Build<CreateLocationRequest>("regions/x/providers/p", {});
  EXPECT_EQ(full_parent->parent(), "regions/x/providers/p");
  const auto provider = Build<CreateProviderRequest>("regions/x/providers/p", {});
  EXPECT_EQ(provider->parent(), "regions/x");
  EXPECT_EQ(provider->provider_id(), "p");
  EXPECT_EQ(Build<escalation::v1::ProposeStepsRequest>("p-1", {})->parent(), "regions/nmd/escalations/p-1");
}

TEST(RequestTest, ANameThatHasNoPlaceIsAFault) {
  const auto request = Build<registry::v1::ListRegionsRequest>("x", {});
  ASSERT_FALSE(request.ok());
  EXPECT_EQ(request.error().sentence, "NAME_NOT_EXPECTED");
}

TEST(RequestTest, AnUpdateChangesWhatItNames) {
  const auto request = Build<UpdateProviderRequest>("p-1", {"--title=Nieuw", "--agb-code=", "--etag=7"});
  EXPECT_THAT(request->update_mask().paths(), ElementsAre("title", "agb_code"));
  EXPECT_EQ(request->provider().etag(), "7");
  const auto said =
      Build<UpdateProviderRequest>("p-1", {"--title=Nieuw", "--update-mask=title,kinds-of-care"});
  EXPECT_THAT(said->update_mask().paths(), ElementsAre("title", "kinds_of_care"));
  const auto member = Build<team::v1::UpdateMemberRequest>("m-1", {"--inactive=false"});
  EXPECT_THAT(member->update_mask().paths(), ElementsAre("inactive"));
}

TEST(RequestTest, AnEmptyFlagClearsTheField) {
  const auto member =
      Build<team::v1::UpdateMemberRequest>("m-1", {"--roles=TEAM_MEMBER", "--provider=", "--expertise="});
  ASSERT_TRUE(member.ok()) << member.error().sentence;
  EXPECT_EQ(member->member().provider(), "");
  EXPECT_EQ(member->member().expertise_size(), 0);
  EXPECT_THAT(member->update_mask().paths(), ElementsAre("roles", "expertise", "provider"));
  const auto provider = Build<UpdateProviderRequest>("p-1", {"--file=-", "--conditions="},
                                                     R"({"provider":{"conditions":["IF_MEDICATION"]}})");
  ASSERT_TRUE(provider.ok()) << provider.error().sentence;
  EXPECT_EQ(provider->provider().conditions_size(), 0);
  EXPECT_THAT(provider->update_mask().paths(), ElementsAre("conditions"));
}

constexpr char kShownProvider[] = R"({
  "name": "regions/nmd/providers/p-1", "title": "De Linde", "profile": "PROFILE_ZIN", "kvkNumber": "99900117",
  "kindsOfCare": ["KIND_OF_CARE_GUIDANCE"], "inactive": false, "etag": "3",
  "createTime": "2026-01-02T03:04:05Z", "updateTime": "2026-01-02T03:04:05Z"})";

TEST(RequestTest, AShownResourceUpdatesItself) {
  const auto request = Build<UpdateProviderRequest>("", {"--file=-", "--title=De Eik"}, kShownProvider);
  ASSERT_TRUE(request.ok()) << request.error().sentence;
  EXPECT_EQ(request->provider().name(), "regions/nmd/providers/p-1");
  EXPECT_EQ(request->provider().title(), "De Eik");
  EXPECT_EQ(request->provider().etag(), "3");
  EXPECT_THAT(request->update_mask().paths(),
              ElementsAre("title", "profile", "kvk_number", "kinds_of_care", "inactive"));
}

TEST(RequestTest, AShownResourceCanBeMadeOrPublishedAgain) {
  const auto made = Build<CreateProviderRequest>("p-2", {"--file=-"}, kShownProvider);
  ASSERT_TRUE(made.ok()) << made.error().sentence;
  EXPECT_EQ(made->provider_id(), "p-2");
  EXPECT_EQ(made->provider().title(), "De Linde");
  const auto policy = Build<registry::v1::PublishPolicyVersionRequest>(
      "", {"--file=-", "--reason=nieuw"},
      R"({"name":"regions/nmd/policyVersions/1","returnsBeforeGivingUp":3,"publishTime":"2026-01-02T03:04:05Z"})");
  ASSERT_TRUE(policy.ok()) << policy.error().sentence;
  EXPECT_EQ(policy->policy().returns_before_giving_up(), 3);
  const auto framework = Build<framework::v1::PublishFrameworkVersionRequest>(
      "", {"--file=-"}, R"({"name":"frameworks/dkk/versions/2019"})");
  ASSERT_TRUE(framework.ok()) << framework.error().sentence;
  EXPECT_EQ(framework->framework_version().name(), "frameworks/dkk/versions/2019");
}

TEST(RequestTest, AnUnreadableOrEmptyFileIsNamed) {
  const auto directory = Build<CreateProviderRequest>("q", {"--file=" + ::testing::TempDir()});
  ASSERT_FALSE(directory.ok());
  EXPECT_EQ(directory.error().sentence, "FILE_UNREADABLE");
  EXPECT_EQ(FaultOf<CreateProviderRequest>({"--file=/dev/null"}), "FILE_EMPTY");
  EXPECT_EQ(FaultOf<CreateProviderRequest>({"--file=-"}, " \n"), "FILE_EMPTY");
}

TEST(RequestTest, TextThatIsNoUtf8IsAFault) {
  for (const char* text : {"\xff", "\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe0\x80\xaf"}) {
    EXPECT_EQ(FaultOf<CreateProviderRequest>({absl::StrCat("--title=", text)}), "NOT_UTF8") << text;
    EXPECT_EQ(FaultOf<CreateProviderRequest>({absl::StrCat("--region=", text)}), "NOT_UTF8") << text;
  }
  EXPECT_EQ(FaultOf<CreateProviderRequest>({"--title=Zorg voor \u00e9\u00e9n \u20ac \U0001F33F"}), "");
  EXPECT_EQ(FaultOf<CreateProviderRequest>({"--file=-"}, "{\"providerId\":\"\xff\"}"), "INVALID_JSON");
}

TEST(RequestTest, FlagsStandOverTheFile) {
  const auto request = Build<CreateProviderRequest>(
      "", {"--file=-", "--title=B", "--kinds-of-care=NURSING"},
      R"({"providerId":"p-9","provider":{"title":"A","profile":"ZIN","kindsOfCare":["GUIDANCE"]}})");
  ASSERT_TRUE(request.ok());
  EXPECT_EQ(request->provider_id(), "p-9");
  EXPECT_EQ(request->provider().title(), "B");
  EXPECT_EQ(request->provider().profile(), framework::v1::PROFILE_ZIN);
  EXPECT_THAT(request->provider().kinds_of_care(), ElementsAre(registry::v1::Provider::KIND_OF_CARE_NURSING));
}

TEST(RequestTest, WrongFlagsAreNamed) {
  EXPECT_EQ(FaultOf<CreateProviderRequest>({"--colour=red"}), "UNKNOWN_FLAG");
  EXPECT_EQ(FaultOf<CreateProviderRequest>({"--title"}), "FLAG_NEEDS_VALUE");
  EXPECT_EQ(FaultOf<CreateProviderRequest>({"--profile=NOBODY"}), "NOT_A_CODE");
  EXPECT_EQ(FaultOf<CreateProviderRequest>({"--profile=UNSPECIFIED"}), "NOT_A_CODE");
  EXPECT_EQ(FaultOf<CreateProviderRequest>({"--fte-hundredths=1.5"}), "NOT_A_NUMBER");
  EXPECT_EQ(FaultOf<CreateProviderRequest>({"--entrant=perhaps"}), "NOT_A_BOOLEAN");
  EXPECT_EQ(FaultOf<assessment::v1::AnnounceAssessmentRequest>({"--visit-date=2026-02-30"}), "NOT_A_DATE");
  EXPECT_EQ(FaultOf<audit::v1::ListEventsRequest>({"--filter.start-time=yesterday"}), "NOT_A_MOMENT");
  EXPECT_EQ(FaultOf<assessment::v1::ScoreFindingsRequest>({"--scores=VE01"}), "INVALID_JSON");
  EXPECT_EQ(FaultOf<assessment::v1::ScoreFindingsRequest>({R"(--scores={"colour":1})"}), "INVALID_JSON");
  EXPECT_EQ(FaultOf<CreateProviderRequest>({"--file=-"}, "[1]"), "INVALID_JSON");
  EXPECT_EQ(FaultOf<CreateProviderRequest>({"--file=/nowhere/at/all"}), "FILE_UNREADABLE");
}

}  // namespace
}  // namespace waarborg::cli
