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

// The nouns.
inline constexpr TableId kFrameworkVersion{30};
inline constexpr TableId kRegion{40};
inline constexpr TableId kPolicyVersion{41};
inline constexpr TableId kProvider{42};
inline constexpr TableId kLocation{43};
inline constexpr TableId kContract{44};
inline constexpr TableId kProviderByKvk{45};
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
    {tables::kFrameworkVersion, "framework_version", "framework, version"},
    {tables::kRegion, "region", "region"},
    {tables::kPolicyVersion, "policy_version", "region, version"},
    {tables::kProvider, "provider", "region, provider"},
    {tables::kLocation, "location", "region, provider, location"},
    {tables::kContract, "contract", "region, provider, contract"},
    {tables::kProviderByKvk, "provider_by_kvk", "region, KvK number"},
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
};

}  // namespace waarborg::storage

#endif  // WAARBORG_STORAGE_SCHEMA_H_
