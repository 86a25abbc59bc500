#include "services/watch/watch_service.h"

#include "services/edge/limits.h"
#include "services/watch/queries.h"

namespace waarborg::watch {

grpc::ServerWriteReactor<v1::WatchUpdate>* WatchService::WatchAssessment(
    grpc::CallbackServerContext* context, const v1::WatchAssessmentRequest* request) {
  return edge_.ServeStream(context, request, watch::WatchAssessment(feed_), edge::limits::kTakenAtAll);
}

grpc::ServerWriteReactor<v1::WatchUpdate>* WatchService::WatchCase(grpc::CallbackServerContext* context,
                                                                   const v1::WatchCaseRequest* request) {
  return edge_.ServeStream(context, request, watch::WatchCase(feed_), edge::limits::kTakenAtAll);
}

grpc::ServerWriteReactor<v1::WatchUpdate>* WatchService::WatchIncidents(
    grpc::CallbackServerContext* context, const v1::WatchIncidentsRequest* request) {
  return edge_.ServeStream(context, request, watch::WatchIncidents(feed_), edge::limits::kTakenAtAll);
}

grpc::ServerWriteReactor<v1::WatchUpdate>* WatchService::WatchTasks(grpc::CallbackServerContext* context,
                                                                    const v1::WatchTasksRequest* request) {
  return edge_.ServeStream(context, request, watch::WatchTasks(feed_), edge::limits::kTakenAtAll);
}

grpc::ServerUnaryReactor* WatchService::SetPresence(grpc::CallbackServerContext* context,
                                                    const v1::SetPresenceRequest* request,
                                                    v1::Presence* response) {
  return edge_.Serve(context, request, response, watch::SetPresence(feed_));
}

}  // namespace waarborg::watch
