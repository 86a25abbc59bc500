#include "storage/schema.h"

#include <map>
#include <set>
#include <string>

#include "gtest/gtest.h"

namespace waarborg::storage {
namespace {

TEST(Schema, ANumberIsGivenToOneTable) {
  std::set<int> numbers;
  for (const TableInfo& table : kTables) {
    EXPECT_TRUE(numbers.insert(static_cast<int>(table.id)).second) << table.name;
  }
}

TEST(Schema, ANameIsGivenToOneTable) {
  std::set<std::string> names;
  for (const TableInfo& table : kTables) EXPECT_TRUE(names.insert(table.name).second) << table.name;
}

TEST(Schema, EveryTableDescribesItsKey) {
  for (const TableInfo& table : kTables) {
    EXPECT_NE(std::string(table.name), "");
    EXPECT_NE(std::string(table.key), "") << table.name;
  }
}

// The numbers that stand in the keys of stores. Add a line with each new table; never change one. The line of
// a retired table moves to kRetired.
const std::map<int, std::string> kForEver = {
    {1, "meta"},
    {10, "journal_head"},
    {11, "journal_leaf"},
    {12, "journal_personal"},
    {13, "journal_node"},
    {14, "journal_by_resource"},
    {15, "journal_by_actor"},
    {16, "request"},
    {17, "request_by_time"},
    {18, "deadline"},
    {19, "deadline_by_time"},
    {21, "timer_lease"},
    {22, "deadline_by_region"},
    {23, "deadline_by_provider"},
    {30, "framework_version"},
    {40, "region"},
    {41, "policy_version"},
    {42, "provider"},
    {43, "location"},
    {44, "contract"},
    {45, "provider_by_kvk"},
    {46, "certificate"},
    {47, "obligation"},
    {48, "external_judgement"},
    {50, "member"},
    {60, "assessment"},
    {61, "assessment_by_provider"},
    {62, "finding"},
    {63, "decision_record"},
    {70, "improvement_plan"},
    {71, "improvement_plan_by_provider"},
    {72, "attention_point"},
    {80, "standing"},
    {81, "step"},
    {82, "acute_case"},
    {100, "blob"},
    {101, "blob_chunk"},
    {102, "blob_draft"},
    {103, "attachment"},
    {104, "attachment_by_provider"},
    {105, "attachment_link"},
    {106, "upload"},
    {107, "content_use"},
    {108, "evidence_use"},
    {109, "scan_order"},
    {110, "task"},
    {111, "task_by_resource"},
    {112, "task_by_due_time"},
    {113, "task_by_role"},
    {114, "task_by_assignee"},
    {120, "presence"},
    {121, "comment_thread"},
    {122, "comment_thread_by_time"},
    {123, "comment"},
    {124, "comment_by_time"},
    {125, "notice_setting"},
    {126, "notice_progress"},
    {127, "notice_box"},
};

const std::set<int> kRetired = {};

TEST(Schema, ATableKeepsItsNumberForEver) {
  std::map<int, std::string> tables;
  for (const TableInfo& table : kTables) tables[static_cast<int>(table.id)] = table.name;
  for (const auto& [number, name] : kForEver) EXPECT_EQ(tables[number], name) << number;
}

TEST(Schema, ARetiredNumberIsNotGivenAgain) {
  for (const TableInfo& table : kTables)
    EXPECT_EQ(kRetired.count(static_cast<int>(table.id)), 0U) << table.name;
}

}  // namespace
}  // namespace waarborg::storage
