#include "services/notice/letter.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "proto/labels/labels.h"
#include "services/ledger/time.h"
#include "services/rules/sha256.h"

namespace waarborg::notice {
namespace {

constexpr absl::string_view kLineEnd = "\r\n";
// Of base64, in one line (RFC 2045, 6.8).
constexpr std::size_t kLineLength = 76;

std::string Words(absl::string_view id, const v1::NoticeSetting& setting,
                  const std::vector<std::pair<std::string, std::string>>& values) {
  const labels::Sentence* sentence = labels::MessageOf(id);
  if (sentence == nullptr) return std::string(id);
  const bool english = setting.language() == v1::NoticeSetting::LANGUAGE_EN;
  return labels::Fill(english ? sentence->en : sentence->nl, values);
}

std::string Base64Lines(absl::string_view text) {
  const std::string code = absl::Base64Escape(text);
  std::string lines;
  for (std::size_t at = 0; at < code.size(); at += kLineLength) {
    absl::StrAppend(&lines, absl::string_view(code).substr(at, kLineLength), kLineEnd);
  }
  return lines;
}

std::string Body(const v1::NoticeSetting& setting, const internal::v1::NoticeBox& box, const Sender& sender) {
  std::vector<std::string> links;
  std::set<std::string> seen;
  for (const internal::v1::NoticeItem& item : box.items()) {
    if (seen.insert(item.resource()).second) links.push_back(absl::StrCat(sender.link_base, item.resource()));
  }
  return absl::StrCat(Words("NOTICE_TEXT", setting, {{"count", absl::StrCat(links.size())}}), "\n\n",
                      absl::StrJoin(links, "\n"), "\n\n", Words("NOTICE_END", setting, {}), "\n");
}

std::string MessageId(const v1::NoticeSetting& setting, const internal::v1::NoticeBox& box,
                      const Sender& sender) {
  std::string seed = setting.name();
  for (const internal::v1::NoticeItem& item : box.items()) {
    absl::StrAppend(&seed, "|", item.sequence(), " ", item.resource());
  }
  return absl::StrCat("<", rules::ToHex(rules::Sha256(seed)), sender.from.substr(sender.from.find('@')), ">");
}

std::string DateLine(absl::Time now) {
  return absl::FormatTime("%a, %d %b %Y %H:%M:%S +0000", now, absl::UTCTimeZone());
}

}  // namespace

Mail LetterFor(const v1::NoticeSetting& setting, const internal::v1::NoticeBox& box, const Sender& sender,
               absl::Time now) {
  const std::string subject = absl::Base64Escape(Words("NOTICE_SUBJECT", setting, {}));
  const std::vector<std::string> headers = {absl::StrCat("Date: ", DateLine(now)),
                                            absl::StrCat("From: Waarborg <", sender.from, ">"),
                                            absl::StrCat("To: <", setting.address(), ">"),
                                            absl::StrCat("Subject: =?utf-8?B?", subject, "?="),
                                            absl::StrCat("Message-ID: ", MessageId(setting, box, sender)),
                                            "Auto-Submitted: auto-generated",
                                            "MIME-Version: 1.0",
                                            "Content-Type: text/plain; charset=utf-8",
                                            "Content-Transfer-Encoding: base64"};
  return {.to = setting.address(),
          .content = absl::StrCat(absl::StrJoin(headers, kLineEnd), kLineEnd, kLineEnd,
                                  Base64Lines(Body(setting, box, sender)))};
}

}  // namespace waarborg::notice
