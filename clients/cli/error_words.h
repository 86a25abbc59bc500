#ifndef WAARBORG_CLIENTS_CLI_ERROR_WORDS_H_
#define WAARBORG_CLIENTS_CLI_ERROR_WORDS_H_

// What a server says of an error, with words of the reader's language in place of its codes.

#include <string>

#include "clients/cli/words.h"
#include "clients/cpp/api_error.h"

namespace waarborg::cli {

// The server's own message; where it is a sentence of proto/labels/messages that this program knows the same,
// that sentence with states, events, roles and levels in words. For an error that is not from a Waarborg
// server: what its code means.
[[nodiscard]] std::string MessageText(const client::ApiError& error, Language language);

// What was expected and what was found; the server's description where it does not say both.
[[nodiscard]] std::string PreconditionText(const client::PreconditionViolation& row, Language language);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_ERROR_WORDS_H_
