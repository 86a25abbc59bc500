// Every class, every role, own provider and another: read, listed and fetched alike.

#include "services/evidence/visibility.h"

#include <set>

#include "services/call/name.h"
#include "tests/services/evidence/archive.h"

namespace waarborg::evidence {
namespace {

class VisibilityTest : public Archive {
 protected:
  void SetUp() override {
    for (int value = 1; value <= v1::Confidentiality_MAX; ++value) {
      const auto confidentiality = static_cast<v1::Confidentiality>(value);
      const std::string content = Bytes(10 + static_cast<std::size_t>(value));
      v1::UploadStart start = StartOf(content, IdOf(confidentiality));
      start.mutable_attachment()->set_confidentiality(confidentiality);
      if (confidentiality == v1::CONFIDENTIALITY_AUDIT_REPORT) {
        start.mutable_attachment()->set_evidence_type("AUDIT_REPORT");
      }
      ASSERT_THAT(Upload(start, content, manager), IsOk());
    }
  }

  static std::string IdOf(v1::Confidentiality confidentiality) {
    return "b-" + std::to_string(static_cast<int>(confidentiality));
  }

  std::set<std::string> Listed(const call::Caller& caller) {
    v1::ListAttachmentsRequest request;
    request.set_parent("regions/nmd");
    const auto listed = desk.Ask(&ListAttachments, request, caller);
    EXPECT_THAT(listed, IsOk());
    std::set<std::string> ids;
    for (const v1::Attachment& attachment : listed->attachments())
      ids.insert(call::LastId(attachment.name()));
    return ids;
  }

  void ExpectSeen(const call::Caller& caller, const Roles& as) {
    std::set<std::string> seen;
    for (int value = 1; value <= v1::Confidentiality_MAX; ++value) {
      const auto confidentiality = static_cast<v1::Confidentiality>(value);
      bool sees = false;
      for (const team::v1::Role role : as) sees |= MaySee(confidentiality).Contains(role);
      SCOPED_TRACE(v1::Confidentiality_Name(confidentiality) + " " + caller.member);
      EXPECT_EQ(Get(IdOf(confidentiality), caller).ok(), sees);
      EXPECT_EQ(Download(IdOf(confidentiality), caller).ok(), sees);
      if (sees) seen.insert(IdOf(confidentiality));
    }
    EXPECT_EQ(Listed(caller), seen) << caller.member;
  }
};

TEST_F(VisibilityTest, EachRoleGetsWhatItsClassesAllow) {
  for (const team::v1::Role role :
       {team::v1::ROLE_TEAM_MEMBER, team::v1::ROLE_QUALITY_MANAGER, team::v1::ROLE_SECOND_READER,
        team::v1::ROLE_CONTRACT_MANAGER, team::v1::ROLE_DECISION_MAKER, team::v1::ROLE_AUDITOR}) {
    ExpectSeen(Desk::As(team::v1::Role_Name(role), {role}), {role});
  }
}

TEST_F(VisibilityTest, AProviderSeesItsOwnSharedEvidence) {
  ExpectSeen(provider_user, {team::v1::ROLE_PROVIDER_USER});
}

TEST_F(VisibilityTest, AnotherProviderSeesNothing) {
  EXPECT_THAT(Listed(other_user), IsEmpty());
  EXPECT_THAT(Get("b-3", other_user), ReasonIs("OTHER_PROVIDER"));
  EXPECT_THAT(Download("b-3", other_user), ReasonIs("OTHER_PROVIDER"));
}

}  // namespace
}  // namespace waarborg::evidence
