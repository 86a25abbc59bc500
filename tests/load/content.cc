#include "tests/load/content.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "absl/time/clock.h"
#include "grpcpp/client_context.h"
#include "services/language/status_macros.h"
#include "services/rules/sha256.h"
#include "storage/blobs.h"
#include "tests/load/channels.h"
#include "tests/load/memory.h"
#include "tests/load/reports.h"
#include "waarborg/evidence/v1/evidence.grpc.pb.h"

namespace waarborg::load {
namespace {

namespace v1 = ::waarborg::evidence::v1;

constexpr std::size_t kPiece = storage::kChunkBytes;
constexpr double kMebibyte = 1 << 20;
// A file takes seconds, so fewer tell enough.
constexpr int kMostTurns = 3;

struct Turn {
  double digest = 0;  // seconds, each
  double write = 0;
  double upload = 0;
  double download = 0;
  double upload_growth = 0;  // bytes
  double download_growth = 0;

  [[nodiscard]] double bare() const { return digest + write; }
};

// Nothing that a disk or an engine could make smaller, and of no known type.
std::string ContentOf(int number, std::size_t bytes) {
  std::string content(bytes, '\0');
  std::mt19937_64 generator(static_cast<std::uint64_t>(number) + 1);
  for (std::size_t i = 0; i + sizeof(std::uint64_t) <= bytes; i += sizeof(std::uint64_t)) {
    const std::uint64_t word = generator();
    std::memcpy(&content[i], &word, sizeof(word));
  }
  const std::string beginning = absl::StrCat("waarborg load ", number, "\n");
  content.replace(0, std::min(bytes, beginning.size()), beginning.substr(0, bytes));
  return content;
}

double SecondsOf(const std::function<void()>& work) {
  const absl::Time start = absl::Now();
  work();
  return absl::ToDoubleSeconds(absl::Now() - start);
}

// In pieces of the size of a chunk, and synced once, at the end.
absl::Status WriteFile(const std::string& path, const std::string& content) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return absl::InternalError(absl::StrCat("cannot write ", path));
  bool written = true;
  for (std::size_t at = 0; at < content.size() && written; at += kPiece) {
    const std::size_t piece = std::min(kPiece, content.size() - at);
    written = write(file, content.data() + at, piece) == static_cast<ssize_t>(piece);
  }
  written = fdatasync(file) == 0 && written;
  close(file);
  unlink(path.c_str());
  return written ? absl::OkStatus() : absl::InternalError(absl::StrCat("cannot write ", path));
}

absl::Status ToStatus(const grpc::Status& status) {
  return status.ok() ? absl::OkStatus() : absl::InternalError(status.error_message());
}

class Files final {
 public:
  explicit Files(const std::string& address)
      : stub_(v1::EvidenceService::NewStub(Connect(address, 1).front())) {}

  absl::Status Upload(const std::string& id, const std::string& content, const std::string& digest) {
    grpc::ClientContext context;
    context.AddMetadata("waarborg-member", kQualityManager);
    v1::Attachment attachment;
    const auto stream = stub_->UploadAttachment(&context, &attachment);
    v1::UploadAttachmentRequest request;
    v1::UploadStart& start = *request.mutable_start();
    start.set_parent("regions/nmd");
    start.set_attachment_id(id);
    start.mutable_attachment()->set_provider(kWatchedProvider);
    start.mutable_attachment()->set_title("Opname van het bezoek");
    start.mutable_attachment()->set_evidence_type("OTHER");
    start.mutable_attachment()->set_file_name("opname.bin");
    start.set_size_bytes(static_cast<std::int64_t>(content.size()));
    start.set_content_hash(digest);
    bool taken = stream->Write(request);
    for (std::size_t at = 0; at < content.size() && taken; at += kPiece) {
      request.mutable_chunk()->set_offset(static_cast<std::int64_t>(at));
      request.mutable_chunk()->set_data(content.data() + at, std::min(kPiece, content.size() - at));
      taken = stream->Write(request);
    }
    stream->WritesDone();
    return ToStatus(stream->Finish());
  }

