#ifndef WAARBORG_TESTS_FUZZ_HOUSE_H_
#define WAARBORG_TESTS_FUZZ_HOUSE_H_

// The real server over a store in memory, on a clock that stands still, and a guard at its door: every call
// is held against what must be true of its answer, and of what it left behind.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "storage/store.h"
#include "tests/fuzz/answers.h"
#include "tests/fuzz/chance.h"
#include "tests/fuzz/known.h"
#include "tests/fuzz/wire.h"
#include "tests/support/running_server.h"
#include "waarborg/team/v1/team.pb.h"

namespace waarborg::fuzz {

inline constexpr char kAdministrator[] = "regions/shared/members/administrator";

struct Tally {
  int accepted = 0;
  int refused = 0;
  int unread = 0;  // refused too, but never read
};
using Tallies = std::map<std::string, Tally>;  // by rpc

// All of them in one line.
std::string Summary(const Tallies& tallies);

class House final {
 public:
  House();

  // Sends the request and notes what is wrong with the answer (answers.h) and the events (traces.h). Learns
  // from what was accepted.
  Answer Try(const Attempt& attempt);

  // Lets all timers of more than a year fire, and notes those that fail (TimersRun); then what is wrong with
  // the store (traces.h).
  void Audit();

  // Who might call: mostly someone whose role may, sometimes anyone, now and then nobody at all.
  std::string Caller(Chance& chance, const Method& method) const;

  // What is wrong, with the request and its answer.
  const Breaches& breaches() const { return breaches_; }
  const Known& known() const { return known_; }
  const Tallies& tallies() const { return tallies_; }
  testing::RunningServer& server() { return server_; }

 private:
  void Note(const Attempt& attempt, const Answer& answer, const Breaches& found);
  void Learn(const Attempt& attempt, const Answer& answer);

  testing::RunningServer server_;
  Wire wire_;
  Known known_;
  std::map<team::v1::Role, std::vector<std::string>> cast_;
  std::vector<std::string> members_;
  std::set<std::string> request_ids_;
  Tallies tallies_;
  Breaches breaches_;
};

}  // namespace waarborg::fuzz

#endif  // WAARBORG_TESTS_FUZZ_HOUSE_H_
