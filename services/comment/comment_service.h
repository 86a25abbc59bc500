#ifndef WAARBORG_SERVICES_COMMENT_COMMENT_SERVICE_H_
#define WAARBORG_SERVICES_COMMENT_COMMENT_SERVICE_H_

// CommentService on the wire: one line a method, into the edge.

#include "services/edge/edge.h"
#include "services/ledger/ledger.h"
#include "waarborg/comment/v1/comment.grpc.pb.h"

namespace waarborg::comment {

// Thread-safe. `edge` and `ledger` must outlive it.
class CommentService final : public v1::CommentService::CallbackService {
 public:
  CommentService(edge::Edge& edge, ledger::Ledger& ledger) : edge_(edge), ledger_(ledger) {}

  grpc::ServerUnaryReactor* AddComment(grpc::CallbackServerContext* context,
                                       const v1::AddCommentRequest* request, v1::Comment* response) override;
  grpc::ServerUnaryReactor* EditComment(grpc::CallbackServerContext* context,
                                        const v1::EditCommentRequest* request,
                                        v1::Comment* response) override;
  grpc::ServerUnaryReactor* RetractComment(grpc::CallbackServerContext* context,
                                           const v1::RetractCommentRequest* request,
                                           v1::Comment* response) override;
  grpc::ServerUnaryReactor* ResolveThread(grpc::CallbackServerContext* context,
                                          const v1::ResolveThreadRequest* request,
                                          v1::Thread* response) override;
  grpc::ServerUnaryReactor* ReopenThread(grpc::CallbackServerContext* context,
                                         const v1::ReopenThreadRequest* request,
                                         v1::Thread* response) override;
  grpc::ServerUnaryReactor* ListThreads(grpc::CallbackServerContext* context,
                                        const v1::ListThreadsRequest* request,
                                        v1::ListThreadsResponse* response) override;
  grpc::ServerUnaryReactor* ListComments(grpc::CallbackServerContext* context,
                                         const v1::ListCommentsRequest* request,
                                         v1::ListCommentsResponse* response) override;

 private:
  edge::Edge& edge_;
  ledger::Ledger& ledger_;
};

}  // namespace waarborg::comment

#endif  // WAARBORG_SERVICES_COMMENT_COMMENT_SERVICE_H_
