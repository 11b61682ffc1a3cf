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

/// Where a file is to stand, whose it is and what may be done with it.
struct Place {
    std::string path;
    mode_t mode = 0;
    bool owned = false;
    uid_t owner = 0;
    gid_t group = 0;
};

/// Into the new file that was opened; closes it.
Reason fill(int descriptor, std::string_view text, const Place& place) {
    if (place.owned) { // only who may give files away can; the others own what they write
        (void)!fchown(descriptor, place.owner, place.group);
    }
    std::FILE* const file =
        fchmod(descriptor, place.mode) == 0 ? fdopen(descriptor, "wb") : nullptr;
    if (file == nullptr) {
        const int reason = errno;
        (void)close(descriptor);
        return reason;
    }
    return write_through(file, text);
}

Reason write_beside(const Place& place, std::string_view text) {
    const std::filesystem::path folder = std::filesystem::path{place.path}.parent_path();
    std::string beside = (folder / ".heng-XXXXXX").string();
    const int descriptor = mkstemp(beside.data());
    if (descriptor < 0) {
        return errno;
    }
    Reason reason = fill(descriptor, text, place);
    if (!reason) {
        reason = failed_unless(std::rename(beside.c_str(), place.path.c_str()) == 0);
    }
    if (reason) {
        (void)unlink(beside.c_str());
    }
    return reason;
}

bool is_standard_output(const struct stat& about) {
    struct stat output {};
    return fstat(STDOUT_FILENO, &output) == 0 && output.st_dev == about.st_dev &&
           output.st_ino == about.st_ino;
}

/// What a link points to, also where there is nothing yet.
std::string behind_links(const std::string& path) {
    std::filesystem::path target{path};
    std::error_code none;
    for (int links = 0; links < 40 && std::filesystem::is_symlink(target, none); ++links) {
        target = target.parent_path() / std::filesystem::read_symlink(target, none);
    }
    return target.string();
}

Reason write_file(const std::string& path, std::string_view text) {
    const std::string target = behind_links(path);
    struct stat about {};
    if (stat(target.c_str(), &about) != 0) {
        return errno == ENOENT ? write_beside({target, usual_mode()}, text) : Reason{errno};
    }
    if (!S_ISREG(about.st_mode)) { // for a folder the system says that it is one
        return write_to(target, text);
    }
    if (access(target.c_str(), W_OK) != 0) {
        return errno;
    }
    return write_beside({target, about.st_mode & 07777U, true, about.st_uid, about.st_gid}, text);
}

} // namespace

Exit replace_file(const std::string& path, std::string_view text) {
    struct stat about {};
    const bool output = stat(path.c_str(), &about) == 0 && is_standard_output(about);
    if (path == "-" || output) { // as /dev/stdout, and what it was redirected to
        return write(text);
    }
    const Reason reason = write_file(path, text);
    return reason ? refuse(unwritable(path, *reason)) : Exit::done;
}

} // namespace heng::tool
