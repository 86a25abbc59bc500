#ifndef WAARBORG_SERVICES_EDGE_STREAM_H_
#define WAARBORG_SERVICES_EDGE_STREAM_H_

// A server stream that pulls one item at a time: the next is asked for when the last has been taken by the
// transport, so a slow reader holds one item and no more.

#include <functional>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "grpcpp/support/server_callback.h"
#include "services/call/call.h"
#include "services/call/error.h"

namespace waarborg::edge {

// Owns itself; gRPC calls OnDone when nothing refers to it any more.
template <class Item>
class Stream final : public grpc::ServerWriteReactor<Item> {
 public:
  using Translate = std::function<grpc::Status(const absl::Status&)>;

  Stream(absl::StatusOr<call::Source<Item>> source, Translate translate, std::function<absl::Time()> clock,
         absl::Time deadline)
      : source_(std::move(source)),
        translate_(std::move(translate)),
        clock_(std::move(clock)),
        deadline_(deadline) {
    Next();
  }

  void OnWriteDone(bool ok) override {
    if (ok) {
      Next();
    } else {
      this->Finish(grpc::Status::CANCELLED);
    }
  }
  void OnDone() override { delete this; }

 private:
  void Next() {
    if (!source_.ok()) return this->Finish(translate_(source_.status()));
    if (clock_() > deadline_) {
      return this->Finish(translate_(call::Error(absl::StatusCode::kDeadlineExceeded, "DEADLINE_PASSED")));
    }
    absl::StatusOr<std::optional<Item>> item = (*source_)();
    if (!item.ok() || !item->has_value()) return this->Finish(translate_(item.status()));
    item_ = **std::move(item);
    this->StartWrite(&item_);
  }

  absl::StatusOr<call::Source<Item>> source_;
  Translate translate_;
  std::function<absl::Time()> clock_;
  absl::Time deadline_;
  Item item_;
};

}  // namespace waarborg::edge

#endif  // WAARBORG_SERVICES_EDGE_STREAM_H_
