#include "clients/cli/resource_name.h"

#include "gtest/gtest.h"
#include "waarborg/audit/v1/audit.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::cli {
namespace {

constexpr char kProvider[] = "regions/*/providers/*";
constexpr char kStep[] = "regions/*/escalations/*/steps/*";

struct Spelling {
  const char* given;
  const char* pattern;
  const char* full;
};

TEST(ResourceNameTest, ShortNamesBecomeFullOnes) {
  const Spelling spellings[] = {
      {"p-1", kProvider, "regions/nmd/providers/p-1"},
      {"providers/p-1", kProvider, "regions/nmd/providers/p-1"},
      {"other/p-1", kProvider, "regions/other/providers/p-1"},
      {"regions/x/providers/p-1", kProvider, "regions/x/providers/p-1"},
      {"p-1/s-1", kStep, "regions/nmd/escalations/p-1/steps/s-1"},
      {"escalations/p-1/steps/s-1", kStep, "regions/nmd/escalations/p-1/steps/s-1"},
      {"-", "regions/*/escalations/*", "regions/nmd/escalations/-"},
      {"x", "regions/*", "regions/x"},
      {"administrator", "regions/*/members/*", "regions/nmd/members/administrator"},
      {"regions/shared/members/root", "regions/*/members/*", "regions/shared/members/root"},
  };
  for (const Spelling& spelling : spellings) {
    EXPECT_EQ(Expand(spelling.given, spelling.pattern, "nmd"), spelling.full) << spelling.given;
  }
}

TEST(ResourceNameTest, WhatFitsNoPatternStaysAsItIs) {
  EXPECT_EQ(Expand("a/b/c/d", kProvider, "nmd"), "a/b/c/d");
  EXPECT_EQ(Expand("dkk-2019", "", "nmd"), "dkk-2019");
  EXPECT_EQ(Expand("regions/nmd/assessments/a-1", kProvider, "nmd"), "regions/nmd/assessments/a-1");
}

TEST(ResourceNameTest, NothingStaysNothing) {
  for (const char* pattern : {kProvider, kStep, "regions/*", ""}) EXPECT_EQ(Expand("", pattern, "nmd"), "");
}

TEST(ResourceNameTest, ShortenUndoesExpand) {
  for (const char* name : {"regions/nmd/providers/p-1", "regions/nmd/members/m"}) {
    const std::string pattern =
        std::string(name).find("providers") != std::string::npos ? kProvider : "regions/*/members/*";
    EXPECT_EQ(Expand(Shorten(name, pattern), pattern, "nmd"), name);
  }
  EXPECT_EQ(Shorten("regions/nmd/escalations/p-1/steps/s-1", kStep), "p-1/s-1");
  EXPECT_EQ(Shorten("regions/nmd", "regions/*"), "nmd");
  EXPECT_EQ(Shorten("something else", kProvider), "something else");
  EXPECT_EQ(Shorten("frameworks/dkk/versions/2019", "frameworks/*/versions/*"),
            "frameworks/dkk/versions/2019");
}

TEST(ResourceNameTest, WhatIsBelowARegionCanBeGivenBack) {
  EXPECT_EQ(BelowRegion("regions/nmd/assessments/a-1"), "assessments/a-1");
  EXPECT_EQ(Expand("assessments/a-1", "regions/*/assessments/*", "nmd"), "regions/nmd/assessments/a-1");
  EXPECT_EQ(BelowRegion("regions/shared/members/administrator"), "regions/shared/members/administrator");
  EXPECT_EQ(BelowRegion("system"), "system");
}

TEST(ResourceNameTest, ThePatternComesFromTheField) {
  const auto& request = *registry::v1::GetProviderRequest::descriptor();
  EXPECT_EQ(PatternOf(*request.FindFieldByName("name")), kProvider);
  EXPECT_EQ(PatternOf(*audit::v1::Event::descriptor()->FindFieldByName("actor")), "");
}

}  // namespace
}  // namespace waarborg::cli
