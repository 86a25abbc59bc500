// The only interface of libcrypto that shows the state between two blocks is its first one, which it keeps
// and advises against because it bypasses providers.
#define OPENSSL_SUPPRESS_DEPRECATED

#include <openssl/sha.h>

#include <algorithm>
#include <iterator>

#include "services/language/die.h"
#include "services/rules/sha256.h"

namespace waarborg::rules {
namespace {

constexpr int kWordBytes = 4;

SHA256_CTX ContextAt(const std::array<std::uint32_t, 8>& words, std::uint64_t length) {
  SHA256_CTX context;
  if (SHA256_Init(&context) != 1) language::Die("libcrypto cannot compute SHA-256");
  std::copy(words.begin(), words.end(), std::begin(context.h));
  const std::uint64_t bits = length * 8;
  context.Nl = static_cast<SHA_LONG>(bits & 0xffffffffU);
  context.Nh = static_cast<SHA_LONG>(bits >> 32U);
  return context;
}

}  // namespace

RunningSha256::RunningSha256() : words_() {
  SHA256_CTX context;
  if (SHA256_Init(&context) != 1) language::Die("libcrypto cannot compute SHA-256");
  std::copy(std::begin(context.h), std::end(context.h), words_.begin());
}

std::optional<RunningSha256> RunningSha256::Resume(absl::string_view state, std::uint64_t length) {
  RunningSha256 running;
  if (state.size() != running.words_.size() * kWordBytes || length % kBlockBytes != 0) return std::nullopt;
  for (std::size_t i = 0; i < running.words_.size(); ++i) {
    std::uint32_t word = 0;
    for (int byte = 0; byte < kWordBytes; ++byte) {
      word = word << 8U | static_cast<unsigned char>(state[i * kWordBytes + static_cast<std::size_t>(byte)]);
    }
    running.words_[i] = word;
  }
  running.length_ = length;
  return running;
}

void RunningSha256::Add(absl::string_view blocks) {
  if (blocks.size() % kBlockBytes != 0) language::Die("a piece that is hashed is not whole blocks");
  SHA256_CTX context = ContextAt(words_, length_);
  SHA256_Update(&context, blocks.data(), blocks.size());
  std::copy(std::begin(context.h), std::end(context.h), words_.begin());
  length_ += blocks.size();
}

Hash RunningSha256::End(absl::string_view rest) const {
  SHA256_CTX context = ContextAt(words_, length_);
  SHA256_Update(&context, rest.data(), rest.size());
  Hash hash;
  SHA256_Final(hash.data(), &context);
  return hash;
}

std::string RunningSha256::State() const {
  std::string state;
  for (const std::uint32_t word : words_) {
    for (unsigned shift = 24;; shift -= 8) {
      state.push_back(static_cast<char>(word >> shift & 0xffU));
      if (shift == 0) break;
    }
  }
  return state;
}

}  // namespace waarborg::rules
