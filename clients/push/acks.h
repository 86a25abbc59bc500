#ifndef WAARBORG_CLIENTS_PUSH_ACKS_H_
#define WAARBORG_CLIENTS_PUSH_ACKS_H_

#include <memory>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "clients/cli/fault.h"
#include "clients/push/item.h"

namespace waarborg::push {

// The file of acknowledgements: one line of JSON for each report of which the server has said that it is
// durable:
//
//   {"source":"urn:nld:kvknr:99900117","id":"m-1","payloadDigest":"...","incident":"regions/nmd/incidents/...",
//    "receiptNumber":"2026-000017","receiveTime":"2026-01-31T13:05:00Z","place":"reports.csv:12"}
//
// A line is written after the acknowledgement came, and synced before anything is built on it. What stands in
// the file when it is opened need not be sent again. It may be removed between two runs: then all is sent
// again, and answered with the first receipts. One program at a time has it. Not thread-safe, but for Knows.
class AcksFile final {
 public:
  // Makes the file when it is not there, cuts off a last line that was not written whole, and passes lines
  // that cannot be read. Faults: PUSH_ACKS_UNUSABLE, PUSH_ACKS_IN_USE.
  static cli::Parsed<std::unique_ptr<AcksFile>> Open(const std::string& path);
  ~AcksFile();
  AcksFile(const AcksFile&) = delete;
  AcksFile& operator=(const AcksFile&) = delete;

  // Whether this content under this id was acknowledged before the file was opened.
  [[nodiscard]] bool Knows(const Item& item) const;
  // How many such contents there are; each is held in memory, in some 20 bytes.
  [[nodiscard]] std::size_t known() const { return known_.size(); }

  void Add(const Item& item, const incident::v1::IncidentReceipt& receipt);
  // Writes and syncs what was added; false when that failed.
  [[nodiscard]] bool Sync();

 private:
  explicit AcksFile(int file) : file_(file) {}
  void Load();

  const int file_;
  absl::flat_hash_set<std::string> known_;
  std::string added_;
};

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_ACKS_H_
