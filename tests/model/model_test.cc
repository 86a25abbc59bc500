// Property: whatever the people of a region wish for, in whatever order, the invariants hold after every
// step, and from wherever they are, they can bring everything to its end.
//
// A history is made by its seed alone. WAARBORG_MODEL_SEED=n plays that one history.

#include <cstdlib>
#include <iostream>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/model/moves.h"

namespace waarborg::model {
namespace {

using ::testing::IsEmpty;

constexpr int kWishes = 1000;
constexpr int kWishesToEnd = 6000;

std::vector<unsigned> Seeds() {
  const char* const chosen = std::getenv("WAARBORG_MODEL_SEED");
  if (chosen != nullptr) return {static_cast<unsigned>(std::strtoul(chosen, nullptr, 10))};
  std::vector<unsigned> seeds;
  for (unsigned seed = 1; seed <= 24; ++seed) seeds.push_back(seed);
  return seeds;
}

absl::Duration SomeTime(World& world) {
  if (world.Chance(60)) return absl::Hours(1 + world.Below(48));
  if (world.Chance(10)) return absl::Hours(24 * (60 + world.Below(150)));
  return absl::Hours(24 * (1 + world.Below(14)));
}

void TakeTurn(World& world, bool ending) {
  const bool moved = !world.Chance(10) && Wish(world, ending);
  if (!moved) world.Pass(SomeTime(world));
}

// Nothing new is begun; what is open must come to its end.
void BringToTheEnd(World& world) {
  for (int i = 0; i < kWishesToEnd && world.breaches().empty() && !Unended(world).empty(); ++i) {
    TakeTurn(world, /*ending=*/true);
  }
}

void Play(World& world) {
  for (int i = 0; i < kWishes && world.breaches().empty(); ++i) {
    TakeTurn(world, /*ending=*/false);
    if (i % 100 == 0) world.Audit();
  }
  BringToTheEnd(world);
  world.Audit();
}

TEST(Model, EveryHistoryHoldsTheInvariantsAndCanBeBroughtToItsEnd) {
  for (const unsigned seed : Seeds()) {
    World world(seed);
    Play(world);
    std::cout << "seed " << seed << ": " << world.accepted() << " accepted, " << world.refused()
              << " refused\n";
    ASSERT_THAT(world.breaches(), IsEmpty()) << "WAARBORG_MODEL_SEED=" << seed << "\n" << world.Story();
    ASSERT_THAT(Unended(world), IsEmpty()) << "WAARBORG_MODEL_SEED=" << seed << "\n" << world.Story();
    ASSERT_GT(world.accepted(), kWishes / 10) << seed;
  }
}

struct Row {
  const char* noun;
  const char* event;
};
constexpr Row kCore[] = {{"step", "decide"},
                         {"step", "decide_lighter"},
                         {"step", "decide_not"},
                         {"step", "reopen_hearing"},
                         {"step", "reject"},
                         {"step", "withdraw"},
                         {"step", "term_passed"},
                         {"acute_case", "impose_provisional"},
                         {"acute_case", "ratify"},
                         {"acute_case", "lapse"},
                         {"acute_case", "lift"},
                         {"acute_case", "dismiss"},
                         {"improvement_plan", "re_assessed_improved"},
                         {"improvement_plan", "re_assessed_partly"},
                         {"improvement_plan", "re_assessed_not"},
                         {"improvement_plan", "give_up"},
                         {"improvement_plan", "fail_by_end_date"},
                         {"improvement_plan", "supersede"},
                         {"attention_point", "close"},
                         {"assessment", "finalise"},
                         {"assessment", "correct"},
                         {"assessment", "resend_draft"},
                         {"assessment", "cancel"},
                         {"assessment", "confirm"}};

TEST(Model, HistoriesReachTheCoreRowsOfEveryLifecycle) {
  if (std::getenv("WAARBORG_MODEL_SEED") != nullptr) GTEST_SKIP() << "one history does not reach all";
  Coverage all;
  for (const unsigned seed : Seeds()) {
    World world(seed);
    Play(world);
    all.Add(world.coverage());
  }
  std::cout << all.Report();
  for (const Row& row : kCore) EXPECT_GT(all.Times(row.noun, row.event), 0) << row.noun << " " << row.event;
}

// Trust is text and a label, down to the last field.
std::vector<std::string> NumbersIn(const google::protobuf::Descriptor& message) {
  using Field = google::protobuf::FieldDescriptor;
  std::vector<std::string> numbers;
  for (int i = 0; i < message.field_count(); ++i) {
    const Field& field = *message.field(i);
    const bool label = field.cpp_type() == Field::CPPTYPE_STRING || field.cpp_type() == Field::CPPTYPE_ENUM ||
                       field.cpp_type() == Field::CPPTYPE_BOOL;
    if (label || field.message_type() == google::protobuf::Timestamp::descriptor()) continue;
    if (field.message_type() == nullptr) {
      numbers.push_back(field.full_name());
      continue;
    }
    for (const std::string& each : NumbersIn(*field.message_type())) numbers.push_back(each);
  }
  return numbers;
}

TEST(Model, TrustHoldsNoNumber) {
  EXPECT_THAT(NumbersIn(*assessment::v1::TrustRecord::descriptor()), IsEmpty());
  EXPECT_THAT(NumbersIn(*assessment::v1::Sample::descriptor()), ::testing::SizeIs(2));
}

}  // namespace
}  // namespace waarborg::model
