#include "tests/fuzz/siege.h"

#include <algorithm>
#include <iterator>
#include <memory>

#include "absl/strings/str_cat.h"
#include "clients/cpp/services.h"
#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"
#include "tests/fuzz/texts.h"

namespace waarborg::fuzz {
namespace {

using google::protobuf::Message;

// No message of ours has a field of this number.
constexpr std::uint32_t kNoField = 15000;
constexpr std::uint32_t kLengthDelimited = 2;
constexpr std::uint32_t kStartGroup = 3;
constexpr std::uint32_t kEndGroup = 4;

std::string Varint(std::uint32_t value) {
  std::string bytes;
  google::protobuf::io::StringOutputStream out(&bytes);
  google::protobuf::io::CodedOutputStream(&out).WriteVarint32(value);
  return bytes;
}

std::string Tag(std::uint32_t wire_type) { return Varint(kNoField << 3 | wire_type); }

}  // namespace

std::string NestedGroups(int depth) {
  std::string bytes;
  for (int i = 0; i < depth; ++i) absl::StrAppend(&bytes, Tag(kStartGroup));
  for (int i = 0; i < depth; ++i) absl::StrAppend(&bytes, Tag(kEndGroup));
  return bytes;
}

std::string PaddedTo(const std::string& bytes, std::size_t size) {
  const std::size_t left = size - bytes.size() - Tag(kLengthDelimited).size();
  const std::size_t length = Varint(static_cast<std::uint32_t>(left)).size();
  return absl::StrCat(bytes, Tag(kLengthDelimited), Varint(static_cast<std::uint32_t>(left - length)),
                      std::string(left - length, 'x'));
}

void Siege::SendWritten(const Method& method) {
  const std::unique_ptr<Message> request = NewMessage(*method.input_type());
  author_.Fill(*request, chance_.Pick(std::vector<int>{0, 0, 0, 5, 20, 100}));
  house_.Try(
      {.method = &method, .member = house_.Caller(chance_, method), .bytes = request->SerializeAsString()});
}

std::string Siege::SomeBytes(const Method& method) {
  const std::unique_ptr<Message> request = NewMessage(*method.input_type());
  author_.Fill(*request, 0);
  const std::string bytes = request->SerializeAsString();
  switch (chance_.Below(6)) {
    case 0:
      return AnyBytes(chance_, 300);
    case 1:
      return bytes.substr(0, static_cast<std::size_t>(chance_.Below(static_cast<int>(bytes.size()) + 1)));
    case 2:
      return absl::StrCat(bytes, NestedGroups(chance_.Percent(50) ? 90 : 5000));
    case 3:
      return absl::StrCat(bytes, kept_.empty() ? bytes : chance_.Pick(kept_).bytes);
    default:
      return Spoiled(chance_, bytes);
  }
}

void Siege::SendBytes(const Method& method) {
  house_.Try({.method = &method, .member = house_.Caller(chance_, method), .bytes = SomeBytes(method)});
}

void Siege::SendChanged(const Attempt& real) {
  Attempt attempt = real;
  const std::unique_ptr<Message> request = NewMessage(*real.method->input_type());
  request->ParseFromString(real.bytes);
  // Under its own id a changed request would only be told that the id is taken.
  const google::protobuf::FieldDescriptor* const id = client::RequestIdField(*request->GetDescriptor());
  if (id != nullptr) {
    request->GetReflection()->SetString(request.get(), id, absl::StrCat("changed-", ++request_ids_));
  }
  for (int i = chance_.Below(4); i > 0; --i) author_.Change(*request);
  attempt.bytes = request->SerializeAsString();
  if (chance_.Percent(10)) attempt.bytes = Spoiled(chance_, attempt.bytes);
  if (chance_.Percent(20)) attempt.member = house_.Caller(chance_, *real.method);
  house_.Try(attempt);
}

void Siege::Surround(const Attempt& real) {
  static const auto* const all = new std::vector<const Method*>(AllMethods());
  std::vector<const Method*> neighbours;
  std::copy_if(all->begin(), all->end(), std::back_inserter(neighbours),
               [&real](const Method* method) { return method->service() == real.method->service(); });
  for (int i = 0; i < 12; ++i) SendChanged(real);
  for (int i = 0; i < 12; ++i) SendChanged(chance_.Pick(kept_));
  for (int i = 0; i < 12; ++i) SendWritten(*chance_.Pick(*all));
  for (int i = 0; i < 24; ++i) SendWritten(*chance_.Pick(neighbours));
}

}  // namespace waarborg::fuzz
