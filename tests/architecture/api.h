#ifndef WAARBORG_TESTS_ARCHITECTURE_API_H_
#define WAARBORG_TESTS_ARCHITECTURE_API_H_

// The API as its proto files say it: every file there is, so that one added tomorrow is looked at too.

#include <set>
#include <string>
#include <vector>

#include "google/protobuf/descriptor.h"

namespace waarborg::architecture {

// Every proto file of ours; ends the program when one is not built.
const std::vector<const google::protobuf::FileDescriptor*>& ProtoFiles();

// `waarborg.team.v1.TeamService/CreateMember` for every rpc.
std::set<std::string> Methods();

// Every enum value as people write it, `QUALITY_MANAGER`, and in full, `ROLE_QUALITY_MANAGER`.
std::set<std::string> EnumCodes();

}  // namespace waarborg::architecture

#endif  // WAARBORG_TESTS_ARCHITECTURE_API_H_
