#include "services/notice/notice_service.h"

#include "services/notice/commands.h"
#include "services/notice/queries.h"

namespace waarborg::notice {

grpc::ServerUnaryReactor* NoticeService::GetNoticeSetting(grpc::CallbackServerContext* context,
                                                          const v1::GetNoticeSettingRequest* request,
                                                          v1::NoticeSetting* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&notice::GetNoticeSetting));
}

grpc::ServerUnaryReactor* NoticeService::UpdateNoticeSetting(grpc::CallbackServerContext* context,
                                                             const v1::UpdateNoticeSettingRequest* request,
                                                             v1::NoticeSetting* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&notice::UpdateNoticeSetting));
}

}  // namespace waarborg::notice
