#ifndef WAARBORG_CLIENTS_PUSH_REPORT_H_
#define WAARBORG_CLIENTS_PUSH_REPORT_H_

// A report as a row or a line has it, turned into the event that carries it.

#include <string>

#include "clients/cli/fault.h"
#include "nlohmann/json.hpp"
#include "waarborg/incident/v1/cloud_event.pb.h"

namespace waarborg::push {

// What holds for all that is read.
struct Reading {
  std::string region;
  std::string source;  // of reports that name none
};

// `object` has the fields of IncidentReport, in proto-JSON or as people write it (codes without prefix, short
// names, moments on the clock here), and beside them `id`, `source`, `time` and `dataref`, which are of the
// event. The data is the report's serialization, which only its content decides, and neither the order nor
// the spelling of the line. Faults: PUSH_MOMENT, PUSH_ATTRIBUTE_TYPE, INVALID_JSON.
[[nodiscard]] cli::Parsed<incident::v1::CloudEvent> EventOfReport(const nlohmann::ordered_json& object,
                                                                  const Reading& reading);

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_REPORT_H_
