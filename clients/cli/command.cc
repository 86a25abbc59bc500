#include "clients/cli/command.h"

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "clients/cli/special_commands.h"

namespace waarborg::cli {
namespace {

// Every rpc that is reached by its descriptors alone.
constexpr Command kRows[] = {
    {"framework", "publish", "PublishFrameworkVersion"},
    {"framework", "show", "GetFrameworkVersion"},
    {"framework", "list", "ListFrameworkVersions"},

    {"region", "create", "CreateRegion"},
    {"region", "show", "GetRegion"},
    {"region", "list", "ListRegions"},
    {"policy", "publish", "PublishPolicyVersion"},
    {"policy", "show", "GetPolicyVersion"},
    {"policy", "list", "ListPolicyVersions"},
    {"provider", "create", "CreateProvider"},
    {"provider", "update", "UpdateProvider"},
    {"provider", "show", "GetProvider"},
    {"provider", "list", "ListProviders"},
    {"location", "create", "CreateLocation"},
    {"location", "list", "ListLocations"},
    {"contract", "create", "CreateContract"},
    {"contract", "show", "GetContract"},
    {"contract", "list", "ListContracts"},
    {"certificate", "announce", "AnnounceAppointment"},
    {"certificate", "register", "RegisterCertificate"},
    {"certificate", "show", "GetCertificate"},
    {"certificate", "list", "ListCertificates"},
    {"certificate", "verify", "VerifyCertificate"},
    {"certificate", "reject", "RejectCertificate"},
    {"certificate", "flag-scope", "FlagScopeMismatch"},
    {"certificate", "record-surveillance", "RecordSurveillance"},
    {"certificate", "renew", "RenewCertificate"},
    {"certificate", "suspend", "SuspendCertificate"},
    {"certificate", "withdraw", "WithdrawCertificate"},
    {"certificate", "reinstate", "ReinstateCertificate"},
    {"certificate", "record-review", "RecordCertificateReview"},
    {"norm", "list", "ListNorms"},
    {"obligation", "open", "OpenObligations"},
    {"obligation", "show", "GetObligation"},
    {"obligation", "list", "ListObligations"},
    {"obligation", "deliver", "DeliverObligation"},
    {"obligation", "waive", "WaiveObligation"},
    {"obligation", "resume", "ResumeObligation"},
    {"obligation", "rules", "ListObligationRules"},
    {"judgement", "record", "RecordExternalJudgement"},
    {"judgement", "show", "GetExternalJudgement"},
    {"judgement", "list", "ListExternalJudgements"},
    {"judgement", "supersede", "SupersedeExternalJudgement"},
    {"judgement", "record-divergence", "RecordDivergence"},
    {"judgement", "weigh", "ListJudgementsToWeigh"},

    {"member", "create", "CreateMember"},
    {"member", "update", "UpdateMember"},
    {"member", "show", "GetMember"},
    {"member", "list", "ListMembers"},

    {"assessment", "create", "CreateAssessment"},
    {"assessment", "show", "GetAssessment"},
    {"assessment", "list", "ListAssessments"},
    {"assessment", "announce", "AnnounceAssessment"},
    {"assessment", "start-unannounced", "StartUnannounced"},
    {"assessment", "open-preparation", "OpenPreparation"},
    {"assessment", "set-scope", "SetScope"},
    {"assessment", "start-fieldwork", "StartFieldwork"},
    {"assessment", "record-observation", "RecordObservation"},
    {"assessment", "report-acute-unsafety", "ReportAcuteUnsafety"},
    {"assessment", "finish-fieldwork", "FinishFieldwork"},
    {"assessment", "submit-scores", "SubmitScores"},
    {"assessment", "return-scores", "ReturnScores"},
    {"assessment", "judge-quality", "JudgeQuality"},
    {"assessment", "judge-context", "JudgeContext"},
    {"assessment", "judge-trust", "JudgeTrust"},
    {"assessment", "conclude", "ConcludeJudgement"},
    {"assessment", "confirm", "ConfirmAssessment"},
    {"assessment", "send-draft", "SendDraft"},
    {"assessment", "resend-draft", "ResendDraft"},
    {"assessment", "submit-response", "SubmitResponse"},
    {"assessment", "extend-response-term", "ExtendResponseTerm"},
    {"assessment", "amend-draft", "AmendDraft"},
    {"assessment", "finalise", "FinaliseAssessment"},
    {"assessment", "close", "CloseAssessment"},
    {"assessment", "cancel", "CancelAssessment"},
    {"assessment", "correct", "CorrectAssessment"},
    {"finding", "score", "ScoreFindings"},
    {"finding", "show", "GetFinding"},
    {"finding", "list", "ListFindings"},
    {"finding", "remark", "RecordRemark"},
    {"finding", "answer", "AnswerRemark"},
    {"decision-record", "show", "GetDecisionRecord"},
    {"decision-record", "list", "ListDecisionRecords"},

    {"plan", "request", "RequestImprovementPlan"},
    {"plan", "show", "GetImprovementPlan"},
    {"plan", "list", "ListImprovementPlans"},
    {"plan", "submit", "SubmitImprovementPlan"},
    {"plan", "return", "ReturnImprovementPlan"},
    {"plan", "approve", "ApproveImprovementPlan"},
    {"plan", "start", "StartImprovementPlan"},
    {"plan", "report-progress", "ReportProgress"},
    {"plan", "flag-stagnation", "FlagStagnation"},
    {"plan", "propose-change", "ProposePlanChange"},
    {"plan", "approve-change", "ApprovePlanChange"},
    {"plan", "refuse-change", "RefusePlanChange"},
    {"plan", "report-completion", "ReportCompletion"},
    {"plan", "give-up", "GiveUpImprovementPlan"},
    {"plan", "fail", "FailImprovementPlan"},
    {"plan", "supersede", "SupersedeImprovementPlan"},
    {"plan", "confirm", "ConfirmImprovementPlan"},
    {"attention-point", "show", "GetAttentionPoint"},
    {"attention-point", "list", "ListAttentionPoints"},
    {"attention-point", "report", "ReportAttentionPoint"},
    {"attention-point", "close", "CloseAttentionPoint"},

    {"escalation", "show", "GetEscalation"},
    {"escalation", "prolong", "ProlongMeasure"},
    {"escalation", "evaluate", "RecordEvaluation"},
    {"step", "propose", "ProposeSteps"},
    {"step", "show", "GetStep"},
    {"step", "list", "ListSteps"},
    {"step", "confirm", "ConfirmStep"},
    {"step", "skip-confirmation", "SkipConfirmation"},
    {"step", "reject", "RejectStep"},
    {"step", "skip-hearing", "SkipHearing"},
    {"step", "open-hearing", "OpenHearing"},
    {"step", "record-view", "RecordView"},
    {"step", "close-hearing", "CloseHearing"},
    {"step", "answer-view", "AnswerView"},
    {"step", "record-alignment", "RecordAlignment"},
    {"step", "decide", "DecideStep"},
    {"step", "decide-lighter", "DecideLighter"},
    {"step", "decide-not", "DecideNot"},
    {"step", "reopen-hearing", "ReopenHearing"},
    {"step", "withdraw", "WithdrawStep"},
    {"step", "confirm-act", "ConfirmStepAct"},
    {"step", "add-side-measure", "AddSideMeasure"},
    {"step", "register-objection", "RegisterObjection"},
    {"acute-case", "raise", "RaiseAcuteCases"},
    {"acute-case", "show", "GetAcuteCase"},
    {"acute-case", "list", "ListAcuteCases"},
    {"acute-case", "dismiss", "DismissAcuteCase"},
    {"acute-case", "confirm", "ConfirmAcuteCase"},
    {"acute-case", "impose", "ImposeProvisional"},
    {"acute-case", "hear", "HearAfterwards"},
    {"acute-case", "answer-view", "AnswerAcuteView"},
    {"acute-case", "ratify", "RatifyProvisional"},
    {"acute-case", "lift", "LiftProvisional"},
    {"acute-case", "notify-partner", "NotifyPartner"},
    {"acute-case", "add-side-measure", "AddAcuteSideMeasure"},
    {"acute-case", "register-objection", "RegisterAcuteObjection"},

    {"incident", "submit", "SubmitIncident"},
    {"incident", "show", "GetIncident"},
    {"incident", "list", "ListIncidents"},
    {"incident", "reporter", "GetIncidentReporter"},
    {"incident", "triage", "TriageIncident"},
    {"incident", "mark-duplicate", "MarkDuplicate"},
    {"incident", "forward", "ForwardIncident"},
    {"incident", "ask-inquiry", "AskProviderInquiry"},
    {"incident", "deliver-report", "DeliverInquiryReport"},
    {"incident", "find-insufficient", "FindReportInsufficient"},
    {"incident", "start-inquiry", "StartOwnInquiry"},
    {"incident", "conclude", "ConcludeIncident"},
    {"incident", "register-only", "RegisterOnly"},
    {"incident", "close", "CloseIncident"},
    {"incident", "reopen", "ReopenIncident"},
    {"incident", "withdraw", "WithdrawIncident"},
    {"risk", "list", "ListRiskViews"},
    {"risk", "show", "GetRiskView"},
    {"attachment", "show", "GetAttachment"},
    {"attachment", "list", "ListAttachments"},
    {"attachment", "update", "UpdateAttachment"},
    {"attachment", "link", "LinkAttachment"},
    {"attachment", "unlink", "UnlinkAttachment"},
    {"attachment", "record-seen", "RecordSeen"},
    {"attachment", "withdraw", "WithdrawAttachment"},
    {"upload", "show", "GetUpload"},
    {"task", "list", "ListTasks"},
    {"task", "show", "GetTask"},
    {"task", "claim", "ClaimTask"},
    {"task", "assign", "AssignTask"},
    {"task", "complete", "CompleteTask"},
    {"task", "cancel", "CancelTask"},
    {"term", "list", "ListTerms"},
    {"term", "extend", "ExtendTerm"},
    {"term", "suspend", "SuspendTerm"},
    {"term", "resume", "ResumeTerm"},
    {"thread", "list", "ListThreads"},
    {"thread", "resolve", "ResolveThread"},
    {"thread", "reopen", "ReopenThread"},
    {"comment", "add", "AddComment"},
    {"comment", "list", "ListComments"},
    {"comment", "edit", "EditComment"},
    {"comment", "retract", "RetractComment"},
    {"notice", "show", "GetNoticeSetting"},
    {"notice", "set", "UpdateNoticeSetting"},
    {"presence", "set", "SetPresence"},

    {"audit", "list", "ListEvents"},
    {"audit", "events", "StreamEvents"},
    {"audit", "leaves", "StreamLeaves"},
    {"audit", "head", "GetTreeHead"},
    {"lifecycle", "list", "ListLifecycles"},
    {"backup", "create", "CreateBackup"},
};

}  // namespace

std::string NameOf(const Command& command) {
  return command.verb.empty() ? std::string(command.noun) : absl::StrCat(command.noun, " ", command.verb);
}

const std::vector<Command>& Commands() {
  static const auto* const commands = [] {
    auto* all = new std::vector<Command>(std::begin(kRows), std::end(kRows));
    for (const Command& special : SpecialCommands()) {
      // A special command stands with those of its noun.
      auto place = all->end();
      for (auto row = all->begin(); row != all->end(); ++row) {
        if (row->noun == special.noun) place = row + 1;
      }
      all->insert(place, special);
    }
    return all;
  }();
  return *commands;
}

const Command* FindCommand(absl::string_view noun, absl::string_view verb) {
  if (verb == "get") verb = "show";
  const auto found = absl::c_find_if(
      Commands(), [&](const Command& command) { return command.noun == noun && command.verb == verb; });
  return found == Commands().end() ? nullptr : &*found;
}

std::vector<std::string> Nouns() {
  std::vector<std::string> nouns;
  for (const Command& command : Commands()) {
    if (!absl::c_linear_search(nouns, command.noun)) nouns.emplace_back(command.noun);
  }
  return nouns;
}

}  // namespace waarborg::cli
