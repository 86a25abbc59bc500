#include "services/improvement/rules/ground.h"

#include <string>

#include "google/protobuf/text_format.h"
#include "gtest/gtest.h"

namespace waarborg::improvement {
namespace {

using registry::v1::LEVEL_IMPROVEMENT_PLAN;
using registry::v1::LEVEL_MONITORING;
using registry::v1::LEVEL_UNSPECIFIED;

assessment::v1::Conclusion Concluded(const std::string& text) {
  assessment::v1::Conclusion conclusion;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &conclusion)) << text;
  return conclusion;
}

TEST(GroundTest, APlanRestsOnTheResultOrOnTheLadder) {
  struct Row {
    std::string conclusion;
    registry::v1::Level level;
    bool calls;
  };
  const Row rows[] = {
      {"advice { band: BAND_GOOD }", LEVEL_MONITORING, false},
      {"advice { band: BAND_GOOD }", LEVEL_IMPROVEMENT_PLAN, true},
      {"advice { band: BAND_GOOD theme_flags: 'VE' }", LEVEL_MONITORING, true},
      {"advice { band: BAND_GOOD } follow_up: FOLLOW_UP_MONITORING_CONTRACT_MANAGEMENT", LEVEL_MONITORING,
       false},
      {"advice { band: BAND_GOOD } follow_up: FOLLOW_UP_IMPROVEMENT_PLAN", LEVEL_MONITORING, true},
      {"advice { band: BAND_SUFFICIENT }", LEVEL_MONITORING, true},
      {"advice { band: BAND_INSUFFICIENT }", LEVEL_MONITORING, true},
      {"", LEVEL_UNSPECIFIED, false},  // nothing was tested
  };
  for (const Row& row : rows) {
    EXPECT_EQ(CallsForPlan(Concluded(row.conclusion), row.level), row.calls)
        << row.conclusion << " at " << row.level;
  }
}

TEST(GroundTest, TheBandIsThatOfTheReadingChosen) {
  const std::string advice =
      "advice { band: BAND_GOOD deciding_reading: READING_POINTS_TEXT"
      " readings { reading: READING_POINTS_TEXT bands: BAND_GOOD }"
      " readings { reading: READING_COUNT_TEXT bands: BAND_SUFFICIENT }"
      " readings { reading: READING_COUNT_TABLE bands: BAND_GOOD bands: BAND_SUFFICIENT } }";
  EXPECT_EQ(BandOf(Concluded(advice)), framework::v1::BAND_GOOD);
  EXPECT_EQ(BandOf(Concluded(advice + " chosen_reading: READING_POINTS_TEXT")), framework::v1::BAND_GOOD);
  EXPECT_EQ(BandOf(Concluded(advice + " chosen_reading: READING_COUNT_TEXT")),
            framework::v1::BAND_SUFFICIENT);
  EXPECT_EQ(BandOf(Concluded(advice + " chosen_reading: READING_COUNT_TABLE")),
            framework::v1::BAND_SUFFICIENT);
}

}  // namespace
}  // namespace waarborg::improvement
