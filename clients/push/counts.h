#ifndef WAARBORG_CLIENTS_PUSH_COUNTS_H_
#define WAARBORG_CLIENTS_PUSH_COUNTS_H_

#include <cstdint>
#include <mutex>
#include <optional>

#include "clients/cli/exit_status.h"

namespace waarborg::push {

// What became of the reports.
struct Figures {
  std::int64_t read = 0;
  std::int64_t known = 0;         // acknowledged before this run
  std::int64_t acknowledged = 0;  // by this run, and noted in the file of acknowledgements
  std::int64_t refused = 0;
  std::optional<cli::ExitStatus> refusal;  // the lowest of what the refusals amount to

  [[nodiscard]] std::int64_t unanswered() const { return read - known - acknowledged - refused; }
};

// Thread-safe.
class Counts final {
 public:
  void AddRead();
  void AddKnown();
  void AddAcknowledged();
  void AddRefused(cli::ExitStatus status);
  [[nodiscard]] Figures Look() const;

 private:
  mutable std::mutex mutex_;
  Figures figures_;
};

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_COUNTS_H_
