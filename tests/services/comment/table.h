#ifndef WAARBORG_TESTS_SERVICES_COMMENT_TABLE_H_
#define WAARBORG_TESTS_SERVICES_COMMENT_TABLE_H_

// A table at which people talk about one item of one provider's improvement plan.

#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "services/flow/comments.h"
#include "services/improvement/records.h"
#include "services/task/changes.h"
#include "services/team/names.h"
#include "services/team/records.h"
#include "tests/support/desk.h"

namespace waarborg::comment {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using waarborg::testing::Desk;
using waarborg::testing::FieldFaults;
using waarborg::testing::IsOk;
using waarborg::testing::ReasonIs;
using waarborg::testing::StatusIs;

inline constexpr char kFarm[] = "regions/nmd/providers/farm";
inline constexpr char kMill[] = "regions/nmd/providers/mill";
inline constexpr char kPlan[] = "regions/nmd/improvementPlans/p";
inline constexpr char kItem[] = "regions/nmd/improvementPlans/p/items/VE01";

class Table : public ::testing::Test {
 protected:
  using CommentOr = absl::StatusOr<v1::Comment>;
  using ThreadOr = absl::StatusOr<v1::Thread>;

  Table() {
    improvement::v1::ImprovementPlan plan;
    plan.set_name(kPlan);
    plan.set_provider(kFarm);
    plan.add_items()->set_criterion("VE01");
    Put(improvement::kImprovementPlans, improvement::ImprovementPlanName::Parse(kPlan)->Key(), plan);
    for (const call::Caller* caller : {&manager, &reader, &farmer, &miller, &auditor}) Enrol(*caller);
  }

  template <class Record>
  void Put(const ledger::RecordTable<Record>& table, const std::string& key, const Record& record) {
    ASSERT_THAT(desk.Write([&](ledger::UnitOfWork& unit) {
      RETURN_IF_ERROR(unit.Put(table, key, record));
      unit.Record({.kind = "SceneSet", .resource = "regions/nmd"});
      return absl::OkStatus();
    }),
                IsOk());
  }
  void Enrol(const call::Caller& caller, bool inactive = false) {
    team::v1::Member member;
    member.set_name(caller.member);
    for (const call::Role role : caller.roles) member.add_roles(role);
    member.set_provider(caller.provider);
    member.set_inactive(inactive);
    Put(team::kMembers, team::MemberName::Parse(caller.member)->Key(), member);
  }

  // --- Verbs. Each a minute after the one before, so that there is an order of time.
  CommentOr Say(const call::Caller& caller, const std::string& text, const std::string& parent = kItem,
                bool shared = false, const std::vector<std::string>& mentions = {}) {
    desk.clock.Advance(absl::Minutes(1));
    v1::AddCommentRequest request;
    request.set_parent(parent);
    request.set_text(text);
    request.set_shared_with_provider(shared);
    for (const std::string& mention : mentions) request.add_mentions(mention);
    return desk.Run(&flow::AddComment, request, caller);
  }
  CommentOr Edit(const call::Caller& caller, const std::string& name, const std::string& text,
                 const std::string& etag = "", const std::vector<std::string>& mentions = {}) {
    v1::EditCommentRequest request;
    for (const std::string& mention : mentions) request.add_mentions(mention);
    request.set_name(name);
    request.set_text(text);
    request.set_etag(etag);
    return desk.Run(&flow::EditComment, request, caller);
  }
  CommentOr Retract(const call::Caller& caller, const std::string& name, const std::string& reason = "Vergissing") {
    v1::RetractCommentRequest request;
    request.set_name(name);
    request.set_reason(reason);
    return desk.Run(&flow::RetractComment, request, caller);
  }
  ThreadOr Resolve(const call::Caller& caller, const std::string& name) {
    v1::ResolveThreadRequest request;
    request.set_name(name);
    return desk.Run(&flow::ResolveThread, request, caller);
  }
  ThreadOr Reopen(const call::Caller& caller, const std::string& name) {
    v1::ReopenThreadRequest request;
    request.set_name(name);
    return desk.Run(&flow::ReopenThread, request, caller);
  }
  std::vector<v1::Thread> Threads(const call::Caller& caller, int page_size = 0) {
    std::vector<v1::Thread> threads;
    v1::ListThreadsRequest request;
    request.set_parent(kItem);
    request.set_page_size(page_size);
    do {
      const auto page = desk.Ask(&flow::ListThreads, request, caller);
      EXPECT_THAT(page, IsOk());
      threads.insert(threads.end(), page->threads().begin(), page->threads().end());
      request.set_page_token(page->next_page_token());
    } while (!request.page_token().empty());
    return threads;
  }
  absl::StatusOr<v1::ListCommentsResponse> ListComments(const call::Caller& caller, const std::string& thread) {
    v1::ListCommentsRequest request;
    request.set_parent(thread);
    return desk.Ask(&flow::ListComments, request, caller);
  }
  std::vector<std::string> Texts(const call::Caller& caller, const std::string& thread, int page_size = 0) {
    std::vector<std::string> texts;
    v1::ListCommentsRequest request;
    request.set_parent(thread);
    request.set_page_size(page_size);
    do {
      const auto page = desk.Ask(&flow::ListComments, request, caller);
      EXPECT_THAT(page, IsOk());
      for (const v1::Comment& comment : page->comments()) texts.push_back(comment.text());
      request.set_page_token(page->next_page_token());
    } while (!request.page_token().empty());
    return texts;
  }

  std::vector<task::v1::Task> TasksAbout(const std::string& thread) {
    return task::OpenTasksAbout(*desk.store->Read(), "nmd", thread).value();
  }

  static std::string ThreadOf(const CommentOr& comment) {
    const std::string name = comment.value_or(v1::Comment()).name();
    return name.substr(0, name.find("/comments/"));
  }

  Desk desk;
  const call::Caller manager = Desk::As("manager", {team::v1::ROLE_QUALITY_MANAGER});
  const call::Caller reader = Desk::As("reader", {team::v1::ROLE_SECOND_READER});
  const call::Caller auditor = Desk::As("auditor", {team::v1::ROLE_AUDITOR});
  const call::Caller farmer = Desk::As("farmer", {team::v1::ROLE_PROVIDER_USER}, kFarm);
  const call::Caller miller = Desk::As("miller", {team::v1::ROLE_PROVIDER_USER}, kMill);
};

}  // namespace waarborg::comment

#endif  // WAARBORG_TESTS_SERVICES_COMMENT_TABLE_H_
