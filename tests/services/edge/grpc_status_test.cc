#include "services/edge/grpc_status.h"

#include "gtest/gtest.h"
#include "services/call/error.h"
#include "tests/services/edge/house.h"

namespace waarborg::edge {
namespace {

grpc::Status Shown(const absl::Status& status) {
  return ToGrpcStatus(status, testing::FakeEntropy(), [](absl::string_view) {});
}

TEST(GrpcStatusTest, OkIsOk) { EXPECT_TRUE(Shown(absl::OkStatus()).ok()); }

TEST(GrpcStatusTest, EveryOneOfOurCodesKeepsItsNumber) {
  for (int code = 1; code <= 16; ++code) {
    const absl::Status ours = call::Error(static_cast<absl::StatusCode>(code), "QUEUE_FULL");
    EXPECT_EQ(static_cast<int>(Shown(ours).error_code()), code);
    EXPECT_EQ(Ended(Shown(ours)).details.code(), code);
  }
}

TEST(GrpcStatusTest, NoCodeOfAnotherErrorIsShown) {
  for (int code = 1; code <= 16; ++code) {
    const absl::Status other(static_cast<absl::StatusCode>(code), "inner text");
    EXPECT_EQ(Shown(other).error_code(), grpc::StatusCode::INTERNAL);
  }
}

TEST(GrpcStatusTest, ALongMessageEndsBetweenTwoCharacters) {
  for (int shift = 0; shift < 4; ++shift) {
    std::string name(static_cast<std::size_t>(shift), 'x');
    for (int i = 0; i < 300; ++i) name += "\xE2\x82\xAC";
    const grpc::Status shown = Shown(call::error::OtherProvider(name));
    ASSERT_LE(shown.error_message().size(), 400U);
    const std::size_t start = shown.error_message().find("\xE2\x82\xAC");
    const std::size_t end = shown.error_message().rfind("\xE2\x82\xAC");
    ASSERT_NE(start, std::string::npos);
    EXPECT_EQ(shown.error_message().size(), end + 3);
  }
}

TEST(GrpcStatusTest, DetailsThatCannotFitKeepAtLeastTheReason) {
  const grpc::Status shown = Shown(call::error::OtherProvider(std::string(20'000, 'x')));
  EXPECT_LT(shown.error_details().size(), 6000U);
  EXPECT_EQ(Ended(shown).reason(), "OTHER_PROVIDER");
}

TEST(GrpcStatusTest, TheFirstFaultsKeepTheirSentences) {
  call::Violations violations;
  for (int i = 0; i < 1000; ++i) violations.Add(absl::StrCat("scores[", i, "].score"), "REQUIRED");
  const grpc::Status shown = Shown(violations.ToStatus());
  EXPECT_LT(shown.error_details().size(), 6000U);
  google::rpc::BadRequest bad;
  const Ended ended(shown);
  for (const google::protobuf::Any& detail : ended.details.details()) {
    if (detail.UnpackTo(&bad)) break;
  }
  ASSERT_GT(bad.field_violations_size(), 20);
  EXPECT_EQ(bad.field_violations(0).description(), "This field is required.");
  EXPECT_EQ(bad.field_violations(0).localized_message().message(), "Dit veld is verplicht.");
  EXPECT_EQ(ended.info().metadata().at("count"), "1000");
}

}  // namespace
}  // namespace waarborg::edge
