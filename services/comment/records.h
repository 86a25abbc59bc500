#ifndef WAARBORG_SERVICES_COMMENT_RECORDS_H_
#define WAARBORG_SERVICES_COMMENT_RECORDS_H_

// The records of this room, and how to load them. A missing record is NOT_FOUND. Ids are random, so that what
// a provider does not see leaves no gap in what it sees; the indexes give the order of time.

#include <string>

#include "absl/status/statusor.h"
#include "services/comment/errors.h"
#include "services/comment/names.h"
#include "services/language/status_macros.h"
#include "services/ledger/record_table.h"
#include "storage/keys.h"
#include "storage/schema.h"
#include "storage/table.h"
#include "waarborg/comment/v1/comment.pb.h"

namespace waarborg::comment {

// Entry of the index by time: the first two parts of the key, microseconds, the key.
template <class Record>
std::string ByTime(absl::string_view key, const Record& record) {
  storage::KeyParser parser(key);
  const std::string region = parser.Text().value_or("");
  const std::string parent = parser.Text().value_or("");
  const auto micros = static_cast<std::uint64_t>(record.create_time().seconds()) * 1'000'000 +
                      static_cast<std::uint64_t>(record.create_time().nanos()) / 1'000;
  return storage::KeyBuilder().Text(region).Text(parent).Number(micros).Text(key).Take();
}

inline constexpr ledger::RecordTable<v1::Thread> kThreads{
    storage::tables::kCommentThread, storage::tables::kCommentThreadByTime, ByTime<v1::Thread>};

inline absl::StatusOr<v1::Thread> Load(const storage::Reader& reader, const ThreadName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::Thread> record,
                   storage::Table<v1::Thread>(kThreads.id).Get(reader, name.Key()));
  if (!record.has_value()) return errors::ThreadNotFound(name.ToString());
  return *std::move(record);
}

inline constexpr ledger::RecordTable<v1::Comment> kComments{
    storage::tables::kComment, storage::tables::kCommentByTime, ByTime<v1::Comment>};

inline absl::StatusOr<v1::Comment> Load(const storage::Reader& reader, const CommentName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::Comment> record,
                   storage::Table<v1::Comment>(kComments.id).Get(reader, name.Key()));
  if (!record.has_value()) return errors::CommentNotFound(name.ToString());
  return *std::move(record);
}

}  // namespace waarborg::comment

#endif  // WAARBORG_SERVICES_COMMENT_RECORDS_H_
