#include "services/framework/rules/content_hash.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include "services/language/die.h"
#include "services/rules/sha256.h"

namespace waarborg::framework {
namespace {

std::string DeterministicBytes(const v1::FrameworkVersion& version) {
  std::string bytes;
  google::protobuf::io::StringOutputStream stream(&bytes);
  google::protobuf::io::CodedOutputStream coded(&stream);
  coded.SetSerializationDeterministic(true);
  if (!version.SerializePartialToCodedStream(&coded)) language::Die("a framework version does not serialise");
  coded.Trim();
  return bytes;
}

}  // namespace

std::string ContentHash(const v1::FrameworkVersion& version) {
  v1::FrameworkVersion content = version;
  content.clear_content_hash();
  content.clear_publish_time();
  return rules::ToHex(rules::Sha256(DeterministicBytes(content)));
}

}  // namespace waarborg::framework
