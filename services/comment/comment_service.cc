#include "services/comment/comment_service.h"

#include "services/flow/comments.h"

namespace waarborg::comment {

grpc::ServerUnaryReactor* CommentService::AddComment(grpc::CallbackServerContext* context,
                                                     const v1::AddCommentRequest* request,
                                                     v1::Comment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&flow::AddComment));
}

grpc::ServerUnaryReactor* CommentService::EditComment(grpc::CallbackServerContext* context,
                                                      const v1::EditCommentRequest* request,
                                                      v1::Comment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&flow::EditComment));
}

grpc::ServerUnaryReactor* CommentService::RetractComment(grpc::CallbackServerContext* context,
                                                         const v1::RetractCommentRequest* request,
                                                         v1::Comment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&flow::RetractComment));
}

grpc::ServerUnaryReactor* CommentService::ResolveThread(grpc::CallbackServerContext* context,
                                                        const v1::ResolveThreadRequest* request,
                                                        v1::Thread* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&flow::ResolveThread));
}

grpc::ServerUnaryReactor* CommentService::ReopenThread(grpc::CallbackServerContext* context,
                                                       const v1::ReopenThreadRequest* request,
                                                       v1::Thread* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&flow::ReopenThread));
}

grpc::ServerUnaryReactor* CommentService::ListThreads(grpc::CallbackServerContext* context,
                                                      const v1::ListThreadsRequest* request,
                                                      v1::ListThreadsResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&flow::ListThreads));
}

grpc::ServerUnaryReactor* CommentService::ListComments(grpc::CallbackServerContext* context,
                                                       const v1::ListCommentsRequest* request,
                                                       v1::ListCommentsResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&flow::ListComments));
}

}  // namespace waarborg::comment
