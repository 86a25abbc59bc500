// Mail to servers that take it, refuse it, hang, or are not there.

#include "services/notice/smtp.h"

#include <chrono>

#include "gmock/gmock.h"
#include "services/notice/letter.h"
#include "tests/services/notice/mail_servers.h"
#include "tests/support/matchers.h"

namespace waarborg::notice {
namespace {

using ::testing::HasSubstr;
using testing::IsOk;
using testing::StatusIs;

class SmtpTest : public ::testing::Test {
 protected:
  static Mail Letter() {
    v1::NoticeSetting setting;
    setting.set_name("regions/nmd/members/anna/noticeSetting");
    setting.set_address("anna@example.org");
    internal::v1::NoticeBox box;
    box.add_items()->set_resource("regions/nmd/assessments/a");
    return LetterFor(setting, box,
                     {.from = "waarborg@example.org", .link_base = "https://waarborg.example.org/"},
                     absl::FromUnixSeconds(1'748'847'600));
  }

  static absl::Status SendTo(const std::string& url, absl::Duration within = absl::Seconds(20)) {
    SmtpMailer mailer(
        {.url = url, .from = "waarborg@example.org", .connect_within = within, .done_within = within});
    return mailer.Send(Letter());
  }
};

TEST_F(SmtpTest, ARealServerTakesAMailAsItIs) {
  const RealServer server;
  absl::Status sent = absl::UnavailableError("not tried");
  while (!sent.ok() && server.IsRunning()) sent = SendTo(server.url());
  ASSERT_THAT(sent, IsOk()) << "is aiosmtpd (package python3-aiosmtpd) installed?";
  const std::vector<std::string> mails = server.Mails();
  ASSERT_EQ(mails.size(), 1U);
  EXPECT_THAT(mails[0], HasSubstr("X-RcptTo: anna@example.org"));
  EXPECT_THAT(mails[0], HasSubstr("X-MailFrom: waarborg@example.org"));
  EXPECT_THAT(mails[0], HasSubstr("Subject: =?utf-8?B?"));
  EXPECT_THAT(mails[0], HasSubstr("Message-ID: <"));
}

TEST_F(SmtpTest, ARefusalOfTheRecipientIsForGood) {
  const ScriptedServer server(ScriptedServer::Answers{{"RCPT", "550 nobody of that name"}});
  EXPECT_THAT(SendTo(server.url()), StatusIs(absl::StatusCode::kFailedPrecondition));
}

TEST_F(SmtpTest, ARefusalForNowIsNot) {
  const ScriptedServer server(ScriptedServer::Answers{{"RCPT", "451 come back later"}});
  EXPECT_THAT(SendTo(server.url()), StatusIs(absl::StatusCode::kUnavailable));
}

TEST_F(SmtpTest, AServerThatSaysNothingHoldsNobodyLongerThanItsTime) {
  const Listening silent;
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_THAT(SendTo(silent.url(), absl::Milliseconds(300)), StatusIs(absl::StatusCode::kUnavailable));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

TEST_F(SmtpTest, WhoStopsIsNotHeldUpByAServerThatSaysNothing) {
  const Listening silent;
  SmtpMailer mailer({.url = silent.url(),
                     .from = "waarborg@example.org",
                     .connect_within = absl::Minutes(5),
                     .done_within = absl::Minutes(5),
                     .stopping = [] { return true; }});
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_THAT(mailer.Send(Letter()), StatusIs(absl::StatusCode::kCancelled));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

TEST_F(SmtpTest, OnlyTheWayToThisMachineIsLeftInTheClear) {
  for (const char* here : {"smtp://127.0.0.1:25", "smtp://127.9.0.1", "smtp://localhost:2525",
                           "smtp://[::1]:25", "smtps://localhost"}) {
    EXPECT_TRUE(IsLoopback(here)) << here;
  }
  for (const char* elsewhere :
       {"smtp://mail.example.org", "smtp://10.0.0.1:25", "smtp://localhost.example.org",
        "smtp://127.0.0.1.example.org", "smtp://127.0.0.1@example.org", "smtp://[::2]:25", ""}) {
    EXPECT_FALSE(IsLoopback(elsewhere)) << elsewhere;
  }
}

TEST_F(SmtpTest, WhereNobodyListensAMailIsTriedAgainLater) {
  Listening gone;
  const std::string url = gone.url();
  gone.Close();
  EXPECT_THAT(SendTo(url), StatusIs(absl::StatusCode::kUnavailable));
}

}  // namespace
}  // namespace waarborg::notice
