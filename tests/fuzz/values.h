#ifndef WAARBORG_TESTS_FUZZ_VALUES_H_
#define WAARBORG_TESTS_FUZZ_VALUES_H_

// One value for one field: as its marks in the proto ask for, or odd.

#include <cstdint>
#include <string>

#include "google/protobuf/message.h"
#include "tests/fuzz/chance.h"
#include "tests/fuzz/known.h"

namespace waarborg::fuzz {

class Values final {
 public:
  Values(Chance& chance, const Known& known) : chance_(chance), known_(known) {}

  std::string Text(const google::protobuf::FieldDescriptor& field, bool odd);
  int Enum(const google::protobuf::EnumDescriptor& type, bool odd);
  std::int64_t Number(bool odd);
  // Fills a date, a moment or a field mask; false for any other type.
  bool FillWellKnown(google::protobuf::Message& message, bool odd, const google::protobuf::Message& owner);
  // How many entries a repeated field gets; odd: none, as many as it may hold, or one more.
  int Count(const google::protobuf::FieldDescriptor& field, bool odd);

  // A message of the type as it was once sent or answered, or null.
  const google::protobuf::Message* Example(const google::protobuf::Descriptor& type) {
    return known_.Example(chance_, type);
  }

  static bool IsMarked(const google::protobuf::FieldDescriptor& field, int behavior);

 private:
  std::string Name(const std::string& patterns, bool odd);
  std::string Token(bool odd);

  Chance& chance_;
  const Known& known_;
  int ids_ = 0;
};

}  // namespace waarborg::fuzz

#endif  // WAARBORG_TESTS_FUZZ_VALUES_H_
