#include "services/escalation/rules/lifecycle.h"

#include <algorithm>
#include <set>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/call/code.h"
#include "services/lifecycle/queries.h"
#include "services/lifecycle/tables.h"
#include "services/rules/lifecycle_view.h"
#include "tests/support/desk.h"

namespace waarborg::lifecycle {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::IsOk;
using ::testing::Not;
using testing::ReasonIs;
using testing::StatusIs;

class LifecycleTest : public ::testing::Test {
 protected:
  absl::StatusOr<v1::Lifecycle> Get(const std::string& name) {
    v1::GetLifecycleRequest request;
    request.set_name(name);
    return desk.Ask(&GetLifecycle, request, call::Caller());
  }

  testing::Desk desk;
};

TEST_F(LifecycleTest, EveryNounIsListedByName) {
  const auto list = desk.Ask(&ListLifecycles, v1::ListLifecyclesRequest(), call::Caller());
  ASSERT_THAT(list, IsOk());
  std::vector<std::string> names;
  for (const v1::Lifecycle& lifecycle : list->lifecycles()) {
    names.push_back(lifecycle.name());
    EXPECT_NE(lifecycle.title().nl(), "");
    EXPECT_NE(lifecycle.title().en(), "");
  }
  EXPECT_THAT(names,
              ElementsAre("lifecycles/acute-case", "lifecycles/assessment", "lifecycles/attachment",
                          "lifecycles/attention-point", "lifecycles/certificate", "lifecycles/comment",
                          "lifecycles/comment-thread", "lifecycles/external-judgement",
                          "lifecycles/improvement-plan", "lifecycles/incident", "lifecycles/obligation",
                          "lifecycles/step", "lifecycles/task"));
}

TEST_F(LifecycleTest, PagesFollowEachOther) {
  v1::ListLifecyclesRequest request;
  request.set_page_size(2);
  std::vector<std::string> names;
  do {
    const auto page = desk.Ask(&ListLifecycles, request, call::Caller());
    ASSERT_THAT(page, IsOk());
    ASSERT_LE(page->lifecycles_size(), 2);
    for (const v1::Lifecycle& lifecycle : page->lifecycles()) names.push_back(lifecycle.name());
    request.set_page_token(page->next_page_token());
  } while (!request.page_token().empty());
  EXPECT_EQ(names.size(), 13U);
  EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), 13U);
}

TEST_F(LifecycleTest, ANounIsEnoughOfAName) {
  EXPECT_EQ(Get("step")->name(), "lifecycles/step");
  EXPECT_EQ(Get("lifecycles/step")->name(), "lifecycles/step");
}

TEST_F(LifecycleTest, AnUnknownOneIsAnsweredWithTheNamesThereAre) {
  const auto unknown = Get("lifecycles/butterfly");
  EXPECT_THAT(unknown, StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(unknown, ReasonIs("LIFECYCLE_NOT_FOUND"));
  EXPECT_THAT(std::string(unknown.status().message()), ::testing::HasSubstr("lifecycles/acute-case"));
}

TEST_F(LifecycleTest, TheStepHasItsStatesInOrder) {
  const auto step = Get("step");
  ASSERT_THAT(step, IsOk());
  EXPECT_THAT(step->states(),
              ElementsAre("PROPOSED", "CONFIRMED", "HEARING", "READY", "DECIDED", "REJECTED", "WITHDRAWN"));
  EXPECT_THAT(step->final_states(), ElementsAre("DECIDED", "REJECTED", "WITHDRAWN"));
}

TEST_F(LifecycleTest, EveryRowOfTheTableIsThereInItsOrder) {
  const auto step = Get("step");
  const rules::LifecycleView view = rules::View(escalation::kStepLifecycle);
  ASSERT_EQ(step->transitions_size(), static_cast<int>(view.rows.size()));
  for (int i = 0; i < step->transitions_size(); ++i) {
    const rules::RowView& row = view.rows[static_cast<std::size_t>(i)];
    EXPECT_EQ(step->transitions(i).event(), row.event);
    EXPECT_EQ(step->transitions(i).guard(), row.guard);
    EXPECT_EQ(step->transitions(i).fact(), row.fact);
    EXPECT_EQ(step->transitions(i).source(), row.source);
    EXPECT_EQ(step->transitions(i).from_size(), static_cast<int>(row.from.size()));
    EXPECT_EQ(step->transitions(i).roles_size(), static_cast<int>(row.roles.size()));
    EXPECT_EQ(step->transitions(i).to().empty(), row.to == 0);
  }
}

TEST_F(LifecycleTest, ACreationComesFromNothing) {
  const v1::Transition creation = Get("step")->transitions(0);
  EXPECT_THAT(creation.from(), IsEmpty());
  EXPECT_EQ(creation.to(), "PROPOSED");
  EXPECT_THAT(creation.roles(), ElementsAre("QUALITY_MANAGER"));
}

TEST_F(LifecycleTest, EveryCodeOfEveryTableHasAName) {
  for (const v1::Lifecycle& lifecycle : Lifecycles()) {
    const std::set<std::string> states(lifecycle.states().begin(), lifecycle.states().end());
    for (const v1::Transition& transition : lifecycle.transitions()) {
      EXPECT_THAT(transition.roles(), Not(IsEmpty())) << lifecycle.name() << " " << transition.event();
      for (const std::string& role : transition.roles())
        EXPECT_THAT(role, ::testing::MatchesRegex("[A-Z_]+"));
      for (const std::string& from : transition.from()) EXPECT_EQ(states.count(from), 1U) << from;
      EXPECT_TRUE(transition.to().empty() || states.count(transition.to()) == 1U) << transition.to();
    }
  }
}

}  // namespace
}  // namespace waarborg::lifecycle
