// Evidence leaves the journal its room on the disk.

#include "services/evidence/disk.h"

#include <cstdint>

#include "tests/services/evidence/archive.h"

namespace waarborg::evidence {
namespace {

constexpr std::size_t kChunk = storage::kChunkBytes;
constexpr std::uintmax_t kGibibyte = std::uintmax_t{1} << 30;

class DiskTest : public Archive {
 protected:
  DiskTest() {
    settings.disk_space = [this] {
      return std::filesystem::space_info{.capacity = capacity_, .free = 0, .available = available_};
    };
  }

  // So that evidence may take this much more.
  void LeaveRoomFor(std::uintmax_t bytes) { available_ = DiskReserve(capacity_) + bytes; }

  const std::uintmax_t capacity_ = 100 * kGibibyte;
  std::uintmax_t available_ = 0;
};

TEST_F(DiskTest, OneGibibyteStaysFreeOrFivePercentOfASmallDisk) {
  EXPECT_EQ(DiskReserve(1000 * kGibibyte), kGibibyte);
  EXPECT_EQ(DiskReserve(20 * kGibibyte), kGibibyte);
  EXPECT_EQ(DiskReserve(10 * kGibibyte), kGibibyte / 2);
}

TEST_F(DiskTest, WhatDoesNotFitIsRefusedBeforeItBegins) {
  const std::string content = Bytes(2 * kChunk);
  LeaveRoomFor(content.size() - 1);
  const absl::Status refused = Take(*Open(member), StartOf(content));
  EXPECT_THAT(refused, StatusIs(absl::StatusCode::kResourceExhausted));
  EXPECT_THAT(refused, ReasonIs("DISK_NEARLY_FULL"));
  EXPECT_EQ(Count(storage::tables::kUpload), 0U);
  EXPECT_EQ(Count(storage::tables::kBlobDraft), 0U);
  EXPECT_EQ(Count(storage::tables::kEvidenceUse), 0U);
  EXPECT_THAT(Kinds(), IsEmpty());
  LeaveRoomFor(content.size());
  EXPECT_THAT(Take(*Open(member), StartOf(content)), IsOk());
}

TEST_F(DiskTest, WhenTheDiskFillsUpOnTheWayNothingHalfStays) {
  const std::string content = Bytes(3 * kChunk);
  LeaveRoomFor(content.size());
  const auto intake = Open(member);
  ASSERT_THAT(Take(*intake, StartOf(content)), IsOk());
  ASSERT_THAT(TakeAt(*intake, content, 0), IsOk());
  LeaveRoomFor(kChunk - 1);
  EXPECT_THAT(TakeAt(*intake, content, kChunk), ReasonIs("DISK_NEARLY_FULL"));
  EXPECT_THAT(GetUpload("b-1", member), ReasonIs("UPLOAD_NOT_FOUND"));
  EXPECT_EQ(desk.LastEvent().kind(), "UploadRefused");
  EXPECT_EQ(desk.LastEvent().reason(), "DISK_NEARLY_FULL");
  ASSERT_THAT(desk.RunDeadlines(Deadlines()), IsOk());
  EXPECT_EQ(Count(storage::tables::kBlobChunk), 0U);
  EXPECT_EQ(Count(storage::tables::kBlobDraft), 0U);
  // Its room in the quota is free as well, and the same command begins anew.
  LeaveRoomFor(content.size());
  settings.quota_bytes = static_cast<std::int64_t>(content.size());
  EXPECT_THAT(Upload(content), IsOk());
}

TEST_F(DiskTest, AnUploadIsTakenUpWhenTheRestFits) {
  const std::string content = Bytes(3 * kChunk);
  LeaveRoomFor(content.size());
  {
    const auto intake = Open(member);
    ASSERT_THAT(Take(*intake, StartOf(content)), IsOk());
    ASSERT_THAT(TakeAt(*intake, content, 0), IsOk());
  }
  LeaveRoomFor(2 * kChunk - 1);
  EXPECT_THAT(Take(*Open(member), StartOf(content)), ReasonIs("DISK_NEARLY_FULL"));
  EXPECT_EQ(GetUpload("b-1", member)->durable_bytes(), static_cast<std::int64_t>(kChunk));
  LeaveRoomFor(2 * kChunk);
  EXPECT_THAT(Upload(StartOf(content), content, member, kChunk), IsOk());
}

TEST_F(DiskTest, WhatIsThereIsReadAndFinishedOnAFullDisk) {
  const std::string content = Bytes(kChunk);
  LeaveRoomFor(content.size());
  const auto intake = Open(member);
  ASSERT_THAT(Take(*intake, StartOf(content)), IsOk());
  ASSERT_THAT(TakeAt(*intake, content, 0), IsOk());
  available_ = 0;
  ASSERT_THAT(End(*intake), IsOk());
  EXPECT_EQ(Download("b-1", member)->bytes, content);
  EXPECT_THAT(Upload(StartOf(content), content, member, content.size()), IsOk());
}

}  // namespace
}  // namespace waarborg::evidence
