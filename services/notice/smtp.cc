#include "services/notice/smtp.h"

#include <arpa/inet.h>
#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"

namespace waarborg::notice {
namespace {

// From here on an answer of the server means: do not try again.
constexpr long kRefusedForGood = 500;  // NOLINT(google-runtime-int): libcurl's type

// What is left to send.
struct Reading {
  const std::string& content;
  std::size_t at = 0;
};

std::size_t Read(char* buffer, std::size_t size, std::size_t count, void* data) {
  auto& reading = *static_cast<Reading*>(data);
  const std::size_t bytes = std::min(size * count, reading.content.size() - reading.at);
  std::memcpy(buffer, reading.content.data() + reading.at, bytes);
  reading.at += bytes;
  return bytes;
}

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

long Millis(absl::Duration duration) {  // NOLINT(google-runtime-int): libcurl's type
  return static_cast<long>(absl::ToInt64Milliseconds(duration));  // NOLINT(google-runtime-int)
}

// libcurl ends the session on anything but zero.
int AskWhetherToStop(void* data, curl_off_t /*in*/, curl_off_t /*of*/, curl_off_t /*out*/,
                     curl_off_t /*of*/) {
  return static_cast<const SmtpOptions*>(data)->stopping() ? 1 : 0;
}

void ListenForStop(CURL* curl, const SmtpOptions& options) {
  if (options.stopping == nullptr) return;
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &options);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &AskWhetherToStop);
}

// The session, as far as it does not depend on the mail.
void Prepare(CURL* curl, const SmtpOptions& options) {
  curl_easy_setopt(curl, CURLOPT_URL, options.url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  if (!IsLoopback(options.url)) curl_easy_setopt(curl, CURLOPT_USE_SSL, CURLUSESSL_ALL);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, Millis(options.connect_within));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, Millis(options.done_within));
  curl_easy_setopt(curl, CURLOPT_MAIL_FROM, absl::StrCat("<", options.from, ">").c_str());
  curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl, CURLOPT_READFUNCTION, &Read);
}

absl::Status Outcome(CURL* curl, CURLcode code) {
  if (code == CURLE_OK) return absl::OkStatus();
  if (code == CURLE_ABORTED_BY_CALLBACK) return absl::CancelledError("mail server: stopping");
  long answer = 0;  // NOLINT(google-runtime-int): libcurl's type
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer);
  const std::string what = absl::StrCat("mail server: ", curl_easy_strerror(code), ", answer ", answer);
  // What a server lacks, or how slow it is, says nothing of the mail.
  const bool of_server = code == CURLE_OPERATION_TIMEDOUT || code == CURLE_USE_SSL_FAILED;
  return answer >= kRefusedForGood && !of_server ? absl::FailedPreconditionError(what)
                                                 : absl::UnavailableError(what);
}

}  // namespace

bool IsLoopback(absl::string_view url) {
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parsed(curl_url(), &curl_url_cleanup);
  char* part = nullptr;
  const bool has_host = curl_url_set(parsed.get(), CURLUPART_URL, std::string(url).c_str(),
                                     CURLU_NON_SUPPORT_SCHEME) == CURLUE_OK &&
                        curl_url_get(parsed.get(), CURLUPART_HOST, &part, 0) == CURLUE_OK;
  if (!has_host) return false;
  const std::string host(part);
  curl_free(part);
  in_addr address{};
  if (::inet_pton(AF_INET, host.c_str(), &address) == 1) return ntohl(address.s_addr) >> 24 == 127;
  return host == "localhost" || host == "[::1]";
}

SmtpMailer::SmtpMailer(SmtpOptions options) : options_(std::move(options)) {
  curl_global_init(CURL_GLOBAL_DEFAULT);
}

absl::Status SmtpMailer::Send(const Mail& mail) {
  const Handle curl(curl_easy_init(), &curl_easy_cleanup);
  const List to(curl_slist_append(nullptr, absl::StrCat("<", mail.to, ">").c_str()), &curl_slist_free_all);
  if (curl == nullptr || to == nullptr) return absl::UnavailableError("mail server: no memory");
  Prepare(curl.get(), options_);
  ListenForStop(curl.get(), options_);
  Reading reading{.content = mail.content};
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, to.get());
  curl_easy_setopt(curl.get(), CURLOPT_READDATA, &reading);
  return Outcome(curl.get(), curl_easy_perform(curl.get()));
}

}  // namespace waarborg::notice
