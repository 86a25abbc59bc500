// What comes in stays in quarantine until a real scanner found it clean.

#include "services/evidence/scanner.h"

#include <algorithm>
#include <atomic>
#include <memory>

#include "tests/services/evidence/archive.h"
#include "tests/services/evidence/fake_clamd.h"
#include "tests/services/evidence/real_clamd.h"

namespace waarborg::evidence {
namespace {

constexpr std::size_t kChunk = storage::kChunkBytes;

class ScannerTest : public Archive {
 protected:
  void SetUp() override {
    settings.scans = true;
    clamd_.Start();
  }

  v1::Attachment Current(const std::string& id = "b-1") { return *Get(id, manager); }

  RealClamd clamd_;
  Scanner scanner_{desk.ledger, desk.entropy, clamd_.address(), [](absl::string_view) {}};
};

TEST_F(ScannerTest, WhatIsCleanBecomesAvailable) {
  const std::string content = Bytes(kChunk + 10);
  ASSERT_THAT(Upload(content), IsOk());
  ASSERT_THAT(scanner_.RunOnce(), IsOk());
  EXPECT_EQ(Current().state(), v1::Attachment::STATE_AVAILABLE);
  EXPECT_EQ(Current().scan().verdict(), v1::Scan::VERDICT_CLEAN);
  EXPECT_EQ(desk.LastEvent().kind(), "AttachmentFoundClean");
  EXPECT_EQ(desk.LastEvent().role(), team::v1::ROLE_SYSTEM);
  EXPECT_EQ(Download("b-1", member)->bytes, content);
  EXPECT_EQ(Count(storage::tables::kScanOrder), 0U);
}

TEST_F(ScannerTest, WhatIsInfectedIsNeverServed) {
  std::string content = Bytes(2 * kChunk);
  // Across the edge of two chunks.
  content.replace(kChunk - 5, std::string(kPlanted).size(), kPlanted);
  ASSERT_THAT(Upload(content), IsOk());
  ASSERT_THAT(scanner_.RunOnce(), IsOk());
  EXPECT_EQ(Current().state(), v1::Attachment::STATE_REJECTED);
  EXPECT_EQ(Current().scan().finding(), kPlantedName);
  EXPECT_THAT(Download("b-1", manager), ReasonIs("NOT_SERVED"));
  EXPECT_EQ(desk.LastEvent().kind(), "AttachmentFoundInfected");
}

TEST_F(ScannerTest, OneInfectedFileDoesNotHoldUpAnother) {
  ASSERT_THAT(Upload(std::string(kPlanted), "b-1"), IsOk());
  ASSERT_THAT(Upload(Bytes(10), "b-2"), IsOk());
  ASSERT_THAT(scanner_.RunOnce(), IsOk());
  EXPECT_EQ(Current("b-1").state(), v1::Attachment::STATE_REJECTED);
  EXPECT_EQ(Current("b-2").state(), v1::Attachment::STATE_AVAILABLE);
}

TEST_F(ScannerTest, WhatTheScannerCannotJudgeStaysInQuarantineAndSaysWhy) {
  // More than this scanner takes.
  ASSERT_THAT(Upload(Bytes(5 * kChunk)), IsOk());
  ASSERT_THAT(scanner_.RunOnce(), IsOk());
  EXPECT_EQ(Current().state(), v1::Attachment::STATE_QUARANTINED);
  EXPECT_EQ(Current().scan().verdict(), v1::Scan::VERDICT_FAILED);
  EXPECT_THAT(Current().scan().finding(), ::testing::HasSubstr("size limit exceeded"));
  const std::size_t events = desk.Events().size();
  desk.clock.Advance(absl::Hours(2));
  ASSERT_THAT(scanner_.RunOnce(), IsOk());
  EXPECT_EQ(desk.Events().size(), events);
  EXPECT_THAT(Withdraw(), IsOk());
  EXPECT_EQ(Count(storage::tables::kScanOrder), 0U);
}

TEST_F(ScannerTest, WhileTheScannerIsDownNothingIsServedAndThenItGoesOn) {
  clamd_.Stop();
  ASSERT_THAT(Upload(Bytes(10)), IsOk());
  EXPECT_THAT(scanner_.RunOnce(), StatusIs(absl::StatusCode::kUnavailable));
  EXPECT_EQ(Current().state(), v1::Attachment::STATE_QUARANTINED);
  clamd_.Start();
  ASSERT_THAT(scanner_.RunOnce(), IsOk());
  EXPECT_EQ(Current().state(), v1::Attachment::STATE_AVAILABLE);
}

TEST_F(ScannerTest, AVerdictThatCouldNotBeWrittenDownIsTriedAgainSoon) {
  const auto full = std::make_shared<std::atomic<bool>>(true);
  desk.epilogue = [full](ledger::UnitOfWork& unit) {
    const bool refused = *full && unit.call().method == "scanner/verdict";
    return refused ? absl::ResourceExhaustedError("queue full") : absl::OkStatus();
  };
  ASSERT_THAT(Upload(Bytes(10)), IsOk());
  EXPECT_THAT(scanner_.RunOnce(), StatusIs(absl::StatusCode::kResourceExhausted));
  EXPECT_EQ(Current().state(), v1::Attachment::STATE_QUARANTINED);
  *full = false;
  ASSERT_THAT(scanner_.RunOnce(), IsOk());
  EXPECT_EQ(Current().state(), v1::Attachment::STATE_AVAILABLE);
}

// A daemon that hangs up in the middle of one content.
class BrokenOffTest : public Archive {
 protected:
  void SetUp() override { settings.scans = true; }

