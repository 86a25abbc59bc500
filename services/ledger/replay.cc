#include "services/ledger/replay.h"

#include <memory>

#include "absl/strings/str_cat.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/message.h"
#include "services/ledger/personal_text.h"
#include "services/ledger/serialized.h"

namespace waarborg::ledger {
namespace {

std::unique_ptr<google::protobuf::Message> NewMessage(const std::string& type) {
  const google::protobuf::Descriptor* descriptor =
      google::protobuf::DescriptorPool::generated_pool()->FindMessageTypeByName(type);
  if (descriptor == nullptr) return nullptr;
  return std::unique_ptr<google::protobuf::Message>(
      google::protobuf::MessageFactory::generated_factory()->GetPrototype(descriptor)->New());
}

}  // namespace

absl::Status RestoreTexts(audit::v1::Event& event, const internal::v1::PersonalTexts& personal,
                          const Discretion& discretion) {
  for (audit::v1::RecordChange& change : *event.mutable_changes()) {
    if (change.type().empty()) continue;
    const std::unique_ptr<google::protobuf::Message> message = NewMessage(change.type());
    if (message == nullptr || !message->ParseFromString(change.after())) {
      return absl::DataLossError(absl::StrCat("an after-image is no ", change.type()));
    }
    if (!discretion(*message)) continue;
    PutBack(*message, personal);
    change.set_after(Serialized(*message));
  }
  PutBack(event, personal);
  return absl::OkStatus();
}

void Apply(const audit::v1::Event& event, ReplayedState& state) {
  for (const audit::v1::RecordChange& change : event.changes()) {
    const std::pair<int, std::string> at(change.table(), change.key());
    if (change.type().empty()) {
      state.erase(at);
    } else {
      state[at] = change.after();
    }
  }
}

}  // namespace waarborg::ledger
