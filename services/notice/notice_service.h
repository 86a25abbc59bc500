#ifndef WAARBORG_SERVICES_NOTICE_NOTICE_SERVICE_H_
#define WAARBORG_SERVICES_NOTICE_NOTICE_SERVICE_H_

// NoticeService on the wire: one line a method, into the edge.

#include "services/edge/edge.h"
#include "services/ledger/ledger.h"
#include "waarborg/notice/v1/notice.grpc.pb.h"

namespace waarborg::notice {

// Thread-safe. `edge` and `ledger` must outlive it.
class NoticeService final : public v1::NoticeService::CallbackService {
 public:
  NoticeService(edge::Edge& edge, ledger::Ledger& ledger) : edge_(edge), ledger_(ledger) {}

  grpc::ServerUnaryReactor* GetNoticeSetting(grpc::CallbackServerContext* context,
                                             const v1::GetNoticeSettingRequest* request,
                                             v1::NoticeSetting* response) override;
  grpc::ServerUnaryReactor* UpdateNoticeSetting(grpc::CallbackServerContext* context,
                                                const v1::UpdateNoticeSettingRequest* request,
                                                v1::NoticeSetting* response) override;

 private:
  edge::Edge& edge_;
  ledger::Ledger& ledger_;
};

}  // namespace waarborg::notice

#endif  // WAARBORG_SERVICES_NOTICE_NOTICE_SERVICE_H_
