#ifndef WAARBORG_CLIENTS_PUSH_DESK_H_
#define WAARBORG_CLIENTS_PUSH_DESK_H_

#include <cstddef>
#include <memory>
#include <optional>

#include "clients/push/acks.h"
#include "clients/push/counts.h"
#include "clients/push/delivery.h"
#include "clients/push/intake.h"
#include "clients/push/notices.h"
#include "clients/push/options.h"
#include "clients/push/refusals.h"
#include "clients/push/spool.h"
#include "clients/push/stop.h"
#include "clients/push/window.h"

namespace waarborg::push {

// More than the server reads ahead (128 items, 4 MiB), so that it never waits for the next; and all of its
// input that the program holds.
inline constexpr std::size_t kWindowItems = 256;
inline constexpr std::size_t kWindowBytes = std::size_t{8} << 20;

// Everything that one run uses, opened before anything is sent: one thread reads, one delivers, and one sees
// to it that both end when the program has to.
class Desk final {
 public:
  // `options` and `notices` must outlive it.
  Desk(const Options& options, Notices& notices) : options_(options), notices_(notices) {}

  // Faults: FILE_UNREADABLE, and those of Refusals, Spool and AcksFile.
  std::optional<cli::Fault> Open();

  // Called once, after Open.
  Outcome Deliver(const std::shared_ptr<grpc::Channel>& channel, const Stop& stop);

  [[nodiscard]] Figures figures() const { return counts_.Look(); }
  // Why, after kGivenUp and kBarred.
  [[nodiscard]] const client::ApiError& error() const { return error_; }

 private:
  [[nodiscard]] DeliveryOptions HowToDeliver() const;
  void Read(const Stop& stop);

  const Options& options_;
  Notices& notices_;
  Counts counts_;
  Window window_{kWindowItems, kWindowBytes};
  std::unique_ptr<Refusals> refusals_;
  std::unique_ptr<Spool> spool_;
  std::unique_ptr<AcksFile> acks_;
  client::ApiError error_;
};

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_DESK_H_
