// The same command goes on with an upload; another one begins its own.

#include "clients/cli/transfer/upload_id.h"

#include <string>
#include <utility>

#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"

namespace waarborg::cli {
namespace {

evidence::v1::UploadStart Start(const std::string& more = "") {
  evidence::v1::UploadStart start;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(
      "parent: 'regions/nmd' size_bytes: 10 content_hash: 'ab' "
      "attachment { provider: 'regions/nmd/providers/p-1' title: 'Plan' evidence_type: 'OTHER' file_name: "
      "'a.txt' " +
          more + " }",
      &start));
  return start;
}

TEST(UploadIdTest, TheSameFileWithTheSameParticularsGoesOn) {
  EXPECT_EQ(UploadIdOf(Start()), UploadIdOf(Start()));
  EXPECT_EQ(UploadIdOf(Start()).size(), 22U);
}

TEST(UploadIdTest, OtherParticularsBeginAnotherUpload) {
  for (const char* more : {"confidentiality: CONFIDENTIALITY_TEAM", "copy_reason: 'x'", "no_excerpt: true",
                           "framework_version: 'frameworks/f/versions/1'", "expire_date { year: 2025 }"}) {
    EXPECT_NE(UploadIdOf(Start(more)), UploadIdOf(Start())) << more;
  }
  evidence::v1::UploadStart other = Start();
  other.mutable_attachment()->set_evidence_type("NARRATIVE");
  EXPECT_NE(UploadIdOf(other), UploadIdOf(Start()));
  other = Start();
  other.mutable_attachment()->set_provider("regions/nmd/providers/p-2");
  EXPECT_NE(UploadIdOf(other), UploadIdOf(Start()));
  other = Start();
  other.set_content_hash("cd");
  EXPECT_NE(UploadIdOf(other), UploadIdOf(Start()));
}

}  // namespace
}  // namespace waarborg::cli
