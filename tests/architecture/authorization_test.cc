#include "services/call/authorization.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

}  // namespace
}  // namespace waarborg::architecture
