// Lists in pages: complete, in order, bounded, and never beyond their own prefix.

#include "absl/strings/str_format.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/ledger/page_scan.h"
#include "tests/services/ledger/books.h"
#include "tests/support/matchers.h"

namespace waarborg::ledger {
namespace {

using testing::FieldFaults;
using testing::IsOk;

class PageScanTest : public ::testing::Test {
 protected:
  PageScanTest() {
    const absl::Status stored = books_.Write([](UnitOfWork& unit) -> absl::Status {
      for (int i = 0; i < 23; ++i) {
        Member member;
        member.set_display_name(absl::StrCat("m", i));
        member.set_provider(i % 2 == 0 ? "even" : "odd");
        RETURN_IF_ERROR(unit.Put(kPeople, KeyOf(absl::StrFormat("id%02d", i)), member));
        RETURN_IF_ERROR(
            unit.Put(kPeople, storage::KeyBuilder().Text("other").Text(absl::StrFormat("id%02d", i)).Take(), member));
      }
      unit.Record(FactOf("Stored", "regions/nmd"));
      return absl::OkStatus();
    });
    EXPECT_THAT(stored, IsOk());
  }

  // All items of a list, page by page; each page but the last is full.
  template <class List>
  std::vector<std::string> Walk(std::int32_t page_size, const std::string& prefix, const List& list) {
    std::vector<std::string> names;
    std::string token;
    do {
      const call::Page page = call::ParsePage(page_size, token, "members|nmd").value();
      const absl::StatusOr<PageOf<Member>> found = list(*books_.store->Read(), kPeople, prefix, page);
      EXPECT_THAT(found, IsOk());
      if (!found.ok()) return names;
      for (const Member& member : found->items) names.push_back(member.display_name());
      token = found->next_page_token;
      EXPECT_TRUE(token.empty() || found->items.size() == static_cast<std::size_t>(page_size));
    } while (!token.empty());
    return names;
  }

  const std::string nmd_ = storage::KeyBuilder().Text("nmd").Take();
  Books books_;
};

TEST_F(PageScanTest, PagesOfAnySizeGiveEveryRecordOnceInKeyOrder) {
  std::vector<std::string> all;
  for (int i = 0; i < 23; ++i) all.push_back(absl::StrCat("m", i));
  for (const int size : {1, 2, 7, 22, 23, 24, 200}) {
    EXPECT_EQ(Walk(size, nmd_, &ListRecords<Member>), all) << size;
  }
}

TEST_F(PageScanTest, AnIndexGivesItsRecordsInItsOwnOrder) {
  const std::string even = storage::KeyBuilder().Text("even").Take();
  const std::vector<std::string> names = Walk(5, even, &ListByIndex<Member>);
  ASSERT_EQ(names.size(), 24U);
  EXPECT_EQ(names.front(), "m0");
  EXPECT_EQ(names.back(), "m22");
}

TEST_F(PageScanTest, TheLastFullPageHasNoNextOne) {
  const call::Page page = call::ParsePage(23, "", "members|nmd").value();
  EXPECT_EQ(ListRecords(*books_.store->Read(), kPeople, nmd_, page)->next_page_token, "");
}

TEST_F(PageScanTest, ATokenWhoseKeyLiesElsewhereShowsNothingOfOthers) {
  const call::Page honest = call::ParsePage(5, "", "members|nmd").value();
  for (const std::string& elsewhere :
       {std::string("\x01"), storage::KeyBuilder().Text("aaa").Take(), storage::KeyBuilder().Text("other").Take(),
        std::string("nmd")}) {
    const std::string forged = call::PageToken(honest, elsewhere);
    const absl::StatusOr<call::Page> page = call::ParsePage(5, forged, "members|nmd");
    ASSERT_THAT(page, IsOk());
    const absl::StatusOr<PageOf<Member>> found = ListRecords(*books_.store->Read(), kPeople, nmd_, *page);
    EXPECT_THAT(FieldFaults(found.status()), ::testing::ElementsAre("page_token: INVALID_PAGE_TOKEN"));
  }
}

TEST_F(PageScanTest, APageEndsWhereAnAnswerIsFull) {
  const std::string large = storage::KeyBuilder().Text("large").Take();
  ASSERT_THAT(books_.Write([](UnitOfWork& unit) -> absl::Status {
    for (int i = 0; i < 5; ++i) {
      Member member;
      member.set_display_name(std::string(kPageBytes * 2 / 5, 'x'));
      member.set_provider("large");
      RETURN_IF_ERROR(unit.Put(kPeople, storage::KeyBuilder().Text("large").Number(static_cast<unsigned>(i)).Take(),
                               member));
      unit.Record(FactOf("Stored", "regions/nmd"));
    }
    return absl::OkStatus();
  }),
              IsOk());
  for (const auto list : {&ListRecords<Member>, &ListByIndex<Member>}) {
    std::vector<std::size_t> sizes;
    std::string token;
    do {
      const call::Page page = call::ParsePage(100, token, "members|large").value();
      const absl::StatusOr<PageOf<Member>> found = list(*books_.store->Read(), kPeople, large, page);
      ASSERT_THAT(found, IsOk());
      sizes.push_back(found->items.size());
      token = found->next_page_token;
    } while (!token.empty());
    EXPECT_THAT(sizes, ::testing::ElementsAre(2, 2, 1));
  }
}

TEST_F(PageScanTest, AnEmptyListIsOneEmptyPage) {
  const call::Page page = call::ParsePage(0, "", "members|none").value();
  const auto found = ListRecords(*books_.store->Read(), kPeople, storage::KeyBuilder().Text("none").Take(), page);
  ASSERT_THAT(found, IsOk());
  EXPECT_TRUE(found->items.empty());
  EXPECT_EQ(found->next_page_token, "");
}

}  // namespace
}  // namespace waarborg::ledger
