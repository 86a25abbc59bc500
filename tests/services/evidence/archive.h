#ifndef WAARBORG_TESTS_SERVICES_EVIDENCE_ARCHIVE_H_
#define WAARBORG_TESTS_SERVICES_EVIDENCE_ARCHIVE_H_

// A region with two providers and people of every role, and verbs that send, fetch and change evidence. The
// day is Monday 2 June 2025.

#include <functional>
#include <future>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "services/evidence/commands.h"
#include "services/evidence/content_type.h"
#include "services/evidence/deadlines.h"
#include "services/evidence/download.h"
#include "services/evidence/names.h"
#include "services/evidence/queries.h"
#include "services/evidence/records.h"
#include "services/evidence/session.h"
#include "services/evidence/upload.h"
#include "services/registry/names.h"
#include "services/registry/records.h"
#include "services/rules/sha256.h"
#include "storage/blobs.h"
#include "tests/support/desk.h"

namespace waarborg::evidence {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using waarborg::testing::Desk;
using waarborg::testing::FieldFaults;
using waarborg::testing::IsOk;
using waarborg::testing::ReasonIs;
using waarborg::testing::StatusIs;

using AttachmentOr = absl::StatusOr<v1::Attachment>;

inline constexpr char kProvider[] = "regions/nmd/providers/zorgboerderij";
inline constexpr char kOtherProvider[] = "regions/nmd/providers/ander";

inline google::type::Date Date(int year, int month, int day) {
  google::type::Date date;
  date.set_year(year);
  date.set_month(month);
  date.set_day(day);
  return date;
}

// Bytes that differ from chunk to chunk and from seed to seed.
inline std::string Bytes(std::size_t size, char seed = 'a') {
  std::string bytes(size, ' ');
  for (std::size_t i = 0; i < size; ++i)
    bytes[i] = static_cast<char>(seed + (i / 97 + i / storage::kChunkBytes) % 26);
  return bytes;
}

inline std::string HashOf(const std::string& bytes) { return rules::ToHex(rules::Sha256(bytes)); }

class Archive : public ::testing::Test {
 protected:
  Archive() {
    for (const char* name : {kProvider, kOtherProvider}) {
      Scene([name](ledger::UnitOfWork& unit) {
        registry::v1::Provider provider;
        provider.set_name(name);
        return unit.Put(registry::kProviders, registry::ProviderName::Parse(name)->Key(), provider);
      });
    }
  }

  void Scene(const std::function<absl::Status(ledger::UnitOfWork&)>& work) {
    ASSERT_THAT(desk.Write([&work](ledger::UnitOfWork& unit) {
      RETURN_IF_ERROR(work(unit));
      unit.Record({.kind = "SceneSet", .resource = "regions/nmd"});
      return absl::OkStatus();
    }),
                IsOk());
  }

  // --- Sending.
  static v1::UploadStart StartOf(const std::string& content, const std::string& id = "b-1") {
    v1::UploadStart start;
    start.set_parent("regions/nmd");
    start.set_attachment_id(id);
    start.set_size_bytes(static_cast<std::int64_t>(content.size()));
    start.set_content_hash(HashOf(content));
    v1::Attachment& attachment = *start.mutable_attachment();
    attachment.set_provider(kProvider);
    attachment.set_title("Beleidsplan");
    attachment.set_evidence_type("OTHER");
    attachment.set_file_name("beleid.txt");
    return start;
  }

  [[nodiscard]] call::Call CallOf(const call::Caller& caller) {
    return {.caller = caller,
            .region = "nmd",
            .method = "waarborg.evidence.v1.EvidenceService/UploadAttachment",
            .now = desk.clock.Now(),
            .deadline = absl::InfiniteFuture(),
            .entropy = desk.entropy};
  }

  std::unique_ptr<UploadIntake> Open(const call::Caller& caller) {
    return std::make_unique<UploadIntake>(
        CallOf(caller), UploadMeans{.ledger = desk.ledger, .types = types, .settings = settings});
  }

  static absl::Status Take(UploadIntake& intake, const v1::UploadAttachmentRequest& message) {
    std::promise<absl::Status> taken;
    intake.Take(message, [&taken](absl::Status status) { taken.set_value(std::move(status)); });
    return taken.get_future().get();
  }

  static absl::Status Take(UploadIntake& intake, const v1::UploadStart& start) {
    v1::UploadAttachmentRequest message;
    *message.mutable_start() = start;
    return Take(intake, message);
  }

  static absl::Status Take(UploadIntake& intake, std::int64_t offset, const std::string& data) {
    v1::UploadAttachmentRequest message;
    message.mutable_chunk()->set_offset(offset);
    message.mutable_chunk()->set_data(data);
    return Take(intake, message);
  }

