#include "clients/push/options.h"

#include <algorithm>
#include <map>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "clients/cli/utf8.h"

namespace waarborg::push {
namespace {

using cli::Fault;

// Takes the value of a flag; false when the value cannot be one.
using Take = bool (*)(Options&, const std::string& value);

struct Flag {
  Take take;
  bool is_switch = false;
};

template <std::string Options::*kMember>
bool TakePath(Options& options, const std::string& value) {
  options.*kMember = value;
  return !value.empty();
}

// What is sent as a header, or names a server: there gRPC takes visible ASCII alone.
template <std::string Options::*kMember>
bool TakeText(Options& options, const std::string& value) {
  options.*kMember = value;
  return !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
    return absl::ascii_isgraph(static_cast<unsigned char>(c));
  });
}

template <bool Options::*kMember>
bool TakeSwitch(Options& options, const std::string& value) {
  options.*kMember = value != "false";
  return value == "true" || value == "false";
}

bool TakeFormat(Options& options, const std::string& value) {
  options.format = FormatNamed(value);
  return options.format.has_value();
}

bool TakeLanguage(Options& options, const std::string& value) {
  const std::optional<cli::Language> language = cli::LanguageNamed(value);
  if (language.has_value()) options.language = *language;
  return language.has_value();
}

bool TakeOutput(Options& options, const std::string& value) {
  options.json = value == "json";
  return value == "json" || value == "table";
}

bool TakePatience(Options& options, const std::string& value) {
  return absl::ParseDuration(value, &options.give_up_after) && options.give_up_after > absl::ZeroDuration();
}

const std::map<std::string, Flag, std::less<>>& Flags() {
  static const auto* const flags = new std::map<std::string, Flag, std::less<>>{
      {"acks", {TakePath<&Options::acks>}},
      {"as", {TakeText<&Options::member>}},
      {"errors", {TakePath<&Options::errors>}},
      {"format", {TakeFormat}},
      {"give-up-after", {TakePatience}},
      {"help", {TakeSwitch<&Options::help>, true}},
      {"lang", {TakeLanguage}},
      {"once", {TakeSwitch<&Options::once>, true}},
      {"output", {TakeOutput}},
      {"region", {TakeText<&Options::region>}},
      {"server", {TakeText<&Options::server>}},
      {"source", {TakeText<&Options::source>}},
      {"spool", {TakePath<&Options::spool>}},
      {"version", {TakeSwitch<&Options::version>, true}},
  };
  return *flags;
}

std::optional<Fault> TakeFlag(absl::string_view argument, Options& options) {
  const std::size_t equals = argument.find('=');
  const std::string name(argument.substr(0, equals));
  const auto flag = Flags().find(name);
  if (flag == Flags().end()) return Fault{"UNKNOWN_FLAG", {{"flag", name}}};
  const bool valued = equals != absl::string_view::npos;
  if (!valued && !flag->second.is_switch) return Fault{"FLAG_NEEDS_VALUE", {{"flag", name}}};
  const std::string value(valued ? argument.substr(equals + 1) : "true");
  if (flag->second.take(options, value)) return std::nullopt;
  return Fault{"FLAG_VALUE_INVALID", {{"flag", name}, {"value", value}}};
}

bool Names(const std::vector<std::string>& arguments, absl::string_view flag) {
  return std::any_of(arguments.begin(), arguments.end(),
                     [flag](const std::string& argument) { return absl::StartsWith(argument, flag); });
}

std::optional<Fault> CheckTogether(const std::vector<std::string>& arguments, const Options& options) {
  if (options.help || options.version) return std::nullopt;
  if (options.files.empty() && options.spool.empty()) return Fault{"PUSH_NO_INPUT", {}};
  if (!options.files.empty() && !options.spool.empty()) return Fault{"PUSH_FILES_AND_SPOOL", {}};
  if (options.spool.empty()) {
    return options.once ? std::optional<Fault>({"PUSH_FLAG_OF_SPOOL", {{"flag", "once"}}}) : std::nullopt;
  }
  if (!options.once && Names(arguments, "--give-up-after")) {
    return Fault{"PUSH_FLAG_OF_FILES", {{"flag", "give-up-after"}}};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Fault> ParseOptions(const std::vector<std::string>& arguments,
                                  const std::function<std::string(const char*)>& environment,
                                  Options& options) {
  options.language = cli::LanguageOfLocale(environment);
  std::optional<Fault> first;
  bool only_files = false;
  for (const std::string& argument : arguments) {
    std::optional<Fault> fault;
    if (!cli::IsUtf8(argument)) {
      fault = Fault{"NOT_UTF8", {{"argument", "?"}}};
    } else if (only_files || argument.size() < 2 || argument[0] != '-') {
      options.files.push_back(argument);
    } else if (argument == "--") {
      only_files = true;
    } else if (argument == "-h") {
      options.help = true;
    } else if (!absl::StartsWith(argument, "--")) {
      fault = Fault{"UNKNOWN_FLAG", {{"flag", argument.substr(1)}}};
    } else {
      fault = TakeFlag(absl::StripPrefix(argument, "--"), options);
    }
    if (!first.has_value()) first = fault;
  }
  return first.has_value() ? first : CheckTogether(arguments, options);
}

}  // namespace waarborg::push
