// SPDX-License-Identifier: Apache-2.0
//
// Runs a target on files, without libFuzzer: replay FOLDER… . Every file in them must pass.
#include "fuzz.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

namespace {

std::size_t run(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    if (std::filesystem::exists(folder)) {
        for (const auto& entry : std::filesystem::directory_iterator{folder}) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        std::ifstream stream{file, std::ios::binary};
        const std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
        std::printf("%s\n", file.c_str());
        std::fflush(stdout);
        const auto* data = static_cast<const std::uint8_t*>(static_cast<const void*>(bytes.data()));
        (void)LLVMFuzzerTestOneInput(data, bytes.size());
        for (const std::size_t size : {std::size_t{0}, bytes.size() / 2, bytes.size() - 1}) {
            (void)LLVMFuzzerTestOneInput(data, std::min(size, bytes.size())); // and cut off
        }
    }
    return files.size();
}

} // namespace

int main(int count, char** arguments) {
    std::size_t files = 0;
    for (int i = 1; i < count; ++i) {
        files += run(arguments[i]);
    }
    std::printf("%zu files\n", files);
    return files > 0 ? 0 : 1;
}
