// Bytes that gRPC cannot read as the method's request.

#include <future>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "grpcpp/generic/generic_stub.h"
#include "gtest/gtest.h"
#include "tests/services/edge/house.h"
#include "tests/support/matchers.h"

namespace waarborg::edge {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class DoorTest : public ::testing::Test {
 protected:
  Ended Send(const std::string& method, const std::string& bytes, absl::string_view as = "administrator") {
    const std::unique_ptr<grpc::ClientContext> context = House::As(as);
    const grpc::Slice slice(bytes);
    const grpc::ByteBuffer request(&slice, 1);
    grpc::ByteBuffer response;
    std::promise<grpc::Status> ended;
    grpc::GenericStub(house_.channel)
        .UnaryCall(context.get(), method, grpc::StubOptions(), &request, &response,
                   [&ended](grpc::Status status) { ended.set_value(std::move(status)); });
    return Ended(ended.get_future().get());
  }

  House house_;
};

// A length beyond the end, a number that does not end, a text that is not UTF-8, a group that is not closed.
const std::vector<std::string>& BadRequests() {
  static const auto* const bad = new std::vector<std::string>{
      "\x0a\x7fregions", "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", "\x0a\x02\xc3\x28", "\x0b"};
  return *bad;
}

TEST_F(DoorTest, BytesThatAreNoRequestAreInvalidArgument) {
  for (const char* method : {"/waarborg.team.v1.TeamService/CreateMember", "/waarborg.team.v1.TeamService/GetMember",
                             "/waarborg.audit.v1.AuditService/ListEvents",
                             "/waarborg.audit.v1.AuditService/StreamEvents"}) {
    for (const std::string& bytes : BadRequests()) {
      const Ended ended = Send(method, bytes, absl::StrContains(method, "audit") ? "auditor" : "administrator");
      EXPECT_EQ(ended.code(), grpc::StatusCode::INVALID_ARGUMENT) << method;
      EXPECT_EQ(ended.reason(), "INVALID_REQUEST") << method;
      EXPECT_THAT(ended.faults(), ElementsAre(": MALFORMED_REQUEST")) << method;
      google::rpc::LocalizedMessage words;
      EXPECT_TRUE(ended.details.details(1).UnpackTo(&words)) << method;
    }
  }
  EXPECT_THAT(house_.books.Events(), IsEmpty());
}

TEST_F(DoorTest, WhoMayNotCallIsNotToldThatItCannotBeRead) {
  const Ended ended = Send("/waarborg.team.v1.TeamService/CreateMember", BadRequests()[0], "auditor");
  EXPECT_EQ(ended.reason(), "METHOD_NOT_ALLOWED");
}

TEST_F(DoorTest, ACallAfterAnUnreadableOneIsServed) {
  for (int i = 0; i < 50; ++i) {
    Send("/waarborg.team.v1.TeamService/GetMember", BadRequests()[0]);
    EXPECT_TRUE(house_.GetMember(*House::As("administrator")).ok());
  }
}

TEST_F(DoorTest, TextThatIsNoUtf8WritesNoLine) {
  ::testing::internal::CaptureStderr();
  Send("/waarborg.team.v1.TeamService/GetMember", BadRequests()[2]);
  EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
  EXPECT_THAT(house_.log(), IsEmpty());
}

}  // namespace
}  // namespace waarborg::edge
