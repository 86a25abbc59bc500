#include "tests/architecture/layers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"

namespace waarborg::architecture {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Layers, NoFileIncludesWhatItsRoomMayNot) {
  const std::vector<std::string> files =
      FilesBelow({"clients", "proto", "services", "storage"}, {".h", ".cc"});
  ASSERT_THAT(files, SizeIs(testing::Gt(100)));
  std::vector<std::string> breaches;
  for (const std::string& file : files) {
    for (const Include& include : IncludesOf(TextOf(file))) {
      const std::optional<std::string> breach = Breach(file, include);
      if (breach.has_value())
        breaches.push_back(absl::StrCat(file, " includes ", include.name, ": ", *breach));
    }
  }
  EXPECT_THAT(breaches, IsEmpty()) << absl::StrCat(breaches.size(), " breaches");
}

TEST(Layers, IncludesAreReadInEverySpelling) {
  const std::vector<Include> includes = IncludesOf(
      "#include <vector>\n  #  include \"a/b.h\"  // why\n// #include \"c/d.h\"\n#include\"e/f.h\"\n");
  ASSERT_THAT(includes, SizeIs(3));
  EXPECT_EQ(includes[0].name, "vector");
  EXPECT_FALSE(includes[0].quoted);
  EXPECT_EQ(includes[1].name, "a/b.h");
  EXPECT_TRUE(includes[1].quoted);
  EXPECT_EQ(includes[2].name, "e/f.h");
}

struct Case {
  const char* file;
  const char* include;
};

std::ostream& operator<<(std::ostream& out, const Case& planted) {
  return out << planted.file << " includes " << planted.include;
}

class PlantedBreach : public testing::TestWithParam<Case> {};

