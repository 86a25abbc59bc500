#include "clients/push/refusals.h"

#include <sys/stat.h>

#include <utility>

#include "absl/strings/str_cat.h"
#include "clients/cli/error_text.h"
#include "clients/cli/text_table.h"
#include "nlohmann/json.hpp"

namespace waarborg::push {
namespace {

using nlohmann::ordered_json;

std::string PlaceText(const Place& place) { return cli::Printable(place.ToString()); }

}  // namespace

cli::Parsed<std::unique_ptr<Refusals>> Refusals::Open(const std::string& path, Notices& notices) {
  std::unique_ptr<Refusals> refusals(new Refusals(notices));
  if (path.empty()) return refusals;
  refusals->to_file_ = true;
  // What was refused may be named in it: the file is its owner's alone.
  const mode_t before = umask(0077);
  refusals->file_.open(path, std::ios::app);
  umask(before);
  if (!refusals->file_.is_open()) return cli::Fault{"PUSH_ERRORS_UNUSABLE", {{"file", path}}};
  return refusals;
}

void Refusals::Tell(const Place& place, const cli::Fault& fault) {
  if (to_file_) return Write(place, "", "", cli::PrintFaultJson(fault));
  const cli::Language language = notices_.style().language;
  notices_.Tell(absl::StrCat(PlaceText(place), ": ",
                             cli::Printable(cli::Say(language, fault.sentence, fault.values)), " (",
                             fault.sentence, ")\n"));
}

void Refusals::Tell(const Item& item, const client::ApiError& error) {
  const incident::v1::CloudEvent& event = item.request.event();
  if (to_file_) return Write(item.place, event.source(), event.id(), cli::PrintErrorJson(error));
  notices_.Tell(absl::StrCat(PlaceText(item.place), ": ", cli::Printable(event.id()), "\n",
                             cli::PrintError(error, notices_.style())));
}

void Refusals::Write(const Place& place, const std::string& source, const std::string& id,
                     const std::string& error) {
  const ordered_json parsed = ordered_json::parse(error, nullptr, /*allow_exceptions=*/false);
  const ordered_json line = {{"place", place.ToString()},
                             {"source", source},
                             {"id", id},
                             {"error", parsed.value("error", ordered_json())}};
  const std::lock_guard<std::mutex> lock(mutex_);
  file_ << line.dump(-1, ' ', false, ordered_json::error_handler_t::replace) << "\n" << std::flush;
}

bool Refusals::good() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return file_.good();
}

}  // namespace waarborg::push
