#include "storage/rocksdb/engine_options.h"

#include <cstddef>
#include <cstdint>

#include "rocksdb/cache.h"
#include "rocksdb/file_checksum.h"
#include "rocksdb/filter_policy.h"
#include "rocksdb/slice_transform.h"
#include "rocksdb/sst_file_manager.h"
#include "rocksdb/table.h"
#include "storage/rocksdb/physical_key.h"

namespace waarborg::storage {
namespace {

constexpr std::size_t kMebibyte = std::size_t{1} << 20;

// Far above a record, at most a chunk of content.
constexpr std::size_t kLargeValueBytes = std::size_t{64} << 10;

rocksdb::BlockBasedTableOptions TableOptions(std::size_t cache_bytes) {
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = rocksdb::NewLRUCache(cache_bytes);
  table.cache_index_and_filter_blocks = true;
  table.pin_l0_filter_and_index_blocks_in_cache = true;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  table.format_version = 5;
  return table;
}

rocksdb::Options SafeOptions(rocksdb::Env* env) {
  rocksdb::Options options;
  options.env = env;
  options.paranoid_checks = true;
  // A damaged record in the middle of the log refuses to open; the engine's default drops acknowledged
  // writes.
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  options.track_and_verify_wals_in_manifest = true;
  options.file_checksum_gen_factory = rocksdb::GetFileChecksumGenCrc32cFactory();
  // The default level depends on how this file is compiled.
  options.info_log_level = rocksdb::InfoLogLevel::WARN_LEVEL;
  options.keep_log_file_num = 8;
  options.max_log_file_size = 8 * kMebibyte;
  options.max_open_files = 512;
  return options;
}

}  // namespace

rocksdb::Options EngineOptions(rocksdb::Env* env) {
  rocksdb::Options options = SafeOptions(env);
  options.create_if_missing = true;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(TableOptions(256 * kMebibyte)));
  options.compression = rocksdb::CompressionType::kLZ4Compression;
  options.write_buffer_size = 64 * kMebibyte;
  // A write asks first for much that is not there yet, and writes where it wrote last in each table.
  options.memtable_whole_key_filtering = true;
  options.memtable_prefix_bloom_size_ratio = 0.05;
  options.memtable_insert_with_hint_prefix_extractor.reset(rocksdb::NewFixedPrefixTransform(kTableBytes));
  // Large values stand in files of their own, written once when a memtable is flushed: a compaction moves
  // what points at them. What was deleted is reclaimed file by file.
  options.enable_blob_files = true;
  options.min_blob_size = kLargeValueBytes;
  options.blob_file_size = 256 * kMebibyte;
  options.enable_blob_garbage_collection = true;
  options.blob_garbage_collection_age_cutoff = 1.0;
  options.blob_garbage_collection_force_threshold = 0.5;
  options.max_total_wal_size = 256 * kMebibyte;
  options.max_background_jobs = 2;
  options.sst_file_manager.reset(rocksdb::NewSstFileManager(env));
  return options;
}

rocksdb::Options InspectionOptions(rocksdb::Env* env) {
  rocksdb::Options options = SafeOptions(env);
  options.create_if_missing = false;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(TableOptions(8 * kMebibyte)));
  return options;
}

}  // namespace waarborg::storage
