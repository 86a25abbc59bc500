#include "tests/fuzz/story.h"

#include <memory>
#include <optional>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "clients/cli/demo/script.h"
#include "clients/cpp/services.h"
#include "google/protobuf/util/json_util.h"
#include "nlohmann/json.hpp"
#include "services/language/die.h"
#include "services/ledger/time.h"
#include "tests/golden/frameworks.h"

namespace waarborg::fuzz {
namespace {

using cli::demo::Known;
using cli::demo::Script;
using cli::demo::ScriptStep;
using google::protobuf::Message;
using nlohmann::json;

constexpr char kFolder[] = "deploy/sample/nmd/cases/";
constexpr const char* kCases[] = {"1-ladder.json", "2-good.json", "3-acute.json"};

struct Part {
  const char* file;
  const char* rpc;
};
constexpr Part kParts[] = {
    {"region.json", "CreateRegion"},      {"providers.json", "CreateProvider"},
    {"locations.json", "CreateLocation"}, {"contracts.json", "CreateContract"},
    {"members.json", "CreateMember"},
};

json Read(const std::string& file) { return json::parse(framework::ReadSourceFile(file)); }

class Player final {
 public:
  Player(House& house, const Before& before) : house_(house), before_(before) {}

  // The answer as JSON; null when the request was refused.
  json Send(const std::string& rpc, const std::string& member, const json& request) {
    const Method* const method = client::FindMethod(rpc);
    const std::unique_ptr<Message> message = NewMessage(*method->input_type());
    const auto parsed = google::protobuf::util::JsonStringToMessage(request.dump(), message.get());
    if (!parsed.ok()) language::Die(absl::StrCat(rpc, ": ", parsed.ToString()));
    const Attempt attempt{.method = method, .member = member, .bytes = message->SerializeAsString()};
    before_(attempt);
    const Answer answer = house_.Try(attempt);
    ++(answer.status.ok() ? played_.accepted : played_.refused);
    return answer.status.ok() ? ToJson(*method, answer) : json();
  }

  // A file goes through the command line: its messages hang together, and none of them is a request alone.
  void Upload(const std::string& path, const std::string& member, const json& request) {
    const testing::Ended ended = house_.server().Waarborg(
        {"attachment", "upload", path, "--file=-", "--as=" + member}, request.dump());
    ++(ended.status == 0 ? played_.accepted : played_.refused);
  }

  // What a step awaits of the clock.
  void LetTermsFire() {
    const absl::Status fired = house_.server().server->RunTimers();
    if (!fired.ok()) language::Die(fired.message());
  }

  [[nodiscard]] const Played& played() const { return played_; }

 private:
  static json ToJson(const Method& method, const Answer& answer) {
    const std::unique_ptr<Message> message = NewMessage(*method.output_type());
    std::string text;
    const bool written = answer.messages.size() == 1 && message->ParseFromString(answer.messages.front()) &&
                         google::protobuf::util::MessageToJsonString(*message, &text).ok();
    return written ? json::parse(text) : json();
  }

  House& house_;
  const Before& before_;
  Played played_;
};

void SetUp(Player& player) {
  const json framework = Read("services/framework/data/dkk-2019.json");
  player.Send("PublishFrameworkVersion", kAdministrator, {{"frameworkVersion", framework}});
  for (const char* region : {"nmd", "care-office"}) {
    for (const Part& part : kParts) {
      const json content = Read(absl::StrCat("deploy/sample/", region, "/", part.file));
      for (const json& request : content.is_array() ? content : json::array({content})) {
        player.Send(part.rpc, kAdministrator, request);
      }
    }
  }
}

void PlayCase(Player& player, int number, const Script& script) {
  Known known(ledger::Today(testing::FakeClock().Now()));
  known.Set("run", "1");
  known.Set("kvk", absl::StrCat("7000001", number));
  for (const ScriptStep& step : script.steps) {
    const std::string member = absl::StrCat("regions/nmd/members/", known.FillText(step.member));
    if (!step.file.empty()) {
      player.Upload(absl::StrCat(WAARBORG_SOURCE_DIR, "/", kFolder, step.file), member,
                    known.Fill(step.request));
      continue;
    }
    if (!step.await.empty()) player.LetTermsFire();
    const json answer = player.Send(step.rpc, member, known.Fill(step.request));
    for (const auto& [name, path] : step.keep) {
      const std::optional<std::string> text = cli::demo::TextAt(answer, step.await + path);
      if (text.has_value()) known.Set(name, *text);
    }
  }
}

}  // namespace

Played PlayStory(House& house, const Before& before) {
  Player player(house, before);
  SetUp(player);
  int number = 0;
  for (const char* file : kCases) {
    const auto script = cli::demo::ParseScript(framework::ReadSourceFile(absl::StrCat(kFolder, file)));
    if (!script.has_value()) language::Die(file);
    PlayCase(player, ++number, *script);
  }
  return player.played();
}

}  // namespace waarborg::fuzz
