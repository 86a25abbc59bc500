#include "clients/cli/run.h"

#include <sstream>
#include <streambuf>

#include "absl/strings/str_cat.h"
#include "clients/cli/words.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "proto/labels/labels.h"
#include "tests/clients/fake_server.h"

namespace waarborg::cli {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using testing::ErrorStatus;
using testing::FakeServer;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::RunCli;

class RunTest : public ::testing::Test {
 protected:
  void AnswerWith(const grpc::Status& status) {
    server.get_provider = [status](const registry::v1::GetProviderRequest& request,
                                   registry::v1::Provider& answer) {
      answer.set_name(request.name());
      answer.set_profile(framework::v1::PROFILE_PGB_PROF);
      return status;
    };
  }

  FakeServer server;
};

TEST_F(RunTest, TheExitStatusSaysHowItWent) {
  const std::pair<grpc::StatusCode, int> statuses[] = {
      {grpc::StatusCode::OK, 0},
      {grpc::StatusCode::INVALID_ARGUMENT, 3},
      {grpc::StatusCode::NOT_FOUND, 4},
      {grpc::StatusCode::PERMISSION_DENIED, 5},
      {grpc::StatusCode::UNAUTHENTICATED, 5},
      {grpc::StatusCode::FAILED_PRECONDITION, 6},
      {grpc::StatusCode::ABORTED, 6},
      {grpc::StatusCode::ALREADY_EXISTS, 6},
      {grpc::StatusCode::INTERNAL, 7},
      {grpc::StatusCode::UNIMPLEMENTED, 7},
      {grpc::StatusCode::DEADLINE_EXCEEDED, 7},
  };
  for (const auto& [code, status] : statuses) {
    AnswerWith(code == grpc::StatusCode::OK ? grpc::Status::OK : grpc::Status(code, "x"));
    EXPECT_EQ(RunCli(server, {"provider", "show", "p-1"}).status, status) << code;
  }
}

TEST_F(RunTest, WrongUseIsSaidBeforeAnyCall) {
  const std::pair<std::vector<std::string>, const char*> lines[] = {
      {{}, "waarborg --help"},
      {{"nonsense"}, "waarborg --help"},
      {{"provider"}, "waarborg --help"},
      {{"provider", "destroy"}, "waarborg --help"},
      {{"provider", "show", "p-1", "p-2"}, "waarborg provider show --help"},
      {{"provider", "show", "--colour=red"}, "waarborg provider show --help"},
      {{"provider", "show", "--output=xml"}, "waarborg --help"}};
  for (const auto& [words, help] : lines) {
    const auto printed = RunCli(server, words);
    EXPECT_EQ(printed.status, 2);
    EXPECT_EQ(printed.out, "");
    EXPECT_THAT(printed.err, HasSubstr(help));
  }
  EXPECT_TRUE(server.Members().empty());
}

TEST_F(RunTest, WrongUseIsJsonForScripts) {
  const auto printed = RunCli(server, {"nonsense", "--output=json", "--lang=nl"});
  const json error = json::parse(printed.err)["error"];
  EXPECT_EQ(error["code"], "USAGE");
  EXPECT_EQ(error["reason"], "UNKNOWN_NOUN");
  EXPECT_EQ(error["metadata"]["noun"], "nonsense");
  EXPECT_THAT(error["message"]["nl"].get<std::string>(), HasSubstr("bestaat niet"));
}

TEST_F(RunTest, TheCallerIsTheAuditorUnlessItIsSaid) {
  AnswerWith(grpc::Status::OK);
  EXPECT_EQ(RunCli(server, {"provider", "show", "p-1"}).status, 0);
  EXPECT_EQ(RunCli(server, {"provider", "show", "p-1", "--as=quality-manager", "--region=x"}).status, 0);
  EXPECT_EQ(RunCli(server, {"provider", "show", "p-1", "--as=regions/shared/members/root"}).status, 0);
  EXPECT_THAT(server.Members(),
              ElementsAre("regions/nmd/members/auditor", "regions/x/members/quality-manager",
                          "regions/shared/members/root"));
}

TEST_F(RunTest, WhatIsPrintedAsJsonCanGoBackInAsAFile) {
  AnswerWith(grpc::Status::OK);
  const auto shown = RunCli(server, {"provider", "show", "p-1", "--output=json"});
  const json provider = json::parse(shown.out);
  EXPECT_EQ(provider["profile"], "PROFILE_PGB_PROF");
  registry::v1::CreateProviderRequest got;
  server.create_provider = [&got](const registry::v1::CreateProviderRequest& request,
                                  registry::v1::Provider&) {
    got = request;
    return grpc::Status::OK;
  };
  EXPECT_EQ(RunCli(server, {"provider", "create", "p-2", "--file=-"}, shown.out).status, 0);
  EXPECT_EQ(got.provider().profile(), framework::v1::PROFILE_PGB_PROF);
  EXPECT_EQ(got.provider_id(), "p-2");
}

TEST_F(RunTest, AnErrorNamesEveryFieldInTheLanguageOfTheReader) {
  google::rpc::BadRequest bad;
  testing::AddViolation(bad, "provider.kvk_number", "INVALID_VALUE");
  testing::AddViolation(bad, "provider.title", "REQUIRED");
  AnswerWith(
      ErrorStatus(grpc::StatusCode::INVALID_ARGUMENT, "INVALID_REQUEST", "klopt niet", "does not hold", bad));
  const auto dutch = RunCli(server, {"provider", "show", "p-1", "--lang=nl"});
  EXPECT_THAT(dutch.err, HasSubstr("Fout: klopt niet\n"));
  EXPECT_THAT(dutch.err,
              HasSubstr("\n  provider.kvk_number: in het Nederlands: INVALID_VALUE (INVALID_VALUE)\n"));
  EXPECT_THAT(dutch.err, HasSubstr("\n  provider.title: "));
  EXPECT_THAT(RunCli(server, {"provider", "show", "p-1"}).err, HasSubstr("Error: does not hold\n"));
  const auto script = RunCli(server, {"provider", "show", "p-1", "--output=json"});
  EXPECT_EQ(json::parse(script.err)["error"]["violations"][1]["description_nl"],
            "in het Nederlands: REQUIRED");
}

TEST_F(RunTest, AnErrorIsJsonForScripts) {
  google::rpc::PreconditionFailure failure;
  failure.add_violations()->set_subject("regions/nmd/assessments/a-1");
  failure.mutable_violations(0)->set_type("ILLEGAL_TRANSITION");
  failure.mutable_violations(0)->set_description("expected SCORING; found REVIEW");
  AnswerWith(ErrorStatus(grpc::StatusCode::FAILED_PRECONDITION, "ILLEGAL_TRANSITION", "kan niet", "not now",
                         {}, failure));
  const auto printed = RunCli(server, {"provider", "show", "p-1", "--output=json"});
  EXPECT_EQ(printed.status, 6);
  EXPECT_EQ(printed.out, "");
  const json error = json::parse(printed.err)["error"];
  EXPECT_EQ(error["code"], "FAILED_PRECONDITION");
  EXPECT_EQ(error["reason"], "ILLEGAL_TRANSITION");
  EXPECT_EQ(error["message"]["nl"], "kan niet");
  EXPECT_EQ(error["preconditions"][0]["description"], "expected SCORING; found REVIEW");
}

TEST_F(RunTest, ARefusalIsDutchThroughout) {
  const std::string resource = "regions/nmd/assessments/a-1";
  google::rpc::PreconditionFailure failure;
  failure.add_violations()->set_subject(resource);
  failure.mutable_violations(0)->set_type("ILLEGAL_TRANSITION");
  failure.mutable_violations(0)->set_description("expected PLANNED, ANNOUNCED; found CLOSED");
  const Values metadata = {{"resource", resource},
                           {"event", "start_fieldwork"},
                           {"expected", "PLANNED, ANNOUNCED"},
                           {"found", "CLOSED"}};
  const labels::Sentence& sentence = *labels::MessageOf("ILLEGAL_TRANSITION");
  AnswerWith(ErrorStatus(grpc::StatusCode::FAILED_PRECONDITION, "ILLEGAL_TRANSITION",
                         labels::Fill(sentence.nl, metadata), labels::Fill(sentence.en, metadata), {},
                         failure, metadata));
  EXPECT_EQ(
      RunCli(server, {"provider", "show", "p-1", "--lang=nl"}).err,
      "Fout: Het veldwerk beginnen kan nu niet bij regions/nmd/assessments/a-1: daarvoor moet de status "
      "gepland, aangekondigd zijn, maar die is afgesloten.\n"
      "  regions/nmd/assessments/a-1: verwacht: gepland, aangekondigd; gevonden: afgesloten\n"
      "  (FAILED_PRECONDITION, ILLEGAL_TRANSITION)\n");
  const json error = json::parse(RunCli(server, {"provider", "show", "p-1", "--output=json"}).err)["error"];
  EXPECT_EQ(error["metadata"]["found"], "CLOSED");
  EXPECT_EQ(error["preconditions"][0]["description"], "expected PLANNED, ANNOUNCED; found CLOSED");
  EXPECT_EQ(error["preconditions"][0]["description_nl"],
            "verwacht: gepland, aangekondigd; gevonden: afgesloten");
}

TEST_F(RunTest, ASentenceThatThisProgramDoesNotKnowIsLeftAsTheServerSaysIt) {
  AnswerWith(ErrorStatus(grpc::StatusCode::PERMISSION_DENIED, "ROLE_NOT_ALLOWED", "nieuwe zin",
                         "new sentence", {}, {}, {{"event", "announce"}, {"roles", "QUALITY_MANAGER"}}));
  EXPECT_THAT(RunCli(server, {"provider", "show", "p-1", "--lang=nl"}).err, HasSubstr("Fout: nieuwe zin\n"));
}

TEST_F(RunTest, AnErrorOfTheLineIsExplainedInTheLanguageOfTheReader) {
  AnswerWith(grpc::Status(grpc::StatusCode::DEADLINE_EXCEEDED, "Deadline Exceeded"));
  EXPECT_THAT(RunCli(server, {"provider", "show", "p-1", "--lang=nl"}).err,
              HasSubstr("antwoordde niet op tijd"));
}

TEST_F(RunTest, AListIsOnePageUnlessAllAreAsked) {
  server.list_providers = [](const registry::v1::ListProvidersRequest& request,
                             registry::v1::ListProvidersResponse& answer) {
    const bool first = request.page_token().empty();
    answer.add_providers()->set_name(first ? "regions/nmd/providers/p-1" : "regions/nmd/providers/p-2");
    if (first) answer.set_next_page_token("more");
    return grpc::Status::OK;
  };
  const auto page = RunCli(server, {"provider", "list"});
  EXPECT_THAT(page.out, HasSubstr("p-1"));
  EXPECT_THAT(page.out, Not(HasSubstr("p-2")));
  EXPECT_THAT(page.err, HasSubstr("--page-token=more"));
  const auto all = RunCli(server, {"provider", "list", "--all", "--output=json"});
  EXPECT_EQ(json::parse(all.out)["providers"].size(), 2U);
  EXPECT_FALSE(json::parse(all.out).contains("nextPageToken"));
}

TEST_F(RunTest, AStreamIsOneJsonObjectALine) {
  server.leaves = [](const audit::v1::StreamLeavesRequest&,
                     const std::function<void(const audit::v1::Leaf&)>& send) {
    for (int i = 1; i <= 3; ++i) {
      audit::v1::Leaf leaf;
      leaf.set_sequence(i);
      send(leaf);
    }
    return grpc::Status::OK;
  };
  EXPECT_EQ(RunCli(server, {"audit", "leaves", "--output=json"}).out,
            "{\"sequence\":\"1\"}\n{\"sequence\":\"2\"}\n{\"sequence\":\"3\"}\n");
  EXPECT_EQ(RunCli(server, {"audit", "leaves", "--lang=en"}).out, "no.\n1\n2\n3\n");
}

// Takes what fits in a pipe, and then fails: nobody reads any more.
class FullPipe final : public std::streambuf {
 protected:
  std::streamsize xsputn(const char* /*text*/, std::streamsize size) override {
    taken_ += size;
    return taken_ > 1000 ? 0 : size;
  }
  int_type overflow(int_type c) override {
    return ++taken_ > 1000 ? traits_type::eof() : traits_type::not_eof(c);
  }

