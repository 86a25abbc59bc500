// The journal as outsiders list and stream it: by resource, actor, provider, kind and time, in pages.

#include "gtest/gtest.h"
#include "services/audit/queries.h"
#include "services/call/page.h"
#include "services/ledger/time.h"
#include "tests/services/edge/house.h"
#include "tests/support/matchers.h"

namespace waarborg::audit {
namespace {

using edge::Ended;
using edge::House;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Sequences = std::vector<std::int64_t>;

class EventsTest : public ::testing::Test {
 protected:
  // Twelve events, one a minute: odd ones on assessment a of provider p by anna, even ones on b by bert.
  void WriteTwelve() {
    for (int i = 1; i <= 12; ++i) {
      const bool odd = i % 2 == 1;
      ledger::Fact fact = ledger::FactOf(i % 3 == 0 ? "ThirdHappened" : "Happened",
                                         odd ? "regions/nmd/assessments/a" : "regions/nmd/assessments/b");
      fact.provider = odd ? "regions/nmd/providers/p" : "";
      fact.reason = "omdat het zo is";
      ASSERT_TRUE(house_.books.ledger
                      ->RunAndWait(house_.books.CallBy(odd ? "anna" : "bert"),
                                   [&fact](ledger::UnitOfWork& unit) {
                                     unit.Record(fact);
                                     return absl::OkStatus();
                                   })
                      .ok());
      house_.books.clock.Advance(absl::Minutes(1));
    }
  }

  v1::ListEventsRequest Request(const v1::EventFilter& filter = {}, int page_size = 0) {
    v1::ListEventsRequest request;
    request.set_parent("regions/nmd");
    *request.mutable_filter() = filter;
    request.set_page_size(page_size);
    return request;
  }

  Ended List(const v1::ListEventsRequest& request, v1::ListEventsResponse& response) {
    return Ended(house_.audit_stub->ListEvents(House::As("auditor").get(), request, &response));
  }

  Sequences SequencesOf(const v1::EventFilter& filter) {
    v1::ListEventsResponse response;
    EXPECT_TRUE(List(Request(filter), response).ok());
    Sequences sequences;
    for (const v1::Event& event : response.events()) sequences.push_back(event.sequence());
    return sequences;
  }

  Sequences Streamed(const v1::StreamEventsRequest& request) {
    const auto context = House::As("auditor");
    const auto reader = house_.audit_stub->StreamEvents(context.get(), request);
    Sequences sequences;
    v1::Event event;
    while (reader->Read(&event)) sequences.push_back(event.sequence());
    EXPECT_TRUE(reader->Finish().ok());
    return sequences;
  }

