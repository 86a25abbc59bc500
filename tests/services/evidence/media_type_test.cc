#include "services/evidence/rules/media_type.h"

#include <string>

#include "gtest/gtest.h"

namespace waarborg::evidence {
namespace {

TEST(MediaTypeTest, ProgramsAreKnownByTypeAndByName) {
  for (const char* type : {"application/x-dosexec", "application/x-pie-executable", "text/x-shellscript",
                           "application/x-dosexec; charset=binary"}) {
    EXPECT_TRUE(IsProgramType(type)) << type;
  }
  for (const char* name : {"factuur.pdf.exe", "A.BAT", "x.js", "x.lnk"})
    EXPECT_TRUE(IsProgramName(name)) << name;
  for (const char* type : {"application/pdf", "text/plain", "application/zip", ""}) {
    EXPECT_FALSE(IsProgramType(type)) << type;
  }
  for (const char* name : {"plan.pdf", "exe", "x.exe.pdf", ""}) EXPECT_FALSE(IsProgramName(name)) << name;
}

struct Case {
  const char* name;
  const char* declared;
  const char* detected;
  bool mismatch;
};

class Mismatch : public testing::TestWithParam<Case> {};

TEST_P(Mismatch, IsSeen) {
  const Case& row = GetParam();
  EXPECT_EQ(IsMismatch(row.name, row.declared, row.detected), row.mismatch)
      << row.name << " " << row.declared << " " << row.detected;
}

INSTANTIATE_TEST_SUITE_P(
    Table, Mismatch,
    testing::Values(
        Case{"plan.pdf", "application/pdf", "application/pdf", false},
        Case{"plan.pdf", "", "text/html", true}, Case{"plan.PDF", "", "application/pdf", false},
        Case{"foto.jpg", "image/jpeg", "application/pdf", true},
        Case{"foto.jpg", "image/png", "image/jpeg", true}, Case{"verslag.docx", "", "application/zip", false},
        Case{"verslag.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
             "application/vnd.openxmlformats-officedocument.wordprocessingml.document", false},
        Case{"verslag.docx", "", "application/pdf", true}, Case{"oud.doc", "", "application/msword", false},
        Case{"notitie.txt", "text/plain; charset=utf-8", "text/plain", false},
        Case{"gesprek.mp3", "audio/mpeg", "audio/mpeg", false},
        // Nothing is known of the ending, or of the content.
        Case{"meting.dat", "", "text/plain", false},
        Case{"plan.pdf", "application/octet-stream", "application/octet-stream", false},
        Case{"plan.pdf", "application/octet-stream", "application/pdf", false},
        Case{"plan.pdf", "application/pdf", "", false}));

}  // namespace
}  // namespace waarborg::evidence
