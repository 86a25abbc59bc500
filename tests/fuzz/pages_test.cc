// Property: a page token comes from outside like any other text. Whatever it says, a list answers a page of
// what was asked for, or refuses the token. WAARBORG_FUZZ_SEED=n forges that seed's tokens and no others.

#include <iostream>
#include <memory>
#include <optional>

#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "google/protobuf/stubs/logging.h"
#include "gtest/gtest.h"
#include "services/call/page.h"
#include "storage/keys.h"
#include "tests/fuzz/author.h"
#include "tests/fuzz/house.h"
#include "tests/fuzz/story.h"
#include "tests/fuzz/texts.h"
#include "waarborg/internal/v1/stored.pb.h"

namespace waarborg::fuzz {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;
using ::testing::IsEmpty;

std::vector<const Method*> Lists() {
  std::vector<const Method*> lists;
  for (const Method* const method : AllMethods()) {
    if (method->input_type()->FindFieldByName("page_token") != nullptr) lists.push_back(method);
  }
  return lists;
}

std::string TextIn(const Message& message, const char* field) {
  const FieldDescriptor* const found = message.GetDescriptor()->FindFieldByName(field);
  return found == nullptr ? "" : message.GetReflection()->GetString(message, found);
}

// A list that was asked for one entry at a time, and has a second page.
struct List {
  Attempt attempt;
  std::string token;
};

class Pages : public ::testing::Test {
 protected:
  // A list of the rpc that has two pages; nothing when chance finds none.
  static std::optional<List> SomeList(Chance& chance, House& house, const Method& method) {
    Author author(chance, house.known());
    for (int tries = 0; tries < 60; ++tries) {
      const std::unique_ptr<Message> request = NewMessage(*method.input_type());
      author.Fill(*request, 0);
      const Attempt attempt =
          WithToken({.method = &method, .member = house.Caller(chance, method)}, *request, "");
      const Answer answer = house.Try(attempt);
      if (!answer.status.ok()) continue;
      const std::unique_ptr<Message> page = NewMessage(*method.output_type());
      page->ParseFromString(answer.messages.front());
      const std::string token = TextIn(*page, "next_page_token");
      if (!token.empty()) return List{.attempt = attempt, .token = token};
    }
    return std::nullopt;
  }

  static Attempt WithToken(Attempt attempt, Message& request, const std::string& token) {
    const google::protobuf::Descriptor& type = *request.GetDescriptor();
    request.GetReflection()->SetInt32(&request, type.FindFieldByName("page_size"), 1);
    request.GetReflection()->SetString(&request, type.FindFieldByName("page_token"), token);
    attempt.bytes = request.SerializeAsString();
    return attempt;
  }

  // A token of the same list that begins elsewhere.
  static std::string Forged(Chance& chance, const std::string& token) {
    std::string bytes;
    internal::v1::PageToken parsed;
    if (!absl::WebSafeBase64Unescape(token, &bytes) || !parsed.ParseFromString(bytes)) return token;
    switch (chance.Below(5)) {
      case 0:
        return Spoiled(chance, token);
      case 1:
        parsed.set_next_key(Spoiled(chance, parsed.next_key()));
        break;
      case 2:
        parsed.set_next_key(AnyBytes(chance, 30));
        break;
      case 3:
        parsed.set_next_key(storage::KeyBuilder().Text("zorgkantoor-noord").Take());
        break;
      default:
        parsed.set_next_key(absl::StrCat(parsed.next_key(), AnyBytes(chance, 30)));
    }
    return absl::WebSafeBase64Escape(parsed.SerializeAsString());
  }

  // The names on a page that are not of the region asked for.
  static std::vector<std::string> Strangers(const Method& method, const Message& request,
                                            const std::string& bytes) {
    const std::unique_ptr<Message> page = NewMessage(*method.output_type());
    page->ParseFromString(bytes);
    const std::string parent = TextIn(request, "parent");
    const std::string region =
        absl::StartsWith(parent, "regions/nmd") ? "regions/nmd/" : "regions/zorgkantoor-noord/";
    std::vector<std::string> strangers;
    for (int i = 0; i < page->GetDescriptor()->field_count() && !parent.empty(); ++i) {
      const FieldDescriptor* const field = page->GetDescriptor()->field(i);
      if (!field->is_repeated() || field->message_type() == nullptr) continue;
      // What has no name is no resource: a row of the policy, a term of something else.
      if (field->message_type()->FindFieldByName("name") == nullptr) continue;
      for (int j = 0; j < page->GetReflection()->FieldSize(*page, field); ++j) {
        const std::string name = TextIn(page->GetReflection()->GetRepeatedMessage(*page, field, j), "name");
        if (!absl::StartsWith(name, region)) strangers.push_back(name);
      }
    }
    return strangers;
  }

  google::protobuf::LogSilencer silence_;
};

TEST_F(Pages, OfForgedTokensAreRefusedOrShowOnlyWhatWasAskedFor) {
  for (const unsigned seed : Seeds(2)) {
    SCOPED_TRACE(Replay(seed));
    Chance chance(seed);
    House house;
    PlayStory(house, [](const Attempt&) {});
    int lists = 0;
    int shown = 0;
    for (const Method* const method : Lists()) {
      const std::optional<List> list = SomeList(chance, house, *method);
      if (!list.has_value()) continue;
      ++lists;
      const std::unique_ptr<Message> request = NewMessage(*method->input_type());
      request->ParseFromString(list->attempt.bytes);
      for (int i = 0; i < 40; ++i) {
        const Attempt forged = WithToken(list->attempt, *request, Forged(chance, list->token));
        const Answer answer = house.Try(forged);
        if (!answer.status.ok()) continue;
        ++shown;
        ASSERT_THAT(Strangers(*method, *request, answer.messages.front()), IsEmpty()) << forged.ToString();
      }
    }
    std::cout << "seed " << seed << ": " << lists << " of " << Lists().size() << " lists, " << shown
              << " pages shown\n";
    ASSERT_THAT(house.breaches(), IsEmpty());
    EXPECT_GE(lists, 8);
    EXPECT_GT(shown, 50);
  }
}

}  // namespace
}  // namespace waarborg::fuzz
