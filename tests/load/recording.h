#ifndef WAARBORG_TESTS_LOAD_RECORDING_H_
#define WAARBORG_TESTS_LOAD_RECORDING_H_

// What one report puts into the store: recorded from the product, to be put again without it.

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "storage/store.h"
#include "tests/load/store_round.h"

namespace waarborg::load {

class Recording final {
 public:
  // Serves the store in `directory`, which nobody else has open, in this process, and has some reports
  // pushed.
  static absl::StatusOr<Recording> Of(const std::string& directory);

  // Puts the keys and values of the recorded reports, one report a write, in turn. A key that every report
  // puts is put as it is; of another the last bytes are a number of its own.
  [[nodiscard]] WriteOf Replay() const;

  [[nodiscard]] double puts_per_report() const;
  [[nodiscard]] double bytes_per_report() const;  // keys and values

 private:
  struct Put {
    storage::TableId table;
    std::string key;
    std::string value;
    bool shared = false;
  };
  using Report = std::vector<Put>;
  class Recorder;

  void MarkShared();

  std::vector<Report> reports_;
};

}  // namespace waarborg::load

#endif  // WAARBORG_TESTS_LOAD_RECORDING_H_
