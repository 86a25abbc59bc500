// Evidence through the whole server: sent, fetched, bounded in memory, and taken up again after the server
// went away.

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <future>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "grpcpp/client_context.h"
#include "gtest/gtest.h"
#include "services/edge/limits.h"
#include "services/evidence/disk.h"
#include "services/language/die.h"
#include "services/registry/names.h"
#include "services/registry/records.h"
#include "services/rules/sha256.h"
#include "services/server.h"
#include "services/team/names.h"
#include "services/team/records.h"
#include "storage/blobs.h"
#include "storage/rocksdb/rocksdb_store.h"
#include "tests/support/desk.h"
#include "waarborg/evidence/v1/evidence.grpc.pb.h"

namespace waarborg {
namespace {

using evidence::v1::Attachment;
using storage::kChunkBytes;

constexpr char kMember[] = "regions/nmd/members/anna";
constexpr char kProvider[] = "regions/nmd/providers/p-1";

// A content that is not kept: the byte at each place is known.
class LongContent final {
 public:
  explicit LongContent(std::int64_t size) : size_(size) {
    rules::RunningSha256 running;
    std::int64_t at = 0;
    for (; size - at > static_cast<std::int64_t>(kChunkBytes); at += kChunkBytes) running.Add(ChunkAt(at));
    hash_ = rules::ToHex(running.End(ChunkAt(at)));
  }

  [[nodiscard]] std::int64_t size() const { return size_; }
  [[nodiscard]] const std::string& hash() const { return hash_; }
  [[nodiscard]] std::string ChunkAt(std::int64_t offset) const {
    const auto bytes =
        storage::ChunkSizeAt(static_cast<std::uint64_t>(size_), static_cast<std::uint64_t>(offset));
    std::string chunk(bytes, static_cast<char>('a' + offset / static_cast<std::int64_t>(kChunkBytes) % 26));
    return chunk;
  }

 private:
  const std::int64_t size_;
  std::string hash_;
};

class TransfersTest : public ::testing::Test {
 protected:
  TransfersTest() {
    Open();
    ledger::Ledger ledger(*store_, [this] { return clock_.Now(); });
    const call::Call call{.caller = call::SystemCaller("nmd"),
                          .region = "nmd",
                          .method = "test/scene",
                          .now = clock_.Now(),
                          .deadline = absl::InfiniteFuture(),
                          .entropy = testing::FakeEntropy()};
    EXPECT_THAT(
        ledger.RunAndWait(
            call,
            [](ledger::UnitOfWork& unit) -> absl::Status {
              team::v1::Member member;
              member.set_name(kMember);
              member.add_roles(team::v1::ROLE_TEAM_MEMBER);
              RETURN_IF_ERROR(unit.Put(team::kMembers, team::MemberName::Parse(kMember)->Key(), member));
              registry::v1::Provider provider;
              provider.set_name(kProvider);
              RETURN_IF_ERROR(
                  unit.Put(registry::kProviders, registry::ProviderName::Parse(kProvider)->Key(), provider));
              unit.Record({.kind = "SceneSet", .resource = "regions/nmd"});
              return absl::OkStatus();
            }),
        testing::IsOk());
  }

  void Open() {
    auto store = storage::Open({.directory = "/transfers", .in_memory = true, .memory_disk = disk_});
    if (!store.ok()) language::Die(store.status().message());
    store_ = *std::move(store);
    auto server = Server::Start({.dev_identities = true}, *store_,
                                {.clock = [this] { return clock_.Now(); },
                                 .entropy = entropy_,
                                 .log = [](absl::string_view) {},
                                 .disk_space =
                                     [this] {
                                       return std::filesystem::space_info{
                                           .capacity = kDisk, .free = disk_free_, .available = disk_free_};
                                     }});
    if (!server.ok()) language::Die(server.status().message());
    server_ = *std::move(server);
    stub_ = evidence::v1::EvidenceService::NewStub(server_->InProcessChannel());
  }

  void Close() {
    stub_.reset();
    server_.reset();
    store_.reset();
  }

  static std::unique_ptr<grpc::ClientContext> As(const std::string& member = kMember) {
    auto context = std::make_unique<grpc::ClientContext>();
    context->AddMetadata("waarborg-member", member);
    return context;
  }

  static evidence::v1::UploadAttachmentRequest StartOf(const LongContent& content, const std::string& id) {
    evidence::v1::UploadAttachmentRequest message;
    evidence::v1::UploadStart& start = *message.mutable_start();
    start.set_parent("regions/nmd");
    start.set_attachment_id(id);
    start.set_size_bytes(content.size());
    start.set_content_hash(content.hash());
    start.mutable_attachment()->set_provider(kProvider);
    start.mutable_attachment()->set_title("Film van de rondleiding");
    start.mutable_attachment()->set_evidence_type("OTHER");
    start.mutable_attachment()->set_file_name("rondleiding.bin");
    return message;
  }

  // Sends [from, to) and ends, or breaks off.
  grpc::Status Send(const LongContent& content, const std::string& id, std::int64_t from, std::int64_t to,
                    Attachment& attachment, bool break_off = false) {
    const auto context = As();
    const auto writer = stub_->UploadAttachment(context.get(), &attachment);
    bool open = writer->Write(StartOf(content, id));
    for (std::int64_t at = from; open && at < to; at += kChunkBytes) {
      evidence::v1::UploadAttachmentRequest message;
      message.mutable_chunk()->set_offset(at);
      message.mutable_chunk()->set_data(content.ChunkAt(at));
      open = writer->Write(message);
    }
    if (break_off) {
      context->TryCancel();
    } else {
      writer->WritesDone();
    }
    return writer->Finish();
  }

