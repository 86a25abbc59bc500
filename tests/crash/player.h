#ifndef WAARBORG_TESTS_CRASH_PLAYER_H_
#define WAARBORG_TESTS_CRASH_PLAYER_H_

// Plays the sample case against a server that may be gone at any moment, as a patient client does: the same
// request under the same id until there is an answer. Keeps what was acknowledged outside the server.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "clients/cli/demo/act.h"
#include "clients/cli/demo/sample.h"
#include "clients/cli/session.h"
#include "clients/cpp/client.h"
#include "nlohmann/json.hpp"

namespace waarborg::testing {

// One request and the answer it got.
struct Acknowledged {
  cli::demo::Act act;
  nlohmann::json answer;
};

// Not thread-safe.
class Player final {
 public:
  explicit Player(const std::string& address);

  // The regions, their people and providers.
  void SetTheScene();
  // Every case of the sample; `acknowledged` is called after each answer.
  void PlayTheCases(const std::function<void()>& acknowledged);
  // The answer to that request now.
  nlohmann::json AskAgain(const cli::demo::Act& act);

  // What the journal tells of the providers of the cases, in order: kind, states, level and role of each
  // event.
  std::vector<std::string> Story();
  // The exit status of `waarborg audit verify`.
  int Verify();

  [[nodiscard]] int steps() const;
  [[nodiscard]] const std::vector<Acknowledged>& acts() const { return acts_; }

 private:
  void PlayCase(int number, const cli::demo::Script& script, const std::function<void()>& acknowledged);

  std::shared_ptr<grpc::Channel> channel_;
  client::Client client_;
  cli::CommandLine line_;
  cli::Session session_;
  cli::demo::Sample sample_;
  std::vector<Acknowledged> acts_;
  std::vector<std::string> providers_;
};

}  // namespace waarborg::testing

#endif  // WAARBORG_TESTS_CRASH_PLAYER_H_
