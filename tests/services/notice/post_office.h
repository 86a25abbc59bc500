#ifndef WAARBORG_TESTS_SERVICES_NOTICE_POST_OFFICE_H_
#define WAARBORG_TESTS_SERVICES_NOTICE_POST_OFFICE_H_

// A region with two members, a journal in which they are called upon, and a mail server that does what the
// test says.

#include <string>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "gmock/gmock.h"
#include "services/notice/commands.h"
#include "services/notice/postman.h"
#include "services/notice/queries.h"
#include "services/notice/records.h"
#include "services/notice/rules/schedule.h"
#include "services/registry/records.h"
#include "services/team/records.h"
#include "tests/support/desk.h"

namespace waarborg::notice {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using waarborg::testing::Desk;
using waarborg::testing::FieldFaults;
using waarborg::testing::IsOk;
using waarborg::testing::ReasonIs;

inline constexpr char kAnna[] = "regions/nmd/members/anna";
inline constexpr char kBert[] = "regions/nmd/members/bert";
inline constexpr char kPlace[] = "regions/nmd/assessments/a/findings/VE01/threads/t/comments/c";

class FakeMailer final : public Mailer {
 public:
  absl::Status Send(const Mail& mail) override {
    ++attempts;
    if (before != nullptr) before();
    if (answer.ok()) sent.push_back(mail);
    return answer;
  }

  absl::Status answer;
  std::function<void()> before;
  std::vector<Mail> sent;
  int attempts = 0;
};

// The text of a mail's body.
inline std::string BodyOf(const Mail& mail) {
  std::string body;
  const std::string code =
      absl::StrReplaceAll(mail.content.substr(mail.content.find("\r\n\r\n") + 4), {{"\r\n", ""}});
  absl::Base64Unescape(code, &body);
  return body;
}

inline std::string HeaderOf(const Mail& mail, const std::string& name) {
  const std::size_t at = mail.content.find(name + ": ");
  if (at == std::string::npos) return "";
  const std::size_t begin = at + name.size() + 2;
  return mail.content.substr(begin, mail.content.find("\r\n", begin) - begin);
}

class PostOffice : public ::testing::Test {
 protected:
  PostOffice() {
    Scene([](ledger::UnitOfWork& unit) {
      registry::v1::Region region;
      region.set_name("regions/nmd");
      RETURN_IF_ERROR(unit.Put(registry::kRegions, registry::RegionName{"nmd"}.Key(), region));
      for (const char* name : {kAnna, kBert}) {
        team::v1::Member member;
        member.set_name(name);
        RETURN_IF_ERROR(unit.Put(team::kMembers, team::MemberName::Parse(name)->Key(), member));
      }
      return absl::OkStatus();
    });
    GoRound();
  }

  void Scene(const std::function<absl::Status(ledger::UnitOfWork&)>& work) {
    ASSERT_THAT(desk.Write([&work](ledger::UnitOfWork& unit) {
      RETURN_IF_ERROR(work(unit));
      unit.Record({.kind = "SceneSet", .resource = "regions/nmd"});
      return absl::OkStatus();
    }),
                IsOk());
  }

  absl::StatusOr<v1::NoticeSetting> Choose(
      const call::Caller& caller, v1::NoticeSetting::Frequency frequency,
      const std::string& address = "anna@example.org",
      v1::NoticeSetting::Language language = v1::NoticeSetting::LANGUAGE_NL, const std::string& etag = "",
      const std::string& whose = kAnna) {
    v1::UpdateNoticeSettingRequest request;
    v1::NoticeSetting& setting = *request.mutable_notice_setting();
    setting.set_name(absl::StrCat(whose, "/noticeSetting"));
    setting.set_address(address);
    setting.set_language(language);
    setting.set_frequency(frequency);
    setting.set_etag(etag);
    return desk.Run(&UpdateNoticeSetting, request, caller);
  }

  // Somebody calls upon a member; the kind of the event says whom.
  void CallUpon(const std::string& member, const std::string& place = kPlace) {
    ASSERT_THAT(desk.Write([&](ledger::UnitOfWork& unit) {
      unit.Record({.kind = "Called", .resource = place, .reason = "Over de familie", .on_behalf_of = member});
      return absl::OkStatus();
    }),
                IsOk());
  }

  Postman PostmanNamed(const std::string& holder) {
    return Postman(
        desk.ledger, mailer,
        {.holder = holder,
         .sender = {.from = "waarborg@example.org", .link_base = "https://waarborg.example.org/"},
         .called_upon =
             [](const storage::Reader&, const audit::v1::Event& event) {
               std::vector<Calling> callings;
               if (event.kind() == "Called") {
                 callings.push_back({.member = event.on_behalf_of(), .resource = event.resource()});
               }
               return callings;
             },
         .log = [this](absl::string_view line) { log.emplace_back(line); },
         .stopping = [this] { return stopping; }});
  }
  void GoRound() { ASSERT_THAT(PostmanNamed("here").RunOnce(), IsOk()); }

  Desk desk;
  FakeMailer mailer;
  std::vector<std::string> log;
  bool stopping = false;
  const call::Caller anna = Desk::As("anna", {team::v1::ROLE_QUALITY_MANAGER});
  const call::Caller bert = Desk::As("bert", {team::v1::ROLE_TEAM_MEMBER});
};

}  // namespace waarborg::notice

#endif  // WAARBORG_TESTS_SERVICES_NOTICE_POST_OFFICE_H_
