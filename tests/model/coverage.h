#ifndef WAARBORG_TESTS_MODEL_COVERAGE_H_
#define WAARBORG_TESTS_MODEL_COVERAGE_H_

// Which rows of the lifecycle tables the histories have walked.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "services/rules/lifecycle_view.h"
#include "waarborg/audit/v1/audit.pb.h"

namespace waarborg::model {

// A lifecycle, with its states as the journal writes them.
struct Course {
  rules::LifecycleView table;
  std::string (*code_of)(int state);
};

// The lifecycle that a resource follows, by its name; null for what follows none.
const Course* CourseOf(const std::string& resource);
const std::vector<Course>& Courses();

// The row that the event followed, by its fact and its state before; null when no row has both.
const rules::RowView* RowOf(const Course& course, const audit::v1::Event& event);

class Coverage final {
 public:
  void Count(const audit::v1::Event& event);
  void Add(const Coverage& other);
  // How often an event of a noun was seen, over all its rows.
  [[nodiscard]] int Times(const std::string& noun, const std::string& event) const;
  // Row by row, the rows that were never walked marked with a dash.
  [[nodiscard]] std::string Report() const;

 private:
  std::map<const rules::RowView*, int> walked_;
};

}  // namespace waarborg::model

#endif  // WAARBORG_TESTS_MODEL_COVERAGE_H_
