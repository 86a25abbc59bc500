#include <array>
#include <cstdint>

#include "absl/strings/str_cat.h"
#include "services/ledger/journal.h"
#include "services/rules/merkle.h"
#include "storage/schema.h"
#include "tests/model/invariants.h"

namespace waarborg::model {
namespace {

// The tables that the journal follows.
constexpr std::array kRecords = {storage::tables::kDeadline,        storage::tables::kFrameworkVersion,
                                 storage::tables::kRegion,          storage::tables::kPolicyVersion,
                                 storage::tables::kProvider,        storage::tables::kLocation,
                                 storage::tables::kContract,        storage::tables::kCertificate,
                                 storage::tables::kObligation,      storage::tables::kExternalJudgement,
                                 storage::tables::kMember,          storage::tables::kAssessment,
                                 storage::tables::kFinding,         storage::tables::kDecisionRecord,
                                 storage::tables::kImprovementPlan, storage::tables::kAttentionPoint,
                                 storage::tables::kStanding,        storage::tables::kStep,
                                 storage::tables::kAcuteCase,       storage::tables::kTask,
                                 storage::tables::kAttachment,      storage::tables::kAttachmentLink,
                                 storage::tables::kUpload,          storage::tables::kContentUse,
                                 storage::tables::kEvidenceUse,     storage::tables::kScanOrder,
                                 storage::tables::kIncident,        storage::tables::kIncidentReporter,
                                 storage::tables::kIncidentReceipt, storage::tables::kReceiptCounter,
                                 storage::tables::kCommentThread,   storage::tables::kComment,
                                 storage::tables::kNoticeSetting};

ledger::ReplayedState Stored(const storage::Reader& reader, Breaches& breaches) {
  ledger::ReplayedState stored;
  for (const storage::TableId table : kRecords) {
    const absl::Status read = reader.Scan(
        table, {.limit = storage::kMaxScanEntries}, [&](absl::string_view key, absl::string_view value) {
          stored[{static_cast<int>(table), std::string(key)}] = std::string(value);
          return true;
        });
    if (!read.ok()) breaches.push_back(read.ToString());
  }
  return stored;
}

}  // namespace

Breaches JournalHoldsTogether(const storage::Reader& reader, const std::string& region) {
  Breaches breaches;
  rules::Frontier frontier;
  for (std::uint64_t sequence = 1;; ++sequence) {
    const auto leaf = ledger::ReadLeaf(reader, region, sequence);
    const auto event = ledger::ReadEvent(reader, region, sequence);
    if (!leaf.ok() || !event.ok()) return {absl::StrCat("cannot be read at ", sequence)};
    if (!leaf->has_value() || !event->has_value()) break;
    if (static_cast<std::uint64_t>((*event)->sequence()) != sequence) {
      breaches.push_back(absl::StrCat("event ", (*event)->sequence(), " stands at ", sequence));
    }
    frontier.Append(rules::HashLeaf(**leaf), [](int, std::uint64_t, const rules::Hash&) {});
  }
  const auto head = ledger::ReadHead(reader, region);
  if (!head.ok()) return {head.status().ToString()};
  if (static_cast<std::uint64_t>(head->size()) != frontier.size()) {
    breaches.push_back(
        absl::StrCat("the head counts ", head->size(), " leaves, there are ", frontier.size()));
  }
  if (head->root() != rules::Bytes(frontier.Root())) breaches.push_back("the head has another root");
  return breaches;
}

Breaches ReplayIsWhatIsStored(const storage::Reader& reader, const ledger::ReplayedState& replayed) {
  Breaches breaches;
  const ledger::ReplayedState stored = Stored(reader, breaches);
  for (const auto& [place, record] : replayed) {
    const auto found = stored.find(place);
    if (found != stored.end() && found->second == record) continue;
    breaches.push_back(absl::StrCat("a record of table ", place.first, " is not what the journal says"));
  }
  for (const auto& [place, record] : stored) {
    if (replayed.contains(place)) continue;
    breaches.push_back(absl::StrCat("the journal knows nothing of a record of table ", place.first));
  }
  return breaches;
}

}  // namespace waarborg::model
