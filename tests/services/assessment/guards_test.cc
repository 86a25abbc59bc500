#include "services/assessment/rules/guards.h"

#include "gtest/gtest.h"

namespace waarborg::assessment {
namespace {

registry::v1::KindRule Rule(bool skip_announcement, bool skip_preparation) {
  registry::v1::KindRule rule;
  rule.set_skip_announcement(skip_announcement);
  rule.set_skip_preparation(skip_preparation);
  return rule;
}

TEST(Guards, PreparationOpensUnannouncedOnlyWhereTheAnnouncementIsSkipped) {
  EXPECT_TRUE(AnnouncementDone(kAnnounced, Rule(false, false)));
  EXPECT_FALSE(AnnouncementDone(kPlanned, Rule(false, false)));
  EXPECT_FALSE(AnnouncementDone(kPlanned, Rule(false, true)));
  EXPECT_TRUE(AnnouncementDone(kPlanned, Rule(true, false)));
}

TEST(Guards, FieldworkStartsEarlyOnlyWhereEverythingBeforeItIsSkipped) {
  struct Case {
    State from;
    bool skip_announcement, skip_preparation, allowed;
  };
  for (const Case& each : {Case{kPreparing, false, false, true}, Case{kAnnounced, false, false, false},
                           Case{kAnnounced, true, false, false}, Case{kAnnounced, false, true, true},
                           Case{kPlanned, false, false, false}, Case{kPlanned, true, false, false},
                           Case{kPlanned, false, true, false}, Case{kPlanned, true, true, true}}) {
    EXPECT_EQ(PreparationDone(each.from, Rule(each.skip_announcement, each.skip_preparation)), each.allowed)
        << each.from << each.skip_announcement << each.skip_preparation;
  }
}

TEST(Guards, TheScopeIsSetDuringFieldworkOnlyWhereThereWasNoPreparation) {
  v1::Assessment assessment;
  assessment.set_state(kPreparing);
  EXPECT_TRUE(ScopeMayBeSet(assessment, Rule(false, false)));
  assessment.set_state(kFieldwork);
  EXPECT_FALSE(ScopeMayBeSet(assessment, Rule(true, false)));
  EXPECT_TRUE(ScopeMayBeSet(assessment, Rule(false, true)));
  assessment.set_unannounced(true);
  EXPECT_TRUE(ScopeMayBeSet(assessment, Rule(false, false)));
}

TEST(Guards, UnannouncedVisitsAreForUrgencyOrStatutorySupervision) {
  v1::Assessment assessment;
  assessment.set_kind(registry::v1::ASSESSMENT_KIND_FULL);
  assessment.set_legal_basis(registry::v1::LEGAL_BASIS_CONTRACT);
  EXPECT_FALSE(MayComeUnannounced(assessment));
  assessment.set_legal_basis(registry::v1::LEGAL_BASIS_WMO_SUPERVISION);
  EXPECT_TRUE(MayComeUnannounced(assessment));
  assessment.set_legal_basis(registry::v1::LEGAL_BASIS_PGB_POLICY);
  assessment.set_kind(registry::v1::ASSESSMENT_KIND_URGENT);
  EXPECT_TRUE(MayComeUnannounced(assessment));
}

}  // namespace
}  // namespace waarborg::assessment
