#include "tests/load/scene.h"

#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "waarborg/assessment/v1/assessment.pb.h"

namespace waarborg::load {
namespace {

namespace v1 = ::waarborg::assessment::v1;

constexpr const char* kMember = "regions/nmd/members/quality-manager";
constexpr const char* kProvider = "regions/nmd/providers/de-korenschoof";
// In scope for that provider, whatever its kinds of care.
constexpr const char* kCriteria[] = {"VE01", "VE02", "VE03", "VE04", "VE05", "VE06", "VE07", "VE08"};
constexpr int kAssessmentsPerCaller = 64;
constexpr int kStepsOfAWalk = 6;

template <class Request>
Shot ShotOf(const char* method, std::string request_id, Request request) {
  request.set_request_id(std::move(request_id));
  return {.method = absl::StrCat("/waarborg.assessment.v1.AssessmentService/", method),
          .member = kMember,
          .request = std::make_unique<Request>(std::move(request))};
}

// Step 0 to 5 of the walk of one assessment.
Shot WalkStep(const std::string& id, int step) {
  const std::string name = absl::StrCat("regions/nmd/assessments/", id);
  const std::string request_id = absl::StrCat("load-", id, "-", step);
  const auto on = [&name](auto request) {
    request.set_name(name);
    return request;
  };
  switch (step) {
    case 0: {
      v1::CreateAssessmentRequest request;
      request.set_parent("regions/nmd");
      request.set_assessment_id(id);
      request.mutable_assessment()->set_provider(kProvider);
      request.mutable_assessment()->set_kind(registry::v1::ASSESSMENT_KIND_FULL);
      request.mutable_assessment()->set_selection_reason(v1::Assessment::SELECTION_REASON_ROTATION);
      request.mutable_assessment()->set_legal_basis(registry::v1::LEGAL_BASIS_CONTRACT);
      return ShotOf("CreateAssessment", request_id, std::move(request));
    }
    case 1: {
      v1::AnnounceAssessmentRequest request = on(v1::AnnounceAssessmentRequest());
      request.mutable_visit_date()->set_year(2100);
      request.mutable_visit_date()->set_month(6);
      request.mutable_visit_date()->set_day(1);
      return ShotOf("AnnounceAssessment", request_id, std::move(request));
    }
    case 2:
      return ShotOf("OpenPreparation", request_id, on(v1::OpenPreparationRequest()));
    case 3:
      return ShotOf("SetScope", request_id, on(v1::SetScopeRequest()));
    case 4: {
      v1::StartFieldworkRequest request = on(v1::StartFieldworkRequest());
      request.add_delegation(kMember);
      return ShotOf("StartFieldwork", request_id, std::move(request));
    }
    default: {
      v1::CancelAssessmentRequest request = on(v1::CancelAssessmentRequest());
      request.set_reason("De locatie is gesloten.");
      return ShotOf("CancelAssessment", request_id, std::move(request));
    }
  }
}

// One of a caller's own assessments, in turn.
std::string IdOf(int caller, std::int64_t number) {
  return absl::StrCat("visit-", caller, "-", number % kAssessmentsPerCaller);
}

}  // namespace

absl::Status Scene::SetUp(ClosedLoop& loop, absl::Duration longest) {
  if (act_ == Act::kMove) return absl::OkStatus();
  std::vector<int> next(static_cast<std::size_t>(callers_));
  // All but the last step of the walk: scoped and in fieldwork.
  constexpr int kSteps = kAssessmentsPerCaller * (kStepsOfAWalk - 1);
  const Volley volley = loop.Run(
      [&next](int caller) -> std::optional<Shot> {
        const int step = next[static_cast<std::size_t>(caller)]++;
        if (step >= kSteps) return std::nullopt;
        return WalkStep(IdOf(caller, step / (kStepsOfAWalk - 1)), step % (kStepsOfAWalk - 1));
      },
      longest);
  if (volley.failures > 0) return absl::InternalError(volley.first_failure);
  if (volley.calls < static_cast<std::int64_t>(kSteps) * callers_) {
    return absl::DeadlineExceededError("setting the scene took too long");
  }
  return absl::OkStatus();
}

NextShot Scene::Shots() {
  return [this](int caller) -> std::optional<Shot> {
    if (act_ == Act::kScore) return Score(caller);
    return act_ == Act::kObserve ? Observe(caller) : Move(caller);
  };
}

Shot Scene::Score(int caller) {
  const std::int64_t number = done_[static_cast<std::size_t>(caller)]++;
  const std::int64_t criterion =
      number / kAssessmentsPerCaller % static_cast<std::int64_t>(std::size(kCriteria));
  v1::ScoreFindingsRequest request;
  request.set_name(absl::StrCat("regions/nmd/assessments/", IdOf(caller, number)));
  v1::FindingScore& score = *request.add_scores();
  score.set_criterion(kCriteria[criterion]);
  score.set_score(framework::v1::SCORE_LARGELY_MEETS);
  score.set_motivation("Op twee van de vijf dagen ontbrak de overdracht; het team weet dat en werkt eraan.");
  return ShotOf("ScoreFindings", absl::StrCat("score-", caller, "-", number), std::move(request));
}

Shot Scene::Observe(int caller) {
  const std::int64_t number = done_[static_cast<std::size_t>(caller)]++;
  v1::RecordObservationRequest request;
  request.set_name(absl::StrCat("regions/nmd/assessments/", IdOf(caller, number)));
  request.set_text("De deur naar de tuin stond open; er was niemand buiten.");
  return ShotOf("RecordObservation", absl::StrCat("observe-", caller, "-", number), std::move(request));
}

Shot Scene::Move(int caller) {
  const std::int64_t number = done_[static_cast<std::size_t>(caller)]++;
  return WalkStep(absl::StrCat("walk-", caller, "-", number / kStepsOfAWalk),
                  static_cast<int>(number % kStepsOfAWalk));
}

}  // namespace waarborg::load
