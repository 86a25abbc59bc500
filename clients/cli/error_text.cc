#include "clients/cli/error_text.h"

#include "clients/cli/error_words.h"
#include "clients/cli/text_table.h"
#include "nlohmann/json.hpp"

namespace waarborg::cli {
namespace {

using client::ApiError;
using nlohmann::ordered_json;

std::string FirstLine(const std::string& message, const Style& style) {
  return absl::StrCat(Red(style, absl::StrCat(Say(style.language, "ERROR"), ":")), " ",
                      Printable(message, /*keep_lines=*/true), "\n");
}

ordered_json Violations(const ApiError& error) {
  ordered_json rows = ordered_json::array();
  for (const client::FieldViolation& row : error.violations) {
    rows.push_back({{"field", row.field},
                    {"reason", row.reason},
                    {"description", row.description},
                    {"description_nl", row.description_nl}});
  }
  return rows;
}

ordered_json Preconditions(const ApiError& error) {
  ordered_json rows = ordered_json::array();
  for (const client::PreconditionViolation& row : error.preconditions) {
    rows.push_back({{"type", row.type},
                    {"subject", row.subject},
                    {"description", row.description},
                    {"description_nl", PreconditionText(row, Language::kNl)}});
  }
  return rows;
}

// One line; bytes that are no UTF-8 are replaced.
std::string Dump(const ordered_json& value) {
  return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string PrintError(const ApiError& error, const Style& style) {
  std::string text = FirstLine(MessageText(error, style.language), style);
  for (const client::FieldViolation& row : error.violations) {
    const bool dutch = style.language == Language::kNl && !row.description_nl.empty();
    absl::StrAppend(&text, "  ", Bold(style, Printable(row.field)), ": ",
                    Printable(dutch ? row.description_nl : row.description), " (", Printable(row.reason),
                    ")\n");
  }
  for (const client::PreconditionViolation& row : error.preconditions) {
    absl::StrAppend(&text, "  ", Bold(style, Printable(row.subject)), ": ",
                    Printable(PreconditionText(row, style.language)), "\n");
  }
  const std::string reason = error.reason.empty() ? "" : absl::StrCat(", ", Printable(error.reason));
  absl::StrAppend(&text, "  (", client::CodeName(error.code), reason, ")\n");
  return text;
}

std::string PrintErrorJson(const ApiError& error) {
  return Dump(
      {{"error",
        {{"code", std::string(client::CodeName(error.code))},
         {"reason", error.reason},
         {"domain", error.domain},
         {"metadata", error.metadata},
         {"message", {{"nl", MessageText(error, Language::kNl)}, {"en", MessageText(error, Language::kEn)}}},
         {"violations", Violations(error)},
         {"preconditions", Preconditions(error)}}}});
}

std::string PrintFault(const Fault& fault, const Style& style, absl::string_view command) {
  const std::string words = command.empty() ? "" : absl::StrCat(command, " ");
  return absl::StrCat(FirstLine(Say(style.language, fault.sentence, fault.values), style), "  ",
                      Say(style.language, "SEE_HELP", {{"command", words}}), "\n");
}

std::string PrintFaultJson(const Fault& fault) {
  ordered_json metadata = ordered_json::object();
  for (const auto& [key, value] : fault.values) metadata[key] = value;
  return Dump({{"error",
                {{"code", "USAGE"},
                 {"reason", fault.sentence},
                 {"domain", "waarborg"},
                 {"metadata", metadata},
                 {"message",
                  {{"nl", Say(Language::kNl, fault.sentence, fault.values)},
                   {"en", Say(Language::kEn, fault.sentence, fault.values)}}},
                 {"violations", ordered_json::array()},
                 {"preconditions", ordered_json::array()}}}});
}

ExitStatus Fail(const Session& session, const ApiError& error) {
  session.err << (session.json() ? PrintErrorJson(error) : PrintError(error, session.err_style));
  return ExitStatusOf(error.code);
}

ExitStatus Fail(const Session& session, const Fault& fault) {
  session.err << (session.json() ? PrintFaultJson(fault)
                                 : PrintFault(fault, session.err_style, session.command));
  return kUsage;
}

}  // namespace waarborg::cli
