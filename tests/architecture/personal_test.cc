// Every string that is kept is marked as personal, so that its leaf holds a digest, or is known to be a code.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tests/architecture/api.h"
#include "tests/architecture/source_tree.h"
#include "waarborg/annotations/v1/annotations.pb.h"

namespace waarborg::architecture {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using ::testing::IsEmpty;

struct Group {
  const char* reason;
  const char* fields;
};

// What is no text about anyone, by the name of its field.
constexpr Group kPlain[] = {
    {"names of resources, members among them",
     "acute_cases actor answer_author assessment author cause cause_before closed_by confirmer "
     "current_policy decision_record delegation follow_up_resources framework_version imposed_by "
     "improvement_plan incident joint_with links member name on_behalf_of open_acute_case open_step "
     "policy_version provider re_assessments resource reviewer seen_by step supersedes"},
    {"ids that were checked, of a region or its policy", "commissioning_body home_region mandated_members norm"},
    {"ids of the framework version",
     "choice choices_required conditions criteria criterion evidence_type evidence_types id "
     "indicator methods theme theme_flags themes"},
    {"codes of the API", "from_state kind level term to_state type"},
    {"digests and versions", "content_hash etag framework_hash scores_digest"},
    {"names of rules that the server writes", "response_rule rule"},
    {"given by the client's software", "request_id traceparent"},
    {"what libmagic calls a type", "detected_media_type"},
    {"numbers in public registers", "agb_code kvk_number"},
    {"of the sender's software, refused where it could say something about a person", "event_id event_source"},
    {"numbers that the server gives", "receipt_number"},
    {"published: frameworks, and the public bodies that commission care", "en nl source title_en title_nl"},
};

// A title is published where it is a region's or a commissioning body's, and nowhere else.
const std::set<std::string>& PublishedTitles() {
  static const auto* const titles = new std::set<std::string>{"waarborg.registry.v1.Region.title",
                                                              "waarborg.registry.v1.CommissioningBody.title"};
  return *titles;
}

std::set<std::string> PlainNames() {
  std::set<std::string> names;
  for (const Group& group : kPlain) {
    for (const absl::string_view name : absl::StrSplit(group.fields, ' ')) names.emplace(name);
  }
  return names;
}

// The types in the rooms' tables, and the event itself.
std::set<std::string> StoredTypes() {
  const std::string table = "RecordTable<v1::";
  std::set<std::string> types = {"waarborg.audit.v1.Event"};
  for (const std::string& file : FilesBelow({"services"}, {"/records.h"})) {
    const std::string text = TextOf(file);
    const std::vector<std::string> path = absl::StrSplit(file, '/');
    for (std::size_t at = text.find(table); at != std::string::npos; at = text.find(table, at + 1)) {
      const std::size_t begin = at + table.size();
      types.insert(
          absl::StrCat("waarborg.", path[1], ".v1.", text.substr(begin, text.find('>', begin) - begin)));
    }
  }
  return types;
}

void AddStrings(const Descriptor& type, std::set<const Descriptor*>& seen,
                std::set<const FieldDescriptor*>& strings) {
  if (!seen.insert(&type).second) return;
  for (int i = 0; i < type.field_count(); ++i) {
    const FieldDescriptor& field = *type.field(i);
    if (field.message_type() != nullptr) {
      AddStrings(*field.message_type(), seen, strings);
    } else if (field.type() == FieldDescriptor::TYPE_STRING && type.map_key() == nullptr) {
      strings.insert(&field);
    }
  }
}

std::set<const FieldDescriptor*> StoredStrings() {
  std::set<const Descriptor*> seen;
  std::set<const FieldDescriptor*> strings;
  for (const std::string& name : StoredTypes()) {
    const Descriptor* const type =
        google::protobuf::DescriptorPool::generated_pool()->FindMessageTypeByName(name);
    EXPECT_NE(type, nullptr) << name;
    if (type != nullptr) AddStrings(*type, seen, strings);
  }
  return strings;
}

bool IsMarked(const FieldDescriptor& field) {
  return field.options().GetExtension(annotations::v1::personal) ||
         field.options().HasExtension(annotations::v1::resource_name);
}

TEST(PersonalText, IsEveryStoredStringThatIsNoCode) {
  const std::set<std::string> plain = PlainNames();
  const std::set<const FieldDescriptor*> strings = StoredStrings();
  ASSERT_GT(strings.size(), 150U);
  std::vector<std::string> unmarked;
  for (const FieldDescriptor* field : strings) {
    if (IsMarked(*field) || plain.contains(field->name()) || PublishedTitles().contains(field->full_name())) {
      continue;
    }
    unmarked.push_back(field->full_name());
  }
  EXPECT_THAT(unmarked, IsEmpty());
}

TEST(PersonalText, IsNotExcusedByANameThatNothingHas) {
  std::set<std::string> unused = PlainNames();
  for (const FieldDescriptor* field : StoredStrings()) {
    if (!IsMarked(*field)) unused.erase(field->name());
  }
  EXPECT_THAT(unused, IsEmpty());
}

}  // namespace
}  // namespace waarborg::architecture
