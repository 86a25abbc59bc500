#ifndef WAARBORG_TESTS_STORAGE_STORE_CONTRACT_H_
#define WAARBORG_TESTS_STORAGE_STORE_CONTRACT_H_

// What every engine behind storage::Store promises. An engine passes by instantiating StoreContract with a
// factory of its own (INSTANTIATE_TEST_SUITE_P in a file beside this one).

#include <cstddef>
#include <functional>
#include <memory>
#include <ostream>
#include <string>

#include "absl/status/statusor.h"
#include "gtest/gtest.h"
#include "storage/store.h"
#include "tests/storage/reading.h"

namespace waarborg::storage {

// Where stores keep their bytes: opening again, after the former store is gone, finds what was written.
class StorePlace {
 public:
  virtual ~StorePlace() = default;
  virtual absl::StatusOr<std::unique_ptr<Store>> Open(std::size_t queue_capacity) = 0;
};

struct StoreFactory {
  std::string engine;
  std::function<std::unique_ptr<StorePlace>()> make_place;
};

inline void PrintTo(const StoreFactory& factory, std::ostream* out) { *out << factory.engine; }

class StoreContract : public testing::TestWithParam<StoreFactory> {
 protected:
  static constexpr TableId kTable{200};
  static constexpr TableId kNextTable{201};

  void SetUp() override {
    place_ = GetParam().make_place();
    Reopen();
  }

  // Closes the store and opens it again.
  void Reopen(std::size_t queue_capacity = 4096) {
    store_.reset();
    absl::StatusOr<std::unique_ptr<Store>> opened = place_->Open(queue_capacity);
    ASSERT_TRUE(opened.ok()) << opened.status();
    store_ = *std::move(opened);
  }

  Store& store() { return *store_; }

  void Put(const std::string& key, const std::string& value) {
    EXPECT_EQ(PutAndWait(store(), kTable, key, value), absl::OkStatus());
  }
  std::optional<std::string> Get(const std::string& key) { return Value(*store().Read(), kTable, key); }
  Entries Scan(const ScanRange& range) { return Scanned(*store().Read(), kTable, range); }

 private:
  std::unique_ptr<StorePlace> place_;
  std::unique_ptr<Store> store_;
};

}  // namespace waarborg::storage

#endif  // WAARBORG_TESTS_STORAGE_STORE_CONTRACT_H_
