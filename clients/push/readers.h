#ifndef WAARBORG_CLIENTS_PUSH_READERS_H_
#define WAARBORG_CLIENTS_PUSH_READERS_H_

// The reports of one file, one after another, whatever its format.

#include <cstdint>
#include <memory>
#include <optional>

#include "clients/cli/fault.h"
#include "clients/push/format.h"
#include "clients/push/lines.h"
#include "clients/push/report.h"
#include "waarborg/incident/v1/cloud_event.pb.h"

namespace waarborg::push {

// One report, or why there is none; where it begins.
struct Found {
  std::int64_t line = 0;
  cli::Parsed<incident::v1::CloudEvent> event;
};

// A fault is of one report, and the next follows. Not thread-safe.
class Reader {
 public:
  Reader() = default;
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  virtual ~Reader() = default;

  // Nothing at the end.
  [[nodiscard]] virtual std::optional<Found> Next() = 0;
};

// `lines` and `reading` must outlive the reader.
//
// The columns of CSV are the fields of a report (`provider`, `kind`, `occurrence_time`, `reporter.contact`,
// ...) and `id`, `source`, `time`, `dataref`; an empty cell is a field that is not there. Beside the faults
// of report.h and cloud_event.h: those of csv.h, event_values.h and json_object.h, PUSH_CSV_CELLS for a row
// with another number of cells than the header, and, after which nothing of the file follows, PUSH_CSV_COLUMN
// and PUSH_CSV_COLUMN_TWICE.
[[nodiscard]] std::unique_ptr<Reader> MakeReader(Format format, Lines& lines, const Reading& reading);

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_READERS_H_
