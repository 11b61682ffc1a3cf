// SPDX-License-Identifier: Apache-2.0
#include "replace_file.hpp"
#include "system.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <system_error>

namespace heng::tool {
namespace {

using Reason = std::optional<int>; ///< an errno, where there is one

Reason reason_of(const std::error_code& failed) {
    return failed ? Reason{failed.default_error_condition().value()} : Reason{};
}

Reason write_through(std::FILE* file, std::string_view text) {
    if (file == nullptr) {
        return errno;
    }
    const bool written =
        std::fwrite(text.data(), 1, text.size(), file) == text.size() && std::fflush(file) == 0;
    const Reason reason = written ? Reason{} : Reason{errno};
    return std::fclose(file) == 0 || reason ? reason : Reason{errno};
}

Reason write_beside(const std::string& path, std::string_view text) {
    std::string name;
    std::FILE* const file = create_beside(path, name);
    if (file == nullptr) {
        return errno;
    }
    std::error_code failed;
    Reason reason = write_through(file, text);
    if (!reason) {
        std::filesystem::rename(name, path, failed);
        reason = reason_of(failed);
    }
    if (reason) {
        std::filesystem::remove(name, failed);
    }
    return reason;
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
    std::error_code failed;
    const std::filesystem::file_status status = std::filesystem::status(target, failed);
    if (status.type() == std::filesystem::file_type::not_found) {
        return write_beside(target, text);
    }
    if (status.type() == std::filesystem::file_type::none) {
        return reason_of(failed);
    }
    if (!is_regular_file(status)) { // for a folder the system says that it is one
        return write_through(std::fopen(target.c_str(), "wb"), text);
    }
    return may_write(target) ? write_beside(target, text) : Reason{errno};
}

} // namespace

Exit replace_file(const std::string& path, std::string_view text) {
    if (path == "-" || is_standard_output(path)) { // as /dev/stdout, and what it was redirected to
        return write(text);
    }
    const Reason reason = write_file(path, text);
    return reason ? refuse(unwritable(path, *reason)) : Exit::done;
}

} // namespace heng::tool