  absl::Time start_ = House().books.clock.Now();
  House house_;
};

TEST_F(EventsTest, WithoutAFilterEveryEventIsListedOldestFirst) {
  WriteTwelve();
  EXPECT_THAT(SequencesOf({}), ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
}

TEST_F(EventsTest, EachFilterPicksItsEventsAndTwoPickWhatBothDo) {
  WriteTwelve();
  v1::EventFilter filter;
  filter.set_resource("regions/nmd/assessments/b");
  EXPECT_THAT(SequencesOf(filter), ElementsAre(2, 4, 6, 8, 10, 12));
  filter.set_kind("ThirdHappened");
  EXPECT_THAT(SequencesOf(filter), ElementsAre(6, 12));
  filter.Clear();
  filter.set_actor("regions/nmd/members/anna");
  EXPECT_THAT(SequencesOf(filter), ElementsAre(1, 3, 5, 7, 9, 11));
  filter.set_resource("regions/nmd/assessments/b");
  EXPECT_THAT(SequencesOf(filter), IsEmpty());
  filter.Clear();
  filter.set_provider("regions/nmd/providers/p");
  EXPECT_THAT(SequencesOf(filter), ElementsAre(1, 3, 5, 7, 9, 11));
  filter.Clear();
  filter.set_kind("ThirdHappened");
  EXPECT_THAT(SequencesOf(filter), ElementsAre(3, 6, 9, 12));
}

TEST_F(EventsTest, TheStartOfATimeFilterIsIncludedAndItsEndIsNot) {
  WriteTwelve();
  v1::EventFilter filter;
  *filter.mutable_start_time() = ledger::Stamp(start_ + absl::Minutes(2));
  *filter.mutable_end_time() = ledger::Stamp(start_ + absl::Minutes(5));
  EXPECT_THAT(SequencesOf(filter), ElementsAre(3, 4, 5));
}

TEST_F(EventsTest, ALongerNameThatBeginsTheSameIsAnotherResource) {
  WriteTwelve();
  v1::EventFilter filter;
  filter.set_resource("regions/nmd/assessments");
  EXPECT_THAT(SequencesOf(filter), IsEmpty());
}

TEST_F(EventsTest, EventsOfAnotherRegionAreNotShown) {
  ASSERT_TRUE(house_.books.Say("Elsewhere", "zorgkantoor").ok());
  EXPECT_THAT(SequencesOf({}), IsEmpty());
  v1::ListEventsRequest request = Request();
  request.set_parent("regions/zorgkantoor");
  v1::ListEventsResponse response;
  EXPECT_EQ(List(request, response).reason(), "OTHER_REGION");
}

TEST_F(EventsTest, PagesOfAnySizeGiveEveryEventOnce) {
  WriteTwelve();
  for (const int size : {1, 5, 6, 12, 13}) {
    v1::EventFilter filter;
    filter.set_actor("regions/nmd/members/bert");
    v1::ListEventsRequest request = Request(filter, size);
    Sequences sequences;
    do {
      v1::ListEventsResponse response;
      ASSERT_TRUE(List(request, response).ok());
      EXPECT_LE(response.events_size(), size);
      for (const v1::Event& event : response.events()) sequences.push_back(event.sequence());
      request.set_page_token(response.next_page_token());
    } while (!request.page_token().empty());
    EXPECT_THAT(sequences, ElementsAre(2, 4, 6, 8, 10, 12)) << size;
  }
}

TEST_F(EventsTest, ATokenFitsOnlyItsOwnFilter) {
  WriteTwelve();
  v1::ListEventsRequest request = Request({}, 5);
  v1::ListEventsResponse response;
  ASSERT_TRUE(List(request, response).ok());
  request.set_page_token(response.next_page_token());
  request.mutable_filter()->set_kind("Happened");
  EXPECT_THAT(List(request, response).faults(), ElementsAre("page_token: INVALID_PAGE_TOKEN"));
}

TEST_F(EventsTest, ATokenIsAcceptedHoweverLongTheFilter) {
  WriteTwelve();
  v1::EventFilter filter;
  filter.set_resource("regions/nmd/assessments/a");
  filter.set_provider("regions/nmd/providers/p");
  filter.set_actor("regions/nmd/members/anna");
  filter.set_kind("Happened");
  v1::ListEventsRequest request = Request(filter, 1);
  v1::ListEventsResponse response;
  ASSERT_TRUE(List(request, response).ok());
  ASSERT_NE(response.next_page_token(), "");
  request.set_page_token(response.next_page_token());
  const Ended ended = List(request, response);
  EXPECT_TRUE(ended.ok()) << ended.status.error_message();
}

TEST_F(EventsTest, ATokenWithABrokenKeyIsTheClientsFaultNotTheServers) {
  v1::ListEventsRequest request = Request();
  call::Page page{.size = 5,
                  .list = absl::StrCat("events|regions/nmd|", request.filter().SerializeAsString())};
  request.set_page_token(call::PageToken(page, "short"));
  v1::ListEventsResponse response;
  const Ended ended = List(request, response);
  EXPECT_EQ(ended.code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_THAT(ended.faults(), ElementsAre("page_token: INVALID_PAGE_TOKEN"));
}

TEST_F(EventsTest, ARareKindIsFoundEvenWhenAPageLooksInVain) {
  ASSERT_TRUE(house_.books
                  .Write([](ledger::UnitOfWork& unit) {
                    for (int i = 0; i < 2500; ++i) unit.Record(ledger::FactOf("Common", "regions/nmd"));
                    unit.Record(ledger::FactOf("Rare", "regions/nmd"));
                    return absl::OkStatus();
                  })
                  .ok());
  v1::EventFilter filter;
  filter.set_kind("Rare");
  v1::ListEventsRequest request = Request(filter);
  Sequences sequences;
  int pages = 0;
  do {
    v1::ListEventsResponse response;
    ASSERT_TRUE(List(request, response).ok());
    for (const v1::Event& event : response.events()) sequences.push_back(event.sequence());
    request.set_page_token(response.next_page_token());
    ++pages;
  } while (!request.page_token().empty());
  EXPECT_THAT(sequences, ElementsAre(2501));
  EXPECT_EQ(pages, 3);
}

// Between two steps others have their turn.
TEST_F(EventsTest, AStepOfAStreamLooksAtABoundedNumberOfEvents) {
  ASSERT_TRUE(house_.books
                  .Write([](ledger::UnitOfWork& unit) {
                    for (int i = 0; i < 2500; ++i) unit.Record(ledger::FactOf("Common", "regions/nmd"));
                    return absl::OkStatus();
                  })
                  .ok());
  v1::StreamEventsRequest request;
  request.set_parent("regions/nmd");
  request.mutable_filter()->set_kind("Rare");
  const auto source = StreamEvents(
      *house_.books.store, [](const call::Caller&, const google::protobuf::Message&) { return true; },
      house_.books.CallBy("anna"), request);
  ASSERT_TRUE(source.ok());
  for (const bool ended : {false, false, true}) {
    const absl::StatusOr<call::Step<v1::Event>> step = (*source)();
    ASSERT_TRUE(step.ok());
    EXPECT_FALSE(step->item.has_value());
    EXPECT_EQ(step->ended, ended);
  }
}

TEST_F(EventsTest, ReadersGetPersonalTexts) {
  WriteTwelve();
  v1::ListEventsResponse response;
  ASSERT_TRUE(List(Request(), response).ok());
  EXPECT_EQ(response.events(0).reason(), "omdat het zo is");
}

TEST_F(EventsTest, AStreamGivesAllEventsFromASequenceOn) {
  WriteTwelve();
  v1::StreamEventsRequest request;
  request.set_parent("regions/nmd");
  EXPECT_EQ(Streamed(request).size(), 12U);
  request.set_start_sequence(10);
  EXPECT_THAT(Streamed(request), ElementsAre(10, 11, 12));
  request.set_start_sequence(13);
  EXPECT_THAT(Streamed(request), IsEmpty());
}

TEST_F(EventsTest, AStreamKeepsToItsFilterAcrossManyRefills) {
  ASSERT_TRUE(house_.books
                  .Write([](ledger::UnitOfWork& unit) {
                    for (int i = 1; i <= 3300; ++i) {
                      unit.Record(ledger::FactOf(i % 1100 == 0 ? "Rare" : "Common",
                                                 i % 2 == 0 ? "regions/nmd/assessments/a" : "regions/nmd"));
                    }
                    return absl::OkStatus();
                  })
                  .ok());
  v1::StreamEventsRequest request;
  request.set_parent("regions/nmd");
  request.mutable_filter()->set_kind("Rare");
  EXPECT_THAT(Streamed(request), ElementsAre(1100, 2200, 3300));
  request.mutable_filter()->Clear();
  request.mutable_filter()->set_resource("regions/nmd/assessments/a");
  EXPECT_EQ(Streamed(request).size(), 1650U);
}

}  // namespace
}  // namespace waarborg::audit
