#include "clients/push/window.h"

#include <future>
#include <string>

#include "gtest/gtest.h"

namespace waarborg::push {
namespace {

Item ItemOf(const std::string& id, std::size_t bytes = 10) {
  Item item;
  item.request.mutable_event()->set_id(id);
  item.bytes = bytes;
  return item;
}

std::string IdOf(const Window::Held& item) { return item == nullptr ? "none" : item->request.event().id(); }

TEST(WindowTest, WhatIsOfferedIsSentInOrderAndAnsweredByPlace) {
  Window window(10, 1000);
  for (const char* id : {"a", "b", "c"}) EXPECT_TRUE(window.Offer(ItemOf(id)));
  window.EndInput();
  window.Begin();
  for (const char* id : {"a", "b", "c", "none"}) EXPECT_EQ(IdOf(window.Next()), id);
  EXPECT_EQ(IdOf(window.Take(3)), "c");
  EXPECT_EQ(IdOf(window.Take(3)), "none");
  EXPECT_EQ(IdOf(window.Take(1)), "a");
  EXPECT_FALSE(window.IsDone());
  EXPECT_EQ(IdOf(window.Take(2)), "b");
  EXPECT_TRUE(window.IsDone());
  EXPECT_FALSE(window.WaitForWork());
}

TEST(WindowTest, WhatAStreamLeftUnansweredComesFirstInTheNext) {
  Window window(10, 1000);
  for (const char* id : {"a", "b", "c", "d"}) window.Offer(ItemOf(id));
  window.Begin();
  for (int i = 0; i < 3; ++i) window.Next();
  window.Take(2);
  window.Keep(1, window.Take(1));
  window.End();
  EXPECT_EQ(IdOf(window.Next()), "none");
  window.Begin();
  for (const char* id : {"a", "c", "d"}) EXPECT_EQ(IdOf(window.Next()), id);
  EXPECT_EQ(IdOf(window.Take(1)), "a");
  EXPECT_EQ(IdOf(window.Take(2)), "c");
}

TEST(WindowTest, WhoReadsWaitsForRoomOfItemsAndOfBytes) {
  for (const auto& [items, bytes] : {std::pair{2, 1000}, std::pair{10, 20}}) {
    Window window(static_cast<std::size_t>(items), static_cast<std::size_t>(bytes));
    window.Offer(ItemOf("a"));
    window.Offer(ItemOf("b"));
    auto third = std::async(std::launch::async, [&window] { return window.Offer(ItemOf("c")); });
    window.Begin();
    window.Next();
    window.Next();
    // Sent is not answered: there is no room yet.
    EXPECT_EQ(third.wait_for(std::chrono::milliseconds(20)), std::future_status::timeout);
    window.Take(1);
    EXPECT_TRUE(third.get());
  }
}

TEST(WindowTest, AnItemLargerThanTheWholeWindowPassesAlone) {
  Window window(10, 20);
  EXPECT_TRUE(window.Offer(ItemOf("a", 500)));
  window.Begin();
  EXPECT_EQ(IdOf(window.Next()), "a");
}

TEST(WindowTest, ClosingLetsEveryoneGo) {
  Window window(1, 1000);
  window.Offer(ItemOf("a"));
  auto offered = std::async(std::launch::async, [&window] { return window.Offer(ItemOf("b")); });
  window.Begin();
  window.Next();
  auto next = std::async(std::launch::async, [&window] { return IdOf(window.Next()); });
  window.Close();
  EXPECT_FALSE(offered.get());
  EXPECT_EQ(next.get(), "none");
  EXPECT_FALSE(window.WaitForWork());
}

}  // namespace
}  // namespace waarborg::push
