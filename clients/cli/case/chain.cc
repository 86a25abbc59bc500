#include "clients/cli/case/chain.h"

#include <optional>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/str_replace.h"

namespace waarborg::cli {
namespace {

constexpr int kPageSize = 200;

// Makes the calls of one chain, and none after the first that failed.
class Reader final {
 public:
  explicit Reader(const Session& session) : client_(session.client), options_(session.CallAsMember()) {}

  template <class Request, class Response>
  void Read(const char* rpc, const Request& request, Response& into) {
    if (error_.has_value()) return;
    client::Result<Response, client::ApiError> answer =
        client_.Call<Response>(rpc, request, options_.member, options_);
    if (answer.ok()) {
      into = *std::move(answer);
    } else {
      error_ = answer.error();
    }
  }

  template <class Request, class Response>
  void ReadPages(const char* rpc, Request request, Response& into) {
    request.set_page_size(kPageSize);
    do {
      Response page;
      Read(rpc, request, page);
      request.set_page_token(page.next_page_token());
      page.clear_next_page_token();
      into.MergeFrom(page);
    } while (!request.page_token().empty());
  }

  [[nodiscard]] const std::optional<client::ApiError>& error() const { return error_; }

 private:
  client::Client& client_;
  client::CallOptions options_;
  std::optional<client::ApiError> error_;
};

template <class Request>
Request Below(const std::string& parent) {
  Request request;
  request.set_parent(parent);
  return request;
}

template <class Request>
Request Named(const std::string& name) {
  Request request;
  request.set_name(name);
  return request;
}

template <class Request>
Request OfProvider(const std::string& region, const std::string& provider) {
  auto request = Below<Request>(region);
  request.set_provider(provider);
  return request;
}

// The threads of a case, in the order in which they were opened.
std::vector<std::string> ThreadsIn(const audit::v1::ListEventsResponse& events) {
  const std::string below = "/threads/";
  std::vector<std::string> threads;
  for (const audit::v1::Event& event : events.events()) {
    const std::size_t at = event.resource().find(below);
    if (at == std::string::npos) continue;
    std::string thread = event.resource().substr(0, event.resource().find('/', at + below.size()));
    if (!absl::c_linear_search(threads, thread)) threads.push_back(std::move(thread));
  }
  return threads;
}

// What stands around the chain: files, reports, terms.
void ReadAround(const std::string& region, const std::string& provider, Reader& reader, Chain& chain) {
  reader.ReadPages("ListAttachments", OfProvider<evidence::v1::ListAttachmentsRequest>(region, provider),
                   chain.attachments);
  reader.ReadPages("ListIncidents", OfProvider<incident::v1::ListIncidentsRequest>(region, provider),
                   chain.incidents);
  reader.ReadPages("ListTerms", OfProvider<term::v1::ListTermsRequest>(region, provider), chain.terms);
}

}  // namespace

client::Result<Chain, client::ApiError> ReadChain(const Session& session, const std::string& provider) {
  const std::string region = provider.substr(0, provider.find("/providers/"));
  const std::string escalation = absl::StrReplaceAll(provider, {{"/providers/", "/escalations/"}});
  Chain chain;
  Reader reader(session);
  reader.Read("GetProvider", Named<registry::v1::GetProviderRequest>(provider), chain.provider);
  reader.ReadPages("ListCertificates", Below<registry::v1::ListCertificatesRequest>(provider),
                   chain.certificates);
  reader.ReadPages("ListObligations", Below<registry::v1::ListObligationsRequest>(provider),
                   chain.obligations);
  reader.ReadPages("ListExternalJudgements", Below<registry::v1::ListExternalJudgementsRequest>(provider),
                   chain.external_judgements);
  reader.ReadPages("ListAssessments", OfProvider<assessment::v1::ListAssessmentsRequest>(region, provider),
                   chain.assessments);
  reader.ReadPages("ListImprovementPlans",
                   OfProvider<improvement::v1::ListImprovementPlansRequest>(region, provider), chain.plans);
  reader.ReadPages("ListAttentionPoints", Below<improvement::v1::ListAttentionPointsRequest>(provider),
                   chain.attention_points);
  reader.Read("GetEscalation", Named<escalation::v1::GetEscalationRequest>(escalation), chain.escalation);
  reader.ReadPages("ListSteps", Below<escalation::v1::ListStepsRequest>(escalation), chain.steps);
  reader.ReadPages("ListAcuteCases", Below<escalation::v1::ListAcuteCasesRequest>(escalation),
                   chain.acute_cases);
  ReadAround(region, provider, reader, chain);
  auto events = Below<audit::v1::ListEventsRequest>(region);
  events.mutable_filter()->set_provider(provider);
  reader.ReadPages("ListEvents", events, chain.events);
  for (const std::string& thread : ThreadsIn(chain.events)) {
    reader.ReadPages("ListComments", Below<comment::v1::ListCommentsRequest>(thread), chain.comments);
  }
  if (reader.error().has_value()) return *reader.error();
  return chain;
}

}  // namespace waarborg::cli
