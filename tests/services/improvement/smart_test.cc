#include "services/improvement/rules/smart.h"

#include <functional>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "tests/services/improvement/plans.h"

namespace waarborg::improvement {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Window kWindow{absl::CivilDay(2025, 6, 2), absl::CivilDay(2025, 12, 2)};

PlanItems TwoItems() { return All<v1::PlanItem>({Item("VE02"), Item("VE03")}); }

TEST(PlanFaultsTest, AnItemForEveryShortcomingWithinTheWindowHasNoFault) {
  const Proposals first_and_last_day =
      All<v1::ItemProposal>({Proposal("VE03", Date(2025, 6, 2)), Proposal("VE02", Date(2025, 12, 2))});
  EXPECT_THAT(Lines(PlanFaults(TwoItems(), first_and_last_day, kWindow)), IsEmpty());
}

struct Spoilt {
  std::string name;
  std::function<void(v1::ItemProposal&)> spoil;
  std::string fault;
};

class OneFaultTest : public ::testing::TestWithParam<Spoilt> {};

TEST_P(OneFaultTest, IsNamedWithItsField) {
  v1::ItemProposal spoilt = Proposal("VE03", Date(2025, 9, 1));
  GetParam().spoil(spoilt);
  const Proposals proposals = All<v1::ItemProposal>({Proposal("VE02", Date(2025, 9, 1)), spoilt});
  EXPECT_THAT(Lines(PlanFaults(TwoItems(), proposals, kWindow)), ElementsAre(GetParam().fault));
}

INSTANTIATE_TEST_SUITE_P(
    Smart, OneFaultTest,
    ::testing::Values(Spoilt{"NoAction", [](auto& p) { p.set_action(" \t\n"); },
                             "items[1].action: ITEM_NEEDS_ACTION (VE03)"},
                      Spoilt{"NoOwner", [](auto& p) { p.clear_owner(); },
                             "items[1].owner: ITEM_NEEDS_OWNER (VE03)"},
                      Spoilt{"NoMeasure", [](auto& p) { p.set_measure(" "); },
                             "items[1].measure: ITEM_NEEDS_MEASURE (VE03)"},
                      Spoilt{"DayBefore", [](auto& p) { *p.mutable_due_date() = Date(2025, 6, 1); },
                             "items[1].due_date: DUE_DATE_IN_PAST (2025-06-02)"},
                      Spoilt{"DayAfter", [](auto& p) { *p.mutable_due_date() = Date(2025, 12, 3); },
                             "items[1].due_date: DUE_DATE_AFTER_END (2025-12-02)"}),
    [](const auto& test) { return test.param.name; });

TEST(PlanFaultsTest, AllFaultsComeAtOnceAndForgottenItemsLast) {
  v1::ItemProposal empty;
  empty.set_criterion("VE99");
  *empty.mutable_due_date() = Date(2024, 1, 1);
  const Proposals proposals =
      All<v1::ItemProposal>({Proposal("VE02", Date(2025, 9, 1)), Proposal("VE02", Date(2026, 9, 1)), empty});
  EXPECT_THAT(
      Lines(PlanFaults(TwoItems(), proposals, kWindow)),
      ElementsAre(
          "items[1].criterion: DUPLICATE_ITEM (VE02)", "items[1].due_date: DUE_DATE_AFTER_END (2025-12-02)",
          "items[2].criterion: UNKNOWN_ITEM (VE99)", "items[2].action: ITEM_NEEDS_ACTION (VE99)",
          "items[2].owner: ITEM_NEEDS_OWNER (VE99)", "items[2].due_date: DUE_DATE_IN_PAST (2025-06-02)",
          "items[2].measure: ITEM_NEEDS_MEASURE (VE99)", "items: ITEM_MISSING (VE03)"));
}

TEST(ChangeFaultsTest, SomeItemsMayChangeButNotThoseThatAreDone) {
  const PlanItems items = All<v1::PlanItem>({Item("VE02"), Item("VE03", v1::PlanItem::STATE_DONE)});
  EXPECT_THAT(
      Lines(ChangeFaults(items, All<v1::ItemProposal>({Proposal("VE02", Date(2025, 9, 1))}), kWindow)),
      IsEmpty());
  EXPECT_THAT(
      Lines(ChangeFaults(items, All<v1::ItemProposal>({Proposal("VE03", Date(2025, 9, 1))}), kWindow)),
      ElementsAre("items[0].criterion: ITEM_ALREADY_DONE (VE03)"));
}

TEST(ReasonFaultsTest, ReasonsAreAboutItemsOnceEach) {
  EXPECT_THAT(Lines(ReasonFaults(TwoItems(), All<v1::ItemReason>({Reason("VE02", "te vaag")}))), IsEmpty());
  EXPECT_THAT(Lines(ReasonFaults(TwoItems(), All<v1::ItemReason>({Reason("VE02", "a"), Reason("VE02", "b"),
                                                                  Reason("LK01", "c")}))),
              ElementsAre("reasons[1].criterion: DUPLICATE_ITEM (VE02)",
                          "reasons[2].criterion: UNKNOWN_ITEM (LK01)"));
}

TEST(ReportFaultsTest, NothingIsReportedOnAnItemWithoutAnAction) {
  PlanItems items = TwoItems();
  items[0].set_action("Scholing");
  EXPECT_THAT(Lines(ReportFaults(items, All<v1::ItemProgress>({Report("VE02", v1::PlanItem::STATE_DONE),
                                                               Report("VE03", v1::PlanItem::STATE_DONE)}))),
              ElementsAre("items[1].criterion: ITEM_NOT_PLANNED (VE03)"));
}

TEST(AdoptTest, TheProvidersWordsAnswerTheReasonToReturn) {
  PlanItems items = TwoItems();
  items[1].set_return_reason("te vaag");
  Adopt(All<v1::ItemProposal>({Proposal("VE03", Date(2025, 9, 1))}), items);
  EXPECT_EQ(items[1].action(), "Scholing voor alle medewerkers");
  EXPECT_EQ(items[1].owner(), "Teamleider zorg");
  EXPECT_EQ(items[1].due_date().month(), 9);
  EXPECT_EQ(items[1].measure(), "Negen van tien dossiers op orde");
  EXPECT_EQ(items[1].return_reason(), "");
  EXPECT_EQ(items[0].action(), "");
}

TEST(UncoveredItemsTest, NamesWhatLacksAnyOfTheFour) {
  PlanItems items = All<v1::PlanItem>({Item("A"), Item("B"), Item("C"), Item("D"), Item("E")});
  for (const char* criterion : {"A", "B", "C", "D", "E"}) {
    Adopt(All<v1::ItemProposal>({Proposal(criterion, Date(2025, 9, 1))}), items);
  }
  EXPECT_THAT(UncoveredItems(items), IsEmpty());
  items[0].clear_action();
  items[1].set_owner(" ");
  items[2].clear_due_date();
  items[3].clear_measure();
  EXPECT_THAT(UncoveredItems(items), ElementsAre("A", "B", "C", "D"));
}

}  // namespace
}  // namespace waarborg::improvement
