#ifndef WAARBORG_STORAGE_TABLE_H_
#define WAARBORG_STORAGE_TABLE_H_

// A typed door to one table: messages in, messages out.

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/language/status_macros.h"
#include "storage/store.h"

namespace waarborg::storage {

template <class Message>
class Table final {
 public:
  explicit constexpr Table(TableId id) : id_(id) {}

  [[nodiscard]] constexpr TableId id() const { return id_; }

  // The message, or nothing when the key is absent; DATA_LOSS when the bytes are no such message.
  absl::StatusOr<std::optional<Message>> Get(const Reader& reader, absl::string_view key) const {
    ASSIGN_OR_RETURN(const std::optional<std::string> bytes, reader.Get(id_, key));
    if (!bytes.has_value()) return std::optional<Message>();
    ASSIGN_OR_RETURN(Message message, Parse(*bytes));
    return std::optional<Message>(std::move(message));
  }

  void Put(Transaction& transaction, absl::string_view key, const Message& message) const {
    transaction.Put(id_, key, message.SerializeAsString());
  }

  absl::StatusOr<Message> Parse(absl::string_view bytes) const {
    Message message;
    if (message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return message;
    return absl::DataLossError(absl::StrCat("table ", static_cast<int>(id_), " holds bytes that are no ",
                                            Message::descriptor()->full_name()));
  }

 private:
  TableId id_;
};

}  // namespace waarborg::storage

#endif  // WAARBORG_STORAGE_TABLE_H_
