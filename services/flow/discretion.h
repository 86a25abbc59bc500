#ifndef WAARBORG_SERVICES_FLOW_DISCRETION_H_
#define WAARBORG_SERVICES_FLOW_DISCRETION_H_

// What a room shows to some only, the journal shows to no others. Who reads the journal is in the
// authorization table; this is about the texts in it.

#include "google/protobuf/message.h"
#include "services/call/call.h"

namespace waarborg::flow {

// Whether the caller may read the personal texts of a record: who reported an incident, and evidence of a
// class, are for those who may ask the room itself; all else is for whoever reads the journal.
bool MayReadTexts(const call::Caller& caller, const google::protobuf::Message& record);

}  // namespace waarborg::flow

#endif  // WAARBORG_SERVICES_FLOW_DISCRETION_H_
