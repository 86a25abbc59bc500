// waarborgd: serve, bootstrap, restore. The one place that knows the real clock and real randomness.

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/flags/flag.h"
#include "absl/flags/parse.h"
#include "absl/flags/usage.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "openssl/rand.h"
#include "proto/labels/labels.h"
#include "services/edge/limits.h"
#include "services/language/die.h"
#include "services/language/status_macros.h"
#include "services/ledger/ledger.h"
#include "services/server.h"
#include "services/team/bootstrap.h"
#include "storage/backup.h"
#include "storage/rocksdb/rocksdb_store.h"

ABSL_FLAG(std::string, data_dir, "", "directory of the store (made when missing)");
ABSL_FLAG(std::string, listen, "127.0.0.1:7420", "address to serve on; port 0 picks a free one");
ABSL_FLAG(bool, dev_identities, false, "serve: clients name the member they speak for (loopback only)");
ABSL_FLAG(std::string, backup_dir, "", "directory that holds the backups");
ABSL_FLAG(std::string, clamd, "", "serve: socket of clamd, unix:/run/clamav/clamd.ctl or 127.0.0.1:3310");
ABSL_FLAG(std::int64_t, evidence_quota, std::int64_t{100} << 30, "serve: evidence a region may hold, bytes");
ABSL_FLAG(std::string, smtp, "", "serve: mail server for notices, smtp://127.0.0.1:25; none: no notices");
ABSL_FLAG(std::string, mail_from, "", "serve: address that notices come from");
ABSL_FLAG(std::string, link_base, "", "serve: what the name of a resource is appended to for a link");
ABSL_FLAG(std::string, member, "administrator", "bootstrap: id of the first administrator");
ABSL_FLAG(std::string, display_name, "Administrator", "bootstrap: name of the first administrator");
ABSL_FLAG(unsigned, number, 0, "restore: which backup; 0 is the latest");

namespace waarborg {
namespace {

constexpr int kExitUsage = 2;

void AskForRandom(char* bytes, std::size_t count) {
  if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes), static_cast<int>(count)) != 1) {
    language::Die("the system has no randomness to give");
  }
}

// Asking libcrypto costs more than the bytes it gives, so each thread asks for many at once.
void FillRandom(char* bytes, std::size_t count) {
  thread_local std::array<char, 1024> stock{};
  thread_local std::size_t left = 0;
  if (count > stock.size()) return AskForRandom(bytes, count);
  if (count > left) {
    AskForRandom(stock.data(), stock.size());
    left = stock.size();
  }
  left -= count;
  std::copy_n(stock.data() + left, count, bytes);
}

// Of the disk that holds the store; endless when the system does not tell.
std::filesystem::space_info DiskSpace() {
  std::error_code unknown;
  return std::filesystem::space(absl::GetFlag(FLAGS_data_dir), unknown);
}

World RealWorld() {
  return {.clock = [] { return absl::Now(); },
          .entropy = FillRandom,
          .log = [](absl::string_view line) { std::cerr << "waarborgd: " << line << std::endl; },
          .disk_space = &DiskSpace};
}

absl::StatusOr<std::unique_ptr<storage::Store>> OpenStore() {
  const std::string directory = absl::GetFlag(FLAGS_data_dir);
  if (directory.empty()) return absl::InvalidArgumentError("--data-dir is required");
  return storage::Open({.directory = directory,
                        .queue_capacity = edge::limits::kWaitingWrites,
                        .create_time_micros = absl::ToUnixMicros(absl::Now())});
}

// Waits for SIGINT or SIGTERM, which every thread started before holds back.
void WaitForSignal(const sigset_t& signals) {
  int received = 0;
  sigwait(&signals, &received);
}

absl::Status Serve() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  ASSIGN_OR_RETURN(const std::unique_ptr<storage::Store> store, OpenStore());
  const ServerOptions options{.listen = absl::GetFlag(FLAGS_listen),
                              .dev_identities = absl::GetFlag(FLAGS_dev_identities),
                              .backup_directory = absl::GetFlag(FLAGS_backup_dir),
                              .clamd = absl::GetFlag(FLAGS_clamd),
                              .evidence_quota_bytes = absl::GetFlag(FLAGS_evidence_quota),
                              .smtp = absl::GetFlag(FLAGS_smtp),
                              .mail_from = absl::GetFlag(FLAGS_mail_from),
                              .link_base = absl::GetFlag(FLAGS_link_base)};
  ASSIGN_OR_RETURN(const std::unique_ptr<Server> server, Server::Start(options, *store, RealWorld()));
  std::cout << "waarborgd: listening on " << server->address() << std::endl;
  WaitForSignal(signals);
  return absl::OkStatus();
}

