#include "storage/migration.h"

#include <algorithm>
#include <optional>
#include <string>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "services/language/status_macros.h"
#include "storage/keys.h"
#include "storage/schema.h"

namespace waarborg::storage {
namespace {

std::string Mark(absl::string_view name) { return KeyBuilder().Text(name).Take(); }

void PutVersion(Transaction& transaction, std::int64_t version) {
  transaction.Put(tables::kMeta, Mark("schema_version"), absl::StrCat(version));
}

// The version that the store bears; DATA_LOSS when its mark is missing or no number.
absl::StatusOr<std::int64_t> ReadVersion(const Reader& reader) {
  ASSIGN_OR_RETURN(const std::optional<std::string> mark, reader.Get(tables::kMeta, Mark("schema_version")));
  std::int64_t version = 0;
  if (mark.has_value() && absl::SimpleAtoi(*mark, &version)) return version;
  return absl::DataLossError("the store bears no readable schema version; restore it from a backup");
}

absl::Status Initialise(Store& store, std::int64_t create_time_micros, std::int64_t version) {
  return WriteAndWait(store, [create_time_micros, version](Transaction& transaction) {
    transaction.Put(tables::kMeta, Mark("product"), std::string(kProduct));
    transaction.Put(tables::kMeta, Mark("create_time"), absl::StrCat(create_time_micros));
    PutVersion(transaction, version);
    return absl::OkStatus();
  });
}

absl::Status MigrateOneVersion(Store& store, std::int64_t from, const Schema& schema) {
  const auto* const step =
      std::find_if(schema.migrations.begin(), schema.migrations.end(),
                   [from](const Migration& migration) { return migration.from == from; });
  if (step == schema.migrations.end()) {
    return absl::FailedPreconditionError(
        absl::StrCat("the store has schema version ", from, " and this program, which writes version ",
                     schema.version, ", knows no migration from it; open it first with a release that does"));
  }
  return WriteAndWait(store, [step](Transaction& transaction) {
    RETURN_IF_ERROR(step->apply(transaction));
    PutVersion(transaction, step->from + 1);
    return absl::OkStatus();
  });
}

}  // namespace

const Schema& CurrentSchema() {
  // No version has gone before the first; a migration to version 2 will stand in a table here.
  static constexpr Schema kCurrent{};
  return kCurrent;
}

absl::Status CheckMarks(const Reader& reader, bool holds_data, const Schema& schema) {
  ASSIGN_OR_RETURN(const std::optional<std::string> product, reader.Get(tables::kMeta, Mark("product")));
  if (!product.has_value() && !holds_data) return absl::OkStatus();
  if (product != std::string(kProduct)) {
    return absl::FailedPreconditionError(
        "it holds a database of another program (the product mark of waarborg is missing); choose an empty "
        "directory, "
        "or the one that waarborg made");
  }
  ASSIGN_OR_RETURN(const std::int64_t version, ReadVersion(reader));
  if (version <= schema.version) return absl::OkStatus();
  return absl::FailedPreconditionError(absl::StrCat(
      "it has schema version ", version, " and this program knows versions up to ", schema.version,
      "; start the newer release that wrote it, or restore a backup that an older one made"));
}

absl::Status PrepareSchema(Store& store, std::int64_t create_time_micros, const Schema& schema) {
  ASSIGN_OR_RETURN(const std::optional<std::string> product,
                   store.Read()->Get(tables::kMeta, Mark("product")));
  if (!product.has_value()) return Initialise(store, create_time_micros, schema.version);
  ASSIGN_OR_RETURN(std::int64_t version, ReadVersion(*store.Read()));
  for (; version < schema.version; ++version) RETURN_IF_ERROR(MigrateOneVersion(store, version, schema));
  return absl::OkStatus();
}

}  // namespace waarborg::storage
