// Content comes in chunk by chunk and is nothing to lean on before its digest is the one declared.

#include "services/evidence/upload.h"

#include "google/rpc/error_details.pb.h"
#include "tests/services/evidence/archive.h"

namespace waarborg::evidence {
namespace {

constexpr std::size_t kChunk = storage::kChunkBytes;

class UploadTest : public Archive {
 protected:
  // The names of the fields that an error says differ.
  static std::string Differs(const absl::Status& status) {
    google::rpc::ErrorInfo info;
    const google::rpc::Status details = call::DetailsOf(status);
    for (const google::protobuf::Any& detail : details.details()) {
      if (detail.UnpackTo(&info)) break;
    }
    return info.metadata().at("differs");
  }
};

TEST_F(UploadTest, AWholeFileBecomesAnAttachmentWithItsDigest) {
  const std::string content = Bytes(2 * kChunk + 100);
  const AttachmentOr attachment = Upload(content);
  ASSERT_THAT(attachment, IsOk());
  EXPECT_EQ(attachment->state(), v1::Attachment::STATE_AVAILABLE);
  EXPECT_EQ(attachment->size_bytes(), static_cast<std::int64_t>(content.size()));
  EXPECT_EQ(attachment->content_hash(), HashOf(content));
  EXPECT_EQ(attachment->revision(), 1);
  EXPECT_EQ(attachment->author(), member.member);
  EXPECT_EQ(attachment->confidentiality(), v1::CONFIDENTIALITY_INTERNAL);
  EXPECT_EQ(attachment->detected_media_type(), "text/plain");
  EXPECT_FALSE(attachment->type_mismatch());
  EXPECT_EQ(Download("b-1", member)->bytes, content);
  EXPECT_THAT(Kinds(), ElementsAre("UploadStarted", "AttachmentReceived"));
}

TEST_F(UploadTest, AFileOfExactlyOneChunkNeedsNoRest) {
  const std::string content = Bytes(kChunk);
  ASSERT_THAT(Upload(content), IsOk());
  EXPECT_EQ(Download("b-1", member)->bytes, content);
}

TEST_F(UploadTest, WhatIsNotWhatWasDeclaredIsNotKept) {
  const std::string declared = Bytes(kChunk + 1);
  const std::string sent = Bytes(kChunk + 1, 'b');
  const AttachmentOr attachment = Upload(StartOf(declared), sent, member);
  EXPECT_THAT(attachment, ReasonIs("DIGEST_MISMATCH"));
  EXPECT_THAT(Get("b-1", manager), ReasonIs("ATTACHMENT_NOT_FOUND"));
  EXPECT_THAT(GetUpload("b-1", member), ReasonIs("UPLOAD_NOT_FOUND"));
  EXPECT_THAT(Kinds(), ElementsAre("UploadStarted", "UploadRefused"));
  ASSERT_THAT(desk.RunDeadlines(Deadlines()), IsOk());
  EXPECT_EQ(Count(storage::tables::kBlobChunk), 0U);
  EXPECT_EQ(Count(storage::tables::kBlobDraft), 0U);
  // The same id may be used again, and now it is right.
  EXPECT_THAT(Upload(StartOf(declared), declared, member), IsOk());
}

TEST_F(UploadTest, ATruncatedFileIsRefusedAndGoesOnWhereItIsDurable) {
  const std::string content = Bytes(3 * kChunk);
  {
    const auto intake = Open(member);
    ASSERT_THAT(Take(*intake, StartOf(content)), IsOk());
    ASSERT_THAT(TakeAt(*intake, content, 0), IsOk());
    const AttachmentOr ended = End(*intake);
    EXPECT_THAT(ended, ReasonIs("UPLOAD_INCOMPLETE"));
  }
  EXPECT_EQ(GetUpload("b-1", member)->durable_bytes(), static_cast<std::int64_t>(kChunk));
  EXPECT_THAT(Upload(StartOf(content), content, member, /*from=*/kChunk), IsOk());
  EXPECT_EQ(Download("b-1", member)->bytes, content);
}

TEST_F(UploadTest, AnUploadThatBrokeOffBeforeItsEndOnlyNeedsToBeEnded) {
  const std::string content = Bytes(kChunk + 7);
  {
    const auto intake = Open(member);
    ASSERT_THAT(Take(*intake, StartOf(content)), IsOk());
    ASSERT_THAT(TakeAt(*intake, content, 0), IsOk());
    ASSERT_THAT(TakeAt(*intake, content, kChunk), IsOk());
  }
  const AttachmentOr attachment = Upload(StartOf(content), content, member, content.size());
  ASSERT_THAT(attachment, IsOk());
  EXPECT_EQ(attachment->detected_media_type(), "text/plain");
}

TEST_F(UploadTest, SentAgainAfterItsEndItIsAnsweredAgain) {
  const std::string content = Bytes(10);
  ASSERT_THAT(Upload(content), IsOk());
  EXPECT_EQ(GetUpload("b-1", member)->attachment(), "regions/nmd/attachments/b-1");
  const AttachmentOr again = Upload(StartOf(content), content, member, content.size());
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->etag(), "1");
  EXPECT_THAT(Upload(StartOf(content), content, member), ReasonIs("INVALID_REQUEST"));
  EXPECT_THAT(Upload(StartOf(Bytes(11)), Bytes(11), member), ReasonIs("ATTACHMENT_EXISTS"));
  EXPECT_THAT(Upload(StartOf(content), content, manager), ReasonIs("ATTACHMENT_EXISTS"));
}

TEST_F(UploadTest, SentAgainWithOtherParticularsItIsRefusedAndSaysWhatDiffers) {
  const std::string content = Bytes(2 * kChunk);
  v1::UploadStart start = StartOf(content);
  v1::UploadStart other = start;
  other.mutable_attachment()->set_provider(kOtherProvider);
  other.mutable_attachment()->set_evidence_type("NARRATIVE");
  other.mutable_attachment()->set_confidentiality(v1::CONFIDENTIALITY_TEAM);
  ASSERT_THAT(Take(*Open(member), start), IsOk());
  const absl::Status under_way = Take(*Open(member), other);
  EXPECT_THAT(under_way,
              ::testing::AllOf(StatusIs(absl::StatusCode::kFailedPrecondition), ReasonIs("UPLOAD_DIFFERS")));
  EXPECT_EQ(Differs(under_way), "provider, evidence_type, confidentiality");
  // What nobody but the server says is not compared.
  start.mutable_attachment()->set_state(v1::Attachment::STATE_REJECTED);
  start.mutable_attachment()->set_confidentiality(v1::CONFIDENTIALITY_INTERNAL);
  ASSERT_THAT(Upload(start, content, member), IsOk());
  const absl::Status received = Take(*Open(member), other);
  EXPECT_THAT(received,
              ::testing::AllOf(StatusIs(absl::StatusCode::kAlreadyExists), ReasonIs("ATTACHMENT_DIFFERS")));
  EXPECT_EQ(Differs(received), "provider, evidence_type, confidentiality");
  EXPECT_THAT(Take(*Open(member), start), IsOk());
}

TEST_F(UploadTest, WhatWasWithdrawnOrRejectedIsNotAnsweredAsReceived) {
  ASSERT_THAT(Upload(Bytes(10)), IsOk());
  ASSERT_THAT(Withdraw(), IsOk());
  EXPECT_THAT(
      Take(*Open(member), StartOf(Bytes(10))),
      ::testing::AllOf(StatusIs(absl::StatusCode::kFailedPrecondition), ReasonIs("ATTACHMENT_HAS_ENDED")));
  ASSERT_THAT(Upload(Bytes(11), "b-2"), IsOk());
  Scene([](ledger::UnitOfWork& unit) -> absl::Status {
    const auto name = AttachmentName::Parse("regions/nmd/attachments/b-2");
    ASSIGN_OR_RETURN(v1::Attachment attachment, Load(unit.reader(), *name));
    attachment.set_state(v1::Attachment::STATE_REJECTED);
    return unit.Put(kAttachments, name->Key(), attachment);
  });
  EXPECT_THAT(Take(*Open(member), StartOf(Bytes(11), "b-2")), ReasonIs("ATTACHMENT_HAS_ENDED"));
}

TEST_F(UploadTest, AProviderThatSendsAgainSeesNoLinks) {
  const std::string content = Bytes(10);
  ASSERT_THAT(Upload(StartOf(content), content, provider_user), IsOk());
  Scene([](ledger::UnitOfWork& unit) -> absl::Status {
    const auto name = AttachmentName::Parse("regions/nmd/attachments/b-1");
    ASSIGN_OR_RETURN(v1::Attachment attachment, Load(unit.reader(), *name));
    attachment.add_links("regions/nmd/assessments/t-1");
    return unit.Put(kAttachments, name->Key(), attachment);
  });
  const AttachmentOr again = Upload(StartOf(content), content, provider_user, content.size());
  ASSERT_THAT(again, IsOk());
  EXPECT_THAT(again->links(), IsEmpty());
}

TEST_F(UploadTest, ChunksComeInOrderAndOfTheirSize) {
  const std::string content = Bytes(2 * kChunk + 5);
  const auto intake = Open(member);
  EXPECT_THAT(FieldFaults(TakeAt(*intake, content, 0)), ElementsAre("start: START_FIRST"));
  ASSERT_THAT(Take(*intake, StartOf(content)), IsOk());
  EXPECT_THAT(FieldFaults(Take(*intake, StartOf(content))), ElementsAre("start: START_ONCE"));
  EXPECT_THAT(TakeAt(*intake, content, kChunk), ReasonIs("UPLOAD_OFFSET"));
  EXPECT_THAT(FieldFaults(Take(*intake, 0, "short")), ElementsAre("chunk.data: CHUNK_SIZE"));
  EXPECT_THAT(FieldFaults(Take(*intake, v1::UploadAttachmentRequest())), ElementsAre("part: REQUIRED"));
  ASSERT_THAT(TakeAt(*intake, content, 0), IsOk());
  EXPECT_THAT(TakeAt(*intake, content, 0), ReasonIs("UPLOAD_OFFSET"));
  ASSERT_THAT(TakeAt(*intake, content, kChunk), IsOk());
  EXPECT_THAT(FieldFaults(Take(*intake, 2 * kChunk, Bytes(6))), ElementsAre("chunk.data: CHUNK_SIZE"));
  ASSERT_THAT(TakeAt(*intake, content, 2 * kChunk), IsOk());
  EXPECT_THAT(FieldFaults(Take(*intake, content.size(), "x")), ElementsAre("chunk.data: MORE_THAN_DECLARED"));
  EXPECT_THAT(End(*intake), IsOk());
}

TEST_F(UploadTest, TwoCallsOnOneUploadDoNotMixTheirChunks) {
  const std::string content = Bytes(3 * kChunk);
  const auto first = Open(member);
  const auto second = Open(member);
  ASSERT_THAT(Take(*first, StartOf(content)), IsOk());
  ASSERT_THAT(Take(*second, StartOf(content)), IsOk());
  ASSERT_THAT(TakeAt(*first, content, 0), IsOk());
  const absl::Status late = TakeAt(*second, content, 0);
  EXPECT_THAT(late, StatusIs(absl::StatusCode::kAborted));
  EXPECT_THAT(late, ReasonIs("UPLOAD_OFFSET"));
  ASSERT_THAT(TakeAt(*first, content, kChunk), IsOk());
  ASSERT_THAT(TakeAt(*first, content, 2 * kChunk), IsOk());
  EXPECT_THAT(End(*first), IsOk());
  EXPECT_EQ(Download("b-1", member)->bytes, content);
}

TEST_F(UploadTest, OneContentSentTwiceAtOnceIsStoredOnce) {
  const std::string content = Bytes(2 * kChunk);
  const auto first = Open(member);
  const auto second = Open(manager);
  ASSERT_THAT(Take(*first, StartOf(content, "b-1")), IsOk());
  ASSERT_THAT(Take(*second, StartOf(content, "b-2")), IsOk());
  for (const std::size_t offset : {std::size_t{0}, kChunk}) {
    ASSERT_THAT(TakeAt(*first, content, offset), IsOk());
    ASSERT_THAT(TakeAt(*second, content, offset), IsOk());
  }
  EXPECT_THAT(End(*first), IsOk());
  EXPECT_THAT(End(*second), IsOk());
  ASSERT_THAT(desk.RunDeadlines(Deadlines()), IsOk());
  EXPECT_EQ(Count(storage::tables::kBlob), 1U);
  EXPECT_EQ(Count(storage::tables::kBlobChunk), 2U);
  EXPECT_EQ(Download("b-1", member)->bytes, content);
  EXPECT_EQ(Download("b-2", member)->bytes, content);
}

TEST_F(UploadTest, AnUploadBelongsToWhoBeganItAndToOneFile) {
  const std::string content = Bytes(2 * kChunk);
  const auto intake = Open(member);
  ASSERT_THAT(Take(*intake, StartOf(content)), IsOk());
  EXPECT_THAT(Take(*Open(manager), StartOf(content)), ReasonIs("UPLOAD_OF_ANOTHER"));
  EXPECT_THAT(GetUpload("b-1", manager), ReasonIs("UPLOAD_OF_ANOTHER"));
  EXPECT_THAT(Take(*Open(member), StartOf(Bytes(kChunk))), ReasonIs("UPLOAD_DIFFERS"));
}

TEST_F(UploadTest, WhatNobodyComesBackForGoesInBoundedSteps) {
  const std::string content = Bytes(2 * kChunk);
  const auto intake = Open(member);
  ASSERT_THAT(Take(*intake, StartOf(content)), IsOk());
  ASSERT_THAT(TakeAt(*intake, content, 0), IsOk());
  desk.clock.Advance(kUploadTerm - absl::Seconds(1));
  ASSERT_THAT(desk.RunDeadlines(Deadlines()), IsOk());
  EXPECT_EQ(Count(storage::tables::kBlobChunk), 1U);
  desk.clock.Advance(absl::Seconds(1));
  while (Count(storage::tables::kDeadline) > 0) ASSERT_THAT(desk.RunDeadlines(Deadlines()), IsOk());
  EXPECT_EQ(Count(storage::tables::kBlobChunk), 0U);
  EXPECT_EQ(Count(storage::tables::kBlobDraft), 0U);
  EXPECT_EQ(Count(storage::tables::kUpload), 0U);
  EXPECT_THAT(Kinds(), ElementsAre("UploadStarted", "UploadExpired", "DeadlinePassed"));
  EXPECT_THAT(TakeAt(*intake, content, kChunk), ReasonIs("UPLOAD_NOT_FOUND"));
}

TEST_F(UploadTest, EveryFaultOfTheStartIsToldAtOnce) {
  v1::UploadStart start = StartOf("x");
  start.set_attachment_id("Hoofdletters");
  start.set_size_bytes(kLargestContent + 1);
  start.set_content_hash("kort");
  start.mutable_attachment()->set_evidence_type("GERUCHT");
  start.mutable_attachment()->set_file_name("../etc/passwd");
  *start.mutable_attachment()->mutable_represented_start_date() = Date(2025, 2, 1);
  *start.mutable_attachment()->mutable_represented_end_date() = Date(2025, 1, 31);
  EXPECT_THAT(
      FieldFaults(Take(*Open(member), start)),
      ElementsAre("start.attachment_id: INVALID_ID", "start.size_bytes: CONTENT_SIZE",
                  "start.content_hash: INVALID_HASH", "start.attachment.evidence_type: UNKNOWN_EVIDENCE_TYPE",
                  "start.attachment.represented_end_date: PERIOD_ENDS_BEFORE_START",
                  "start.attachment.file_name: FILE_NAME_PATH"));
}

TEST_F(UploadTest, AProgramIsRefusedByNameAndByItsFirstBytes) {
  v1::UploadStart named = StartOf("MZ");
  named.mutable_attachment()->set_file_name("factuur.pdf.exe");
  EXPECT_THAT(Take(*Open(member), named), ReasonIs("EXECUTABLE_REFUSED"));

  std::string program = std::string(
                            "\x7f"
                            "ELF\x02\x01\x01",
                            7) +
                        std::string(9, '\0') + std::string("\x02\0\x3e\0\x01\0\0\0", 8);
  program.resize(kChunk + 1, '\0');
  const auto intake = Open(member);
  ASSERT_THAT(Take(*intake, StartOf(program)), IsOk());
  EXPECT_THAT(TakeAt(*intake, program, 0), ReasonIs("EXECUTABLE_REFUSED"));
  EXPECT_THAT(GetUpload("b-1", member), ReasonIs("UPLOAD_NOT_FOUND"));
  EXPECT_EQ(Count(storage::tables::kBlobChunk), 0U);
}

TEST_F(UploadTest, ContentThatIsNotWhatItsNameSaysIsShownAsSuch) {
  const std::string content = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n";
  v1::UploadStart start = StartOf(content);
  start.mutable_attachment()->set_file_name("foto.jpg");
  start.mutable_attachment()->set_media_type("image/jpeg");
  const AttachmentOr attachment = Upload(start, content, member);
  ASSERT_THAT(attachment, IsOk());
  EXPECT_EQ(attachment->detected_media_type(), "application/pdf");
  EXPECT_TRUE(attachment->type_mismatch());
}

TEST_F(UploadTest, AnArchiveOfManyZeroesIsJustBytes) {
  // The head of a deflated member that would be four gigabytes: nobody inflates it.
  std::string bomb("PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0\x10\0\0\0\xff\xff\xff\xff\x01\0\0\0x", 31);
  bomb.resize(5000, '\0');
  v1::UploadStart start = StartOf(bomb);
  start.mutable_attachment()->set_file_name("stukken.zip");
  const AttachmentOr attachment = Upload(start, bomb, member);
  ASSERT_THAT(attachment, IsOk());
  EXPECT_EQ(attachment->size_bytes(), 5000);
}

TEST_F(UploadTest, AVogIsNotCopiedWithoutAReason) {
  const std::string content = Bytes(10);
  v1::UploadStart start = StartOf(content);
  start.mutable_attachment()->set_evidence_type("VOG");
  EXPECT_THAT(Take(*Open(member), start), ReasonIs("VOG_NOT_COPIED"));
  start.mutable_attachment()->set_copy_reason("De burgemeester vraagt de kopie op grond van een besluit");
  EXPECT_THAT(Upload(start, content, member), IsOk());
}

TEST_F(UploadTest, AProviderSendsItsOwnEvidenceAndNothingInternal) {
  const std::string content = Bytes(10);
  const AttachmentOr own = Upload(StartOf(content), content, provider_user);
  ASSERT_THAT(own, IsOk());
  EXPECT_EQ(own->confidentiality(), v1::CONFIDENTIALITY_SHARED_WITH_PROVIDER);
  EXPECT_THAT(Take(*Open(other_user), StartOf(content, "b-2")), ReasonIs("OTHER_PROVIDER"));
  v1::UploadStart internal = StartOf(content, "b-3");
  internal.mutable_attachment()->set_confidentiality(v1::CONFIDENTIALITY_TEAM);
  EXPECT_THAT(FieldFaults(Take(*Open(provider_user), internal)),
              ElementsAre("start.attachment.confidentiality: CLASS_NOT_FOR_PROVIDER"));
}

TEST_F(UploadTest, ARevisionSupersedesOneThatNothingElseRevised) {
  ASSERT_THAT(Upload(Bytes(10), "b-1"), IsOk());
  v1::UploadStart start = StartOf(Bytes(11), "b-2");
  start.mutable_attachment()->set_supersedes("regions/nmd/attachments/b-1");
  const AttachmentOr second = Upload(start, Bytes(11), member);
  ASSERT_THAT(second, IsOk());
  EXPECT_EQ(second->revision(), 2);
  EXPECT_EQ(Get("b-1", member)->superseded_by(), second->name());
  v1::UploadStart third = StartOf(Bytes(12), "b-3");
  third.mutable_attachment()->set_supersedes("regions/nmd/attachments/b-1");
  EXPECT_THAT(Take(*Open(member), third), ReasonIs("ALREADY_REVISED"));
  third.mutable_attachment()->set_supersedes("regions/nmd/attachments/b-2");
  third.mutable_attachment()->set_provider(kOtherProvider);
  EXPECT_THAT(Take(*Open(member), third), ReasonIs("REVISES_OTHER_PROVIDER"));
}

}  // namespace
}  // namespace waarborg::evidence
