#include "storage/backup.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "rocksdb/env.h"
#include "rocksdb/utilities/backup_engine.h"
#include "services/language/status_macros.h"
#include "storage/migration.h"
#include "storage/rocksdb/create_backup.h"
#include "storage/rocksdb/directory.h"
#include "storage/rocksdb/engine_status.h"

namespace waarborg::storage {
namespace {

// What a backup says of itself, so that the backup of another program is not taken for one of ours.
std::string BackupMark() { return std::string(kProduct); }

absl::StatusOr<std::unique_ptr<rocksdb::BackupEngineReadOnly>> OpenBackups(const std::string& directory) {
  std::error_code error;
  if (!std::filesystem::is_directory(directory, error)) {
    return absl::NotFoundError(absl::StrCat("there is no backup directory ", directory));
  }
  rocksdb::BackupEngineReadOnly* backups = nullptr;
  RETURN_IF_ERROR(ToStatus(rocksdb::BackupEngineReadOnly::Open(rocksdb::BackupEngineOptions(directory),
                                                               rocksdb::Env::Default(), &backups),
                           absl::StrCat("opening the backups in ", directory)));
  return std::unique_ptr<rocksdb::BackupEngineReadOnly>(backups);
}

std::vector<std::uint32_t> DamagedBackups(rocksdb::BackupEngineReadOnly& backups) {
  std::vector<std::uint32_t> damaged;
  backups.GetCorruptedBackups(&damaged);
  return damaged;
}

absl::Status DamagedError(std::uint32_t number, absl::string_view detail) {
  return absl::DataLossError(absl::StrCat("backup ", number, " is damaged and was not restored (", detail,
                                          "); choose another one by its number"));
}

// The number of the newest backup. A damaged one is not passed over in silence: what came after it would be
// lost.
absl::StatusOr<std::uint32_t> LatestBackup(rocksdb::BackupEngineReadOnly& backups) {
  rocksdb::BackupInfo latest;
  const rocksdb::Status found = backups.GetLatestBackupInfo(&latest);
  for (const std::uint32_t damaged : DamagedBackups(backups)) {
    if (!found.ok() || damaged > latest.backup_id)
      return DamagedError(damaged, "its description cannot be read");
  }
  if (!found.ok()) return absl::NotFoundError("the backup directory holds no backup");
  return latest.backup_id;
}

absl::Status VerifyBackup(rocksdb::BackupEngineReadOnly& backups, std::uint32_t number) {
  rocksdb::BackupInfo info;
  const rocksdb::Status found = backups.GetBackupInfo(number, &info);
  if (found.IsNotFound()) return absl::NotFoundError(absl::StrCat("there is no backup ", number));
  if (!found.ok()) return DamagedError(number, found.ToString());
  if (info.app_metadata != BackupMark()) {
    return absl::FailedPreconditionError(absl::StrCat("backup ", number, " was made by another program"));
  }
  const rocksdb::Status verified = backups.VerifyBackup(number, /*verify_with_checksum=*/true);
  if (verified.ok()) return absl::OkStatus();
  return DamagedError(number, verified.ToString());
}

}  // namespace

absl::StatusOr<std::uint32_t> CreateBackup(rocksdb::DB& database, const std::string& directory) {
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (error) return absl::FailedPreconditionError(absl::StrCat("making ", directory, ": ", error.message()));
  rocksdb::BackupEngineOptions options(directory, rocksdb::Env::Default());
  options.sync = true;
  options.share_files_with_checksum = true;
  rocksdb::BackupEngine* opened = nullptr;
  RETURN_IF_ERROR(ToStatus(rocksdb::BackupEngine::Open(options, database.GetEnv(), &opened),
                           absl::StrCat("opening the backups in ", directory)));
  const std::unique_ptr<rocksdb::BackupEngine> backups(opened);
  rocksdb::CreateBackupOptions create;
  create.flush_before_backup = true;
  std::uint32_t number = 0;
  RETURN_IF_ERROR(ToStatus(backups->CreateNewBackupWithMetadata(create, &database, BackupMark(), &number),
                           absl::StrCat("making a backup in ", directory)));
  return number;
}

absl::StatusOr<std::vector<BackupDescription>> ListBackups(const std::string& backup_directory) {
  ASSIGN_OR_RETURN(const std::unique_ptr<rocksdb::BackupEngineReadOnly> backups,
                   OpenBackups(backup_directory));
  std::vector<rocksdb::BackupInfo> infos;
  backups->GetBackupInfo(&infos);
  std::vector<BackupDescription> descriptions;
  descriptions.reserve(infos.size());
  for (const rocksdb::BackupInfo& info : infos) {
    descriptions.push_back(
        {.number = info.backup_id, .create_time = absl::FromUnixSeconds(info.timestamp), .bytes = info.size});
  }
  for (const std::uint32_t number : DamagedBackups(*backups)) {
    descriptions.push_back({.number = number, .damaged = true});
  }
  std::sort(descriptions.begin(), descriptions.end(),
            [](const BackupDescription& a, const BackupDescription& b) { return a.number < b.number; });
  return descriptions;
}

absl::Status RestoreBackup(const std::string& backup_directory, std::uint32_t number,
                           const std::string& data_directory) {
  RETURN_IF_ERROR(CheckEmpty(rocksdb::Env::Default(), data_directory));
  ASSIGN_OR_RETURN(const std::unique_ptr<rocksdb::BackupEngineReadOnly> backups,
                   OpenBackups(backup_directory));
  if (number == 0) {
    ASSIGN_OR_RETURN(number, LatestBackup(*backups));
  }
  RETURN_IF_ERROR(VerifyBackup(*backups, number));
  std::error_code error;
  std::filesystem::create_directories(data_directory, error);
  if (error)
    return absl::FailedPreconditionError(absl::StrCat("making ", data_directory, ": ", error.message()));
  return ToStatus(
      backups->RestoreDBFromBackup(rocksdb::RestoreOptions(), number, data_directory, data_directory),
      absl::StrCat("restoring backup ", number, " into ", data_directory));
}

}  // namespace waarborg::storage
