#ifndef WAARBORG_SERVICES_TEAM_TEAM_SERVICE_H_
#define WAARBORG_SERVICES_TEAM_TEAM_SERVICE_H_

// TeamService on the wire: one line a method, into the edge.

#include "services/edge/edge.h"
#include "services/ledger/ledger.h"
#include "waarborg/team/v1/team.grpc.pb.h"

namespace waarborg::team {

// Thread-safe. `edge` and `ledger` must outlive it.
class TeamService final : public v1::TeamService::CallbackService {
 public:
  TeamService(edge::Edge& edge, ledger::Ledger& ledger) : edge_(edge), ledger_(ledger) {}

  grpc::ServerUnaryReactor* CreateMember(grpc::CallbackServerContext* context,
                                         const v1::CreateMemberRequest* request,
                                         v1::Member* response) override;
  grpc::ServerUnaryReactor* UpdateMember(grpc::CallbackServerContext* context,
                                         const v1::UpdateMemberRequest* request,
                                         v1::Member* response) override;
  grpc::ServerUnaryReactor* GetMember(grpc::CallbackServerContext* context,
                                      const v1::GetMemberRequest* request, v1::Member* response) override;
  grpc::ServerUnaryReactor* ListMembers(grpc::CallbackServerContext* context,
                                        const v1::ListMembersRequest* request,
                                        v1::ListMembersResponse* response) override;

 private:
  edge::Edge& edge_;
  ledger::Ledger& ledger_;
};

}  // namespace waarborg::team

#endif  // WAARBORG_SERVICES_TEAM_TEAM_SERVICE_H_
