#include <set>
#include <string>

#include "clients/cli/words.h"
#include "gmock/gmock.h"
#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"
#include "services/lifecycle/tables.h"
#include "tests/clients/fake_server.h"

namespace waarborg::cli {
namespace {

using lifecycle::v1::GetLifecycleRequest;
using lifecycle::v1::Lifecycle;
using ::testing::Each;
using ::testing::HasSubstr;
using testing::RunCli;

class LifecycleShowTest : public ::testing::Test {
 protected:
  LifecycleShowTest() {
    server.get_lifecycle = [this](const GetLifecycleRequest& request, Lifecycle& answer) {
      asked = request.name();
      google::protobuf::TextFormat::ParseFromString(
          R"pb(
            name: "lifecycles/attention-point"
            title { nl: "Aandachtspunt" en: "Attention point" }
            states: "OPEN"
            states: "REPORTED"
            states: "CLOSED"
            final_states: "CLOSED"
            transitions {
              event: "create"
              roles: "QUALITY_MANAGER"
              to: "OPEN"
              fact: "AttentionPointCreated"
              source: "R-002-29"
            }
            transitions {
              from: "OPEN"
              from: "REPORTED"
              event: "report"
              roles: "CONTRACT_MANAGER"
              to: "REPORTED"
            }
            transitions { from: "REPORTED" event: "note" guard: "text given" }
            transitions { from: "REPORTED" event: "close" to: "CLOSED" })pb",
          &answer);
      return grpc::Status::OK;
    };
  }

  testing::FakeServer server;
  std::string asked;
};

TEST_F(LifecycleShowTest, TheTableHasARowForEachTransition) {
  const auto printed = RunCli(server, {"lifecycle", "show", "attention-point", "--lang=nl"});
  EXPECT_EQ(printed.status, 0) << printed.err;
  EXPECT_EQ(asked, "lifecycles/attention-point");
  EXPECT_THAT(server.Members(), Each("-"));
  EXPECT_THAT(printed.out, HasSubstr("Aandachtspunt (lifecycles/attention-point)"));
  EXPECT_THAT(printed.out, HasSubstr("OPEN, REPORTED  report"));
  EXPECT_THAT(printed.out, HasSubstr("Eindstatussen: CLOSED"));
}

TEST_F(LifecycleShowTest, MermaidHasAnArrowForEachFromState) {
  const auto printed = RunCli(server, {"lifecycle", "show", "attention-point", "--format=mermaid"});
  EXPECT_EQ(printed.out,
            "stateDiagram-v2\n"
            "    [*] --> OPEN : create QUALITY_MANAGER\n"
            "    OPEN --> REPORTED : report CONTRACT_MANAGER\n"
            "    REPORTED --> REPORTED : report CONTRACT_MANAGER\n"
            "    REPORTED --> REPORTED : note [text given]\n"
            "    REPORTED --> CLOSED : close\n"
            "    CLOSED --> [*]\n");
}

TEST_F(LifecycleShowTest, EveryCliNounIsKnown) {
  std::set<std::string> known;
  for (const Lifecycle& lifecycle : lifecycle::Lifecycles()) known.insert(lifecycle.name());
  std::set<std::string> found;
  for (const char* noun : {"assessment", "plan", "attention-point", "step", "escalation", "acute-case", "certificate",
                           "obligation", "judgement", "incident", "attachment", "task", "comment", "thread"}) {
    ASSERT_NE(NounHelp(noun), nullptr) << noun;
    EXPECT_EQ(RunCli(server, {"lifecycle", "show", noun}).status, 0);
    EXPECT_EQ(known.count(asked), 1U) << noun << " asks for " << asked;
    found.insert(asked);
  }
  EXPECT_EQ(found, known);
}

TEST_F(LifecycleShowTest, AFormThatDoesNotExistIsRefused) {
  EXPECT_EQ(RunCli(server, {"lifecycle", "show", "step", "--format=svg"}).status, 2);
  EXPECT_EQ(RunCli(server, {"lifecycle", "show"}).status, 2);
}

}  // namespace
}  // namespace waarborg::cli
