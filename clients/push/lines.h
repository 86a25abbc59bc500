#ifndef WAARBORG_CLIENTS_PUSH_LINES_H_
#define WAARBORG_CLIENTS_PUSH_LINES_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace waarborg::push {

struct Line {
  std::string text;         // without its end
  std::int64_t number = 0;  // the first is 1
  bool too_long = false;    // then only its beginning is kept
};

// A file line by line, holding no more of it than was asked for and a piece ahead. Lines end with LF or CR
// LF; a byte order mark is no part of the first. Not thread-safe.
class Lines final {
 public:
  // `read` puts at most so many bytes there, and says how many; 0 at the end.
  using ReadBytes = std::function<std::size_t(char* into, std::size_t most)>;

  explicit Lines(ReadBytes read) : read_(std::move(read)), piece_(kPieceBytes) {}

  // Nothing at the end.
  [[nodiscard]] std::optional<Line> Next();
  // Lets these come again, in this order, before the others.
  void PutBack(std::vector<Line> lines);

 private:
  static constexpr std::size_t kPieceBytes = std::size_t{64} << 10;

  [[nodiscard]] bool Fill();

  ReadBytes read_;
  std::vector<char> piece_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::int64_t number_ = 0;
  std::deque<Line> again_;
};

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_LINES_H_