TEST_P(PlantedBreach, IsFound) {
  EXPECT_NE(Breach(GetParam().file, {GetParam().include, true}), std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(
    EveryWall, PlantedBreach,
    testing::Values(
        // The shared rules know nothing of ours but the language.
        Case{"services/rules/merkle.cc", "services/call/error.h"},
        // One file speaks SMTP.
        Case{"services/notice/postman.cc", "curl/curl.h"}, Case{"services/server.cc", "curl/curl.h"},
        // One file asks libmagic.
        Case{"services/evidence/metadata.cc", "magic.h"},
        Case{"services/rules/merkle.cc", "waarborg/audit/v1/audit.pb.h"},
        Case{"services/rules/merkle.cc", "google/protobuf/message.h"},
        Case{"services/rules/merkle.cc", "storage/keys.h"},
        Case{"services/rules/merkle.cc", "grpcpp/grpcpp.h"},
        Case{"services/language/die.h", "services/call/error.h"},
        // A noun's rules are pure.
        Case{"services/team/rules/roles.cc", "storage/store.h"},
        Case{"services/team/rules/roles.cc", "grpcpp/grpcpp.h"},
        Case{"services/team/rules/roles.cc", "services/ledger/ledger.h"},
        Case{"services/team/rules/roles.cc", "services/team/records.h"},
        Case{"services/team/rules/roles.cc", "services/registry/names.h"},
        Case{"services/team/rules/roles.cc", "services/escalation/rules/ladder.h"},
        // The cellar knows no noun, and RocksDB lives in one corner of it.
        Case{"storage/store.h", "rocksdb/db.h"}, Case{"storage/store.h", "storage/rocksdb/executor.h"},
        Case{"storage/schema.h", "services/team/records.h"},
        Case{"storage/schema.h", "waarborg/team/v1/team.pb.h"},
        Case{"storage/rocksdb/executor.cc", "services/ledger/ledger.h"},
        Case{"storage/rocksdb/executor.cc", "grpcpp/grpcpp.h"}, Case{"services/server.cc", "rocksdb/db.h"},
        // Call, ledger and edge know no noun; call and edge no storage; only the edge knows gRPC.
        Case{"services/call/call.h", "grpcpp/grpcpp.h"}, Case{"services/call/call.h", "storage/store.h"},
        Case{"services/call/call.h", "services/team/names.h"},
        Case{"services/call/call.h", "services/ledger/ledger.h"},
        Case{"services/ledger/ledger.h", "services/team/names.h"},
        Case{"services/ledger/ledger.h", "grpcpp/grpcpp.h"},
        Case{"services/ledger/ledger.h", "storage/rocksdb/rocksdb_store.h"},
        Case{"services/edge/edge.cc", "storage/store.h"},
        Case{"services/edge/edge.cc", "services/ledger/ledger.h"},
        Case{"services/edge/edge.cc", "services/team/directory.h"},
        // A noun sees of earlier nouns what they show, of later ones nothing, and no door.
        Case{"services/registry/queries.cc", "services/team/records.h"},
        Case{"services/team/queries.cc", "services/assessment/names.h"},
        Case{"services/improvement/queries.cc", "services/assessment/changes.h"},
        Case{"services/improvement/queries.cc", "services/assessment/commands.h"},
        Case{"services/improvement/commands/start.cc", "services/improvement/commands/finish.h"},
        Case{"services/improvement/queries.cc", "services/flow/raise_acute.h"},
        Case{"services/improvement/queries.cc", "services/edge/edge.h"},
        Case{"services/improvement/queries.cc", "grpcpp/grpcpp.h"},
        Case{"services/improvement/queries.cc", "waarborg/improvement/v1/improvement.grpc.pb.h"},
        Case{"services/improvement/queries.cc", "services/improvement/improvement_service.h"},
        Case{"services/audit/queries.cc", "services/registry/records.h"},
        Case{"services/lifecycle/queries.cc", "services/registry/rules/policy.h"},
        Case{"services/backup/backup_worker.cc", "services/team/records.h"},
        // Flow builds on nouns' changes, not on their commands or services.
        Case{"services/flow/raise_acute.cc", "services/escalation/commands/propose_steps.h"},
        Case{"services/flow/raise_acute.cc", "services/escalation/escalation_service.h"},
        Case{"services/flow/raise_acute.cc", "grpcpp/grpcpp.h"},
        Case{"services/flow/raise_acute.cc", "services/edge/edge.h"},
        // A service is thin: its own noun and the edge.
        Case{"services/team/team_service.cc", "services/registry/names.h"},
        Case{"services/team/team_service.cc", "storage/store.h"},
        // Clients are guests.
        Case{"clients/cli/main.cc", "services/call/error.h"}, Case{"clients/cli/main.cc", "storage/keys.h"},
        Case{"clients/cli/main.cc", "services/team/rules/roles.h"},
        Case{"clients/push/report.cc", "services/incident/rules/envelope.h"},
        Case{"clients/push/acks.cc", "services/language/status_macros.h"},
        Case{"services/incident/intake.cc", "clients/push/item.h"},
        Case{"services/team/queries.cc", "clients/cpp/client.h"},
        // Libraries have their rooms too.
        Case{"services/team/queries.cc", "openssl/evp.h"},
        Case{"services/team/queries.cc", "nlohmann/json.hpp"},
        Case{"services/team/queries.cc", "boost/asio.hpp"},
        Case{"services/team/queries.cc", "tests/support/desk.h"},
        // A path says whose it is; a new room has to be written down.
        Case{"services/team/queries.cc", "names.h"}, Case{"services/team/queries.cc", "../registry/names.h"},
        Case{"services/gossip/queries.cc", "absl/status/status.h"},
        Case{"services/loose_file.cc", "absl/status/status.h"}));

class AllowedInclude : public testing::TestWithParam<Case> {};

TEST_P(AllowedInclude, IsNoBreach) {
  EXPECT_EQ(Breach(GetParam().file, {GetParam().include, true}), std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(
    TheTable, AllowedInclude,
    testing::Values(Case{"services/rules/sha256.cc", "openssl/evp.h"},
                    Case{"services/team/rules/roles.h", "services/registry/rules/policy.h"},
                    Case{"services/improvement/commands/start.cc", "services/assessment/records.h"},
                    Case{"services/flow/raise_acute.cc", "services/escalation/changes.h"},
                    Case{"services/lifecycle/queries.cc", "services/escalation/rules/lifecycle.h"},
                    Case{"services/team/team_service.h", "waarborg/team/v1/team.grpc.pb.h"},
                    Case{"services/team/team_service.h", "services/flow/raise_acute.h"},
                    // It hands the ledger to its noun's functions.
                    Case{"services/team/team_service.h", "services/ledger/ledger.h"},
                    Case{"services/main.cc", "storage/rocksdb/rocksdb_store.h"},
                    Case{"storage/rocksdb/executor.h", "rocksdb/db.h"},
                    Case{"clients/cli/audit_verify.cc", "services/rules/merkle.h"}));

}  // namespace
}  // namespace waarborg::architecture
