#include "services/registry/certificate_service.h"

#include "services/flow/citing_attachment.h"
#include "services/registry/certificate_commands.h"
#include "services/registry/certificate_queries.h"

namespace waarborg::registry {

grpc::ServerUnaryReactor* CertificateService::AnnounceAppointment(
    grpc::CallbackServerContext* context, const v1::AnnounceAppointmentRequest* request,
    v1::Certificate* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&registry::AnnounceAppointment));
}

grpc::ServerUnaryReactor* CertificateService::RegisterCertificate(
    grpc::CallbackServerContext* context, const v1::RegisterCertificateRequest* request,
    v1::Certificate* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&flow::RegisterCertificate));
}

grpc::ServerUnaryReactor* CertificateService::GetCertificate(grpc::CallbackServerContext* context,
                                                             const v1::GetCertificateRequest* request,
                                                             v1::Certificate* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&registry::GetCertificate));
}

grpc::ServerUnaryReactor* CertificateService::ListCertificates(grpc::CallbackServerContext* context,
                                                               const v1::ListCertificatesRequest* request,
                                                               v1::ListCertificatesResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&registry::ListCertificates));
}

grpc::ServerUnaryReactor* CertificateService::VerifyCertificate(grpc::CallbackServerContext* context,
                                                                const v1::VerifyCertificateRequest* request,
                                                                v1::Certificate* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&registry::VerifyCertificate));
}

grpc::ServerUnaryReactor* CertificateService::RejectCertificate(grpc::CallbackServerContext* context,
                                                                const v1::RejectCertificateRequest* request,
                                                                v1::Certificate* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&registry::RejectCertificate));
}

grpc::ServerUnaryReactor* CertificateService::FlagScopeMismatch(grpc::CallbackServerContext* context,
                                                                const v1::FlagScopeMismatchRequest* request,
                                                                v1::Certificate* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&registry::FlagScopeMismatch));
}

grpc::ServerUnaryReactor* CertificateService::RecordSurveillance(grpc::CallbackServerContext* context,
                                                                 const v1::RecordSurveillanceRequest* request,
                                                                 v1::Certificate* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&registry::RecordSurveillance));
}

grpc::ServerUnaryReactor* CertificateService::RenewCertificate(grpc::CallbackServerContext* context,
                                                               const v1::RenewCertificateRequest* request,
                                                               v1::Certificate* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&registry::RenewCertificate));
}

grpc::ServerUnaryReactor* CertificateService::SuspendCertificate(grpc::CallbackServerContext* context,
                                                                 const v1::SuspendCertificateRequest* request,
                                                                 v1::Certificate* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&registry::SuspendCertificate));
}

grpc::ServerUnaryReactor* CertificateService::WithdrawCertificate(
    grpc::CallbackServerContext* context, const v1::WithdrawCertificateRequest* request,
    v1::Certificate* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&registry::WithdrawCertificate));
}

grpc::ServerUnaryReactor* CertificateService::ReinstateCertificate(
    grpc::CallbackServerContext* context, const v1::ReinstateCertificateRequest* request,
    v1::Certificate* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&registry::ReinstateCertificate));
}

grpc::ServerUnaryReactor* CertificateService::RecordCertificateReview(
    grpc::CallbackServerContext* context, const v1::RecordCertificateReviewRequest* request,
    v1::Certificate* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&registry::RecordCertificateReview));
}

grpc::ServerUnaryReactor* CertificateService::ListNorms(grpc::CallbackServerContext* context,
                                                        const v1::ListNormsRequest* request,
                                                        v1::ListNormsResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&registry::ListNorms));
}

}  // namespace waarborg::registry
