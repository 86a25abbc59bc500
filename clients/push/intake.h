#ifndef WAARBORG_CLIENTS_PUSH_INTAKE_H_
#define WAARBORG_CLIENTS_PUSH_INTAKE_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "clients/push/acks.h"
#include "clients/push/counts.h"
#include "clients/push/file_tally.h"
#include "clients/push/format.h"
#include "clients/push/notices.h"
#include "clients/push/readers.h"
#include "clients/push/refusals.h"
#include "clients/push/report.h"
#include "clients/push/spool.h"
#include "clients/push/stop.h"
#include "clients/push/window.h"

namespace waarborg::push {

struct IntakeOptions {
  std::optional<Format> format;  // otherwise each file's name or content says
  Reading reading;
  bool once = false;  // of a spool: only what is there
};

// Reads files and offers what is in them to the window, as far as it has room. What cannot be read is told
// and passed; what is acknowledged already is passed. Runs on a thread of its own.
class Intake final {
 public:
  // `acks` may be null. All must outlive it.
  Intake(IntakeOptions options, const AcksFile* acks, Window& window, Refusals& refusals, Counts& counts,
         Notices& notices, const Stop& stop)
      : options_(std::move(options)),
        acks_(acks),
        window_(window),
        refusals_(refusals),
        counts_(counts),
        notices_(notices),
        stop_(stop) {}

  // Each file once, then the input is over.
  void ReadFiles(const std::vector<std::string>& files);
  // What comes into the spool, until the program has to end.
  void ReadSpool(Spool& spool);

 private:
  // False when the window takes no more.
  bool ReadFile(const std::string& path, const std::shared_ptr<FileTally>& tally);
  bool Pass(const std::string& path, Found found, const std::shared_ptr<FileTally>& tally);
  void Refuse(const Place& place, const cli::Fault& fault, FileTally& tally);

  const IntakeOptions options_;
  const AcksFile* const acks_;
  Window& window_;
  Refusals& refusals_;
  Counts& counts_;
  Notices& notices_;
  const Stop& stop_;
};

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_INTAKE_H_
