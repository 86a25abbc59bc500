#include "services/call/page.h"

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/support/matchers.h"

namespace waarborg::call {
namespace {

using testing::FieldFaults;

TEST(PageTest, SizesAreDefaultedBoundedAndNeverNegative) {
  EXPECT_EQ(ParsePage(0, "", "list")->size, kDefaultPageSize);
  EXPECT_EQ(ParsePage(1, "", "list")->size, 1);
  EXPECT_EQ(ParsePage(kLargestPageSize, "", "list")->size, kLargestPageSize);
  EXPECT_EQ(ParsePage(2'000'000'000, "", "list")->size, kLargestPageSize);
  EXPECT_THAT(FieldFaults(ParsePage(-1, "", "list").status()), ::testing::ElementsAre("page_size: INVALID_PAGE_SIZE"));
}

TEST(PageTest, ATokenLeadsToItsKeyWhateverBytesItHas) {
  const Page page = ParsePage(5, "", "list").value();
  for (const std::string& key : {std::string("nmd\0\1p1", 7), std::string("\xFF\xFE"), std::string("plain")}) {
    EXPECT_EQ(ParsePage(5, PageToken(page, key), "list")->next_key, key);
  }
}

TEST(PageTest, ATokenFitsOnlyTheListItCameFrom) {
  const std::string token = PageToken(ParsePage(5, "", "members|regions/nmd").value(), "key");
  EXPECT_THAT(ParsePage(5, token, "members|regions/nmd"), testing::IsOk());
  for (const char* other : {"members|regions/other", "providers|regions/nmd", "", "members|regions/nmd|"}) {
    EXPECT_THAT(FieldFaults(ParsePage(5, token, other).status()),
                ::testing::ElementsAre("page_token: INVALID_PAGE_TOKEN"))
        << other;
  }
}

TEST(PageTest, WhatIsNoTokenIsRefused) {
  const std::string token = PageToken(ParsePage(5, "", "list").value(), "key");
  for (const std::string& text : {std::string("x"), std::string("!!!"), token.substr(1), token + "%", std::string("AAAA")}) {
    EXPECT_THAT(FieldFaults(ParsePage(5, text, "list").status()),
                ::testing::ElementsAre("page_token: INVALID_PAGE_TOKEN"))
        << text;
  }
}

TEST(PageTest, BothFaultsAreNamedAtOnce) {
  EXPECT_THAT(FieldFaults(ParsePage(-1, "x", "list").status()),
              ::testing::ElementsAre("page_size: INVALID_PAGE_SIZE", "page_token: INVALID_PAGE_TOKEN"));
}

TEST(PageTest, ATokenDoesNotGrowWithTheFilterOfItsList) {
  const std::string brief = PageToken(ParsePage(5, "", "list").value(), "key");
  const std::string wordy = PageToken(ParsePage(5, "", std::string(10'000, 'x')).value(), "key");
  EXPECT_EQ(brief.size(), wordy.size());
}

// Tokens live on in clients while servers are replaced, so the binding is a format.
TEST(PageTest, ATokenIsTheSameInEveryRelease) {
  EXPECT_EQ(PageToken(ParsePage(5, "", "members|regions/nmd").value(), "key"), "ChA0YjBiOWI0N2ZiMDU2ZmY1EgNrZXk");
}

}  // namespace
}  // namespace waarborg::call
