#include <sstream>
#include <streambuf>

#include "absl/strings/str_cat.h"
#include "clients/cli/run.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "tests/clients/fake_server.h"

namespace waarborg::cli {
namespace {

using framework::v1::EvaluateScoresRequest;
using framework::v1::Evaluation;
using nlohmann::json;
using ::testing::Each;
using testing::ErrorStatus;
using testing::FakeServer;
using ::testing::HasSubstr;
using testing::Printed;
using testing::RunCli;
using ::testing::SizeIs;

// A server that counts the scores, and refuses what names no value.
grpc::Status Count(const EvaluateScoresRequest& request, Evaluation& answer) {
  google::rpc::BadRequest bad;
  if (!framework::v1::Profile_IsValid(request.profile()))
    testing::AddViolation(bad, "profile", "INVALID_VALUE");
  for (const auto& [criterion, score] : request.scores()) {
    if (!framework::v1::Score_IsValid(score))
      testing::AddViolation(bad, "scores." + criterion, "INVALID_VALUE");
    if (criterion == "VE99") testing::AddViolation(bad, "scores.VE99", "UNKNOWN_CRITERION");
  }
  if (bad.field_violations_size() > 0) {
    return ErrorStatus(grpc::StatusCode::INVALID_ARGUMENT, "INVALID_REQUEST", "fout", "wrong", bad);
  }
  answer.set_n(request.scores_size());
  answer.set_quarter_points(4 * request.scores_size());
  answer.set_band(framework::v1::BAND_GOOD);
  return grpc::Status::OK;
}

std::vector<json> Lines(const std::string& text) {
  std::vector<json> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(json::parse(line));
  return lines;
}

class EvaluateTest : public ::testing::Test {
 protected:
  EvaluateTest() { server.evaluate = Count; }

  Printed Evaluate(const std::string& input, std::vector<std::string> more = {"--output=json"}) {
    std::vector<std::string> words = {"framework", "evaluate", "--framework=dkk-2019", "--input=-"};
    words.insert(words.end(), more.begin(), more.end());
    return RunCli(server, words, input);
  }

