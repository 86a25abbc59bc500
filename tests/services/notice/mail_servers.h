#ifndef WAARBORG_TESTS_SERVICES_NOTICE_MAIL_SERVERS_H_
#define WAARBORG_TESTS_SERVICES_NOTICE_MAIL_SERVERS_H_

// Mail servers on this machine: a real one, one that answers as it is told, and one that says nothing.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace waarborg::notice {

// A socket that listens on a free loopback port.
class Listening final {
 public:
  Listening() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof(address)), 0);
    EXPECT_EQ(::listen(socket_, 8), 0);
    socklen_t size = sizeof(address);
    EXPECT_EQ(::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size), 0);
    port_ = ntohs(address.sin_port);
  }
  ~Listening() { Close(); }
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;

  void Close() {
    if (socket_ < 0) return;
    ::shutdown(socket_, SHUT_RDWR);
    ::close(socket_);
    socket_ = -1;
  }
  [[nodiscard]] int socket() const { return socket_; }
  [[nodiscard]] int port() const { return port_; }
  [[nodiscard]] std::string url() const { return absl::StrCat("smtp://127.0.0.1:", port_); }

 private:
  int socket_;
  int port_ = 0;
};

// Speaks SMTP to one client, with another answer where the test wants one: {"RCPT", "550 nobody of that name"}.
class ScriptedServer final {
 public:
  using Answers = std::map<std::string, std::string>;

  explicit ScriptedServer(Answers answers)
      : answers_(std::move(answers)), thread_([this] { Serve(); }) {}
  ~ScriptedServer() {
    ::shutdown(listening_.socket(), SHUT_RDWR);
    thread_.join();
  }
  ScriptedServer(const ScriptedServer&) = delete;
  ScriptedServer& operator=(const ScriptedServer&) = delete;

  [[nodiscard]] std::string url() const { return listening_.url(); }

 private:
  void Serve() {
    const int client = ::accept(listening_.socket(), nullptr, nullptr);
    if (client < 0) return;
    Say(client, "220 here");
    std::string line;
    char c = 0;
    while (::read(client, &c, 1) == 1) {
      if (c != '\n') {
        line.push_back(c);
        continue;
      }
      Say(client, AnswerTo(line));
      line.clear();
    }
    ::close(client);
  }
  static void Say(int client, const std::string& answer) {
    const std::string line = answer + "\r\n";
    static_cast<void>(::send(client, line.data(), line.size(), MSG_NOSIGNAL));
  }
  [[nodiscard]] std::string AnswerTo(const std::string& line) const {
    for (const auto& [verb, answer] : answers_) {
      if (absl::StartsWith(line, verb)) return answer;
    }
    return "250 fine";
  }

  const Answers answers_;
  Listening listening_;
  std::thread thread_;
};

// Debian's aiosmtpd, which puts what it takes into a Maildir.
class RealServer final {
 public:
  RealServer() : folder_(absl::StrCat(::testing::TempDir(), "mail-", ::getpid())) {
    std::filesystem::remove_all(folder_);
    int port = 0;
    {
      const Listening free;
      port = free.port();
    }
    url_ = absl::StrCat("smtp://127.0.0.1:", port);
    const std::string listen = absl::StrCat("127.0.0.1:", port);
    child_ = ::fork();
    if (child_ == 0) {
      ::execlp("aiosmtpd", "aiosmtpd", "-n", "-l", listen.c_str(), "-c", "aiosmtpd.handlers.Mailbox",
               folder_.c_str(), nullptr);
      ::_exit(127);
    }
  }
  ~RealServer() {
    ::kill(child_, SIGTERM);
    ::waitpid(child_, nullptr, 0);
    std::filesystem::remove_all(folder_);
  }
  RealServer(const RealServer&) = delete;
  RealServer& operator=(const RealServer&) = delete;

  [[nodiscard]] const std::string& url() const { return url_; }
  [[nodiscard]] bool IsRunning() const { return ::waitpid(child_, nullptr, WNOHANG) == 0; }
  [[nodiscard]] std::vector<std::string> Mails() const {
    std::vector<std::string> mails;
    for (const auto& file : std::filesystem::directory_iterator(folder_ + "/new")) {
      std::ostringstream text;
      text << std::ifstream(file.path()).rdbuf();
      mails.push_back(text.str());
    }
    return mails;
  }

 private:
  std::string folder_;
  std::string url_;
  pid_t child_ = -1;
};

}  // namespace waarborg::notice

#endif  // WAARBORG_TESTS_SERVICES_NOTICE_MAIL_SERVERS_H_
