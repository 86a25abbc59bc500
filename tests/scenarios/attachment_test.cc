// Evidence from the command line: a file goes in, comes out the same, and a broken transfer goes on.

#include <fstream>
#include <sstream>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "services/rules/sha256.h"
#include "tests/storage/scratch_directory.h"
#include "tests/support/running_server.h"

namespace waarborg {
namespace {

using nlohmann::json;
using testing::Ended;
using ::testing::HasSubstr;

class AttachmentTest : public ::testing::Test {
 protected:
  AttachmentTest() {
    EXPECT_EQ(server.Waarborg({"demo", "--output=json"}).status, 0);
    for (std::size_t i = 0; i < content_.size(); ++i) content_[i] = static_cast<char>('a' + i / 1000 % 26);
    Write(file_, content_);
  }

  static void Write(const std::string& path, const std::string& content) {
    std::ofstream(path, std::ios::binary) << content;
  }
  static std::string Read(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
  }

  Ended Upload(const std::string& path, const std::string& type = "OTHER") {
    return server.Waarborg({"attachment", "upload", path, "--provider=de-esdoorn-1",
                            "--evidence-type=" + type, "--title=Beleid", "--as=team-member",
                            "--output=json"});
  }

  Ended Download(const std::string& name, const std::string& to) {
    return server.Waarborg({"attachment", "download", name, "--to=" + to, "--as=team-member"});
  }

  testing::RunningServer server;
  const storage::ScratchDirectory scratch_;
  std::string content_ = std::string(700'000, ' ');
  const std::string file_ = scratch_.In("beleid.txt");
};

TEST_F(AttachmentTest, AFileComesOutAsItWentIn) {
  const Ended uploaded = Upload(file_);
  ASSERT_EQ(uploaded.status, 0) << uploaded.err;
  const json attachment = json::parse(uploaded.out);
  EXPECT_EQ(attachment["contentHash"], rules::ToHex(rules::Sha256(content_)));
  EXPECT_EQ(attachment["fileName"], "beleid.txt");
  const std::string to = scratch_.In("terug.txt");
  const Ended downloaded = Download(attachment["name"], to);
  ASSERT_EQ(downloaded.status, 0) << downloaded.err;
  EXPECT_THAT(downloaded.out, HasSubstr(rules::ToHex(rules::Sha256(content_))));
  EXPECT_EQ(Read(to), content_);
}

TEST_F(AttachmentTest, TheSameFileSentAgainIsTheSameAttachment) {
  const Ended first = Upload(file_);
  const Ended second = Upload(file_);
  ASSERT_EQ(second.status, 0) << second.err;
  EXPECT_EQ(json::parse(first.out)["name"], json::parse(second.out)["name"]);
}

TEST_F(AttachmentTest, ADownloadGoesOnWhereTheFileEnds) {
  const std::string name = json::parse(Upload(file_).out)["name"];
  const std::string to = scratch_.In("half.txt");
  Write(to, content_.substr(0, 300'001));
  ASSERT_EQ(Download(name, to).status, 0);
  EXPECT_EQ(Read(to), content_);
  // What is whole already is only checked.
  EXPECT_EQ(Download(name, to).status, 0);
}

TEST_F(AttachmentTest, AFileThatBeginsOtherwiseIsFoundOut) {
  const std::string name = json::parse(Upload(file_).out)["name"];
  const std::string to = scratch_.In("ander.txt");
  Write(to, "iets anders");
  EXPECT_EQ(Download(name, to).status, 1);
  Write(to, content_ + "meer");
  EXPECT_EQ(Download(name, to).status, 2);
}

TEST_F(AttachmentTest, WhatCannotBeSentIsSaidInWords) {
  EXPECT_EQ(Upload(scratch_.In("er-niet.txt")).status, 2);
  Write(scratch_.In("leeg.txt"), "");
  EXPECT_EQ(Upload(scratch_.In("leeg.txt")).status, 2);
  const Ended unknown = Upload(file_, "GERUCHT");
  EXPECT_EQ(unknown.status, 3);
  EXPECT_THAT(unknown.err, HasSubstr("UNKNOWN_EVIDENCE_TYPE"));
  EXPECT_EQ(server.Waarborg({"attachment", "upload"}).status, 2);
  EXPECT_EQ(server.Waarborg({"attachment", "download", "b-1"}).status, 2);
}

}  // namespace
}  // namespace waarborg
