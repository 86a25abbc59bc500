#include "services/team/team_service.h"

#include "services/team/commands.h"
#include "services/team/queries.h"

namespace waarborg::team {

grpc::ServerUnaryReactor* TeamService::CreateMember(grpc::CallbackServerContext* context,
                                                    const v1::CreateMemberRequest* request,
                                                    v1::Member* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&team::CreateMember), &CheckMeaning);
}

grpc::ServerUnaryReactor* TeamService::UpdateMember(grpc::CallbackServerContext* context,
                                                    const v1::UpdateMemberRequest* request,
                                                    v1::Member* response) {
  return edge_.Serve(context, request, response, ledger_.Command(&team::UpdateMember), &CheckMeaning);
}

grpc::ServerUnaryReactor* TeamService::GetMember(grpc::CallbackServerContext* context,
                                                 const v1::GetMemberRequest* request, v1::Member* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&team::GetMember));
}

grpc::ServerUnaryReactor* TeamService::ListMembers(grpc::CallbackServerContext* context,
                                                   const v1::ListMembersRequest* request,
                                                   v1::ListMembersResponse* response) {
  return edge_.Serve(context, request, response, ledger_.Query(&team::ListMembers));
}

}  // namespace waarborg::team
