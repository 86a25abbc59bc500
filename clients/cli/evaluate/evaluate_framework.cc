// `waarborg framework evaluate`: questions to the decision rule, one a line, many on their way at once.

#include <atomic>
#include <fstream>
#include <istream>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "clients/cli/error_text.h"
#include "clients/cli/evaluate/input.h"
#include "clients/cli/evaluate/ordered_answers.h"
#include "clients/cli/evaluate/output.h"
#include "clients/cli/evaluation_text.h"
#include "clients/cli/field_value.h"
#include "clients/cli/own_flags.h"
#include "clients/cli/request.h"
#include "clients/cli/special_commands.h"
#include "clients/cpp/services.h"

namespace waarborg::cli {
namespace {

using framework::v1::EvaluateScoresRequest;
using framework::v1::Evaluation;
using Answer = client::Result<std::unique_ptr<google::protobuf::Message>, client::ApiError>;

// Enough to keep a server busy over one connection, little enough to hold in memory.
constexpr std::size_t kQuestionsOnTheirWay = 128;

// Whether an error says something about the line, not about the framework or the server.
bool IsAboutTheLine(const client::ApiError& error) {
  if (error.code != grpc::StatusCode::INVALID_ARGUMENT || error.violations.empty()) return false;
  for (const client::FieldViolation& violation : error.violations) {
    for (const char* ours : {"framework_version", "level_policy", "overall_reading"}) {
      if (absl::StartsWith(violation.field, ours)) return false;
    }
  }
  return true;
}

class Evaluator final {
 public:
  Evaluator(const Session& session, EvaluateScoresRequest base)
      : session_(session), base_(std::move(base)), answers_(session.out, kQuestionsOnTheirWay) {}

  // `name` is what `in` is called. Ends early when nobody reads the answers any more.
  ExitStatus Run(std::istream& in, const std::string& name) {
    std::string line;
    for (int number = 1; !stopped_ && !answers_.Broken() && std::getline(in, line); ++number) {
      if (!absl::StripAsciiWhitespace(line).empty()) Ask(line, number);
    }
    answers_.Drain();
    if (error_.has_value()) return Fail(session_, *error_);
    if (answers_.Broken()) return kOther;
    if (in.bad()) return Fail(session_, Fault{"FILE_UNREADABLE", {{"file", name}}});
    return bad_line_ ? kInvalidArgument : kOk;
  }

 private:
  void Ask(const std::string& line, int number) {
    const std::uint64_t place = answers_.Open();
    EvaluationInput input = ReadEvaluationInput(line, base_);
    const bool too_large = input.request.ByteSizeLong() > client::kLargestRequest;
    if (too_large) input.faults.push_back({"INVALID_VALUE", "scores"});
    if (input.malformed || too_large)
      return answers_.Fill(place, PrintFaults(std::move(input.faults), number));
    session_.client.CallAsync(*client::FindMethod("EvaluateScores"), input.request, session_.CallAsNobody(),
                              [this, place, number, faults = std::move(input.faults)](const Answer& answer) {
                                answers_.Fill(place, Print(answer, faults, number));
                              });
  }

  std::string Print(const Answer& answer, std::vector<LineFault> faults, int number) {
    if (!answer.ok() && !IsAboutTheLine(answer.error())) return Stop(answer.error());
    if (!answer.ok()) {
      for (const client::FieldViolation& row : answer.error().violations)
        faults.push_back({row.reason, row.field});
    }
    if (!faults.empty()) return PrintFaults(std::move(faults), number);
    const auto& evaluation = dynamic_cast<const Evaluation&>(**answer);
    if (session_.json()) return EvaluationLine(evaluation) + "\n";
    return absl::StrCat(Title(number), PrintEvaluation(evaluation, session_.style, 2));
  }

  std::string PrintFaults(std::vector<LineFault> faults, int number) {
    bad_line_ = true;
    SortFaults(faults);
    if (session_.json()) return FaultLine(faults) + "\n";
    std::string text = Title(number);
    for (const LineFault& fault : faults) {
      absl::StrAppend(&text, "  ", Red(session_.style, Say(session_.line.language, fault.reason)), " ",
                      fault.field, "\n");
    }
    return text;
  }

  std::string Title(int number) const {
    const std::string title =
        Say(session_.line.language, "EVALUATION_LINE", {{"number", absl::StrCat(number)}});
    return absl::StrCat(Bold(session_.style, title), "\n");
  }

  std::string Stop(const client::ApiError& error) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (!error_.has_value()) error_ = error;
    stopped_ = true;
    return "";
  }

  const Session& session_;
  const EvaluateScoresRequest base_;
  OrderedAnswers answers_;
  std::atomic<bool> stopped_ = false;
  std::atomic<bool> bad_line_ = false;
  std::mutex mutex_;
  std::optional<client::ApiError> error_;
};

// The part of the request that all lines share.
Parsed<EvaluateScoresRequest> SharedPart(const OwnFlags& flags, const std::string& region) {
  EvaluateScoresRequest base;
  base.set_framework_version(flags["framework"]);
  for (const char* name : {"level-policy", "overall-reading"}) {
    if (flags[name].empty()) continue;
    const Parsed<FieldPath> path = ResolveField(name, *base.GetDescriptor());
    if (!path.ok()) return path.error();
    const std::optional<Fault> fault = PutFieldValue(flags[name], *path->steps.back(), region, base);
    if (fault.has_value()) return *fault;
  }
  return base;
}

}  // namespace

ExitStatus EvaluateFramework(const Session& session) {
  const Parsed<OwnFlags> flags = OwnFlags::Read(
      session.line,
      {{"framework", "dkk-2019"}, {"input", "-"}, {"level-policy", ""}, {"overall-reading", ""}});
  if (!flags.ok()) return Fail(session, flags.error());
  if (!session.name.empty()) return Fail(session, Fault{"NAME_NOT_EXPECTED", {{"name", session.name}}});
  Parsed<EvaluateScoresRequest> base = SharedPart(*flags, session.line.region);
  if (!base.ok()) return Fail(session, base.error());
  Evaluator evaluator(session, *std::move(base));
  const std::string& input = (*flags)["input"];
  if (input == "-") return evaluator.Run(session.in, input);
  std::ifstream file(input);
  if (!file) return Fail(session, Fault{"FILE_UNREADABLE", {{"file", input}}});
  return evaluator.Run(file, input);
}

}  // namespace waarborg::cli
