#include "services/call/authorization.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tests/architecture/api.h"

namespace waarborg::architecture {
namespace {

using ::testing::SizeIs;
using ::testing::UnorderedElementsAreArray;

TEST(Authorization, EveryRpcHasARowAndEveryRowAnRpc) {
  ASSERT_THAT(Methods(), SizeIs(testing::Gt(20)));
  EXPECT_THAT(call::AuthorizedMethods(), UnorderedElementsAreArray(Methods()));
}

TEST(Authorization, AMethodWithoutARowHasNoRoles) {
  EXPECT_EQ(call::RolesOf("waarborg.team.v1.TeamService/Gossip"), nullptr);
}

// What only those with a mandate do, and what settles an assessment; reading, confirming and talking decide
// nothing.
bool IsDecision(const google::protobuf::MethodDescriptor& method) {
  const std::string& name = method.name();
  if (name == "FinaliseAssessment" || name == "ConcludeJudgement") return true;
  const std::string full = absl::StrCat(method.service()->full_name(), "/", name);
  const std::vector<call::Role>* const roles = call::RolesOf(full);
  for (const char* talk : {"waarborg.comment.v1.CommentService", "waarborg.notice.v1.NoticeService",
                           "waarborg.watch.v1.WatchService"}) {
    if (method.service()->full_name() == talk) return false;
  }
  const bool reads =
      absl::StartsWith(name, "Get") || absl::StartsWith(name, "List") || absl::StartsWith(name, "Stream") ||
                     absl::StartsWith(name, "Download");
  return !reads && roles != nullptr &&
         std::find(roles->begin(), roles->end(), team::v1::ROLE_DECISION_MAKER) != roles->end();
}

TEST(Authorization, EveryDecisionCanBeRehearsed) {
  int decisions = 0;
  for (const google::protobuf::FileDescriptor* file : ProtoFiles()) {
    for (int s = 0; s < file->service_count(); ++s) {
      for (int m = 0; m < file->service(s)->method_count(); ++m) {
        const google::protobuf::MethodDescriptor& method = *file->service(s)->method(m);
        if (!IsDecision(method)) continue;
        ++decisions;
        EXPECT_NE(method.input_type()->FindFieldByName("validate_only"), nullptr) << method.full_name();
      }
    }
  }
  EXPECT_GE(decisions, 13);
}

}  // namespace
}  // namespace waarborg::architecture
