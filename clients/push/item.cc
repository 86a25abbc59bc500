#include "clients/push/item.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "services/rules/sha256.h"

namespace waarborg::push {
namespace {

using incident::v1::CloudEvent;

absl::string_view DataOf(const CloudEvent& event) {
  switch (event.data_case()) {
    case CloudEvent::kBinaryData:
      return event.binary_data();
    case CloudEvent::kTextData:
      return event.text_data();
    case CloudEvent::kProtoData:
      return event.proto_data().value();
    case CloudEvent::DATA_NOT_SET:
      break;
  }
  return "";
}

std::string DataRefOf(const CloudEvent& event) {
  const auto attribute = event.attributes().find("dataref");
  return attribute == event.attributes().end() ? "" : attribute->second.ce_uri();
}

}  // namespace

std::string Place::ToString() const { return absl::StrCat(file, ":", line); }

std::string KeyOf(const std::string& source, const std::string& id, const std::string& digest) {
  const std::string all = absl::StrCat(source.size(), ":", source, id.size(), ":", id, digest);
  return std::string(rules::Bytes(rules::Sha256(all)).substr(0, 16));
}

Item MakeItem(Place place, const std::string& parent, CloudEvent event) {
  Item item;
  item.place = std::move(place);
  item.digest = rules::ToHex(rules::Sha256({DataOf(event), DataRefOf(event)}));
  item.request.set_parent(parent);
  *item.request.mutable_event() = std::move(event);
  item.bytes = item.request.ByteSizeLong();
  return item;
}

}  // namespace waarborg::push
