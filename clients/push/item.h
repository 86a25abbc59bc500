#ifndef WAARBORG_CLIENTS_PUSH_ITEM_H_
#define WAARBORG_CLIENTS_PUSH_ITEM_H_

// One report on its way: where it was read, what is sent of it, and what it is known by.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "waarborg/incident/v1/incident.pb.h"

namespace waarborg::push {

class FileTally;

// The largest text of one report, and of one line. Larger than any event that a server takes (64 KiB), so
// that what is too large for it is refused by it, in its words.
inline constexpr std::size_t kMostItemBytes = std::size_t{512} << 10;

struct Place {
  std::string file;  // as it was named; "-" for standard input
  std::int64_t line = 0;

  [[nodiscard]] std::string ToString() const;  // "reports.csv:12"
};

struct Item {
  Place place;
  incident::v1::PushIncidentsRequest request;
  std::string digest;               // as the receipt will have it
  std::size_t bytes = 0;            // of the request
  std::shared_ptr<FileTally> file;  // the file it is counted in
};

// What a receipt is about, in 16 bytes: source, id and digest. Two contents under one id are two keys.
[[nodiscard]] std::string KeyOf(const std::string& source, const std::string& id, const std::string& digest);

// The item of an event, as the server will know it.
[[nodiscard]] Item MakeItem(Place place, const std::string& parent, incident::v1::CloudEvent event);

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_ITEM_H_
