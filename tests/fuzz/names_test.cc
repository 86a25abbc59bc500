// Property: a text from outside is either taken as what it says, and then says it again when it is printed,
// or refused in words. WAARBORG_FUZZ_SEED=n tries that seed's texts and no others.

#include "services/assessment/names.h"

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/call/code.h"
#include "services/call/error.h"
#include "services/call/name.h"
#include "services/call/page.h"
#include "services/escalation/names.h"
#include "services/framework/names.h"
#include "services/improvement/names.h"
#include "services/incident/names.h"
#include "services/registry/names.h"
#include "services/task/names.h"
#include "services/team/names.h"
#include "storage/keys.h"
#include "tests/fuzz/texts.h"
#include "tests/support/matchers.h"
#include "waarborg/assessment/v1/assessment.pb.h"

namespace waarborg::fuzz {
namespace {

constexpr int kTexts = 20'000;

// A name of the pattern with ids as they should be, or as they should not.
std::string SomeName(Chance& chance, absl::string_view pattern) {
  static constexpr absl::string_view kIds[] = {"nmd", "a", "A.b_c-9", "1", "007", "-", "9223372036854775807"};
  std::string name(pattern);
  for (std::size_t at = name.find('*'); at != std::string::npos; at = name.find('*')) {
    const absl::string_view id = chance.Pick(kIds);
    name.replace(at, 1, id.data(), id.size());
  }
  return chance.Percent(30) ? name : OddName(chance, name);
}

struct Counts {
  int taken = 0;
  int refused = 0;
};

template <class Name>
void TryOne(const std::string& text, Counts& counts) {
  const absl::StatusOr<Name> name = Name::Parse(text);
  if (!name.ok()) {
    ++counts.refused;
    EXPECT_THAT(name, testing::StatusIs(absl::StatusCode::kInvalidArgument));
    EXPECT_THAT(testing::FieldFaults(name.status()), ::testing::ElementsAre("name: INVALID_NAME"));
    return;
  }
  ++counts.taken;
  EXPECT_EQ(name->ToString(), text);
  EXPECT_FALSE(name->Key().empty());
}

template <class Name>
void TryNames(const char* pattern) {
  for (const unsigned seed : Seeds(2)) {
    SCOPED_TRACE(absl::StrCat(Replay(seed), pattern));
    Chance chance(seed);
    Counts counts;
    for (int i = 0; i < kTexts / 10 && !::testing::Test::HasFailure(); ++i) {
      TryOne<Name>(SomeName(chance, pattern), counts);
    }
    EXPECT_GT(counts.taken, 50);
    EXPECT_GT(counts.refused, 50);
  }
}

TEST(Texts, OfResourceNamesAreTakenAsTheyAreOrRefused) {
  TryNames<registry::RegionName>("regions/*");
  TryNames<registry::PolicyVersionName>("regions/*/policyVersions/*");
  TryNames<registry::ProviderName>("regions/*/providers/*");
  TryNames<registry::LocationName>("regions/*/providers/*/locations/*");
  TryNames<registry::ContractName>("regions/*/providers/*/contracts/*");
  TryNames<team::MemberName>("regions/*/members/*");
  TryNames<assessment::AssessmentName>("regions/*/assessments/*");
  TryNames<assessment::FindingName>("regions/*/assessments/*/findings/*");
  TryNames<assessment::DecisionRecordName>("regions/*/assessments/*/decisionRecords/*");
  TryNames<registry::CertificateName>("regions/*/providers/*/certificates/*");
  TryNames<registry::ObligationName>("regions/*/providers/*/obligations/*");
  TryNames<registry::ExternalJudgementName>("regions/*/providers/*/externalJudgements/*");
  TryNames<improvement::ImprovementPlanName>("regions/*/improvementPlans/*");
  TryNames<task::TaskName>("regions/*/tasks/*");
  TryNames<improvement::AttentionPointName>("regions/*/providers/*/attentionPoints/*");
  TryNames<incident::IncidentName>("regions/*/incidents/*");
  TryNames<escalation::EscalationName>("regions/*/escalations/*");
  TryNames<escalation::StandingName>("regions/*/escalations/*/standings/*");
  TryNames<escalation::StepName>("regions/*/escalations/*/steps/*");
  TryNames<escalation::AcuteCaseName>("regions/*/escalations/*/acuteCases/*");
  TryNames<framework::FrameworkVersionName>("frameworks/*/versions/*");
}

TEST(Texts, OfShortFrameworkNamesStandForOneLongName) {
  for (const unsigned seed : Seeds(2)) {
    SCOPED_TRACE(Replay(seed));
    Chance chance(seed);
    for (int i = 0; i < kTexts; ++i) {
      const std::string text =
          Spoiled(chance, chance.Percent(50) ? "dkk-2019" : "frameworks/dkk/versions/2019");
      const auto name = framework::FrameworkVersionName::ParseLongOrShort(text);
      if (!name.ok()) continue;
      ASSERT_EQ(*framework::FrameworkVersionName::Parse(name->ToString()), *name) << text;
      const bool short_form = !absl::StrContains(text, '/');
      ASSERT_EQ(short_form ? absl::StrCat(name->framework, "-", name->version) : name->ToString(), text);
    }
  }
}

TEST(Texts, OfChosenIdsAreIdentifiersAndHoldNoSeparator) {
  for (const unsigned seed : Seeds(2)) {
    SCOPED_TRACE(Replay(seed));
    Chance chance(seed);
    int chosen = 0;
    for (int i = 0; i < kTexts; ++i) {
      const std::string text = Spoiled(chance, "de-esdoorn-1");
      if (!call::IsChosenId(text)) continue;
      ++chosen;
      ASSERT_TRUE(call::IsIdentifier(text)) << text;
      ASSERT_EQ(call::MatchName(absl::StrCat("regions/nmd/providers/", text), "regions/*/providers/*"),
                std::vector<std::string>({"nmd", text}));
    }
    EXPECT_GT(chosen, 50);
  }
}

TEST(Texts, OfPageTokensLeadToThePageTheyWereMadeForOrAreRefused) {
  for (const unsigned seed : Seeds(2)) {
    SCOPED_TRACE(Replay(seed));
    Chance chance(seed);
    for (int i = 0; i < kTexts; ++i) {
      const std::string list = absl::StrCat("events|", AnyBytes(chance, 40));
      const std::string key = AnyBytes(chance, 40);
      const std::string token = call::PageToken({.size = 1, .next_key = "", .list = list}, key);
      const auto size = static_cast<std::int32_t>(chance.Bits());
      const auto page = call::ParsePage(size, token, list);
      ASSERT_EQ(page.ok(), size >= 0);
      if (page.ok()) {
        ASSERT_EQ(page->next_key, key);
        ASSERT_TRUE(page->size >= 1 && page->size <= call::kLargestPageSize) << size;
      }
      ASSERT_THAT(call::ParsePage(1, token, absl::StrCat(list, "x")),
                  testing::StatusIs(absl::StatusCode::kInvalidArgument));
      const auto spoiled = call::ParsePage(1, Spoiled(chance, token), list);
      if (spoiled.ok()) continue;
      ASSERT_THAT(testing::FieldFaults(spoiled.status()),
                  ::testing::ElementsAre("page_token: INVALID_PAGE_TOKEN"));
    }
  }
}

TEST(Texts, OfStoreKeysComeApartAsTheyWereBuiltAndOthersAreRefused) {
  for (const unsigned seed : Seeds(2)) {
    SCOPED_TRACE(Replay(seed));
    Chance chance(seed);
    for (int i = 0; i < kTexts; ++i) {
      const std::string text = absl::StrReplaceAll(AnyBytes(chance, 20), {{"x", std::string(1, '\0')}});
      const std::uint64_t number = chance.Bits();
      const std::string key = storage::KeyBuilder().Text(text).Number(number).Take();
      storage::KeyParser parser(key);
      ASSERT_EQ(*parser.Text(), text);
      ASSERT_EQ(*parser.Number(), number);
      ASSERT_TRUE(parser.AtEnd());
      const std::string other = Spoiled(chance, key);
      storage::KeyParser any(other);
      const auto first = any.Text();
      const auto second = any.Number();
      if (!first.ok() || !second.ok() || !any.AtEnd()) continue;
      ASSERT_EQ(storage::KeyBuilder().Text(*first).Number(*second).Take(), other);
    }
  }
}

TEST(Texts, OfCodesNameOneValueOrNone) {
  const google::protobuf::EnumDescriptor& type = *assessment::v1::Assessment::State_descriptor();
  for (const unsigned seed : Seeds(2)) {
    SCOPED_TRACE(Replay(seed));
    Chance chance(seed);
    for (int i = 0; i < kTexts; ++i) {
      const int value = type.value(chance.Below(type.value_count()))->number();
      const std::string code = call::CodeOf(type, value);
      ASSERT_EQ(call::NumberOf(type, code), value == 0 ? std::nullopt : std::optional<int>(value));
      const std::string odd = Spoiled(chance, code);
      const std::optional<int> number = call::NumberOf(type, odd);
      if (!number.has_value()) continue;
      ASSERT_EQ(call::CodeOf(type, *number), odd);
    }
  }
}

}  // namespace
}  // namespace waarborg::fuzz