absl::Status Bootstrap() {
  ASSIGN_OR_RETURN(const std::unique_ptr<storage::Store> store, OpenStore());
  ledger::Ledger ledger(*store, [] { return absl::Now(); });
  const call::Call call{.caller = call::SystemCaller("shared"),
                        .region = "shared",
                        .method = "waarborgd/bootstrap",
                        .request_id = "",
                        .traceparent = "",
                        .now = absl::Now(),
                        .deadline = absl::InfiniteFuture(),
                        .entropy = FillRandom};
  RETURN_IF_ERROR(ledger.RunAndWait(call, [](ledger::UnitOfWork& unit) {
    return team::BootstrapAdministrator(unit, absl::GetFlag(FLAGS_member), absl::GetFlag(FLAGS_display_name));
  }));
  std::cout << "waarborgd: regions/shared/members/" << absl::GetFlag(FLAGS_member) << " is administrator"
            << std::endl;
  return absl::OkStatus();
}

absl::Status Restore() {
  if (absl::GetFlag(FLAGS_data_dir).empty() || absl::GetFlag(FLAGS_backup_dir).empty()) {
    return absl::InvalidArgumentError("restore needs --backup-dir and --data-dir");
  }
  RETURN_IF_ERROR(storage::RestoreBackup(absl::GetFlag(FLAGS_backup_dir), absl::GetFlag(FLAGS_number),
                                         absl::GetFlag(FLAGS_data_dir)));
  std::cout << "waarborgd: restored into " << absl::GetFlag(FLAGS_data_dir) << std::endl;
  return absl::OkStatus();
}

// People write --data-dir; the flags library knows data_dir.
void UnderscoreFlags(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    if (!absl::StartsWith(argv[i], "--")) continue;
    for (char* c = argv[i] + 2; *c != '\0' && *c != '='; ++c) {
      if (*c == '-') *c = '_';
    }
  }
}

// In the language of the locale: Dutch, or else English.
std::string Usage() {
  std::string locale;
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(variable);
    if (locale.empty() && value != nullptr) locale = value;
  }
  const labels::Sentence* usage = labels::MessageOf("WAARBORGD_USAGE");
  if (usage == nullptr) language::Die("the labels have no usage of this program");
  return absl::StartsWith(locale, "nl") ? usage->nl : usage->en;
}

bool AsksForHelp(int argc, char** argv) {
  const std::vector<absl::string_view> words(argv + 1, argv + argc);
  return std::any_of(words.begin(), words.end(), [&words](absl::string_view word) {
    return word == "--help" || word == "-h" || (word == "help" && words.size() == 1);
  });
}

int Main(int argc, char** argv) {
  // Case files are nobody else's: neither the store nor a backup nor a restored store.
  umask(S_IRWXG | S_IRWXO);
  if (AsksForHelp(argc, argv)) {
    std::cout << "waarborgd: " << Usage() << std::endl;
    return EXIT_SUCCESS;
  }
  absl::SetProgramUsageMessage(Usage());
  UnderscoreFlags(argc, argv);
  const std::vector<char*> words = absl::ParseCommandLine(argc, argv);
  const std::string command = words.size() > 1 ? words[1] : "serve";
  absl::Status status;
  if (words.size() > 2 || (command != "serve" && command != "bootstrap" && command != "restore")) {
    std::cerr << "waarborgd: " << Usage() << std::endl;
    return kExitUsage;
  }
  if (command == "serve") status = Serve();
  if (command == "bootstrap") status = Bootstrap();
  if (command == "restore") status = Restore();
  if (status.ok()) return EXIT_SUCCESS;
  std::cerr << "waarborgd: " << status.message() << std::endl;
  return status.code() == absl::StatusCode::kInvalidArgument ? kExitUsage : EXIT_FAILURE;
}

}  // namespace
}  // namespace waarborg

int main(int argc, char** argv) { return waarborg::Main(argc, argv); }
