#include "clients/push/intake.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "clients/cpp/client.h"
#include "clients/push/byte_source.h"
#include "clients/push/lines.h"
#include "clients/push/readers.h"

namespace waarborg::push {

void Intake::Refuse(const Place& place, const cli::Fault& fault, FileTally& tally) {
  tally.AddRefusedUnsent();
  counts_.AddRefused(cli::kInvalidArgument);
  refusals_.Tell(place, fault);
}

bool Intake::Pass(const std::string& path, Found found, const std::shared_ptr<FileTally>& tally) {
  const Place place{.file = path, .line = found.line};
  counts_.AddRead();
  if (!found.event.ok()) {
    Refuse(place, found.event.error(), *tally);
    return true;
  }
  Item item = MakeItem(place, absl::StrCat("regions/", options_.reading.region), *std::move(found.event));
  if (acks_ != nullptr && acks_->Knows(item)) {
    counts_.AddKnown();
    return true;
  }
  // The server would end the whole stream for it.
  if (item.bytes > client::kLargestRequest) {
    Refuse(place, {"PUSH_LINE_TOO_LONG", {}}, *tally);
    return true;
  }
  item.file = tally;
  tally->AddSent();
  return window_.Offer(std::move(item));
}

bool Intake::ReadFile(const std::string& path, const std::shared_ptr<FileTally>& tally) {
  const std::unique_ptr<ByteSource> bytes = ByteSource::Open(path, stop_);
  if (bytes == nullptr) {
    counts_.AddRead();
    Refuse({.file = path, .line = 0}, {"FILE_UNREADABLE", {{"file", path}}}, *tally);
    tally->EndOfFile();
    return true;
  }
  Lines lines([&bytes](char* into, std::size_t most) { return bytes->Read(into, most); });
  std::optional<Format> format = options_.format;
  if (!format.has_value()) format = FormatOfName(path);
  if (!format.has_value()) format = FormatOfContent(lines);
  const std::unique_ptr<Reader> reader = MakeReader(*format, lines, options_.reading);
  for (std::optional<Found> found = reader->Next(); found.has_value(); found = reader->Next()) {
    // What stands before an end that is none may be half of something.
    if (bytes->broken()) break;
    if (!Pass(path, *std::move(found), tally)) return false;
  }
  if (stop_.asked()) return false;
  if (bytes->broken()) {
    counts_.AddRead();
    Refuse({.file = path, .line = 0}, {"FILE_UNREADABLE", {{"file", path}}}, *tally);
  }
  tally->EndOfFile();
  return true;
}

void Intake::ReadFiles(const std::vector<std::string>& files) {
  for (const std::string& file : files) {
    if (!ReadFile(file, std::make_shared<FileTally>(nullptr))) break;
  }
  window_.EndInput();
}

void Intake::ReadSpool(Spool& spool) {
  for (auto name = spool.Next(stop_, options_.once); name.has_value();
       name = spool.Next(stop_, options_.once)) {
    const auto tally = std::make_shared<FileTally>([this, &spool, name = *name](bool all_acknowledged) {
      if (!spool.Put(name, all_acknowledged)) notices_.Tell("PUSH_SPOOL_STUCK", {{"file", name}});
    });
    if (!ReadFile(spool.PathOf(*name), tally)) break;
  }
  window_.EndInput();
}

}  // namespace waarborg::push
