#include "services/registry/obligation_commands.h"
#include "services/registry/obligation_queries.h"
#include "tests/services/registry/certificate_desk.h"

namespace waarborg::registry {
namespace {

using ::testing::ElementsAre;
using Day = absl::CivilDay;
using JudgementOr = absl::StatusOr<v1::ExternalJudgement>;

class JudgementTest : public CertificateDesk {
 protected:
  static std::string Name(const std::string& id) { return absl::StrCat(kFarm, "/externalJudgements/", id); }

  static v1::RecordExternalJudgementRequest Judgement(const std::string& id, Day given) {
    v1::RecordExternalJudgementRequest request;
    request.set_parent(kFarm);
    request.set_external_judgement_id(id);
    v1::ExternalJudgement& judgement = *request.mutable_external_judgement();
    judgement.set_issuer(v1::ExternalJudgement::SOURCE_IGJ);
    *judgement.mutable_date() = ToDate(given);
    judgement.set_document("Inspectierapport");
    judgement.set_summary("Risico's zijn bekend, maatregelen blijven uit.");
    judgement.add_touches()->set_criterion("VE03");
    return request;
  }
  JudgementOr Record(const v1::RecordExternalJudgementRequest& request) {
    return desk.Run(&RecordExternalJudgement, request, contract_manager);
  }
  JudgementOr Supersede(const std::string& id, const std::string& successor) {
    auto request = Of<v1::SupersedeExternalJudgementRequest>(Name(id));
    request.set_successor(successor);
    request.set_reason("nieuw bezoek");
    return desk.Run(&SupersedeExternalJudgement, request, contract_manager);
  }
};

TEST_F(JudgementTest, IsRecordedWithWhoDidItAndWhatItTouches) {
  v1::RecordExternalJudgementRequest request = Judgement("igj-2025", Day(2025, 3, 1));
  request.mutable_external_judgement()->set_state(v1::ExternalJudgement::STATE_SUPERSEDED);
  const JudgementOr recorded = Record(request);
  ASSERT_THAT(recorded, IsOk());
  EXPECT_EQ(recorded->name(), Name("igj-2025"));
  EXPECT_EQ(recorded->state(), v1::ExternalJudgement::STATE_RECORDED);
  EXPECT_EQ(recorded->author(), "regions/nmd/members/contract-manager");
  EXPECT_EQ(desk.LastEvent().kind(), "ExternalJudgementRecorded");
  EXPECT_EQ(desk.LastEvent().provider(), kFarm);
  v1::ListExternalJudgementsRequest list;
  list.set_parent(kFarm);
  EXPECT_EQ(desk.Ask(&ListExternalJudgements, list, auditor)->external_judgements_size(), 1);
  EXPECT_EQ(desk.Ask(&GetExternalJudgement, Of<v1::GetExternalJudgementRequest>(Name("igj-2025")), auditor)
                ->summary(),
            request.external_judgement().summary());
}

TEST_F(JudgementTest, EveryFaultIsNamedAtOnce) {
  v1::RecordExternalJudgementRequest request = Judgement("IGJ!", Day(2025, 6, 3));
  request.mutable_external_judgement()->add_touches()->set_criterion("VE03");
  EXPECT_THAT(FieldFaults(Record(request).status()),
              ElementsAre("external_judgement_id: INVALID_ID", "external_judgement.date: DATE_IN_FUTURE",
                          "external_judgement.touches[1].criterion: DUPLICATE"));
  ASSERT_THAT(Record(Judgement("igj", Day(2025, 6, 2))), IsOk());
  EXPECT_THAT(Record(Judgement("igj", Day(2025, 6, 2))), ReasonIs("EXTERNAL_JUDGEMENT_EXISTS"));
}

TEST_F(JudgementTest, IsSupersededByALaterOneOfTheSameSource) {
  ASSERT_THAT(Record(Judgement("first", Day(2024, 3, 1))), IsOk());
  ASSERT_THAT(Record(Judgement("earlier", Day(2023, 3, 1))), IsOk());
  v1::RecordExternalJudgementRequest other = Judgement("ggd", Day(2025, 3, 1));
  other.mutable_external_judgement()->set_issuer(v1::ExternalJudgement::SOURCE_GGD);
  ASSERT_THAT(Record(other), IsOk());
  EXPECT_THAT(Supersede("first", Name("earlier")), ReasonIs("SUCCESSOR_NOT_LATER"));
  EXPECT_THAT(Supersede("first", Name("ggd")), ReasonIs("SUCCESSOR_NOT_LATER"));
  EXPECT_THAT(Supersede("first", Name("nothing")), ReasonIs("EXTERNAL_JUDGEMENT_NOT_FOUND"));
  EXPECT_THAT(FieldFaults(Supersede("first", Name("first")).status()),
              ElementsAre("successor: SUCCESSOR_NOT_ANOTHER"));
  ASSERT_THAT(Record(Judgement("second", Day(2025, 3, 1))), IsOk());
  const JudgementOr superseded = Supersede("first", Name("second"));
  ASSERT_THAT(superseded, IsOk());
  EXPECT_EQ(superseded->state(), v1::ExternalJudgement::STATE_SUPERSEDED);
  EXPECT_EQ(superseded->superseded_by(), Name("second"));
  EXPECT_THAT(Supersede("first", Name("second")), ReasonIs("ILLEGAL_TRANSITION"));
  EXPECT_THAT(Supersede("earlier", Name("first")), ReasonIs("SUCCESSOR_NOT_LATER"));
}

TEST_F(JudgementTest, IsRecordedByTheTeamAlone) {
  EXPECT_THAT(desk.Run(&RecordExternalJudgement, Judgement("igj", Day(2025, 3, 1)), provider),
              ReasonIs("ROLE_NOT_ALLOWED"));
}

}  // namespace
}  // namespace waarborg::registry
