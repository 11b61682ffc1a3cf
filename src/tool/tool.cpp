// SPDX-License-Identifier: Apache-2.0
#include "base/text/width.hpp"
#include "messages.hpp"
#include "office_files.hpp"
#include "system.hpp"
#include "tool.hpp"

#include <gsl/util>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <optional>
#include <utility>

namespace heng::tool {
namespace {

/// What the command line asks for: it is read once, before any command runs.
Limits asked;
std::string asked_call = "heng";
std::string asked_example;

/// Before a document is read there is only the command line to say the language.
std::string in_asked(const detail::text::Words& words) {
    return spoken(words, asked.language.value_or(Language::en));
}

/// Why the system refused a file; what is rare, as the system says it.
detail::text::Words reason_of(int reason) {
    switch (reason) {
    case ENOENT:
        return say::no_such_file;
    case EACCES:
        return say::no_permission;
    case EISDIR:
        return say::is_folder;
    case ENOSPC:
        return say::disk_full;
    default:
        return detail::text::same(std::strerror(reason));
    }
}

Error of_file(const std::string& path, const char* code, const detail::text::Words& message) {
    Error error = detail::text::error_of(Status::not_found, code, message);
    error.document = document_name(path);
    return error;
}

/// Without what would steer a terminal: a message quotes what stands in a document.
Error printable(Error error) {
    error.message = detail::text::printable(error.message);
    error.hint = detail::text::printable(error.hint);
    error.document = detail::text::printable(error.document);
    if (error.pointer) {
        error.pointer = detail::text::printable(*error.pointer);
    }
    for (Error& other : error.others) {
        other = printable(std::move(other));
    }
    return error;
}

/// Up to one byte more than a document may have.
Result<std::string> read_all(std::FILE* file, const std::string& path) {
    const std::size_t enough = limits().bytes + 1;
    std::string text;
    std::array<char, 65536> block;
    while (text.size() < enough) {
        const std::size_t got = std::fread(block.data(), 1, block.size(), file);
        if (got == 0) {
            break;
        }
        text.append(block.data(), got);
    }
    if (std::ferror(file) != 0) {
        return Failure{unreadable(path, errno)};
    }
    return text;
}

} // namespace

void speak(Language language) {
    asked.language = language;
}

void called(std::string call, std::string example) {
    asked_call = std::move(call);
    asked_example = std::move(example);
}

Limits limits() {
    return asked;
}

std::string document_name(const std::string& path) {
    return path == "-" ? "<stdin>" : detail::text::printable(path);
}

Error unreadable(const std::string& path, int reason) {
    return of_file(path, "file.unreadable", say::unreadable(reason_of(reason)));
}

Error unwritable(const std::string& path, int reason) {
    return of_file(path, "file.unwritable", say::unwritable(reason_of(reason)));
}

Result<bool> read_line(std::string& line) {
    const std::size_t enough = limits().bytes + 1;
    line.clear();
    int c = 0;
    bool any = false;
    while ((c = read_byte(stdin)) != EOF && c != '\n') {
        any = true;
        if (line.size() < enough) {
            line += static_cast<char>(c);
        }
    }
    if (std::ferror(stdin) != 0) {
        return Failure{unreadable("-", errno)};
    }
    return any || c == '\n';
}

Result<std::string> read_document(const std::string& path) {
    if (path == "-") {
        return read_all(stdin, path);
    }
    std::FILE* const file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) {
        return Failure{unreadable(path, errno)};
    }
    const auto closed = gsl::finally([file] { std::fclose(file); });
    return read_all(file, path);
}

Exit write(std::string_view text) {
    const bool whole = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if (whole && std::fflush(stdout) == 0) {
        return Exit::done;
    }
    return not_written(errno);
}

Exit write(detail::base::Table table) {
    table.titled = true;
    return write(detail::base::to_text(detail::base::Page{"en"}.add(std::move(table))));
}

Exit not_written(int reason) {
    if (!is_closed_pipe(reason)) {
        std::cerr << "heng: error: " << in_asked(say::not_written(reason_of(reason))) << '\n';
    }
    return Exit::document;
}

Exit refuse(const Error& error) {
    const Error placed = in_cells(asked.language ? in_language(error, *asked.language) : error);
    std::cerr << printable(placed) << '\n';
    return Exit::document;
}

Exit misused(const detail::text::Words& message) {
    std::cerr << "heng: error: " << in_asked(message) << '\n'
              << in_asked(say::try_help(asked_example, asked_call)) << '\n';
    return Exit::usage;
}

} // namespace heng::tool
