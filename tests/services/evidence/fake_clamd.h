#ifndef WAARBORG_TESTS_SERVICES_EVIDENCE_FAKE_CLAMD_H_
#define WAARBORG_TESTS_SERVICES_EVIDENCE_FAKE_CLAMD_H_

// What no healthy clamd does: it finds everything clean, but hangs up on a content that holds certain words.

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/storage/scratch_directory.h"

namespace waarborg::evidence {

class FakeClamd final {
 public:
  explicit FakeClamd(std::string words)
      : words_(std::move(words)), listener_(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path().copy(address.sun_path, sizeof(address.sun_path) - 1);
    EXPECT_EQ(bind(listener_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
    EXPECT_EQ(listen(listener_, 8), 0);
    thread_ = std::thread([this] { Work(); });
  }
  ~FakeClamd() {
    shutdown(listener_, SHUT_RDWR);
    thread_.join();
    close(listener_);
  }
  FakeClamd(const FakeClamd&) = delete;
  FakeClamd& operator=(const FakeClamd&) = delete;

  [[nodiscard]] std::string address() const { return absl::StrCat("unix:", path()); }

  // From now on it hangs up on nothing.
  void Mend() { mended_ = true; }

 private:
  [[nodiscard]] std::string path() const { return scratch_.In("clamd.sock"); }

  void Work() {
    while (true) {
      const int peer = accept(listener_, nullptr, nullptr);
      if (peer < 0) return;
      Answer(peer);
      close(peer);
    }
  }

  void Answer(int peer) const {
    std::string command(10, ' ');
    if (!Read(peer, command)) return;
    while (true) {
      std::string head(4, ' ');
      if (!Read(peer, head)) return;
      std::uint32_t size = 0;
      for (const char c : head) size = size << 8U | static_cast<unsigned char>(c);
      if (size == 0) break;
      std::string piece(size, ' ');
      if (!Read(peer, piece)) return;
      if (!mended_ && absl::StrContains(piece, words_)) return;
    }
    constexpr char kClean[] = "stream: OK";
    EXPECT_EQ(send(peer, kClean, sizeof(kClean), MSG_NOSIGNAL), static_cast<ssize_t>(sizeof(kClean)));
  }

  static bool Read(int peer, std::string& bytes) {
    return recv(peer, bytes.data(), bytes.size(), MSG_WAITALL) == static_cast<ssize_t>(bytes.size());
  }

  const std::string words_;
  const storage::ScratchDirectory scratch_;
  const int listener_;
  std::atomic<bool> mended_ = false;
  std::thread thread_;
};

}  // namespace waarborg::evidence

#endif  // WAARBORG_TESTS_SERVICES_EVIDENCE_FAKE_CLAMD_H_
