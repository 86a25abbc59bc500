#include "clients/cli/transfer/progress.h"

#include "absl/strings/str_cat.h"

namespace waarborg::cli {
namespace {

// Back to the beginning of the line, which is emptied.
constexpr absl::string_view kNewLine = "\r\033[K";

}  // namespace

Progress::~Progress() {
  if (shown_ >= 0) session_.err << kNewLine << std::flush;
}

void Progress::Show(std::int64_t done) {
  const std::int64_t percent = size_ == 0 ? 100 : done * 100 / size_;
  if (!session_.err_is_terminal || percent == shown_) return;
  shown_ = percent;
  session_.err << kNewLine
               << Say(session_.line.language, sentence_,
                      {{"done", absl::StrCat(done)},
                       {"size", absl::StrCat(size_)},
                       {"percent", absl::StrCat(percent)}})
               << std::flush;
}

}  // namespace waarborg::cli
