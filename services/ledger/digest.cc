#include "services/ledger/digest.h"

#include "absl/strings/str_cat.h"
#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"
#include "services/ledger/serialized.h"
#include "services/rules/sha256.h"

namespace waarborg::ledger {

std::string Serialized(const google::protobuf::Message& message) {
  std::string bytes(message.ByteSizeLong(), '\0');
  google::protobuf::io::ArrayOutputStream stream(bytes.data(), static_cast<int>(bytes.size()));
  google::protobuf::io::CodedOutputStream coded(&stream);
  coded.SetSerializationDeterministic(true);
  message.SerializeWithCachedSizes(&coded);
  return bytes;
}

std::string DigestOf(const std::vector<absl::string_view>& parts) {
  std::string all;
  for (const absl::string_view part : parts) absl::StrAppend(&all, part.size(), ":", part);
  return rules::ToHex(rules::Sha256(all));
}

std::string DigestOf(const google::protobuf::Message& message) {
  return rules::ToHex(rules::Sha256(Serialized(message)));
}

}  // namespace waarborg::ledger
