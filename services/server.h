#ifndef WAARBORG_SERVICES_SERVER_H_
#define WAARBORG_SERVICES_SERVER_H_

// Puts the rooms together into one gRPC server over one store, with the timers beside it.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "grpcpp/channel.h"
#include "services/call/call.h"
#include "services/edge/limits.h"
#include "storage/store.h"

namespace waarborg {

struct ServerOptions {
  // `127.0.0.1:7420`, as edge/loopback.h allows; port 0 picks a free one. Nothing: in-process channels only.
  std::optional<std::string> listen;
  // Clients name the member they speak for. Refused on any address but loopback.
  bool dev_identities = false;
  // Where CreateBackup writes; empty: backups are refused.
  std::string backup_directory;
  // The virus scanner: `unix:` and the path of clamd's socket, or a loopback address with its port. Empty:
  // what comes in is not scanned.
  std::string clamd;
  // The most evidence that one region may hold, in bytes.
  std::int64_t evidence_quota_bytes = std::int64_t{100} << 30;
  // Where notices go out: the mail server (smtp:// or smtps://), the sender's address, and what the name of a
  // resource is appended to for a link. Without a mail server no notice is sent.
  std::string smtp;
  std::string mail_from;
  std::string link_base;
  // How long streams may go on when the server ends.
  absl::Duration shutdown_grace = edge::limits::kShutdownGrace;
};

// What only main.cc knows: the real clock, real randomness, where lines for the operator go, and what is free
// where the store lies.
struct World {
  std::function<absl::Time()> clock;
  call::Entropy entropy;
  std::function<void(absl::string_view)> log;
  // Null where there is no disk that could fill up.
  std::function<std::filesystem::space_info()> disk_space = nullptr;
};

// Serves from Start until it is destroyed. Destroying it finishes the calls under way and then
// cancels the streams that are still open.
class Server {
 public:
  virtual ~Server() = default;

  // The store must outlive the server. FAILED_PRECONDITION for an address that is not allowed, or a method
  // without a row in the authorization table; UNAVAILABLE when the port cannot be had.
  static absl::StatusOr<std::unique_ptr<Server>> Start(const ServerOptions& options, storage::Store& store,
                                                       const World& world);

  // Where it listens, with the port in use; empty without one.
  [[nodiscard]] virtual std::string address() const = 0;

  // The port in use; 0 without one.
  [[nodiscard]] virtual int port() const = 0;

  // A channel that needs no port.
  virtual std::shared_ptr<grpc::Channel> InProcessChannel() = 0;

  // Fires what is due and forgets old answers, as the timer thread does each second. For tests with a clock
  // of their own.
  virtual absl::Status RunTimers() = 0;

  // Has what waits in quarantine scanned, as the scanner's thread does. OK where nothing is scanned.
  virtual absl::Status RunScans() = 0;

  // The most that messages of uploads held at one moment, in bytes.
  [[nodiscard]] virtual std::size_t MostHeldByUploads() const = 0;
};

}  // namespace waarborg

#endif  // WAARBORG_SERVICES_SERVER_H_
