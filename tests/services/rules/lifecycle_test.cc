#include "services/rules/lifecycle.h"

#include <array>
#include <cstddef>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/rules/lifecycle_view.h"

namespace waarborg::rules {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A plain enum with a sentinel, as protoc writes it, and an enum class: tables take both.
enum State : int {
  UNSPECIFIED = 0,
  PLANNED = 1,
  SCORING = 2,
  FINAL = 3,
  CANCELLED = 4,
  SENTINEL = -2147483647 - 1
};
enum class Role { kUnspecified, kManager, kReader, kProvider };

constexpr EnumSet<State> kOpen{PLANNED, SCORING};
constexpr EnumSet<State> kAll = kOpen | EnumSet<State>{FINAL, CANCELLED};

constexpr Transition<State, Role> kCreate{{},        "create", "provider_active", {Role::kManager}, PLANNED,
                                          "Created", "4.1"};
constexpr Transition<State, Role> kStart{{PLANNED}, "start", "", {Role::kManager}, SCORING, "Started", "4.1"};
constexpr Transition<State, Role> kFinish{{SCORING}, "finish",   "",   {Role::kManager},
                                          FINAL,     "Finished", "4.1"};
constexpr Transition<State, Role> kCancel{kOpen,     "cancel",    "reason", {Role::kReader},
                                          CANCELLED, "Cancelled", "4.1"};
constexpr Transition<State, Role> kNote{{SCORING, FINAL}, "note", "", {Role::kManager, Role::kReader}, kSame,
                                        "Noted",          "G6"};
// The provider may make a note in an earlier state than the others.
constexpr Transition<State, Role> kEarlyNote{{PLANNED}, "note",       "",  {Role::kProvider},
                                             kSame,     "NotedEarly", "G6"};

constexpr auto kLifecycle = MakeLifecycle<State, Role>(
    "visit", {FINAL, CANCELLED}, {kCreate, kStart, kFinish, kCancel, kNote, kEarlyNote});
static_assert(IsSound(kLifecycle, kAll));

// The table of all sound rows and one more.
constexpr Lifecycle<State, Role, 7> With(const Transition<State, Role>& row) {
  return MakeLifecycle<State, Role>("visit", {FINAL, CANCELLED},
                                    {kCreate, kStart, kFinish, kCancel, kNote, kEarlyNote, row});
}

TEST(LifecycleChecks, TwoRowsForOneStateAndEventAreRefused) {
  EXPECT_FALSE(OneRowPerStateAndEvent(With(kStart)));
  EXPECT_FALSE(OneRowPerStateAndEvent(With(kCreate)));
  Transition<State, Role> overlapping = kFinish;
  overlapping.from = {PLANNED, SCORING};
  EXPECT_FALSE(OneRowPerStateAndEvent(With(overlapping)));
  EXPECT_FALSE(IsSound(With(overlapping), kAll));
}

TEST(LifecycleChecks, OneEventMayLeadElsewhereFromAnotherState) {
  Transition<State, Role> finish_early = kFinish;
  finish_early.from = {PLANNED};
  EXPECT_TRUE(IsSound(With(finish_early), kAll));
}

TEST(LifecycleChecks, StatesOutsideTheSetAreRefused) {
  EXPECT_TRUE(StatesAreKnown(kLifecycle, kAll));
  EXPECT_FALSE(StatesAreKnown(kLifecycle, kAll - EnumSet<State>{SCORING}));
  EXPECT_FALSE(StatesAreKnown(kLifecycle, kAll | EnumSet<State>{UNSPECIFIED}));
  Transition<State, Role> from_nowhere = kStart;
  from_nowhere.from = {UNSPECIFIED};
  EXPECT_FALSE(StatesAreKnown(With(from_nowhere), kAll));
}

TEST(LifecycleChecks, ACreationLeadsToAState) {
  Transition<State, Role> nothing_made = kCreate;
  nothing_made.event = "imagine";
  nothing_made.to = kSame;
  EXPECT_FALSE(StatesAreKnown(With(nothing_made), kAll));
}

TEST(LifecycleChecks, AStateThatNoRowLeadsToIsRefused) {
  constexpr auto kIsland = static_cast<State>(5);
  Transition<State, Role> leave{{kIsland}, "leave", "", {Role::kManager}, FINAL, "Left", "4.1"};
  EXPECT_FALSE(EveryStateReachable(With(leave), kAll | EnumSet<State>{kIsland}));
  EXPECT_FALSE(IsSound(With(leave), kAll | EnumSet<State>{kIsland}));
}

TEST(LifecycleChecks, WithoutACreationNothingIsReachable) {
  constexpr auto kNeverMade = MakeLifecycle<State, Role>("visit", {FINAL}, {kStart, kFinish});
  EXPECT_FALSE(EveryStateReachable(kNeverMade, {SCORING}));
}

TEST(LifecycleChecks, AFinalStateMayOnlyStay) {
  Transition<State, Role> reopen{{CANCELLED}, "reopen", "", {Role::kManager}, PLANNED, "Reopened", "4.1"};
  EXPECT_FALSE(FinalStatesAreFinal(With(reopen)));
  EXPECT_FALSE(IsSound(With(reopen), kAll));
  reopen.to = CANCELLED;
  EXPECT_TRUE(FinalStatesAreFinal(With(reopen)));
}

TEST(LifecycleChecks, AnOpenStateWithoutAWayOutIsRefused) {
  constexpr auto kTrap = static_cast<State>(5);
  const Transition<State, Role> fall{{PLANNED}, "fall", "", {Role::kManager}, kTrap, "Fallen", "4.1"};
  EXPECT_FALSE(NonFinalStatesHaveAWayOut(With(fall), kAll | EnumSet<State>{kTrap}));
  EXPECT_FALSE(IsSound(With(fall), kAll | EnumSet<State>{kTrap}));
}

TEST(LifecycleChecks, ARowNeedsRoles) {
  Transition<State, Role> row = kStart;
  row.event = "restart";
  EXPECT_TRUE(EveryRowHasARole(With(row)));
  row.roles = {};
  EXPECT_FALSE(EveryRowHasARole(With(row)));
  row.roles = {Role::kUnspecified, Role::kManager};
  EXPECT_FALSE(EveryRowHasARole(With(row)));
}

TEST(LifecycleChecks, EventsAreSnakeCase) {
  Transition<State, Role> row = kStart;
  for (const char* good : {"start", "submit_scores", "a"}) {
    row.event = good;
    EXPECT_TRUE(EventsAreNamed(With(row))) << good;
  }
  for (const char* bad : {"", "Start", "submit scores", "_start", "start_", "submit__scores", "start2"}) {
    row.event = bad;
    EXPECT_FALSE(EventsAreNamed(With(row))) << bad;
  }
}

TEST(LifecycleChecks, FactsAreCamelCaseAndSourcesGiven) {
  Transition<State, Role> row = kStart;
  row.event = "restart";
  EXPECT_TRUE(IsSound(With(row), kAll));
  for (const char* bad : {"", "started", "Scores_Submitted", "Scores Submitted"}) {
    row.fact = bad;
    EXPECT_FALSE(FactsAreNamed(With(row))) << bad;
    EXPECT_FALSE(IsSound(With(row), kAll)) << bad;
  }
  row.fact = "Restarted";
  row.source = "";
  EXPECT_FALSE(SourcesAreNamed(With(row)));
  EXPECT_FALSE(IsSound(With(row), kAll));
}

TEST(Lifecycle, FindGivesTheRowOfStateAndEvent) {
  EXPECT_EQ(Find(kLifecycle, PLANNED, "start"), &kLifecycle.rows[1]);
  EXPECT_EQ(Find(kLifecycle, UNSPECIFIED, "create"), &kLifecycle.rows[0]);
  EXPECT_EQ(Find(kLifecycle, PLANNED, "create"), nullptr);
  EXPECT_EQ(Find(kLifecycle, UNSPECIFIED, "start"), nullptr);
  EXPECT_EQ(Find(kLifecycle, SENTINEL, "start"), nullptr);
}

TEST(Lifecycle, AnAllowedStepTellsWhereItLeads) {
  const Step<State, Role> step = Ask(kLifecycle, SCORING, "finish", {Role::kManager});
  ASSERT_TRUE(step.allowed());
  EXPECT_EQ(step.to, FINAL);
  EXPECT_EQ(step.refusal, Refusal::kNone);
  EXPECT_EQ(step.row->fact, "Finished");
}

TEST(Lifecycle, ARowThatStaysKeepsTheStateItCameFrom) {
  EXPECT_EQ(Ask(kLifecycle, FINAL, "note", {Role::kReader}).to, FINAL);
  EXPECT_EQ(Ask(kLifecycle, SCORING, "note", {Role::kReader}).to, SCORING);
}

TEST(Lifecycle, OneOfSeveralRolesIsEnough) {
  EXPECT_TRUE(Ask(kLifecycle, PLANNED, "cancel", {Role::kManager, Role::kReader}).allowed());
}

TEST(Lifecycle, AnUnknownEventIsRefusedAsSuch) {
  const Step<State, Role> step = Ask(kLifecycle, PLANNED, "explode", {Role::kManager});
  EXPECT_FALSE(step.allowed());
  EXPECT_EQ(step.refusal, Refusal::kNoSuchEvent);
}

TEST(Lifecycle, AWrongStateTellsWhereTheRolesMay) {
  const Step<State, Role> step = Ask(kLifecycle, FINAL, "cancel", {Role::kReader});
  EXPECT_EQ(step.refusal, Refusal::kWrongState);
  EXPECT_EQ(step.expected_from, kOpen);
  EXPECT_EQ(Ask(kLifecycle, CANCELLED, "note", {Role::kProvider}).expected_from, (EnumSet<State>{PLANNED}));
}

TEST(Lifecycle, CreatingWhatExistsExpectsNoState) {
  const Step<State, Role> step = Ask(kLifecycle, PLANNED, "create", {Role::kManager});
  EXPECT_EQ(step.refusal, Refusal::kWrongState);
  EXPECT_TRUE(step.expected_from.empty());
}

TEST(Lifecycle, WhoMayNeverDoItIsToldSoWhateverTheState) {
  for (const State from : {UNSPECIFIED, PLANNED, FINAL, SENTINEL}) {
    const Step<State, Role> step = Ask(kLifecycle, from, "cancel", {Role::kProvider});
    EXPECT_EQ(step.refusal, Refusal::kWrongRole) << from;
    EXPECT_EQ(step.expected_roles, (EnumSet<Role>{Role::kReader}));
    EXPECT_TRUE(step.expected_from.empty());
  }
  EXPECT_EQ(Ask(kLifecycle, PLANNED, "cancel", {}).refusal, Refusal::kWrongRole);
}

TEST(Lifecycle, WhoMayDoItElsewhereIsToldWhoMayHere) {
  const Step<State, Role> step = Ask(kLifecycle, FINAL, "note", {Role::kProvider});
  EXPECT_EQ(step.refusal, Refusal::kWrongRole);
  EXPECT_EQ(step.expected_roles, (EnumSet<Role>{Role::kManager, Role::kReader}));
}

// Whatever is asked, the answer agrees with a look at the rows one by one.
TEST(Lifecycle, AskAgreesWithTheRowsForEveryStateEventAndRole) {
  for (const State from : {UNSPECIFIED, PLANNED, SCORING, FINAL, CANCELLED}) {
    for (const char* event : {"create", "start", "finish", "cancel", "note", "explode"}) {
      for (const Role role : {Role::kUnspecified, Role::kManager, Role::kReader, Role::kProvider}) {
        int rows = 0;
        for (const Transition<State, Role>& row : kLifecycle.rows) {
          const bool starts = from == UNSPECIFIED ? row.from.empty() : row.from.Contains(from);
          if (row.event == event && starts && row.roles.Contains(role)) ++rows;
        }
        const Step<State, Role> step = Ask(kLifecycle, from, event, {role});
        EXPECT_EQ(step.allowed(), rows == 1) << from << " " << event;
        EXPECT_EQ(step.allowed(), step.refusal == Refusal::kNone);
        EXPECT_EQ(step.allowed(), step.to != UNSPECIFIED);
      }
    }
  }
}

TEST(LifecycleView, ShowsEveryRowAsNumbersAndTexts) {
  const LifecycleView view = View(kLifecycle);
  EXPECT_EQ(view.noun, "visit");
  EXPECT_THAT(view.final_states, ElementsAre(FINAL, CANCELLED));
  ASSERT_EQ(view.rows.size(), kLifecycle.rows.size());
  EXPECT_THAT(view.rows[0].from, IsEmpty());
  EXPECT_EQ(view.rows[0].event, "create");
  EXPECT_EQ(view.rows[0].guard, "provider_active");
  EXPECT_THAT(view.rows[0].roles, ElementsAre(1));
  EXPECT_EQ(view.rows[0].to, PLANNED);
  EXPECT_EQ(view.rows[0].fact, "Created");
  EXPECT_EQ(view.rows[0].source, "4.1");
  EXPECT_THAT(view.rows[4].from, ElementsAre(SCORING, FINAL));
  EXPECT_THAT(view.rows[4].roles, ElementsAre(1, 2));
  EXPECT_EQ(view.rows[4].to, 0);
}

}  // namespace
}  // namespace waarborg::rules
