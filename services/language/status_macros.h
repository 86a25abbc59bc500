#ifndef WAARBORG_SERVICES_LANGUAGE_STATUS_MACROS_H_
#define WAARBORG_SERVICES_LANGUAGE_STATUS_MACROS_H_

// The two macros of the house: leave the function with the error, or go on with the value.

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

// Evaluates an expression of type absl::Status; returns it from the enclosing function unless it is OK.
#define RETURN_IF_ERROR(expr)                                                                 \
  do {                                                                                        \
    if (absl::Status waarborg_status = (expr); !waarborg_status.ok()) return waarborg_status; \
  } while (false)

#define WAARBORG_CONCAT_INNER(a, b) a##b
#define WAARBORG_CONCAT(a, b) WAARBORG_CONCAT_INNER(a, b)

// Evaluates an expression of type absl::StatusOr<T>; returns its error, or moves its value into `lhs`.
#define ASSIGN_OR_RETURN(lhs, expr) \
  WAARBORG_ASSIGN_OR_RETURN(WAARBORG_CONCAT(waarborg_status_or_, __LINE__), lhs, expr)

#define WAARBORG_ASSIGN_OR_RETURN(temporary, lhs, expr)      \
  auto temporary = (expr);                                   \
  if (!temporary.ok()) return std::move(temporary).status(); \
  lhs = *std::move(temporary)

#endif  // WAARBORG_SERVICES_LANGUAGE_STATUS_MACROS_H_
