#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "tests/clients/fake_server.h"

namespace waarborg::cli {
namespace {

using nlohmann::json;
using ::testing::ContainsRegex;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::RunCli;

class CaseTest : public ::testing::Test {
 protected:
  CaseTest() {
    server.get_provider = [](const registry::v1::GetProviderRequest& request,
                             registry::v1::Provider& answer) {
      answer.set_name(request.name());
      answer.set_title("De Linde");
      return grpc::Status::OK;
    };
    server.list_assessments = [](const auto& request, assessment::v1::ListAssessmentsResponse& answer) {
      EXPECT_EQ(request.provider(), "regions/nmd/providers/p-1");
      answer.add_assessments()->set_name("regions/nmd/assessments/a-1");
      answer.mutable_assessments(0)->set_state(assessment::v1::Assessment::STATE_FINAL);
      return grpc::Status::OK;
    };
    server.list_certificates = [](const auto& request, registry::v1::ListCertificatesResponse& answer) {
      EXPECT_EQ(request.parent(), "regions/nmd/providers/p-1");
      answer.add_certificates()->set_name("regions/nmd/providers/p-1/certificates/hkz-2024");
      answer.mutable_certificates(0)->set_state(registry::v1::Certificate::STATE_EXPIRING);
      return grpc::Status::OK;
    };
    server.list_obligations = [](const auto&, registry::v1::ListObligationsResponse& answer) {
      answer.add_obligations()->set_name("regions/nmd/providers/p-1/obligations/gz-visitation");
      answer.mutable_obligations(0)->set_state(registry::v1::Obligation::STATE_OPEN);
      answer.add_obligations()->set_name("regions/nmd/providers/p-1/obligations/gz-team-reflection");
      answer.mutable_obligations(1)->set_state(registry::v1::Obligation::STATE_WAIVED);
      return grpc::Status::OK;
    };
    server.list_external_judgements = [](const auto&, registry::v1::ListExternalJudgementsResponse& answer) {
      answer.add_external_judgements()->set_name("regions/nmd/providers/p-1/externalJudgements/igj-2026");
      answer.mutable_external_judgements(0)->set_issuer(registry::v1::ExternalJudgement::SOURCE_IGJ);
      return grpc::Status::OK;
    };
    server.list_plans = [](const auto&, auto&) { return grpc::Status::OK; };
    server.list_points = [](const auto&, auto&) { return grpc::Status::OK; };
    server.list_acute_cases = [](const auto&, auto&) { return grpc::Status::OK; };
    server.get_escalation = [](const auto& request, escalation::v1::Escalation& answer) {
      EXPECT_EQ(request.name(), "regions/nmd/escalations/p-1");
      answer.add_standings()->set_commissioning_body("assen");
      answer.mutable_standings(0)->set_level(registry::v1::LEVEL_HEIGHTENED_SUPERVISION);
      return grpc::Status::OK;
    };
    server.list_steps = [](const auto&, escalation::v1::ListStepsResponse& answer) {
      answer.add_steps()->set_name("regions/nmd/escalations/p-1/steps/s-1-assen");
      return grpc::Status::OK;
    };
    server.list_attachments = [](const auto& request, evidence::v1::ListAttachmentsResponse& answer) {
      EXPECT_EQ(request.provider(), "regions/nmd/providers/p-1");
      answer.add_attachments()->set_name("regions/nmd/attachments/b-1");
      answer.mutable_attachments(0)->set_title("Rooster van juni");
      answer.mutable_attachments(0)->set_author("regions/nmd/members/team-member");
      return grpc::Status::OK;
    };
    server.list_incidents = [](const auto& request, incident::v1::ListIncidentsResponse& answer) {
      EXPECT_EQ(request.provider(), "regions/nmd/providers/p-1");
      answer.add_incidents()->set_name("regions/nmd/incidents/m-1");
      answer.mutable_incidents(0)->set_kind(incident::v1::Incident::KIND_CALAMITY);
      return grpc::Status::OK;
    };
    server.list_terms = [](const auto& request, term::v1::ListTermsResponse& answer) {
      EXPECT_EQ(request.provider(), "regions/nmd/providers/p-1");
      answer.add_terms()->set_resource("regions/nmd/improvementPlans/v-1");
      answer.mutable_terms(0)->set_kind("improvement.submission-due");
      return grpc::Status::OK;
    };
    server.list_comments = [](const auto&, auto&) { return grpc::Status::OK; };
    server.list_events = Events;
  }

