#ifndef WAARBORG_SERVICES_LEDGER_PERSONAL_TEXT_H_
#define WAARBORG_SERVICES_LEDGER_PERSONAL_TEXT_H_

// Personal text and the journal: fields marked (personal) enter a leaf as a salted digest only. The text
// stays beside the leaf, keyed by that digest, so that it can be sealed or erased later while every proof
// keeps holding.

#include "google/protobuf/message.h"
#include "services/call/call.h"
#include "waarborg/internal/v1/stored.pb.h"

namespace waarborg::ledger {

// Replaces each personal text in `message` by `sha256:` and the hex digest of salt and text, and adds salt
// and text to `kept`. Empty fields stay empty.
void TakeOut(google::protobuf::Message& message, const call::Entropy& entropy,
             internal::v1::PersonalTexts& kept);

// Whether TakeOut would take anything out of `message`.
bool HoldsText(const google::protobuf::Message& message);

// Puts the texts back where their digests stand. A digest whose text is gone, or was changed, stays a digest.
void PutBack(google::protobuf::Message& message, const internal::v1::PersonalTexts& kept);

}  // namespace waarborg::ledger

#endif  // WAARBORG_SERVICES_LEDGER_PERSONAL_TEXT_H_
