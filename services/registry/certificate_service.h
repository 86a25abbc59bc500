#ifndef WAARBORG_SERVICES_REGISTRY_CERTIFICATE_SERVICE_H_
#define WAARBORG_SERVICES_REGISTRY_CERTIFICATE_SERVICE_H_

#include "services/edge/edge.h"
#include "services/ledger/ledger.h"
#include "waarborg/registry/v1/certificate.grpc.pb.h"

namespace waarborg::registry {

// gRPC on one side, commands and queries on the other. Thread-safe; keeps neither edge nor ledger alive.
class CertificateService final : public v1::CertificateService::CallbackService {
 public:
  CertificateService(edge::Edge& edge, ledger::Ledger& ledger) : edge_(edge), ledger_(ledger) {}

  grpc::ServerUnaryReactor* AnnounceAppointment(grpc::CallbackServerContext* context,
                                                const v1::AnnounceAppointmentRequest* request,
                                                v1::Certificate* response) override;
  grpc::ServerUnaryReactor* RegisterCertificate(grpc::CallbackServerContext* context,
                                                const v1::RegisterCertificateRequest* request,
                                                v1::Certificate* response) override;
  grpc::ServerUnaryReactor* GetCertificate(grpc::CallbackServerContext* context,
                                           const v1::GetCertificateRequest* request,
                                           v1::Certificate* response) override;
  grpc::ServerUnaryReactor* ListCertificates(grpc::CallbackServerContext* context,
                                             const v1::ListCertificatesRequest* request,
                                             v1::ListCertificatesResponse* response) override;
  grpc::ServerUnaryReactor* VerifyCertificate(grpc::CallbackServerContext* context,
                                              const v1::VerifyCertificateRequest* request,
                                              v1::Certificate* response) override;
  grpc::ServerUnaryReactor* RejectCertificate(grpc::CallbackServerContext* context,
                                              const v1::RejectCertificateRequest* request,
                                              v1::Certificate* response) override;
  grpc::ServerUnaryReactor* FlagScopeMismatch(grpc::CallbackServerContext* context,
                                              const v1::FlagScopeMismatchRequest* request,
                                              v1::Certificate* response) override;
  grpc::ServerUnaryReactor* RecordSurveillance(grpc::CallbackServerContext* context,
                                               const v1::RecordSurveillanceRequest* request,
                                               v1::Certificate* response) override;
  grpc::ServerUnaryReactor* RenewCertificate(grpc::CallbackServerContext* context,
                                             const v1::RenewCertificateRequest* request,
                                             v1::Certificate* response) override;
  grpc::ServerUnaryReactor* SuspendCertificate(grpc::CallbackServerContext* context,
                                               const v1::SuspendCertificateRequest* request,
                                               v1::Certificate* response) override;
  grpc::ServerUnaryReactor* WithdrawCertificate(grpc::CallbackServerContext* context,
                                                const v1::WithdrawCertificateRequest* request,
                                                v1::Certificate* response) override;
  grpc::ServerUnaryReactor* ReinstateCertificate(grpc::CallbackServerContext* context,
                                                 const v1::ReinstateCertificateRequest* request,
                                                 v1::Certificate* response) override;
  grpc::ServerUnaryReactor* RecordCertificateReview(grpc::CallbackServerContext* context,
                                                    const v1::RecordCertificateReviewRequest* request,
                                                    v1::Certificate* response) override;
  grpc::ServerUnaryReactor* ListNorms(grpc::CallbackServerContext* context,
                                      const v1::ListNormsRequest* request,
                                      v1::ListNormsResponse* response) override;

 private:
  edge::Edge& edge_;
  ledger::Ledger& ledger_;
};

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_CERTIFICATE_SERVICE_H_
