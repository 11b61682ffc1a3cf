// SPDX-License-Identifier: Apache-2.0
#include "system.hpp"

#include <cerrno>
#include <cstdlib>

#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#include <process.h>
#include <sys/stat.h>
#include <windows.h>
#else
#include <csignal>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace heng::tool {

#ifdef _WIN32

void prepare_streams() {
    (void)_setmode(_fileno(stdin), _O_BINARY);
    (void)_setmode(_fileno(stdout), _O_BINARY);
    (void)SetConsoleOutputCP(CP_UTF8);
}

bool is_closed_pipe(int reason) {
    return reason == EPIPE || reason == EINVAL; // the second is what is seen
}

int read_byte(std::FILE* file) {
    return _fgetc_nolock(file);
}

bool is_watched() {
    return _isatty(_fileno(stderr)) != 0;
}

std::uint64_t size_of(std::FILE* /*file*/) {
    return 0;
}

bool is_standard_output(const std::string& /*path*/) {
    return false; // it has no path here
}

bool may_write(const std::string& path) {
    constexpr int writing = 2;
    return _access(path.c_str(), writing) == 0;
}

std::FILE* create_beside(const std::string& path, std::string& name) {
    for (int attempt = 0; attempt < 100; ++attempt) { // a file that was left behind has one
        name = path + ".heng-" + std::to_string(_getpid()) + "-" + std::to_string(attempt);
        const int descriptor =
            _open(name.c_str(), _O_CREAT | _O_EXCL | _O_WRONLY | _O_BINARY, _S_IREAD | _S_IWRITE);
        if (descriptor >= 0) {
            return _fdopen(descriptor, "wb");
        }
        if (errno != EEXIST) {
            break;
        }
    }
    return nullptr;
}

#else

namespace {

/// What a new file may be done with: as the system says for this process.
mode_t usual_mode() {
    const mode_t masked = umask(0);
    umask(masked);
    return (S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH) & ~masked;
}

/// Gives the new file what the old one has. Only who may give files away can keep the owner, and
/// only members a group.
bool take_over(int descriptor, const std::string& path) {
    struct stat old {};
    if (stat(path.c_str(), &old) != 0) {
        return fchmod(descriptor, usual_mode()) == 0;
    }
    constexpr uid_t same_owner = static_cast<uid_t>(-1);
    const bool owner = fchown(descriptor, old.st_uid, old.st_gid) == 0;
    const bool group = owner || fchown(descriptor, same_owner, old.st_gid) == 0;
    struct stat now {};
    if (fstat(descriptor, &now) != 0) {
        return false;
    }
    mode_t mode = old.st_mode & 07777U;
    if (!owner && now.st_uid != old.st_uid) {
        mode &= ~mode_t{S_ISUID};
    }
    if (!group && now.st_gid != old.st_gid) { // another group may do what anybody may
        mode &= ~mode_t{S_ISGID | S_IRWXG};
        mode |= (mode & S_IRWXO) << 3U;
    }
    return fchmod(descriptor, mode) == 0;
}

} // namespace

void prepare_streams() {
    std::signal(SIGPIPE, SIG_IGN);
}

bool is_closed_pipe(int reason) {
    return reason == EPIPE;
}

int read_byte(std::FILE* file) {
    return getc_unlocked(file);
}

bool is_watched() {
    return isatty(STDERR_FILENO) == 1;
}

std::uint64_t size_of(std::FILE* file) {
    struct stat about {};
    const bool sized = fstat(fileno(file), &about) == 0 && S_ISREG(about.st_mode);
    return sized ? static_cast<std::uint64_t>(about.st_size) : 0;
}

bool is_standard_output(const std::string& path) {
    struct stat about {};
    struct stat output {};
    return stat(path.c_str(), &about) == 0 && fstat(STDOUT_FILENO, &output) == 0 &&
           output.st_dev == about.st_dev && output.st_ino == about.st_ino;
}

bool may_write(const std::string& path) {
    return access(path.c_str(), W_OK) == 0;
}

std::FILE* create_beside(const std::string& path, std::string& name) {
    name = (std::filesystem::path{path}.parent_path() / ".heng-XXXXXX").string();
    const int descriptor = mkstemp(name.data());
    if (descriptor < 0) {
        return nullptr;
    }
    std::FILE* const file = take_over(descriptor, path) ? fdopen(descriptor, "wb") : nullptr;
    if (file == nullptr) {
        const int reason = errno;
        (void)close(descriptor);
        (void)unlink(name.c_str());
        errno = reason;
    }
    return file;
}

#endif

} // namespace heng::tool