  // The chunk of `content` that stands at `offset`.
  static absl::Status TakeAt(UploadIntake& intake, const std::string& content, std::size_t offset) {
    return Take(intake, static_cast<std::int64_t>(offset), content.substr(offset, storage::kChunkBytes));
  }

  static AttachmentOr End(UploadIntake& intake) {
    std::promise<AttachmentOr> ended;
    intake.End([&ended](AttachmentOr attachment) { ended.set_value(std::move(attachment)); });
    return ended.get_future().get();
  }

  // The whole of it, from where it is durable to.
  AttachmentOr Upload(const v1::UploadStart& start, const std::string& content, const call::Caller& caller,
                      std::size_t from = 0) {
    const std::unique_ptr<UploadIntake> intake = Open(caller);
    RETURN_IF_ERROR(Take(*intake, start));
    for (std::size_t offset = from; offset < content.size(); offset += storage::kChunkBytes) {
      RETURN_IF_ERROR(TakeAt(*intake, content, offset));
    }
    return End(*intake);
  }

  AttachmentOr Upload(const std::string& content, const std::string& id = "b-1") {
    return Upload(StartOf(content, id), content, member);
  }

  // --- Fetching.
  struct Fetched {
    v1::DownloadHead head;
    std::string bytes;
  };
  absl::StatusOr<Fetched> Download(const std::string& id, const call::Caller& caller, std::int64_t offset = 0,
                                   std::int64_t length = 0) {
    v1::DownloadAttachmentRequest request;
    request.set_name("regions/nmd/attachments/" + id);
    request.set_offset(offset);
    request.set_length(length);
    ASSIGN_OR_RETURN(const call::Source<v1::DownloadAttachmentResponse> source,
                     OpenDownload(*desk.store, CallOf(caller), request));
    Fetched fetched;
    while (true) {
      ASSIGN_OR_RETURN(const call::Step<v1::DownloadAttachmentResponse> step, source());
      if (step.ended) return fetched;
      if (step.item->has_head()) fetched.head = step.item->head();
      if (!step.item->has_chunk()) continue;
      EXPECT_EQ(step.item->chunk().offset(), offset + static_cast<std::int64_t>(fetched.bytes.size()));
      fetched.bytes += step.item->chunk().data();
    }
  }

  AttachmentOr Get(const std::string& id, const call::Caller& caller) {
    v1::GetAttachmentRequest request;
    request.set_name("regions/nmd/attachments/" + id);
    return desk.Ask(&GetAttachment, request, caller);
  }

  absl::StatusOr<v1::Upload> GetUpload(const std::string& id, const call::Caller& caller) {
    v1::GetUploadRequest request;
    request.set_name("regions/nmd/uploads/" + id);
    return desk.Ask(&evidence::GetUpload, request, caller);
  }

  // --- Changing.
  template <class Request>
  static Request Named(const std::string& id = "b-1") {
    Request request;
    request.set_name("regions/nmd/attachments/" + id);
    return request;
  }

  AttachmentOr Withdraw(const std::string& id = "b-1") {
    auto request = Named<v1::WithdrawAttachmentRequest>(id);
    request.set_reason("Verkeerd bestand");
    return desk.Run(&WithdrawAttachment, request, manager);
  }

  // How many entries a table holds.
  std::size_t Count(storage::TableId table) {
    std::size_t count = 0;
    EXPECT_THAT(desk.store->Read()->Scan(table, {.limit = storage::kMaxScanEntries},
                                         [&count](absl::string_view, absl::string_view) {
                                           ++count;
                                           return true;
                                         }),
                IsOk());
    return count;
  }

  std::vector<std::string> Kinds() {
    std::vector<std::string> kinds;
    for (const audit::v1::Event& event : desk.Events()) {
      if (event.kind() != "SceneSet") kinds.push_back(event.kind());
    }
    return kinds;
  }

  Desk desk;
  const ContentTypes types;
  Settings settings;
  const call::Caller member = Desk::As("team-member", {team::v1::ROLE_TEAM_MEMBER});
  const call::Caller manager = Desk::As("quality-manager", {team::v1::ROLE_QUALITY_MANAGER});
  const call::Caller auditor = Desk::As("auditor", {team::v1::ROLE_AUDITOR});
  const call::Caller provider_user = Desk::As("pu", {team::v1::ROLE_PROVIDER_USER}, kProvider);
  const call::Caller other_user = Desk::As("ander-pu", {team::v1::ROLE_PROVIDER_USER}, kOtherProvider);
};

}  // namespace waarborg::evidence

#endif  // WAARBORG_TESTS_SERVICES_EVIDENCE_ARCHIVE_H_
