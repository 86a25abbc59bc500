// The postman's round: who is told what, once, whatever the mail server does.

#include "tests/services/notice/post_office.h"

namespace waarborg::notice {
namespace {

class PostmanTest : public PostOffice {
 protected:
  PostmanTest() { EXPECT_THAT(Choose(anna, v1::NoticeSetting::FREQUENCY_IMMEDIATELY), IsOk()); }
};

TEST_F(PostmanTest, WhoIsCalledUponGetsALinkAndNothingElse) {
  CallUpon(kAnna);
  GoRound();
  ASSERT_EQ(mailer.sent.size(), 1U);
  const Mail& mail = mailer.sent[0];
  EXPECT_EQ(mail.to, "anna@example.org");
  EXPECT_EQ(HeaderOf(mail, "From"), "Waarborg <waarborg@example.org>");
  EXPECT_EQ(HeaderOf(mail, "To"), "<anna@example.org>");
  EXPECT_EQ(HeaderOf(mail, "Date"), "Mon, 02 Jun 2025 07:00:00 +0000");
  EXPECT_THAT(BodyOf(mail), HasSubstr(absl::StrCat("https://waarborg.example.org/", kPlace)));
  EXPECT_THAT(BodyOf(mail), HasSubstr("Iemand heeft u ergens bij geroepen"));
  EXPECT_THAT(BodyOf(mail), Not(HasSubstr("familie")));
}

TEST_F(PostmanTest, AMailIsInTheMembersLanguage) {
  ASSERT_THAT(Choose(anna, v1::NoticeSetting::FREQUENCY_IMMEDIATELY, "anna@example.org",
                     v1::NoticeSetting::LANGUAGE_EN),
              IsOk());
  CallUpon(kAnna);
  GoRound();
  ASSERT_EQ(mailer.sent.size(), 1U);
  EXPECT_THAT(BodyOf(mailer.sent[0]), HasSubstr("Somebody called upon you"));
}

TEST_F(PostmanTest, EachIsToldOnce) {
  CallUpon(kAnna);
  CallUpon(kBert);
  GoRound();
  GoRound();
  EXPECT_EQ(mailer.sent.size(), 1U);
}

TEST_F(PostmanTest, ADailyNoticeGathersWhatCameUntilSeven) {
  ASSERT_THAT(Choose(anna, v1::NoticeSetting::FREQUENCY_DAILY), IsOk());
  CallUpon(kAnna, "regions/nmd/one");
  GoRound();
  CallUpon(kAnna, "regions/nmd/two");
  desk.clock.Advance(absl::Hours(21));
  GoRound();
  EXPECT_THAT(mailer.sent, IsEmpty());
  desk.clock.Advance(absl::Hours(1));
  GoRound();
  ASSERT_EQ(mailer.sent.size(), 1U);
  EXPECT_THAT(BodyOf(mailer.sent[0]), HasSubstr("example.org/regions/nmd/one\n"));
  EXPECT_THAT(BodyOf(mailer.sent[0]), HasSubstr("example.org/regions/nmd/two\n"));
}

TEST_F(PostmanTest, WhatHappenedBeforeNoticesWereSwitchedOnIsNotSent) {
  Scene([](ledger::UnitOfWork& unit) {
    registry::v1::Region region;
    region.set_name("regions/later");
    return unit.Put(registry::kRegions, registry::RegionName{"later"}.Key(), region);
  });
  ASSERT_THAT(desk.Write(
                  [](ledger::UnitOfWork& unit) {
                    unit.Record({.kind = "Called", .resource = "regions/later", .on_behalf_of = kAnna});
                    return absl::OkStatus();
                  },
                  "later"),
              IsOk());
  GoRound();
  EXPECT_THAT(mailer.sent, IsEmpty());
}

TEST_F(PostmanTest, AMailThatWasNotTakenIsTriedAgainWithPausesAndThenGivenUp) {
  CallUpon(kAnna);
  mailer.answer = absl::UnavailableError("nobody there");
  const absl::Time begin = desk.clock.Now();
  for (int attempt = 1; log.empty(); ++attempt) {
    GoRound();
    ASSERT_EQ(mailer.attempts, attempt);
    desk.clock.Advance(PauseAfter(attempt) - absl::Seconds(1));
    GoRound();
    ASSERT_EQ(mailer.attempts, attempt);
    desk.clock.Advance(absl::Seconds(1));
  }
  EXPECT_GE(desk.clock.Now() - begin, kPatience);
  EXPECT_LE(desk.clock.Now() - begin, kPatience + absl::Hours(5));
  mailer.answer = absl::OkStatus();
  GoRound();
  EXPECT_THAT(mailer.sent, IsEmpty());
  ASSERT_EQ(log.size(), 1U);
  EXPECT_THAT(log[0], HasSubstr("given up"));
  EXPECT_THAT(log[0], Not(HasSubstr("anna@example.org")));
}

TEST_F(PostmanTest, AMailServerThatWasAwayForFourDaysLosesNothing) {
  CallUpon(kAnna);
  mailer.answer = absl::UnavailableError("nobody there");
  const absl::Time back = desk.clock.Now() + absl::Hours(4 * 24);
  while (desk.clock.Now() < back) {
    GoRound();
    desk.clock.Advance(absl::Hours(2));
  }
  mailer.answer = absl::OkStatus();
  GoRound();
  EXPECT_EQ(mailer.sent.size(), 1U);
  EXPECT_THAT(log, IsEmpty());
}

TEST_F(PostmanTest, WhatCameLaterIsNotGivenUpWithWhatWaitedTooLong) {
  CallUpon(kAnna, "regions/nmd/one");
  mailer.answer = absl::UnavailableError("nobody there");
  for (int hours = 0; log.empty(); hours += 2) {
    ASSERT_LT(hours, 24 * 7);
    GoRound();
    desk.clock.Advance(absl::Hours(2));
    if (hours == 24) CallUpon(kAnna, "regions/nmd/two");
  }
  mailer.answer = absl::OkStatus();
  GoRound();
  ASSERT_EQ(mailer.sent.size(), 1U);
  EXPECT_THAT(BodyOf(mailer.sent[0]), HasSubstr("regions/nmd/two"));
  EXPECT_THAT(BodyOf(mailer.sent[0]), Not(HasSubstr("regions/nmd/one")));
}

TEST_F(PostmanTest, ARoundThatStopsSendsNoFurtherMail) {
  ASSERT_THAT(Choose(bert, v1::NoticeSetting::FREQUENCY_IMMEDIATELY, "bert@example.org",
                     v1::NoticeSetting::LANGUAGE_NL, "", kBert),
              IsOk());
  CallUpon(kAnna);
  CallUpon(kBert);
  mailer.before = [this] { stopping = true; };
  GoRound();
  EXPECT_EQ(mailer.attempts, 1);
  GoRound();
  EXPECT_EQ(mailer.attempts, 1);
  stopping = false;
  GoRound();
  EXPECT_EQ(mailer.sent.size(), 2U);
}

TEST_F(PostmanTest, AMailThatWasBrokenOffCountsAsNoAttempt) {
  CallUpon(kAnna);
  mailer.answer = absl::CancelledError("stopping");
  GoRound();
  mailer.answer = absl::OkStatus();
  GoRound();
  EXPECT_EQ(mailer.sent.size(), 1U);
}

TEST_F(PostmanTest, ALeaseOfAWrongClockIsTaken) {
  CallUpon(kAnna);
  desk.clock.Advance(absl::Hours(1000));
  ASSERT_THAT(PostmanNamed("ahead").RunOnce(), IsOk());
  EXPECT_EQ(mailer.sent.size(), 1U);
  desk.clock.Advance(-absl::Hours(1000));
  CallUpon(kAnna);
  GoRound();
  EXPECT_EQ(mailer.sent.size(), 2U);
}

TEST_F(PostmanTest, AfterAnAttemptInVainTheSameMailGoesOutUnderTheSameId) {
  CallUpon(kAnna);
  mailer.answer = absl::UnavailableError("nobody there");
  GoRound();
  mailer.answer = absl::OkStatus();
  desk.clock.Advance(PauseAfter(1));
  GoRound();
  ASSERT_EQ(mailer.sent.size(), 1U);
  internal::v1::NoticeBox box;
  box.add_items()->set_resource(kPlace);
  box.mutable_items(0)->set_sequence(desk.LastEvent().sequence());
  v1::NoticeSetting setting;
  setting.set_name(absl::StrCat(kAnna, "/noticeSetting"));
  EXPECT_EQ(
      HeaderOf(mailer.sent[0], "Message-ID"),
      HeaderOf(LetterFor(setting, box, {.from = "waarborg@example.org"}, desk.clock.Now()), "Message-ID"));
}

TEST_F(PostmanTest, ARefusalForGoodIsNotTriedAgain) {
  CallUpon(kAnna);
  mailer.answer = absl::FailedPreconditionError("550 nobody of that name");
  GoRound();
  desk.clock.Advance(absl::Hours(24));
  GoRound();
  EXPECT_EQ(mailer.attempts, 1);
}

TEST_F(PostmanTest, WhatComesWhileAMailIsUnderWayIsToldNext) {
  CallUpon(kAnna, "regions/nmd/one");
  mailer.before = [this] {
    mailer.before = nullptr;
    CallUpon(kAnna, "regions/nmd/two");
  };
  GoRound();
  GoRound();
  ASSERT_EQ(mailer.sent.size(), 2U);
  EXPECT_THAT(BodyOf(mailer.sent[0]), HasSubstr("regions/nmd/one"));
  EXPECT_THAT(BodyOf(mailer.sent[1]), HasSubstr("regions/nmd/two"));
  EXPECT_THAT(BodyOf(mailer.sent[1]), Not(HasSubstr("regions/nmd/one")));
}

TEST_F(PostmanTest, WhoChoosesNoneMeanwhileIsNotWrittenTo) {
  ASSERT_THAT(Choose(anna, v1::NoticeSetting::FREQUENCY_DAILY), IsOk());
  CallUpon(kAnna);
  GoRound();
  ASSERT_THAT(Choose(anna, v1::NoticeSetting::FREQUENCY_NONE), IsOk());
  desk.clock.Advance(absl::Hours(24));
  GoRound();
  EXPECT_EQ(mailer.attempts, 0);
}

TEST_F(PostmanTest, OfTwoServersOneSendsAndTheOtherTakesOverWhenItIsGone) {
  CallUpon(kAnna, "regions/nmd/one");
  ASSERT_THAT(PostmanNamed("beside").RunOnce(), IsOk());
  EXPECT_EQ(mailer.attempts, 0);
  GoRound();
  EXPECT_EQ(mailer.attempts, 1);
  CallUpon(kAnna, "regions/nmd/two");
  desk.clock.Advance(kLease);
  ASSERT_THAT(PostmanNamed("beside").RunOnce(), IsOk());
  EXPECT_EQ(mailer.sent.size(), 2U);
  GoRound();
  EXPECT_EQ(mailer.sent.size(), 2U);
}

TEST_F(PostmanTest, ABoxIsBoundedHoweverOftenOneIsCalledUpon) {
  ASSERT_THAT(Choose(anna, v1::NoticeSetting::FREQUENCY_DAILY), IsOk());
  for (int i = 0; i < kMostItems + 20; ++i) CallUpon(kAnna, absl::StrCat("regions/nmd/", i));
  GoRound();
  const auto box = kBoxes.Get(*desk.store->Read(), SettingOf(kAnna)->Key());
  EXPECT_EQ((*box)->items_size(), kMostItems);
}

}  // namespace
}  // namespace waarborg::notice
