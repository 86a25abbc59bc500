#ifndef WAARBORG_TESTS_MODEL_WORLD_H_
#define WAARBORG_TESTS_MODEL_WORLD_H_

// A small region to live in: two commissioning bodies with a policy, one provider under contract, a framework
// of five criteria, and a cast in which every role is held more than once and two people hold almost all of
// them. Whatever happens here goes through the real commands, as the edge would let it through; every event
// is held against the invariants at once.

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "google/protobuf/util/message_differencer.h"
#include "google/type/date.pb.h"
#include "services/call/authorization.h"
#include "tests/model/coverage.h"
#include "tests/model/invariants.h"
#include "tests/model/shelves.h"
#include "tests/support/desk.h"

namespace waarborg::model {

inline constexpr char kRegion[] = "regions/nmd";
inline constexpr char kProvider[] = "regions/nmd/providers/farm";
inline constexpr char kEscalation[] = "regions/nmd/escalations/farm";

class World final {
 public:
  // With an epilogue: what the ledger does at the end of every unit of work.
  explicit World(unsigned seed, ledger::Epilogue epilogue = nullptr);

  // Chance. All of it comes from the seed.
  int Below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
  bool Chance(int percent) { return Below(100) < percent; }
  template <class List>
  auto Pick(const List& list) {
    return *std::next(std::begin(list), Below(static_cast<int>(std::size(list))));
  }
  // A few words; there are only two, so that a wish can be put forward twice.
  std::string Reason() { return Chance(70) ? "Omdat het nodig is." : "Omdat het niet anders kan."; }
  google::type::Date Day(int offset) const;

  // Runs the command as the edge lets it through, now and then with a stale etag or twice under one request
  // id, and looks at what came of it. Answers how it ended.
  template <class Request, class Response>
  absl::Status Do(absl::StatusOr<Response> (*command)(ledger::UnitOfWork&, const Request&), Request request,
                  const call::Caller& who);

  // Lets time pass; all timers that are due fire.
  void Pass(absl::Duration duration);

  // Takes in what the journal holds since the last time, and holds it against every invariant.
  void Observe();
  // What only shows when all is put together. Not after every step: it reads everything.
  void Audit();

  // Writes records past every command, to see what the invariants make of it.
  absl::Status Plant(const std::function<absl::Status(ledger::UnitOfWork&)>& work);

  const Shelves& shelves() const { return shelves_; }
  const Cast& cast() const { return cast_; }
  // The first of the cast of this id.
  const call::Caller& Member(const std::string& id) const;
  // Someone who holds one of the roles.
  const call::Caller& SomeoneWith(const std::vector<call::Role>& roles);
  const Coverage& coverage() const { return coverage_; }
  const Breaches& breaches() const { return breaches_; }
  const framework::v1::FrameworkVersion& framework() const { return framework_; }
  // The wishes and how they ended, last lines last.
  std::string Story() const;
  int accepted() const { return accepted_; }
  int refused() const { return refused_; }

  testing::Desk desk;
  // What fires when it is due.
  std::vector<ledger::DeadlineRule> timers;

 private:
  void SetScene();
  // Notes how a wish ended, and whether a refusal was a clean one that left nothing behind.
  void Look(const std::string& wish, const call::Caller& who, const absl::Status& status);
  // The same request again under the same id: the first answer, and nothing new.
  void LookAgain(const std::string& wish, const absl::Status& status, bool same_answer);
  void SpoilEtag(google::protobuf::Message& request);

  std::mt19937 random_;
  Cast cast_;
  framework::v1::FrameworkVersion framework_;
  Shelves shelves_;
  Past past_;
  Coverage coverage_;
  Breaches breaches_;
  std::vector<std::string> story_;
  std::uint64_t seen_events_ = 0;
  int accepted_ = 0;
  int refused_ = 0;
  int request_count_ = 0;
};

// The deadlines of the rooms whose cases live here.
std::vector<ledger::DeadlineRule> CaseTimers();

// The policy of the scene: the sample's ladder, also for Wlz, and these rules of four eyes.
registry::v1::PolicyVersion NewPolicy(World& world);

template <class Request, class Response>
absl::Status World::Do(absl::StatusOr<Response> (*command)(ledger::UnitOfWork&, const Request&),
                       Request request, const call::Caller& who) {
  const std::string wish(absl::StripSuffix(Request::descriptor()->name(), "Request"));
  const std::vector<call::Role>* const roles =
      call::RolesOf(absl::StrCat(Request::descriptor()->file()->service(0)->full_name(), "/", wish));
  if (roles == nullptr || who.FirstOf(*roles) == team::v1::ROLE_UNSPECIFIED) {
    return absl::PermissionDeniedError("the edge does not let this through");
  }
  if (Chance(2)) SpoilEtag(request);
  const bool twice = Chance(3);
  const std::string request_id = twice ? absl::StrCat("request-", ++request_count_) : "";
  const auto answer = desk.Run(command, request, who, request_id);
  Look(wish, who, answer.status());
  if (!twice || !answer.ok()) return answer.status();
  const auto again = desk.Run(command, request, who, request_id);
  const bool same = again.ok() && google::protobuf::util::MessageDifferencer::Equals(*again, *answer);
  LookAgain(wish, again.status(), same);
  return answer.status();
}

}  // namespace waarborg::model

#endif  // WAARBORG_TESTS_MODEL_WORLD_H_
