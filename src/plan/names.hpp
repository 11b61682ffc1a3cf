// SPDX-License-Identifier: Apache-2.0
//
// Names as people mean them: two that differ in spaces, brackets, full-width forms or the case of
// A–Z alone are the same name. Signs beside a digit or a letter are part of it.
//
//     normalised("“三公”经费 控制率（％）")     // 三公经费控制率%
//     normalised("ＧＤＰ 增速") == normalised("gdp增速")
//     normalised("任务1.1") != normalised("任务11")
//
//     NameTable<const PlanIndicator*> names;
//     names.add("任务1.1完成数", &indicator);
//     names.find("任务1.1 完成数")               // {&indicator}: nothing else folds to this
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::detail::plan {

/// Full-width ASCII made half-width, A–Z small, dashes one dash, without white space and
/// punctuation, except: a run of + - . / \ * # & @ = < > ^ ~ _ | $ that touches a digit or a
/// letter stays; of punctuation between two of them the stops stay, and what else parts them is
/// one space. Digits are those of Chinese numbers too; % and ‰ always stay. Where nothing would
/// be left, the text itself. O(length).
[[nodiscard]] std::string normalised(std::string_view text);

/// Values by names: a name is found as it is written, else as it is folded. Several that fold to
/// the same are all found, so that the caller may refuse to choose.
template <class Value>
class NameTable {
  public:
    /// A name that is there keeps its first value; false then.
    bool add(std::string_view name, Value value) {
        const auto [at, is_new] = exact_.try_emplace(std::string{name}, std::move(value));
        if (is_new) {
            folded_[normalised(name)].push_back(&at->second);
        }
        return is_new;
    }

    /// The value of this very name; else those of all names that fold to the same.
    [[nodiscard]] std::vector<const Value*> find(std::string_view name) const {
        const auto exact = exact_.find(name);
        if (exact != exact_.end()) {
            return {&exact->second};
        }
        const auto folded = folded_.find(normalised(name));
        return folded == folded_.end() ? std::vector<const Value*>{} : folded->second;
    }

    /// The value of the only name that folds to what this one does; nullptr.
    [[nodiscard]] const Value* find_only(std::string_view name) const {
        const auto folded = folded_.find(normalised(name));
        const bool found = folded != folded_.end() && folded->second.size() == 1;
        return found ? folded->second.front() : nullptr;
    }

    /// The value of this very name; nullptr.
    [[nodiscard]] const Value* find_exact(std::string_view name) const {
        const auto exact = exact_.find(name);
        return exact == exact_.end() ? nullptr : &exact->second;
    }
    [[nodiscard]] Value* find_exact(std::string_view name) {
        const auto exact = exact_.find(name);
        return exact == exact_.end() ? nullptr : &exact->second;
    }

  private:
    std::map<std::string, Value, std::less<>> exact_{};
    std::map<std::string, std::vector<const Value*>, std::less<>> folded_{};
};

} // namespace heng::detail::plan
