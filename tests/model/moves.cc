#include "tests/model/moves.h"

#include <algorithm>

namespace waarborg::model {
namespace {

// A move, and the resources on which its row may be followed now.
struct Wanted {
  const Move* move;
  std::vector<std::string> targets;
  std::vector<call::Role> roles;
};

const std::vector<Move>& AllMoves() {
  static const std::vector<Move>& all = *[] {
    auto* moves = new std::vector<Move>(AssessmentMoves());
    for (const auto* more : {&ImprovementMoves(), &EscalationMoves()}) {
      moves->insert(moves->end(), more->begin(), more->end());
    }
    return moves;
  }();
  return all;
}

const Course* CourseOfNoun(absl::string_view noun) {
  for (const Course& course : Courses()) {
    if (course.table.noun == noun) return &course;
  }
  return nullptr;
}

struct Standpoint {
  std::string name;
  int state;
};

template <class Message>
void AddStandpoints(const World& world, std::vector<Standpoint>& all) {
  for (const auto& [name, record] : world.shelves().Of<Message>()) all.push_back({name, record.state()});
}

std::vector<Standpoint> StandpointsOf(const World& world, absl::string_view noun) {
  std::vector<Standpoint> all;
  if (noun == "assessment") AddStandpoints<Assessment>(world, all);
  if (noun == "improvement_plan") AddStandpoints<ImprovementPlan>(world, all);
  if (noun == "attention_point") AddStandpoints<AttentionPoint>(world, all);
  if (noun == "step") AddStandpoints<Step>(world, all);
  if (noun == "acute_case") AddStandpoints<AcuteCase>(world, all);
  return all;
}

bool Contains(const std::vector<int>& all, int one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

std::vector<call::Role> RolesIn(const rules::RowView& row) {
  std::vector<call::Role> roles;
  for (const int role : row.roles) roles.push_back(static_cast<call::Role>(role));
  return roles;
}

// Adds the move when something stands where its row begins.
void AddLegal(const World& world, const Move& move, std::vector<Wanted>& legal) {
  const Course* const course = CourseOfNoun(move.noun);
  if (course == nullptr) {
    legal.push_back({&move, {""}, {}});
    return;
  }
  Wanted wanted{&move, {}, {}};
  for (const rules::RowView& row : course->table.rows) {
    if (row.event != move.event) continue;
    wanted.roles = RolesIn(row);
    if (row.from.empty()) wanted.targets.emplace_back();
    for (const Standpoint& each : StandpointsOf(world, move.noun)) {
      if (Contains(row.from, each.state)) wanted.targets.push_back(each.name);
    }
  }
  if (!wanted.targets.empty()) legal.push_back(std::move(wanted));
}

bool Fits(const Move& move, bool ending) {
  return !ending || move.way == Way::kOn || move.way == Way::kBeside;
}

// A move that opens is rarer the more is open.
int WeightOf(const Move& move, std::size_t open) {
  return move.way == Way::kOpens && open > 6 ? std::min(1, move.weight) : move.weight;
}

// Leaves only what has not ended, where there is any.
void PreferUnended(const std::vector<std::string>& unended, std::vector<std::string>& targets) {
  std::vector<std::string> preferred;
  for (const std::string& each : targets) {
    if (std::find(unended.begin(), unended.end(), each) != unended.end()) preferred.push_back(each);
  }
  if (!preferred.empty()) targets = std::move(preferred);
}

Wanted PickByWeight(World& world, const std::vector<Wanted>& all, std::size_t open) {
  int total = 0;
  for (const Wanted& each : all) total += WeightOf(*each.move, open);
  int left = world.Below(std::max(1, total));
  for (const Wanted& each : all) {
    left -= WeightOf(*each.move, open);
    if (left < 0) return each;
  }
  return all.back();
}

// Any move on any resource of its noun, whatever its state.
Wanted PickBlindly(World& world) {
  const Move& move = AllMoves()[static_cast<std::size_t>(world.Below(static_cast<int>(AllMoves().size())))];
  Wanted wanted{&move, {}, {}};
  for (const Standpoint& each : StandpointsOf(world, move.noun)) wanted.targets.push_back(each.name);
  const bool nothing = wanted.targets.empty() || move.way == Way::kOpens;
  if (nothing) wanted.targets = {""};
  return wanted;
}

}  // namespace

std::vector<std::string> Unended(const World& world) {
  std::vector<std::string> open;
  for (const Course& course : Courses()) {
    for (const Standpoint& each : StandpointsOf(world, course.table.noun)) {
      if (!Contains(course.table.final_states, each.state)) open.push_back(each.name);
    }
  }
  return open;
}

bool Wish(World& world, bool ending) {
  std::vector<Wanted> legal;
  for (const Move& move : AllMoves()) {
    if (Fits(move, ending)) AddLegal(world, move, legal);
  }
  if (legal.empty()) return false;
  const bool blindly = !ending && world.Chance(8);
  const std::vector<std::string> unended = Unended(world);
  Wanted wanted = blindly ? PickBlindly(world) : PickByWeight(world, legal, unended.size());
  if (!blindly && !world.Chance(20)) PreferUnended(unended, wanted.targets);
  const bool anyone = blindly || wanted.roles.empty() || (!ending && world.Chance(8));
  const call::Caller who = anyone ? world.Pick(world.cast()) : world.SomeoneWith(wanted.roles);
  // How it ended is noted by the world, which looks at refusals too.
  wanted.move->act(world, world.Pick(wanted.targets), who).IgnoreError();
  return true;
}

}  // namespace waarborg::model
