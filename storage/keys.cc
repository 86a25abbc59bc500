#include "storage/keys.h"

#include <cstddef>

#include "absl/status/status.h"

namespace waarborg::storage {
namespace {

constexpr char kEscape = '\x00';
constexpr char kEscapedZero = '\xff';
constexpr char kEndOfText = '\x01';
constexpr std::size_t kNumberBytes = 8;

}  // namespace

KeyBuilder& KeyBuilder::Text(absl::string_view part) {
  for (const char byte : part) {
    key_.push_back(byte);
    if (byte == kEscape) key_.push_back(kEscapedZero);
  }
  key_.push_back(kEscape);
  key_.push_back(kEndOfText);
  return *this;
}

KeyBuilder& KeyBuilder::Number(std::uint64_t part) {
  for (int shift = 56; shift >= 0; shift -= 8) key_.push_back(static_cast<char>((part >> shift) & 0xff));
  return *this;
}

absl::StatusOr<std::string> KeyParser::Text() {
  std::string text;
  for (std::size_t i = 0; i < rest_.size(); ++i) {
    if (rest_[i] != kEscape) {
      text.push_back(rest_[i]);
      continue;
    }
    ++i;
    if (i == rest_.size()) break;
    if (rest_[i] == kEndOfText) {
      rest_.remove_prefix(i + 1);
      return text;
    }
    if (rest_[i] != kEscapedZero) return absl::DataLossError("a key holds an unknown escape in a text part");
    text.push_back(kEscape);
  }
  return absl::DataLossError("a key ends inside a text part");
}

absl::StatusOr<std::uint64_t> KeyParser::Number() {
  if (rest_.size() < kNumberBytes) return absl::DataLossError("a key ends inside a number part");
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < kNumberBytes; ++i)
    number = (number << 8) | static_cast<unsigned char>(rest_[i]);
  rest_.remove_prefix(kNumberBytes);
  return number;
}

std::string PrefixEnd(absl::string_view prefix) {
  std::string end(prefix);
  while (!end.empty() && end.back() == '\xff') end.pop_back();
  if (!end.empty()) end.back() = static_cast<char>(static_cast<unsigned char>(end.back()) + 1);
  return end;
}

}  // namespace waarborg::storage
