#ifndef WAARBORG_CLIENTS_PUSH_REFUSALS_H_
#define WAARBORG_CLIENTS_PUSH_REFUSALS_H_

#include <fstream>
#include <memory>
#include <mutex>
#include <string>

#include "clients/cli/fault.h"
#include "clients/cpp/api_error.h"
#include "clients/push/item.h"
#include "clients/push/notices.h"

namespace waarborg::push {

// Where it is told what was refused, with its place and why: in a file one object of JSON a line,
//
//   {"place":"reports.csv:12","source":"...","id":"m-1","error":{...}}
//
// whose `error` is that of `waarborg --output=json`; without a file in words, among the notices. Thread-safe.
class Refusals final {
 public:
  // No file for "". Fault: PUSH_ERRORS_UNUSABLE.
  static cli::Parsed<std::unique_ptr<Refusals>> Open(const std::string& path, Notices& notices);

  // What could not be read.
  void Tell(const Place& place, const cli::Fault& fault);
  // What the server refused.
  void Tell(const Item& item, const client::ApiError& error);
  // Whether all could be written.
  [[nodiscard]] bool good() const;

 private:
  explicit Refusals(Notices& notices) : notices_(notices) {}
  void Write(const Place& place, const std::string& source, const std::string& id, const std::string& error);

  Notices& notices_;
  mutable std::mutex mutex_;
  bool to_file_ = false;
  std::ofstream file_;
};

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_REFUSALS_H_
