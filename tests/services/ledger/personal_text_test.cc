// What may say something about a person is in no leaf, and comes back as long as it is kept.

#include "absl/strings/match.h"
#include "gtest/gtest.h"
#include "services/ledger/personal_text.h"
#include "services/ledger/serialized.h"
#include "tests/services/ledger/books.h"
#include "tests/support/matchers.h"
#include "waarborg/assessment/v1/assessment.pb.h"

namespace waarborg::ledger {
namespace {

using testing::IsOk;

constexpr absl::string_view kSecret = "Mevrouw de Vries viel op 3 mei";
constexpr absl::string_view kOther = "De heer Jansen sloot de deur";

class PersonalTextTest : public ::testing::Test {
 protected:
  assessment::v1::Finding FindingWithTexts() {
    assessment::v1::Finding finding;
    finding.set_name("regions/nmd/assessments/a/findings/VE01");
    finding.set_motivation(std::string(kSecret));
    finding.add_previous()->set_motivation(std::string(kOther));
    finding.mutable_remark()->set_text(std::string(kSecret));
    return finding;
  }

  void StoreFinding(const assessment::v1::Finding& finding) {
    ASSERT_THAT(books_.Write([&finding](UnitOfWork& unit) -> absl::Status {
      static constexpr RecordTable<assessment::v1::Finding> kFindings{storage::tables::kFinding};
      RETURN_IF_ERROR(unit.Put(kFindings, KeyOf("VE01"), finding));
      Fact fact = FactOf("ScoresGiven", "regions/nmd/assessments/a");
      fact.reason = std::string(kOther);
      unit.Record(fact);
      return absl::OkStatus();
    }),
                IsOk());
  }

  Books books_;
};

TEST_F(PersonalTextTest, NoLeafHoldsIt) {
  StoreFinding(FindingWithTexts());
  for (const std::string& leaf : books_.Leaves()) {
    EXPECT_FALSE(absl::StrContains(leaf, kSecret));
    EXPECT_FALSE(absl::StrContains(leaf, kOther));
    EXPECT_FALSE(absl::StrContains(leaf, "de Vries"));
    EXPECT_TRUE(absl::StrContains(leaf, "VE01"));
    EXPECT_TRUE(absl::StrContains(leaf, "sha256:"));
  }
}

TEST_F(PersonalTextTest, AReaderGetsItBackInEveryPlace) {
  const assessment::v1::Finding finding = FindingWithTexts();
  StoreFinding(finding);
  const audit::v1::Event event = books_.Events().at(0);
  EXPECT_EQ(event.reason(), kOther);
  EXPECT_EQ(event.changes(0).after(), Serialized(finding));
}

TEST_F(PersonalTextTest, EqualTextsHaveDifferentDigests) {
  StoreFinding(FindingWithTexts());
  audit::v1::Event event;
  ASSERT_TRUE(event.ParseFromString(books_.Leaves().at(0)));
  assessment::v1::Finding stored;
  ASSERT_TRUE(stored.ParseFromString(event.changes(0).after()));
  EXPECT_TRUE(absl::StartsWith(stored.motivation(), "sha256:"));
  EXPECT_NE(stored.motivation(), stored.remark().text());
  EXPECT_NE(stored.previous(0).motivation(), event.reason());
}

TEST_F(PersonalTextTest, ATextRemovedLeavesItsDigestAndTheTreeAsItWas) {
  StoreFinding(FindingWithTexts());
  const std::string root = ReadHead(*books_.store->Read(), "nmd")->root();
  ASSERT_THAT(storage::WriteAndWait(*books_.store,
                                    [](storage::Transaction& transaction) {
                                      transaction.Delete(storage::tables::kJournalPersonal,
                                                         storage::KeyBuilder().Text("nmd").Number(1).Take());
                                      return absl::OkStatus();
                                    }),
              IsOk());
  const audit::v1::Event event = books_.Events().at(0);
  EXPECT_TRUE(absl::StartsWith(event.reason(), "sha256:"));
  EXPECT_FALSE(absl::StrContains(event.SerializeAsString(), kSecret));
  EXPECT_EQ(ReadHead(*books_.store->Read(), "nmd")->root(), root);
}

TEST_F(PersonalTextTest, ATextChangedBesideTheLeafIsNotShown) {
  internal::v1::PersonalTexts kept;
  assessment::v1::Finding finding = FindingWithTexts();
  TakeOut(finding, books_.entropy, kept);
  ASSERT_EQ(kept.texts_size(), 3);
  kept.mutable_texts(0)->set_text("Niets aan de hand");
  const std::string digest = finding.motivation();
  PutBack(finding, kept);
  EXPECT_EQ(finding.motivation(), digest);
  EXPECT_EQ(finding.previous(0).motivation(), kOther);
}

TEST_F(PersonalTextTest, EmptyTextsStayEmpty) {
  internal::v1::PersonalTexts kept;
  assessment::v1::Finding finding;
  finding.set_name("regions/nmd/assessments/a/findings/VE01");
  finding.add_previous();
  TakeOut(finding, books_.entropy, kept);
  EXPECT_EQ(kept.texts_size(), 0);
  EXPECT_EQ(finding.motivation(), "");
}

TEST_F(PersonalTextTest, ATextIsFoundInEveryPlace) {
  assessment::v1::Finding bare;
  bare.set_name("regions/nmd/assessments/a/findings/VE01");
  bare.add_previous();
  bare.mutable_remark();
  EXPECT_FALSE(HoldsText(bare));
  assessment::v1::Finding finding = bare;
  finding.set_motivation(std::string(kSecret));
  EXPECT_TRUE(HoldsText(finding));
  finding = bare;
  finding.add_previous()->set_motivation(std::string(kSecret));
  EXPECT_TRUE(HoldsText(finding));
  finding = bare;
  finding.mutable_remark()->set_text(std::string(kSecret));
  EXPECT_TRUE(HoldsText(finding));
}

TEST_F(PersonalTextTest, ATextThatLooksLikeADigestComesBackAsItWas) {
  internal::v1::PersonalTexts kept;
  assessment::v1::Finding finding;
  finding.set_motivation("sha256:0000");
  finding.mutable_remark()->set_text(std::string(kSecret));
  const std::string before = Serialized(finding);
  TakeOut(finding, books_.entropy, kept);
  PutBack(finding, kept);
  EXPECT_EQ(Serialized(finding), before);
}

}  // namespace
}  // namespace waarborg::ledger
