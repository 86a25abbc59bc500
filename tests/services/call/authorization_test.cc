// Who may call what. The table below is the expectation, reviewed by hand against reference 4.0; it is not
// derived from the code. One letter a role, a dash where the role may not; `everyone` needs no caller.

#include "services/call/authorization.h"

#include <map>
#include <set>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "google/protobuf/descriptor.h"
#include "google/rpc/error_details.pb.h"
#include "gtest/gtest.h"
#include "tests/services/call/authorization_rows.h"
#include "tests/support/matchers.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/audit/v1/audit.pb.h"
#include "waarborg/backup/v1/backup.pb.h"
#include "waarborg/comment/v1/comment.pb.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/evidence/v1/evidence.pb.h"
#include "waarborg/framework/v1/framework.pb.h"
#include "waarborg/improvement/v1/improvement.pb.h"
#include "waarborg/incident/v1/incident.pb.h"
#include "waarborg/lifecycle/v1/lifecycle.pb.h"
#include "waarborg/notice/v1/notice.pb.h"
#include "waarborg/registry/v1/certificate.pb.h"
#include "waarborg/registry/v1/obligation.pb.h"
#include "waarborg/registry/v1/registry.pb.h"
#include "waarborg/risk/v1/risk.pb.h"
#include "waarborg/task/v1/task.pb.h"
#include "waarborg/team/v1/team.pb.h"
#include "waarborg/term/v1/term.pb.h"
#include "waarborg/watch/v1/watch.pb.h"

