// What surrounds every call: who asks, may they, is the request well formed, until when, and what leaves on error.

#include <thread>

#include "absl/strings/match.h"
#include "absl/time/clock.h"
#include "gtest/gtest.h"
#include "services/edge/limits.h"
#include "tests/services/edge/house.h"
#include "tests/support/matchers.h"

namespace waarborg::edge {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

team::v1::CreateMemberRequest WellFormed() {
  team::v1::CreateMemberRequest request = ledger::Hire("bo");
  request.mutable_member()->add_roles(team::v1::ROLE_AUDITOR);
  request.set_request_id("r1");
  return request;
}

// Requests that are refused must leave neither record nor event nor remembered answer.
void ExpectUntouched(House& house) {
  EXPECT_THAT(house.books.Events(), IsEmpty());
  EXPECT_THAT(house.books.Scan(storage::tables::kMember), IsEmpty());
  EXPECT_THAT(house.books.Scan(storage::tables::kRequest), IsEmpty());
}

TEST(CallsTest, AnAllowedAndWellFormedCallIsServedAndRecorded) {
  House house;
  const Ended ended = house.Hire(WellFormed());
  ASSERT_TRUE(ended.ok()) << ended.status.error_message();
  ASSERT_THAT(house.books.Events(), SizeIs(1));
  EXPECT_EQ(house.books.Events()[0].actor(), "regions/nmd/members/administrator");
  EXPECT_EQ(house.books.Events()[0].request_id(), "r1");
}

TEST(CallsTest, WhoSaysNothingIsUnauthenticated) {
  House house;
  const Ended ended = house.Hire(WellFormed(), "");
  EXPECT_EQ(ended.code(), grpc::StatusCode::UNAUTHENTICATED);
  EXPECT_EQ(ended.reason(), "NO_CALLER");
  ExpectUntouched(house);
}

TEST(CallsTest, WithoutDevelopmentIdentitiesNobodyIsTakenAtTheirWord) {
  House house(false);
  const Ended ended = house.Hire(WellFormed());
  EXPECT_EQ(ended.code(), grpc::StatusCode::UNAUTHENTICATED);
  EXPECT_EQ(ended.reason(), "NO_CALLER");
  ExpectUntouched(house);
}

TEST(CallsTest, AMemberThatTheDirectoryDoesNotKnowIsUnauthenticated) {
  House house;
  const Ended ended = house.Hire(WellFormed(), "stranger");
  EXPECT_EQ(ended.code(), grpc::StatusCode::UNAUTHENTICATED);
  EXPECT_EQ(ended.reason(), "UNKNOWN_MEMBER");
  ExpectUntouched(house);
}

TEST(CallsTest, ARoleThatMayNotIsDenied) {
  House house;
  const Ended ended = house.Hire(WellFormed(), "quality-manager");
  EXPECT_EQ(ended.code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(ended.reason(), "METHOD_NOT_ALLOWED");
  EXPECT_EQ(ended.info().metadata().at("method"), "waarborg.team.v1.TeamService/CreateMember");
  EXPECT_EQ(ended.info().metadata().at("held"), "QUALITY_MANAGER");
  ExpectUntouched(house);
}

TEST(CallsTest, WhoMayNotCallIsNotToldWhatIsWrongWithTheRequest) {
  House house;
  team::v1::CreateMemberRequest request;
  request.set_parent("regions/nmd");
  const Ended ended = house.Hire(request, "quality-manager");
  EXPECT_EQ(ended.reason(), "METHOD_NOT_ALLOWED");
  EXPECT_THAT(ended.faults(), IsEmpty());
}

TEST(CallsTest, AMalformedNameIsInvalidNotForbidden) {
  House house;
  for (const char* name : {"", "nmd/x", "regions/", "members/bo"}) {
    const Ended ended = house.GetMember(*House::As("administrator"), name);
    EXPECT_EQ(ended.code(), grpc::StatusCode::INVALID_ARGUMENT) << name;
    EXPECT_EQ(ended.reason(), "INVALID_REQUEST") << name;
  }
  EXPECT_EQ(house.GetMember(*House::As("administrator"), "regions/other/members/bo").reason(), "OTHER_REGION");
}

TEST(CallsTest, AMalformedRequestGetsAllItsFaultsAtOnceAndWritesNothing) {
  House house;
  team::v1::CreateMemberRequest request;
  request.set_parent("regions/nmd");
  request.mutable_member()->set_display_name(std::string(300, 'x'));
  request.mutable_member()->add_roles(static_cast<team::v1::Role>(77));
  request.mutable_member()->set_provider("providers/p1");
  const Ended ended = house.Hire(request);
  EXPECT_EQ(ended.code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(ended.reason(), "INVALID_REQUEST");
  EXPECT_THAT(ended.faults(),
              ElementsAre("member_id: REQUIRED", "member.display_name: TOO_LONG", "member.roles[0]: INVALID_VALUE",
                          "member.provider: INVALID_NAME"));
  ExpectUntouched(house);
}

// A second round would be a second try for somebody.
TEST(CallsTest, FaultsOfShapeAndOfMeaningArriveTogetherAndOneAField) {
  House house;
  team::v1::CreateMemberRequest request;
  request.set_parent("regions/nmd");
  request.set_member_id("Bo!");
  request.mutable_member()->add_roles(team::v1::ROLE_AUDITOR);
  request.mutable_member()->add_roles(team::v1::ROLE_AUDITOR);
  request.mutable_member()->add_roles(static_cast<team::v1::Role>(77));
  request.mutable_member()->add_roles(static_cast<team::v1::Role>(77));
  const Ended ended = house.Hire(request);
  EXPECT_EQ(ended.code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_THAT(ended.faults(),
              ElementsAre("member.display_name: REQUIRED", "member.roles[2]: INVALID_VALUE",
                          "member.roles[3]: INVALID_VALUE", "member_id: INVALID_ID", "member.roles[1]: DUPLICATE"));
  ExpectUntouched(house);
}

TEST(CallsTest, WhoMayNotCallIsNotToldWhatARequestMeansEither) {
  House house;
  team::v1::CreateMemberRequest request = WellFormed();
  request.set_member_id("Bo!");
  EXPECT_EQ(house.Hire(request, "auditor").reason(), "METHOD_NOT_ALLOWED");
  EXPECT_THAT(house.Hire(request).faults(), ElementsAre("member_id: INVALID_ID"));
}

// Details travel as metadata; a client refuses more than 8 KiB of those, and would then see neither code nor reason.
TEST(CallsTest, HundredsOfFaultsStillArriveAsOneReadableError) {
  House house;
  team::v1::CreateMemberRequest request = WellFormed();
  for (int i = 0; i < 199; ++i) request.mutable_member()->add_roles(static_cast<team::v1::Role>(77));
  const Ended ended = house.Hire(request);
  EXPECT_EQ(ended.code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(ended.reason(), "INVALID_REQUEST");
  EXPECT_EQ(ended.info().metadata().at("count"), "199");
  ASSERT_GE(ended.faults().size(), 50U);
  EXPECT_EQ(ended.faults().front(), "member.roles[1]: INVALID_VALUE");
  ExpectUntouched(house);
}

TEST(CallsTest, ARefusalOfTheCommandLeavesWithItsReasonInBothLanguages) {
  House house;
  ASSERT_TRUE(house.Hire(WellFormed()).ok());
  team::v1::CreateMemberRequest again = WellFormed();
  again.set_request_id("r2");
  const Ended ended = house.Hire(again);
  EXPECT_EQ(ended.code(), grpc::StatusCode::ALREADY_EXISTS);
  EXPECT_EQ(ended.reason(), "MEMBER_EXISTS");
  std::vector<std::string> locales;
  google::rpc::LocalizedMessage message;
  for (const google::protobuf::Any& detail : ended.details.details()) {
    if (detail.UnpackTo(&message)) locales.push_back(message.locale());
  }
  EXPECT_THAT(locales, ElementsAre("nl", "en"));
}

TEST(CallsTest, ARetryUnderTheSameRequestIdIsAnsweredAndNotExecuted) {
  House house;
  ASSERT_TRUE(house.Hire(WellFormed()).ok());
  EXPECT_TRUE(house.Hire(WellFormed()).ok());
  EXPECT_THAT(house.books.Events(), SizeIs(1));
}

TEST(CallsTest, AnUnknownInnerErrorLeavesAsANumberAndIsFoundInTheLog) {
  House house;
  house.team.get_member = [](const call::Call&, const team::v1::GetMemberRequest&,
                             const call::Done<team::v1::Member>& done) {
    done(absl::DataLossError("block 7 of /secret/path is damaged"));
  };
  const Ended ended = house.GetMember(*House::As("administrator"));
  EXPECT_EQ(ended.code(), grpc::StatusCode::INTERNAL);
  EXPECT_EQ(ended.reason(), "INTERNAL");
  EXPECT_FALSE(absl::StrContains(ended.status.error_message(), "secret"));
  EXPECT_FALSE(absl::StrContains(ended.status.error_details(), "secret"));
  const std::string number = ended.info().metadata().at("id");
  EXPECT_THAT(ended.status.error_message(), HasSubstr(number));
  ASSERT_THAT(house.log(), SizeIs(1));
  EXPECT_THAT(house.log()[0], HasSubstr(number));
  EXPECT_THAT(house.log()[0], HasSubstr("/secret/path"));
}

TEST(CallsTest, OurOwnRefusalsAreNotLogged) {
  House house;
  house.Hire(WellFormed(), "quality-manager");
  house.Hire(team::v1::CreateMemberRequest());
  EXPECT_THAT(house.log(), IsEmpty());
}

class SeenCall : public ::testing::Test {
 protected:
  SeenCall() {
    house_.team.get_member = [this](const call::Call& call, const team::v1::GetMemberRequest&,
                                    const call::Done<team::v1::Member>& done) {
      seen_ = call;
      done(team::v1::Member());
    };
  }

  House house_;
  call::Call seen_;
};

TEST_F(SeenCall, NamesCallerRegionMethodAndMoment) {
  ASSERT_TRUE(house_.GetMember(*House::As("administrator", "shared")).ok());
  EXPECT_EQ(seen_.caller.member, "regions/shared/members/administrator");
  EXPECT_EQ(seen_.region, "nmd");
  EXPECT_EQ(seen_.method, "waarborg.team.v1.TeamService/GetMember");
  EXPECT_EQ(seen_.now, house_.books.clock.Now());
}

TEST_F(SeenCall, TheServerSetsADeadlineWhenTheClientSetsNone) {
  ASSERT_TRUE(house_.GetMember(*House::As("administrator")).ok());
  EXPECT_EQ(seen_.deadline, house_.books.clock.Now() + limits::kUnaryDeadline);
}

TEST_F(SeenCall, AnEarlierDeadlineOfTheClientHolds) {
  house_.books.clock.Set(absl::Now());
  const std::unique_ptr<grpc::ClientContext> context = House::As("administrator");
  context->set_deadline(absl::ToChronoTime(absl::Now() + absl::Seconds(5)));
  ASSERT_TRUE(house_.GetMember(*context).ok());
  EXPECT_LT(seen_.deadline, house_.books.clock.Now() + absl::Seconds(6));
}

TEST_F(SeenCall, CarriesAWellFormedTraceparentOnly) {
  const std::string good = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  for (const auto& [sent, expected] : std::vector<std::pair<std::string, std::string>>{
           {good, good},
           {"", ""},
           {"00-0AF7651916CD43DD8448EB211C80319C-B7AD6B7169203331-01", ""},
           {std::string(55, 'x'), ""},
           {"00-mevrouw de vries viel op 3 mei-b7ad6b7169203331-01xx", ""},
           {good + "0", ""}}) {
    const std::unique_ptr<grpc::ClientContext> context = House::As("administrator");
    if (!sent.empty()) context->AddMetadata("traceparent", sent);
    ASSERT_TRUE(house_.GetMember(*context).ok());
    EXPECT_EQ(seen_.traceparent, expected) << sent;
  }
}

TEST_F(SeenCall, AHandlerMayAnswerLaterFromAnotherThread) {
  std::thread later;
  house_.team.get_member = [&later](const call::Call&, const team::v1::GetMemberRequest& request,
                                    const call::Done<team::v1::Member>& done) {
    later = std::thread([done, name = request.name()] {
      team::v1::Member member;
      member.set_name(name);
      done(member);
    });
  };
  team::v1::GetMemberRequest request;
  request.set_name("regions/nmd/members/bo");
  team::v1::Member member;
  const grpc::Status status = house_.team_stub->GetMember(House::As("administrator").get(), request, &member);
  later.join();
  ASSERT_TRUE(status.ok());
  EXPECT_EQ(member.name(), request.name());
}

}  // namespace
}  // namespace waarborg::edge
