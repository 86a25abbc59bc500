#include "tests/crash/player.h"

#include <iostream>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/clock.h"
#include "clients/cli/demo/set_up.h"
#include "clients/cli/demo/trail.h"
#include "clients/cli/run.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"
#include "services/language/die.h"

namespace waarborg::testing {
namespace {

// A server that was killed is back within a second or so.
constexpr client::RetryPolicy kPatient{
    .attempts = 200, .first_pause = absl::Milliseconds(10), .longest_pause = absl::Milliseconds(100)};

std::shared_ptr<grpc::Channel> ChannelTo(const std::string& address) {
  grpc::ChannelArguments arguments;
  // Both the time between attempts to connect and the time that one may take.
  for (const char* backoff : {GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, GRPC_ARG_MIN_RECONNECT_BACKOFF_MS,
                              GRPC_ARG_MAX_RECONNECT_BACKOFF_MS}) {
    arguments.SetInt(backoff, 300);
  }
  return grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), arguments);
}

cli::demo::Sample TheSample() {
  auto sample = cli::demo::ReadSample(
      {.sample_directory = WAARBORG_SAMPLE_DIR, .framework_file = WAARBORG_FRAMEWORK_FILE});
  if (!sample.ok()) language::Die("the sample cannot be read");
  return *std::move(sample);
}

}  // namespace

Player::Player(const std::string& address)
    : channel_(ChannelTo(address)),
      client_(channel_, kPatient),
      session_{.line = line_,
               .name = "",
               .client = client_,
               .in = std::cin,
               .out = std::cout,
               .err = std::cerr,
               .style = {},
               .err_style = {}},
      sample_(TheSample()) {}

void Player::SetTheScene() {
  if (const auto error = cli::demo::SetUp(session_, sample_)) language::Die(error->message_en);
}

void Player::PlayTheCases(const std::function<void()>& acknowledged) {
  int number = 0;
  for (const cli::demo::Script& script : sample_.cases) PlayCase(++number, script, acknowledged);
}

void Player::PlayCase(int number, const cli::demo::Script& script,
                      const std::function<void()>& acknowledged) {
  cli::demo::Known known(absl::ToCivilDay(absl::Now(), absl::UTCTimeZone()));
  known.Set("run", "1");
  known.Set("kvk", absl::StrFormat("7000001%d", number));
  int step = 0;
  for (const cli::demo::ScriptStep& each : script.steps) {
    const std::string request_id = absl::StrCat("crash-", number, "-", ++step);
    Acknowledged done{.act = cli::demo::ActOf(each, known, request_id), .answer = {}};
    done.answer = AskAgain(done.act);
    for (const auto& [name, path] : each.keep)
      known.Set(name, cli::demo::TextAt(done.answer, path).value_or(""));
    acts_.push_back(std::move(done));
    acknowledged();
  }
  providers_.push_back(known.FillText(script.provider));
}

nlohmann::json Player::AskAgain(const cli::demo::Act& act) {
  const cli::demo::Answer answer = cli::demo::Perform(session_, act);
  if (!answer.ok())
    language::Die(absl::StrCat(act.rpc, " ", act.request_id, ": ", answer.error().message_en));
  return *answer;
}

std::vector<std::string> Player::Story() {
  std::vector<std::string> story;
  for (const std::string& provider : providers_) {
    const auto events = cli::demo::EventsOf(session_, provider);
    if (!events.ok()) language::Die(events.error().message_en);
    for (const audit::v1::Event& event : *events) {
      // What the clock brings about comes between any two acts.
      if (event.role() == team::v1::ROLE_SYSTEM) continue;
      story.push_back(absl::StrCat(event.kind(), " ", event.from_state(), "-", event.to_state(), " ",
                                   event.level(), " by ", event.actor(), " as ", event.role()));
    }
  }
  return story;
}

int Player::Verify() {
  std::ostringstream out;
  return cli::Run({"audit", "verify", "--region=nmd"},
                  {.in = std::cin,
                   .out = out,
                   .err = std::cerr,
                   .environment = [](const char*) { return std::string(); },
                   .connect = [this](const std::string&) { return channel_; }});
}

int Player::steps() const {
  std::size_t steps = 0;
  for (const cli::demo::Script& script : sample_.cases) steps += script.steps.size();
  return static_cast<int>(steps);
}

}  // namespace waarborg::testing
