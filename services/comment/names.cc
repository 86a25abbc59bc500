#include "services/comment/names.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/call/name.h"
#include "services/language/status_macros.h"
#include "storage/keys.h"

namespace waarborg::comment {
namespace {

constexpr const char* kParents[] = {"regions/*/assessments/*/findings/*",
                                    "regions/*/improvementPlans/*/items/*", "regions/*/escalations/*/steps/*",
                                    "regions/*/escalations/*/acuteCases/*", "regions/*/incidents/*"};
constexpr absl::string_view kThreads = "/threads/";
constexpr absl::string_view kComments = "/comments/";

// What stands before and after the last `between`; nothing after it where it is not there.
std::pair<std::string, std::string> SplitAt(absl::string_view name, absl::string_view between) {
  const std::size_t at = name.rfind(between);
  if (at == absl::string_view::npos) return {std::string(name), ""};
  return {std::string(name.substr(0, at)), std::string(name.substr(at + between.size()))};
}

absl::Status InvalidName(absl::string_view name, absl::string_view below) {
  return call::ParseName(name, absl::StrCat(kParents[0], below)).status();
}

}  // namespace

bool IsParentName(absl::string_view name) {
  return std::any_of(std::begin(kParents), std::end(kParents),
                     [name](const char* pattern) { return call::MatchName(name, pattern).has_value(); });
}

absl::StatusOr<ThreadName> ThreadName::Parse(absl::string_view name) {
  auto [parent, thread] = SplitAt(name, kThreads);
  if (!IsParentName(parent) || !call::IsIdentifier(thread)) return InvalidName(name, "/threads/*");
  std::string region = call::RegionOf(parent).value_or("");
  return ThreadName{.region = std::move(region), .parent = std::move(parent), .thread = std::move(thread)};
}

std::string ThreadName::ToString() const { return absl::StrCat(parent, kThreads, thread); }

std::string ThreadName::Key() const {
  return storage::KeyBuilder().Text(region).Text(parent).Text(thread).Take();
}

std::string ThreadName::ParentKey() const { return storage::KeyBuilder().Text(region).Text(parent).Take(); }

absl::StatusOr<CommentName> CommentName::Parse(absl::string_view name) {
  auto [of_thread, comment] = SplitAt(name, kComments);
  absl::StatusOr<ThreadName> thread = ThreadName::Parse(of_thread);
  if (!thread.ok() || !call::IsIdentifier(comment)) return InvalidName(name, "/threads/*/comments/*");
  return CommentName{.thread = *std::move(thread), .comment = std::move(comment)};
}

std::string CommentName::ToString() const { return absl::StrCat(thread.ToString(), kComments, comment); }

std::string CommentName::Key() const {
  return storage::KeyBuilder().Text(thread.region).Text(thread.ToString()).Text(comment).Take();
}

std::string CommentName::ThreadKey() const {
  return storage::KeyBuilder().Text(thread.region).Text(thread.ToString()).Take();
}

}  // namespace waarborg::comment
