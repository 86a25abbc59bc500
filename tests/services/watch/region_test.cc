// Watching what is spread over a region: its incidents, and the caller's tasks.

#include "absl/strings/str_cat.h"
#include "tests/services/watch/tower.h"

namespace waarborg::watch {
namespace {

using RegionTest = Tower;

TEST_F(RegionTest, IncidentsOfAllProvidersAreWatchedTogether) {
  Stream stream = WatchIncidents(member);
  stream.Drain();
  HappenTo({{.kind = "AtTheFarm", .resource = "regions/nmd/incidents/i1"},
            {.kind = "NoIncident"},
            {.kind = "AtTheMill", .resource = "regions/nmd/incidents/i2", .provider = kMill},
            {.kind = "OfNobody", .resource = "regions/nmd/incidents/i3", .provider = ""}});
  Look();
  EXPECT_TRUE(stream.woken());
  EXPECT_THAT(Kinds(stream.Drain()), ElementsAre("AtTheFarm", "AtTheMill", "OfNobody"));
}

TEST_F(RegionTest, WhatConcernsNoIncidentWakesNobodyThere) {
  Stream stream = WatchIncidents(member);
  stream.Drain();
  Happen({});
  Look();
  EXPECT_FALSE(stream.woken());
}

TEST_F(RegionTest, TasksAreThoseOfTheCaller) {
  tasks["regions/nmd/tasks/mine"] = member.member;
  tasks["regions/nmd/tasks/other"] = manager.member;
  Stream stream = WatchTasks(member);
  stream.Drain();
  HappenTo({{.kind = "Mine", .resource = "regions/nmd/tasks/mine"},
            {.kind = "Other", .resource = "regions/nmd/tasks/other"},
            {.kind = "NoTask"}});
  Look();
  EXPECT_THAT(Kinds(stream.Drain()), ElementsAre("Mine"));
}

TEST_F(RegionTest, AWatcherFarBehindFindsTheRareOnes) {
  Stream stream = WatchIncidents(member);
  stream.Drain();
  const std::string cursor = stream.cursor;
  std::vector<Act> acts(3000);
  for (const int at : {0, 1500, 2999}) acts[static_cast<std::size_t>(at)].resource = absl::StrCat("regions/nmd/incidents/i", at);
  for (std::size_t i = 0; i < acts.size(); ++i) acts[i].kind = absl::StrCat("Number", i);
  HappenTo(acts);
  Look();
  EXPECT_THAT(Kinds(stream.Drain()), ElementsAre("Number0", "Number1500", "Number2999"));
  EXPECT_THAT(Kinds(WatchIncidents(member, cursor).Drain()), ElementsAre("Number0", "Number1500", "Number2999"));
}

}  // namespace
}  // namespace waarborg::watch
