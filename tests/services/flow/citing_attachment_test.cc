// A document that the registry cites is there, is the provider's, and may be seen by who cites it.

#include "services/flow/citing_attachment.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/evidence/records.h"
#include "tests/support/desk.h"
#include "tests/support/matchers.h"

namespace waarborg::flow {
namespace {

using evidence::v1::Attachment;
using testing::Desk;
using testing::ReasonIs;

constexpr char kFarm[] = "regions/nmd/providers/farm";
constexpr char kMill[] = "regions/nmd/providers/mill";
constexpr char kPaper[] = "regions/nmd/attachments/paper";

class CitingAttachmentTest : public ::testing::Test {
 protected:
  void Keep(Attachment::State state, const std::string& provider = kFarm) {
    ASSERT_THAT(desk.Write([&](ledger::UnitOfWork& unit) -> absl::Status {
      Attachment attachment;
      attachment.set_name(kPaper);
      attachment.set_provider(provider);
      attachment.set_state(state);
      attachment.set_confidentiality(evidence::v1::CONFIDENTIALITY_SHARED_WITH_PROVIDER);
      RETURN_IF_ERROR(
          unit.Put(evidence::kAttachments, evidence::AttachmentName::Parse(kPaper)->Key(), attachment));
      unit.Record({.kind = "SceneSet", .resource = "regions/nmd"});
      return absl::OkStatus();
    }),
                testing::IsOk());
  }

  // Each of the three that may cite one, one after the other.
  std::vector<absl::Status> CiteAll(const call::Caller& caller) {
    registry::v1::RegisterCertificateRequest certificate;
    certificate.set_parent(kFarm);
    certificate.mutable_certificate()->set_attachment(kPaper);
    registry::v1::DeliverObligationRequest delivery;
    delivery.set_name(absl::StrCat(kFarm, "/obligations/o"));
    delivery.mutable_delivery()->set_attachment(kPaper);
    registry::v1::RecordExternalJudgementRequest judgement;
    judgement.set_parent(kFarm);
    judgement.mutable_external_judgement()->set_attachment(kPaper);
    return {desk.Run(&RegisterCertificate, certificate, caller).status(),
            desk.Run(&DeliverObligation, delivery, caller).status(),
            desk.Run(&RecordExternalJudgement, judgement, caller).status()};
  }

  Desk desk;
  const call::Caller manager = Desk::As("manager", {team::v1::ROLE_QUALITY_MANAGER});
};

TEST_F(CitingAttachmentTest, WhatIsNotThereCannotBeCited) {
  for (const absl::Status& status : CiteAll(manager)) EXPECT_THAT(status, ReasonIs("ATTACHMENT_NOT_FOUND"));
}

TEST_F(CitingAttachmentTest, NorWhatIsInQuarantineRefusedOrWithdrawn) {
  for (const Attachment::State state :
       {Attachment::STATE_QUARANTINED, Attachment::STATE_REJECTED, Attachment::STATE_WITHDRAWN}) {
    Keep(state);
    for (const absl::Status& status : CiteAll(manager))
      EXPECT_THAT(status, ReasonIs("ATTACHMENT_NOT_AVAILABLE"));
  }
}

TEST_F(CitingAttachmentTest, NorWhatIsOfAnotherProvider) {
  Keep(Attachment::STATE_AVAILABLE, kMill);
  for (const absl::Status& status : CiteAll(manager)) {
    EXPECT_THAT(status, ReasonIs("ATTACHMENT_OF_OTHER_PROVIDER"));
  }
  const call::Caller farmer = Desk::As("farmer", {team::v1::ROLE_PROVIDER_USER}, kFarm);
  for (const absl::Status& status : CiteAll(farmer)) EXPECT_THAT(status, ReasonIs("OTHER_PROVIDER"));
}

// The scene has no provider, so that the registry's own command speaks next.
TEST_F(CitingAttachmentTest, WhatIsAvailableIsLeftToTheRegistry) {
  Keep(Attachment::STATE_AVAILABLE);
  const std::vector<absl::Status> answers = CiteAll(manager);
  EXPECT_THAT(answers[0], ReasonIs("PROVIDER_NOT_FOUND"));
  EXPECT_THAT(answers[1], ReasonIs("OBLIGATION_NOT_FOUND"));
  EXPECT_THAT(answers[2], ReasonIs("PROVIDER_NOT_FOUND"));
}

}  // namespace
}  // namespace waarborg::flow
