// SPDX-License-Identifier: Apache-2.0
//
// Structs of the caller's, which begin with struct_size (rule 7 of heng.h): shorter ones are filled
// and read as far as they go, longer ones are taken where their unknown tail is zero, and a size
// that ends inside a member is refused, since half a pointer points anywhere.
//
//     if (auto cleared = clear(item, "item"); !cleared) return cleared;
//     fill(item, sheet->items[index]);
//     const auto column = given(columns[0], "columns[0]");       // Result<heng_column>
//
// Only the first struct_size bytes of the caller's memory are touched, and they need not be
// aligned.
#pragma once

#include "heng.h"

#include <heng/result.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <span>
#include <string>

namespace heng::capi {

/// A member, and the bytes where it stands.
struct Member {
    const char* name;
    std::size_t begin;
    std::size_t end;
    bool has_length; ///< a text, whose length is the next member
};

constexpr Member member_at(const char* name, std::size_t begin, std::size_t size, bool has_length) {
    return {name, begin, begin + size, has_length};
}

#define HENG_MEMBER_WITH(type, member, has_length)                                                 \
    member_at(#member, offsetof(type, member), sizeof(type::member), has_length)
#define HENG_MEMBER(type, member) HENG_MEMBER_WITH(type, member, false)
#define HENG_MEMBER_TEXT(type, member)                                                             \
    HENG_MEMBER_WITH(type, member, true), HENG_MEMBER(type, member##_length)

/// The members of a struct of heng.h in their order, struct_size first.
template <class Struct>
inline constexpr std::array<Member, 0> members_of{};

template <>
inline constexpr std::array members_of<heng_item>{
    HENG_MEMBER(heng_item, struct_size), HENG_MEMBER(heng_item, id),
    HENG_MEMBER(heng_item, name),        HENG_MEMBER(heng_item, parent),
    HENG_MEMBER(heng_item, rule),        HENG_MEMBER(heng_item, points),
    HENG_MEMBER(heng_item, score),       HENG_MEMBER(heng_item, rate),
    HENG_MEMBER(heng_item, lost),        HENG_MEMBER(heng_item, status),
    HENG_MEMBER(heng_item, basis),       HENG_MEMBER(heng_item, why),
    HENG_MEMBER(heng_item, level),       HENG_MEMBER(heng_item, kind)};

template <>
inline constexpr std::array members_of<heng_finding>{
    HENG_MEMBER(heng_finding, struct_size), HENG_MEMBER(heng_finding, code),
    HENG_MEMBER(heng_finding, message),     HENG_MEMBER(heng_finding, pointer),
    HENG_MEMBER(heng_finding, witness),     HENG_MEMBER(heng_finding, accepted),
    HENG_MEMBER(heng_finding, line),        HENG_MEMBER(heng_finding, column),
    HENG_MEMBER(heng_finding, severity),    HENG_MEMBER(heng_finding, reserved),
    HENG_MEMBER(heng_finding, expected),    HENG_MEMBER(heng_finding, found)};

template <>
inline constexpr std::array members_of<heng_batch_summary>{
    HENG_MEMBER(heng_batch_summary, struct_size), HENG_MEMBER(heng_batch_summary, documents),
    HENG_MEMBER(heng_batch_summary, failed), HENG_MEMBER(heng_batch_summary, cancelled),
    HENG_MEMBER(heng_batch_summary, reserved)};

template <>
inline constexpr std::array members_of<heng_column>{
    HENG_MEMBER(heng_column, struct_size), HENG_MEMBER(heng_column, input),
    HENG_MEMBER(heng_column, values),      HENG_MEMBER(heng_column, text),
    HENG_MEMBER(heng_column, offsets),     HENG_MEMBER(heng_column, valid),
    HENG_MEMBER(heng_column, offset),      HENG_MEMBER(heng_column, scale),
    HENG_MEMBER(heng_column, reserved),    HENG_MEMBER(heng_column, fields),
    HENG_MEMBER(heng_column, field_count)};

template <>
inline constexpr std::array members_of<heng_score_columns>{
    HENG_MEMBER(heng_score_columns, struct_size), HENG_MEMBER(heng_score_columns, totals),
    HENG_MEMBER(heng_score_columns, grades),      HENG_MEMBER(heng_score_columns, statuses),
    HENG_MEMBER(heng_score_columns, items),       HENG_MEMBER(heng_score_columns, places),
    HENG_MEMBER(heng_score_columns, reserved)};

template <>
inline constexpr std::array members_of<heng_draft_sources>{
    HENG_MEMBER(heng_draft_sources, struct_size),   HENG_MEMBER_TEXT(heng_draft_sources, plan),
    HENG_MEMBER_TEXT(heng_draft_sources, claims),   HENG_MEMBER_TEXT(heng_draft_sources, pattern),
    HENG_MEMBER_TEXT(heng_draft_sources, previous), HENG_MEMBER_TEXT(heng_draft_sources, progress),
    HENG_MEMBER_TEXT(heng_draft_sources, policy)};

template <>
inline constexpr std::array members_of<heng_options>{
    HENG_MEMBER(heng_options, struct_size), HENG_MEMBER(heng_options, language),
    HENG_MEMBER(heng_options, cancelled),   HENG_MEMBER(heng_options, user),
    HENG_MEMBER(heng_options, max_bytes),   HENG_MEMBER(heng_options, max_steps),
    HENG_MEMBER(heng_options, places),      HENG_MEMBER(heng_options, threads)};

template <>
inline constexpr std::array members_of<heng_input_info>{
    HENG_MEMBER(heng_input_info, struct_size), HENG_MEMBER(heng_input_info, path),
    HENG_MEMBER(heng_input_info, type),        HENG_MEMBER(heng_input_info, label),
    HENG_MEMBER(heng_input_info, unit),        HENG_MEMBER(heng_input_info, optional),
    HENG_MEMBER(heng_input_info, reserved)};

template <>
inline constexpr std::array members_of<heng_item_info>{
    HENG_MEMBER(heng_item_info, struct_size), HENG_MEMBER(heng_item_info, id),
    HENG_MEMBER(heng_item_info, name),        HENG_MEMBER(heng_item_info, parent),
    HENG_MEMBER(heng_item_info, rule),        HENG_MEMBER(heng_item_info, points),
    HENG_MEMBER(heng_item_info, level),       HENG_MEMBER(heng_item_info, kind),
    HENG_MEMBER(heng_item_info, extra),       HENG_MEMBER(heng_item_info, floor)};

template <>
inline constexpr std::array members_of<heng_grade_info>{HENG_MEMBER(heng_grade_info, struct_size),
                                                        HENG_MEMBER(heng_grade_info, name)};

template <>
inline constexpr std::array members_of<heng_total>{
    HENG_MEMBER(heng_total, struct_size), HENG_MEMBER(heng_total, total),
    HENG_MEMBER(heng_total, places), HENG_MEMBER(heng_total, grade)};

template <>
inline constexpr std::array members_of<heng_cell>{
    HENG_MEMBER(heng_cell, struct_size), HENG_MEMBER_TEXT(heng_cell, text),
    HENG_MEMBER(heng_cell, value), HENG_MEMBER(heng_cell, kind), HENG_MEMBER(heng_cell, scale)};

#undef HENG_MEMBER_TEXT
#undef HENG_MEMBER
#undef HENG_MEMBER_WITH

/// Whether no member is missing: they leave no room between them, but for what a processor puts
/// behind a struct_size that is shorter than the member after it.
template <class Struct>
constexpr bool are_all() {
    std::size_t end = 0;
    for (const Member& member : members_of<Struct>) {
        const bool second = end == sizeof(std::size_t);
        if (member.begin != end && !(second && member.begin == alignof(Struct))) {
            return false;
        }
        end = member.end;
    }
    return end == sizeof(Struct);
}

/// The size of a struct that heng knows, and its members.
struct Layout {
    std::size_t size;
    std::span<const Member> members;
};

template <class Struct>
constexpr Layout layout_of() {
    static_assert(are_all<Struct>(), "members_of lacks one, or has them in another order");
    return {sizeof(Struct), members_of<Struct>};
}

/// The caller's struct_size, which can be that of such a struct at all: what it holds may be
/// touched. Errors: argument.null, argument.struct-size.
[[nodiscard]] Result<std::size_t> size_of(const void* from, const std::string& parameter);

/// It ends where a member does, not between a text that is given and its length, and what heng does
/// not know of it is zero. Error: argument.struct-size.
[[nodiscard]] Result<void> check_size(const void* from, std::size_t size, const Layout& layout,
                                      const std::string& parameter);

/// Error: argument.reserved, where it is not 0.
[[nodiscard]] Result<void> check_reserved(std::int64_t reserved, const std::string& parameter);

/// The bytes of `*item` that both sides know, after its struct_size, are made zero.
template <class Struct>
[[nodiscard]] Result<void> clear(Struct* item, const std::string& parameter) {
    const auto size = size_of(item, parameter);
    if (!size) {
        return Failure{size.error()};
    }
    unsigned char* const bytes = reinterpret_cast<unsigned char*>(item);
    std::fill(bytes + sizeof item->struct_size, bytes + std::min(*size, sizeof *item),
              static_cast<unsigned char>(0));
    return check_size(item, *size, layout_of<Struct>(), parameter);
}

/// The caller's struct as heng knows it: what he has not is zero, and NULL is all zeros.
template <class Struct>
[[nodiscard]] Result<Struct> given(const Struct* from, const std::string& parameter) {
    Struct all{};
    if (from == nullptr) {
        return all;
    }
    const auto size = size_of(from, parameter);
    if (!size) {
        return Failure{size.error()};
    }
    if (auto fine = check_size(from, *size, layout_of<Struct>(), parameter); !fine) {
        return Failure{std::move(fine.error())};
    }
    std::memcpy(&all, from, std::min(*size, sizeof all));
    if constexpr (requires { all.reserved; }) {
        if (auto fine = check_reserved(all.reserved, parameter); !fine) {
            return Failure{std::move(fine.error())};
        }
    }
    return all;
}

/// As far as the caller's struct goes; `to` was cleared.
template <class Struct>
void fill(Struct* to, const Struct& from) {
    constexpr std::size_t head = sizeof from.struct_size;
    std::size_t size = 0;
    std::memcpy(&size, to, sizeof size);
    std::memcpy(reinterpret_cast<unsigned char*>(to) + head,
                reinterpret_cast<const unsigned char*>(&from) + head,
                std::min(size, sizeof from) - head);
}

} // namespace heng::capi
