#ifndef WAARBORG_SERVICES_FRAMEWORK_COMMANDS_H_
#define WAARBORG_SERVICES_FRAMEWORK_COMMANDS_H_

// The changing rpcs of FrameworkService, one file each in commands/. The errors are those of the proto
// comments.

#include "absl/status/statusor.h"
#include "services/call/error.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/framework/v1/framework.pb.h"

namespace waarborg::framework {

// CheckMeaning: what is wrong with the fields of a request as far as the request itself can tell, of any
// shape. The edge asks it together with the shape; the command asks again, because it stands on its own.
void CheckMeaning(const v1::PublishFrameworkVersionRequest& request, call::Violations& violations);

// Every fault of the version is named, in the order of its fields.
absl::StatusOr<v1::FrameworkVersion> PublishFrameworkVersion(
    ledger::UnitOfWork& unit, const v1::PublishFrameworkVersionRequest& request);

}  // namespace waarborg::framework

#endif  // WAARBORG_SERVICES_FRAMEWORK_COMMANDS_H_
