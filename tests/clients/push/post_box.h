#ifndef WAARBORG_TESTS_CLIENTS_PUSH_POST_BOX_H_
#define WAARBORG_TESTS_CLIENTS_PUSH_POST_BOX_H_

// A server in this process that takes reports as a test tells it to, and a `waarborg-push` to run against it.

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "clients/push/stop.h"
#include "grpcpp/server.h"
#include "waarborg/incident/v1/incident.grpc.pb.h"

namespace waarborg::testing {

// What one stream does with one item: an error, or nothing for a receipt.
using Judge = std::function<std::optional<google::rpc::Status>(const std::string& id, int stream)>;

// An error as a Waarborg server sends it for an item.
[[nodiscard]] google::rpc::Status ItemError(grpc::StatusCode code, const std::string& reason);

class PostBox final : private incident::v1::IncidentService::Service {
 public:
  PostBox();
  ~PostBox() override;

  [[nodiscard]] std::string address() const;

  Judge judge;                                   // everything is received unless it says otherwise
  std::function<int(int stream)> cut_after;      // a stream is cut when it has so many items; 0: never
  std::function<grpc::Status(int stream)> open;  // whether a stream begins

  // The ids in the order they came, again and again for those sent again.
  [[nodiscard]] std::vector<std::string> Came();
  // How often each id was received as new.
  [[nodiscard]] std::map<std::string, int> Received();
  [[nodiscard]] std::string Member();
  [[nodiscard]] int streams();

 private:
  using Wire =
      grpc::ServerReaderWriter<incident::v1::PushIncidentsResponse, incident::v1::PushIncidentsRequest>;

  grpc::Status PushIncidents(grpc::ServerContext* context, Wire* wire) override;
  incident::v1::PushResult Answer(const incident::v1::PushIncidentsRequest& request, int stream);

  std::mutex mutex_;
  std::vector<std::string> came_;
  std::map<std::string, int> received_;
  std::string member_;
  int streams_ = 0;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

struct Pushed {
  int status = 0;
  std::string out;
  std::string err;
};

// Runs `waarborg-push` with these words; English unless they say otherwise.
Pushed RunPush(std::vector<std::string> words, const push::Stop& stop, bool terminal = false);
Pushed RunPush(std::vector<std::string> words);

}  // namespace waarborg::testing

#endif  // WAARBORG_TESTS_CLIENTS_PUSH_POST_BOX_H_
