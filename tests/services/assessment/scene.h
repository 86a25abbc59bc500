#ifndef WAARBORG_TESTS_SERVICES_ASSESSMENT_SCENE_H_
#define WAARBORG_TESTS_SERVICES_ASSESSMENT_SCENE_H_

// A region at work: one provider of dkk-2019 under contract, a small team, and verbs that take an assessment
// along its course. Every verb goes through the real commands.

#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "google/protobuf/text_format.h"
#include "services/assessment/commands.h"
#include "services/assessment/queries.h"
#include "services/assessment/rules/lifecycle.h"
#include "tests/support/desk.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/framework/v1/framework.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::testing {

// A message from its text form.
template <class Message>
Message Proto(const std::string& text) {
  Message message;
  if (!google::protobuf::TextFormat::ParseFromString(text, &message)) ADD_FAILURE() << text;
  return message;
}

// A request about `name`, with the rest of its fields as text.
template <class Request>
Request About(const std::string& name, const std::string& text = "") {
  Request request = Proto<Request>(text);
  request.set_name(name);
  return request;
}

inline constexpr char kProvider[] = "regions/nmd/providers/farm";
inline constexpr char kOtherProvider[] = "regions/nmd/providers/other";

class Scene final {
 public:
  Scene();

  // Replaces the policy; assessments that pin it see the change, which never happens outside tests.
  void Govern(const registry::v1::PolicyVersion& policy);
  void SetFourEyes(team::v1::Act act, team::v1::FourEyes rule);
  void SetKindRule(const registry::v1::KindRule& rule);
  void Put(const registry::v1::Provider& provider);
  void Put(const registry::v1::Contract& contract);
  void Put(const framework::v1::FrameworkVersion& framework);

  // A new assessment of the farm, FULL and on contract unless the text says otherwise; its name.
  std::string Create(const std::string& fields = "");
  absl::StatusOr<assessment::v1::Assessment> TryCreate(const std::string& fields, const std::string& id = "");

  // Takes the assessment along the ordinary course until it is in `target`. Criteria score MEETS unless
  // `scores` says otherwise; the follow-up advised is the one chosen.
  void Take(const std::string& name, assessment::State target);
  std::map<std::string, framework::v1::Score> scores;
  framework::v1::Score ordinary_score = framework::v1::SCORE_MEETS;

  assessment::v1::Assessment Get(const std::string& name);
  assessment::v1::Finding GetFinding(const std::string& name, const std::string& criterion);
  assessment::v1::DecisionRecord GetDecision(const std::string& name);

  // Scores one criterion, with a motivation.
  absl::StatusOr<assessment::v1::ScoreFindingsResponse> Score(const std::string& name,
                                                              const std::string& criterion,
                                                              framework::v1::Score score);
  void ScoreScope(const std::string& name);
  void JudgeThreeParts(const std::string& name);
  // A conclusion that follows the advice and answers its choices. `outcome` with a re-assessment.
  assessment::v1::Conclusion FollowingAdvice(
      const std::string& name, assessment::v1::Outcome outcome = assessment::v1::OUTCOME_UNSPECIFIED);
  absl::StatusOr<assessment::v1::Assessment> Conclude(const std::string& name,
                                                      const assessment::v1::Conclusion& conclusion);
  // By the second reader, with the digest as read; nothing when it was not asked.
  absl::StatusOr<assessment::v1::Assessment> Confirm(const std::string& name, team::v1::Act act);

  Desk desk;
  registry::v1::PolicyVersion policy;
  call::Caller qm = Desk::As("quality-manager", {team::v1::ROLE_QUALITY_MANAGER});
  call::Caller sr = Desk::As("second-reader", {team::v1::ROLE_SECOND_READER});
  call::Caller tm = Desk::As("team-member", {team::v1::ROLE_TEAM_MEMBER});
  call::Caller auditor = Desk::As("auditor", {team::v1::ROLE_AUDITOR});
  call::Caller farmer = Desk::As("provider-farm", {team::v1::ROLE_PROVIDER_USER}, kProvider);
  call::Caller stranger = Desk::As("provider-other", {team::v1::ROLE_PROVIDER_USER}, kOtherProvider);

 private:
  void TakeOneStep(const std::string& name, assessment::State from);
};

// What the second reader was asked for the act; null when nothing was.
const team::v1::Confirmation* Asked(const assessment::v1::Assessment& assessment, team::v1::Act act);

}  // namespace waarborg::testing

#endif  // WAARBORG_TESTS_SERVICES_ASSESSMENT_SCENE_H_
