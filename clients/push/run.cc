#include "clients/push/run.h"

#include <optional>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/clock.h"
#include "clients/cli/error_text.h"
#include "clients/push/desk.h"
#include "clients/push/help.h"
#include "nlohmann/json.hpp"

namespace waarborg::push {
namespace {

constexpr char kVersion[] = "waarborg-push 0.1.0";

cli::Style StyleOf(const Options& options, const Surroundings& surroundings, bool is_terminal) {
  const bool plain =
      !surroundings.environment("NO_COLOR").empty() || surroundings.environment("TERM") == "dumb";
  return {.language = options.language, .colour = is_terminal && !plain};
}

std::string Summary(const Figures& figures, absl::Duration duration, const Options& options) {
  const std::string seconds = absl::StrFormat("%.1f", absl::ToDoubleSeconds(duration));
  if (options.json) {
    const nlohmann::ordered_json summary = {{"read", figures.read},
                                            {"acknowledged", figures.acknowledged},
                                            {"known", figures.known},
                                            {"refused", figures.refused},
                                            {"unanswered", figures.unanswered()},
                                            {"seconds", absl::ToDoubleSeconds(duration)}};
    return summary.dump() + "\n";
  }
  return absl::StrCat(cli::Say(options.language, "PUSH_SUMMARY",
                               {{"read", absl::StrCat(figures.read)},
                                {"acknowledged", absl::StrCat(figures.acknowledged)},
                                {"known", absl::StrCat(figures.known)},
                                {"refused", absl::StrCat(figures.refused)},
                                {"unanswered", absl::StrCat(figures.unanswered())},
                                {"seconds", seconds}}),
                      "\n");
}

// Why it ended before all was answered.
void Explain(Outcome outcome, const client::ApiError& error, Notices& notices) {
  if (outcome == Outcome::kUnnoted) notices.Tell("PUSH_UNNOTED", {});
  if (outcome == Outcome::kGivenUp) notices.Tell("PUSH_GIVEN_UP", {});
  if (outcome == Outcome::kGivenUp || outcome == Outcome::kBarred) {
    notices.Tell(cli::PrintError(error, notices.style()));
  }
}

cli::ExitStatus StatusOf(Outcome outcome, const Desk& desk, const Options& options) {
  switch (outcome) {
    case Outcome::kDone:
      return desk.figures().refusal.value_or(cli::kOk);
    case Outcome::kStopped:
      // A spool is watched until somebody ends that; what it refused is told elsewhere.
      return options.spool.empty() ? cli::kOther : cli::kOk;
    case Outcome::kBarred:
      return cli::ExitStatusOf(desk.error().code);
    case Outcome::kGivenUp:
    case Outcome::kUnnoted:
      break;
  }
  return cli::kOther;
}

int Deliver(const Options& options, const Surroundings& surroundings, Notices& notices) {
  const absl::Time begin = absl::Now();
  Desk desk(options, notices);
  if (const std::optional<cli::Fault> fault = desk.Open()) {
    notices.Tell(FaultText(*fault, notices.style()));
    return cli::kUsage;
  }
  const Outcome outcome = desk.Deliver(surroundings.connect(options.server), surroundings.stop);
  Explain(outcome, desk.error(), notices);
  notices.Tell("");
  surroundings.out << Summary(desk.figures(), absl::Now() - begin, options) << std::flush;
  return StatusOf(outcome, desk, options);
}

}  // namespace

int Run(const std::vector<std::string>& arguments, const Surroundings& surroundings) {
  Options options;
  const std::optional<cli::Fault> fault = ParseOptions(arguments, surroundings.environment, options);
  Notices notices(surroundings.err, StyleOf(options, surroundings, surroundings.err_is_terminal),
                  surroundings.err_is_terminal);
  if (fault.has_value()) {
    notices.Tell(FaultText(*fault, notices.style()));
    return cli::kUsage;
  }
  if (options.version) {
    surroundings.out << kVersion << "\n";
    return cli::kOk;
  }
  if (options.help) {
    surroundings.out << HelpText(StyleOf(options, surroundings, surroundings.out_is_terminal));
    return cli::kOk;
  }
  return Deliver(options, surroundings, notices);
}

}  // namespace waarborg::push
