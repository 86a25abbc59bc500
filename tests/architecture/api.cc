#include "tests/architecture/api.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "services/call/code.h"
#include "services/language/die.h"
#include "tests/architecture/source_tree.h"

namespace waarborg::architecture {
namespace {

namespace protobuf = google::protobuf;

std::vector<const protobuf::FileDescriptor*> Find() {
  std::vector<const protobuf::FileDescriptor*> files;
  for (const std::string& path : FilesBelow({"proto"}, {".proto"})) {
    const std::string name(absl::StripPrefix(path, "proto/"));
    files.push_back(protobuf::DescriptorPool::generated_pool()->FindFileByName(name));
    if (files.back() == nullptr) language::Die(absl::StrCat(path, " is not built"));
  }
  return files;
}

void AddCodes(const protobuf::EnumDescriptor& type, std::set<std::string>& codes) {
  const std::string prefix = call::CodePrefix(type);
  for (int i = 0; i < type.value_count(); ++i) {
    codes.insert(type.value(i)->name());
    codes.emplace(absl::StripPrefix(type.value(i)->name(), prefix));
  }
}

void AddCodes(const protobuf::Descriptor& type, std::set<std::string>& codes) {
  for (int i = 0; i < type.enum_type_count(); ++i) AddCodes(*type.enum_type(i), codes);
  for (int i = 0; i < type.nested_type_count(); ++i) AddCodes(*type.nested_type(i), codes);
}

}  // namespace

const std::vector<const protobuf::FileDescriptor*>& ProtoFiles() {
  static const auto* const files = new std::vector<const protobuf::FileDescriptor*>(Find());
  return *files;
}

std::set<std::string> Methods() {
  std::set<std::string> methods;
  for (const protobuf::FileDescriptor* file : ProtoFiles()) {
    for (int s = 0; s < file->service_count(); ++s) {
      const protobuf::ServiceDescriptor& service = *file->service(s);
      for (int m = 0; m < service.method_count(); ++m) {
        methods.insert(absl::StrCat(service.full_name(), "/", service.method(m)->name()));
      }
    }
  }
  return methods;
}

std::set<std::string> EnumCodes() {
  std::set<std::string> codes;
  for (const protobuf::FileDescriptor* file : ProtoFiles()) {
    for (int i = 0; i < file->enum_type_count(); ++i) AddCodes(*file->enum_type(i), codes);
    for (int i = 0; i < file->message_type_count(); ++i) AddCodes(*file->message_type(i), codes);
  }
  return codes;
}

}  // namespace waarborg::architecture
