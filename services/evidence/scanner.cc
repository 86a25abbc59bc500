#include "services/evidence/scanner.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/call/name.h"
#include "services/evidence/names.h"
#include "services/evidence/records.h"
#include "services/evidence/revision.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "storage/blobs.h"

namespace waarborg::evidence {
namespace {

constexpr absl::Duration kBetweenLooks = absl::Seconds(30);
constexpr absl::Duration kFirstWait = absl::Seconds(1);
constexpr absl::Duration kTryAgain = absl::Hours(1);
constexpr std::int64_t kAtOnce = 100;

// The next orders after `key`.
absl::StatusOr<std::vector<std::string>> OrdersAfter(const storage::Reader& reader, const std::string& key) {
  const std::string begin = key.empty() ? "" : absl::StrCat(key, absl::string_view("\0", 1));
  std::vector<std::string> keys;
  RETURN_IF_ERROR(reader.Scan(kScanOrders.id, {.begin = begin, .end = "", .limit = kAtOnce},
                              [&keys](absl::string_view order, absl::string_view) {
                                keys.emplace_back(order);
                                return true;
                              }));
  return keys;
}

// The content, a chunk at a time.
Clamd::Pieces PiecesOf(storage::Store& store, const storage::Blob& blob) {
  return [&store, blob, next = std::uint64_t{0}]() mutable -> absl::StatusOr<std::optional<std::string>> {
    if (next == storage::ChunksOf(blob.size)) return std::optional<std::string>();
    ASSIGN_OR_RETURN(std::string chunk, storage::ReadChunk(*store.Read(), blob, next));
    ++next;
    return std::optional<std::string>(std::move(chunk));
  };
}

absl::string_view EventOf(v1::Scan::Verdict verdict) {
  if (verdict == v1::Scan::VERDICT_CLEAN) return "find_clean";
  return verdict == v1::Scan::VERDICT_INFECTED ? "find_infected" : "note_failed_scan";
}

// What another try may mend soon: nobody listens, the store takes no writes now, or the scanner stops.
bool EndsTheRound(const absl::Status& status) {
  return status.code() == absl::StatusCode::kUnavailable ||
         status.code() == absl::StatusCode::kResourceExhausted ||
         status.code() == absl::StatusCode::kCancelled;
}

// The verdict, unless somebody else was first or the same failure is known.
absl::Status NoteVerdict(ledger::UnitOfWork& unit, const AttachmentName& name, const Judgement& judgement) {
  ASSIGN_OR_RETURN(v1::Attachment attachment, Load(unit.reader(), name));
  if (attachment.state() != v1::Attachment::STATE_QUARANTINED) return absl::OkStatus();
  const bool failed = judgement.verdict == v1::Scan::VERDICT_FAILED;
  if (failed && attachment.scan().finding() == judgement.finding) return absl::OkStatus();
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowAttachment(unit, attachment, EventOf(judgement.verdict)));
  attachment.mutable_scan()->set_verdict(judgement.verdict);
  attachment.mutable_scan()->set_finding(judgement.finding);
  *attachment.mutable_scan()->mutable_time() = ledger::Stamp(unit.now());
  fact.reason = judgement.finding;
  if (!failed) RETURN_IF_ERROR(unit.Delete(kScanOrders, name.Key()));
  return KeepAttachment(unit, std::move(attachment), std::move(fact)).status();
}

}  // namespace

Scanner::Scanner(ledger::Ledger& ledger, call::Entropy entropy, std::string address, Log log)
    : ledger_(ledger),
      entropy_(std::move(entropy)),
      clamd_(std::move(address)),
      log_(std::move(log)),
      thread_([this] { Work(); }) {}

Scanner::~Scanner() {
  stopping_ = true;
  Wake();
  thread_.join();
}

void Scanner::Wake() {
  const language::MutexLock lock(mutex_);
  woken_ = true;
  changed_.NotifyAll();
}

bool Scanner::Wait(absl::Duration longest) {
  const language::MutexLock lock(mutex_);
  if (!woken_) changed_.WaitFor(mutex_, absl::ToChronoMilliseconds(longest));
  woken_ = false;
  return !stopping_;
}

// While the daemon is not there, it is asked less and less often, unless something comes in.
void Scanner::Work() {
  absl::Duration wait = absl::ZeroDuration();
  while (Wait(wait == absl::ZeroDuration() ? kFirstWait : wait)) {
    const absl::Status status = RunOnce();
    if (status.ok()) {
      wait = kBetweenLooks;
      continue;
    }
    if (wait == absl::ZeroDuration() || wait == kBetweenLooks) {
      log_(absl::StrCat("scanner: ", status.ToString()));
      wait = kFirstWait;
    } else {
      wait = std::min(2 * wait, kBetweenLooks - kFirstWait);
    }
  }
}

absl::Status Scanner::RunOnce() {
  const language::MutexLock lock(running_);
  const absl::Time now = ledger_.now();
  std::erase_if(again_, [now](const auto& each) { return each.second <= now; });
  std::string last;
  while (!stopping_) {
    ASSIGN_OR_RETURN(const std::vector<std::string> keys, OrdersAfter(*ledger_.store().Read(), last));
    if (keys.empty()) return absl::OkStatus();
    for (const std::string& key : keys) {
      if (again_.contains(key)) continue;
      const absl::StatusOr<Judgement> scanned = ScanOne(key);
      if (EndsTheRound(scanned.status())) return scanned.status();
      if (!scanned.ok()) log_(absl::StrCat("scanner: ", scanned.status().ToString()));
      const bool judged = scanned.ok() && scanned->verdict != v1::Scan::VERDICT_FAILED;
      if (!judged) again_[key] = ledger_.now() + kTryAgain;
    }
    last = keys.back();
  }
  return absl::OkStatus();
}

absl::StatusOr<Judgement> Scanner::ScanOne(const std::string& key) {
  ASSIGN_OR_RETURN(const std::optional<v1::Attachment> attachment,
                   storage::Table<v1::Attachment>(kAttachments.id).Get(*ledger_.store().Read(), key));
  if (!attachment.has_value()) return absl::DataLossError("an order to scan without its attachment");
  ASSIGN_OR_RETURN(Judgement judgement, Judge(*attachment));
  RETURN_IF_ERROR(WriteDown(*attachment, judgement));
  return judgement;
}

absl::StatusOr<Judgement> Scanner::Judge(const v1::Attachment& attachment) const {
  ASSIGN_OR_RETURN(const std::optional<storage::Blob> blob,
                   storage::FindBlob(*ledger_.store().Read(), attachment.content_hash()));
  if (!blob.has_value()) return absl::DataLossError(absl::StrCat("no content ", attachment.content_hash()));
  return clamd_.Judge(PiecesOf(ledger_.store(), *blob), [this] { return stopping_.load(); });
}

absl::Status Scanner::WriteDown(const v1::Attachment& attachment, const Judgement& judgement) {
  ASSIGN_OR_RETURN(const AttachmentName name, AttachmentName::Parse(attachment.name()));
  const call::Call call{.caller = call::SystemCaller(name.region),
                        .region = name.region,
                        .method = "scanner/verdict",
                        .request_id = "",
                        .traceparent = "",
                        .now = ledger_.now(),
                        .deadline = absl::InfiniteFuture(),
                        .entropy = entropy_};
  return ledger_.RunAndWait(call,
                            [&](ledger::UnitOfWork& unit) { return NoteVerdict(unit, name, judgement); });
}

}  // namespace waarborg::evidence
