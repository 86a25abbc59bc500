// A fault on purpose: a write to a guarded value without its lock. The test asks that clang-tidy reports it.

#include "services/language/mutex.h"

namespace waarborg {

class Counter final {
 public:
  void Add() { ++count_; }

 private:
  language::Mutex mutex_;
  int count_ ABSL_GUARDED_BY(mutex_) = 0;
};

void Touch() { Counter().Add(); }

}  // namespace waarborg
