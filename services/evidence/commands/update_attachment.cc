#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/call/error.h"
#include "services/evidence/commands.h"
#include "services/evidence/metadata.h"
#include "services/evidence/revision.h"
#include "services/language/status_macros.h"

namespace waarborg::evidence {
namespace {

using v1::Attachment;

struct ChangeableField {
  absl::string_view path;
  void (*copy)(const Attachment& from, Attachment& to);
};

constexpr ChangeableField kChangeable[] = {
    {"title", [](const Attachment& from, Attachment& to) { to.set_title(from.title()); }},
    {"evidence_type",
     [](const Attachment& from, Attachment& to) { to.set_evidence_type(from.evidence_type()); }},
    {"framework_version",
     [](const Attachment& from, Attachment& to) { to.set_framework_version(from.framework_version()); }},
    {"confidentiality",
     [](const Attachment& from, Attachment& to) { to.set_confidentiality(from.confidentiality()); }},
    {"no_excerpt", [](const Attachment& from, Attachment& to) { to.set_no_excerpt(from.no_excerpt()); }},
    {"represented_start_date",
     [](const Attachment& from, Attachment& to) {
       *to.mutable_represented_start_date() = from.represented_start_date();
     }},
    {"represented_end_date",
     [](const Attachment& from, Attachment& to) {
       *to.mutable_represented_end_date() = from.represented_end_date();
     }},
    {"expire_date",
     [](const Attachment& from, Attachment& to) { *to.mutable_expire_date() = from.expire_date(); }},
    {"copy_reason", [](const Attachment& from, Attachment& to) { to.set_copy_reason(from.copy_reason()); }},
};

Attachment Merge(const v1::UpdateAttachmentRequest& request, const Attachment& stored,
                 call::Violations& violations) {
  Attachment merged = stored;
  if (request.update_mask().paths().empty()) violations.Add("update_mask.paths", "REQUIRED");
  for (int i = 0; i < request.update_mask().paths_size(); ++i) {
    const std::string& path = request.update_mask().paths(i);
    const auto* const field =
        std::find_if(std::begin(kChangeable), std::end(kChangeable),
                     [&path](const ChangeableField& each) { return each.path == path; });
    if (field == std::end(kChangeable)) {
      violations.Add(absl::StrCat("update_mask.paths[", i, "]"), "NOT_CHANGEABLE", path);
    } else {
      field->copy(request.attachment(), merged);
    }
  }
  return merged;
}

}  // namespace

absl::StatusOr<Attachment> UpdateAttachment(ledger::UnitOfWork& unit,
                                            const v1::UpdateAttachmentRequest& request) {
  ASSIGN_OR_RETURN(Attachment stored,
                   OpenAttachment(unit, request.attachment().name(), request.attachment().etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowAttachment(unit, stored, "update"));
  call::Violations violations;
  Attachment merged = Merge(request, stored, violations);
  // Who gave it on that condition relies on it.
  if (stored.no_excerpt() && !merged.no_excerpt())
    violations.Add("attachment.no_excerpt", "NO_EXCERPT_STAYS");
  RETURN_IF_ERROR(CheckMetadata(unit.reader(), unit.call().caller, merged, "attachment", violations));
  RETURN_IF_ERROR(violations.ToStatus());
  if (!merged.content_hash().empty()) RETURN_IF_ERROR(CheckCopy(merged));
  FillClass(unit.call().caller, merged);
  RETURN_IF_ERROR(WatchExpiry(unit, merged));
  return KeepAttachment(unit, std::move(merged), std::move(fact));
}

}  // namespace waarborg::evidence
