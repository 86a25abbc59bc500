#ifndef WAARBORG_SERVICES_BACKUP_BACKUP_SERVICE_H_
#define WAARBORG_SERVICES_BACKUP_BACKUP_SERVICE_H_

// gRPC adapter for backups. The copying itself takes long and is done by the thread behind the handler.

#include <utility>

#include "services/edge/edge.h"
#include "waarborg/backup/v1/backup.grpc.pb.h"

namespace waarborg::backup {

class BackupService final : public v1::BackupService::CallbackService {
 public:
  using Handler = call::Handler<v1::CreateBackupRequest, v1::Backup>;

  BackupService(edge::Edge& edge, Handler create) : edge_(edge), create_(std::move(create)) {}

  grpc::ServerUnaryReactor* CreateBackup(grpc::CallbackServerContext* context,
                                         const v1::CreateBackupRequest* request,
                                         v1::Backup* response) override {
    return edge_.Serve(context, request, response, create_);
  }

 private:
  edge::Edge& edge_;
  Handler create_;
};

}  // namespace waarborg::backup

#endif  // WAARBORG_SERVICES_BACKUP_BACKUP_SERVICE_H_
