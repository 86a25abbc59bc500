// What a region may hold.

#include <map>

#include "google/rpc/error_details.pb.h"
#include "tests/services/evidence/archive.h"

namespace waarborg::evidence {
namespace {

class QuotaTest : public Archive {
 protected:
  QuotaTest() { settings.quota_bytes = 1000; }

  static std::map<std::string, std::string> MetadataOf(const absl::Status& status) {
    google::rpc::ErrorInfo info;
    const google::rpc::Status details = call::DetailsOf(status);
    for (const google::protobuf::Any& detail : details.details()) {
      if (detail.UnpackTo(&info)) break;
    }
    return {info.metadata().begin(), info.metadata().end()};
  }
};

TEST_F(QuotaTest, WhatDoesNotFitIsRefusedWithUsedAskedAndLimit) {
  ASSERT_THAT(Upload(Bytes(600)), IsOk());
  const absl::Status refused = Take(*Open(member), StartOf(Bytes(401, 'b'), "b-2"));
  EXPECT_THAT(refused, StatusIs(absl::StatusCode::kResourceExhausted));
  EXPECT_THAT(refused, ReasonIs("EVIDENCE_QUOTA"));
  const auto metadata = MetadataOf(refused);
  EXPECT_EQ(metadata.at("used"), "600");
  EXPECT_EQ(metadata.at("asked"), "401");
  EXPECT_EQ(metadata.at("limit"), "1000");
  EXPECT_THAT(Upload(Bytes(400, 'b'), "b-2"), IsOk());
}

TEST_F(QuotaTest, WhatIsOnItsWayCountsUntilItComesToNothing) {
  ASSERT_THAT(Take(*Open(member), StartOf(Bytes(600))), IsOk());
  EXPECT_THAT(Take(*Open(member), StartOf(Bytes(500, 'b'), "b-2")), ReasonIs("EVIDENCE_QUOTA"));
  desk.clock.Advance(kUploadTerm);
  ASSERT_THAT(desk.RunDeadlines(Deadlines()), IsOk());
  EXPECT_THAT(Take(*Open(member), StartOf(Bytes(500, 'b'), "b-2")), IsOk());
}

TEST_F(QuotaTest, OneContentCountsOnceHoweverOftenItIsSent) {
  ASSERT_THAT(Upload(Bytes(400), "b-1"), IsOk());
  EXPECT_THAT(Upload(Bytes(400), "b-2"), IsOk());
  EXPECT_THAT(Upload(Bytes(600, 'b'), "b-3"), IsOk());
  EXPECT_THAT(Take(*Open(member), StartOf(Bytes(1, 'c'), "b-4")), ReasonIs("EVIDENCE_QUOTA"));
}

TEST_F(QuotaTest, ADigestThatTheRegionHoldsIsNoWayAroundIt) {
  ASSERT_THAT(Upload(Bytes(400), "b-1"), IsOk());
  v1::UploadStart start = StartOf(Bytes(400), "b-2");
  start.set_size_bytes(601);
  EXPECT_THAT(Take(*Open(member), start), ReasonIs("EVIDENCE_QUOTA"));
  start.set_size_bytes(600);
  ASSERT_THAT(Take(*Open(member), start), IsOk());
  EXPECT_THAT(Take(*Open(member), StartOf(Bytes(1, 'c'), "b-3")), ReasonIs("EVIDENCE_QUOTA"));
  // And what was kept for the lie comes free with its end.
  EXPECT_THAT(Upload(start, Bytes(600), member), ReasonIs("DIGEST_MISMATCH"));
  EXPECT_THAT(Upload(Bytes(600, 'b'), "b-3"), IsOk());
}

TEST_F(QuotaTest, OneContentOnItsWayTwiceIsUsedOnce) {
  const std::string content = Bytes(400);
  const auto first = Open(member);
  const auto second = Open(manager);
  ASSERT_THAT(Take(*first, StartOf(content, "b-1")), IsOk());
  ASSERT_THAT(Take(*second, StartOf(content, "b-2")), IsOk());
  ASSERT_THAT(TakeAt(*first, content, 0), IsOk());
  ASSERT_THAT(TakeAt(*second, content, 0), IsOk());
  ASSERT_THAT(End(*first), IsOk());
  ASSERT_THAT(End(*second), IsOk());
  EXPECT_THAT(Upload(Bytes(600, 'b'), "b-3"), IsOk());
  EXPECT_THAT(Take(*Open(member), StartOf(Bytes(1, 'c'), "b-4")), ReasonIs("EVIDENCE_QUOTA"));
}

TEST_F(QuotaTest, ALieGivesItsRoomBack) {
  EXPECT_THAT(Upload(StartOf(Bytes(1000)), Bytes(1000, 'b'), member), ReasonIs("DIGEST_MISMATCH"));
  EXPECT_THAT(Upload(Bytes(1000, 'c'), "b-2"), IsOk());
}

}  // namespace
}  // namespace waarborg::evidence
