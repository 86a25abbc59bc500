#include "services/evidence/rules/media_type.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "services/evidence/rules/file_name.h"

namespace waarborg::evidence {
namespace {

constexpr absl::string_view kProgramTypes[] = {
    "application/x-dosexec",
    "application/vnd.microsoft.portable-executable",
    "application/x-msdownload",
    "application/x-executable",
    "application/x-pie-executable",
    "application/x-sharedlib",
    "application/x-object",
    "application/x-mach-binary",
    "application/x-elf",
    "application/x-ms-shortcut",
    "application/x-java-applet",
    "application/java-archive",
    "text/x-shellscript",
    "text/x-msdos-batch",
};

constexpr absl::string_view kProgramEndings[] = {"bat", "cmd", "com", "cpl", "dll", "exe", "hta",
                                                 "jar", "js",  "jse", "lnk", "msi", "pif", "ps1",
                                                 "scr", "sh",  "vbe", "vbs", "wsf"};

// Types that detection tells apart, and what stands for each: office files of both generations are archives.
struct Kind {
  absl::string_view endings;  // separated by spaces
  absl::string_view types;    // each a type, or its beginning up to /
};

constexpr Kind kKinds[] = {
    {"pdf", "application/pdf"},
    {"docx xlsx pptx odt ods odp zip",
     "application/vnd.openxmlformats-officedocument application/vnd.oasis.opendocument application/zip"},
    {"doc xls ppt msg", "application/msword application/vnd.ms- application/CDFV2 application/x-ole-storage"},
    {"jpg jpeg", "image/jpeg"},
    {"png", "image/png"},
    {"gif", "image/gif"},
    {"tif tiff", "image/tiff"},
    {"heic heif", "image/heic image/heif"},
    {"mp3 m4a wav ogg", "audio/ video/mp4 video/ogg"},
    {"mp4 mov avi webm mkv", "video/"},
    {"txt csv md eml html htm xml json log rtf",
     "text/ message/ application/json application/xml application/csv"},
};

bool HasWord(absl::string_view words, absl::string_view word) {
  const std::vector<absl::string_view> all = absl::StrSplit(words, ' ');
  return std::find(all.begin(), all.end(), word) != all.end();
}

bool IsOf(const Kind& kind, absl::string_view type) {
  const std::vector<absl::string_view> all = absl::StrSplit(kind.types, ' ');
  return std::any_of(all.begin(), all.end(),
                     [type](absl::string_view beginning) { return absl::StartsWith(type, beginning); });
}

// Without parameters ("; charset=...").
std::string Bare(absl::string_view type) {
  return std::string(absl::StripAsciiWhitespace(type.substr(0, type.find(';'))));
}

}  // namespace

bool IsProgramType(absl::string_view media_type) {
  return std::find(std::begin(kProgramTypes), std::end(kProgramTypes), Bare(media_type)) !=
         std::end(kProgramTypes);
}

bool IsProgramName(absl::string_view file_name) {
  return std::find(std::begin(kProgramEndings), std::end(kProgramEndings), ExtensionOf(file_name)) !=
         std::end(kProgramEndings);
}

bool IsMismatch(absl::string_view file_name, absl::string_view declared, absl::string_view detected) {
  constexpr absl::string_view kAnything = "application/octet-stream";
  if (detected.empty() || detected == kAnything) return false;
  const std::string ending = ExtensionOf(file_name);
  const std::string said = Bare(declared) == kAnything ? "" : Bare(declared);
  for (const Kind& kind : kKinds) {
    const bool promised = HasWord(kind.endings, ending) || (!said.empty() && IsOf(kind, said));
    if (promised && !IsOf(kind, detected)) return true;
  }
  return false;
}

}  // namespace waarborg::evidence