  FakeServer server;
};

TEST_F(EvaluateTest, AsksForTheFrameworkNamedAndSaysNotWhoAsks) {
  std::string framework;
  server.evaluate = [&](const EvaluateScoresRequest& request, Evaluation&) {
    framework = request.framework_version();
    return grpc::Status::OK;
  };
  EXPECT_EQ(Evaluate("{}\n").status, 0);
  EXPECT_EQ(framework, "dkk-2019");
  EXPECT_THAT(server.Members(), Each("-"));
}

TEST_F(EvaluateTest, ManyLinesKeepTheirOrder) {
  constexpr int kLines = 2000;
  std::string input;
  for (int i = 0; i < kLines; ++i) {
    json scores = json::object();
    for (int s = 0; s < i % 7; ++s) scores[absl::StrCat("VE0", s)] = "MEETS";
    absl::StrAppend(&input, json{{"profile", "ZIN"}, {"scores", scores}}.dump(), "\n");
  }
  const Printed printed = Evaluate(input);
  EXPECT_EQ(printed.status, 0) << printed.err;
  const std::vector<json> lines = Lines(printed.out);
  ASSERT_THAT(lines, SizeIs(kLines));
  for (int i = 0; i < kLines; ++i) ASSERT_EQ(lines[i]["n"], i % 7) << i;
}

TEST_F(EvaluateTest, ABadLineAnswersInItsPlaceAndTheRestGoesOn) {
  const Printed printed = Evaluate(
      "{\"profile\":\"ZIN\",\"scores\":{\"VE01\":\"MEETS\"}}\n"
      "{\"profile\":\"ZIN\",\"scores\":{\"VE99\":\"MEETS\"},\"colour\":1}\n"
      "\n"
      "oops\n"
      "{\"profile\":\"ZIN\",\"scores\":{}}");
  EXPECT_EQ(printed.status, 3);
  const std::vector<json> lines = Lines(printed.out);
  ASSERT_THAT(lines, SizeIs(4));
  EXPECT_EQ(lines[0]["n"], 1);
  EXPECT_EQ(lines[1]["error"], json::parse(R"({"reason":"UNKNOWN_CRITERION","field":"scores.VE99"})"));
  EXPECT_EQ(lines[1]["errors"][1], json::parse(R"({"reason":"INVALID_VALUE","field":"colour"})"));
  EXPECT_EQ(lines[2]["error"]["reason"], "MALFORMED_JSON");
  EXPECT_EQ(lines[3]["n"], 0);
}

TEST_F(EvaluateTest, AFaultOnlyTheClientSeesIsAnsweredThoughTheServerIsContent) {
  const Printed printed = Evaluate("{\"profile\":\"ZIN\",\"recidivism\":\"no\"}\n");
  EXPECT_EQ(printed.status, 3);
  EXPECT_EQ(Lines(printed.out).at(0)["error"]["field"], "recidivism");
}

TEST_F(EvaluateTest, AnUnknownFrameworkEndsTheRun) {
  server.evaluate = [](const EvaluateScoresRequest&, Evaluation&) {
    return ErrorStatus(grpc::StatusCode::NOT_FOUND, "FRAMEWORK_VERSION_NOT_FOUND", "bestaat niet",
                       "does not exist");
  };
  const Printed printed = Evaluate("{}\n{}\n{}\n");
  EXPECT_EQ(printed.status, 4);
  EXPECT_EQ(printed.out, "");
  EXPECT_EQ(json::parse(printed.err)["error"]["reason"], "FRAMEWORK_VERSION_NOT_FOUND");
}

TEST_F(EvaluateTest, ALineTooLargeAnswersInItsPlaceAndTheRestGoesOn) {
  json many = json::object();
  for (int i = 0; i < 200'000; ++i) many[absl::StrCat("X", i)] = "MEETS";
  const std::string good = "{\"profile\":\"ZIN\",\"scores\":{\"VE01\":\"MEETS\"}}\n";
  const std::string long_key =
      json{{"profile", "ZIN"}, {"scores", {{std::string(1'100'000, 'K'), "MEETS"}}}}.dump();
  const Printed printed = Evaluate(absl::StrCat(good, json{{"profile", "ZIN"}, {"scores", many}}.dump(), "\n",
                                                good, long_key, "\n", good));
  EXPECT_EQ(printed.status, 3) << printed.err;
  const std::vector<json> lines = Lines(printed.out);
  ASSERT_THAT(lines, SizeIs(5));
  const json too_large = json::parse(R"({"reason":"INVALID_VALUE","field":"scores"})");
  EXPECT_EQ(lines[1]["error"], too_large);
  EXPECT_EQ(lines[3]["error"], too_large);
  for (const int i : {0, 2, 4}) EXPECT_EQ(lines[i]["n"], 1) << i;
  EXPECT_THAT(server.Members(), SizeIs(3));
}

// Gives the same line for ever, and counts how often.
class EndlessLines final : public std::streambuf {
 public:
  explicit EndlessLines(std::string line) : line_(std::move(line)) {}
  [[nodiscard]] int given() const { return given_; }

 protected:
  int_type underflow() override {
    // So that a reader that never stops fails the test instead of hanging it.
    if (++given_ > 100'000) return traits_type::eof();
    setg(line_.data(), line_.data(), line_.data() + line_.size());
    return traits_type::to_int_type(line_.front());
  }

 private:
  std::string line_;
  int given_ = 0;
};

// Takes the first bytes, as `head -1` does, and then nothing more.
class ReaderThatGoesAway final : public std::streambuf {
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

TEST_F(EvaluateTest, AReaderThatGoesAwayEndsTheRun) {
  EndlessLines lines("{\"profile\":\"ZIN\",\"scores\":{\"VE01\":\"MEETS\"}}\n");
  ReaderThatGoesAway reader;
  std::istream in(&lines);
  std::ostream out(&reader);
  std::ostringstream err;
  const Surroundings surroundings{.in = in,
                                  .out = out,
                                  .err = err,
                                  .environment = [](const char*) { return std::string(); },
                                  .connect = [this](const std::string&) { return server.Channel(); }};
  EXPECT_EQ(cli::Run({"framework", "evaluate", "--output=json"}, surroundings), 7);
  EXPECT_LT(lines.given(), 1000);
}

TEST_F(EvaluateTest, ADirectoryIsNoInput) {
  const Printed printed = Evaluate("", {"--output=json", absl::StrCat("--input=", ::testing::TempDir())});
  EXPECT_EQ(printed.status, 2);
  EXPECT_EQ(printed.out, "");
  EXPECT_EQ(json::parse(printed.err)["error"]["reason"], "FILE_UNREADABLE");
}

TEST_F(EvaluateTest, FlagsThatSayNothingHereAreRefused) {
  EXPECT_EQ(Evaluate("{}\n", {"--file=request.json"}).status, 2);
  EXPECT_EQ(Evaluate("{}\n", {"--all"}).status, 2);
  EXPECT_TRUE(server.Members().empty());
}

TEST_F(EvaluateTest, PeopleReadAReport) {
  const Printed printed =
      Evaluate("{\"profile\":\"ZIN\",\"scores\":{\"VE01\":\"MEETS\"}}\nx\n", {"--lang=nl"});
  EXPECT_EQ(printed.status, 3);
  EXPECT_THAT(printed.out, HasSubstr("Regel 1"));
  EXPECT_THAT(printed.out, HasSubstr("goed"));
  EXPECT_THAT(printed.out, HasSubstr("geen bruikbare JSON"));
}

TEST_F(EvaluateTest, ARegionsOwnReadingAndWeighingGoAlong) {
  EvaluateScoresRequest seen;
  server.evaluate = [&](const EvaluateScoresRequest& request, Evaluation&) {
    seen = request;
    return grpc::Status::OK;
  };
  EXPECT_EQ(Evaluate("{}\n", {"--overall-reading=COUNT_TEXT", R"(--level-policy={"baseGood":1})"}).status, 0);
  EXPECT_EQ(seen.overall_reading(), framework::v1::READING_COUNT_TEXT);
  EXPECT_EQ(seen.level_policy().base_good(), 1);
  EXPECT_EQ(Evaluate("{}\n", {"--overall-reading=NO"}).status, 2);
  EXPECT_EQ(Evaluate("{}\n", {"--colour=red"}).status, 2);
  EXPECT_EQ(Evaluate("", {"--input=/nowhere/at/all"}).status, 2);
}

}  // namespace
}  // namespace waarborg::cli