  // An error when what comes is not `content`.
  absl::Status Download(const std::string& id, const std::string& content) {
    grpc::ClientContext context;
    context.AddMetadata("waarborg-member", kQualityManager);
    v1::DownloadAttachmentRequest request;
    request.set_name(absl::StrCat("regions/nmd/attachments/", id));
    const auto stream = stub_->DownloadAttachment(&context, request);
    v1::DownloadAttachmentResponse response;
    absl::string_view rest = content;
    bool same = true;
    while (stream->Read(&response)) {
      if (response.has_chunk()) same = absl::ConsumePrefix(&rest, response.chunk().data()) && same;
    }
    RETURN_IF_ERROR(ToStatus(stream->Finish()));
    return same && rest.empty() ? absl::OkStatus() : absl::DataLossError("another content came back");
  }

 private:
  std::unique_ptr<v1::EvidenceService::Stub> stub_;
};

// How far the server's memory rose above what it held, while `work` was done.
absl::StatusOr<double> GrowthDuring(const testing::Process& server, const std::function<absl::Status()>& work,
                                    double& seconds) {
  ASSIGN_OR_RETURN(const Memory before, MemoryOf(server.pid()));
  RETURN_IF_ERROR(ForgetPeak(server.pid()));
  absl::Status done;
  seconds = SecondsOf([&] { done = work(); });
  RETURN_IF_ERROR(done);
  ASSIGN_OR_RETURN(const Memory after, MemoryOf(server.pid()));
  return static_cast<double>(after.peak - before.now);
}

absl::StatusOr<Turn> TakeTurn(const Settings& settings, Files& files, const testing::Process& server,
                              int number) {
  const std::string id = absl::StrCat("load-", number);
  const std::string content = ContentOf(number, static_cast<std::size_t>(settings.content_mebibytes) << 20);
  Turn turn;
  std::string digest;
  turn.digest = SecondsOf([&] { digest = rules::ToHex(rules::Sha256(content)); });
  absl::Status written;
  turn.write = SecondsOf([&] { written = WriteFile(absl::StrCat(settings.directory, "/content"), content); });
  RETURN_IF_ERROR(written);
  ASSIGN_OR_RETURN(turn.upload_growth,
                   GrowthDuring(
                       server, [&] { return files.Upload(id, content, digest); }, turn.upload));
  ASSIGN_OR_RETURN(turn.download_growth,
                   GrowthDuring(
                       server, [&] { return files.Download(id, content); }, turn.download));
  return turn;
}

Section SectionOf(const Settings& settings, const std::vector<Turn>& turns) {
  const auto of = [&turns](const std::function<double(const Turn&)>& figure) {
    std::vector<double> values;
    for (const Turn& turn : turns) values.push_back(figure(turn));
    return Median(std::move(values));
  };
  const auto rate = [&](const char* key, const char* words, double Turn::*seconds) {
    return RowOf(key, words, "mib_per_second",
                 settings.content_mebibytes / of([&](const Turn& turn) { return turn.*seconds; }), 0,
                 "MiB/s");
  };
  Row up = rate("upload", "upload", &Turn::upload);
  up.figures.push_back({"server_growth_mib",
                        of([](const Turn& turn) { return turn.upload_growth; }) / kMebibyte, 1, "MiB more"});
  Row down = rate("download", "download", &Turn::download);
  down.figures.push_back({"server_growth_mib",
                          of([](const Turn& turn) { return turn.download_growth; }) / kMebibyte, 1,
                          "MiB more"});
  return {.title = absl::StrCat("A file of ", settings.content_mebibytes, " MiB"),
          .rows = {rate("digest", "bare SHA-256", &Turn::digest),
                   rate("write", "bare write, synced at the end", &Turn::write), up, down,
                   ShareOf("upload_to_bare", "upload / digest and write",
                           of([](const Turn& turn) { return turn.bare() / turn.upload; })),
                   ShareOf("download_to_bare", "download / digest and write",
                           of([](const Turn& turn) { return turn.bare() / turn.download; }))}};
}

}  // namespace

absl::StatusOr<Section> MeasureContent(const Settings& settings, Stage& stage) {
  RETURN_IF_ERROR(stage.Restart());
  Files files(stage.product().address());
  std::vector<Turn> turns;
  for (int i = 0; i < std::min(settings.turns, kMostTurns); ++i) {
    Say(absl::StrCat("file ", i + 1));
    ASSIGN_OR_RETURN(const Turn turn, TakeTurn(settings, files, stage.product().process(), i));
    turns.push_back(turn);
  }
  return SectionOf(settings, turns);
}

}  // namespace waarborg::load
