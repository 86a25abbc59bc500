#ifndef WAARBORG_SERVICES_TASK_TASK_SERVICE_H_
#define WAARBORG_SERVICES_TASK_TASK_SERVICE_H_

// TaskService on the wire: one line a method, into the edge.

#include "services/edge/edge.h"
#include "services/ledger/ledger.h"
#include "waarborg/task/v1/task.grpc.pb.h"

namespace waarborg::task {

// Thread-safe. `edge` and `ledger` must outlive it.
class TaskService final : public v1::TaskService::CallbackService {
 public:
  TaskService(edge::Edge& edge, ledger::Ledger& ledger) : edge_(edge), ledger_(ledger) {}

  grpc::ServerUnaryReactor* ListTasks(grpc::CallbackServerContext* context,
                                      const v1::ListTasksRequest* request,
                                      v1::ListTasksResponse* response) override;
  grpc::ServerUnaryReactor* GetTask(grpc::CallbackServerContext* context, const v1::GetTaskRequest* request,
                                    v1::Task* response) override;
  grpc::ServerUnaryReactor* ClaimTask(grpc::CallbackServerContext* context,
                                      const v1::ClaimTaskRequest* request, v1::Task* response) override;
  grpc::ServerUnaryReactor* AssignTask(grpc::CallbackServerContext* context,
                                       const v1::AssignTaskRequest* request, v1::Task* response) override;
  grpc::ServerUnaryReactor* CompleteTask(grpc::CallbackServerContext* context,
                                         const v1::CompleteTaskRequest* request, v1::Task* response) override;
  grpc::ServerUnaryReactor* CancelTask(grpc::CallbackServerContext* context,
                                       const v1::CancelTaskRequest* request, v1::Task* response) override;

 private:
  edge::Edge& edge_;
  ledger::Ledger& ledger_;
};

}  // namespace waarborg::task

#endif  // WAARBORG_SERVICES_TASK_TASK_SERVICE_H_
