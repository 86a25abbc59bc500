// Who may call what. The table below is the expectation, reviewed by hand against reference 4.0; it is not derived
// from the code. One letter a role, a dash where the role may not; `everyone` needs no caller.

#include "services/call/authorization.h"

#include <map>
#include <set>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "google/protobuf/descriptor.h"
#include "gtest/gtest.h"
#include "tests/support/matchers.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/audit/v1/audit.pb.h"
#include "waarborg/backup/v1/backup.pb.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/framework/v1/framework.pb.h"
#include "waarborg/improvement/v1/improvement.pb.h"
#include "waarborg/lifecycle/v1/lifecycle.pb.h"
#include "waarborg/registry/v1/registry.pb.h"
#include "waarborg/team/v1/team.pb.h"

namespace waarborg::call {
namespace {

using testing::IsOk;
using testing::ReasonIs;
using testing::StatusIs;

struct Column {
  char letter;
  Role role;
};

constexpr Column kColumns[] = {
    {'T', team::v1::ROLE_TEAM_MEMBER},      {'Q', team::v1::ROLE_QUALITY_MANAGER},
    {'S', team::v1::ROLE_SECOND_READER},    {'C', team::v1::ROLE_CONTRACT_MANAGER},
    {'D', team::v1::ROLE_DECISION_MAKER},   {'P', team::v1::ROLE_PROVIDER_USER},
    {'I', team::v1::ROLE_INCIDENT_CLIENT},  {'M', team::v1::ROLE_MATERIAL_CONTROL},
    {'A', team::v1::ROLE_AUDITOR},          {'X', team::v1::ROLE_ADMINISTRATOR},
    {'Y', team::v1::ROLE_SYSTEM},
};

struct Row {
  const char* service;
  const char* method;
  const char* who;
};

// clang-format off
constexpr Row kExpected[] = {
    {"framework", "PublishFrameworkVersion",  "---------X-"},
    {"framework", "GetFrameworkVersion",      "everyone"},
    {"framework", "ListFrameworkVersions",    "everyone"},
    {"framework", "EvaluateScores",           "everyone"},
    {"lifecycle", "GetLifecycle",             "everyone"},
    {"lifecycle", "ListLifecycles",           "everyone"},
    {"backup", "CreateBackup",                "---------X-"},

    {"team", "CreateMember",                  "---------X-"},
    {"team", "UpdateMember",                  "---------X-"},
    {"team", "GetMember",                     "TQSCD---AX-"},
    {"team", "ListMembers",                   "TQSCD---AX-"},

    {"registry", "CreateRegion",              "---------X-"},
    {"registry", "PublishPolicyVersion",      "---------X-"},
    {"registry", "GetRegion",                 "TQSCDP-MAX-"},
    {"registry", "ListRegions",               "TQSCDP-MAX-"},
    {"registry", "GetPolicyVersion",          "TQSCDP-MAX-"},
    {"registry", "ListPolicyVersions",        "TQSCDP-MAX-"},
    {"registry", "CreateProvider",            "-Q-C-----X-"},
    {"registry", "UpdateProvider",            "-Q-C-----X-"},
    {"registry", "CreateLocation",            "-Q-C-----X-"},
    {"registry", "CreateContract",            "-Q-C-----X-"},
    {"registry", "GetProvider",               "TQSCDP-MAX-"},
    {"registry", "ListProviders",             "TQSCDP-MAX-"},
    {"registry", "ListLocations",             "TQSCDP-MAX-"},
    {"registry", "GetContract",               "TQSCDP-MAX-"},
    {"registry", "ListContracts",             "TQSCDP-MAX-"},

    {"assessment", "CreateAssessment",        "-Q---------"},
    {"assessment", "GetAssessment",           "TQSCDP--A--"},
    {"assessment", "ListAssessments",         "TQSCDP--A--"},
    {"assessment", "AnnounceAssessment",      "-Q---------"},
    {"assessment", "StartUnannounced",        "-Q---------"},
    {"assessment", "OpenPreparation",         "-Q---------"},
    {"assessment", "SetScope",                "-Q---------"},
    {"assessment", "StartFieldwork",          "-Q---------"},
    {"assessment", "RecordObservation",       "TQ---------"},
    {"assessment", "ReportAcuteUnsafety",     "TQ---------"},
    {"assessment", "FinishFieldwork",         "-Q---------"},
    {"assessment", "ScoreFindings",           "TQ---------"},
    {"assessment", "GetFinding",              "TQSCDP--A--"},
    {"assessment", "ListFindings",            "TQSCDP--A--"},
    {"assessment", "SubmitScores",            "-Q---------"},
    {"assessment", "ReturnScores",            "--S--------"},
    {"assessment", "JudgeQuality",            "-Q---------"},
    {"assessment", "JudgeContext",            "-Q---------"},
    {"assessment", "JudgeTrust",              "-Q---------"},
    {"assessment", "ConcludeJudgement",       "-Q---------"},
    {"assessment", "ConfirmAssessment",       "--S--------"},
    {"assessment", "SendDraft",               "-Q---------"},
    {"assessment", "ResendDraft",             "-Q---------"},
    {"assessment", "RecordRemark",            "-Q---P-----"},
    {"assessment", "SubmitResponse",          "-Q---P-----"},
    {"assessment", "ExtendResponseTerm",      "-Q---------"},
    {"assessment", "AnswerRemark",            "-Q---------"},
    {"assessment", "AmendDraft",              "-Q---------"},
    {"assessment", "FinaliseAssessment",      "-Q---------"},
    {"assessment", "CloseAssessment",         "-Q---------"},
    {"assessment", "CancelAssessment",        "-Q---------"},
    {"assessment", "CorrectAssessment",       "-Q---------"},
    {"assessment", "GetDecisionRecord",       "TQSCD---A--"},
    {"assessment", "ListDecisionRecords",     "TQSCD---A--"},

    {"improvement", "RequestImprovementPlan", "-Q---------"},
    {"improvement", "GetImprovementPlan",     "TQSCDP--A--"},
    {"improvement", "ListImprovementPlans",   "TQSCDP--A--"},
    {"improvement", "SubmitImprovementPlan",  "-Q---P-----"},
    {"improvement", "ReturnImprovementPlan",  "-Q---------"},
    {"improvement", "ApproveImprovementPlan", "-Q---------"},
    {"improvement", "StartImprovementPlan",   "-Q---P-----"},
    {"improvement", "ReportProgress",         "-Q---P-----"},
    {"improvement", "FlagStagnation",         "-Q---------"},
    {"improvement", "ProposePlanChange",      "-Q---P-----"},
    {"improvement", "ApprovePlanChange",      "-Q---------"},
    {"improvement", "RefusePlanChange",       "-Q---------"},
    {"improvement", "ReportCompletion",       "-Q---P-----"},
    {"improvement", "GiveUpImprovementPlan",  "-Q---------"},
    {"improvement", "FailImprovementPlan",    "-Q---------"},
    {"improvement", "SupersedeImprovementPlan", "-Q---------"},
    {"improvement", "ConfirmImprovementPlan", "--S--------"},
    {"improvement", "GetAttentionPoint",      "TQSCDP--A--"},
    {"improvement", "ListAttentionPoints",    "TQSCDP--A--"},
    {"improvement", "ReportAttentionPoint",   "-Q-C-P-----"},
    {"improvement", "CloseAttentionPoint",    "---C-------"},

    {"escalation", "GetEscalation",           "TQSCDP--A--"},
    {"escalation", "ProposeSteps",            "-Q---------"},
    {"escalation", "GetStep",                 "TQSCDP--A--"},
    {"escalation", "ListSteps",               "TQSCDP--A--"},
    {"escalation", "ConfirmStep",             "--S--------"},
    {"escalation", "SkipConfirmation",        "-Q---------"},
    {"escalation", "RejectStep",              "--S--------"},
    {"escalation", "SkipHearing",             "-Q---------"},
    {"escalation", "OpenHearing",             "-Q---------"},
    {"escalation", "RecordView",              "-Q---P-----"},
    {"escalation", "CloseHearing",            "-Q---------"},
    {"escalation", "AnswerView",              "-Q---------"},
    {"escalation", "RecordAlignment",         "-Q---------"},
    {"escalation", "DecideStep",              "-Q--D------"},
    {"escalation", "DecideLighter",           "-Q--D------"},
    {"escalation", "DecideNot",               "-Q--D------"},
    {"escalation", "ReopenHearing",           "-Q--D------"},
    {"escalation", "WithdrawStep",            "-Q---------"},
    {"escalation", "ConfirmStepAct",          "--S--------"},
    {"escalation", "AddSideMeasure",          "---CD------"},
    {"escalation", "RegisterObjection",       "-Q---P-----"},
    {"escalation", "ProlongMeasure",          "-Q--D------"},
    {"escalation", "RecordEvaluation",        "-Q--D------"},
    {"escalation", "RaiseAcuteCases",         "TQ---------"},
    {"escalation", "GetAcuteCase",            "TQSCDP--A--"},
    {"escalation", "ListAcuteCases",          "TQSCDP--A--"},
    {"escalation", "DismissAcuteCase",        "-Q---------"},
    {"escalation", "ConfirmAcuteCase",        "--S--------"},
    {"escalation", "ImposeProvisional",       "----D------"},
    {"escalation", "HearAfterwards",          "-Q---P-----"},
    {"escalation", "AnswerAcuteView",         "-Q---------"},
    {"escalation", "RatifyProvisional",       "----D------"},
    {"escalation", "LiftProvisional",         "----D------"},
    {"escalation", "NotifyPartner",           "-Q---------"},
    {"escalation", "AddAcuteSideMeasure",     "---CD------"},
    {"escalation", "RegisterAcuteObjection",  "-Q---P-----"},

    {"audit", "ListEvents",                   "TQSCD---A--"},
    {"audit", "StreamEvents",                 "TQSCD---A--"},
    {"audit", "StreamLeaves",                 "--------A--"},
    {"audit", "GetTreeHead",                  "TQSCD---AX-"},
};
// clang-format on

std::string FullName(const Row& row) {
  const std::string service(row.service);
  std::string capital = service;
  capital[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(capital[0])));
  return absl::StrCat("waarborg.", service, ".v1.", capital, "Service/", row.method);
}

const google::protobuf::FileDescriptor* kFiles[] = {
    assessment::v1::Assessment::descriptor()->file(), audit::v1::Event::descriptor()->file(),
    backup::v1::Backup::descriptor()->file(),         escalation::v1::Step::descriptor()->file(),
    framework::v1::FrameworkVersion::descriptor()->file(),
    improvement::v1::ImprovementPlan::descriptor()->file(),
    lifecycle::v1::Lifecycle::descriptor()->file(),   registry::v1::Region::descriptor()->file(),
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
    const absl::Status status = Authorize(CallOf("waarborg.assessment.v1.AssessmentService/DeleteAll", {column.role}));
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
  EXPECT_THAT(Authorize(CallOf(submit, {team::v1::ROLE_TEAM_MEMBER, team::v1::ROLE_QUALITY_MANAGER})), IsOk());
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
      EXPECT_THAT(Authorize(CallOf(FullName(row), {kColumns[i].role}, "other", "nmd")), ReasonIs("OTHER_REGION"))
          << row.method << " as " << kColumns[i].letter;
    }
  }
}

// `shared` holds what belongs to no region, among it the journal of who may do what; a region's members have no
// business there.
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
  EXPECT_THAT(Authorize(CallOf(create, {team::v1::ROLE_ADMINISTRATOR}, "nmd", "shared")), ReasonIs("OTHER_REGION"));
  EXPECT_THAT(Authorize(CallOf("waarborg.registry.v1.RegistryService/CreateRegion", {team::v1::ROLE_ADMINISTRATOR},
                               "nmd", "shared")),
              ReasonIs("OTHER_REGION"));
}

TEST(AuthorizationTest, AnotherRoleOfSharedHasNoRightsInARegion) {
  EXPECT_THAT(Authorize(CallOf("waarborg.audit.v1.AuditService/ListEvents", {team::v1::ROLE_AUDITOR}, "shared", "nmd")),
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
