#include "services/registry/names.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/matchers.h"

namespace waarborg::registry {
namespace {

using testing::FieldFaults;
using testing::StatusIs;

TEST(PolicyVersionName, ReadsWhatItWrites) {
  const absl::StatusOr<PolicyVersionName> name = PolicyVersionName::Parse("regions/nmd/policyVersions/12");
  ASSERT_TRUE(name.ok());
  EXPECT_EQ(*name, (PolicyVersionName{.region = "nmd", .version = 12}));
  EXPECT_EQ(name->ToString(), "regions/nmd/policyVersions/12");
}

TEST(PolicyVersionName, IsAPositiveNumberInOneSpelling) {
  for (const char* wrong :
       {"regions/nmd/policyVersions/0", "regions/nmd/policyVersions/-1", "regions/nmd/policyVersions/01",
        "regions/nmd/policyVersions/first", "regions/nmd/policyVersions/1.0",
        "regions/nmd/policyVersions/99999999999999999999", "regions/nmd/policyVersions/",
        "regions/nmd/policyVersions/-", "regions/nmd"}) {
    const absl::StatusOr<PolicyVersionName> name = PolicyVersionName::Parse(wrong);
    EXPECT_THAT(name, StatusIs(absl::StatusCode::kInvalidArgument)) << wrong;
    EXPECT_THAT(FieldFaults(name.status()), ::testing::ElementsAre("name: INVALID_NAME")) << wrong;
  }
}

TEST(PolicyVersionName, KeysSortAsNumbers) {
  EXPECT_LT((PolicyVersionName{.region = "nmd", .version = 9}.Key()),
            (PolicyVersionName{.region = "nmd", .version = 10}.Key()));
}

}  // namespace
}  // namespace waarborg::registry
