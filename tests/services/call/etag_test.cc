#include "services/call/etag.h"

#include "gtest/gtest.h"
#include "tests/support/matchers.h"

namespace waarborg::call {
namespace {

TEST(EtagTest, EveryVersionHasAnEtagOfItsOwn) {
  EXPECT_EQ(NextEtag(""), "1");
  EXPECT_EQ(NextEtag("1"), "2");
  EXPECT_EQ(NextEtag("99"), "100");
}

TEST(EtagTest, TheCurrentEtagOrNoneIsFresh) {
  EXPECT_THAT(CheckEtag("regions/nmd", "", "3"), testing::IsOk());
  EXPECT_THAT(CheckEtag("regions/nmd", "3", "3"), testing::IsOk());
}

TEST(EtagTest, AStaleEtagIsAbortedWithBothVersions) {
  const absl::Status stale = CheckEtag("regions/nmd", "2", "3");
  EXPECT_THAT(stale, testing::StatusIs(absl::StatusCode::kAborted));
  EXPECT_THAT(stale, testing::ReasonIs("ETAG_MISMATCH"));
  google::rpc::ErrorInfo info;
  ASSERT_TRUE(DetailsOf(stale).details(0).UnpackTo(&info));
  EXPECT_EQ(info.metadata().at("given"), "2");
  EXPECT_EQ(info.metadata().at("current"), "3");
  EXPECT_EQ(info.metadata().at("resource"), "regions/nmd");
}

}  // namespace
}  // namespace waarborg::call
