#include "clients/cli/audit_verify.h"

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "tests/clients/fake_server.h"

namespace waarborg::cli {
namespace {

using audit::v1::Event;
using audit::v1::GetTreeHeadRequest;
using audit::v1::Leaf;
using audit::v1::StreamLeavesRequest;
using audit::v1::TreeHead;
using nlohmann::json;
using ::testing::HasSubstr;
using testing::Printed;
using testing::RunCli;

class AuditVerifyTest : public ::testing::Test {
 protected:
  AuditVerifyTest() {
    for (int i = 1; i <= 9; ++i) leaves.push_back(LeafOf(i, i));
    Seal();
    server.tree_head = [this](const GetTreeHeadRequest& request, TreeHead& answer) {
      EXPECT_EQ(request.parent(), "regions/nmd");
      answer = head;
      return grpc::Status::OK;
    };
    server.leaves = [this](const StreamLeavesRequest& request, const std::function<void(const Leaf&)>& send) {
      EXPECT_EQ(request.tree_size(), head.size());
      for (const Leaf& leaf : leaves) send(leaf);
      return end;
    };
  }

  static Leaf LeafOf(int sequence, int number_in_event, const std::string& kind = "ScoresSubmitted") {
    Event event;
    event.set_name(absl::StrCat("regions/nmd/events/", number_in_event));
    event.set_sequence(number_in_event);
    event.set_kind(kind);
    Leaf leaf;
    leaf.set_sequence(sequence);
    leaf.set_content(event.SerializeAsString());
    return leaf;
  }

  // Makes the head that of the leaves as they are.
  void Seal() {
    rules::Frontier frontier;
    for (const Leaf& leaf : leaves) {
      frontier.Append(rules::HashLeaf(leaf.content()), [](int, std::uint64_t, const rules::Hash&) {});
    }
    head.set_size(static_cast<std::int64_t>(leaves.size()));
    head.set_root(std::string(rules::Bytes(frontier.Root())));
  }

  Printed Verify() { return RunCli(server, {"audit", "verify", "--region=nmd", "--output=json"}); }

  void ExpectBad(int sequence, const std::string& reason) {
    const Printed printed = Verify();
    EXPECT_EQ(printed.status, 1) << printed.err;
    const json report = json::parse(printed.out);
    EXPECT_EQ(report["verified"], false);
    EXPECT_EQ(report["first_bad_sequence"], sequence);
    EXPECT_EQ(report["reason"], reason);
  }

  std::vector<Leaf> leaves;
  TreeHead head;
  grpc::Status end = grpc::Status::OK;
  // Last, so that it has stopped sending before what it sends is gone.
  testing::FakeServer server;
};

TEST_F(AuditVerifyTest, AnUntouchedJournalHolds) {
  const Printed printed = Verify();
  EXPECT_EQ(printed.status, 0) << printed.err;
  EXPECT_EQ(json::parse(printed.out)["verified"], true);
  EXPECT_EQ(json::parse(printed.out)["size"], 9);
}

TEST_F(AuditVerifyTest, AnEmptyJournalHolds) {
  leaves.clear();
  Seal();
  EXPECT_EQ(Verify().status, 0);
}

TEST_F(AuditVerifyTest, AnEmptyJournalWithAnotherRootDoesNot) {
  leaves.clear();
  Seal();
  head.set_root(std::string(32, 'x'));
  ExpectBad(0, "ROOT_MISMATCH");
}

TEST_F(AuditVerifyTest, ALeafRewrittenAfterwardsChangesTheRoot) {
  leaves[4] = LeafOf(5, 5, "ScoresReturned");
  ExpectBad(1, "ROOT_MISMATCH");
}

TEST_F(AuditVerifyTest, ALeafThatIsNoEventIsNamed) {
  leaves[4].set_content("\xff\xff\xff");
  ExpectBad(5, "NOT_AN_EVENT");
}

TEST_F(AuditVerifyTest, ALeafOfAnotherRegionIsNamedThoughTheTreeAgrees) {
  Event event;
  event.ParseFromString(leaves[6].content());
  event.set_name("regions/other/events/7");
  leaves[6].set_content(event.SerializeAsString());
  Seal();
  ExpectBad(7, "NOT_AN_EVENT");
}

TEST_F(AuditVerifyTest, LeavesThatChangedPlacesAreNamedThoughTheTreeAgrees) {
  std::swap(leaves[2], leaves[3]);
  Seal();
  ExpectBad(3, "WRONG_SEQUENCE");
}

TEST_F(AuditVerifyTest, AnEventWithAnotherNumberThanItsLeafIsNamed) {
  leaves[2] = LeafOf(3, 4);
  Seal();
  ExpectBad(3, "WRONG_SEQUENCE");
}

TEST_F(AuditVerifyTest, ALeafLeftOutIsNamed) {
  leaves.erase(leaves.begin() + 5);
  ExpectBad(6, "WRONG_SEQUENCE");
}

TEST_F(AuditVerifyTest, ATailCutOffIsNamed) {
  leaves.pop_back();
  ExpectBad(9, "MISSING");
}

TEST_F(AuditVerifyTest, ALeafBeyondTheTreeIsNamed) {
  leaves.push_back(LeafOf(10, 10));
  ExpectBad(10, "TOO_MANY");
}

TEST_F(AuditVerifyTest, AServerThatFindsItsJournalDamagedFailsTheVerification) {
  leaves.resize(3);
  end = grpc::Status(grpc::StatusCode::DATA_LOSS, "leaf 4");
  ExpectBad(4, "NOT_AN_EVENT");
}

TEST_F(AuditVerifyTest, AnErrorOfTheCallIsNoVerdict) {
  leaves.resize(3);
  end = grpc::Status(grpc::StatusCode::PERMISSION_DENIED, "no");
  EXPECT_EQ(Verify().status, 5);
}

TEST_F(AuditVerifyTest, PeopleReadASentence) {
  EXPECT_THAT(RunCli(server, {"audit", "verify", "--lang=nl"}).out, HasSubstr("9 regels, alle in orde"));
}

}  // namespace
}  // namespace waarborg::cli
