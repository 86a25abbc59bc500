#ifndef WAARBORG_TESTS_FUZZ_ANSWERS_H_
#define WAARBORG_TESTS_FUZZ_ANSWERS_H_

// What every answer must be, whatever was asked.

#include <string>
#include <vector>

#include "tests/fuzz/wire.h"

namespace waarborg::fuzz {

using Breaches = std::vector<std::string>;

// How far such bytes get.
enum class Reach {
  kHandler,   // a message of the rpc's type
  kParser,    // no such message, or a text in it that is no UTF-8: refused as any other fault
  kTooLarge,  // more than the server takes: gRPC answers, with RESOURCE_EXHAUSTED and no details
};
Reach ReachOf(const Attempt& attempt);

// What is wrong with the answer, in words; empty when all is well:
//   AnswersComeInTime        the call ended by itself
//   AnswersAreNeverFailures  a refusal is the caller's doing (INVALID_ARGUMENT, NOT_FOUND, ...), never
//   UNKNOWN,
//                            INTERNAL, DATA_LOSS, UNAVAILABLE, DEADLINE_EXCEEDED, UNIMPLEMENTED
//   RefusalsSayWhy           ErrorInfo with domain and reason, LocalizedMessage in Dutch and English; an
//   invalid
//                            request names its fields in BadRequest
//   RefusalsFitIntoMetadata  with what every client takes by default
//   UnreadableIsRefused      what is no message of the rpc's type is never accepted
//   AnswersAreMessages       of the type the rpc promises, and they can be written as JSON
Breaches BreachesOf(const Attempt& attempt, const Answer& answer);

}  // namespace waarborg::fuzz

#endif  // WAARBORG_TESTS_FUZZ_ANSWERS_H_
