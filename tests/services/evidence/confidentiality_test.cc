// Who sees what: the whole matrix, written down apart from the table.

#include "services/evidence/rules/confidentiality.h"

#include <map>
#include <set>

#include "gtest/gtest.h"

namespace waarborg::evidence {
namespace {

using team::v1::Role;

constexpr Role TM = team::v1::ROLE_TEAM_MEMBER;
constexpr Role QM = team::v1::ROLE_QUALITY_MANAGER;
constexpr Role SR = team::v1::ROLE_SECOND_READER;
constexpr Role CM = team::v1::ROLE_CONTRACT_MANAGER;
constexpr Role DM = team::v1::ROLE_DECISION_MAKER;
constexpr Role PU = team::v1::ROLE_PROVIDER_USER;
constexpr Role AU = team::v1::ROLE_AUDITOR;

TEST(ConfidentialityTest, EveryRoleSeesWhatItsClassSays) {
  const std::map<v1::Confidentiality, std::set<Role>> sees = {
      {v1::CONFIDENTIALITY_UNSPECIFIED, {}},
      {v1::CONFIDENTIALITY_INTERNAL, {TM, QM, SR, CM, DM, AU}},
      {v1::CONFIDENTIALITY_TEAM, {TM, QM, SR, AU}},
      {v1::CONFIDENTIALITY_SHARED_WITH_PROVIDER, {TM, QM, SR, CM, DM, AU, PU}},
      {v1::CONFIDENTIALITY_INTERNAL_REFLECTION, {QM, AU}},
      {v1::CONFIDENTIALITY_AUDIT_REPORT, {TM, QM, SR, CM, DM, AU, PU}},
  };
  for (int value = 0; value <= v1::Confidentiality_MAX; ++value) {
    const auto confidentiality = static_cast<v1::Confidentiality>(value);
    ASSERT_TRUE(sees.contains(confidentiality)) << value;
    for (int role = team::v1::Role_MIN; role <= team::v1::Role_MAX; ++role) {
      EXPECT_EQ(MaySee(confidentiality).Contains(static_cast<Role>(role)),
                sees.at(confidentiality).contains(static_cast<Role>(role)))
          << v1::Confidentiality_Name(confidentiality) << " " << team::v1::Role_Name(static_cast<Role>(role));
    }
  }
}

TEST(ConfidentialityTest, TwoTypesHaveAClassOfTheirOwn) {
  EXPECT_EQ(ClassOfType("AUDIT_REPORT"), v1::CONFIDENTIALITY_AUDIT_REPORT);
  EXPECT_EQ(ClassOfType("TEAM_REFLECTION"), v1::CONFIDENTIALITY_INTERNAL_REFLECTION);
  EXPECT_EQ(ClassOfType("PROTOCOL"), std::nullopt);
}

TEST(ConfidentialityTest, WhereNothingIsSaidItFollowsFromTheTypeAndTheSender) {
  EXPECT_EQ(DefaultClass("PROTOCOL", /*sent_by_provider=*/false), v1::CONFIDENTIALITY_INTERNAL);
  EXPECT_EQ(DefaultClass("PROTOCOL", /*sent_by_provider=*/true), v1::CONFIDENTIALITY_SHARED_WITH_PROVIDER);
  EXPECT_EQ(DefaultClass("AUDIT_REPORT", /*sent_by_provider=*/true), v1::CONFIDENTIALITY_AUDIT_REPORT);
  EXPECT_EQ(DefaultClass("TEAM_REFLECTION", /*sent_by_provider=*/false),
            v1::CONFIDENTIALITY_INTERNAL_REFLECTION);
}

TEST(ConfidentialityTest, AnAuditReportIsWholeOnlyWhateverIsSaid) {
  v1::Attachment attachment;
  EXPECT_FALSE(IsWholeOnly(attachment));
  attachment.set_confidentiality(v1::CONFIDENTIALITY_AUDIT_REPORT);
  EXPECT_TRUE(IsWholeOnly(attachment));
  attachment.set_confidentiality(v1::CONFIDENTIALITY_INTERNAL);
  attachment.set_no_excerpt(true);
  EXPECT_TRUE(IsWholeOnly(attachment));
}

}  // namespace
}  // namespace waarborg::evidence
