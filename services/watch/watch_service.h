#ifndef WAARBORG_SERVICES_WATCH_WATCH_SERVICE_H_
#define WAARBORG_SERVICES_WATCH_WATCH_SERVICE_H_

// WatchService on the wire: one line a method, into the edge.

#include "services/edge/edge.h"
#include "services/watch/feed.h"
#include "waarborg/watch/v1/watch.grpc.pb.h"

namespace waarborg::watch {

// Thread-safe. `edge` and `feed` must outlive it.
class WatchService final : public v1::WatchService::CallbackService {
 public:
  WatchService(edge::Edge& edge, Feed& feed) : edge_(edge), feed_(feed) {}

  grpc::ServerWriteReactor<v1::WatchUpdate>* WatchAssessment(
      grpc::CallbackServerContext* context, const v1::WatchAssessmentRequest* request) override;
  grpc::ServerWriteReactor<v1::WatchUpdate>* WatchCase(grpc::CallbackServerContext* context,
                                                       const v1::WatchCaseRequest* request) override;
  grpc::ServerWriteReactor<v1::WatchUpdate>* WatchIncidents(
      grpc::CallbackServerContext* context, const v1::WatchIncidentsRequest* request) override;
  grpc::ServerWriteReactor<v1::WatchUpdate>* WatchTasks(grpc::CallbackServerContext* context,
                                                        const v1::WatchTasksRequest* request) override;
  grpc::ServerUnaryReactor* SetPresence(grpc::CallbackServerContext* context,
                                        const v1::SetPresenceRequest* request,
                                        v1::Presence* response) override;

 private:
  edge::Edge& edge_;
  Feed& feed_;
};

}  // namespace waarborg::watch

#endif  // WAARBORG_SERVICES_WATCH_WATCH_SERVICE_H_
