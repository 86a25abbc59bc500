#include "services/evidence/content_type.h"

#include <string>

#include "gtest/gtest.h"

namespace waarborg::evidence {
namespace {

TEST(ContentTypesTest, FirstBytesSayWhatAContentIs) {
  const ContentTypes types;
  EXPECT_EQ(types.TypeOf("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"), "application/pdf");
  EXPECT_EQ(types.TypeOf(std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0", 29)),
            "image/png");
  EXPECT_EQ(types.TypeOf("Beste mevrouw,\nhierbij het verslag.\n"), "text/plain");
  EXPECT_EQ(types.TypeOf("#!/bin/sh\nrm -r x\n"), "text/x-shellscript");
  EXPECT_EQ(types.TypeOf(std::string("\xA0\xB1\xC2\xD3\0\1\2\3", 8)), "application/octet-stream");
}

}  // namespace
}  // namespace waarborg::evidence
