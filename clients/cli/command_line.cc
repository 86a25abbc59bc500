#include "clients/cli/command_line.h"

#include <algorithm>
#include <map>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "clients/cli/utf8.h"

namespace waarborg::cli {
namespace {

// Takes the value of a global flag; false when the value cannot be one.
using Take = bool (*)(CommandLine&, const std::string& value);

bool TakeOutput(CommandLine& line, const std::string& value) {
  if (value != "table" && value != "json") return false;
  line.output = value == "json" ? Output::kJson : Output::kTable;
  return true;
}

bool TakeLanguage(CommandLine& line, const std::string& value) {
  const std::optional<Language> language = LanguageNamed(value);
  if (language.has_value()) line.language = *language;
  return language.has_value();
}

bool TakeTimeout(CommandLine& line, const std::string& value) {
  return absl::ParseDuration(value, &line.timeout) && line.timeout > absl::ZeroDuration();
}

// An address, or what is sent as a header: there gRPC takes visible ASCII alone, and ends the program at
// anything else.
template <std::string CommandLine::*kMember>
bool TakeText(CommandLine& line, const std::string& value) {
  line.*kMember = value;
  return !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
    return absl::ascii_isgraph(static_cast<unsigned char>(c));
  });
}

bool TakeFile(CommandLine& line, const std::string& value) {
  line.file = value;
  return !value.empty();
}

template <bool CommandLine::*kMember>
bool TakeSwitch(CommandLine& line, const std::string& value) {
  line.*kMember = value != "false";
  return value == "true" || value == "false";
}

struct GlobalFlag {
  Take take;
  bool is_switch;
};

const std::map<std::string, GlobalFlag, std::less<>>& Globals() {
  static const auto* const flags = new std::map<std::string, GlobalFlag, std::less<>>{
      {"all", {TakeSwitch<&CommandLine::all_pages>, true}},
      {"as", {TakeText<&CommandLine::member>, false}},
      {"file", {TakeFile, false}},
      {"help", {TakeSwitch<&CommandLine::help>, true}},
      {"lang", {TakeLanguage, false}},
      {"output", {TakeOutput, false}},
      {"region", {TakeText<&CommandLine::region>, false}},
      {"server", {TakeText<&CommandLine::server>, false}},
      {"timeout", {TakeTimeout, false}},
      {"traceparent", {TakeText<&CommandLine::traceparent>, false}},
      {"version", {TakeSwitch<&CommandLine::version>, true}},
  };
  return *flags;
}

Flag SplitFlag(absl::string_view argument) {
  argument = absl::StripPrefix(argument, "--");
  const std::size_t equals = argument.find('=');
  if (equals == absl::string_view::npos) return {.name = std::string(argument), .value = std::nullopt};
  return {.name = std::string(argument.substr(0, equals)), .value = std::string(argument.substr(equals + 1))};
}

// Names and values go to the server as UTF-8; only the name of a file may hold other bytes.
std::optional<Fault> CheckText(const std::string& argument) {
  if (absl::StartsWith(argument, "--file=") || IsUtf8(argument)) return std::nullopt;
  std::string shown = argument;
  std::replace_if(
      shown.begin(), shown.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80U; }, '?');
  return Fault{"NOT_UTF8", {{"argument", shown}}};
}

bool IsFlag(absl::string_view argument) { return argument.size() > 1 && argument.front() == '-'; }

std::optional<Fault> TakeFlag(const Flag& flag, CommandLine& line) {
  const auto global = Globals().find(flag.name);
  if (global == Globals().end()) {
    line.fields.push_back(flag);
    return std::nullopt;
  }
  if (!flag.value.has_value() && !global->second.is_switch)
    return Fault{"FLAG_NEEDS_VALUE", {{"flag", flag.name}}};
  const std::string value = flag.value.value_or("true");
  if (global->second.take(line, value)) return std::nullopt;
  return Fault{"FLAG_VALUE_INVALID", {{"flag", flag.name}, {"value", value}}};
}

}  // namespace

const std::vector<std::string>& GlobalFlags() {
  static const auto* const names = [] {
    auto* list = new std::vector<std::string>();
    for (const auto& [name, flag] : Globals()) list->push_back(name);
    return list;
  }();
  return *names;
}

Parsed<CommandLine> ParseCommandLine(const std::vector<std::string>& arguments,
                                     const std::function<std::string(const char*)>& environment) {
  CommandLine line;
  line.language = LanguageOfLocale(environment);
  bool only_words = false;
  for (const std::string& argument : arguments) {
    if (std::optional<Fault> fault = CheckText(argument); fault.has_value()) return *std::move(fault);
    if (only_words || !IsFlag(argument)) {
      line.words.push_back(argument);
    } else if (argument == "--") {
      only_words = true;
    } else if (argument == "-h") {
      line.help = true;
    } else if (!absl::StartsWith(argument, "--")) {
      return Fault{"UNKNOWN_FLAG", {{"flag", argument.substr(1)}}};
    } else if (std::optional<Fault> fault = TakeFlag(SplitFlag(argument), line); fault.has_value()) {
      return *std::move(fault);
    }
  }
  return line;
}

CommandLine ParseSurely(const std::vector<std::string>& arguments,
                        const std::function<std::string(const char*)>& environment) {
  CommandLine line;
  line.language = LanguageOfLocale(environment);
  for (const std::string& argument : arguments) {
    const Flag flag = SplitFlag(argument);
    if (flag.name == "lang") TakeLanguage(line, flag.value.value_or(""));
    if (flag.name == "output") TakeOutput(line, flag.value.value_or(""));
  }
  return line;
}

}  // namespace waarborg::cli
