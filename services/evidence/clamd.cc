#include "services/evidence/clamd.h"

#include <netdb.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "services/language/status_macros.h"

namespace waarborg::evidence {
namespace {

// A call to the socket comes back after this, so that a stop is seen; silence is given up after so many.
constexpr timeval kPatience{.tv_sec = 1, .tv_usec = 0};
constexpr int kSilences = 120;
constexpr std::size_t kLongestAnswer = 4096;

absl::Status Unreachable(absl::string_view what) {
  return absl::UnavailableError(absl::StrCat("clamd: ", what, ": ", std::strerror(errno)));
}

class Socket final {
 public:
  Socket(int descriptor, const std::function<bool()>& stop) : descriptor_(descriptor), stop_(stop) {
    setsockopt(descriptor_, SOL_SOCKET, SO_RCVTIMEO, &kPatience, sizeof(kPatience));
    setsockopt(descriptor_, SOL_SOCKET, SO_SNDTIMEO, &kPatience, sizeof(kPatience));
  }
  ~Socket() { close(descriptor_); }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  absl::Status Connect(const sockaddr* address, socklen_t size) {
    if (connect(descriptor_, address, size) == 0) return absl::OkStatus();
    return Unreachable("cannot connect");
  }

  absl::Status Send(absl::string_view bytes) {
    int silences = 0;
    while (!bytes.empty()) {
      const ssize_t sent = send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent > 0) {
        bytes.remove_prefix(static_cast<std::size_t>(sent));
        silences = 0;
      } else {
        RETURN_IF_ERROR(GoOn(++silences, "cannot send"));
      }
    }
    return absl::OkStatus();
  }

  // Up to the zero byte that ends an answer.
  absl::StatusOr<std::string> Receive() {
    std::string answer;
    int silences = 0;
    while (answer.size() < kLongestAnswer) {
      char byte = 0;
      const ssize_t received = recv(descriptor_, &byte, 1, 0);
      if (received == 0 || (received == 1 && byte == '\0')) return answer;
      if (received == 1) {
        answer.push_back(byte);
      } else {
        RETURN_IF_ERROR(GoOn(++silences, "no answer"));
      }
    }
    return absl::UnavailableError("clamd: the answer has no end");
  }

 private:
  // OK when the call may be made again.
  absl::Status GoOn(int silences, absl::string_view what) const {
    if (stop_()) return absl::CancelledError("stopped");
    const bool silent = errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
    return silent && silences < kSilences ? absl::OkStatus() : Unreachable(what);
  }

  const int descriptor_;
  const std::function<bool()>& stop_;
};

absl::StatusOr<std::unique_ptr<Socket>> OpenUnix(const std::string& path, const std::function<bool()>& stop) {
  sockaddr_un address{};
  if (path.size() >= sizeof(address.sun_path)) {
    return absl::InvalidArgumentError(absl::StrCat("the path of a socket is too long: ", path));
  }
  address.sun_family = AF_UNIX;
  std::memcpy(address.sun_path, path.data(), path.size());
  auto socket = std::make_unique<Socket>(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0), stop);
  RETURN_IF_ERROR(socket->Connect(reinterpret_cast<const sockaddr*>(&address), sizeof(address)));
  return socket;
}

absl::StatusOr<std::unique_ptr<Socket>> OpenTcp(absl::string_view address,
                                                const std::function<bool()>& stop) {
  const std::size_t colon = address.rfind(':');
  absl::string_view host = address.substr(0, colon);
  if (absl::ConsumePrefix(&host, "[")) absl::ConsumeSuffix(&host, "]");
  addrinfo hints{};
  hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (getaddrinfo(std::string(host).c_str(), std::string(address.substr(colon + 1)).c_str(), &hints,
                  &found) != 0) {
    return absl::InvalidArgumentError(absl::StrCat("no address of a scanner: ", address));
  }
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> owner(found, &freeaddrinfo);
  auto socket = std::make_unique<Socket>(::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0), stop);
  RETURN_IF_ERROR(socket->Connect(found->ai_addr, found->ai_addrlen));
  return socket;
}

absl::StatusOr<std::unique_ptr<Socket>> Open(const std::string& address, const std::function<bool()>& stop) {
  absl::string_view path = address;
  if (absl::ConsumePrefix(&path, "unix:")) return OpenUnix(std::string(path), stop);
  return OpenTcp(address, stop);
}

// Four bytes, big-endian: how much follows.
std::string LengthOf(std::size_t size) {
  std::string length(4, '\0');
  for (int i = 3; i >= 0; --i, size >>= 8U)
    length[static_cast<std::size_t>(i)] = static_cast<char>(size & 0xffU);
  return length;
}

// A daemon that has heard enough answers before the end and hangs up; then its answer counts.
absl::Status SendAll(Socket& socket, const Clamd::Pieces& pieces) {
  RETURN_IF_ERROR(socket.Send(absl::string_view("zINSTREAM\0", 10)));
  while (true) {
    ASSIGN_OR_RETURN(const std::optional<std::string> piece, pieces());
    if (!piece.has_value()) return socket.Send(LengthOf(0));
    RETURN_IF_ERROR(socket.Send(LengthOf(piece->size())));
    RETURN_IF_ERROR(socket.Send(*piece));
  }
}

// It was there, and gave this content up.
Judgement BrokenOff(absl::string_view why) {
  return {.verdict = v1::Scan::VERDICT_FAILED, .finding = std::string(why)};
}

}  // namespace

Judgement JudgementOf(absl::string_view answer) {
  if (answer == "stream: OK") return {.verdict = v1::Scan::VERDICT_CLEAN, .finding = ""};
  absl::string_view found = answer;
  if (absl::ConsumePrefix(&found, "stream: ") && absl::ConsumeSuffix(&found, " FOUND")) {
    return {.verdict = v1::Scan::VERDICT_INFECTED, .finding = std::string(found)};
  }
  return {.verdict = v1::Scan::VERDICT_FAILED, .finding = std::string(answer.substr(0, 200))};
}

absl::StatusOr<Judgement> Clamd::Judge(const Pieces& pieces, const std::function<bool()>& stop) const {
  ASSIGN_OR_RETURN(const std::unique_ptr<Socket> socket, Open(address_, stop));
  const absl::Status sent = SendAll(*socket, pieces);
  if (!sent.ok() && !absl::IsUnavailable(sent)) return sent;
  const absl::StatusOr<std::string> answer = socket->Receive();
  if (!answer.ok() && !absl::IsUnavailable(answer.status())) return answer.status();
  if (answer.ok() && !answer->empty()) return JudgementOf(*answer);
  if (!sent.ok()) return BrokenOff(sent.message());
  return BrokenOff(answer.ok() ? "clamd: hung up without an answer" : answer.status().message());
}

}  // namespace waarborg::evidence
