#include "clients/cli/command.h"

#include <map>
#include <set>
#include <sstream>

#include "clients/cli/command_line.h"
#include "clients/cli/request.h"
#include "clients/cpp/services.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace waarborg::cli {
namespace {

using ::testing::IsEmpty;

TEST(CommandTest, EveryRpcHasExactlyOneCommand) {
  std::multiset<std::string> reached;
  for (const Command& command : Commands()) {
    if (!command.rpc.empty()) reached.emplace(command.rpc);
  }
  std::multiset<std::string> rpcs;
  for (const auto* service : client::Services()) {
    for (int i = 0; i < service->method_count(); ++i) {
      // A stream in both directions is for programs of its own.
      const auto& method = *service->method(i);
      if (!method.client_streaming() || !method.server_streaming()) rpcs.insert(method.name());
    }
  }
  EXPECT_EQ(reached, rpcs);
  EXPECT_EQ(std::set<std::string>(rpcs.begin(), rpcs.end()).size(), rpcs.size())
      << "an rpc's name is not unique";
}

TEST(CommandTest, EveryServiceOfTheApiIsKnown) {
  for (const auto* service : client::Services())
    EXPECT_EQ(service->file()->service_count(), 1) << service->full_name();
  EXPECT_EQ(client::Services().size(), 19U);
}

TEST(CommandTest, ACommandHasOneName) {
  std::set<std::string> names;
  for (const Command& command : Commands())
    EXPECT_TRUE(names.insert(NameOf(command)).second) << NameOf(command);
}

TEST(CommandTest, ACommandWithoutAnRpcHasItsOwnCode) {
  for (const Command& command : Commands()) EXPECT_TRUE(!command.rpc.empty() || command.run != nullptr);
}

TEST(CommandTest, GetIsAnotherWordForShow) {
  EXPECT_EQ(FindCommand("provider", "get"), FindCommand("provider", "show"));
  EXPECT_EQ(FindCommand("provider", "destroy"), nullptr);
}

// A flag that every command has would hide a field of the same name.
TEST(CommandTest, NoCommonFlagHidesAFieldThatCanOnlyBeSetByFlag) {
  for (const Command& command : Commands()) {
    if (command.run != nullptr) continue;
    const auto& request = *client::FindMethod(command.rpc)->input_type();
    for (const std::string& flag : GlobalFlags()) {
      const Parsed<FieldPath> path = ResolveField(flag, request);
      // A message can still be reached through its own fields, or with --file.
      EXPECT_TRUE(!path.ok() || path->steps.back()->message_type() != nullptr)
          << NameOf(command) << " --" << flag;
    }
  }
}

}  // namespace
}  // namespace waarborg::cli
