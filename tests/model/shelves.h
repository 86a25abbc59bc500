#ifndef WAARBORG_TESTS_MODEL_SHELVES_H_
#define WAARBORG_TESTS_MODEL_SHELVES_H_

// What the journal says is true: every record, as the after-images of the events leave it, and what one event
// changed. The model reads the world from here, and never asks the product's own queries.

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/ledger/replay.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/audit/v1/audit.pb.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/improvement/v1/improvement.pb.h"
#include "waarborg/internal/v1/stored.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::model {

using assessment::v1::Assessment;
using assessment::v1::DecisionRecord;
using assessment::v1::Finding;
using escalation::v1::AcuteCase;
using escalation::v1::Standing;
using escalation::v1::Step;
using improvement::v1::AttentionPoint;
using improvement::v1::ImprovementPlan;
using internal::v1::Deadline;
using registry::v1::Level;
using registry::v1::PolicyVersion;
using registry::v1::Region;
using team::v1::Act;

// Records by resource name; deadlines by resource and kind.
template <class Message>
using Shelf = std::map<std::string, Message>;

// One record before (empty when it was not there) and after an event.
template <class Message>
struct Change {
  bool is_new = false;
  Message before;
  Message after;
};

template <template <class> class Of>
using ForEveryRecord =
    std::tuple<Of<Assessment>, Of<Finding>, Of<DecisionRecord>, Of<ImprovementPlan>, Of<AttentionPoint>,
               Of<Standing>, Of<Step>, Of<AcuteCase>, Of<PolicyVersion>, Of<Region>, Of<Deadline>>;

template <class Message>
using Changes = std::vector<Change<Message>>;

// One event and what it changed.
struct Moment {
  audit::v1::Event event;
  ForEveryRecord<Changes> changes;
  std::vector<std::string> deleted;  // types of records that are gone, deadlines aside

  template <class Message>
  const Changes<Message>& Of() const {
    return std::get<Changes<Message>>(changes);
  }
};

class Shelves final {
 public:
  // Takes the event in.
  Moment Take(const audit::v1::Event& event);

  template <class Message>
  const Shelf<Message>& Of() const {
    return std::get<Shelf<Message>>(shelves_);
  }

  // The record, or an empty one; until the next event.
  template <class Message>
  const Message& Find(const std::string& name) const {
    const auto found = Of<Message>().find(name);
    return found == Of<Message>().end() ? Message::default_instance() : found->second;
  }

  // Whether a timer of this kind watches the resource.
  bool HasDeadline(const std::string& resource, absl::string_view kind) const;

  // All records as the journal gives them back, by table and key.
  const ledger::ReplayedState& replayed() const { return replayed_; }

 private:
  ForEveryRecord<Shelf> shelves_;
  ledger::ReplayedState replayed_;
  std::map<std::string, std::string> deadline_keys_;  // of the store, to the name on the shelf
};

}  // namespace waarborg::model

#endif  // WAARBORG_TESTS_MODEL_SHELVES_H_
