#include "services/evidence/content_type.h"

#include <magic.h>

namespace waarborg::evidence {
namespace {

// What tells archives, office files, text in other encodings and programs apart. Reading structures further
// in (compressed files, archive members, CDF properties) is left out.
constexpr int kFlags = MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_TAR;

}  // namespace

void ContentTypes::Close::operator()(magic_set* magic) const { magic_close(magic); }

ContentTypes::ContentTypes() : magic_(magic_open(kFlags)) {
  if (magic_ != nullptr && magic_load(magic_.get(), nullptr) != 0) magic_.reset();
}

std::string ContentTypes::TypeOf(absl::string_view first_bytes) const {
  const language::MutexLock lock(mutex_);
  if (magic_ == nullptr) return "";
  const char* const type = magic_buffer(magic_.get(), first_bytes.data(), first_bytes.size());
  return type == nullptr ? "" : type;
}

}  // namespace waarborg::evidence
