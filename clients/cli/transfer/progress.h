#ifndef WAARBORG_CLIENTS_CLI_TRANSFER_PROGRESS_H_
#define WAARBORG_CLIENTS_CLI_TRANSFER_PROGRESS_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "clients/cli/session.h"

namespace waarborg::cli {

// One line on a terminal that says how far a transfer is; nothing anywhere else.
class Progress final {
 public:
  // `sentence` takes {done}, {size} and {percent}.
  Progress(const Session& session, absl::string_view sentence, std::int64_t size)
      : session_(session), sentence_(sentence), size_(size) {}
  // Clears the line.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void Show(std::int64_t done);

 private:
  const Session& session_;
  const std::string sentence_;
  const std::int64_t size_;
  std::int64_t shown_ = -1;
};

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_TRANSFER_PROGRESS_H_
