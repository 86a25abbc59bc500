// Content goes out as it came in: in ranges, or whole where only the whole may go.

#include "tests/services/evidence/archive.h"

namespace waarborg::evidence {
namespace {

constexpr std::size_t kChunk = storage::kChunkBytes;

using DownloadTest = Archive;

TEST_F(DownloadTest, TheDigestOfTheWholeComesFirstWhateverTheRange) {
  const std::string content = Bytes(2 * kChunk + 100);
  ASSERT_THAT(Upload(content), IsOk());
  const auto part = Download("b-1", member, kChunk - 3, 10);
  ASSERT_THAT(part, IsOk());
  EXPECT_EQ(part->head.content_hash(), HashOf(content));
  EXPECT_EQ(part->head.size_bytes(), static_cast<std::int64_t>(content.size()));
  EXPECT_EQ(part->head.offset(), static_cast<std::int64_t>(kChunk - 3));
  EXPECT_EQ(part->head.length(), 10);
  EXPECT_EQ(part->head.file_name(), "beleid.txt");
  EXPECT_EQ(part->bytes, content.substr(kChunk - 3, 10));
}

TEST_F(DownloadTest, EveryRangeIsExact) {
  const std::string content = Bytes(2 * kChunk + 100);
  ASSERT_THAT(Upload(content), IsOk());
  const std::size_t edges[] = {0,          1,          kChunk - 1,         kChunk,
                               kChunk + 1, 2 * kChunk, content.size() - 1, content.size()};
  for (const std::size_t from : edges) {
    EXPECT_EQ(Download("b-1", member, static_cast<std::int64_t>(from))->bytes, content.substr(from)) << from;
    for (const std::size_t to : edges) {
      if (to <= from) continue;
      const auto part =
          Download("b-1", member, static_cast<std::int64_t>(from), static_cast<std::int64_t>(to - from));
      ASSERT_THAT(part, IsOk());
      EXPECT_EQ(part->bytes, content.substr(from, to - from)) << from << " " << to;
    }
  }
}

TEST_F(DownloadTest, ARangeOutsideTheContentIsRefused) {
  ASSERT_THAT(Upload(Bytes(100)), IsOk());
  EXPECT_THAT(Download("b-1", member, 101), ReasonIs("RANGE_OUTSIDE"));
  EXPECT_THAT(Download("b-1", member, 50, 51), ReasonIs("RANGE_OUTSIDE"));
  EXPECT_THAT(Download("b-1", member, -1), ReasonIs("RANGE_OUTSIDE"));
  EXPECT_THAT(Download("b-1", member, 0, INT64_MAX), ReasonIs("RANGE_OUTSIDE"));
}

TEST_F(DownloadTest, AnAuditReportGoesOutWholeOrNotAtAll) {
  const std::string content = Bytes(100);
  v1::UploadStart start = StartOf(content);
  start.mutable_attachment()->set_evidence_type("AUDIT_REPORT");
  const AttachmentOr report = Upload(start, content, provider_user);
  ASSERT_THAT(report, IsOk());
  EXPECT_EQ(report->confidentiality(), v1::CONFIDENTIALITY_AUDIT_REPORT);
  EXPECT_TRUE(report->no_excerpt());
  EXPECT_THAT(Download("b-1", manager, 0, 99), ReasonIs("WHOLE_ONLY"));
  EXPECT_THAT(Download("b-1", manager, 1), ReasonIs("WHOLE_ONLY"));
  EXPECT_EQ(Download("b-1", manager, 0, 100)->bytes, content);
  EXPECT_EQ(Download("b-1", provider_user)->bytes, content);
}

TEST_F(DownloadTest, WhatIsQuarantinedOrWithdrawnIsNotServed) {
  settings.scans = true;
  ASSERT_THAT(Upload(Bytes(100)), IsOk());
  EXPECT_EQ(Get("b-1", member)->state(), v1::Attachment::STATE_QUARANTINED);
  EXPECT_THAT(Download("b-1", member), ReasonIs("NOT_SERVED"));
  settings.scans = false;
  ASSERT_THAT(Upload(Bytes(101), "b-2"), IsOk());
  ASSERT_THAT(Download("b-2", member), IsOk());
  ASSERT_THAT(Withdraw("b-2"), IsOk());
  EXPECT_THAT(Download("b-2", auditor), ReasonIs("NOT_SERVED"));
}

}  // namespace
}  // namespace waarborg::evidence
