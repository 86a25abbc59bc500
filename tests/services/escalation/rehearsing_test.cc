#include "tests/services/escalation/ladder_desk.h"

// A rehearsal answers as the real act would, and keeps nothing (AIP-163).

namespace waarborg::escalation {
namespace {

class RehearsingTest : public LadderDesk {
 protected:
  template <class Request, class Response>
  void ExpectRehearsal(absl::StatusOr<Response> (*command)(ledger::UnitOfWork&, const Request&),
                       Request request, const call::Caller& who) {
    const std::size_t events = desk.Events().size();
    const std::string standing = StandingFor().SerializeAsString();
    request.set_validate_only(true);
    const auto rehearsed = desk.Run(command, request, who);
    ASSERT_THAT(rehearsed, IsOk());
    EXPECT_EQ(desk.Events().size(), events);
    EXPECT_EQ(StandingFor().SerializeAsString(), standing);
    request.set_validate_only(false);
    EXPECT_THAT(desk.Run(command, request, who), IsOk());
    EXPECT_EQ(desk.Events().size(), events + 1);
  }
};

TEST_F(RehearsingTest, TheDecisionsInAnAcuteCaseCanBeRehearsed) {
  const std::string name = CaseOf("assen");
  ASSERT_THAT(Raise(Danger()), IsOk());
  v1::ImposeProvisionalRequest impose;
  impose.set_name(name);
  impose.set_level(LEVEL_CLIENT_STOP);
  impose.set_acute_reason("Nieuwe plaatsingen zijn onveilig.");
  impose.set_no_hearing_reason("Vanavond staat een plaatsing gepland.");
  ExpectRehearsal(&ImposeProvisional, impose, dec);
  ASSERT_THAT(Hear(name, provider_user), IsOk());
  ASSERT_THAT(AnswerAcute(name), IsOk());
  v1::RatifyProvisionalRequest ratify;
  ratify.set_name(name);
  ratify.set_reason("De stop blijft nodig.");
  *ratify.mutable_terms() = Terms();
  ExpectRehearsal(&RatifyProvisional, ratify, dec2);
  v1::AddAcuteSideMeasureRequest beside;
  beside.set_name(name);
  beside.mutable_side_measure()->set_kind(v1::SideMeasure::KIND_REPORT_TO_IGJ);
  beside.mutable_side_measure()->set_reason("Nodig.");
  ExpectRehearsal(&AddAcuteSideMeasure, beside, dec);
}

TEST_F(RehearsingTest, LiftingCanBeRehearsed) {
  v1::LiftProvisionalRequest lift;
  lift.set_name(Provisional());
  lift.set_reason("Het gevaar is geweken.");
  ExpectRehearsal(&LiftProvisional, lift, dec);
}

TEST_F(RehearsingTest, ReopeningAHearingCanBeRehearsed) {
  v1::ReopenHearingRequest reopen;
  reopen.set_name(Ready(LEVEL_FORMAL_WARNING));
  reopen.set_level(LEVEL_CLIENT_STOP);
  reopen.set_reason("Er zijn nieuwe feiten.");
  ExpectRehearsal(&ReopenHearing, reopen, dec);
}

TEST_F(RehearsingTest, WhatIsDecidedOnAMeasureInForceCanBeRehearsed) {
  Impose(LEVEL_CLIENT_STOP);
  v1::AddSideMeasureRequest beside;
  beside.set_name(StepOf("assen", "eerder"));
  beside.mutable_side_measure()->set_kind(v1::SideMeasure::KIND_REPORT_TO_IGJ);
  beside.mutable_side_measure()->set_reason("Nodig.");
  ExpectRehearsal(&AddSideMeasure, beside, dec);
  v1::RecordEvaluationRequest evaluate;
  evaluate.set_name(std::string(kEscalation) + "/standings/assen");
  evaluate.set_reason("Nog niet op orde.");
  ExpectRehearsal(&RecordEvaluation, evaluate, dec);
  v1::ProlongMeasureRequest prolong;
  prolong.set_name(evaluate.name());
  prolong.set_reason("Het herstel is nog pril.");
  *prolong.mutable_end_date() = Day(200);
  ExpectRehearsal(&ProlongMeasure, prolong, dec);
}

}  // namespace
}  // namespace waarborg::escalation
