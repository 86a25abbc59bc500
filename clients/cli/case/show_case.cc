// `waarborg case show PROVIDER`: the chain of one provider on one page.

#include "clients/cli/case/arrow.h"
#include "clients/cli/case/chain.h"
#include "clients/cli/case/results.h"
#include "clients/cli/error_text.h"
#include "clients/cli/own_flags.h"
#include "clients/cli/resource_name.h"
#include "clients/cli/response_text.h"
#include "clients/cli/sheet.h"
#include "clients/cli/special_commands.h"
#include "nlohmann/json.hpp"

namespace waarborg::cli {
namespace {

using google::protobuf::Message;
using nlohmann::ordered_json;

constexpr char kProviderPattern[] = "regions/*/providers/*";

// Proto-JSON, with its keys in the order of the fields.
ordered_json AsJson(const Message& message) {
  return ordered_json::parse(PrintJson(message, /*on_one_line=*/true));
}

template <class List>
ordered_json AsJsonList(const List& messages) {
  ordered_json list = ordered_json::array();
  for (const Message& message : messages) list.push_back(AsJson(message));
  return list;
}

std::string PageJson(const Chain& chain) {
  ordered_json arrows = ordered_json::array();
  for (const audit::v1::Event& event : chain.events.events()) arrows.push_back(ArrowJson(event));
  const ordered_json page = {
      {"provider", AsJson(chain.provider)},
      {"certificates", AsJsonList(chain.certificates.certificates())},
      {"obligations", AsJsonList(chain.obligations.obligations())},
      {"externalJudgements", AsJsonList(chain.external_judgements.external_judgements())},
      {"assessments", AsJsonList(chain.assessments.assessments())},
      {"improvementPlans", AsJsonList(chain.plans.improvement_plans())},
      {"attentionPoints", AsJsonList(chain.attention_points.attention_points())},
      {"standings", AsJsonList(chain.escalation.standings())},
      {"steps", AsJsonList(chain.steps.steps())},
      {"acuteCases", AsJsonList(chain.acute_cases.acute_cases())},
      {"incidents", AsJsonList(chain.incidents.incidents())},
      {"attachments", AsJsonList(chain.attachments.attachments())},
      {"comments", AsJsonList(chain.comments.comments())},
      {"terms", AsJsonList(chain.terms.terms())},
      {"events", std::move(arrows)}};
  return page.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

// A part of the page below its title, or nothing where it is empty.
std::string Titled(absl::string_view title, const std::string& part, const Style& style) {
  return part.empty() ? "" : absl::StrCat("\n", Bold(style, Say(style.language, title)), "\n", part);
}

std::string Section(absl::string_view title, const Message& list, int size, const Style& style) {
  return size == 0 ? "" : Titled(title, PrintResponse(list, style), style);
}

// What was waived is not on the page.
registry::v1::ListObligationsResponse OpenOnes(const registry::v1::ListObligationsResponse& obligations) {
  registry::v1::ListObligationsResponse open;
  for (const registry::v1::Obligation& obligation : obligations.obligations()) {
    if (obligation.state() == registry::v1::Obligation::STATE_OPEN) *open.add_obligations() = obligation;
  }
  return open;
}

std::string Standings(const escalation::v1::Escalation& escalation, const Style& style) {
  TextTable table = TableFor(*escalation::v1::Standing::descriptor(), style);
  for (const escalation::v1::Standing& standing : escalation.standings()) table.Add(RowOf(standing, style));
  return table.empty() ? "" : table.Print(style);
}

std::string PageText(const Chain& chain, const Style& style) {
  std::string page = PrintSheet(chain.provider, style);
  const registry::v1::ListObligationsResponse open = OpenOnes(chain.obligations);
  absl::StrAppend(
      &page, Section("CASE_CERTIFICATES", chain.certificates, chain.certificates.certificates_size(), style),
      Section("CASE_OBLIGATIONS", open, open.obligations_size(), style),
      Section("CASE_EXTERNAL_JUDGEMENTS", chain.external_judgements,
              chain.external_judgements.external_judgements_size(), style));
  absl::StrAppend(&page,
                  Section("CASE_ASSESSMENTS", chain.assessments, chain.assessments.assessments_size(), style),
                  Titled("CASE_RESULTS", PrintResults(chain.assessments, style), style),
                  Section("CASE_PLANS", chain.plans, chain.plans.improvement_plans_size(), style),
                  Section("CASE_ATTENTION_POINTS", chain.attention_points,
                          chain.attention_points.attention_points_size(), style),
                  Section("CASE_STEPS", chain.steps, chain.steps.steps_size(), style),
                  Section("CASE_ACUTE_CASES", chain.acute_cases, chain.acute_cases.acute_cases_size(), style),
                  Titled("CASE_STANDINGS", Standings(chain.escalation, style), style));
  absl::StrAppend(&page, Section("CASE_INCIDENTS", chain.incidents, chain.incidents.incidents_size(), style),
                  Section("CASE_ATTACHMENTS", chain.attachments, chain.attachments.attachments_size(), style),
                  Section("CASE_COMMENTS", chain.comments, chain.comments.comments_size(), style),
                  Section("CASE_TERMS", chain.terms, chain.terms.terms_size(), style));
  absl::StrAppend(&page, "\n", Bold(style, Say(style.language, "CASE_EVENTS")), "\n");
  for (const audit::v1::Event& event : chain.events.events()) absl::StrAppend(&page, ArrowText(event, style));
  return page;
}

}  // namespace

ExitStatus ShowCase(const Session& session) {
  const Parsed<OwnFlags> flags = OwnFlags::Read(session.line, {});
  if (!flags.ok()) return Fail(session, flags.error());
  if (session.name.empty()) return Fail(session, Fault{"NAME_EXPECTED", {}});
  const auto chain = ReadChain(session, Expand(session.name, kProviderPattern, session.line.region));
  if (!chain.ok()) return Fail(session, chain.error());
  session.out << (session.json() ? PageJson(*chain) : PageText(*chain, session.style));
  return kOk;
}

}  // namespace waarborg::cli
