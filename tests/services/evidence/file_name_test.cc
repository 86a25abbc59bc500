#include "services/evidence/rules/file_name.h"

#include "gtest/gtest.h"

namespace waarborg::evidence {
namespace {

TEST(FileNameTest, OrdinaryNamesAreKept) {
  for (const char* name : {"plan.pdf", "Verslag 12 mei (definitief).docx", "café.txt", "日本.pdf", ".profiel",
                           "a..b", "console.txt", "com10.txt", "x"}) {
    EXPECT_EQ(FaultOfFileName(name), "") << name;
  }
}

TEST(FileNameTest, APathIsNoName) {
  for (const char* name : {"../plan.pdf", "a/b", "/etc/passwd", "..", ".", "a\\b", "C:plan.pdf", "c:\\x"}) {
    EXPECT_EQ(FaultOfFileName(name), "FILE_NAME_PATH") << name;
  }
}

TEST(FileNameTest, NothingTurnsTheReadingDirection) {
  // Reads as "factuurexe.pdf" in many windows.
  EXPECT_EQ(FaultOfFileName("factuur\xE2\x80\xAE"
                            "fdp.exe"),
            "FILE_NAME_BIDI");
  EXPECT_EQ(FaultOfFileName("a\xE2\x81\xA6"
                            "b"),
            "FILE_NAME_BIDI");
  EXPECT_EQ(FaultOfFileName("a\xD8\x9C"
                            "b"),
            "FILE_NAME_BIDI");
  // Right-to-left letters by themselves are a name like any other.
  EXPECT_EQ(FaultOfFileName("\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D.pdf"), "");
}

TEST(FileNameTest, WhatSomeSystemsDropIsRefused) {
  for (const char* name : {" plan.pdf", "plan.pdf ", "plan."}) {
    EXPECT_EQ(FaultOfFileName(name), "FILE_NAME_EDGES") << name;
  }
}

TEST(FileNameTest, ADeviceIsNoFile) {
  for (const char* name : {"CON", "nul.txt", "Lpt1.pdf", "com9", "aux.tar.gz"}) {
    EXPECT_EQ(FaultOfFileName(name), "FILE_NAME_RESERVED") << name;
  }
}

TEST(FileNameTest, TheEndingIsWhatFollowsTheLastDot) {
  EXPECT_EQ(ExtensionOf("a.PDF"), "pdf");
  EXPECT_EQ(ExtensionOf("a.tar.gz"), "gz");
  EXPECT_EQ(ExtensionOf("a"), "");
}

}  // namespace
}  // namespace waarborg::evidence
