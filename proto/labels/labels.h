#ifndef WAARBORG_PROTO_LABELS_LABELS_H_
#define WAARBORG_PROTO_LABELS_LABELS_H_

// Words for people, by stable identifier, in Dutch and English. The files beside this header are compiled in.

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"

namespace waarborg::labels {

struct EmbeddedFile {
  const char* name;
  const char* content;
};
extern const EmbeddedFile kEmbeddedFiles[];
extern const int kEmbeddedFileCount;

// The content of one label file, e.g. "enums.json"; empty when there is no such file.
absl::string_view Embedded(absl::string_view name);

struct Sentence {
  std::string nl;
  std::string en;
};

// The message of an error reason (messages/*.json), or null. Thread-safe; the answer lives for ever.
const Sentence* MessageOf(absl::string_view reason);

// Replaces each `{key}` by its value; a key that is not given stays as it is.
std::string Fill(absl::string_view sentence, const std::vector<std::pair<std::string, std::string>>& values);

}  // namespace waarborg::labels

#endif  // WAARBORG_PROTO_LABELS_LABELS_H_
