#include "services/task/task_service.h"

#include "services/task/commands.h"
#include "services/task/queries.h"

namespace waarborg::task {

grpc::ServerUnaryReactor* TaskService::ListTasks(grpc::CallbackServerContext* context,
                                                 const v1::ListTasksRequest* request,
                                                 v1::ListTasksResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&task::ListTasks));
}

grpc::ServerUnaryReactor* TaskService::GetTask(grpc::CallbackServerContext* context,
                                               const v1::GetTaskRequest* request, v1::Task* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&task::GetTask));
}

grpc::ServerUnaryReactor* TaskService::ClaimTask(grpc::CallbackServerContext* context,
                                                 const v1::ClaimTaskRequest* request, v1::Task* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&task::ClaimTask));
}

grpc::ServerUnaryReactor* TaskService::AssignTask(grpc::CallbackServerContext* context,
                                                  const v1::AssignTaskRequest* request, v1::Task* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&task::AssignTask));
}

grpc::ServerUnaryReactor* TaskService::CompleteTask(grpc::CallbackServerContext* context,
                                                    const v1::CompleteTaskRequest* request,
                                                    v1::Task* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&task::CompleteTask));
}

grpc::ServerUnaryReactor* TaskService::CancelTask(grpc::CallbackServerContext* context,
                                                  const v1::CancelTaskRequest* request, v1::Task* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&task::CancelTask));
}

}  // namespace waarborg::task
