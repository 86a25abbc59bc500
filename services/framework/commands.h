#ifndef WAARBORG_SERVICES_FRAMEWORK_COMMANDS_H_
#define WAARBORG_SERVICES_FRAMEWORK_COMMANDS_H_

// The changing rpcs of FrameworkService, one file each in commands/. The errors are those of the proto
// comments.

#include "absl/status/statusor.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/framework/v1/framework.pb.h"

namespace waarborg::framework {

// Every fault of the version is named, in the order of its fields.
absl::StatusOr<v1::FrameworkVersion> PublishFrameworkVersion(
    ledger::UnitOfWork& unit, const v1::PublishFrameworkVersionRequest& request);

}  // namespace waarborg::framework

#endif  // WAARBORG_SERVICES_FRAMEWORK_COMMANDS_H_
