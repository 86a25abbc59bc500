#include "tests/crash/reports.h"

#include <array>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "nlohmann/json.hpp"

namespace waarborg::testing {
namespace {

using nlohmann::ordered_json;

constexpr std::array kProviders = {"dagwerk-de-spil", "op-weg", "thuiszorg-de-brink", "zorggroep-vijf-beken"};
constexpr std::array kKinds = {"INCIDENT", "CALAMITY", "VIOLENCE", "SIGNAL", "COMPLAINT"};
constexpr std::array kEvents = {"Val bij het instappen", "Medicatie te laat gegeven", "Ruzie tussen bewoners",
                                "Deur niet gesloten", "Afspraak niet nagekomen"};
constexpr std::array kSentences = {"Er was geen letsel.",
                                   "De huisarts is gebeld.",
                                   "De begeleider was op dat moment alleen.",
                                   "De familie is dezelfde dag ingelicht.",
                                   "Dit is de tweede keer deze maand.",
                                   "De cliënt zei: \"het gaat wel\"; dat klopte niet."};

}  // namespace

const std::string& ReportGenerator::Source() {
  static const auto* const source = new std::string("urn:nld:kvknr:99900158:proef");
  return *source;
}

std::string ReportGenerator::IdOf(std::int64_t number) { return absl::StrFormat("m-%07d", number); }

ReportGenerator::Report ReportGenerator::Make(std::int64_t number) {
  Report report;
  report.id = IdOf(number);
  report.provider = kProviders[Below(kProviders.size())];
  report.kind = kKinds[Below(kKinds.size())];
  report.moment =
      absl::StrFormat("2025-%02d-%02dT%02d:%02d:00Z", 1 + Below(12), 1 + Below(28), Below(24), Below(60));
  report.summary = kEvents[Below(kEvents.size())];
  for (int i = 2 + Below(6); i > 0; --i) {
    absl::StrAppend(&report.description, report.description.empty() ? "" : " ",
                    kSentences[Below(kSentences.size())]);
  }
  return report;
}

std::string ReportGenerator::JsonLine(std::int64_t number) {
  const Report report = Make(number);
  return ordered_json{{"id", report.id},
                      {"source", Source()},
                      {"provider", report.provider},
                      {"kind", report.kind},
                      {"occurrence_time", report.moment},
                      {"summary", report.summary},
                      {"description", report.description}}
      .dump();
}

std::string ReportGenerator::CsvHeader() {
  return "id;source;provider;kind;occurrence_time;summary;description";
}

std::string ReportGenerator::CsvRow(std::int64_t number) {
  const Report report = Make(number);
  return absl::StrCat(report.id, ";", Source(), ";", report.provider, ";", report.kind, ";", report.moment,
                      ";", report.summary, ";\"",
                      absl::StrReplaceAll(report.description, {{"\"", "\"\""}, {". ", ".\n"}}), "\"");
}

std::string ReportGenerator::CloudEvent(std::int64_t number) {
  const Report report = Make(number);
  const ordered_json data = {{"provider", absl::StrCat("regions/nmd/providers/", report.provider)},
                             {"kind", absl::StrCat("KIND_", report.kind)},
                             {"occurrenceTime", report.moment},
                             {"summary", report.summary},
                             {"description", report.description}};
  return ordered_json{{"specversion", "1.0"},
                      {"id", report.id},
                      {"source", Source()},
                      {"type", "nl.zorgkwaliteit.incident-gemeld.v1"},
                      {"datacontenttype", "application/json"},
                      {"data", data}}
      .dump();
}

}  // namespace waarborg::testing
