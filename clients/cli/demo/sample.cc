#include "clients/cli/demo/sample.h"

#include <optional>
#include <sstream>
#include <utility>

#include "absl/strings/str_cat.h"
#include "clients/cli/text_file.h"
#include "clients/cli/transfer/content_digest.h"

namespace waarborg::cli::demo {
namespace {

using nlohmann::json;

struct Part {
  const char* file;
  const char* rpc;
};

// In this order: each stands on the one before.
constexpr Part kParts[] = {
    {"region.json", "CreateRegion"},      {"providers.json", "CreateProvider"},
    {"locations.json", "CreateLocation"}, {"contracts.json", "CreateContract"},
    {"members.json", "CreateMember"},
};

constexpr const char* kRegions[] = {"nmd", "care-office"};
constexpr const char* kCases[] = {"1-ladder.json", "2-good.json", "3-acute.json"};

Fault Unreadable(const std::string& path) { return {"SAMPLE_UNREADABLE", {{"file", path}}}; }

Parsed<std::string> ReadText(const std::string& path) {
  std::istringstream nothing;
  return ReadTextFile(path, nothing);
}

Parsed<json> ReadJson(const std::string& path) {
  const Parsed<std::string> text = ReadText(path);
  if (!text.ok()) return Unreadable(path);
  json content = json::parse(*text, nullptr, /*allow_exceptions=*/false);
  if (!content.is_structured()) return Unreadable(path);
  return content;
}

std::optional<Fault> AddPart(const std::string& path, const char* rpc, std::vector<SampleRequest>& scene) {
  Parsed<json> content = ReadJson(path);
  if (!content.ok()) return content.error();
  if (content->is_object()) *content = json::array({*content});
  for (json& request : *content) scene.push_back({.rpc = rpc, .request = std::move(request)});
  return std::nullopt;
}

std::optional<Fault> AddCase(const std::string& folder, const char* file, std::vector<Script>& cases) {
  const std::string path = absl::StrCat(folder, file);
  const Parsed<std::string> text = ReadText(path);
  std::optional<Script> script = text.ok() ? ParseScript(*text) : std::nullopt;
  if (!script.has_value()) return Unreadable(path);
  for (ScriptStep& step : script->steps) {
    if (step.file.empty()) continue;
    step.file.insert(0, folder);
    const std::optional<ContentDigest> content = DigestOfFile(step.file);
    if (!content.has_value() || content->size == 0) return Unreadable(step.file);
  }
  cases.push_back(*std::move(script));
  return std::nullopt;
}

}  // namespace

Parsed<Sample> ReadSample(const SampleFiles& files) {
  const Parsed<json> framework = ReadJson(files.framework_file);
  if (!framework.ok()) return framework.error();
  Sample sample;
  sample.scene.push_back({.rpc = "PublishFrameworkVersion", .request = {{"frameworkVersion", *framework}}});
  for (const char* region : kRegions) {
    for (const Part& part : kParts) {
      const std::string path = absl::StrCat(files.sample_directory, "/", region, "/", part.file);
      if (std::optional<Fault> fault = AddPart(path, part.rpc, sample.scene)) return *std::move(fault);
    }
  }
  for (const char* file : kCases) {
    const std::string folder = absl::StrCat(files.sample_directory, "/nmd/cases/");
    if (std::optional<Fault> fault = AddCase(folder, file, sample.cases)) return *std::move(fault);
  }
  return sample;
}

}  // namespace waarborg::cli::demo
