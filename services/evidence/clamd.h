#ifndef WAARBORG_SERVICES_EVIDENCE_CLAMD_H_
#define WAARBORG_SERVICES_EVIDENCE_CLAMD_H_

// Asks a ClamAV daemon about a content: INSTREAM over its socket, a chunk at a time.

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "waarborg/evidence/v1/evidence.pb.h"

namespace waarborg::evidence {

struct Judgement {
  v1::Scan::Verdict verdict = v1::Scan::VERDICT_UNSPECIFIED;
  std::string finding;  // what was found, or why it could not be judged
};

// What the daemon answered to INSTREAM, taken apart.
Judgement JudgementOf(absl::string_view answer);

// Thread-safe.
class Clamd final {
 public:
  // The next piece of the content; nothing after the last.
  using Pieces = std::function<absl::StatusOr<std::optional<std::string>>()>;

  // `address` is `unix:` and a path, or a numeric address with its port.
  explicit Clamd(std::string address) : address_(std::move(address)) {}

  // FAILED when the daemon breaks off on this content, or says nothing for two minutes. UNAVAILABLE when it
  // cannot be reached; CANCELLED once `stop` says so; an error of `pieces`. Blocks.
  absl::StatusOr<Judgement> Judge(const Pieces& pieces, const std::function<bool()>& stop) const;

 private:
  const std::string address_;
};

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_CLAMD_H_
