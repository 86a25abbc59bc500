#ifndef WAARBORG_TESTS_FUZZ_KNOWN_H_
#define WAARBORG_TESTS_FUZZ_KNOWN_H_

// What requests and answers have shown so far: the names of what exists, which texts stood in which fields,
// and whole messages of every type. A request made of these gets further than one made of noise. What came
// last is picked most.

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "google/protobuf/message.h"
#include "tests/fuzz/chance.h"

namespace waarborg::fuzz {

class Known final {
 public:
  // Remembers the message, every text and every message in it.
  void Learn(const google::protobuf::Message& message);

  // A text that stood in a field of this name, so that an answer's `etag` serves a request's; mostly one of
  // the same package. "" when there is none.
  std::string Text(Chance& chance, const google::protobuf::FieldDescriptor& field) const;
  std::string Text(Chance& chance, const std::string& field_name) const;

  // A message of this type, or null.
  const google::protobuf::Message* Example(Chance& chance, const google::protobuf::Descriptor& type) const;

  // A resource name of this pattern: mostly one that exists, otherwise one that nothing has.
  std::string Name(Chance& chance, absl::string_view pattern) const;

 private:
  void LearnText(const google::protobuf::FieldDescriptor& field, const std::string& text);

  struct Texts {
    std::set<std::string> seen;
    std::vector<std::string> list;  // in order of being learned
    void Add(const std::string& text);
    const std::string& Pick(Chance& chance) const;
  };
  std::map<std::string, Texts> by_place_;  // "etag", "waarborg.team.v1 etag"
  std::map<std::string, Texts> by_form_;   // "regions/*/providers/*"
  std::map<std::string, std::vector<std::unique_ptr<google::protobuf::Message>>> by_type_;
};

}  // namespace waarborg::fuzz

#endif  // WAARBORG_TESTS_FUZZ_KNOWN_H_