 private:
  std::streamsize taken_ = 0;
};

TEST_F(RunTest, AStreamEndsWhenItsReaderGoesAway) {
  int sent = 0;
  server.leaves = [&sent](const audit::v1::StreamLeavesRequest&,
                          const std::function<bool(const audit::v1::Leaf&)>& send) {
    audit::v1::Leaf leaf;
    leaf.set_sequence(1);
    // So that a client that never stops fails the test instead of hanging it.
    while (sent < 1'000'000 && send(leaf)) ++sent;
    return grpc::Status::OK;
  };
  FullPipe pipe;
  std::istringstream in;
  std::ostream out(&pipe);
  std::ostringstream err;
  const Surroundings surroundings{.in = in,
                                  .out = out,
                                  .err = err,
                                  .environment = [](const char*) { return std::string(); },
                                  .connect = [this](const std::string&) { return server.Channel(); }};
  EXPECT_EQ(cli::Run({"audit", "leaves", "--output=json"}, surroundings), 7);
  EXPECT_LT(sent, 1'000'000);
}

TEST_F(RunTest, ColourIsForTerminals) {
  AnswerWith(grpc::Status::OK);
  EXPECT_THAT(RunCli(server, {"provider", "show", "p-1"}, "", /*terminal=*/true).out, HasSubstr("\033["));
  EXPECT_THAT(RunCli(server, {"provider", "show", "p-1"}).out, Not(HasSubstr("\033[")));
}

TEST_F(RunTest, NoColorIsObeyed) {
  AnswerWith(grpc::Status::OK);
  std::istringstream in;
  std::ostringstream out;
  const Surroundings surroundings{
      .in = in,
      .out = out,
      .err = out,
      .environment = [](const char* name) { return std::string(name == std::string("NO_COLOR") ? "1" : ""); },
      .out_is_terminal = true,
      .err_is_terminal = true,
      .connect = [this](const std::string&) { return server.Channel(); }};
  EXPECT_EQ(cli::Run({"provider", "show", "p-1"}, surroundings), 0);
  EXPECT_THAT(out.str(), Not(HasSubstr("\033[")));
}

TEST_F(RunTest, TextFromOthersCannotSteerATerminal) {
  server.get_provider = [](const registry::v1::GetProviderRequest&, registry::v1::Provider& answer) {
    answer.set_title("De \033[2JLinde");
    return grpc::Status::OK;
  };
  EXPECT_THAT(RunCli(server, {"provider", "show", "p-1"}).out, HasSubstr("De  [2JLinde"));
}

}  // namespace
}  // namespace waarborg::cli
