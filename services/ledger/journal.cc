#include "services/ledger/journal.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/language/status_macros.h"
#include "services/ledger/personal_text.h"
#include "services/ledger/discretion.h"
#include "services/ledger/replay.h"
#include "services/ledger/serialized.h"
#include "services/ledger/time.h"
#include "storage/keys.h"
#include "storage/schema.h"
#include "storage/table.h"

namespace waarborg::ledger {
namespace {

using storage::KeyBuilder;
namespace tables = storage::tables;

constexpr storage::Table<internal::v1::JournalHead> kHeads(tables::kJournalHead);
constexpr storage::Table<internal::v1::PersonalTexts> kPersonal(tables::kJournalPersonal);

std::string EventKey(absl::string_view region, std::uint64_t sequence) {
  return KeyBuilder().Text(region).Number(sequence).Take();
}

std::string IndexKey(absl::string_view region, absl::string_view by, std::uint64_t sequence) {
  return KeyBuilder().Text(region).Text(by).Number(sequence).Take();
}

absl::StatusOr<rules::Frontier> FrontierOf(const internal::v1::JournalHead& head) {
  std::vector<rules::Hash> hashes;
  for (const std::string& bytes : head.frontier()) {
    const std::optional<rules::Hash> hash = rules::FromBytes(bytes);
    if (!hash.has_value()) return absl::DataLossError("a journal head holds a hash of the wrong size");
    hashes.push_back(*hash);
  }
  return rules::Frontier::Restore(static_cast<std::uint64_t>(head.size()), std::move(hashes));
}

}  // namespace

absl::StatusOr<JournalWriter> JournalWriter::Open(storage::Transaction& transaction,
                                                  absl::string_view region) {
  JournalWriter writer(transaction, region);
  ASSIGN_OR_RETURN(const std::optional<internal::v1::JournalHead> head,
                   kHeads.Get(transaction, KeyBuilder().Text(region).Take()));
  if (head.has_value()) {
    ASSIGN_OR_RETURN(writer.frontier_, FrontierOf(*head));
    writer.last_time_ = TimeOf(head->last_time());
  }
  return writer;
}

void JournalWriter::Append(audit::v1::Event& event, const internal::v1::PersonalTexts& personal,
                           absl::Time now) {
  const std::uint64_t sequence = frontier_.size() + 1;
  last_time_ = std::max(last_time_, now);
  event.set_name(absl::StrCat("regions/", region_, "/events/", sequence));
  event.set_sequence(static_cast<std::int64_t>(sequence));
  *event.mutable_time() = Stamp(last_time_);
  std::string leaf = Serialized(event);
  AppendToTree(leaf);
  transaction_.Put(tables::kJournalLeaf, EventKey(region_, sequence), std::move(leaf));
  if (personal.texts_size() > 0) kPersonal.Put(transaction_, EventKey(region_, sequence), personal);
  Index(event);
}

void JournalWriter::AppendToTree(absl::string_view leaf) {
  frontier_.Append(rules::HashLeaf(leaf), [this](int level, std::uint64_t index, const rules::Hash& hash) {
    transaction_.Put(
        tables::kJournalNode,
        KeyBuilder().Text(region_).Number(static_cast<std::uint64_t>(level)).Number(index).Take(),
        std::string(rules::Bytes(hash)));
  });
}

void JournalWriter::Index(const audit::v1::Event& event) {
  const auto sequence = static_cast<std::uint64_t>(event.sequence());
  transaction_.Put(tables::kJournalByResource, IndexKey(region_, event.resource(), sequence), "");
  transaction_.Put(tables::kJournalByActor, IndexKey(region_, event.actor(), sequence), "");
  if (!event.provider().empty()) {
    transaction_.Put(tables::kJournalByProvider, IndexKey(region_, event.provider(), sequence), "");
  }
}

void JournalWriter::Close() {
  internal::v1::JournalHead head;
  head.set_size(static_cast<std::int64_t>(frontier_.size()));
  for (const rules::Hash& hash : frontier_.hashes()) head.add_frontier(std::string(rules::Bytes(hash)));
  *head.mutable_last_time() = Stamp(last_time_);
  kHeads.Put(transaction_, KeyBuilder().Text(region_).Take(), head);
}

absl::StatusOr<audit::v1::TreeHead> ReadHead(const storage::Reader& reader, absl::string_view region) {
  ASSIGN_OR_RETURN(const std::optional<internal::v1::JournalHead> stored,
                   kHeads.Get(reader, KeyBuilder().Text(region).Take()));
  const internal::v1::JournalHead head = stored.value_or(internal::v1::JournalHead());
  ASSIGN_OR_RETURN(const rules::Frontier frontier, FrontierOf(head));
  audit::v1::TreeHead answer;
  answer.set_region(std::string(region));
  answer.set_size(head.size());
  answer.set_root(std::string(rules::Bytes(frontier.Root())));
  if (stored.has_value()) *answer.mutable_last_event_time() = head.last_time();
  return answer;
}

absl::StatusOr<std::optional<std::string>> ReadLeaf(const storage::Reader& reader, absl::string_view region,
                                                    std::uint64_t sequence) {
  return reader.Get(tables::kJournalLeaf, EventKey(region, sequence));
}

absl::StatusOr<std::optional<audit::v1::Event>> ReadEvent(const storage::Reader& reader,
                                                          absl::string_view region, std::uint64_t sequence) {
  return ReadEvent(reader, region, sequence, [](const google::protobuf::Message&) { return true; });
}

absl::StatusOr<std::optional<audit::v1::Event>> ReadEvent(const storage::Reader& reader,
                                                          absl::string_view region, std::uint64_t sequence,
                                                          const Discretion& discretion) {
  ASSIGN_OR_RETURN(const std::optional<std::string> leaf, ReadLeaf(reader, region, sequence));
  if (!leaf.has_value()) return std::optional<audit::v1::Event>();
  audit::v1::Event event;
  if (!event.ParseFromString(*leaf)) return absl::DataLossError("a journal leaf is no event");
  ASSIGN_OR_RETURN(const std::optional<internal::v1::PersonalTexts> personal,
                   kPersonal.Get(reader, EventKey(region, sequence)));
  if (personal.has_value()) RETURN_IF_ERROR(RestoreTexts(event, *personal, discretion));
  return std::optional<audit::v1::Event>(std::move(event));
}

absl::StatusOr<std::vector<std::uint64_t>> ReadSequences(const storage::Reader& reader,
                                                         storage::TableId index, absl::string_view region,
                                                         absl::string_view value, std::uint64_t start,
                                                         std::int64_t limit) {
  const std::string prefix = KeyBuilder().Text(region).Text(value).Take();
  const storage::ScanRange range{
      .begin = IndexKey(region, value, start), .end = storage::PrefixEnd(prefix), .limit = limit};
  std::vector<std::uint64_t> sequences;
  absl::Status broken;
  RETURN_IF_ERROR(reader.Scan(index, range, [&](absl::string_view key, absl::string_view /*value*/) {
    key.remove_prefix(prefix.size());
    const absl::StatusOr<std::uint64_t> sequence = storage::KeyParser(key).Number();
    broken.Update(sequence.status());
    if (sequence.ok()) sequences.push_back(*sequence);
    return broken.ok();
  }));
  RETURN_IF_ERROR(broken);
  return sequences;
}

}  // namespace waarborg::ledger
