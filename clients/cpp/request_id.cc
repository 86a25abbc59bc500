#include "clients/cpp/request_id.h"

#include <cstdint>
#include <random>

#include "absl/strings/str_format.h"
#include "clients/cpp/services.h"

namespace waarborg::client {

std::string NewRequestId() {
  std::random_device device;
  std::uniform_int_distribution<std::uint64_t> any;
  const std::uint64_t high = (any(device) & 0xffffffffffff0fffULL) | 0x4000ULL;
  const std::uint64_t low = (any(device) & 0x3fffffffffffffffULL) | 0x8000000000000000ULL;
  return absl::StrFormat("%08x-%04x-%04x-%04x-%012x", high >> 32U, (high >> 16U) & 0xffffU, high & 0xffffU,
                         low >> 48U, low & 0xffffffffffffULL);
}

void FillRequestId(google::protobuf::Message& request) {
  const google::protobuf::FieldDescriptor* field = RequestIdField(*request.GetDescriptor());
  if (field == nullptr || !request.GetReflection()->GetString(request, field).empty()) return;
  request.GetReflection()->SetString(&request, field, NewRequestId());
}

}  // namespace waarborg::client
