#include "services/framework/rules/content_hash.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/golden/frameworks.h"

namespace waarborg::framework {
namespace {

TEST(ContentHash, IsSixtyFourLowerCaseHexDigits) {
  EXPECT_THAT(ContentHash(Dkk2019()), testing::MatchesRegex("[0-9a-f]+"));
  EXPECT_EQ(ContentHash(Dkk2019()).size(), 64U);
}

TEST(ContentHash, DoesNotDependOnWhatThePublisherFillsIn) {
  v1::FrameworkVersion published = Dkk2019();
  published.set_content_hash("something");
  published.mutable_publish_time()->set_seconds(1'600'000'000);
  EXPECT_EQ(ContentHash(published), ContentHash(Dkk2019()));
}

TEST(ContentHash, ChangesWithTheSmallestChangeOfContent) {
  v1::FrameworkVersion other = Dkk2019();
  other.mutable_criteria(7)->mutable_title()->mutable_en()->append(".");
  EXPECT_NE(ContentHash(other), ContentHash(Dkk2019()));
}

TEST(ContentHash, IsThatOfTheSerialisedMessage) {
  // SHA-256 of the bytes 0a 01 61: field 1, one character, "a".
  v1::FrameworkVersion version;
  version.set_name("a");
  EXPECT_EQ(ContentHash(version), "23dca2a7429612378554b0bb5b85012dec00a17cc2c673f17d2b76a50b839cd5");
}

}  // namespace
}  // namespace waarborg::framework
