// What is said about evidence, and what it is linked to.

#include "services/assessment/names.h"
#include "services/assessment/records.h"
#include "services/improvement/names.h"
#include "services/improvement/records.h"
#include "services/incident/names.h"
#include "services/incident/records.h"
#include "tests/services/evidence/archive.h"

namespace waarborg::evidence {
namespace {

constexpr char kFinding[] = "regions/nmd/assessments/t-1/findings/VE01";
constexpr char kIncident[] = "regions/nmd/incidents/m-1";
constexpr char kPlan[] = "regions/nmd/improvementPlans/v-1";

class CommandsTest : public Archive {
 protected:
  void SetUp() override {
    PutCase(kProvider);
    ASSERT_THAT(Upload(Bytes(10)), IsOk());
  }

  void PutIncident(bool reported_by_provider) {
    Scene([reported_by_provider](ledger::UnitOfWork& unit) {
      incident::v1::Incident incident;
      incident.set_name(kIncident);
      incident.set_provider(kProvider);
      incident.set_reported_by_provider(reported_by_provider);
      return unit.Put(incident::kIncidents, incident::IncidentName::Parse(kIncident)->Key(), incident);
    });
  }

  void PutCase(const std::string& provider,
               assessment::v1::Assessment::State state = assessment::v1::Assessment::STATE_PLANNED) {
    Scene([&provider, state](ledger::UnitOfWork& unit) -> absl::Status {
      assessment::v1::Assessment assessment;
      assessment.set_name("regions/nmd/assessments/t-1");
      assessment.set_provider(provider);
      assessment.set_state(state);
      (*assessment.mutable_draft()->mutable_scores())["VE01"];
      RETURN_IF_ERROR(unit.Put(assessment::kAssessments,
                               assessment::AssessmentName::Parse(assessment.name())->Key(), assessment));
      assessment::v1::Finding finding;
      finding.set_name(kFinding);
      RETURN_IF_ERROR(
          unit.Put(assessment::kFindings, assessment::FindingName::Parse(kFinding)->Key(), finding));
      improvement::v1::ImprovementPlan plan;
      plan.set_name(kPlan);
      plan.set_provider(provider);
      return unit.Put(improvement::kImprovementPlans, improvement::ImprovementPlanName::Parse(kPlan)->Key(),
                      plan);
    });
  }

  AttachmentOr Link(const std::string& target, const call::Caller& caller, const std::string& id = "b-1") {
    auto request = Named<v1::LinkAttachmentRequest>(id);
    request.set_target(target);
    request.set_note("p. 4");
    return desk.Run(&LinkAttachment, request, caller);
  }

  AttachmentOr Unlink(const std::string& target, const call::Caller& caller) {
    auto request = Named<v1::UnlinkAttachmentRequest>();
    request.set_target(target);
    request.set_reason("Hoort bij een ander criterium");
    return desk.Run(&UnlinkAttachment, request, caller);
  }

  std::vector<std::string> SupportersOf(const std::string& target, const call::Caller& caller) {
    v1::ListAttachmentsRequest request;
    request.set_parent("regions/nmd");
    request.set_target(target);
    const auto listed = desk.Ask(&ListAttachments, request, caller);
    EXPECT_THAT(listed, IsOk());
    std::vector<std::string> names;
    for (const v1::Attachment& attachment : listed->attachments()) names.push_back(attachment.name());
    return names;
  }

