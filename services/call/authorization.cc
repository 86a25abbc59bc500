#include "services/call/authorization.h"

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "services/call/code.h"
#include "services/call/error.h"
#include "services/language/status_macros.h"

namespace waarborg::call {
namespace {

constexpr Role kTeamMember = team::v1::ROLE_TEAM_MEMBER;
constexpr Role kQualityManager = team::v1::ROLE_QUALITY_MANAGER;
constexpr Role kSecondReader = team::v1::ROLE_SECOND_READER;
constexpr Role kContractManager = team::v1::ROLE_CONTRACT_MANAGER;
constexpr Role kDecisionMaker = team::v1::ROLE_DECISION_MAKER;
constexpr Role kProviderUser = team::v1::ROLE_PROVIDER_USER;
constexpr Role kIncidentClient = team::v1::ROLE_INCIDENT_CLIENT;
constexpr Role kMaterialControl = team::v1::ROLE_MATERIAL_CONTROL;
constexpr Role kAuditor = team::v1::ROLE_AUDITOR;
constexpr Role kAdministrator = team::v1::ROLE_ADMINISTRATOR;

using Roles = std::vector<Role>;

struct Rows {
  const char* service;
  const char* methods;  // separated by spaces
  Roles roles;
};

// Whoever works on cases.
const Roles& Team() {
  static const Roles* const roles =
      new Roles{kTeamMember, kQualityManager, kSecondReader, kContractManager, kDecisionMaker};
  return *roles;
}

Roles With(Roles roles, std::initializer_list<Role> more) {
  roles.insert(roles.end(), more);
  return roles;
}

// The team, and whoever reviews it. An administrator sees no case.
const Roles& CaseReaders() {
  static const Roles* const roles = new Roles(With(Team(), {kAuditor}));
  return *roles;
}

// NOLINTNEXTLINE(readability-function-size): one table on one screen, nothing else.
const std::vector<Rows>& Table() {
  static const Roles kNobodyInParticular;
  static const Roles kQm{kQualityManager};
  static const Roles kSr{kSecondReader};
  static const Roles kProviderOrQm{kProviderUser, kQualityManager};
  static const Roles kDec{kDecisionMaker};
  static const Roles kDecides{kQualityManager, kDecisionMaker};
  static const Roles kAdmin{kAdministrator};
  static const Roles kReadersAndProvider = With(CaseReaders(), {kProviderUser});
  static const Roles kRegisterReaders =
      With(CaseReaders(), {kAdministrator, kProviderUser, kMaterialControl});
  static const std::vector<Rows>* const table = new std::vector<Rows>{
      {"waarborg.framework.v1.FrameworkService", "EvaluateScores GetFrameworkVersion ListFrameworkVersions",
       kNobodyInParticular},
      {"waarborg.framework.v1.FrameworkService", "PublishFrameworkVersion", kAdmin},
      {"waarborg.lifecycle.v1.LifecycleService", "GetLifecycle ListLifecycles", kNobodyInParticular},
      {"waarborg.backup.v1.BackupService", "CreateBackup", kAdmin},

      {"waarborg.team.v1.TeamService", "CreateMember UpdateMember", kAdmin},
      {"waarborg.team.v1.TeamService", "GetMember ListMembers", With(CaseReaders(), {kAdministrator})},

      {"waarborg.registry.v1.RegistryService", "CreateRegion PublishPolicyVersion", kAdmin},
      {"waarborg.registry.v1.RegistryService", "GetRegion ListRegions GetPolicyVersion ListPolicyVersions",
       kRegisterReaders},
      {"waarborg.registry.v1.RegistryService",
       "CreateProvider UpdateProvider CreateLocation CreateContract",
       {kContractManager, kQualityManager, kAdministrator}},
      {"waarborg.registry.v1.RegistryService",
       "GetProvider ListProviders ListLocations GetContract ListContracts", kRegisterReaders},

      {"waarborg.registry.v1.CertificateService",
       "AnnounceAppointment RegisterCertificate RecordSurveillance", kProviderOrQm},
      {"waarborg.registry.v1.CertificateService",
       "VerifyCertificate RejectCertificate FlagScopeMismatch RenewCertificate SuspendCertificate "
       "WithdrawCertificate ReinstateCertificate RecordCertificateReview",
       kQm},
      {"waarborg.registry.v1.CertificateService", "GetCertificate ListCertificates", kReadersAndProvider},
      {"waarborg.registry.v1.CertificateService", "ListNorms", kRegisterReaders},

      {"waarborg.registry.v1.ObligationService",
       "OpenObligations",
       {kContractManager, kQualityManager, kAdministrator}},
      {"waarborg.registry.v1.ObligationService",
       "DeliverObligation",
       {kProviderUser, kQualityManager, kContractManager}},
      {"waarborg.registry.v1.ObligationService", "WaiveObligation ResumeObligation RecordDivergence", kQm},
      {"waarborg.registry.v1.ObligationService", "GetObligation ListObligations", kReadersAndProvider},
      {"waarborg.registry.v1.ObligationService", "ListObligationRules", kRegisterReaders},
      {"waarborg.registry.v1.ObligationService",
       "RecordExternalJudgement SupersedeExternalJudgement",
       {kQualityManager, kContractManager}},
      {"waarborg.registry.v1.ObligationService",
       "GetExternalJudgement ListExternalJudgements ListJudgementsToWeigh", CaseReaders()},

      {"waarborg.assessment.v1.AssessmentService",
       "CreateAssessment AnnounceAssessment StartUnannounced OpenPreparation SetScope StartFieldwork "
       "FinishFieldwork SubmitScores JudgeQuality JudgeContext JudgeTrust ConcludeJudgement SendDraft "
       "ResendDraft ExtendResponseTerm AnswerRemark AmendDraft FinaliseAssessment CloseAssessment "
       "CancelAssessment CorrectAssessment",
       kQm},
      {"waarborg.assessment.v1.AssessmentService",
       "RecordObservation ReportAcuteUnsafety ScoreFindings",
       {kTeamMember, kQualityManager}},
      {"waarborg.assessment.v1.AssessmentService", "ReturnScores", kSr},
      {"waarborg.assessment.v1.AssessmentService", "ConfirmAssessment", kSr},
      {"waarborg.assessment.v1.AssessmentService", "RecordRemark SubmitResponse", kProviderOrQm},
      {"waarborg.assessment.v1.AssessmentService", "GetAssessment ListAssessments GetFinding ListFindings",
       kReadersAndProvider},
      {"waarborg.assessment.v1.AssessmentService", "GetDecisionRecord ListDecisionRecords", CaseReaders()},

      {"waarborg.improvement.v1.ImprovementService",
       "RequestImprovementPlan ReturnImprovementPlan ApproveImprovementPlan FlagStagnation ApprovePlanChange "
       "RefusePlanChange GiveUpImprovementPlan FailImprovementPlan SupersedeImprovementPlan",
       kQm},
      {"waarborg.improvement.v1.ImprovementService",
       "SubmitImprovementPlan StartImprovementPlan ReportProgress ProposePlanChange ReportCompletion",
       kProviderOrQm},
      {"waarborg.improvement.v1.ImprovementService", "ConfirmImprovementPlan", kSr},
      {"waarborg.improvement.v1.ImprovementService",
       "ReportAttentionPoint",
       {kContractManager, kProviderUser, kQualityManager}},
      {"waarborg.improvement.v1.ImprovementService", "CloseAttentionPoint", {kContractManager}},
      {"waarborg.improvement.v1.ImprovementService",
       "GetImprovementPlan ListImprovementPlans GetAttentionPoint ListAttentionPoints", kReadersAndProvider},

      {"waarborg.escalation.v1.EscalationService",
       "ProposeSteps SkipConfirmation SkipHearing OpenHearing CloseHearing AnswerView RecordAlignment "
       "WithdrawStep AnswerAcuteView",
       kQm},
      {"waarborg.escalation.v1.EscalationService", "ConfirmStep RejectStep ConfirmStepAct ConfirmAcuteCase",
       kSr},
      {"waarborg.escalation.v1.EscalationService",
       "RecordView HearAfterwards RegisterObjection RegisterAcuteObjection", kProviderOrQm},
      {"waarborg.escalation.v1.EscalationService",
       "DecideStep DecideLighter DecideNot ReopenHearing ProlongMeasure RecordEvaluation", kDecides},
      {"waarborg.escalation.v1.EscalationService",
       "AddSideMeasure AddAcuteSideMeasure",
       {kDecisionMaker, kContractManager}},
      {"waarborg.escalation.v1.EscalationService", "RaiseAcuteCases", {kTeamMember, kQualityManager}},
      {"waarborg.escalation.v1.EscalationService", "DismissAcuteCase NotifyPartner", kQm},
      {"waarborg.escalation.v1.EscalationService", "ImposeProvisional RatifyProvisional LiftProvisional",
       kDec},
      {"waarborg.escalation.v1.EscalationService",
       "GetEscalation GetStep ListSteps GetAcuteCase ListAcuteCases", kReadersAndProvider},

      {"waarborg.incident.v1.IncidentService",
       "SubmitIncident PushIncidents",
       {kIncidentClient, kProviderUser, kQualityManager}},
      {"waarborg.incident.v1.IncidentService",
       "TriageIncident MarkDuplicate ForwardIncident AskProviderInquiry FindReportInsufficient "
       "StartOwnInquiry "
       "ConcludeIncident RegisterOnly CloseIncident ReopenIncident WithdrawIncident",
       kQm},
      {"waarborg.incident.v1.IncidentService", "DeliverInquiryReport", kProviderOrQm},
      {"waarborg.incident.v1.IncidentService", "GetIncident ListIncidents",
       With(kReadersAndProvider, {kIncidentClient})},
      {"waarborg.incident.v1.IncidentService", "GetIncidentReporter", {kQualityManager, kAuditor}},
      {"waarborg.risk.v1.RiskService",
       "ListRiskViews GetRiskView",
       {kQualityManager, kContractManager, kAuditor}},
      {"waarborg.evidence.v1.EvidenceService",
       "UploadAttachment GetUpload LinkAttachment",
       {kTeamMember, kQualityManager, kContractManager, kProviderUser}},
      {"waarborg.evidence.v1.EvidenceService",
       "UpdateAttachment UnlinkAttachment",
       {kTeamMember, kQualityManager, kContractManager}},
      {"waarborg.evidence.v1.EvidenceService", "RecordSeen", {kTeamMember, kQualityManager}},
      {"waarborg.evidence.v1.EvidenceService", "WithdrawAttachment", kQm},
      {"waarborg.evidence.v1.EvidenceService", "GetAttachment ListAttachments DownloadAttachment",
       kReadersAndProvider},
      {"waarborg.task.v1.TaskService", "ListTasks GetTask ClaimTask AssignTask CompleteTask CancelTask",
       CaseReaders()},
      {"waarborg.term.v1.TermService", "ListTerms", CaseReaders()},
      {"waarborg.term.v1.TermService", "ExtendTerm SuspendTerm ResumeTerm", kDecides},
      {"waarborg.comment.v1.CommentService", "AddComment EditComment RetractComment",
       With(Team(), {kProviderUser})},
      {"waarborg.notice.v1.NoticeService", "GetNoticeSetting UpdateNoticeSetting", kReadersAndProvider},
      {"waarborg.comment.v1.CommentService", "ResolveThread ReopenThread", Team()},
      {"waarborg.comment.v1.CommentService", "ListThreads ListComments", kReadersAndProvider},

      {"waarborg.watch.v1.WatchService", "WatchAssessment WatchCase", kReadersAndProvider},
      {"waarborg.watch.v1.WatchService", "SetPresence", With(Team(), {kProviderUser})},
      {"waarborg.watch.v1.WatchService", "WatchIncidents WatchTasks", CaseReaders()},

      {"waarborg.audit.v1.AuditService", "ListEvents StreamEvents", CaseReaders()},
      {"waarborg.audit.v1.AuditService", "StreamLeaves", {kAuditor}},
      {"waarborg.audit.v1.AuditService", "GetTreeHead", With(CaseReaders(), {kAdministrator})},
  };
  return *table;
}

// Asks about no region in particular, so a member of any may.
constexpr absl::string_view kOfNoRegion = "waarborg.registry.v1.RegistryService/ListRegions";

using Index = absl::flat_hash_map<std::string, Roles>;

Index BuildIndex() {
  Index index;
  for (const Rows& rows : Table()) {
    const std::vector<std::string> methods = absl::StrSplit(rows.methods, ' ', absl::SkipEmpty());
    for (const std::string& method : methods)
      index.emplace(absl::StrCat(rows.service, "/", method), rows.roles);
  }
  return index;
}

const Index& Methods() {
  static const Index* const index = new Index(BuildIndex());
  return *index;
}

std::string InCodes(const std::vector<Role>& roles) {
  return absl::StrJoin(roles, ", ", [](std::string* out, Role role) { absl::StrAppend(out, CodeOf(role)); });
}

}  // namespace

const std::vector<Role>* RolesOf(absl::string_view method) {
  const auto found = Methods().find(method);
  return found == Methods().end() ? nullptr : &found->second;
}

std::vector<std::string> AuthorizedMethods() {
  std::vector<std::string> methods;
  for (const auto& [method, roles] : Methods()) methods.push_back(method);
  return methods;
}

absl::Status AuthorizeMethod(const Caller& caller, absl::string_view method) {
  const std::vector<Role>* const roles = RolesOf(method);
  if (roles != nullptr && roles->empty()) return absl::OkStatus();
  if (roles != nullptr && caller.FirstOf(*roles) != team::v1::ROLE_UNSPECIFIED) return absl::OkStatus();
  return Error(absl::StatusCode::kPermissionDenied, "METHOD_NOT_ALLOWED")
      .With("method", method)
      .With("held", InCodes(caller.roles))
      .With("needed", roles == nullptr ? "" : InCodes(*roles));
}

absl::Status AuthorizeRegion(const Call& call) {
  const std::vector<Role>* const roles = RolesOf(call.method);
  if (roles != nullptr && roles->empty()) return absl::OkStatus();
  const bool set_up = call.caller.region == "shared" && call.caller.Holds(kAdministrator);
  if (call.caller.region == call.region || set_up) return absl::OkStatus();
  if (call.region == "shared" && call.method == kOfNoRegion) return absl::OkStatus();
  return Error(absl::StatusCode::kPermissionDenied, "OTHER_REGION")
      .With("member", call.caller.member)
      .With("region", call.region);
}

absl::Status Authorize(const Call& call) {
  RETURN_IF_ERROR(AuthorizeMethod(call.caller, call.method));
  return AuthorizeRegion(call);
}

absl::Status CheckOwnProvider(const Caller& caller, absl::string_view provider) {
  if (!caller.Holds(kProviderUser) || caller.provider == provider) return absl::OkStatus();
  return error::OtherProvider(provider);
}

}  // namespace waarborg::call
