#ifndef WAARBORG_TESTS_LOAD_STAGE_H_
#define WAARBORG_TESTS_LOAD_STAGE_H_

// What is measured: the product with the sample region, and beside it an echo and a bare store.

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "storage/store.h"
#include "tests/crash/server_process.h"
#include "tests/load/closed_loop.h"
#include "tests/load/figures.h"
#include "tests/load/recording.h"
#include "tests/load/settings.h"

namespace waarborg::load {

// Progress, apart from the figures.
void Say(absl::string_view what);

class Stage final {
 public:
  static absl::StatusOr<std::unique_ptr<Stage>> Open(const Settings& settings);

  // The product as a process of its own; another one after Restart.
  [[nodiscard]] testing::ServerProcess& product() { return *product_; }
  // The same store, served anew: with the memory of a server that has done nothing yet.
  absl::Status Restart();

  [[nodiscard]] const testing::Process& echo() const { return *echo_; }
  [[nodiscard]] const std::string& echo_address() const { return echo_address_; }
  [[nodiscard]] storage::Store& store() { return *store_; }
  [[nodiscard]] const Recording& recording() const { return *recording_; }

 private:
  absl::Status StartEcho(const Settings& settings);
  absl::Status StartProduct();
  void StopProduct();

  std::string waarborgd_;
  std::string product_directory_;
  std::optional<testing::Process> echo_;
  std::string echo_address_;
  std::unique_ptr<storage::Store> store_;
  std::optional<Recording> recording_;
  std::optional<testing::ServerProcess> product_;
};

// One measurement with these shots; an error when a call fails.
absl::StatusOr<Measured> Fire(ClosedLoop& loop, const NextShot& shots, const testing::Process& server,
                              absl::Duration length);

}  // namespace waarborg::load

#endif  // WAARBORG_TESTS_LOAD_STAGE_H_
