#ifndef WAARBORG_CLIENTS_PUSH_NOTICES_H_
#define WAARBORG_CLIENTS_PUSH_NOTICES_H_

#include <mutex>
#include <ostream>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "clients/cli/style.h"
#include "clients/push/counts.h"

namespace waarborg::push {

// What is said while the program runs: lines, and on a terminal one line below them that says how far it is.
// Thread-safe.
class Notices final {
 public:
  Notices(std::ostream& err, cli::Style style, bool terminal)
      : err_(err), style_(style), terminal_(terminal) {}
  ~Notices();
  Notices(const Notices&) = delete;
  Notices& operator=(const Notices&) = delete;

  // `lines` end with a newline.
  void Tell(absl::string_view lines);
  void Tell(absl::string_view sentence, const cli::Values& values);
  // A few times a second at most; nothing where no terminal is.
  void Show(const Figures& figures);

  [[nodiscard]] const cli::Style& style() const { return style_; }

 private:
  void Clear();

  std::ostream& err_;
  const cli::Style style_;
  const bool terminal_;
  std::mutex mutex_;
  absl::Time shown_ = absl::InfinitePast();
  bool dirty_ = false;
};

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_NOTICES_H_