namespace waarborg::call {
namespace {

using testing::IsOk;
using testing::ReasonIs;
using testing::StatusIs;

// The package of a service; most have one of their own.
std::string PackageOf(const std::string& service) {
  return service == "certificate" || service == "obligation" ? "registry" : service;
}

std::string FullName(const Row& row) {
  const std::string service(row.service);
  std::string capital = service;
  capital[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(capital[0])));
  return absl::StrCat("waarborg.", PackageOf(service), ".v1.", capital, "Service/", row.method);
}

const google::protobuf::FileDescriptor* kFiles[] = {assessment::v1::Assessment::descriptor()->file(),
                                                    audit::v1::Event::descriptor()->file(),
                                                    backup::v1::Backup::descriptor()->file(),
                                                    escalation::v1::Step::descriptor()->file(),
                                                    framework::v1::FrameworkVersion::descriptor()->file(),
                                                    improvement::v1::ImprovementPlan::descriptor()->file(),
                                                    lifecycle::v1::Lifecycle::descriptor()->file(),
                                                    registry::v1::Region::descriptor()->file(),
                                                    registry::v1::Certificate::descriptor()->file(),
                                                    registry::v1::Obligation::descriptor()->file(),
                                                    comment::v1::Comment::descriptor()->file(),
                                                    evidence::v1::Attachment::descriptor()->file(),
                                                    incident::v1::Incident::descriptor()->file(),
                                                    notice::v1::NoticeSetting::descriptor()->file(),
                                                    risk::v1::RiskView::descriptor()->file(),
                                                    task::v1::Task::descriptor()->file(),
                                                    term::v1::Term::descriptor()->file(),
                                                    watch::v1::WatchCaseRequest::descriptor()->file(),
                                                    team::v1::Member::descriptor()->file()};

Call CallOf(std::string method, std::vector<Role> roles, std::string own = "nmd", std::string about = "nmd") {
  return {.caller = {.member = absl::StrCat("regions/", own, "/members/bo"),
                     .region = own,
                     .roles = std::move(roles),
                     .provider = ""},
          .region = std::move(about),
          .method = std::move(method)};
}

TEST(AuthorizationTest, EveryRoleMayCallExactlyWhatTheReviewedTableSays) {
  for (const Row& row : kExpected) {
    const std::string who = row.who;
    for (std::size_t i = 0; i < std::size(kColumns); ++i) {
      const bool may = who == "everyone" || who.at(i) == kColumns[i].letter;
      ASSERT_TRUE(who == "everyone" || may || who.at(i) == '-') << row.method;
      const absl::Status status = Authorize(CallOf(FullName(row), {kColumns[i].role}));
      EXPECT_EQ(status.ok(), may) << FullName(row) << " as " << kColumns[i].letter;
      EXPECT_EQ(ReasonOf(status), may ? "" : "METHOD_NOT_ALLOWED");
    }
  }
}

TEST(AuthorizationTest, WhoMayNotIsToldWhichRolesMay) {
  const absl::Status status =
      Authorize(CallOf("waarborg.escalation.v1.EscalationService/DecideNot", {team::v1::ROLE_AUDITOR}));
  google::rpc::ErrorInfo info;
  const google::rpc::Status details = DetailsOf(status);
  for (const google::protobuf::Any& detail : details.details()) {
    if (detail.UnpackTo(&info)) break;
  }
  EXPECT_EQ(info.metadata().at("held"), "AUDITOR");
  EXPECT_EQ(info.metadata().at("needed"), "QUALITY_MANAGER, DECISION_MAKER");
}

TEST(AuthorizationTest, EveryMethodOfTheApiHasARowHereAndInTheCodeAndNoRowIsWithoutAMethod) {
  std::set<std::string> api;
  for (const google::protobuf::FileDescriptor* file : kFiles) {
    for (int i = 0; i < file->service_count(); ++i) {
      for (int j = 0; j < file->service(i)->method_count(); ++j) {
        api.insert(absl::StrCat(file->service(i)->full_name(), "/", file->service(i)->method(j)->name()));
      }
    }
  }
  std::set<std::string> expected;
  for (const Row& row : kExpected) EXPECT_TRUE(expected.insert(FullName(row)).second) << row.method;
  const std::vector<std::string> rows = AuthorizedMethods();
  EXPECT_EQ(expected, api);
  EXPECT_EQ(std::set<std::string>(rows.begin(), rows.end()), api);
}

TEST(AuthorizationTest, AMethodWithoutARowIsDeniedToEveryRole) {
  for (const Column& column : kColumns) {
    const absl::Status status =
        Authorize(CallOf("waarborg.assessment.v1.AssessmentService/DeleteAll", {column.role}));
    EXPECT_THAT(status, StatusIs(absl::StatusCode::kPermissionDenied));
    EXPECT_THAT(status, ReasonIs("METHOD_NOT_ALLOWED"));
  }
  EXPECT_EQ(RolesOf("waarborg.assessment.v1.AssessmentService/DeleteAll"), nullptr);
}

TEST(AuthorizationTest, ACallerWithoutRolesMayCallOnlyWhatNeedsNoCaller) {
  for (const Row& row : kExpected) {
    EXPECT_EQ(Authorize(CallOf(FullName(row), {})).ok(), std::string(row.who) == "everyone") << row.method;
  }
}

TEST(AuthorizationTest, SeveralRolesAddUp) {
  const std::string submit = "waarborg.assessment.v1.AssessmentService/SubmitScores";
  EXPECT_THAT(Authorize(CallOf(submit, {team::v1::ROLE_TEAM_MEMBER, team::v1::ROLE_QUALITY_MANAGER})),
              IsOk());
}

TEST(AuthorizationTest, AnAdministratorSeesNoCase) {
  for (const Row& row : kExpected) {
    const std::set<std::string> cases = {"assessment", "improvement", "escalation", "audit"};
    if (cases.count(row.service) == 0 || std::string(row.method) == "GetTreeHead") continue;
    for (const char* region : {"nmd", "shared"}) {
      EXPECT_THAT(Authorize(CallOf(FullName(row), {team::v1::ROLE_ADMINISTRATOR}, region, "nmd")),
                  StatusIs(absl::StatusCode::kPermissionDenied))
          << row.method;
    }
  }
}

TEST(AuthorizationTest, NobodyActsInAnotherRegion) {
  for (const Row& row : kExpected) {
    if (std::string(row.who) == "everyone") continue;
    for (std::size_t i = 0; i < std::size(kColumns); ++i) {
      if (row.who[i] == '-') continue;
      EXPECT_THAT(Authorize(CallOf(FullName(row), {kColumns[i].role}, "other", "nmd")),
                  ReasonIs("OTHER_REGION"))
          << row.method << " as " << kColumns[i].letter;
    }
  }
}

// `shared` holds what belongs to no region, among it the journal of who may do what; a region's members have
// no business there.
TEST(AuthorizationTest, AMemberOfARegionActsInSharedOnlyToListTheRegions) {
  for (const Row& row : kExpected) {
    if (std::string(row.who) == "everyone") continue;
    for (std::size_t i = 0; i < std::size(kColumns); ++i) {
      if (row.who[i] == '-') continue;
      EXPECT_EQ(Authorize(CallOf(FullName(row), {kColumns[i].role}, "nmd", "shared")).ok(),
                std::string(row.method) == "ListRegions")
          << row.method << " as " << kColumns[i].letter;
    }
  }
}

TEST(AuthorizationTest, AnAdministratorOfSharedSetsUpEveryRegionButOneOfARegionOnlyItsOwn) {
  const std::string create = "waarborg.team.v1.TeamService/CreateMember";
  EXPECT_THAT(Authorize(CallOf(create, {team::v1::ROLE_ADMINISTRATOR}, "shared", "nmd")), IsOk());
  EXPECT_THAT(Authorize(CallOf(create, {team::v1::ROLE_ADMINISTRATOR}, "nmd", "nmd")), IsOk());
  EXPECT_THAT(Authorize(CallOf(create, {team::v1::ROLE_ADMINISTRATOR}, "nmd", "shared")),
              ReasonIs("OTHER_REGION"));
  EXPECT_THAT(Authorize(CallOf("waarborg.registry.v1.RegistryService/CreateRegion",
                               {team::v1::ROLE_ADMINISTRATOR}, "nmd", "shared")),
              ReasonIs("OTHER_REGION"));
}

TEST(AuthorizationTest, AnotherRoleOfSharedHasNoRightsInARegion) {
  EXPECT_THAT(Authorize(CallOf("waarborg.audit.v1.AuditService/ListEvents", {team::v1::ROLE_AUDITOR},
                               "shared", "nmd")),
              ReasonIs("OTHER_REGION"));
}

TEST(OwnProviderTest, AProviderReachesItsOwnAndNoOther) {
  const Caller user{.member = "regions/nmd/members/p",
                    .region = "nmd",
                    .roles = {team::v1::ROLE_PROVIDER_USER},
                    .provider = "regions/nmd/providers/p1"};
  EXPECT_THAT(CheckOwnProvider(user, "regions/nmd/providers/p1"), IsOk());
  EXPECT_THAT(CheckOwnProvider(user, "regions/nmd/providers/p2"), ReasonIs("OTHER_PROVIDER"));
  EXPECT_THAT(CheckOwnProvider(user, ""), ReasonIs("OTHER_PROVIDER"));
}

TEST(OwnProviderTest, AProviderWithASecondRoleStillReachesNoOther) {
  for (const Role second : {team::v1::ROLE_INCIDENT_CLIENT, team::v1::ROLE_MATERIAL_CONTROL}) {
    const Caller user{.member = "regions/nmd/members/p",
                      .region = "nmd",
                      .roles = {team::v1::ROLE_PROVIDER_USER, second},
                      .provider = "regions/nmd/providers/p1"};
    EXPECT_THAT(CheckOwnProvider(user, "regions/nmd/providers/p2"), ReasonIs("OTHER_PROVIDER"));
  }
}

TEST(OwnProviderTest, TheTeamReachesEveryProvider) {
  const Caller manager{.member = "regions/nmd/members/q",
                       .region = "nmd",
                       .roles = {team::v1::ROLE_QUALITY_MANAGER},
                       .provider = ""};
  EXPECT_THAT(CheckOwnProvider(manager, "regions/nmd/providers/p2"), IsOk());
}

}  // namespace
}  // namespace waarborg::call
