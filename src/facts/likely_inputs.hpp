// SPDX-License-Identifier: Apache-2.0
//
// What the keys of facts stand for. Facts mostly stand in the order in which the rubric declares
// them, so the input that is likely to come is tried before a path is looked up.
//
//     LikelyInputs likely{rubric};
//     likely.find("budget.", "annual")      // {slot, 0}; likely.path() may be asked for a group
#pragma once

#include "document/compiled_rubric.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace heng::detail::facts {

class LikelyInputs {
  public:
    /// The rubric must outlive it.
    explicit LikelyInputs(const document::CompiledRubric& rubric) : rubric_(rubric) {}

    /// The meaning of prefix + key, as Scope::find() has it.
    [[nodiscard]] feel::Scope::Found find(std::string_view prefix, std::string_view key) {
        feel::Scope::Found found{feel::Scope::Meaning::slot, static_cast<std::uint32_t>(next_)};
        if (next_ >= rubric_.inputs.size() || !is_path(rubric_.inputs[next_].path, prefix, key)) {
            path_.assign(prefix).append(key);
            found = rubric_.scope.find(path_);
        }
        if (found.meaning == feel::Scope::Meaning::slot) {
            next_ = rubric_.next_input(found.index);
        }
        return found;
    }

    /// prefix + key of what was found last, where that is no input.
    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    static bool is_path(std::string_view path, std::string_view prefix, std::string_view key) {
        return path.size() == prefix.size() + key.size() && path.ends_with(key) &&
               path.starts_with(prefix);
    }

    const document::CompiledRubric& rubric_;
    std::size_t next_ = 0;
    std::string path_;
};

} // namespace heng::detail::facts
