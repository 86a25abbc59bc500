#ifndef WAARBORG_SERVICES_TERM_TERM_SERVICE_H_
#define WAARBORG_SERVICES_TERM_TERM_SERVICE_H_

// TermService on the wire: one line a method, into the edge.

#include <utility>

#include "services/edge/edge.h"
#include "services/ledger/ledger.h"
#include "services/term/commands.h"
#include "waarborg/term/v1/term.grpc.pb.h"

namespace waarborg::term {

// Thread-safe. `edge` and `ledger` must outlive it; `rules` are the deadlines of all rooms.
class TermService final : public v1::TermService::CallbackService {
 public:
  TermService(edge::Edge& edge, ledger::Ledger& ledger, Rules rules)
      : edge_(edge), ledger_(ledger), rules_(std::move(rules)) {}

  grpc::ServerUnaryReactor* ListTerms(grpc::CallbackServerContext* context,
                                      const v1::ListTermsRequest* request,
                                      v1::ListTermsResponse* response) override;
  grpc::ServerUnaryReactor* ExtendTerm(grpc::CallbackServerContext* context,
                                       const v1::ExtendTermRequest* request, v1::Term* response) override;
  grpc::ServerUnaryReactor* SuspendTerm(grpc::CallbackServerContext* context,
                                        const v1::SuspendTermRequest* request, v1::Term* response) override;
  grpc::ServerUnaryReactor* ResumeTerm(grpc::CallbackServerContext* context,
                                       const v1::ResumeTermRequest* request, v1::Term* response) override;

 private:
  template <class Request>
  using Move = absl::StatusOr<v1::Term> (*)(ledger::UnitOfWork&, const Request&, const Rules&);
  // A command that brings the rules along.
  template <class Request>
  call::Handler<Request, v1::Term> Moved(Move<Request> move);

  edge::Edge& edge_;
  ledger::Ledger& ledger_;
  const Rules rules_;
};

}  // namespace waarborg::term

#endif  // WAARBORG_SERVICES_TERM_TERM_SERVICE_H_
