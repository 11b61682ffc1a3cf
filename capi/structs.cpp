// SPDX-License-Identifier: Apache-2.0
#include "error.hpp"
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

Error struct_size_error(std::string message, std::string chinese, const std::string& parameter) {
    Error error;
    error.status = Status::invalid_argument;
    error.code = "argument.struct-size";
    error.message = std::move(message);
    error.other_message = std::move(chinese);
    error.hint = "write sizeof *" + parameter;
    error.other_hint = "请写 sizeof *" + parameter;
    return error;
}

std::string size_written(const std::string& parameter, std::size_t size) {
    return parameter + "->struct_size is " + std::to_string(size);
}

std::string size_chinese(const std::string& parameter, std::size_t size) {
    return parameter + "->struct_size 为 " + std::to_string(size);
}

} // namespace

Result<std::size_t> size_of(const void* from, const std::string& parameter) {
    if (from == nullptr) {
        return Failure{null_argument(parameter)};
    }
    std::size_t size = 0;
    std::memcpy(&size, from, sizeof size);
    if (size < sizeof size) {
        return Failure{struct_size_error(
            size_written(parameter, size) + ", which is less than it takes itself",
            size_chinese(parameter, size) + "，小于它自身的长度", parameter)};
    }
    if (size > longest_struct) {
        return Failure{struct_size_error(size_written(parameter, size) + ", more than " +
                                             std::to_string(longest_struct) + ", and was not set",
                                         size_chinese(parameter, size) + "，大于 " +
                                             std::to_string(longest_struct) + "，没有设置",
                                         parameter)};
    }
    return size;
}

Result<void> check_size(const void* from, std::size_t size, const Layout& layout,
                        const std::string& parameter) {
    const unsigned char* const bytes = static_cast<const unsigned char*>(from);
    const auto is_set = [](unsigned char byte) {
        return byte != 0;
    };
    const auto ends = [&](const Member& member, const std::string& where, const std::string& zh) {
        return Failure{struct_size_error(
            size_written(parameter, size) + ", which ends " + where + " \"" + member.name + '"',
            size_chinese(parameter, size) + "，止于“" + member.name + "”" + zh, parameter)};
    };
    for (const Member& member : layout.members) {
        if (member.begin < size && size < member.end) {
            return ends(member, "inside", "之中");
        }
        if (member.has_length && size == member.end &&
            std::any_of(bytes + member.begin, bytes + member.end, is_set)) {
            return ends(member, "before the length of", "的长度之前");
        }
    }
    const bool unknown =
        size > layout.size && std::any_of(bytes + layout.size, bytes + size, is_set);
    if (unknown) {
        Error error = struct_size_error(
            parameter + " has fields that this heng does not know, and they are not zero",
            parameter + " 有此版本不认识的字段，且不为零", parameter);
        error.hint = "leave them zero, or use the heng that knows them";
        error.other_hint = "请把它们留为零，或用认识它们的版本";
        return Failure{std::move(error)};
    }
    return {};
}

Result<void> check_reserved(std::int64_t reserved, const std::string& parameter) {
    if (reserved == 0) {
        return {};
    }
    Error error;
    error.status = Status::invalid_argument;
    error.code = "argument.reserved";
    error.message = parameter + "->reserved is " + std::to_string(reserved) + ", and must be 0";
    error.other_message = parameter + "->reserved 为 " + std::to_string(reserved) + "，应为 0";
    error.hint = "clear the struct before it is filled";
    error.other_hint = "填写前请把结构清零";
    return Failure{std::move(error)};
}

} // namespace heng::capi
