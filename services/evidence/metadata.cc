#include "services/evidence/metadata.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "absl/strings/str_cat.h"
#include "google/protobuf/descriptor.h"
#include "services/call/code.h"
#include "services/call/request_check.h"
#include "services/evidence/errors.h"
#include "services/evidence/rules/confidentiality.h"
#include "services/evidence/rules/file_name.h"
#include "services/framework/records.h"
#include "services/language/blank.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"

namespace waarborg::evidence {
namespace {

bool IsGeneral(absl::string_view evidence_type) {
  return std::find(std::begin(kGeneralTypes), std::end(kGeneralTypes), evidence_type) !=
         std::end(kGeneralTypes);
}

// Of the framework where one is named, else one that stands in none.
absl::StatusOr<bool> IsKnownType(const storage::Reader& reader, const v1::Attachment& attachment) {
  if (attachment.framework_version().empty()) {
    return IsGeneral(attachment.evidence_type()) || attachment.evidence_type() == kVog;
  }
  ASSIGN_OR_RETURN(const framework::FrameworkVersionName name,
                   framework::FrameworkVersionName::Parse(attachment.framework_version()));
  ASSIGN_OR_RETURN(const framework::v1::FrameworkVersion version, framework::Load(reader, name));
  return std::any_of(
      version.evidence_types().begin(), version.evidence_types().end(),
      [&attachment](const framework::v1::Term& term) { return term.id() == attachment.evidence_type(); });
}

void CheckClass(const call::Caller& caller, const v1::Attachment& attachment, const std::string& field,
                call::Violations& violations) {
  v1::Attachment filled = attachment;
  FillClass(caller, filled);
  const std::optional<v1::Confidentiality> fixed = ClassOfType(attachment.evidence_type());
  if (fixed.has_value() && filled.confidentiality() != *fixed) {
    violations.Add(field, "CLASS_OF_TYPE", call::CodeOf(*fixed));
  }
  const bool provider = caller.Holds(team::v1::ROLE_PROVIDER_USER);
  if (provider && !MaySee(filled.confidentiality()).Contains(team::v1::ROLE_PROVIDER_USER)) {
    violations.Add(field, "CLASS_NOT_FOR_PROVIDER", call::CodeOf(filled.confidentiality()));
  }
}

void CheckPeriod(const v1::Attachment& attachment, const std::string& field, call::Violations& violations) {
  const bool both = ledger::HasDate(attachment.represented_start_date()) &&
                    ledger::HasDate(attachment.represented_end_date());
  if (both &&
      ledger::DayOf(attachment.represented_end_date()) < ledger::DayOf(attachment.represented_start_date())) {
    violations.Add(field, "PERIOD_ENDS_BEFORE_START");
  }
}

}  // namespace

absl::Status CheckMetadata(const storage::Reader& reader, const call::Caller& caller,
                           const v1::Attachment& attachment, absl::string_view path,
                           call::Violations& violations) {
  const auto at = [path](absl::string_view field) { return absl::StrCat(path, ".", field); };
  ASSIGN_OR_RETURN(const bool known, IsKnownType(reader, attachment));
  if (!known) violations.Add(at("evidence_type"), "UNKNOWN_EVIDENCE_TYPE", attachment.evidence_type());
  CheckClass(caller, attachment, at("confidentiality"), violations);
  CheckPeriod(attachment, at("represented_end_date"), violations);
  const absl::string_view fault = FaultOfFileName(attachment.file_name());
  if (!fault.empty()) violations.Add(at("file_name"), fault);
  return absl::OkStatus();
}

absl::Status CheckCopy(const v1::Attachment& attachment) {
  const bool vog = attachment.evidence_type() == kVog;
  return vog && language::IsBlank(attachment.copy_reason()) ? errors::VogNotCopied() : absl::OkStatus();
}

void FillClass(const call::Caller& caller, v1::Attachment& attachment) {
  if (attachment.confidentiality() == v1::CONFIDENTIALITY_UNSPECIFIED) {
    const bool by_provider = caller.Holds(team::v1::ROLE_PROVIDER_USER);
    attachment.set_confidentiality(DefaultClass(attachment.evidence_type(), by_provider));
  }
  attachment.set_no_excerpt(IsWholeOnly(attachment));
}

v1::Attachment Declared(const call::Caller& caller, v1::Attachment attachment) {
  call::ClearOutputOnly(attachment);
  FillClass(caller, attachment);
  return attachment;
}

std::vector<std::string> FieldsThatDiffer(v1::Attachment one, v1::Attachment other) {
  std::vector<std::string> names;
  const google::protobuf::Descriptor& descriptor = *v1::Attachment::descriptor();
  for (int i = 0; i < descriptor.field_count(); ++i) {
    v1::Attachment left;
    v1::Attachment right;
    one.GetReflection()->SwapFields(&one, &left, {descriptor.field(i)});
    other.GetReflection()->SwapFields(&other, &right, {descriptor.field(i)});
    if (left.SerializeAsString() != right.SerializeAsString()) names.push_back(descriptor.field(i)->name());
  }
  return names;
}

}  // namespace waarborg::evidence
