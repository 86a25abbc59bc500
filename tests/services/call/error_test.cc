#include "services/call/error.h"

#include "absl/strings/match.h"
#include "google/rpc/error_details.pb.h"
#include "gtest/gtest.h"
#include "tests/support/matchers.h"

namespace waarborg::call {
namespace {

using testing::FieldFaults;
using testing::ReasonIs;
using testing::StatusIs;

template <class Detail>
std::vector<Detail> All(const absl::Status& status) {
  std::vector<Detail> found;
  Detail detail;
  const google::rpc::Status details = DetailsOf(status);
  for (const google::protobuf::Any& any : details.details()) {
    if (any.UnpackTo(&detail)) found.push_back(detail);
  }
  return found;
}

TEST(ErrorTest, CarriesReasonDomainAndMetadata) {
  const absl::Status status = Error(absl::StatusCode::kPermissionDenied, "OTHER_REGION")
                                  .With("member", "regions/a/members/x")
                                  .With("region", "nmd");
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kPermissionDenied));
  const auto infos = All<google::rpc::ErrorInfo>(status);
  ASSERT_EQ(infos.size(), 1U);
  EXPECT_EQ(infos[0].reason(), "OTHER_REGION");
  EXPECT_EQ(infos[0].domain(), kErrorDomain);
  EXPECT_EQ(infos[0].metadata().at("member"), "regions/a/members/x");
  EXPECT_EQ(infos[0].metadata().at("region"), "nmd");
}

TEST(ErrorTest, SpeaksDutchAndEnglishWithTheMetadataFilledIn) {
  const absl::Status status =
      Error(absl::StatusCode::kPermissionDenied, "OTHER_REGION").With("member", "M").With("region", "R");
  const auto messages = All<google::rpc::LocalizedMessage>(status);
  ASSERT_EQ(messages.size(), 2U);
  EXPECT_EQ(messages[0].locale(), "nl");
  EXPECT_EQ(messages[0].message(), "M hoort niet bij regio R.");
  EXPECT_EQ(messages[1].locale(), "en");
  EXPECT_EQ(messages[1].message(), "M does not belong to region R.");
  EXPECT_EQ(status.message(), messages[1].message());
}

TEST(ErrorTest, MetadataThatLooksLikeAPlaceholderIsNotFilledAgain) {
  const absl::Status status =
      Error(absl::StatusCode::kPermissionDenied, "OTHER_REGION").With("member", "{region}").With("region", "R");
  EXPECT_EQ(status.message(), "{region} does not belong to region R.");
}

TEST(ErrorTest, AReasonWithoutASentenceIsShownAsItself) {
  const absl::Status status = Error(absl::StatusCode::kInternal, "NO_SUCH_SENTENCE");
  EXPECT_EQ(status.message(), "NO_SUCH_SENTENCE");
}

TEST(ErrorTest, AnIllegalTransitionNamesExpectedAndFound) {
  const absl::Status status = error::IllegalTransition("regions/nmd/assessments/a", "close", "FINAL", "PLANNED");
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kFailedPrecondition));
  EXPECT_THAT(status, ReasonIs("ILLEGAL_TRANSITION"));
  const auto failures = All<google::rpc::PreconditionFailure>(status);
  ASSERT_EQ(failures.size(), 1U);
  ASSERT_EQ(failures[0].violations_size(), 1);
  EXPECT_EQ(failures[0].violations(0).type(), "ILLEGAL_TRANSITION");
  EXPECT_EQ(failures[0].violations(0).subject(), "regions/nmd/assessments/a");
  EXPECT_EQ(failures[0].violations(0).description(), "expected FINAL; found PLANNED");
}

TEST(ErrorTest, EachCommonErrorHasItsOwnCode) {
  EXPECT_THAT(error::RoleNotAllowed("close", "AUDITOR"), StatusIs(absl::StatusCode::kPermissionDenied));
  EXPECT_THAT(error::OtherProvider("p"), StatusIs(absl::StatusCode::kPermissionDenied));
  EXPECT_THAT(error::EtagMismatch("r", "1", "2"), StatusIs(absl::StatusCode::kAborted));
  EXPECT_THAT(error::SecondPersonRequired("r", "ACT"), StatusIs(absl::StatusCode::kFailedPrecondition));
  EXPECT_THAT(error::SamePerson("r", "m"), StatusIs(absl::StatusCode::kPermissionDenied));
  EXPECT_THAT(error::ContentChanged("r", "a", "b"), StatusIs(absl::StatusCode::kAborted));
  EXPECT_THAT(error::NotFound("PROVIDER", "p"), StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(error::NotFound("PROVIDER", "p"), ReasonIs("PROVIDER_NOT_FOUND"));
  EXPECT_THAT(error::Exists("PROVIDER", "p"), StatusIs(absl::StatusCode::kAlreadyExists));
  EXPECT_THAT(error::Exists("PROVIDER", "p"), ReasonIs("PROVIDER_EXISTS"));
}

TEST(ViolationsTest, NoneIsOk) { EXPECT_THAT(Violations().ToStatus(), testing::IsOk()); }

TEST(ViolationsTest, EveryFaultIsARowInTheOrderOfAdding) {
  Violations violations;
  violations.Add("b", "REQUIRED");
  violations.Add("a", "TOO_LONG", "201 > 200");
  const absl::Status status = violations.ToStatus();
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(status, ReasonIs("INVALID_REQUEST"));
  EXPECT_THAT(FieldFaults(status), ::testing::ElementsAre("b: REQUIRED", "a: TOO_LONG"));
  EXPECT_EQ(All<google::rpc::ErrorInfo>(status).at(0).metadata().at("count"), "2");
}

TEST(ViolationsTest, ARowSaysWhatIsWrongInBothLanguages) {
  Violations violations;
  violations.Add("a", "TOO_LONG", "201 > 200");
  const auto bad = All<google::rpc::BadRequest>(violations.ToStatus());
  ASSERT_EQ(bad.size(), 1U);
  const auto& row = bad[0].field_violations(0);
  EXPECT_EQ(row.description(), "The text is too long: 201 > 200.");
  EXPECT_EQ(row.localized_message().locale(), "nl");
  EXPECT_EQ(row.localized_message().message(), "De tekst is te lang: 201 > 200.");
}

TEST(ViolationsTest, WhatAFieldMeansIsNotToldOfAFieldWhoseShapeIsWrong) {
  Violations shape;
  shape.Add("title", "REQUIRED");
  shape.Add("kinds[1]", "REQUIRED");
  Violations meaning;
  meaning.Add("title", "TITLE_TAKEN");
  meaning.Add("kinds[1]", "DUPLICATE");
  meaning.Add("kinds[2]", "DUPLICATE", "RESIDENCE");
  meaning.Add("kinds[2]", "NOT_FOR_PROFILE");
  shape.AddOnOtherFields(meaning);
  EXPECT_THAT(FieldFaults(shape.ToStatus()),
              ::testing::ElementsAre("title: REQUIRED", "kinds[1]: REQUIRED", "kinds[2]: DUPLICATE",
                                     "kinds[2]: NOT_FOR_PROFILE"));
}

TEST(DetailsTest, AnotherStatusHasNone) {
  EXPECT_EQ(ReasonOf(absl::InternalError("x")), "");
  EXPECT_EQ(DetailsOf(absl::InternalError("x")).details_size(), 0);
  EXPECT_EQ(ReasonOf(absl::OkStatus()), "");
}

}  // namespace
}  // namespace waarborg::call
