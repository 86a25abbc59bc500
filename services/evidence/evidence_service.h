#ifndef WAARBORG_SERVICES_EVIDENCE_EVIDENCE_SERVICE_H_
#define WAARBORG_SERVICES_EVIDENCE_EVIDENCE_SERVICE_H_

// EvidenceService on the wire: one line a method, into the edge.

#include <functional>
#include <utility>

#include "services/edge/edge.h"
#include "services/evidence/content_type.h"
#include "services/evidence/session.h"
#include "services/ledger/ledger.h"
#include "waarborg/evidence/v1/evidence.grpc.pb.h"

namespace waarborg::evidence {

// Thread-safe. `edge` and `ledger` must outlive it. `received` is called when an attachment has come in.
class EvidenceService final : public v1::EvidenceService::CallbackService {
 public:
  EvidenceService(edge::Edge& edge, ledger::Ledger& ledger, const Settings& settings,
                  std::function<void()> received)
      : edge_(edge), ledger_(ledger), settings_(settings), received_(std::move(received)) {}

  grpc::ServerReadReactor<v1::UploadAttachmentRequest>* UploadAttachment(grpc::CallbackServerContext* context,
                                                                         v1::Attachment* response) override;
  grpc::ServerUnaryReactor* GetUpload(grpc::CallbackServerContext* context,
                                      const v1::GetUploadRequest* request, v1::Upload* response) override;
  grpc::ServerWriteReactor<v1::DownloadAttachmentResponse>* DownloadAttachment(
      grpc::CallbackServerContext* context, const v1::DownloadAttachmentRequest* request) override;
  grpc::ServerUnaryReactor* GetAttachment(grpc::CallbackServerContext* context,
                                          const v1::GetAttachmentRequest* request,
                                          v1::Attachment* response) override;
  grpc::ServerUnaryReactor* ListAttachments(grpc::CallbackServerContext* context,
                                            const v1::ListAttachmentsRequest* request,
                                            v1::ListAttachmentsResponse* response) override;
  grpc::ServerUnaryReactor* UpdateAttachment(grpc::CallbackServerContext* context,
                                             const v1::UpdateAttachmentRequest* request,
                                             v1::Attachment* response) override;
  grpc::ServerUnaryReactor* LinkAttachment(grpc::CallbackServerContext* context,
                                           const v1::LinkAttachmentRequest* request,
                                           v1::Attachment* response) override;
  grpc::ServerUnaryReactor* UnlinkAttachment(grpc::CallbackServerContext* context,
                                             const v1::UnlinkAttachmentRequest* request,
                                             v1::Attachment* response) override;
  grpc::ServerUnaryReactor* RecordSeen(grpc::CallbackServerContext* context,
                                       const v1::RecordSeenRequest* request,
                                       v1::Attachment* response) override;
  grpc::ServerUnaryReactor* WithdrawAttachment(grpc::CallbackServerContext* context,
                                               const v1::WithdrawAttachmentRequest* request,
                                               v1::Attachment* response) override;

 private:
  edge::Edge& edge_;
  ledger::Ledger& ledger_;
  const Settings settings_;
  const std::function<void()> received_;
  const ContentTypes types_;
};

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_EVIDENCE_SERVICE_H_
