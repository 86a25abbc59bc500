// waarborgd as the operating system sees it.

#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "grpcpp/client_context.h"
#include "grpcpp/create_channel.h"
#include "gtest/gtest.h"
#include "tests/crash/server_process.h"
#include "waarborg/backup/v1/backup.grpc.pb.h"

namespace waarborg {
namespace {

using testing::Process;

class ProcessTest : public ::testing::Test {
 protected:
  ProcessTest() {
    before_ = umask(S_IWGRP | S_IWOTH);
    std::filesystem::create_directories(root_);
  }
  ~ProcessTest() override {
    umask(before_);
    std::filesystem::remove_all(root_);
  }

  [[nodiscard]] std::string In(const char* name) const { return absl::StrCat("--", name, "=", (root_ / name).string()); }

  static void RunToItsEnd(const std::vector<std::string>& words) {
    absl::StatusOr<Process> process = Process::Start(words);
    ASSERT_TRUE(process.ok()) << process.status();
    process->ReadAll();
    ASSERT_EQ(process->Wait(), 0);
  }

  static void AskForABackup(const std::string& address) {
    const auto stub =
        backup::v1::BackupService::NewStub(grpc::CreateChannel(address, grpc::InsecureChannelCredentials()));
    grpc::ClientContext context;
    context.AddMetadata("waarborg-member", "regions/shared/members/administrator");
    backup::v1::Backup made;
    const grpc::Status status = stub->CreateBackup(&context, {}, &made);
    EXPECT_TRUE(status.ok()) << status.error_message();
  }

  void BackUpOnline() {
    absl::StatusOr<Process> server = Process::Start({WAARBORGD, "serve", In("data-dir"), In("backup-dir"),
                                                     "--listen=127.0.0.1:0", "--dev-identities"});
    ASSERT_TRUE(server.ok()) << server.status();
    const absl::StatusOr<std::string> line = server->ReadLine();
    ASSERT_TRUE(line.ok()) << line.status();
    AskForABackup(std::string(absl::StripPrefix(*line, "waarborgd: listening on ")));
    server->Signal(SIGTERM);
    EXPECT_EQ(server->Wait(), 0);
  }

  // What somebody else could do something with.
  [[nodiscard]] static std::vector<std::string> OpenToOthers(const std::filesystem::path& directory) {
    std::vector<std::string> open;
    std::vector<std::filesystem::path> all{directory};
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) all.push_back(entry.path());
    EXPECT_GT(all.size(), 3U) << directory;
    for (const std::filesystem::path& path : all) {
      struct stat about {};
      EXPECT_EQ(stat(path.c_str(), &about), 0) << path;
      if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0) open.push_back(path.string());
    }
    return open;
  }

  const std::filesystem::path root_ =
      std::filesystem::path(::testing::TempDir()) / absl::StrCat("waarborg-process-", getpid());
  mode_t before_ = 0;
};

TEST_F(ProcessTest, NobodyElseMayReadTheStore) {
  RunToItsEnd({WAARBORGD, "bootstrap", In("data-dir")});
  EXPECT_EQ(OpenToOthers(root_ / "data-dir"), std::vector<std::string>());
  BackUpOnline();
  EXPECT_EQ(OpenToOthers(root_ / "data-dir"), std::vector<std::string>());
  EXPECT_EQ(OpenToOthers(root_ / "backup-dir"), std::vector<std::string>());
  std::filesystem::remove_all(root_ / "data-dir");
  RunToItsEnd({WAARBORGD, "restore", In("backup-dir"), In("data-dir")});
  EXPECT_EQ(OpenToOthers(root_ / "data-dir"), std::vector<std::string>());
}

TEST_F(ProcessTest, AnEmptyAddressIsRefused) {
  absl::StatusOr<Process> process = Process::Start({WAARBORGD, "serve", In("data-dir"), "--listen="}, true);
  ASSERT_TRUE(process.ok()) << process.status();
  EXPECT_EQ(process->ReadAll(), "");
  EXPECT_NE(process->Wait(), 0);
}

}  // namespace
}  // namespace waarborg
