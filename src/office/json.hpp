// SPDX-License-Identifier: Apache-2.0
//
// JSON that libheng has accepted: rubrics and facts, to lay a form out by. Errors are found there.
//
//     const Json rubric = read_json(heng_rubric_json(rubric, &length));
//     rubric["inputs"]["budget.annual"]["minimum"].text();     // "" where there is none
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::office {

class Json {
  public:
    enum class Kind : std::uint8_t { none, null, boolean, number, string, list, object };

    Kind kind = Kind::none;
    std::string scalar{};                                ///< as written; unescaped of a string
    std::vector<std::pair<std::string, Json>> members{}; ///< of a list, with empty keys

    /// The member of an object; one of kind none where there is none. O(members).
    [[nodiscard]] const Json& operator[](std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const { return (*this)[key].kind != Kind::none; }
    [[nodiscard]] const std::string& text() const { return scalar; }
    [[nodiscard]] bool is_true() const { return kind == Kind::boolean && scalar == "true"; }
    /// The fact at "budget.annual"; of kind none where there is none.
    [[nodiscard]] const Json& at_path(std::string_view path) const;
};

/// Precondition: libheng has read the text. Of anything else, what could be read.
[[nodiscard]] Json read_json(std::string_view text);

/// The text as a JSON string, with its quotation marks.
[[nodiscard]] std::string quoted(std::string_view text);

} // namespace heng::office
