#ifndef WAARBORG_TESTS_STORAGE_SCRATCH_DIRECTORY_H_
#define WAARBORG_TESTS_STORAGE_SCRATCH_DIRECTORY_H_

#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <vector>

#include "gtest/gtest.h"

namespace waarborg::storage {

// A fresh directory, removed with all it holds at the end.
class ScratchDirectory final {
 public:
  ScratchDirectory() {
    std::string path = ::testing::TempDir() + "/waarborg-storage-XXXXXX";
    if (mkdtemp(path.data()) == nullptr) ADD_FAILURE() << "cannot make " << path;
    path_ = path;
  }
  ~ScratchDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  ScratchDirectory(const ScratchDirectory&) = delete;
  ScratchDirectory& operator=(const ScratchDirectory&) = delete;

  // The path of something inside; it need not exist.
  [[nodiscard]] std::string In(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

inline std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline void WriteFile(const std::string& path, const std::string& content) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << content;
}

// The paths of the files below `directory`, sorted.
inline std::vector<std::string> FilesBelow(const std::string& directory) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
    if (entry.is_regular_file()) paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// The largest file below `directory` whose name ends with `extension`.
inline std::string LargestFile(const std::string& directory, const std::string& extension) {
  std::string largest;
  for (const std::string& path : FilesBelow(directory)) {
    if (std::filesystem::path(path).extension() != extension) continue;
    if (largest.empty() || std::filesystem::file_size(path) > std::filesystem::file_size(largest))
      largest = path;
  }
  return largest;
}

// Changes one bit in the middle of the file.
inline void DamageFile(const std::string& path) {
  std::string content = ReadFile(path);
  ASSERT_FALSE(content.empty()) << path;
  content[content.size() / 2] = static_cast<char>(content[content.size() / 2] ^ 0x10);
  WriteFile(path, content);
}

}  // namespace waarborg::storage

#endif  // WAARBORG_TESTS_STORAGE_SCRATCH_DIRECTORY_H_