  std::int64_t Durable(const std::string& id) {
    const auto context = As();
    evidence::v1::GetUploadRequest request;
    request.set_name("regions/nmd/uploads/" + id);
    evidence::v1::Upload upload;
    const grpc::Status status = stub_->GetUpload(context.get(), request, &upload);
    return status.ok() ? upload.durable_bytes() : -1;
  }

  // The digest of what a download brings.
  std::string Fetch(const std::string& id, std::int64_t expected) {
    const auto context = As();
    evidence::v1::DownloadAttachmentRequest request;
    request.set_name("regions/nmd/attachments/" + id);
    const auto reader = stub_->DownloadAttachment(context.get(), request);
    evidence::v1::DownloadAttachmentResponse response;
    rules::RunningSha256 running;
    std::string last;
    std::int64_t fetched = 0;
    while (reader->Read(&response)) {
      if (!response.has_chunk()) continue;
      EXPECT_EQ(response.chunk().offset(), fetched);
      fetched += static_cast<std::int64_t>(response.chunk().data().size());
      running.Add(last);
      last = response.chunk().data();
    }
    EXPECT_TRUE(reader->Finish().ok());
    EXPECT_EQ(fetched, expected);
    return rules::ToHex(running.End(last));
  }

  static constexpr std::uintmax_t kDisk = std::uintmax_t{100} << 30;
  std::atomic<std::uintmax_t> disk_free_ = kDisk;
  testing::FakeClock clock_;
  const call::Entropy entropy_ = testing::FakeEntropy();
  const std::shared_ptr<storage::MemoryDisk> disk_ = storage::NewMemoryDisk();
  std::unique_ptr<storage::Store> store_;
  std::unique_ptr<Server> server_;
  std::unique_ptr<evidence::v1::EvidenceService::Stub> stub_;
};

TEST_F(TransfersTest, ThreeHundredMegabytesAreNeverInMemoryAtOnce) {
  const LongContent content(300'000'001);
  Attachment attachment;
  const grpc::Status sent = Send(content, "film", 0, content.size(), attachment);
  ASSERT_TRUE(sent.ok()) << sent.error_message();
  EXPECT_EQ(attachment.content_hash(), content.hash());
  EXPECT_GE(server_->MostHeldByUploads(), kChunkBytes);
  EXPECT_LE(server_->MostHeldByUploads(), edge::limits::kBytesOfATransfer);
  EXPECT_EQ(Fetch("film", content.size()), content.hash());
}

TEST_F(TransfersTest, ManyUploadsTogetherHoldAsManyMessages) {
  constexpr int kUploads = 8;
  std::vector<std::future<grpc::Status>> sending;
  std::vector<Attachment> attachments(kUploads);
  const LongContent content(5 * static_cast<std::int64_t>(kChunkBytes) + 3);
  for (int i = 0; i < kUploads; ++i) {
    sending.push_back(std::async(std::launch::async, [this, i, &content, &attachments] {
      return Send(content, absl::StrCat("b-", i), 0, content.size(),
                  attachments[static_cast<std::size_t>(i)]);
    }));
  }
  for (auto& sent : sending) EXPECT_TRUE(sent.get().ok());
  EXPECT_LE(server_->MostHeldByUploads(), kUploads * edge::limits::kBytesOfATransfer);
  EXPECT_LE(kUploads * edge::limits::kBytesOfATransfer, edge::limits::kTransferMemoryBytes);
}

TEST_F(TransfersTest, AnUploadGoesOnAfterTheServerWentAway) {
  const LongContent content(4 * static_cast<std::int64_t>(kChunkBytes) + 1);
  Attachment attachment;
  EXPECT_FALSE(Send(content, "film", 0, 2 * kChunkBytes, attachment).ok());
  const std::int64_t durable = Durable("film");
  EXPECT_EQ(durable, 2 * static_cast<std::int64_t>(kChunkBytes));
  Close();
  Open();
  EXPECT_EQ(Durable("film"), durable);
  const grpc::Status sent = Send(content, "film", durable, content.size(), attachment);
  ASSERT_TRUE(sent.ok()) << sent.error_message();
  EXPECT_EQ(Fetch("film", content.size()), content.hash());
}

TEST_F(TransfersTest, AClientThatBreaksOffLosesAtMostWhatIsNotDurable) {
  const LongContent content(6 * static_cast<std::int64_t>(kChunkBytes));
  Attachment attachment;
  EXPECT_FALSE(Send(content, "film", 0, 3 * kChunkBytes, attachment, /*break_off=*/true).ok());
  // The server may still be busy with the last chunk that it read.
  grpc::Status sent;
  do {
    const std::int64_t durable = std::max<std::int64_t>(0, Durable("film"));
    EXPECT_EQ(durable % static_cast<std::int64_t>(kChunkBytes), 0);
    sent = Send(content, "film", durable, content.size(), attachment);
  } while (sent.error_code() == grpc::StatusCode::ABORTED);
  EXPECT_TRUE(sent.ok()) << sent.error_message();
  EXPECT_EQ(attachment.content_hash(), content.hash());
}

TEST_F(TransfersTest, EvidenceIsRefusedBeforeTheDiskOfTheJournalIsFull) {
  const LongContent content(2 * static_cast<std::int64_t>(kChunkBytes));
  disk_free_ = evidence::DiskReserve(kDisk) + static_cast<std::uintmax_t>(content.size()) - 1;
  Attachment attachment;
  EXPECT_EQ(Send(content, "film", 0, content.size(), attachment).error_code(),
            grpc::StatusCode::RESOURCE_EXHAUSTED);
  EXPECT_EQ(Durable("film"), -1);
  disk_free_ = kDisk;
  EXPECT_TRUE(Send(content, "film", 0, content.size(), attachment).ok());
}

}  // namespace
}  // namespace waarborg
