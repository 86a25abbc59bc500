// What a member chooses: where to, in which language, when.

#include "services/notice/rules/address.h"
#include "tests/services/notice/post_office.h"

namespace waarborg::notice {
namespace {

class SettingTest : public PostOffice {
 protected:
  absl::StatusOr<v1::NoticeSetting> Get(const call::Caller& caller) {
    v1::GetNoticeSettingRequest request;
    request.set_name(absl::StrCat(kAnna, "/noticeSetting"));
    return desk.Ask(&GetNoticeSetting, request, caller);
  }
};

TEST_F(SettingTest, NobodyIsWrittenToBeforeTheyChoose) {
  const auto setting = Get(anna);
  ASSERT_THAT(setting, IsOk());
  EXPECT_EQ(setting->frequency(), v1::NoticeSetting::FREQUENCY_NONE);
  EXPECT_EQ(setting->language(), v1::NoticeSetting::LANGUAGE_NL);
  CallUpon(kAnna);
  GoRound();
  EXPECT_THAT(mailer.sent, IsEmpty());
}

TEST_F(SettingTest, WhatIsChosenIsKeptWithItsEventAndWithoutTheAddressInTheLeaf) {
  const auto chosen = Choose(anna, v1::NoticeSetting::FREQUENCY_DAILY);
  ASSERT_THAT(chosen, IsOk());
  EXPECT_EQ(Get(anna)->frequency(), v1::NoticeSetting::FREQUENCY_DAILY);
  const audit::v1::Event event = desk.LastEvent();
  EXPECT_EQ(event.kind(), "NoticeSettingChanged");
  const auto leaf =
      ledger::ReadLeaf(*desk.store->Read(), "nmd", static_cast<std::uint64_t>(event.sequence()));
  EXPECT_THAT(leaf->value_or(""), Not(HasSubstr("anna@example.org")));
}

TEST_F(SettingTest, ASettingIsItsMembersOwn) {
  EXPECT_THAT(Choose(bert, v1::NoticeSetting::FREQUENCY_DAILY), ReasonIs("OTHER_MEMBER"));
  EXPECT_THAT(Get(bert), ReasonIs("OTHER_MEMBER"));
}

TEST_F(SettingTest, AStaleEtagIsRefused) {
  const auto first = Choose(anna, v1::NoticeSetting::FREQUENCY_DAILY);
  ASSERT_THAT(
      Choose(anna, v1::NoticeSetting::FREQUENCY_NONE, "", v1::NoticeSetting::LANGUAGE_NL, first->etag()),
      IsOk());
  EXPECT_THAT(Choose(anna, v1::NoticeSetting::FREQUENCY_DAILY, "anna@example.org",
                     v1::NoticeSetting::LANGUAGE_NL, first->etag()),
              ReasonIs("ETAG_MISMATCH"));
}

TEST_F(SettingTest, WithoutAnAddressNothingCanBeSent) {
  EXPECT_THAT(FieldFaults(Choose(anna, v1::NoticeSetting::FREQUENCY_DAILY, "").status()),
              ElementsAre("notice_setting.address: REQUIRED"));
  EXPECT_THAT(FieldFaults(Choose(anna, v1::NoticeSetting::FREQUENCY_NONE, "anna").status()),
              ElementsAre("notice_setting.address: INVALID_ADDRESS"));
}

TEST(MailAddress, HasOneAtAndNothingThatEndsALine) {
  for (const char* good : {"a@b", "anna@example.org", "anna.de.vries+x@mail.example.org", "o'brien@x-y.nl"}) {
    EXPECT_TRUE(IsMailAddress(good)) << good;
  }
  for (const char* bad :
       {"", "anna", "@example.org", "anna@", "a@b@c", "a b@c", "a@b c", "a@b\r\nBcc: x@y", "<a@b>", "a@b>",
        "a..b@c", ".a@b", "a@-b", "a@b-", "a@b..c", "\"a\"@b", "a@b,c@d", "\xC3\xA9@b"}) {
    EXPECT_FALSE(IsMailAddress(bad)) << bad;
  }
  EXPECT_FALSE(IsMailAddress(std::string(65, 'a') + "@b"));
  EXPECT_FALSE(IsMailAddress("a@" + std::string(64, 'b')));
}

TEST(Schedule, ADailyNoticeGoesOutAtSevenInAmsterdamAlsoWhenTheClockChanges) {
  absl::TimeZone zone;
  ASSERT_TRUE(absl::LoadTimeZone("Europe/Amsterdam", &zone));
  const auto at = [&zone](int month, int day, int hour) {
    return absl::FromCivil(absl::CivilHour(2025, month, day, hour), zone);
  };
  const auto daily = v1::NoticeSetting::FREQUENCY_DAILY;
  EXPECT_EQ(DueTime(daily, at(6, 2, 6)), at(6, 2, 7));
  EXPECT_EQ(DueTime(daily, at(6, 2, 7)), at(6, 3, 7));
  EXPECT_EQ(DueTime(daily, at(3, 29, 9)), at(3, 30, 7));
  EXPECT_EQ(DueTime(daily, at(10, 25, 9)), at(10, 26, 7));
  EXPECT_EQ(DueTime(v1::NoticeSetting::FREQUENCY_IMMEDIATELY, at(6, 2, 6)), at(6, 2, 6));
}

TEST(Schedule, PausesDoubleUpToTwoHours) {
  EXPECT_EQ(PauseAfter(1), absl::Minutes(1));
  EXPECT_EQ(PauseAfter(2), absl::Minutes(2));
  EXPECT_EQ(PauseAfter(7), absl::Minutes(64));
  EXPECT_EQ(PauseAfter(8), absl::Hours(2));
  EXPECT_EQ(PauseAfter(100), absl::Hours(2));
}

TEST(Schedule, FourDaysOfAttemptsInVainAreNoReasonToGiveUpAndSixAre) {
  EXPECT_FALSE(IsHopeless(0));
  EXPECT_FALSE(IsHopeless(4 * 12 + 7));
  EXPECT_TRUE(IsHopeless(6 * 12 + 7));
}

}  // namespace
}  // namespace waarborg::notice
