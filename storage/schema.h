#ifndef WAARBORG_STORAGE_SCHEMA_H_
#define WAARBORG_STORAGE_SCHEMA_H_

// Every table of the store. A number is given once and for ever: it is part of every key on disk.
// A table that is no longer used stays here as a comment, so that nobody takes its number.
//
// Records hold one message a key. An index of records holds the keys of the records; an index of the journal
// holds empty values, its key says all.

#include "storage/store.h"

namespace waarborg::storage {

struct TableInfo {
  TableId id;
  const char* name;
  const char* key;  // The parts of the key, in order.
};

namespace tables {

// The store's own marks: schema version, product, creation time.
inline constexpr TableId kMeta{1};

// The ledger (region is a region id, or `shared`).
inline constexpr TableId kJournalHead{10};
inline constexpr TableId kJournalLeaf{11};
inline constexpr TableId kJournalPersonal{12};
inline constexpr TableId kJournalNode{13};
inline constexpr TableId kJournalByResource{14};
inline constexpr TableId kJournalByActor{15};
inline constexpr TableId kRequest{16};
inline constexpr TableId kRequestByTime{17};
inline constexpr TableId kDeadline{18};
inline constexpr TableId kDeadlineByTime{19};
inline constexpr TableId kJournalByProvider{20};
inline constexpr TableId kTimerLease{21};
inline constexpr TableId kDeadlineByRegion{22};
inline constexpr TableId kDeadlineByProvider{23};

// The nouns.
inline constexpr TableId kFrameworkVersion{30};
inline constexpr TableId kRegion{40};
inline constexpr TableId kPolicyVersion{41};
inline constexpr TableId kProvider{42};
inline constexpr TableId kLocation{43};
inline constexpr TableId kContract{44};
inline constexpr TableId kProviderByKvk{45};
inline constexpr TableId kCertificate{46};
inline constexpr TableId kObligation{47};
inline constexpr TableId kExternalJudgement{48};
inline constexpr TableId kMember{50};
inline constexpr TableId kAssessment{60};
inline constexpr TableId kAssessmentByProvider{61};
inline constexpr TableId kFinding{62};
inline constexpr TableId kDecisionRecord{63};
inline constexpr TableId kImprovementPlan{70};
inline constexpr TableId kImprovementPlanByProvider{71};
inline constexpr TableId kAttentionPoint{72};
inline constexpr TableId kStanding{80};
inline constexpr TableId kStep{81};
inline constexpr TableId kAcuteCase{82};
inline constexpr TableId kIncident{90};
inline constexpr TableId kIncidentByTime{91};
inline constexpr TableId kIncidentByProvider{92};
inline constexpr TableId kIncidentByState{93};
inline constexpr TableId kIncidentByAuthor{94};
inline constexpr TableId kIncidentReporter{95};
inline constexpr TableId kIncidentReceipt{96};
inline constexpr TableId kReceiptCounter{97};

// Content by digest (storage/blobs.h), and the evidence it is of.
inline constexpr TableId kBlob{100};
inline constexpr TableId kBlobChunk{101};
inline constexpr TableId kBlobDraft{102};
inline constexpr TableId kAttachment{103};
inline constexpr TableId kAttachmentByProvider{104};
inline constexpr TableId kAttachmentLink{105};
inline constexpr TableId kUpload{106};
inline constexpr TableId kContentUse{107};
inline constexpr TableId kEvidenceUse{108};
inline constexpr TableId kScanOrder{109};
inline constexpr TableId kTask{110};
inline constexpr TableId kTaskByResource{111};
inline constexpr TableId kTaskByDueTime{112};
inline constexpr TableId kTaskByRole{113};
inline constexpr TableId kTaskByAssignee{114};

// Who is at work where; lapses, and is not in the journal.
inline constexpr TableId kPresence{120};
inline constexpr TableId kCommentThread{121};
inline constexpr TableId kCommentThreadByTime{122};
inline constexpr TableId kComment{123};
inline constexpr TableId kCommentByTime{124};
inline constexpr TableId kNoticeSetting{125};
// How far the notices are, and what is still to be sent; not in the journal.
inline constexpr TableId kNoticeProgress{126};
inline constexpr TableId kNoticeBox{127};

}  // namespace tables

inline constexpr TableInfo kTables[] = {
    {tables::kMeta, "meta", "name"},
    {tables::kJournalHead, "journal_head", "region"},
    {tables::kJournalLeaf, "journal_leaf", "region, sequence"},
    {tables::kJournalPersonal, "journal_personal", "region, sequence"},
    {tables::kJournalNode, "journal_node", "region, level, index"},
    {tables::kJournalByResource, "journal_by_resource", "region, resource, sequence"},
    {tables::kJournalByActor, "journal_by_actor", "region, actor, sequence"},
    {tables::kRequest, "request", "region, actor, method, request id"},
    {tables::kRequestByTime, "request_by_time", "time, region, actor, method, request id"},
    {tables::kDeadline, "deadline", "region, resource, kind"},
    {tables::kDeadlineByTime, "deadline_by_time", "due time, region, resource, kind"},
    {tables::kJournalByProvider, "journal_by_provider", "region, provider, sequence"},
    {tables::kTimerLease, "timer_lease", "name"},
    {tables::kDeadlineByRegion, "deadline_by_region", "region, due time, resource, kind"},
    {tables::kDeadlineByProvider, "deadline_by_provider", "region, provider, due time, resource, kind"},
    {tables::kFrameworkVersion, "framework_version", "framework, version"},
    {tables::kRegion, "region", "region"},
    {tables::kPolicyVersion, "policy_version", "region, version"},
    {tables::kProvider, "provider", "region, provider"},
    {tables::kLocation, "location", "region, provider, location"},
    {tables::kContract, "contract", "region, provider, contract"},
    {tables::kProviderByKvk, "provider_by_kvk", "region, KvK number"},
    {tables::kCertificate, "certificate", "region, provider, certificate"},
    {tables::kObligation, "obligation", "region, provider, obligation"},
    {tables::kExternalJudgement, "external_judgement", "region, provider, judgement"},
    {tables::kMember, "member", "region, member"},
    {tables::kAssessment, "assessment", "region, assessment"},
    {tables::kAssessmentByProvider, "assessment_by_provider", "region, provider, assessment"},
    {tables::kFinding, "finding", "region, assessment, criterion"},
    {tables::kDecisionRecord, "decision_record", "region, assessment, number"},
    {tables::kImprovementPlan, "improvement_plan", "region, plan"},
    {tables::kImprovementPlanByProvider, "improvement_plan_by_provider", "region, provider, plan"},
    {tables::kAttentionPoint, "attention_point", "region, provider, point"},
    {tables::kStanding, "standing", "region, provider, commissioning body"},
    {tables::kStep, "step", "region, provider, step"},
    {tables::kAcuteCase, "acute_case", "region, provider, acute case"},
    {tables::kIncident, "incident", "region, incident"},
    {tables::kIncidentByTime, "incident_by_time", "region, time of receipt downwards, incident key"},
    {tables::kIncidentByProvider, "incident_by_provider",
     "region, provider, time of receipt downwards, incident key"},
    {tables::kIncidentByState, "incident_by_state", "region, state, time of receipt downwards, incident key"},
    {tables::kIncidentByAuthor, "incident_by_author",
     "region, author, time of receipt downwards, incident key"},
    {tables::kIncidentReporter, "incident_reporter", "region, incident"},
    {tables::kIncidentReceipt, "incident_receipt", "region, event source, event id"},
    {tables::kReceiptCounter, "receipt_counter", "region, year"},
    {tables::kBlob, "blob", "digest"},
    {tables::kBlobChunk, "blob_chunk", "content, number"},
    {tables::kBlobDraft, "blob_draft", "content"},
    {tables::kAttachment, "attachment", "region, attachment"},
    {tables::kAttachmentByProvider, "attachment_by_provider", "region, provider, attachment"},
    {tables::kAttachmentLink, "attachment_link", "region, target, attachment"},
    {tables::kUpload, "upload", "region, attachment"},
    {tables::kContentUse, "content_use", "region, digest"},
    {tables::kEvidenceUse, "evidence_use", "region"},
    {tables::kScanOrder, "scan_order", "region, attachment"},
    {tables::kTask, "task", "region, task"},
    {tables::kTaskByResource, "task_by_resource", "region, resource, ended, task"},
    {tables::kTaskByDueTime, "task_by_due_time", "region, due time, task"},
    {tables::kTaskByRole, "task_by_role", "region, role, due time, task"},
    {tables::kTaskByAssignee, "task_by_assignee", "region, assignee, due time, task"},
    {tables::kPresence, "presence", "region, provider, resource, member"},
    {tables::kCommentThread, "comment_thread", "region, resource, thread"},
    {tables::kCommentThreadByTime, "comment_thread_by_time", "region, resource, time, thread"},
    {tables::kComment, "comment", "region, thread, comment"},
    {tables::kCommentByTime, "comment_by_time", "region, thread, time, comment"},
    {tables::kNoticeSetting, "notice_setting", "region, member"},
    {tables::kNoticeProgress, "notice_progress", "region"},
    {tables::kNoticeBox, "notice_box", "region, member"},
};

}  // namespace waarborg::storage

#endif  // WAARBORG_STORAGE_SCHEMA_H_
