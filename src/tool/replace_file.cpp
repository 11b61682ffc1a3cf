// SPDX-License-Identifier: Apache-2.0
#include "replace_file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace heng::tool {
namespace {

using Reason = std::optional<int>; ///< an errno, where there is one

Reason failed_unless(bool done) {
    return done ? Reason{} : Reason{errno};
}

/// What a new file may be done with: as the system says for this process.
mode_t usual_mode() {
    const mode_t masked = umask(0);
    umask(masked);
    return (S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH) & ~masked;
}

Reason write_through(std::FILE* file, std::string_view text) {
    const bool written =
        std::fwrite(text.data(), 1, text.size(), file) == text.size() && std::fflush(file) == 0;
    const Reason reason = failed_unless(written);
    return std::fclose(file) == 0 || reason ? reason : Reason{errno};
}

Reason write_to(const std::string& path, std::string_view text) {
    std::FILE* const file = std::fopen(path.c_str(), "wb");
    return file == nullptr ? Reason{errno} : write_through(file, text);
}

/// Into the new file that was opened, with the mode; closes it.
Reason fill(int descriptor, std::string_view text, mode_t mode) {
    std::FILE* const file = fchmod(descriptor, mode) == 0 ? fdopen(descriptor, "wb") : nullptr;
    if (file == nullptr) {
        const int reason = errno;
        (void)close(descriptor);
        return reason;
    }
    return write_through(file, text);
}

Reason write_beside(const std::string& path, std::string_view text, mode_t mode) {
    const std::filesystem::path folder = std::filesystem::path{path}.parent_path();
    std::string beside = (folder / ".heng-XXXXXX").string();
    const int descriptor = mkstemp(beside.data());
    if (descriptor < 0) {
        return errno;
    }
    Reason reason = fill(descriptor, text, mode);
    if (!reason) {
        reason = failed_unless(std::rename(beside.c_str(), path.c_str()) == 0);
    }
    if (reason) {
        (void)unlink(beside.c_str());
    }
    return reason;
}

Reason write_file(const std::string& path, std::string_view text) {
    struct stat about {};
    if (stat(path.c_str(), &about) != 0) {
        return errno == ENOENT ? write_beside(path, text, usual_mode()) : Reason{errno};
    }
    if (!S_ISREG(about.st_mode)) { // for a folder the system says that it is one
        return write_to(path, text);
    }
    if (access(path.c_str(), W_OK) != 0) {
        return errno;
    }
    std::error_code none;
    const std::string target = std::filesystem::canonical(path, none).string();
    return none ? Reason{none.value()} : write_beside(target, text, about.st_mode & 07777U);
}

} // namespace

Exit replace_file(const std::string& path, std::string_view text) {
    if (path == "-") {
        return write(text);
    }
    const Reason reason = write_file(path, text);
    return reason ? refuse(unwritable(path, *reason)) : Exit::done;
}

} // namespace heng::tool
