// What fuzzing has found: each find in the fewest words that show it. The seeds that came upon it find it
// again only as long as nothing else changes.

#include <string>

#include "absl/strings/str_cat.h"
#include "clients/cli/dates.h"
#include "clients/cli/exit_status.h"
#include "clients/cli/lenient_json.h"
#include "clients/cpp/services.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/fuzz/house.h"
#include "tests/fuzz/story.h"
#include "tests/services/registry/sample_files.h"
#include "waarborg/framework/v1/framework.pb.h"
#include "waarborg/registry/v1/registry.pb.h"
#include "waarborg/team/v1/team.pb.h"

namespace waarborg::fuzz {
namespace {

using ::testing::AnyOf;
using ::testing::IsEmpty;

class Finds : public ::testing::Test {
 protected:
  Finds() {
    PlayStory(house_, [](const Attempt&) {});
  }

  Answer Ask(const char* rpc, const std::string& member, const google::protobuf::Message& request) {
    return house_.Try(
        {.method = client::FindMethod(rpc), .member = member, .bytes = request.SerializeAsString()});
  }

  House house_;
};

// What is output only is looked at by nobody, but an update takes its etag from there.
TEST_F(Finds, ALongEtagIsRefusedInWords) {
  std::string etag;
  for (int i = 0; i < 2000; ++i) absl::StrAppend(&etag, "é");
  team::v1::UpdateMemberRequest member;
  member.mutable_member()->set_name("regions/nmd/members/auditor");
  member.mutable_member()->set_display_name("Auditor");
  member.mutable_member()->set_etag(etag);
  member.mutable_update_mask()->add_paths("display_name");
  Ask("UpdateMember", kAdministrator, member);
  registry::v1::UpdateProviderRequest provider;
  provider.mutable_provider()->set_name("regions/nmd/providers/de-esdoorn-1");
  provider.mutable_provider()->set_title("De Esdoorn");
  provider.mutable_provider()->set_etag(etag);
  provider.mutable_update_mask()->add_paths("title");
  Ask("UpdateProvider", kAdministrator, provider);
  EXPECT_EQ(house_.tallies().at("waarborg.team.v1.TeamService.UpdateMember").refused, 1);
  EXPECT_EQ(house_.tallies().at("waarborg.registry.v1.RegistryService.UpdateProvider").refused, 1);
  EXPECT_THAT(house_.breaches(), IsEmpty());
}

// A name that is ignored does not say of which region a request is: whoever may not make a region must not
// get there by naming the own one.
TEST_F(Finds, ARegionsAdministratorMakesNoOtherRegion) {
  auto request = testing::SampleRequest<registry::v1::CreateRegionRequest>("nmd/region.json");
  for (const char* name : {"", "regions/nmd"}) {
    request.set_region_id(absl::StrCat("elders", *name == 0 ? "" : "-2"));
    request.mutable_region()->set_name(name);
    const Answer answer = Ask("CreateRegion", "regions/nmd/members/administrator", request);
    EXPECT_THAT(answer.status.error_code(),
                AnyOf(grpc::StatusCode::PERMISSION_DENIED, grpc::StatusCode::INVALID_ARGUMENT))
        << "region.name: " << name;
  }
}

// Metadata are printable ASCII: gRPC ends the process over any other.
TEST_F(Finds, AMemberOrRegionThatIsNotAsciiIsRefused) {
  for (const char* word : {"--as=ren\xc3\xa9", "--region=\xc3\xa9\xc3\xa9n", "--traceparent=\xff"}) {
    const testing::Ended ended = house_.server().Waarborg({"provider", "list", word, "--output=json"});
    EXPECT_THAT(ended.status, AnyOf(cli::kOk, cli::kUsage, cli::kNotAllowed, cli::kInvalidArgument)) << word;
  }
}

// A request with such a text is no message to the server.
TEST_F(Finds, ATextThatIsNoUtf8IsRefusedBeforeItIsSent) {
  const testing::Ended ended =
      house_.server().Waarborg({"provider", "show", "regions/nmd/providers/\xff", "--output=json"});
  EXPECT_THAT(ended.status, AnyOf(cli::kUsage, cli::kInvalidArgument)) << ended.err;
}

TEST(FindsInText, ADayIsTenCharactersWithoutSpaces) {
  for (const char* text :
       {" 025-06-02", "2025-6-2  ", "2025- 6-02", "+025-06-02", "-025-06-02", "20255-6-02"}) {
    EXPECT_EQ(cli::ParseDate(text), std::nullopt) << text;
  }
  EXPECT_NE(cli::ParseDate("2025-06-02"), std::nullopt);
}

TEST(FindsInText, JsonInJsonInJsonIsRefused) {
  const std::string deep = absl::StrCat(std::string(100'000, '['), std::string(100'000, ']'));
  framework::v1::EvaluateScoresRequest request;
  cli::Fields named;
  EXPECT_TRUE(cli::MergeRequestJson(absl::StrCat("{\"x\":", deep, "}"), "nmd", request, named).has_value());
  const auto* const scores = request.GetDescriptor()->FindFieldByName("scores");
  EXPECT_TRUE(cli::MergeJsonField(deep, *scores, "nmd", request).has_value());
}

}  // namespace
}  // namespace waarborg::fuzz
