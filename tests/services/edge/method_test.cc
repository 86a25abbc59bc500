#include "services/edge/method.h"

#include "gtest/gtest.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/audit/v1/audit.pb.h"

namespace waarborg::edge {
namespace {

TEST(MethodTest, ARequestNamesItsMethod) {
  EXPECT_EQ(MethodOf(*audit::v1::ListEventsRequest::descriptor()), "waarborg.audit.v1.AuditService/ListEvents");
  EXPECT_EQ(MethodOf(*assessment::v1::SubmitScoresRequest::descriptor()),
            "waarborg.assessment.v1.AssessmentService/SubmitScores");
}

TEST(MethodDeathTest, AMessageThatNoMethodTakesEndsTheProcess) {
  EXPECT_DEATH(MethodOf(*audit::v1::Event::descriptor()), "no method takes");
}

}  // namespace
}  // namespace waarborg::edge