  AttachmentOr Update(v1::Attachment wanted, const std::vector<std::string>& paths,
                      const call::Caller& caller) {
    v1::UpdateAttachmentRequest request;
    wanted.set_name("regions/nmd/attachments/b-1");
    *request.mutable_attachment() = std::move(wanted);
    for (const std::string& path : paths) request.mutable_update_mask()->add_paths(path);
    return desk.Run(&UpdateAttachment, request, caller);
  }
};

TEST_F(CommandsTest, OneAttachmentSupportsManyThings) {
  ASSERT_THAT(Link(kFinding, member), IsOk());
  const AttachmentOr linked = Link(kPlan, member);
  ASSERT_THAT(linked, IsOk());
  EXPECT_THAT(linked->links(), ElementsAre(kFinding, kPlan));
  EXPECT_THAT(SupportersOf(kFinding, member), ElementsAre("regions/nmd/attachments/b-1"));
  EXPECT_THAT(SupportersOf(kPlan, member), ElementsAre("regions/nmd/attachments/b-1"));
  EXPECT_THAT(Link(kPlan, member), ReasonIs("ATTACHMENT_LINK_EXISTS"));
}

TEST_F(CommandsTest, ALinkIsTakenBackWithAReason) {
  ASSERT_THAT(Link(kFinding, member), IsOk());
  const AttachmentOr unlinked = Unlink(kFinding, member);
  ASSERT_THAT(unlinked, IsOk());
  EXPECT_THAT(unlinked->links(), IsEmpty());
  EXPECT_THAT(SupportersOf(kFinding, member), IsEmpty());
  EXPECT_EQ(desk.LastEvent().reason(), "Hoort bij een ander criterium");
  EXPECT_THAT(Unlink(kFinding, member), ReasonIs("ATTACHMENT_LINK_NOT_FOUND"));
}

TEST_F(CommandsTest, WhatDoesNotExistOrIsAboutAnotherProviderIsNotSupported) {
  EXPECT_THAT(Link("regions/nmd/assessments/t-1/findings/VE02", member), ReasonIs("FINDING_NOT_FOUND"));
  EXPECT_THAT(Link("regions/nmd/improvementPlans/v-9", member), ReasonIs("IMPROVEMENT_PLAN_NOT_FOUND"));
  EXPECT_THAT(Link("regions/nmd/escalations/zorgboerderij/steps/s-9", member), ReasonIs("STEP_NOT_FOUND"));
  EXPECT_THAT(Link("regions/nmd/members/anna", member), ReasonIs("INVALID_REQUEST"));
  PutCase(kOtherProvider);
  EXPECT_THAT(Link(kFinding, member), ReasonIs("LINK_OTHER_PROVIDER"));
}

TEST_F(CommandsTest, NothingIsLeanedOnBeforeItIsFoundClean) {
  settings.scans = true;
  ASSERT_THAT(Upload(Bytes(11), "b-2"), IsOk());
  EXPECT_THAT(Link(kFinding, member, "b-2"), ReasonIs("ILLEGAL_TRANSITION"));
}

TEST_F(CommandsTest, AProviderLinksItsEvidenceToItsPlanAndSeesNoLinks) {
  ASSERT_THAT(Upload(StartOf(Bytes(12), "b-2"), Bytes(12), provider_user), IsOk());
  EXPECT_THAT(Link(kFinding, provider_user, "b-2"), ReasonIs("LINK_NOT_PROVIDERS"));
  const AttachmentOr linked = Link(kPlan, provider_user, "b-2");
  ASSERT_THAT(linked, IsOk());
  EXPECT_THAT(linked->links(), IsEmpty());
  EXPECT_THAT(Get("b-2", member)->links(), ElementsAre(kPlan));
  EXPECT_THAT(Link(kPlan, provider_user, "b-1"), ReasonIs("CLASS_NOT_ALLOWED"));
}

TEST_F(CommandsTest, AProviderDoesNotLearnWhatItsEvidenceSupportsBeforeItMayReadThat) {
  v1::UploadStart start = StartOf(Bytes(12), "b-2");
  ASSERT_THAT(Upload(start, Bytes(12), provider_user), IsOk());
  ASSERT_THAT(Link(kFinding, member, "b-2"), IsOk());
  ASSERT_THAT(Link(kPlan, member, "b-2"), IsOk());
  v1::ListAttachmentsRequest request;
  request.set_parent("regions/nmd");
  request.set_target(kFinding);
  const auto refused = desk.Ask(&ListAttachments, request, provider_user);
  EXPECT_THAT(refused, StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(refused, ReasonIs("FINDING_NOT_FOUND"));
  request.set_target("regions/nmd/assessments/t-1");
  EXPECT_THAT(desk.Ask(&ListAttachments, request, provider_user), ReasonIs("ASSESSMENT_NOT_FOUND"));
  request.set_target("regions/nmd/assessments/t-9");
  EXPECT_THAT(desk.Ask(&ListAttachments, request, provider_user), ReasonIs("ASSESSMENT_NOT_FOUND"));
  EXPECT_THAT(SupportersOf(kPlan, provider_user), ElementsAre("regions/nmd/attachments/b-2"));
  request.set_target(kPlan);
  EXPECT_THAT(desk.Ask(&ListAttachments, request, other_user), ReasonIs("IMPROVEMENT_PLAN_NOT_FOUND"));
  // Whether it exists or not, the answer is the same.
  EXPECT_THAT(Link("regions/nmd/assessments/t-1/findings/VE99", provider_user, "b-2"),
              ReasonIs("LINK_NOT_PROVIDERS"));
  PutCase(kProvider, assessment::v1::Assessment::STATE_DRAFT_SENT);
  EXPECT_THAT(SupportersOf(kFinding, provider_user), ElementsAre("regions/nmd/attachments/b-2"));
}

TEST_F(CommandsTest, AProviderDoesNotLearnOfAnIncidentThroughItsEvidence) {
  ASSERT_THAT(Upload(StartOf(Bytes(12), "b-2"), Bytes(12), provider_user), IsOk());
  PutIncident(/*reported_by_provider=*/false);
  EXPECT_THAT(Link(kIncident, provider_user, "b-2"), ReasonIs("INCIDENT_NOT_FOUND"));
  EXPECT_THAT(Link("regions/nmd/incidents/m-9", provider_user, "b-2"), ReasonIs("INCIDENT_NOT_FOUND"));
  ASSERT_THAT(Link(kIncident, member, "b-2"), IsOk());
  v1::ListAttachmentsRequest request;
  request.set_parent("regions/nmd");
  request.set_target(kIncident);
  EXPECT_THAT(desk.Ask(&ListAttachments, request, provider_user), ReasonIs("INCIDENT_NOT_FOUND"));
  PutIncident(/*reported_by_provider=*/true);
  EXPECT_THAT(SupportersOf(kIncident, provider_user), ElementsAre("regions/nmd/attachments/b-2"));
  EXPECT_THAT(Link(kIncident, provider_user, "b-2"), ReasonIs("ATTACHMENT_LINK_EXISTS"));
}

TEST_F(CommandsTest, WhatIsSaidOfItChangesAndItsContentDoesNot) {
  v1::Attachment wanted;
  wanted.set_title("Beleidsplan 2025");
  *wanted.mutable_expire_date() = Date(2025, 12, 31);
  wanted.set_content_hash("0");
  wanted.set_etag("1");
  const AttachmentOr updated = Update(wanted, {"title", "expire_date"}, member);
  ASSERT_THAT(updated, IsOk());
  EXPECT_EQ(updated->title(), "Beleidsplan 2025");
  EXPECT_EQ(updated->etag(), "2");
  EXPECT_EQ(updated->content_hash(), HashOf(Bytes(10)));
  EXPECT_THAT(Update(wanted, {"title"}, member), ReasonIs("ETAG_MISMATCH"));
  wanted.set_etag("2");
  EXPECT_THAT(FieldFaults(Update(wanted, {"content_hash", "state", "supersedes"}, member).status()),
              ElementsAre("update_mask.paths[0]: NOT_CHANGEABLE", "update_mask.paths[1]: NOT_CHANGEABLE",
                          "update_mask.paths[2]: NOT_CHANGEABLE"));
}

TEST_F(CommandsTest, WholeOnlyStaysWholeOnly) {
  v1::Attachment wanted;
  wanted.set_no_excerpt(true);
  ASSERT_THAT(Update(wanted, {"no_excerpt"}, member), IsOk());
  wanted.set_no_excerpt(false);
  EXPECT_THAT(FieldFaults(Update(wanted, {"no_excerpt"}, member).status()),
              ElementsAre("attachment.no_excerpt: NO_EXCERPT_STAYS"));
}

TEST_F(CommandsTest, ATeamReflectionCannotBeMadePublic) {
  v1::UploadStart start = StartOf(Bytes(13), "b-2");
  start.mutable_attachment()->set_evidence_type("TEAM_REFLECTION");
  start.mutable_attachment()->set_confidentiality(v1::CONFIDENTIALITY_SHARED_WITH_PROVIDER);
  EXPECT_THAT(FieldFaults(Take(*Open(member), start)),
              ElementsAre("start.attachment.confidentiality: CLASS_OF_TYPE"));
  start.mutable_attachment()->clear_confidentiality();
  ASSERT_THAT(Upload(start, Bytes(13), member), IsOk());
  EXPECT_THAT(Get("b-2", member), ReasonIs("CLASS_NOT_ALLOWED"));
  EXPECT_THAT(Get("b-2", manager), IsOk());
}

TEST_F(CommandsTest, TheDayAfterItsLastItIsMarkedExpired) {
  v1::Attachment wanted;
  *wanted.mutable_expire_date() = Date(2025, 6, 10);
  ASSERT_THAT(Update(wanted, {"expire_date"}, member), IsOk());
  desk.clock.Advance(absl::Hours(24 * 8));
  ASSERT_THAT(desk.RunDeadlines(Deadlines()), IsOk());
  EXPECT_FALSE(Get("b-1", member)->expired());
  desk.clock.Advance(absl::Hours(24));
  ASSERT_THAT(desk.RunDeadlines(Deadlines()), IsOk());
  EXPECT_TRUE(Get("b-1", member)->expired());
  EXPECT_EQ(desk.LastEvent().kind(), "AttachmentExpired");
  EXPECT_EQ(desk.LastEvent().role(), team::v1::ROLE_SYSTEM);
}

TEST_F(CommandsTest, ANewLastDayThatHasNotPassedMakesItCountAgain) {
  v1::Attachment wanted;
  const auto expire = [&](const google::type::Date& date) {
    *wanted.mutable_expire_date() = date;
    const AttachmentOr updated = Update(wanted, {"expire_date"}, member);
    EXPECT_THAT(updated, IsOk());
    EXPECT_THAT(desk.RunDeadlines(Deadlines()), IsOk());
    return Get("b-1", member)->expired();
  };
  EXPECT_TRUE(expire(Date(2025, 6, 1)));
  EXPECT_TRUE(expire(Date(2025, 5, 1)));
  EXPECT_FALSE(expire(Date(2025, 6, 2)));
  EXPECT_TRUE(expire(Date(2025, 6, 1)));
  wanted.clear_expire_date();
  ASSERT_THAT(Update(wanted, {"expire_date"}, member), IsOk());
  EXPECT_FALSE(Get("b-1", member)->expired());
}

TEST_F(CommandsTest, ACopyDoesNotBecomeAVogWithoutAReason) {
  v1::Attachment wanted;
  wanted.set_evidence_type("VOG");
  const AttachmentOr refused = Update(wanted, {"evidence_type"}, member);
  EXPECT_THAT(refused,
              ::testing::AllOf(StatusIs(absl::StatusCode::kFailedPrecondition), ReasonIs("VOG_NOT_COPIED")));
  wanted.set_copy_reason("De burgemeester vraagt de kopie op grond van een besluit");
  ASSERT_THAT(Update(wanted, {"evidence_type", "copy_reason"}, member), IsOk());
  wanted.set_copy_reason(" ");
  EXPECT_THAT(Update(wanted, {"copy_reason"}, member), ReasonIs("VOG_NOT_COPIED"));
}

TEST_F(CommandsTest, AWithdrawnAttachmentStaysAndMovesNoMore) {
  ASSERT_THAT(Link(kFinding, member), IsOk());
  const AttachmentOr withdrawn = Withdraw();
  ASSERT_THAT(withdrawn, IsOk());
  EXPECT_EQ(withdrawn->state(), v1::Attachment::STATE_WITHDRAWN);
  EXPECT_EQ(withdrawn->withdraw_reason(), "Verkeerd bestand");
  EXPECT_THAT(Link(kPlan, member), ReasonIs("ILLEGAL_TRANSITION"));
  EXPECT_THAT(Withdraw(), ReasonIs("ILLEGAL_TRANSITION"));
  EXPECT_THAT(SupportersOf(kFinding, member), ElementsAre("regions/nmd/attachments/b-1"));
}

class SeenTest : public Archive {
 protected:
  static v1::RecordSeenRequest Vog() {
    v1::RecordSeenRequest request;
    request.set_parent("regions/nmd");
    request.set_attachment_id("vog-1");
    request.set_provider(kProvider);
    *request.mutable_seen()->mutable_date() = Date(2025, 1, 10);
    *request.mutable_seen()->mutable_seen_date() = Date(2025, 6, 2);
    request.mutable_seen()->set_function("begeleider");
    request.mutable_seen()->set_screening_profile("45");
    return request;
  }
};

TEST_F(SeenTest, AVogIsSeenByWhomAndNotCopied) {
  const AttachmentOr seen = desk.Run(&RecordSeen, Vog(), member);
  ASSERT_THAT(seen, IsOk());
  EXPECT_EQ(seen->state(), v1::Attachment::STATE_AVAILABLE);
  EXPECT_EQ(seen->evidence_type(), "VOG");
  EXPECT_EQ(seen->seen().seen_by(), member.member);
  EXPECT_EQ(seen->content_hash(), "");
  EXPECT_EQ(seen->confidentiality(), v1::CONFIDENTIALITY_INTERNAL);
  EXPECT_THAT(Download("vog-1", member), ReasonIs("NO_CONTENT"));
  EXPECT_THAT(desk.Run(&RecordSeen, Vog(), member), ReasonIs("ATTACHMENT_EXISTS"));
}

TEST_F(SeenTest, WhatIsSeenLiesInThePast) {
  v1::RecordSeenRequest request = Vog();
  *request.mutable_seen()->mutable_seen_date() = Date(2025, 6, 3);
  *request.mutable_seen()->mutable_date() = Date(2025, 6, 4);
  EXPECT_THAT(FieldFaults(desk.Run(&RecordSeen, request, member).status()),
              ElementsAre("seen.seen_date: DATE_IN_FUTURE", "seen.date: SEEN_BEFORE_ISSUED"));
  request.clear_seen();
  EXPECT_THAT(FieldFaults(desk.Run(&RecordSeen, request, member).status()),
              ::testing::Contains("seen: REQUIRED"));
}

}  // namespace
}  // namespace waarborg::evidence
