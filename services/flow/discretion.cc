#include "services/flow/discretion.h"

#include "services/call/authorization.h"
#include "services/evidence/visibility.h"
#include "waarborg/evidence/v1/evidence.pb.h"
#include "waarborg/incident/v1/incident.pb.h"
#include "waarborg/internal/v1/evidence.pb.h"

namespace waarborg::flow {

bool MayReadTexts(const call::Caller& caller, const google::protobuf::Message& record) {
  const google::protobuf::Descriptor* const type = record.GetDescriptor();
  if (type == incident::v1::IncidentReporter::descriptor()) {
    return call::AuthorizeMethod(caller, "waarborg.incident.v1.IncidentService/GetIncidentReporter").ok();
  }
  if (type == evidence::v1::Attachment::descriptor()) {
    return evidence::CheckVisible(caller, dynamic_cast<const evidence::v1::Attachment&>(record)).ok();
  }
  if (type == internal::v1::UploadSession::descriptor()) {
    return MayReadTexts(caller, dynamic_cast<const internal::v1::UploadSession&>(record).attachment());
  }
  return true;
}

}  // namespace waarborg::flow
