#include "tests/model/coverage.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "services/assessment/rules/lifecycle.h"
#include "services/call/code.h"
#include "services/escalation/rules/lifecycle.h"
#include "services/improvement/rules/lifecycle.h"
#include "services/task/rules/lifecycle.h"

namespace waarborg::model {
namespace {

template <class State>
std::string Code(int state) {
  return call::CodeOf(static_cast<State>(state));
}

struct Road {
  const char* part;  // of the resource name
  std::size_t course;
};
constexpr Road kRoads[] = {{"/assessments/", 0}, {"/improvementPlans/", 1}, {"/attentionPoints/", 2},
                           {"/steps/", 3},       {"/acuteCases/", 4},       {"/tasks/", 5}};

}  // namespace

const std::vector<Course>& Courses() {
  static const std::vector<Course>& courses = *new std::vector<Course>{
      {rules::View(assessment::kAssessmentLifecycle), &Code<assessment::State>},
      {rules::View(improvement::kImprovementPlanLifecycle), &Code<improvement::PlanState>},
      {rules::View(improvement::kAttentionPointLifecycle), &Code<improvement::PointState>},
      {rules::View(escalation::kStepLifecycle), &Code<escalation::v1::Step::State>},
      {rules::View(escalation::kAcuteCaseLifecycle), &Code<escalation::v1::AcuteCase::State>},
      {rules::View(task::kTaskLifecycle), &Code<task::TaskState>}};
  return courses;
}

const Course* CourseOf(const std::string& resource) {
  for (const Road& road : kRoads) {
    if (absl::StrContains(resource, road.part)) return &Courses()[road.course];
  }
  return nullptr;
}

const rules::RowView* RowOf(const Course& course, const audit::v1::Event& event) {
  for (const rules::RowView& row : course.table.rows) {
    if (row.fact != event.kind()) continue;
    if (row.from.empty() && event.from_state().empty()) return &row;
    for (const int from : row.from) {
      if (course.code_of(from) == event.from_state()) return &row;
    }
  }
  return nullptr;
}

void Coverage::Count(const audit::v1::Event& event) {
  const Course* course = CourseOf(event.resource());
  const rules::RowView* row = course == nullptr ? nullptr : RowOf(*course, event);
  if (row != nullptr) ++walked_[row];
}

void Coverage::Add(const Coverage& other) {
  for (const auto& [row, count] : other.walked_) walked_[row] += count;
}

int Coverage::Times(const std::string& noun, const std::string& event) const {
  int times = 0;
  for (const auto& [row, count] : walked_) {
    for (const Course& course : Courses()) {
      const bool of_noun = row >= course.table.rows.data() &&
                           row < course.table.rows.data() + course.table.rows.size() &&
                           course.table.noun == noun;
      if (of_noun && row->event == event) times += count;
    }
  }
  return times;
}

std::string Coverage::Report() const {
  std::string report;
  for (const Course& course : Courses()) {
    for (const rules::RowView& row : course.table.rows) {
      const auto found = walked_.find(&row);
      std::vector<std::string> from;
      for (const int state : row.from) from.push_back(course.code_of(state));
      absl::StrAppendFormat(&report, "%6s  %s %s from %s\n",
                            found == walked_.end() ? "-" : absl::StrCat(found->second), course.table.noun,
                            row.event, from.empty() ? "nothing" : absl::StrJoin(from, ", "));
    }
  }
  return report;
}

}  // namespace waarborg::model
