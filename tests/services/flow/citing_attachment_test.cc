// A document that the registry cites is there, is the provider's, and may be seen by who cites it.

#include "services/flow/citing_attachment.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/evidence/records.h"
#include "services/ledger/time.h"
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

  static registry::v1::RegisterCertificateRequest Certificate() {
    registry::v1::RegisterCertificateRequest request;
    request.set_parent(kFarm);
    registry::v1::Certificate& certificate = *request.mutable_certificate();
    certificate.set_norm("hkz-small");
    certificate.add_kinds_of_care(registry::v1::Provider::KIND_OF_CARE_GUIDANCE);
    certificate.set_scope("Individuele begeleiding");
    certificate.set_organisation("Zorgboerderij farm");
    certificate.mutable_certification_body()->set_title("Keurders BV");
    *certificate.mutable_start_date() = ledger::DateOf(absl::CivilDay(2024, 9, 1));
    *certificate.mutable_end_date() = ledger::DateOf(absl::CivilDay(2027, 8, 31));
    certificate.set_attachment(kPaper);
    return request;
  }
  static registry::v1::DeliverObligationRequest Delivery() {
    registry::v1::DeliverObligationRequest request;
    request.set_name(absl::StrCat(kFarm, "/obligations/o"));
    *request.mutable_delivery()->mutable_date() = ledger::DateOf(absl::CivilDay(2025, 6, 1));
    request.mutable_delivery()->set_document("Kwaliteitsplan");
    request.mutable_delivery()->set_attachment(kPaper);
    return request;
  }
  static registry::v1::RecordExternalJudgementRequest Judgement() {
    registry::v1::RecordExternalJudgementRequest request;
    request.set_parent(kFarm);
    registry::v1::ExternalJudgement& judgement = *request.mutable_external_judgement();
    judgement.set_issuer(registry::v1::ExternalJudgement::SOURCE_IGJ);
    *judgement.mutable_date() = ledger::DateOf(absl::CivilDay(2025, 3, 1));
    judgement.set_document("Inspectierapport");
    judgement.set_summary("Maatregelen blijven uit.");
    judgement.set_attachment(kPaper);
    return request;
  }

  // Each of the three that may cite one, one after the other.
  std::vector<absl::Status> CiteAll(const call::Caller& caller) {
    return {desk.Run(&RegisterCertificate, Certificate(), caller).status(),
            desk.Run(&DeliverObligation, Delivery(), caller).status(),
            desk.Run(&RecordExternalJudgement, Judgement(), caller).status()};
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
