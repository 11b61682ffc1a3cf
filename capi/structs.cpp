// SPDX-License-Identifier: Apache-2.0
#include "error.hpp"
#include "messages.hpp"
#include "structs.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

namespace heng::capi {
namespace {

/// No struct of heng's will be longer: a size above it was never set, and what it would cover is
/// not the caller's.
constexpr std::size_t longest_struct = 4'096;

Error struct_size_error(detail::text::Words message, const std::string& parameter) {
    return bad_argument("argument.struct-size", std::move(message), say::write_sizeof(parameter));
}

} // namespace

Result<std::size_t> size_of(const void* from, const std::string& parameter) {
    if (from == nullptr) {
        return Failure{null_argument(parameter)};
    }
    std::size_t size = 0;
    std::memcpy(&size, from, sizeof size);
    const std::string written = std::to_string(size);
    if (size < sizeof size) {
        return Failure{struct_size_error(say::size_too_small(parameter, written), parameter)};
    }
    if (size > longest_struct) {
        return Failure{struct_size_error(
            say::size_not_set(parameter, written, std::to_string(longest_struct)), parameter)};
    }
    return size;
}

Result<void> check_size(const void* from, std::size_t size, const Layout& layout,
                        const std::string& parameter) {
    const unsigned char* const bytes = static_cast<const unsigned char*>(from);
    const auto is_set = [](unsigned char byte) {
        return byte != 0;
    };
    const auto ends = [&](const Member& member, const detail::text::Sentence& where) {
        return Failure{
            struct_size_error(where(parameter, std::to_string(size), member.name), parameter)};
    };
    for (const Member& member : layout.members) {
        if (member.begin < size && size < member.end) {
            return ends(member, say::size_ends_inside);
        }
        if (member.has_length && size == member.end &&
            std::any_of(bytes + member.begin, bytes + member.end, is_set)) {
            return ends(member, say::size_ends_before);
        }
    }
    const bool unknown =
        size > layout.size && std::any_of(bytes + layout.size, bytes + size, is_set);
    if (unknown) {
        return Failure{
            bad_argument("argument.struct-size", say::unknown_fields(parameter), say::leave_zero)};
    }
    return {};
}

Result<void> check_reserved(std::int64_t reserved, const std::string& parameter) {
    if (reserved == 0) {
        return {};
    }
    return Failure{bad_argument("argument.reserved",
                                say::reserved_set(parameter, std::to_string(reserved)),
                                say::clear_first)};
}

} // namespace heng::capi
