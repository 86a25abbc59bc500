#include "tests/load/recording.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "grpcpp/client_context.h"
#include "services/language/mutex.h"
#include "services/language/status_macros.h"
#include "services/server.h"
#include "storage/keys.h"
#include "storage/rocksdb/rocksdb_store.h"
#include "storage/schema.h"
#include "tests/load/reports.h"
#include "waarborg/incident/v1/incident.grpc.pb.h"

namespace waarborg::load {
namespace {

constexpr int kReports = 64;

void FillRandom(char* bytes, std::size_t count) {
  thread_local std::mt19937 generator{std::random_device()()};
  std::generate_n(bytes, count, [] { return static_cast<char>(generator()); });
}

// One report after another, each when the last is durable.
absl::Status PushReports(const std::shared_ptr<grpc::Channel>& channel) {
  const auto stub = incident::v1::IncidentService::NewStub(channel);
  grpc::ClientContext context;
  context.AddMetadata("waarborg-member", kIncidentClient);
  const auto stream = stub->PushIncidents(&context);
  for (int i = 0; i < kReports; ++i) {
    incident::v1::PushIncidentsResponse answer;
    if (!stream->Write(EventOf(absl::StrCat("recorded-", i))) || !stream->Read(&answer)) break;
    if (answer.results(0).has_error()) return absl::InternalError(answer.results(0).error().message());
  }
  stream->WritesDone();
  const grpc::Status status = stream->Finish();
  return status.ok() ? absl::OkStatus() : absl::InternalError(status.error_message());
}

}  // namespace

// A store that keeps what the write functions that made an incident have put.
class Recording::Recorder final : public storage::Store {
 public:
  explicit Recorder(storage::Store& store) : store_(store) {}

  std::unique_ptr<const storage::Snapshot> Read() const override { return store_.Read(); }
  absl::StatusOr<std::optional<std::string>> Get(storage::TableId table,
                                                 absl::string_view key) const override {
    return store_.Get(table, key);
  }
  absl::StatusOr<std::uint32_t> Backup(const std::string& directory) override {
    return store_.Backup(directory);
  }

  void Write(storage::WriteFunction function, storage::WriteDone done) override {
    store_.Write(
        [this, function = std::move(function)](storage::Transaction& transaction) {
          Listener listener(transaction);
          const absl::Status status = function(listener);
          if (status.ok()) Keep(std::move(listener.puts));
          return status;
        },
        std::move(done));
  }

  std::vector<Report> Take() {
    const language::MutexLock lock(mutex_);
    return std::move(reports_);
  }

 private:
  struct Listener final : storage::Transaction {
    explicit Listener(storage::Transaction& transaction) : inner(transaction) {}
    absl::StatusOr<std::optional<std::string>> Get(storage::TableId table,
                                                   absl::string_view key) const override {
      return inner.Get(table, key);
    }
    absl::Status Scan(storage::TableId table, const storage::ScanRange& range,
                      const storage::ScanVisitor& visit) const override {
      return inner.Scan(table, range, visit);
    }
    void Put(storage::TableId table, absl::string_view key, std::string value) override {
      puts[{table, std::string(key)}] = value;
      inner.Put(table, key, std::move(value));
    }
    void Delete(storage::TableId table, absl::string_view key) override {
      puts.erase({table, std::string(key)});
      inner.Delete(table, key);
    }
    storage::Transaction& inner;
    std::map<std::pair<storage::TableId, std::string>, std::string>
        puts;  // A later put of a key replaces the first.
  };

  void Keep(std::map<std::pair<storage::TableId, std::string>, std::string> puts) {
    Report report;
    bool is_report = false;
    for (auto& [where, value] : puts) {
      is_report = is_report || where.first == storage::tables::kIncident;
      report.push_back({.table = where.first, .key = where.second, .value = std::move(value)});
    }
    const language::MutexLock lock(mutex_);
    if (is_report) reports_.push_back(std::move(report));
  }

  storage::Store& store_;
  language::Mutex mutex_;
  std::vector<Report> reports_ ABSL_GUARDED_BY(mutex_);
};

absl::StatusOr<Recording> Recording::Of(const std::string& directory) {
  ASSIGN_OR_RETURN(const std::unique_ptr<storage::Store> store, storage::Open({.directory = directory}));
  Recorder recorder(*store);
  {
    ASSIGN_OR_RETURN(const std::unique_ptr<Server> server,
                     Server::Start({.dev_identities = true}, recorder,
                                   {.clock = [] { return absl::Now(); },
                                    .entropy = FillRandom,
                                    .log = [](absl::string_view /*line*/) {}}));
    RETURN_IF_ERROR(PushReports(server->InProcessChannel()));
  }
  Recording recording;
  recording.reports_ = recorder.Take();
  if (recording.reports_.size() != kReports) return absl::InternalError("not every report was recorded");
  recording.MarkShared();
  return recording;
}

void Recording::MarkShared() {
  std::map<std::pair<storage::TableId, std::string>, std::size_t> count;
  for (const Report& report : reports_) {
    for (const Put& put : report) ++count[{put.table, put.key}];
  }
  for (Report& report : reports_) {
    for (Put& put : report) put.shared = count[{put.table, put.key}] == reports_.size();
  }
}

WriteOf Recording::Replay() const {
  return [this](storage::Transaction& transaction, std::uint64_t number) {
    const std::string own = storage::KeyBuilder().Number(number).Take();
    for (const Put& put : reports_[number % reports_.size()]) {
      std::string key = put.key;
      if (!put.shared && key.size() > own.size()) key.replace(key.size() - own.size(), own.size(), own);
      transaction.Put(put.table, key, put.value);
    }
  };
}

double Recording::puts_per_report() const {
  std::size_t puts = 0;
  for (const Report& report : reports_) puts += report.size();
  return static_cast<double>(puts) / static_cast<double>(reports_.size());
}

double Recording::bytes_per_report() const {
  std::size_t bytes = 0;
  for (const Report& report : reports_) {
    for (const Put& put : report) bytes += put.key.size() + put.value.size();
  }
  return static_cast<double>(bytes) / static_cast<double>(reports_.size());
}

}  // namespace waarborg::load
