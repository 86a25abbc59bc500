#include "services/evidence/evidence_service.h"

#include <memory>

#include "services/evidence/commands.h"
#include "services/evidence/download.h"
#include "services/evidence/queries.h"
#include "services/evidence/upload.h"

namespace waarborg::evidence {

grpc::ServerReadReactor<v1::UploadAttachmentRequest>* EvidenceService::UploadAttachment(
    grpc::CallbackServerContext* context, v1::Attachment* response) {
  return edge_.ServeIntake<v1::UploadAttachmentRequest, v1::Attachment>(
      context, response, [this](const call::Call& call) {
        const UploadMeans means{
            .ledger = ledger_, .types = types_, .settings = settings_, .received = received_};
        return std::make_unique<UploadIntake>(call, means);
      });
}

grpc::ServerWriteReactor<v1::DownloadAttachmentResponse>* EvidenceService::DownloadAttachment(
    grpc::CallbackServerContext* context, const v1::DownloadAttachmentRequest* request) {
  return edge_.ServeDownload(context, request, ledger_.Stream(&OpenDownload));
}

grpc::ServerUnaryReactor* EvidenceService::GetUpload(grpc::CallbackServerContext* context,
                                                     const v1::GetUploadRequest* request,
                                                     v1::Upload* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&evidence::GetUpload));
}

grpc::ServerUnaryReactor* EvidenceService::GetAttachment(grpc::CallbackServerContext* context,
                                                         const v1::GetAttachmentRequest* request,
                                                         v1::Attachment* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&evidence::GetAttachment));
}

grpc::ServerUnaryReactor* EvidenceService::ListAttachments(grpc::CallbackServerContext* context,
                                                           const v1::ListAttachmentsRequest* request,
                                                           v1::ListAttachmentsResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&evidence::ListAttachments));
}

grpc::ServerUnaryReactor* EvidenceService::UpdateAttachment(grpc::CallbackServerContext* context,
                                                            const v1::UpdateAttachmentRequest* request,
                                                            v1::Attachment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&evidence::UpdateAttachment));
}

grpc::ServerUnaryReactor* EvidenceService::LinkAttachment(grpc::CallbackServerContext* context,
                                                          const v1::LinkAttachmentRequest* request,
                                                          v1::Attachment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&evidence::LinkAttachment));
}

grpc::ServerUnaryReactor* EvidenceService::UnlinkAttachment(grpc::CallbackServerContext* context,
                                                            const v1::UnlinkAttachmentRequest* request,
                                                            v1::Attachment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&evidence::UnlinkAttachment));
}

grpc::ServerUnaryReactor* EvidenceService::RecordSeen(grpc::CallbackServerContext* context,
                                                      const v1::RecordSeenRequest* request,
                                                      v1::Attachment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&evidence::RecordSeen));
}

grpc::ServerUnaryReactor* EvidenceService::WithdrawAttachment(grpc::CallbackServerContext* context,
                                                              const v1::WithdrawAttachmentRequest* request,
                                                              v1::Attachment* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&evidence::WithdrawAttachment));
}

}  // namespace waarborg::evidence
