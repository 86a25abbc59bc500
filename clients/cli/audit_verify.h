#ifndef WAARBORG_CLIENTS_CLI_AUDIT_VERIFY_H_
#define WAARBORG_CLIENTS_CLI_AUDIT_VERIFY_H_

// Recomputes a journal's RFC 9162 tree from the exact bytes of its leaves, trusting nothing but the head it
// is compared with.

#include <cstdint>
#include <optional>
#include <string>

#include "services/rules/merkle.h"
#include "waarborg/audit/v1/audit.pb.h"

namespace waarborg::cli {

// The first thing that does not hold. Sequences before it are as they should be, but for ROOT_MISMATCH: there
// the leaves are well formed and at least one of them, which cannot be told from the root, is not what was
// logged.
struct BadLeaf {
  std::int64_t sequence = 0;
  std::string reason;  // WRONG_SEQUENCE, NOT_AN_EVENT, MISSING, TOO_MANY, ROOT_MISMATCH
};

class LeafVerifier final {
 public:
  // `region` is `regions/{region}`.
  LeafVerifier(std::string region, const audit::v1::TreeHead& head)
      : region_(std::move(region)), head_(head) {}

  // The next leaf of the stream; false when it does not hold, and then there is nothing more to be learned.
  bool Add(const audit::v1::Leaf& leaf);

  // What does not hold, after the last leaf.
  [[nodiscard]] std::optional<BadLeaf> Finish() const;

  // How many leaves held.
  [[nodiscard]] std::int64_t size() const { return static_cast<std::int64_t>(frontier_.size()); }

 private:
  [[nodiscard]] std::string FaultOf(const audit::v1::Leaf& leaf) const;

  std::string region_;
  audit::v1::TreeHead head_;
  rules::Frontier frontier_;
  std::optional<BadLeaf> bad_;
};

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_AUDIT_VERIFY_H_
