#include "tests/fuzz/wire.h"

#include <chrono>
#include <set>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "grpcpp/client_context.h"
#include "grpcpp/completion_queue.h"
#include "services/call/authorization.h"
#include "services/language/die.h"
#include "waarborg/watch/v1/watch.pb.h"

namespace waarborg::fuzz {
namespace {

using google::protobuf::DescriptorPool;
using google::protobuf::Message;
using google::protobuf::ServiceDescriptor;

// So long that only a server that does not answer reaches it.
constexpr std::chrono::seconds kPatience{30};
constexpr std::size_t kShown = 3000;

std::string BytesOf(const grpc::ByteBuffer& buffer) {
  std::vector<grpc::Slice> slices;
  std::string bytes;
  if (!buffer.Dump(&slices).ok()) return bytes;
  for (const grpc::Slice& slice : slices) {
    bytes.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  }
  return bytes;
}

bool IsWatch(const Method& method) {
  return method.server_streaming() && method.output_type() == watch::v1::WatchUpdate::descriptor();
}

// One call on its own queue, one operation at a time.
class Exchange final {
 public:
  explicit Exchange(const std::string& member) {
    if (!member.empty()) context_.AddMetadata("waarborg-member", member);
  }
  ~Exchange() {
    queue_.Shutdown();
    void* tag = nullptr;
    bool ok = false;
    while (queue_.Next(&tag, &ok)) continue;
  }

  Answer Run(grpc::GenericStub& stub, const std::string& path, const std::string& bytes, bool endless) {
    const grpc::Slice slice(bytes);
    const grpc::ByteBuffer request(&slice, 1);
    const auto call = stub.PrepareCall(&context_, path, &queue_);
    call->StartCall(this);
    if (Wait()) {
      call->WriteLast(request, grpc::WriteOptions(), this);
      Wait();
      grpc::ByteBuffer message;
      for (call->Read(&message, this); Wait(); call->Read(&message, this)) {
        answer_.messages.push_back(BytesOf(message));
        if (endless) context_.TryCancel();
      }
    }
    call->Finish(&answer_.status, this);
    Wait();
    if (endless && !answer_.messages.empty()) answer_.status = grpc::Status::OK;
    return std::move(answer_);
  }

 private:
  bool Wait() {
    void* tag = nullptr;
    bool ok = false;
    const auto until = std::chrono::system_clock::now() + kPatience;
    if (queue_.AsyncNext(&tag, &ok, until) == grpc::CompletionQueue::GOT_EVENT) return ok;
    answer_.in_time = false;
    context_.TryCancel();
    return queue_.Next(&tag, &ok) && ok;
  }

  grpc::ClientContext context_;
  grpc::CompletionQueue queue_;
  Answer answer_;
};

}  // namespace

std::string Attempt::ToString() const {
  const std::unique_ptr<Message> request = NewMessage(*method->input_type());
  const bool parses = request->ParseFromString(bytes);
  const std::string text = parses ? request->ShortDebugString() : absl::CHexEscape(bytes);
  return absl::StrCat(method->full_name(), " as ", member.empty() ? "nobody" : member, ", ", bytes.size(),
                      parses ? " bytes: " : " bytes that are no message: ", text.substr(0, kShown));
}

std::vector<const Method*> AllMethods() {
  std::set<std::string> services;
  for (const std::string& row : call::AuthorizedMethods()) services.insert(row.substr(0, row.find('/')));
  std::vector<const Method*> methods;
  for (const std::string& name : services) {
    const ServiceDescriptor* const service = DescriptorPool::generated_pool()->FindServiceByName(name);
    if (service == nullptr) language::Die(absl::StrCat("no service ", name));
    for (int i = 0; i < service->method_count(); ++i) {
      const Method* const method = service->method(i);
      if (!method->client_streaming() || !method->server_streaming()) methods.push_back(method);
    }
  }
  return methods;
}

std::unique_ptr<Message> NewMessage(const google::protobuf::Descriptor& type) {
  return std::unique_ptr<Message>(
      google::protobuf::MessageFactory::generated_factory()->GetPrototype(&type)->New());
}

Answer Wire::Send(const Attempt& attempt) {
  const std::string path =
      absl::StrCat("/", attempt.method->service()->full_name(), "/", attempt.method->name());
  return Exchange(attempt.member).Run(stub_, path, attempt.bytes, IsWatch(*attempt.method));
}

}  // namespace waarborg::fuzz
