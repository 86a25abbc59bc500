#include "services/term/term_service.h"

#include <functional>

#include "services/term/queries.h"

namespace waarborg::term {

template <class Request>
call::Handler<Request, v1::Term> TermService::Moved(Move<Request> move) {
  return ledger_.CommandOf(std::function<absl::StatusOr<v1::Term>(ledger::UnitOfWork&, const Request&)>(
      [this, move](ledger::UnitOfWork& unit, const Request& request) {
        return move(unit, request, rules_);
      }));
}

grpc::ServerUnaryReactor* TermService::ListTerms(grpc::CallbackServerContext* context,
                                                 const v1::ListTermsRequest* request,
                                                 v1::ListTermsResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&term::ListTerms));
}

grpc::ServerUnaryReactor* TermService::ExtendTerm(grpc::CallbackServerContext* context,
                                                  const v1::ExtendTermRequest* request, v1::Term* response) {
  return edge_.Serve(context, request, response, Moved(&term::ExtendTerm));
}

grpc::ServerUnaryReactor* TermService::SuspendTerm(grpc::CallbackServerContext* context,
                                                   const v1::SuspendTermRequest* request,
                                                   v1::Term* response) {
  return edge_.Serve(context, request, response, Moved(&term::SuspendTerm));
}

grpc::ServerUnaryReactor* TermService::ResumeTerm(grpc::CallbackServerContext* context,
                                                  const v1::ResumeTermRequest* request, v1::Term* response) {
  return edge_.Serve(context, request, response, Moved(&term::ResumeTerm));
}

}  // namespace waarborg::term
