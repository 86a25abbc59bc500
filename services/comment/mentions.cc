#include "services/comment/mentions.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "services/call/error.h"
#include "services/comment/records.h"
#include "services/comment/rules/lifecycle.h"
#include "services/language/status_macros.h"
#include "services/team/names.h"
#include "services/team/records.h"

namespace waarborg::comment {
namespace {

// Who may write may read; so may an auditor, who is called upon for nothing.
bool MayRead(const team::v1::Member& member, bool shared, const std::string& provider) {
  const auto holds = [&member](const rules::EnumSet<team::v1::Role>& roles) {
    return std::any_of(member.roles().begin(), member.roles().end(),
                       [&roles](int role) { return roles.Contains(static_cast<team::v1::Role>(role)); });
  };
  if (holds(table::kTeam)) return true;
  return shared && holds({team::v1::ROLE_PROVIDER_USER}) && member.provider() == provider;
}

absl::StatusOr<absl::string_view> FaultOf(const storage::Reader& reader, const std::string& mention,
                                          bool shared, const std::string& provider) {
  ASSIGN_OR_RETURN(const team::MemberName name, team::MemberName::Parse(mention));
  const absl::StatusOr<team::v1::Member> member = team::Load(reader, name);
  if (absl::IsNotFound(member.status())) return "MENTION_NOT_FOUND";
  if (!member.ok()) return member.status();
  if (member->inactive()) return "MENTION_NOT_FOUND";
  return MayRead(*member, shared, provider) ? "" : "MENTION_CANNOT_READ";
}

}  // namespace

absl::Status CheckMentions(const storage::Reader& reader, const Names& mentions, bool shared,
                           const std::string& provider) {
  call::Violations violations;
  std::set<std::string> seen;
  for (int i = 0; i < mentions.size(); ++i) {
    const std::string field = absl::StrCat("mentions[", i, "]");
    ASSIGN_OR_RETURN(const absl::string_view fault, FaultOf(reader, mentions[i], shared, provider));
    if (!fault.empty()) violations.Add(field, fault, mentions[i]);
    if (!seen.insert(mentions[i]).second) violations.Add(field, "MENTION_TWICE", mentions[i]);
  }
  return violations.ToStatus();
}

Names AddedBy(const Names& now, const Names& before) {
  Names added;
  for (const std::string& name : now) {
    if (std::find(before.begin(), before.end(), name) == before.end()) *added.Add() = name;
  }
  return added;
}

absl::StatusOr<bool> IsMentioned(const storage::Reader& reader, const ThreadName& thread,
                                 absl::string_view member) {
  std::string begin = CommentName{.thread = thread}.ThreadKey();
  const std::string end = storage::PrefixEnd(begin);
  bool mentioned = false;
  absl::Status broken;
  // Scan by scan, however long the thread is.
  for (bool more = true; more && !mentioned;) {
    std::int64_t found = 0;
    std::string last;
    RETURN_IF_ERROR(reader.Scan(kComments.id, {.begin = begin, .end = end, .limit = storage::kMaxScanEntries},
                                [&](absl::string_view key, absl::string_view value) {
                                  const absl::StatusOr<v1::Comment> comment =
                                      storage::Table<v1::Comment>(kComments.id).Parse(value);
                                  broken.Update(comment.status());
                                  if (!broken.ok()) return false;
                                  ++found;
                                  last = std::string(key);
                                  const auto& mentions = comment->mentions();
                                  mentioned =
                                      comment->state() == v1::Comment::STATE_WRITTEN &&
                                      std::find(mentions.begin(), mentions.end(), member) != mentions.end();
                                  return !mentioned;
                                }));
    RETURN_IF_ERROR(broken);
    more = found == storage::kMaxScanEntries;
    begin = last + '\0';
  }
  return mentioned;
}

}  // namespace waarborg::comment
