#ifndef WAARBORG_SERVICES_NOTICE_POSTMAN_H_
#define WAARBORG_SERVICES_NOTICE_POSTMAN_H_

// Reads the journals for members who are called upon, keeps for each what they are to be told, and sends it
// when it is due. Of several servers on one store one works on a region at a time, under a lease. What was
// sent before the store knew of it is sent again, under the same message id.

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/ledger/ledger.h"
#include "services/notice/letter.h"
#include "services/notice/mailer.h"
#include "waarborg/audit/v1/audit.pb.h"
#include "waarborg/internal/v1/notices.pb.h"

namespace waarborg::notice {

// So long a server holds a region; longer than one mail may take.
inline constexpr absl::Duration kLease = absl::Minutes(2);
// A box holds no more: whoever has so much waiting looks anyway.
inline constexpr int kMostItems = 100;

// A member whom an event calls upon, and where.
struct Calling {
  std::string member;
  std::string resource;
};
// `reader` shows the region as it is now.
using CalledUpon = std::function<absl::StatusOr<std::vector<Calling>>(const storage::Reader& reader,
                                                                      const audit::v1::Event& event)>;

// What surrounds a postman.
struct Round {
  std::string holder;  // who this server is: another name for each
  Sender sender;
  CalledUpon called_upon;
  std::function<void(absl::string_view)> log;
  std::function<bool()> stopping = nullptr;  // asked before each region and each mail; null: never
};

// One thread at a time.
class Postman final {
 public:
  // Both must outlive it.
  Postman(ledger::Ledger& ledger, Mailer& mailer, Round round)
      : ledger_(ledger), mailer_(mailer), round_(std::move(round)) {}

  // Looks at every region that no other server holds; a bounded number of events and mails each. A mail that
  // cannot be sent is no error: it is tried again later, and said in the log when it is given up. A region
  // starts where its journal ends when it is first looked at. Ends early when the round is stopping.
  absl::Status RunOnce();

 private:
  [[nodiscard]] bool Stopping() const { return round_.stopping != nullptr && round_.stopping(); }
  absl::StatusOr<std::vector<std::string>> Regions() const;
  // False when another server holds the region.
  absl::StatusOr<bool> Claim(const std::string& region);
  absl::Status Collect(const std::string& region);
  absl::Status Keep(const std::string& region, std::int64_t from, std::int64_t to,
                    const std::map<std::string, std::vector<internal::v1::NoticeItem>>& items);
  absl::Status Deliver(const std::string& region);
  // False when the mail server is not there: then there is no use in the next.
  absl::StatusOr<bool> SendOne(const std::string& member_key, const std::string& region,
                               const std::string& member);
  // After a mail: what it told of is taken out, or waits for the next attempt. What was tried for too long is
  // given up: then true.
  absl::StatusOr<bool> Settle(const std::string& key, int told, bool there);

  ledger::Ledger& ledger_;
  Mailer& mailer_;
  const Round round_;
};

}  // namespace waarborg::notice

#endif  // WAARBORG_SERVICES_NOTICE_POSTMAN_H_
