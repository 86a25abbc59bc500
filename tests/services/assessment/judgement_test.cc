#include "services/assessment/rules/judgement.h"

#include "gmock/gmock.h"
#include "google/protobuf/text_format.h"
#include "tests/golden/frameworks.h"

namespace waarborg::assessment {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr JudgementStep kSteps[] = {JudgementStep::kQualityAndLaw, JudgementStep::kContext,
                                    JudgementStep::kTrust, JudgementStep::kConclusion};

// A judgement that holds the first `parts` parts.
v1::Judgement With(int parts) {
  v1::Judgement judgement;
  if (parts > 0) judgement.mutable_quality_and_law();
  if (parts > 1) judgement.mutable_context();
  if (parts > 2) judgement.mutable_trust();
  if (parts > 3) judgement.mutable_conclusion();
  return judgement;
}

int PartsOf(const v1::Judgement& judgement) {
  return (judgement.has_quality_and_law() ? 1 : 0) + (judgement.has_context() ? 1 : 0) +
         (judgement.has_trust() ? 1 : 0) + (judgement.has_conclusion() ? 1 : 0);
}

TEST(JudgementOrder, AsksForTheFirstPartThatIsMissing) {
  const std::string names[] = {"QUALITY_AND_LAW", "CONTEXT", "TRUST"};
  for (int present = 0; present <= 4; ++present) {
    for (int step = 0; step < 4; ++step) {
      const std::string expected = step > present ? names[present] : "";
      EXPECT_EQ(MissingBefore(With(present), kSteps[step]), expected) << present << " " << step;
    }
  }
}

TEST(JudgementOrder, AnEarlierPartAgainVoidsTheLaterOnes) {
  for (int step = 0; step < 4; ++step) {
    v1::Judgement judgement = With(4);
    ClearAfter(kSteps[step], judgement);
    EXPECT_EQ(PartsOf(judgement), step + 1);
  }
}

std::vector<std::string> FaultsIn(const std::string& text) {
  v1::TrustRecord trust;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &trust)) << text;
  std::vector<std::string> faults;
  for (const Fault& fault : TrustFaults(framework::Dkk2019(), trust))
    faults.push_back(fault.field + " " + fault.reason);
  return faults;
}

TEST(Trust, ThatMovedOrWeighedSaysByWhichBehaviour) {
  EXPECT_THAT(FaultsIn("judgement: TRUST_JUDGEMENT_PRESENT change: CHANGE_UNCHANGED"), IsEmpty());
  for (const char* change : {"CHANGE_DAMAGED", "CHANGE_RESTORED", "CHANGE_STRENGTHENED"}) {
    EXPECT_THAT(FaultsIn(std::string("judgement: TRUST_JUDGEMENT_DOUBTFUL change: ") + change),
                ElementsAre("trust.text TRUST_NEEDS_BEHAVIOUR"));
  }
  EXPECT_THAT(FaultsIn("judgement: TRUST_JUDGEMENT_PRESENT change: CHANGE_UNCHANGED weighed: true"),
              ElementsAre("trust.text TRUST_NEEDS_BEHAVIOUR"));
  EXPECT_THAT(FaultsIn("judgement: TRUST_JUDGEMENT_DAMAGED change: CHANGE_DAMAGED text: 'Hid a report.'"),
              IsEmpty());
}

TEST(Trust, ThatWasNotJudgedCannotWeigh) {
  EXPECT_THAT(
      FaultsIn("judgement: TRUST_JUDGEMENT_NOT_JUDGED change: CHANGE_UNCHANGED weighed: true text: 'x'"),
      ElementsAre("trust.weighed TRUST_NOT_JUDGED"));
}

TEST(Trust, ObservationsNameIndicatorsOfTheFrameworkVersion) {
  EXPECT_THAT(FaultsIn(R"pb(
                judgement: TRUST_JUDGEMENT_PRESENT
                change: CHANGE_UNCHANGED
                observations { indicator: "INT01" }
                observations { indicator: "INT99" }
              )pb"),
              ElementsAre("trust.observations[1].indicator UNKNOWN_INDICATOR"));
}

TEST(Trust, HoldsNoNumber) {
  for (const google::protobuf::Descriptor* type :
       {v1::TrustRecord::descriptor(), v1::TrustObservation::descriptor()}) {
    for (int i = 0; i < type->field_count(); ++i) {
      const auto kind = type->field(i)->cpp_type();
      using Field = google::protobuf::FieldDescriptor;
      EXPECT_TRUE(kind == Field::CPPTYPE_STRING || kind == Field::CPPTYPE_ENUM ||
                  kind == Field::CPPTYPE_BOOL || kind == Field::CPPTYPE_MESSAGE)
          << type->field(i)->full_name();
    }
  }
}

}  // namespace
}  // namespace waarborg::assessment