  // Two pages, an empty one between them, as a server that looks at a bounded number of events may give.
  static grpc::Status Events(const audit::v1::ListEventsRequest& request,
                             audit::v1::ListEventsResponse& answer) {
    EXPECT_EQ(request.filter().provider(), "regions/nmd/providers/p-1");
    const int page = request.page_token().empty() ? 0 : std::stoi(request.page_token());
    if (page < 2) answer.set_next_page_token(absl::StrCat(page + 1));
    if (page == 1) return grpc::Status::OK;
    audit::v1::Event& event = *answer.add_events();
    google::protobuf::TextFormat::ParseFromString(R"pb(
                                                    time { seconds: 1767323045 }
                                                    actor: "regions/nmd/members/quality-manager"
                                                    role: ROLE_QUALITY_MANAGER
                                                    kind: "AssessmentFinalised"
                                                    resource: "regions/nmd/assessments/a-1"
                                                    from_state: "RESPONSE_IN"
                                                    to_state: "FINAL"
                                                    reason: "alles beantwoord")pb",
                                                  &event);
    event.set_sequence(page + 10);
    return grpc::Status::OK;
  }

  testing::FakeServer server;
};

TEST_F(CaseTest, TheWholeChainIsOneJsonObject) {
  const auto printed = RunCli(server, {"case", "show", "regions/nmd/providers/p-1", "--output=json"});
  ASSERT_EQ(printed.status, 0) << printed.err;
  const json page = json::parse(printed.out);
  EXPECT_EQ(page["provider"]["title"], "De Linde");
  EXPECT_EQ(page["assessments"][0]["state"], "STATE_FINAL");
  EXPECT_EQ(page["standings"][0]["level"], "LEVEL_HEIGHTENED_SUPERVISION");
  EXPECT_EQ(page["steps"].size(), 1U);
  EXPECT_EQ(page["improvementPlans"], json::array());
  EXPECT_EQ(page["acuteCases"], json::array());
  EXPECT_EQ(page["certificates"][0]["state"], "STATE_EXPIRING");
  EXPECT_EQ(page["obligations"].size(), 2U);
  EXPECT_EQ(page["externalJudgements"][0]["issuer"], "SOURCE_IGJ");
  ASSERT_EQ(page["events"].size(), 2U);
  const json& arrow = page["events"][0];
  EXPECT_EQ(arrow["journal_sequence"], 10);
  EXPECT_EQ(arrow["date"], "2026-01-02");
  EXPECT_EQ(arrow["person"], "regions/nmd/members/quality-manager");
  EXPECT_EQ(arrow["role"], "QUALITY_MANAGER");
  EXPECT_EQ(arrow["from_state"], "RESPONSE_IN");
  EXPECT_EQ(arrow["to_state"], "FINAL");
  EXPECT_TRUE(arrow["level"].is_null());
  EXPECT_EQ(arrow["reason"], "alles beantwoord");
  EXPECT_EQ(page["events"][1]["journal_sequence"], 12);
}

TEST_F(CaseTest, PeopleReadDateActPersonAndReason) {
  const auto printed = RunCli(server, {"case", "show", "p-1", "--lang=nl"});
  ASSERT_EQ(printed.status, 0) << printed.err;
  EXPECT_THAT(printed.out,
              HasSubstr("2026-01-02 04:04  toetsing definitief gemaakt: reactie binnen → definitief"));
  EXPECT_THAT(printed.out, HasSubstr("quality-manager (kwaliteitsmanager)"));
  EXPECT_THAT(printed.out, HasSubstr("“alles beantwoord”"));
  EXPECT_THAT(printed.out, HasSubstr("L3 verscherpt toezicht"));
}

TEST_F(CaseTest, ThePageTellsWhatTheProviderHoldsOwesAndWasJudged) {
  const auto printed = RunCli(server, {"case", "show", "p-1", "--lang=nl"});
  ASSERT_EQ(printed.status, 0) << printed.err;
  EXPECT_THAT(printed.out, ContainsRegex("p-1/hkz-2024 +.*loopt bijna af"));
  EXPECT_THAT(printed.out, HasSubstr("gz-visitation"));
  EXPECT_THAT(printed.out, Not(HasSubstr("gz-team-reflection")));
  EXPECT_THAT(printed.out, HasSubstr("Inspectie Gezondheidszorg en Jeugd"));
}

TEST_F(CaseTest, ThePageTellsOfFilesReportsAndTerms) {
  const auto printed = RunCli(server, {"case", "show", "p-1", "--lang=nl"});
  ASSERT_EQ(printed.status, 0) << printed.err;
  EXPECT_THAT(printed.out, ContainsRegex("b-1 +Rooster van juni +.*team-member"));
  EXPECT_THAT(printed.out, ContainsRegex("m-1 +calamiteit"));
  EXPECT_THAT(printed.out, ContainsRegex("improvementPlans/v-1 +improvement.submission-due"));
  const json page = json::parse(RunCli(server, {"case", "show", "p-1", "--output=json"}).out);
  EXPECT_EQ(page["attachments"][0]["title"], "Rooster van juni");
  EXPECT_EQ(page["incidents"][0]["kind"], "KIND_CALAMITY");
  EXPECT_EQ(page["terms"].size(), 1U);
  EXPECT_EQ(page["comments"], json::array());
}

// Each thread is read once, however often it is spoken in.
TEST_F(CaseTest, TheCommentsAreThoseOfTheThreadsThatTheEventsTellOf) {
  server.list_events = [](const auto&, audit::v1::ListEventsResponse& answer) {
    for (const char* below : {"g-1", "g-1/comments/o-1", "g-2", "g-1/comments/o-2"}) {
      answer.add_events()->set_resource(
          absl::StrCat("regions/nmd/assessments/a-1/findings/VE01/threads/", below));
    }
    return grpc::Status::OK;
  };
  std::vector<std::string> asked;
  server.list_comments = [&asked](const auto& request, comment::v1::ListCommentsResponse& answer) {
    asked.push_back(request.parent());
    comment::v1::Comment& comment = *answer.add_comments();
    comment.set_name(request.parent() + "/comments/o-1");
    comment.set_author("regions/nmd/members/second-reader");
    comment.set_text("Klopt dit?");
    return grpc::Status::OK;
  };
  const auto printed = RunCli(server, {"case", "show", "p-1", "--lang=nl"});
  ASSERT_EQ(printed.status, 0) << printed.err;
  EXPECT_THAT(asked, ElementsAre("regions/nmd/assessments/a-1/findings/VE01/threads/g-1",
                                 "regions/nmd/assessments/a-1/findings/VE01/threads/g-2"));
  EXPECT_THAT(printed.out, ContainsRegex("second-reader +Klopt dit[?]"));
}

TEST_F(CaseTest, ThePageTellsBandFlagsAndMergedResult) {
  server.list_assessments = [](const auto&, assessment::v1::ListAssessmentsResponse& answer) {
    google::protobuf::TextFormat::ParseFromString(
        R"pb(
          assessments {
            name: "regions/nmd/assessments/a-1"
            evaluation {
              n: 44
              band: BAND_SUFFICIENT
              points_basis_points: 6818
              theme_flags: "VE"
              proposed_level: 1
            }
            judgement { conclusion { follow_up: [ FOLLOW_UP_IMPROVEMENT_PLAN, FOLLOW_UP_RE_ASSESSMENT ] } }
          }
          assessments {
            name: "regions/nmd/assessments/a-2"
            evaluation { n: 5 band: BAND_INSUFFICIENT points_basis_points: 4000 proposed_level: 2 }
            merged_evaluation { n: 44 band: BAND_SUFFICIENT points_basis_points: 7125 proposed_level: 3 }
            outcome: OUTCOME_NOT_IMPROVED
          }
          assessments { name: "regions/nmd/assessments/a-3" })pb",
        &answer);
    return grpc::Status::OK;
  };
  const auto printed = RunCli(server, {"case", "show", "p-1", "--lang=nl"});
  ASSERT_EQ(printed.status, 0) << printed.err;
  EXPECT_THAT(printed.out,
              ContainsRegex("a-1 +getoetst +voldoende +68,18 % +VE +L1 +verbeterplan, hertoets\n"));
  EXPECT_THAT(printed.out, ContainsRegex("a-2 +getoetst +onvoldoende +40,00 % +L2 +niet verbeterd"));
  EXPECT_THAT(printed.out,
              ContainsRegex("a-2 +samengevoegd met eerder +voldoende +71,25 % +L3 +niet verbeterd"));
  EXPECT_THAT(printed.out, Not(ContainsRegex("a-3 +getoetst")));
}

TEST_F(CaseTest, AProviderThatIsNotThereEndsIt) {
  server.get_provider = [](const auto&, auto&) { return grpc::Status(grpc::StatusCode::NOT_FOUND, "no"); };
  EXPECT_EQ(RunCli(server, {"case", "show", "p-1"}).status, 4);
  EXPECT_EQ(server.Members().size(), 1U);
}

}  // namespace
}  // namespace waarborg::cli
