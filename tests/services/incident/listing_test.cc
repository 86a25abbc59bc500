#include "tests/services/incident/mail_room.h"

namespace waarborg::incident {
namespace {

class ListingTest : public MailRoom {
 protected:
  void Put(const std::string& id, const std::string& provider, Incident::Kind kind,
           const call::Caller& caller) {
    v1::SubmitIncidentRequest request = Submission(id);
    *request.mutable_report() = Report(kind);
    request.mutable_report()->set_provider(provider);
    ASSERT_THAT(Submit(request, caller), IsOk());
    desk.clock.Advance(absl::Hours(1));
  }

  // Five reports, an hour apart.
  void PutFive() {
    Put("a", kProvider, Incident::KIND_CALAMITY, machine);
    Put("b", kOtherProvider, Incident::KIND_SIGNAL, machine);
    Put("melding-1", kProvider, Incident::KIND_SIGNAL, other_machine);
    Put("d", kProvider, Incident::KIND_COMPLAINT, manager);
    Put("e", kOtherProvider, Incident::KIND_CALAMITY, manager);
  }

  static std::string Moment(absl::Time time) {
    return "{ seconds: " + std::to_string(absl::ToUnixSeconds(time)) + " }";
  }
};

TEST_F(ListingTest, TheNewestComesFirst) {
  PutFive();
  EXPECT_THAT(List(manager), ElementsAre("e", "d", "melding-1", "b", "a"));
  EXPECT_THAT(List(auditor), ElementsAre("e", "d", "melding-1", "b", "a"));
}

TEST_F(ListingTest, ByProviderKindAndState) {
  PutFive();
  ASSERT_THAT(Triage(), IsOk());
  EXPECT_THAT(List(manager, "provider: 'regions/nmd/providers/zorgboerderij'"),
              ElementsAre("d", "melding-1", "a"));
  EXPECT_THAT(List(manager, "kind: KIND_CALAMITY"), ElementsAre("e", "a"));
  EXPECT_THAT(List(manager, "state: STATE_TRIAGED"), ElementsAre("melding-1"));
  EXPECT_THAT(List(manager, "state: STATE_RECEIVED"), ElementsAre("e", "d", "b", "a"));
  EXPECT_THAT(
      List(manager, "provider: 'regions/nmd/providers/ander' kind: KIND_SIGNAL state: STATE_RECEIVED"),
      ElementsAre("b"));
  EXPECT_THAT(List(manager, "state: STATE_CLOSED"), IsEmpty());
}

TEST_F(ListingTest, ByTimeOfReceipt) {
  const absl::Time start = desk.clock.Now();
  PutFive();
  const std::string from_b = "start_time " + Moment(start + absl::Hours(1));
  const std::string before_d = " end_time " + Moment(start + absl::Hours(3));
  EXPECT_THAT(List(manager, from_b), ElementsAre("e", "d", "melding-1", "b"));
  EXPECT_THAT(List(manager, before_d), ElementsAre("melding-1", "b", "a"));
  EXPECT_THAT(List(manager, from_b + before_d), ElementsAre("melding-1", "b"));
  EXPECT_THAT(List(manager, "start_time { seconds: -1 }"), ElementsAre("e", "d", "melding-1", "b", "a"));
  EXPECT_THAT(List(manager, "end_time { seconds: -1 }"), IsEmpty());
}

TEST_F(ListingTest, PagesFollowOneAnother) {
  PutFive();
  std::vector<std::string> seen;
  v1::ListIncidentsRequest request;
  request.set_parent("regions/nmd");
  request.set_page_size(2);
  do {
    const auto page = desk.Ask(&ListIncidents, request, manager);
    ASSERT_THAT(page, IsOk());
    EXPECT_LE(page->incidents_size(), 2);
    for (const Incident& incident : page->incidents()) seen.push_back(incident.name().substr(22));
    request.set_page_token(page->next_page_token());
  } while (!request.page_token().empty());
  EXPECT_THAT(seen, ElementsAre("e", "d", "melding-1", "b", "a"));
}

TEST_F(ListingTest, ATokenFitsItsOwnListOnly) {
  PutFive();
  v1::ListIncidentsRequest request;
  request.set_parent("regions/nmd");
  request.set_page_size(1);
  request.set_page_token(desk.Ask(&ListIncidents, request, manager)->next_page_token());
  request.set_provider(kProvider);
  EXPECT_THAT(FieldFaults(desk.Ask(&ListIncidents, request, manager).status()),
              ElementsAre("page_token: INVALID_PAGE_TOKEN"));
}

TEST_F(ListingTest, AMachineListsWhatItSent) {
  PutFive();
  EXPECT_THAT(List(machine), ElementsAre("b", "a"));
  EXPECT_THAT(List(other_machine), ElementsAre("melding-1"));
  EXPECT_THAT(List(machine, "provider: 'regions/nmd/providers/ander'"), ElementsAre("b"));
}

TEST_F(ListingTest, AProviderListsWhatItMaySee) {
  PutFive();
  EXPECT_THAT(List(provider_user), IsEmpty());
  Put("f", kProvider, Incident::KIND_CALAMITY, provider_user);
  ASSERT_THAT(Triage(), IsOk());
  ASSERT_THAT(AskInquiry(), IsOk());
  EXPECT_THAT(List(provider_user), ElementsAre("f", "melding-1"));
  v1::ListIncidentsRequest request;
  request.set_parent("regions/nmd");
  request.set_provider(kOtherProvider);
  EXPECT_THAT(desk.Ask(&ListIncidents, request, provider_user), ReasonIs("OTHER_PROVIDER"));
}

}  // namespace
}  // namespace waarborg::incident
