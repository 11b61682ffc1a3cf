// SPDX-License-Identifier: Apache-2.0
//
// A JSON value that can be changed: facts that are like other facts, a rubric with one mutation.
//
//     Tree facts = Tree::of(json);
//     facts.place({"data", "budget", "annual"}) = Tree::string("0");
//     const JsonDocument document = facts.document();
#pragma once

#include "base/json/json.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::detail::rubric_test {

struct Tree {
    json::JsonKind kind = json::JsonKind::object;
    std::string value{};             ///< a string decoded; a number, boolean or null as written
    std::vector<std::string> keys{}; ///< of an object: as many as `children`
    std::vector<Tree> children{};

    [[nodiscard]] static Tree of(json::Json json);
    [[nodiscard]] static Tree string(std::string_view text) {
        return {json::JsonKind::string, std::string{text}, {}, {}};
    }

    /// A member by its key, an element by its number; null where there is none.
    [[nodiscard]] Tree* find(std::string_view key);

    /// Where a path leads, made where it leads nowhere yet: members by key, elements by number (the
    /// one after the last is added). What stands in the way and is no container is replaced.
    [[nodiscard]] Tree& place(const std::vector<std::string>& path);

    /// JSON Merge Patch, RFC 7386: objects are merged, null removes, all else replaces.
    void merge(json::Json patch);

    /// Removes the member or element that a path leads to, where there is one.
    void remove(const std::vector<std::string>& path);

    /// As a document in memory.
    [[nodiscard]] json::JsonDocument document() const;

  private:
    [[nodiscard]] Tree& member(const std::string& key);
    void erase(std::string_view key);
};

} // namespace heng::detail::rubric_test
