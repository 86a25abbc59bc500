#include "tests/golden/frameworks.h"

#include <google/protobuf/util/json_util.h>

#include <fstream>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "services/language/die.h"

namespace waarborg::framework {
namespace {

v1::FrameworkVersion Parse(const std::string& path) {
  v1::FrameworkVersion version;
  const auto status = google::protobuf::util::JsonStringToMessage(ReadSourceFile(path), &version);
  if (!status.ok()) language::Die(absl::StrCat(path, ": ", std::string(status.ToString())));
  return version;
}

}  // namespace

const v1::FrameworkVersion& Dkk2019() {
  static const v1::FrameworkVersion version = Parse("services/framework/data/dkk-2019.json");
  return version;
}

const v1::FrameworkVersion& SecondFramework() {
  static const v1::FrameworkVersion version = Parse("tests/golden/second_framework.json");
  return version;
}

std::string ReadSourceFile(const std::string& path) {
  std::ifstream file(absl::StrCat(WAARBORG_SOURCE_DIR, "/", path));
  if (!file) language::Die(absl::StrCat("cannot read ", path));
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace waarborg::framework
