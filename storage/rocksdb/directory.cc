#include "storage/rocksdb/directory.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "rocksdb/db.h"
#include "services/language/status_macros.h"
#include "storage/rocksdb/engine.h"
#include "storage/rocksdb/engine_options.h"
#include "storage/rocksdb/engine_status.h"
#include "storage/rocksdb/snapshot.h"

namespace waarborg::storage {
namespace {

// What the engine writes before CURRENT makes a directory a database. None of it holds data.
bool IsFromUnfinishedCreation(const std::string& name) {
  return name == "LOCK" || name == "IDENTITY" || absl::StartsWith(name, "LOG") ||
         absl::StartsWith(name, "MANIFEST-") || absl::EndsWith(name, ".dbtmp");
}

// The files in the directory, sorted; none when it is missing.
absl::StatusOr<std::vector<std::string>> ListFiles(rocksdb::Env* env, const std::string& directory) {
  std::vector<std::string> names;
  const rocksdb::Status status = env->GetChildren(directory, &names);
  if (status.IsNotFound()) return std::vector<std::string>();
  RETURN_IF_ERROR(ToStatus(status, absl::StrCat("listing ", directory)));
  names.erase(std::remove_if(names.begin(), names.end(),
                             [](const std::string& name) {
                               return name == "." || name == ".." || name == "lost+found";
                             }),
              names.end());
  std::sort(names.begin(), names.end());
  return names;
}

absl::Status RefuseForeignFiles(const std::string& directory, absl::string_view found) {
  return absl::FailedPreconditionError(
      absl::StrCat("directory ", directory, " holds \"", found,
                   "\" and no waarborg store; choose an empty directory, or the one that waarborg made"));
}

// The database opened so that nothing of it changes.
absl::StatusOr<std::shared_ptr<Engine>> OpenForInspection(rocksdb::Env* env, const std::string& directory) {
  const rocksdb::Options options = InspectionOptions(env);
  std::vector<std::string> families;
  RETURN_IF_ERROR(ToStatus(rocksdb::DB::ListColumnFamilies(options, directory, &families),
                           absl::StrCat("looking into ", directory)));
  if (families != std::vector<std::string>{rocksdb::kDefaultColumnFamilyName}) {
    return absl::FailedPreconditionError(absl::StrCat(
        "directory ", directory,
        " holds a database of another program (it has column families); choose an empty directory, or "
        "the one that waarborg made"));
  }
  rocksdb::DB* database = nullptr;
  RETURN_IF_ERROR(ToStatus(rocksdb::DB::OpenForReadOnly(options, directory, &database),
                           absl::StrCat("looking into ", directory)));
  auto engine = std::make_shared<Engine>();
  engine->database.reset(database);
  return engine;
}

absl::StatusOr<bool> HoldsData(rocksdb::DB& database) {
  const std::unique_ptr<rocksdb::Iterator> first(database.NewIterator(rocksdb::ReadOptions()));
  first->SeekToFirst();
  RETURN_IF_ERROR(ToStatus(first->status(), "looking for data"));
  return first->Valid();
}

absl::Status CheckDatabase(rocksdb::Env* env, const std::string& directory, const Schema& schema) {
  ASSIGN_OR_RETURN(const std::shared_ptr<Engine> engine, OpenForInspection(env, directory));
  ASSIGN_OR_RETURN(const bool holds_data, HoldsData(*engine->database));
  absl::Status marks = CheckMarks(EngineSnapshot(engine), holds_data, schema);
  if (marks.ok()) return marks;
  return {marks.code(), absl::StrCat("directory ", directory, ": ", marks.message())};
}

}  // namespace

absl::Status CheckDirectory(rocksdb::Env* env, const std::string& directory, const Schema& schema) {
  ASSIGN_OR_RETURN(const std::vector<std::string> files, ListFiles(env, directory));
  if (std::binary_search(files.begin(), files.end(), "CURRENT")) return CheckDatabase(env, directory, schema);
  const auto foreign = std::find_if_not(files.begin(), files.end(), IsFromUnfinishedCreation);
  return foreign == files.end() ? absl::OkStatus() : RefuseForeignFiles(directory, *foreign);
}

absl::Status CheckEmpty(rocksdb::Env* env, const std::string& directory) {
  ASSIGN_OR_RETURN(const std::vector<std::string> files, ListFiles(env, directory));
  if (files.empty()) return absl::OkStatus();
  return absl::FailedPreconditionError(absl::StrCat("directory ", directory, " is not empty (it holds \"",
                                                    files.front(),
                                                    "\"); choose an empty or a new directory"));
}

}  // namespace waarborg::storage
