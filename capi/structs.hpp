// SPDX-License-Identifier: Apache-2.0
//
// Structs of the caller's, which begin with struct_size: shorter ones are filled as far as they go,
// longer ones are taken where their unknown tail is zero (rule 7 of heng.h).
//
//     if (auto cleared = clear(item, "item"); !cleared) return cleared;
//     fill(item, sheet->items[index]);
#pragma once

#include "error.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

namespace heng::capi {

[[nodiscard]] inline Error struct_size_error(std::string message) {
    Error error;
    error.status = Status::invalid_argument;
    error.code = "argument.struct-size";
    error.message = std::move(message);
    return error;
}

/// The bytes of `*item` that both sides know, after its struct_size, are made zero.
template <class Struct>
[[nodiscard]] Result<void> clear(Struct* item, const std::string& parameter) {
    if (item == nullptr) {
        return Failure{null_argument(parameter)};
    }
    constexpr std::size_t head = sizeof item->struct_size;
    const std::size_t size = item->struct_size;
    if (size < head) {
        return Failure{
            struct_size_error(parameter + "->struct_size is not set; write sizeof *" + parameter)};
    }
    unsigned char* const bytes = reinterpret_cast<unsigned char*>(item);
    std::fill(bytes + head, bytes + std::min(size, sizeof *item), static_cast<unsigned char>(0));
    const bool unknown =
        size > sizeof *item && std::any_of(bytes + sizeof *item, bytes + size,
                                           [](unsigned char byte) { return byte != 0; });
    if (unknown) {
        return Failure{struct_size_error(parameter + " has fields that this heng does not know")};
    }
    return {};
}

/// The caller's struct as heng knows it: what he has not is zero, and NULL is all zeros.
template <class Struct>
[[nodiscard]] Result<Struct> given(const Struct* from, const std::string& parameter) {
    Struct all{};
    if (from == nullptr) {
        return all;
    }
    const std::size_t size = from->struct_size;
    if (size < sizeof from->struct_size) {
        return Failure{
            struct_size_error(parameter + "->struct_size is not set; write sizeof *" + parameter)};
    }
    const unsigned char* const bytes = reinterpret_cast<const unsigned char*>(from);
    const bool unknown =
        size > sizeof all &&
        std::any_of(bytes + sizeof all, bytes + size, [](unsigned char byte) { return byte != 0; });
    if (unknown) {
        return Failure{struct_size_error(parameter + " has fields that this heng does not know")};
    }
    std::memcpy(&all, from, std::min(size, sizeof all));
    return all;
}

/// As far as the caller's struct goes; `to` was cleared.
template <class Struct>
void fill(Struct* to, const Struct& from) {
    const std::size_t size = to->struct_size;
    std::memcpy(to, &from, std::min(size, sizeof from));
    to->struct_size = size;
}

} // namespace heng::capi
