#ifndef WAARBORG_TESTS_FUZZ_AUTHOR_H_
#define WAARBORG_TESTS_FUZZ_AUTHOR_H_

// Writes requests: any message type, by its descriptor. A field is plausible (of the kind that its marks in
// the proto ask for, with what is known) or odd (over a limit, beyond a range, of no known value).

#include <string>

#include "google/protobuf/message.h"
#include "tests/fuzz/chance.h"
#include "tests/fuzz/known.h"
#include "tests/fuzz/values.h"

namespace waarborg::fuzz {

class Author final {
 public:
  // Both outlive the author.
  Author(Chance& chance, const Known& known) : chance_(chance), values_(chance, known) {}

  // Fills the message; so many in a hundred of its fields are odd.
  void Fill(google::protobuf::Message& message, int odd_percent) { FillMessage(message, odd_percent, 0); }

  // Changes one thing somewhere in the message: a field is emptied, replaced, added, doubled or taken out.
  void Change(google::protobuf::Message& message);

 private:
  using Field = google::protobuf::FieldDescriptor;
  using Message = google::protobuf::Message;

  void FillMessage(Message& message, int odd_percent, int depth);
  void FillField(Message& message, const Field& field, int odd_percent, int depth);
  // One more value of a repeated field, or the value of a single one.
  void PutValue(Message& message, const Field& field, int odd_percent, int depth);
  void PutMessage(Message& message, const Field& field, int odd_percent, int depth);
  void ChangeField(Message& message, const Field& field);
  void ChangeRepeated(Message& message, const Field& field);
  bool IsLeftOut(const Field& field, int odd_percent);

  Chance& chance_;
  Values values_;
};

}  // namespace waarborg::fuzz

#endif  // WAARBORG_TESTS_FUZZ_AUTHOR_H_
