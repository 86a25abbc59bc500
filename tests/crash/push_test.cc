// The real waarborg-push delivers generated reports to a real server that is killed at ten moments that
// nobody chose; and is killed itself. No report is lost, none is kept twice, what is acknowledged is what is
// there, and the journal holds.
//
// WAARBORG_PUSH_REPORTS=n delivers n of them, WAARBORG_CRASH_SEED=n plays the same moments again.

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/clock.h"
#include "clients/cpp/client.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "services/language/die.h"
#include "tests/crash/growing_file.h"
#include "tests/crash/phoenix_server.h"
#include "tests/crash/player.h"
#include "tests/crash/reports.h"
#include "waarborg/incident/v1/incident.pb.h"

namespace waarborg::testing {
namespace {

constexpr int kKills = 10;
// What is left to deliver after the last kill.
constexpr std::int64_t kLeft = 300;

std::int64_t NumberIn(const char* variable, std::int64_t otherwise) {
  const char* const text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoll(text, nullptr, 10);
}

unsigned Seed() {
  const auto seed = static_cast<unsigned>(NumberIn("WAARBORG_CRASH_SEED", std::random_device{}()));
  std::cout << "WAARBORG_CRASH_SEED=" << seed << std::endl;
  return seed;
}

// A server with the sample region, and a folder with reports.
class Delivery final {
 public:
  Delivery(const std::string& name, std::int64_t reports)
      : server(name),
        player(server.address()),
        folder_(absl::StrCat(::testing::TempDir(), "/", name, "-reports", getpid())),
        reports_(reports) {
    player.SetTheScene();
    std::filesystem::create_directories(folder_);
    WriteReports();
  }
  ~Delivery() { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::string acks() const { return folder_ + "/acks.jsonl"; }

  Process Push() const {
    auto process = Process::Start({WAARBORG_PUSH, absl::StrCat("--server=", server.address()), "--lang=en",
                                   absl::StrCat("--acks=", acks()), "--give-up-after=2m",
                                   folder_ + "/a.jsonl", folder_ + "/b.csv", folder_ + "/c.json"});
    if (!process.ok()) language::Die(process.status().message());
    return *std::move(process);
  }

  // The incident of each event that was acknowledged, by its id; once for each line.
  [[nodiscard]] std::multimap<std::string, std::string> Acknowledged() const {
    std::multimap<std::string, std::string> incidents;
    std::ifstream file(acks());
    for (std::string line; std::getline(file, line);) {
      const nlohmann::json ack = nlohmann::json::parse(line);
      EXPECT_EQ(ack["source"], ReportGenerator::Source());
      incidents.emplace(ack["id"], ack["incident"]);
    }
    return incidents;
  }

  // The same, as the server has it.
  [[nodiscard]] std::multimap<std::string, std::string> Kept() const {
    client::Client client(client::Connect(server.address()));
    std::multimap<std::string, std::string> incidents;
    incident::v1::ListIncidentsRequest request;
    request.set_parent("regions/nmd");
    request.set_page_size(1000);
    do {
      const auto page = client.Call<incident::v1::ListIncidentsResponse>(
          "ListIncidents", request, "regions/nmd/members/incident-client");
      if (!page.ok()) language::Die(page.error().message_en);
      for (const incident::v1::Incident& incident : page->incidents()) {
        incidents.emplace(incident.event_id(), incident.name());
      }
      request.set_page_token(page->next_page_token());
    } while (!request.page_token().empty());
    return incidents;
  }

  // Nothing lost, nothing doubled, and what was acknowledged is what is kept.
  void Check() {
    const auto kept = Kept();
    const auto acknowledged = Acknowledged();
    std::int64_t lost = 0;
    std::int64_t doubled = 0;
    for (std::int64_t i = 1; i <= reports_; ++i) {
      const auto times = static_cast<std::int64_t>(kept.count(ReportGenerator::IdOf(i)));
      lost += times == 0 ? 1 : 0;
      doubled += std::max<std::int64_t>(0, times - 1);
    }
    std::cout << lost << " lost, " << doubled << " doubled" << std::endl;
    EXPECT_EQ(lost, 0);
    EXPECT_EQ(doubled, 0);
    EXPECT_EQ(kept.size(), static_cast<std::size_t>(reports_));
    EXPECT_TRUE(kept == acknowledged) << acknowledged.size() << " acknowledged";
    EXPECT_EQ(player.Verify(), 0);
  }

  PhoenixServer server;
  Player player;

 private:
  // A third in each format.
  void WriteReports() const {
    ReportGenerator generator(/*seed=*/1);
    std::ofstream lines(folder_ + "/a.jsonl");
    std::ofstream rows(folder_ + "/b.csv");
    std::ofstream events(folder_ + "/c.json");
    rows << ReportGenerator::CsvHeader() << "\n";
    events << "[";
    for (std::int64_t i = 1; i <= reports_; ++i) {
      if (i % 3 == 0) lines << generator.JsonLine(i) << "\n";
      if (i % 3 == 1) rows << generator.CsvRow(i) << "\n";
      if (i % 3 == 2) events << (i > 2 ? ",\n" : "") << generator.CloudEvent(i);
    }
    events << "]\n";
  }

  const std::string folder_;
  const std::int64_t reports_;
};

// After how many acknowledgements to kill, ascending.
std::vector<std::int64_t> Moments(int count, std::int64_t reports, std::minstd_rand& random) {
  std::vector<std::int64_t> moments;
  for (int i = 0; i < count; ++i) {
    moments.push_back(std::uniform_int_distribution<std::int64_t>(1, reports - kLeft)(random));
  }
  std::sort(moments.begin(), moments.end());
  return moments;
}

// Long enough to fall before, into and behind what follows.
void WaitALittle(std::minstd_rand& random) {
  std::this_thread::sleep_for(
      std::chrono::microseconds(std::uniform_int_distribution<int>(0, 20'000)(random)));
}

TEST(PushTest, NoReportIsLostOrDoubledInTenKillsOfTheServer) {
  const std::int64_t reports = NumberIn("WAARBORG_PUSH_REPORTS", 5'000);
  std::minstd_rand random(Seed());
  Delivery delivery("pushed", reports);
  GrowingFile acks(delivery.acks());
  const absl::Time begin = absl::Now();
  Process push = delivery.Push();
  for (const std::int64_t moment : Moments(kKills, reports, random)) {
    ASSERT_TRUE(acks.WaitForLines(moment)) << "nothing is acknowledged any more";
    WaitALittle(random);
    delivery.server.KillAndRise();
  }
  std::cout << push.ReadAll();
  EXPECT_EQ(push.Wait(), 0);
  const double seconds = absl::ToDoubleSeconds(absl::Now() - begin);
  std::cout << absl::StrFormat("%d reports through %d kills in %.1f s: %.0f a second", reports, kKills,
                               seconds, static_cast<double>(reports) / seconds)
            << std::endl;
  delivery.Check();
}

TEST(PushTest, AClientThatIsKilledGoesOnWhereItsAcknowledgementsEnd) {
  constexpr std::int64_t kReports = 2'000;
  std::minstd_rand random(Seed());
  Delivery delivery("resumed", kReports);
  GrowingFile acks(delivery.acks());
  std::vector<std::int64_t> before = Moments(/*count=*/4, kReports, random);
  for (const std::int64_t moment : before) {
    Process push = delivery.Push();
    ASSERT_TRUE(acks.WaitForLines(moment));
    WaitALittle(random);
    push.Signal(SIGKILL);
    push.Wait();
    // As a cut in the middle of a line would leave it.
    std::ofstream(delivery.acks(), std::ios::app) << R"({"source":"urn:nld)";
  }
  Process push = delivery.Push();
  push.ReadAll();
  EXPECT_EQ(push.Wait(), 0);
  delivery.Check();
}

}  // namespace
}  // namespace waarborg::testing
