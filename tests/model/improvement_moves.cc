#include "absl/strings/match.h"
#include "services/flow/request_improvement_plan.h"
#include "services/flow/supersede_improvement_plan.h"
#include "services/improvement/commands.h"
#include "tests/model/moves.h"

namespace waarborg::model {
namespace {

using namespace improvement::v1;  // NOLINT(google-build-using-namespace): the requests of one service

const ImprovementPlan& At(const World& world, const std::string& name) {
  return world.shelves().Find<ImprovementPlan>(name);
}

absl::Status RequestPlan(World& world, const std::string& /*target*/, const call::Caller& who) {
  RequestImprovementPlanRequest request;
  request.set_parent(kRegion);
  request.set_assessment(SomeName<Assessment>(world));
  request.set_reason(world.Reason());
  if (world.Chance(30)) request.set_step(SomeName<Step>(world));
  return world.Do(&flow::RequestImprovementPlan, request, who);
}

// Every item, with a date that mostly lies within the running time.
template <class Request>
void ProposeItems(World& world, const ImprovementPlan& plan, bool open_only, Request& request) {
  for (const PlanItem& item : plan.items()) {
    if (open_only && item.state() == PlanItem::STATE_DONE) continue;
    ItemProposal& proposal = *request.add_items();
    proposal.set_criterion(item.criterion());
    proposal.set_action("Scholing voor alle medewerkers");
    proposal.set_owner("Teamleider zorg");
    proposal.set_measure("Negen van tien dossiers op orde");
    *proposal.mutable_due_date() = world.Day(world.Chance(3) ? -5 : 3 + world.Below(60));
  }
}

absl::Status Submit(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<SubmitImprovementPlanRequest>(target);
  ProposeItems(world, At(world, target), /*open_only=*/false, request);
  NameDocument(world, who, request);
  return world.Do(&improvement::SubmitImprovementPlan, request, who);
}

absl::Status Return(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<ReturnImprovementPlanRequest>(target);
  for (const PlanItem& item : At(world, target).items()) {
    ItemReason& reason = *request.add_reasons();
    reason.set_criterion(item.criterion());
    reason.set_reason("Niet meetbaar.");
  }
  return world.Do(&improvement::ReturnImprovementPlan, request, who);
}

template <auto command, class Request>
absl::Status ActOfProvider(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<Request>(target);
  NameDocument(world, who, request);
  return world.Do(command, request, who);
}

absl::Status Report(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<ReportProgressRequest>(target);
  const bool done = world.Chance(50);
  for (const PlanItem& item : At(world, target).items()) {
    ItemProgress& progress = *request.add_items();
    progress.set_criterion(item.criterion());
    progress.set_state(done ? PlanItem::STATE_DONE : static_cast<PlanItem::State>(1 + world.Below(4)));
    progress.set_text("Stand van zaken");
  }
  NameDocument(world, who, request);
  return world.Do(&improvement::ReportProgress, request, who);
}

absl::Status Flag(World& world, const std::string& target, const call::Caller& who) {
  auto request = Because<FlagStagnationRequest>(world, target);
  request.set_flagged(!At(world, target).stagnation().flagged());
  return world.Do(&improvement::FlagStagnation, request, who);
}

absl::Status ProposeChange(World& world, const std::string& target, const call::Caller& who) {
  auto request = Because<ProposePlanChangeRequest>(world, target);
  ProposeItems(world, At(world, target), /*open_only=*/true, request);
  NameDocument(world, who, request);
  return world.Do(&improvement::ProposePlanChange, request, who);
}

// What brought the level in force with some body, if anything did.
std::string SomeCause(World& world) {
  const Shelf<Standing>& all = world.shelves().Of<Standing>();
  return all.empty() ? "" : world.Pick(all).second.cause();
}

// A step or an acute case; mostly of the measure in force.
absl::Status Supersede(World& world, const std::string& target, const call::Caller& who) {
  auto request = Because<SupersedeImprovementPlanRequest>(world, target);
  const std::string cause = world.Chance(80) ? SomeCause(world) : "";
  if (absl::StrContains(cause, "/acuteCases/")) {
    request.set_acute_case(cause);
  } else {
    request.set_step(cause.empty() ? SomeName<Step>(world) : cause);
  }
  return world.Do(&flow::SupersedeImprovementPlan, request, who);
}

absl::Status Confirm(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<ConfirmImprovementPlanRequest>(target);
  Choose(world, At(world, target), request);
  return world.Do(&improvement::ConfirmImprovementPlan, request, who);
}

absl::Status ReportPoint(World& world, const std::string& target, const call::Caller& who) {
  auto request = About<ReportAttentionPointRequest>(target);
  request.set_report("Besproken in het contractgesprek.");
  return world.Do(&improvement::ReportAttentionPoint, request, who);
}

}  // namespace

const std::vector<Move>& ImprovementMoves() {
  using namespace improvement;  // NOLINT(google-build-using-namespace): the commands of one service
  static constexpr char kNoun[] = "improvement_plan";
  static const std::vector<Move>& moves = *new std::vector<Move>{
      {"RequestPlan", kNoun, "request", Way::kOpens, 3, &RequestPlan},
      {"Submit", kNoun, "submit", Way::kOn, 6, &Submit},
      {"GiveUp", kNoun, "give_up", Way::kOn, 3, &For<&GiveUpImprovementPlan, GiveUpImprovementPlanRequest>},
      {"ConfirmPlan", kNoun, "confirm", Way::kBeside, 2, &Confirm},
      {"Return", kNoun, "return", Way::kBack, 5, &Return},
      {"Approve", kNoun, "approve", Way::kOn, 6,
       &Simply<&ApproveImprovementPlan, ApproveImprovementPlanRequest>},
      {"Start", kNoun, "start", Way::kOn, 6,
       &ActOfProvider<&StartImprovementPlan, StartImprovementPlanRequest>},
      {"Report", kNoun, "report_progress", Way::kBeside, 5, &Report},
      {"Flag", kNoun, "flag_stagnation", Way::kBeside, 1, &Flag},
      {"ProposeChange", kNoun, "propose_change", Way::kBeside, 2, &ProposeChange},
      {"ApproveChange", kNoun, "approve_change", Way::kBeside, 2,
       &Simply<&ApprovePlanChange, ApprovePlanChangeRequest>},
      {"RefuseChange", kNoun, "refuse_change", Way::kBeside, 1,
       &For<&RefusePlanChange, RefusePlanChangeRequest>},
      {"Complete", kNoun, "report_complete", Way::kOn, 8,
       &ActOfProvider<&ReportCompletion, ReportCompletionRequest>},
      {"Fail", kNoun, "fail_by_end_date", Way::kOn, 1,
       &For<&FailImprovementPlan, FailImprovementPlanRequest>},
      {"Supersede", kNoun, "supersede", Way::kOn, 1, &Supersede},
      {"ReportPoint", "attention_point", "report", Way::kBeside, 1, &ReportPoint},
      {"ClosePoint", "attention_point", "close", Way::kOn, 3,
       &Simply<&CloseAttentionPoint, CloseAttentionPointRequest>}};
  return moves;
}

}  // namespace waarborg::model
