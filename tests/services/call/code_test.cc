#include "services/call/code.h"

#include "gtest/gtest.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/registry/v1/registry.pb.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::call {
namespace {

TEST(CodeTest, AValueIsWrittenWithoutThePrefixOfItsEnum) {
  EXPECT_EQ(CodeOf(team::v1::ROLE_QUALITY_MANAGER), "QUALITY_MANAGER");
  EXPECT_EQ(CodeOf(assessment::v1::Assessment::STATE_RESPONSE_IN), "RESPONSE_IN");
  EXPECT_EQ(CodeOf(registry::v1::ASSESSMENT_KIND_RE_ASSESSMENT), "RE_ASSESSMENT");
  EXPECT_EQ(CodeOf(team::v1::FOUR_EYES_BEFORE), "BEFORE");
}

TEST(CodeTest, TheUnspecifiedValueHasNoCode) { EXPECT_EQ(CodeOf(team::v1::ROLE_UNSPECIFIED), ""); }

TEST(CodeTest, AValueThatIsNotDefinedIsItsNumber) {
  EXPECT_EQ(CodeOf(*team::v1::Role_descriptor(), 999), "999");
}

TEST(CodeTest, EveryCodeLeadsBackToItsNumber) {
  const google::protobuf::EnumDescriptor& type = *team::v1::Role_descriptor();
  for (int i = 0; i < type.value_count(); ++i) {
    const int number = type.value(i)->number();
    if (number == 0) continue;
    EXPECT_EQ(NumberOf(type, CodeOf(type, number)), number);
  }
}

TEST(CodeTest, WhatIsNoCodeHasNoNumber) {
  for (const char* text : {"", "UNSPECIFIED", "quality_manager", "ROLE_QUALITY_MANAGER", "JUDGE"}) {
    EXPECT_EQ(NumberOf(*team::v1::Role_descriptor(), text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace waarborg::call
