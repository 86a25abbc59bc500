#include "clients/cli/run.h"

#include <algorithm>
#include <utility>

#include "clients/cli/command.h"
#include "clients/cli/command_line.h"
#include "clients/cli/error_text.h"
#include "clients/cli/generic_command.h"
#include "clients/cli/help.h"
#include "clients/cpp/client.h"

namespace waarborg::cli {
namespace {

constexpr char kVersion[] = "waarborg 0.1.0";

bool MayColour(const Surroundings& surroundings, bool is_terminal) {
  return is_terminal && surroundings.environment("NO_COLOR").empty() &&
         surroundings.environment("TERM") != "dumb";
}

Style StyleOf(const CommandLine& line, const Surroundings& surroundings, bool is_terminal) {
  return {.language = line.language, .colour = MayColour(surroundings, is_terminal)};
}

int Refuse(const Fault& fault, const CommandLine& line, const Surroundings& surroundings,
           absl::string_view command = "") {
  const Style style = StyleOf(line, surroundings, surroundings.err_is_terminal);
  surroundings.err << (line.output == Output::kJson ? PrintFaultJson(fault)
                                                    : PrintFault(fault, style, command));
  return kUsage;
}

// The command that the words name, and the words that follow it.
struct Chosen {
  const Command* command = nullptr;
  std::vector<std::string> rest;
};

Chosen Choose(const std::vector<std::string>& words) {
  const std::string noun = words.empty() ? "" : words[0];
  const std::string verb = words.size() < 2 ? "" : words[1];
  if (const Command* command = FindCommand(noun, verb); command != nullptr && !verb.empty()) {
    return {command, {words.begin() + 2, words.end()}};
  }
  if (const Command* command = FindCommand(noun, ""); command != nullptr) {
    return {command, {words.begin() + 1, words.end()}};
  }
  return {};
}

bool IsNoun(const std::string& word) {
  const std::vector<std::string> nouns = Nouns();
  return std::find(nouns.begin(), nouns.end(), word) != nouns.end();
}

int Help(std::vector<std::string> words, const CommandLine& line, const Surroundings& surroundings) {
  if (!words.empty() && words.front() == "help") words.erase(words.begin());
  const Style style = StyleOf(line, surroundings, surroundings.out_is_terminal);
  const Chosen chosen = Choose(words);
  if (chosen.command != nullptr) {
    surroundings.out << HelpForCommand(*chosen.command, style);
  } else if (words.empty()) {
    surroundings.out << HelpForAll(style);
  } else if (IsNoun(words.front())) {
    surroundings.out << HelpForNoun(words.front(), style);
  } else {
    return Refuse({"UNKNOWN_NOUN", {{"noun", words.front()}}}, line, surroundings);
  }
  return kOk;
}

// What is wrong with words that name no command.
Fault NoCommand(const std::vector<std::string>& words) {
  if (words.empty()) return {"NO_COMMAND", {}};
  if (!IsNoun(words[0])) return {"UNKNOWN_NOUN", {{"noun", words[0]}}};
  if (words.size() < 2) return {"NO_VERB", {{"noun", words[0]}}};
  return {"UNKNOWN_VERB", {{"noun", words[0]}, {"verb", words[1]}}};
}

int Execute(const Chosen& chosen, const CommandLine& line, const Surroundings& surroundings) {
  client::Client client(surroundings.connect(line.server));
  const Session session{.line = line,
                        .name = chosen.rest.empty() ? "" : chosen.rest.front(),
                        .client = client,
                        .in = surroundings.in,
                        .out = surroundings.out,
                        .err = surroundings.err,
                        .style = StyleOf(line, surroundings, surroundings.out_is_terminal),
                        .err_style = StyleOf(line, surroundings, surroundings.err_is_terminal),
                        .command = NameOf(*chosen.command),
                        .err_is_terminal = surroundings.err_is_terminal};
  return chosen.command->run == nullptr ? RunGeneric(*chosen.command, session) : chosen.command->run(session);
}

}  // namespace

int Run(const std::vector<std::string>& arguments, const Surroundings& surroundings) {
  const Parsed<CommandLine> line = ParseCommandLine(arguments, surroundings.environment);
  if (!line.ok()) return Refuse(line.error(), ParseSurely(arguments, surroundings.environment), surroundings);
  if (line->version) {
    surroundings.out << kVersion << "\n";
    return kOk;
  }
  if (line->help || (!line->words.empty() && line->words.front() == "help")) {
    return Help(line->words, *line, surroundings);
  }
  const Chosen chosen = Choose(line->words);
  if (chosen.command == nullptr) return Refuse(NoCommand(line->words), *line, surroundings);
  if (chosen.rest.size() > 1)
    return Refuse({"TOO_MANY_WORDS", {{"word", chosen.rest[1]}}}, *line, surroundings,
                  NameOf(*chosen.command));
  const int status = Execute(chosen, *line, surroundings);
  surroundings.out.flush();
  return surroundings.out.good() ? status : kOther;
}

}  // namespace waarborg::cli
