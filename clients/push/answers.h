#ifndef WAARBORG_CLIENTS_PUSH_ANSWERS_H_
#define WAARBORG_CLIENTS_PUSH_ANSWERS_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "clients/push/acks.h"
#include "clients/push/counts.h"
#include "clients/push/notices.h"
#include "clients/push/refusals.h"
#include "clients/push/window.h"

namespace waarborg::push {

// What is done with an answer: a receipt is noted, an error told, and what the server could not say now is
// asked again. Nothing is counted before it is noted durably. Not thread-safe.
class Answers final {
 public:
  // `acks` may be null: then nothing is noted. All must outlive it.
  Answers(AcksFile* acks, Refusals& refusals, Counts& counts, Notices& notices)
      : acks_(acks), refusals_(refusals), counts_(counts), notices_(notices) {}

  // False when the item is to be sent again: the error is of the server's moment, not of the item.
  bool Take(const Window::Held& item, const incident::v1::PushResult& result);

  // Makes durable, counts and shows what was taken; false when it cannot be noted.
  [[nodiscard]] bool Settle();

 private:
  struct Settled {
    Window::Held item;
    std::optional<cli::ExitStatus> refusal;
  };

  [[nodiscard]] bool IsToBeSentAgain(const Item& item, grpc::StatusCode code);

  AcksFile* const acks_;
  Refusals& refusals_;
  Counts& counts_;
  Notices& notices_;
  std::vector<Settled> settled_;
  std::map<std::string, int> failures_;  // of items that the server failed on
};

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_ANSWERS_H_
