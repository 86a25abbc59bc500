#include "clients/push/stream.h"

#include <thread>

#include "waarborg/incident/v1/incident.grpc.pb.h"

namespace waarborg::push {

using incident::v1::IncidentService;
using incident::v1::PushIncidentsResponse;

Stream::Stream(const std::shared_ptr<grpc::Channel>& channel, const std::string& member, Window& window,
               Answers& answers)
    : channel_(channel), window_(window), answers_(answers) {
  context_.AddMetadata("waarborg-member", member);
}

bool Stream::Hear(const PushIncidentsResponse& response, StreamEnd& end) {
  for (const incident::v1::PushResult& result : response.results()) {
    Window::Held item = window_.Take(result.position());
    if (item == nullptr) continue;
    if (answers_.Take(item, result)) {
      end.heard = true;
      continue;
    }
    window_.Keep(result.position(), std::move(item));
    end.again = true;
  }
  // What is to be sent again waits for another stream: this one is heard out, and sends no more.
  if (end.again) window_.End();
  return answers_.Settle();
}

StreamEnd Stream::Run() {
  const auto stub = IncidentService::NewStub(channel_);
  window_.Begin();
  const auto stream = stub->PushIncidents(&context_);
  std::thread sender([this, &stream] {
    for (Window::Held item = window_.Next(); item != nullptr; item = window_.Next()) {
      if (!stream->Write(item->request)) return;
    }
    stream->WritesDone();
  });
  StreamEnd end;
  PushIncidentsResponse response;
  while (!end.unnoted && stream->Read(&response)) end.unnoted = !Hear(response, end);
  if (end.unnoted) Cancel();
  window_.End();
  sender.join();
  end.status = stream->Finish();
  return end;
}

}  // namespace waarborg::push