  v1::Attachment Current(const std::string& id) { return *Get(id, manager); }

  FakeClamd clamd_{"hang up"};
  Scanner scanner_{desk.ledger, desk.entropy, clamd_.address(), [](absl::string_view) {}};
};

TEST_F(BrokenOffTest, OneContentThatTheScannerBreaksOffOnHoldsUpNoOther) {
  std::string first = Bytes(2 * kChunk);
  first.replace(100, 7, "hang up");
  ASSERT_THAT(Upload(first, "b-1"), IsOk());
  ASSERT_THAT(Upload(Bytes(10), "b-2"), IsOk());
  ASSERT_THAT(scanner_.RunOnce(), IsOk());
  EXPECT_EQ(Current("b-2").state(), v1::Attachment::STATE_AVAILABLE);
  EXPECT_EQ(Current("b-1").state(), v1::Attachment::STATE_QUARANTINED);
  EXPECT_EQ(Current("b-1").scan().verdict(), v1::Scan::VERDICT_FAILED);
  EXPECT_THAT(Current("b-1").scan().finding(), ::testing::HasSubstr("clamd"));
  // After an hour it is asked again, and the answer counts.
  clamd_.Mend();
  ASSERT_THAT(scanner_.RunOnce(), IsOk());
  EXPECT_EQ(Current("b-1").state(), v1::Attachment::STATE_QUARANTINED);
  desk.clock.Advance(absl::Hours(1));
  ASSERT_THAT(scanner_.RunOnce(), IsOk());
  EXPECT_EQ(Current("b-1").state(), v1::Attachment::STATE_AVAILABLE);
}

TEST_F(ScannerTest, TwoServersGiveOneVerdict) {
  Scanner other(desk.ledger, desk.entropy, clamd_.address(), [](absl::string_view) {});
  ASSERT_THAT(Upload(Bytes(10)), IsOk());
  ASSERT_THAT(scanner_.RunOnce(), IsOk());
  ASSERT_THAT(other.RunOnce(), IsOk());
  const auto kinds = Kinds();
  EXPECT_EQ(std::count(kinds.begin(), kinds.end(), "AttachmentFoundClean"), 1);
}

}  // namespace
}  // namespace waarborg::evidence
