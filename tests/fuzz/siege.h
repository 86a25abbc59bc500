#ifndef WAARBORG_TESTS_FUZZ_SIEGE_H_
#define WAARBORG_TESTS_FUZZ_SIEGE_H_

// Requests that come out of chance: written anew, changed from real ones, or bytes of any kind.

#include <string>
#include <vector>

#include "tests/fuzz/author.h"
#include "tests/fuzz/chance.h"
#include "tests/fuzz/house.h"

namespace waarborg::fuzz {

class Siege final {
 public:
  // Both outlive the siege.
  Siege(Chance& chance, House& house) : chance_(chance), house_(house), author_(chance, house.known()) {}

  // A request that went well, to be changed later.
  void Keep(const Attempt& real) { kept_.push_back(real); }

  // One request to the rpc, every field of it plausible or odd.
  void SendWritten(const Method& method);
  // One request to the rpc whose bytes nobody wrote: noise, or a plausible request cut, flipped or drowned.
  void SendBytes(const Method& method);
  // The request with one to three things changed, now and then in its bytes, mostly by the same member.
  void SendChanged(const Attempt& real);
  // All at once around a real request: changes of it and of earlier ones, and requests written anew, most of
  // them to rpcs of the same service.
  void Surround(const Attempt& real);

 private:
  std::string SomeBytes(const Method& method);

  Chance& chance_;
  House& house_;
  Author author_;
  std::vector<Attempt> kept_;
  int request_ids_ = 0;
};

// Groups in groups: `depth` of them, of a field that no message has.
std::string NestedGroups(int depth);

// The message's bytes, made this long by a field that no message has. REQUIRES: room for its tag and length.
std::string PaddedTo(const std::string& bytes, std::size_t size);

}  // namespace waarborg::fuzz

#endif  // WAARBORG_TESTS_FUZZ_SIEGE_H_
