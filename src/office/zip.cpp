// SPDX-License-Identifier: Apache-2.0
//
// The one file that asks for minizip.
#include "office/messages.hpp"
#include "office/zip.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <heng.h>
#include <minizip/unzip.h>
#include <optional>
#include <utility>

namespace heng::office {
namespace {

/// A file for minizip that is text in memory. Positions past the end are refused.
struct Bytes {
    std::string_view text;
    std::size_t at = 0;
};

Bytes& bytes_of(void* stream) {
    return *static_cast<Bytes*>(stream);
}

void* open_bytes(void* opaque, const void* /*name*/, int /*mode*/) {
    return opaque;
}

uLong read_bytes(void* /*opaque*/, void* stream, void* to, uLong count) {
    Bytes& from = bytes_of(stream);
    const std::size_t given = std::min<std::size_t>(count, from.text.size() - from.at);
    if (given != 0) {
        std::memcpy(to, from.text.data() + from.at, given);
    }
    from.at += given;
    return static_cast<uLong>(given);
}

uLong write_nothing(void* /*opaque*/, void* /*stream*/, const void* /*from*/, uLong /*count*/) {
    return 0;
}

ZPOS64_T place_of(void* /*opaque*/, void* stream) {
    return bytes_of(stream).at;
}

long go_to(void* /*opaque*/, void* stream, ZPOS64_T offset, int origin) {
    Bytes& from = bytes_of(stream);
    const std::size_t base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? from.at
                             : origin == ZLIB_FILEFUNC_SEEK_END ? from.text.size()
                                                                : 0;
    if (offset > from.text.size() - base) {
        return -1;
    }
    from.at = base + static_cast<std::size_t>(offset);
    return 0;
}

int nothing_to_do(void* /*opaque*/, void* /*stream*/) {
    return 0;
}

std::string small(std::string_view name) {
    std::string text{name};
    for (char& c : text) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '\\' ? '/' : c;
    }
    return text;
}

constexpr std::size_t longest_name = 1'024;

} // namespace

struct Zip::Source {
    struct Part {
        unz64_file_pos place;
        std::size_t packed;
    };
    Bytes bytes;
    unzFile file = nullptr;
    std::map<std::string, Part, std::less<>> parts{};
};

Zip::Zip(std::unique_ptr<Source> source, const Bounds& bounds)
    : source_(std::move(source)), bounds_(bounds) {}

Zip::Zip(Zip&& other) noexcept = default;

Zip::~Zip() {
    if (source_ && source_->file != nullptr) {
        unzClose(source_->file);
    }
}

Expected<Zip> Zip::open(std::string_view bytes, const Bounds& bounds) {
    const auto broken = [](const Words& message) {
        return refused(problem(HENG_SYNTAX_ERROR, "office.broken", message, {}, say::save_again));
    };
    Zip zip{std::make_unique<Source>(Source{{bytes}}), bounds};
    Source& source = *zip.source_;
    zlib_filefunc64_def calls{open_bytes, read_bytes,    write_nothing, place_of,
                              go_to,      nothing_to_do, nothing_to_do, &source.bytes};
    source.file = unzOpen2_64("", &calls);
    if (source.file == nullptr) {
        return broken(say::no_directory);
    }
    int state = unzGoToFirstFile(source.file);
    for (; state == UNZ_OK; state = unzGoToNextFile(source.file)) {
        std::array<char, longest_name + 1> name{};
        unz_file_info64 info{};
        Source::Part part{};
        if (unzGetCurrentFileInfo64(source.file, &info, name.data(), longest_name, nullptr, 0,
                                    nullptr, 0) != UNZ_OK ||
            info.size_filename > longest_name ||
            unzGetFilePos64(source.file, &part.place) != UNZ_OK) {
            return broken(say::no_directory);
        }
        part.packed =
            static_cast<std::size_t>(std::min<ZPOS64_T>(info.compressed_size, bytes.size()));
        if (!source.parts.emplace(small(name.data()), part).second) {
            return broken(say::part_twice(name.data()));
        }
        if (source.parts.size() > bounds.parts) {
            return refused(
                problem(HENG_LIMIT_EXCEEDED, "office.limit", say::too_many_parts(bounds.parts)));
        }
    }
    if (state != UNZ_END_OF_LIST_OF_FILE) {
        return broken(say::no_directory);
    }
    return zip;
}

bool Zip::has(std::string_view name) const {
    return source_->parts.contains(small(name));
}

bool Zip::has_any(std::string_view ending) const {
    return std::any_of(source_->parts.begin(), source_->parts.end(),
                       [&](const auto& part) { return part.first.ends_with(ending); });
}

Expected<std::string> Zip::read(std::string_view name) {
    const auto part = source_->parts.find(small(name));
    if (part == source_->parts.end()) {
        return refused(
            problem(HENG_SYNTAX_ERROR, "office.broken", say::no_part(name), {}, say::save_again));
    }
    const bool opened = unzGoToFilePos64(source_->file, &part->second.place) == UNZ_OK &&
                        unzOpenCurrentFile(source_->file) == UNZ_OK;
    if (!opened) {
        return refused(problem(HENG_SYNTAX_ERROR, "office.broken", say::broken_zip(name), {},
                               say::save_again));
    }
    auto text = unpack(std::string{name}, part->second.packed);
    // the check sum is compared here, where all was read
    if (unzCloseCurrentFile(source_->file) != UNZ_OK && text) {
        return refused(problem(HENG_SYNTAX_ERROR, "office.broken", say::broken_zip(name), {},
                               say::save_again));
    }
    return text;
}

Expected<std::string> Zip::unpack(const std::string& name, std::size_t packed) {
    constexpr std::size_t never_a_bomb = std::size_t{1} << 20;
    std::string text;
    std::array<char, 65536> block;
    for (;;) {
        const int got =
            unzReadCurrentFile(source_->file, block.data(), static_cast<unsigned>(block.size()));
        if (got < 0) {
            return refused(problem(HENG_SYNTAX_ERROR, "office.broken", say::broken_zip(name), {},
                                   say::save_again));
        }
        if (got == 0) {
            return text;
        }
        const auto more = static_cast<std::size_t>(got);
        text.append(block.data(), more);
        unpacked_ += more;
        if (unpacked_ > bounds_.unpacked) {
            return refused(problem(HENG_LIMIT_EXCEEDED, "office.limit",
                                   say::unpacks_to(name, bounds_.unpacked), {},
                                   say::keep_the_form));
        }
        if (text.size() > never_a_bomb && text.size() / bounds_.ratio > packed) {
            return refused(
                problem(HENG_LIMIT_EXCEEDED, "office.limit", say::bomb(name, bounds_.ratio)));
        }
    }
}

} // namespace heng::office
