// Lists of evidence, page by page.

#include "tests/services/evidence/archive.h"

namespace waarborg::evidence {
namespace {

class QueriesTest : public Archive {
 protected:
  v1::ListAttachmentsResponse List(const v1::ListAttachmentsRequest& request, const call::Caller& caller) {
    const auto listed = desk.Ask(&ListAttachments, request, caller);
    EXPECT_THAT(listed, IsOk());
    return *listed;
  }

  static v1::ListAttachmentsRequest All() {
    v1::ListAttachmentsRequest request;
    request.set_parent("regions/nmd");
    return request;
  }
};

TEST_F(QueriesTest, PagesGoOnWithoutLossOrRepetition) {
  for (int i = 0; i < 5; ++i) {
    ASSERT_THAT(Upload(Bytes(10 + static_cast<std::size_t>(i)), "b-" + std::to_string(i)), IsOk());
  }
  v1::ListAttachmentsRequest request = All();
  request.set_page_size(2);
  std::vector<std::string> names;
  do {
    const v1::ListAttachmentsResponse page = List(request, member);
    EXPECT_LE(page.attachments_size(), 2);
    for (const v1::Attachment& attachment : page.attachments()) names.push_back(attachment.name());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_THAT(names, ElementsAre("regions/nmd/attachments/b-0", "regions/nmd/attachments/b-1",
                                 "regions/nmd/attachments/b-2", "regions/nmd/attachments/b-3",
                                 "regions/nmd/attachments/b-4"));
}

TEST_F(QueriesTest, ThoseOfOneProviderStandTogether) {
  v1::UploadStart other = StartOf(Bytes(11), "b-2");
  other.mutable_attachment()->set_provider(kOtherProvider);
  ASSERT_THAT(Upload(Bytes(10), "b-1"), IsOk());
  ASSERT_THAT(Upload(other, Bytes(11), member), IsOk());
  v1::ListAttachmentsRequest request = All();
  request.set_provider(kOtherProvider);
  const v1::ListAttachmentsResponse listed = List(request, member);
  ASSERT_EQ(listed.attachments_size(), 1);
  EXPECT_EQ(listed.attachments(0).name(), "regions/nmd/attachments/b-2");
  EXPECT_THAT(desk.Ask(&ListAttachments, request, provider_user), ReasonIs("OTHER_PROVIDER"));
}

TEST_F(QueriesTest, OneThingOrOneProviderIsAsked) {
  v1::ListAttachmentsRequest request = All();
  request.set_provider(kProvider);
  request.set_target("regions/nmd/improvementPlans/v-1");
  EXPECT_THAT(FieldFaults(desk.Ask(&ListAttachments, request, member).status()),
              ElementsAre("target: TARGET_OR_PROVIDER"));
}

}  // namespace
}  // namespace waarborg::evidence
