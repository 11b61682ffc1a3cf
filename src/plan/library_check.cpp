// SPDX-License-Identifier: Apache-2.0
#include "base/text/utf8.hpp"
#include "document/within_limits.hpp"
#include "feel/program.hpp"
#include "feel/same_nodes.hpp"
#include "plan/findings.hpp"
#include "plan/loaded_library.hpp"
#include "plan/names.hpp"

#include <heng/plan/library.hpp>

#include <map>
#include <set>
#include <utility>

namespace heng {
namespace {

using detail::json::Json;
using detail::text::Sentence;

constexpr Sentence same_name{"\"{0}\" is also a name of the entry {1}, \"{2}\"",
                             "“{0}”与条目{1}“{2}”重名"};
constexpr Sentence same_formula{
    "the formula and the unit are those of the entry {0}, \"{1}\": one of them is too many",
    "算式和计量单位与条目{0}“{1}”相同：其中一个是多余的"};
constexpr Sentence unused_input{"the definition does not read the input {0}",
                                "算式没有用到输入{0}"};
constexpr Sentence unused_entry{"no plan uses the entry {0}, \"{1}\"", "没有计划使用条目{0}“{1}”"};

/// The definitions of a library as numbers: two have the same where they always have the same
/// value. Inputs are the same where their paths and types are; where two entries declare one path
/// otherwise, the later is known by its text.
class Formulas {
  public:
    explicit Formulas(const detail::plan::LoadedLibrary& loaded) {
        std::vector<bool> shared;
        for (const detail::plan::LoadedEntry& entry : loaded.entries) {
            shared.push_back(declare(entry.inputs));
        }
        (void)program_.compile_values(scope_); // there are none; to be called first
        std::vector<std::optional<detail::feel::ExpressionId>> ids;
        for (std::size_t i = 0; i < loaded.entries.size(); ++i) {
            const std::string& text = loaded.library.entries[i].definition;
            const auto id = shared[i] && !text.empty() ? program_.compile(text, scope_)
                                                       : tl::unexpected(detail::feel::Fault{});
            ids.push_back(id ? std::optional{*id} : std::nullopt);
        }
        const detail::feel::SameNodes same{program_.code()};
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const std::string& text = loaded.library.entries[i].definition;
            keys_.push_back(ids[i] ? "#" + std::to_string(same.number(
                                               program_.code().expressions[*ids[i]].root))
                                   : text);
        }
    }

    /// "" where there is no definition.
    [[nodiscard]] const std::string& key(std::size_t entry) const { return keys_[entry]; }

  private:
    using Meaning = detail::feel::Scope::Meaning;

    [[nodiscard]] bool fits(const detail::document::Input& input) const {
        const detail::feel::Scope::Found found = scope_.find(input.path);
        if (found.meaning == Meaning::slot) {
            return scope_.slot_type(found.index) == detail::document::type_of(input);
        }
        bool free = found.meaning == Meaning::nothing;
        for (std::size_t dot = input.path.find('.'); dot != std::string::npos;
             dot = input.path.find('.', dot + 1)) {
            free = free && scope_.find(input.path.substr(0, dot)).meaning != Meaning::slot;
        }
        return free;
    }

    bool declare(const std::vector<detail::document::Input>& inputs) {
        for (const detail::document::Input& input : inputs) {
            if (!fits(input)) {
                return false;
            }
        }
        for (const detail::document::Input& input : inputs) {
            if (scope_.find(input.path).meaning == Meaning::nothing) {
                scope_.add_input(input.path, detail::document::type_of(input));
            }
        }
        return true;
    }

    detail::feel::Scope scope_{};
    detail::feel::Program program_{};
    std::vector<std::string> keys_{};
};

class LibraryChecks {
  public:
    explicit LibraryChecks(const LibraryDocument& library)
        : document_{library},
          loaded_{library.loaded()},
          library_{loaded_.library},
          findings_{library_.language} {}

    Result<LibraryReport> run(std::span<const PlanDocument> plans, const CallOptions& call) {
        check_names();
        check_formulas();
        for (const detail::plan::LoadedEntry& entry : loaded_.entries) {
            for (const std::string& path : entry.unread) {
                findings_.add({"unused-input"}, detail::plan::member_of(entry.at, "inputs"),
                              unused_input(path));
            }
        }
        for (const PlanDocument& plan : plans) {
            detail::document::ask(call);
            auto matched = match_plan(plan, document_);
            if (!matched) {
                return Failure{std::move(matched.error())};
            }
            use(*matched, plan.plan().subject_year);
            report_.clean = report_.clean && matched->clean;
            report_.plans.push_back(*std::move(matched));
        }
        list_uses(!plans.empty());
        report_.clean = report_.clean && findings_.is_clean();
        report_.findings = findings_.take(loaded_.json);
        return std::move(report_);
    }

  private:
    void check_names() {
        std::map<std::string, std::size_t> owners;
        for (std::size_t i = 0; i < library_.entries.size(); ++i) {
            const LibraryEntry& entry = library_.entries[i];
            check_name(entry.name, i, detail::plan::member_of(loaded_.entries[i].at, "name"),
                       owners);
            for (const std::string& alias : entry.aliases) {
                check_name(alias, i, detail::plan::member_of(loaded_.entries[i].at, "aliases"),
                           owners);
            }
        }
    }

    /// What is no longer used may have the name of what took its place.
    void check_name(const std::string& name, std::size_t entry, Json at,
                    std::map<std::string, std::size_t>& owners) {
        if (library_.entries[entry].status == LibraryStatus::retired) {
            return;
        }
        const auto [owner, is_new] = owners.emplace(detail::plan::normalised(name), entry);
        if (!is_new && owner->second != entry) {
            const LibraryEntry& other = library_.entries[owner->second];
            findings_.add({"same-name"}, at,
                          same_name(detail::text::shortened(name), other.code, other.name));
        }
    }

    void check_formulas() {
        const Formulas formulas{loaded_};
        std::map<std::pair<std::string, std::string>, std::size_t> owners;
        for (std::size_t i = 0; i < library_.entries.size(); ++i) {
            const LibraryEntry& entry = library_.entries[i];
            if (formulas.key(i).empty() || entry.status == LibraryStatus::retired) {
                continue;
            }
            const auto [owner, is_new] =
                owners.emplace(std::pair{formulas.key(i), detail::plan::normalised(entry.unit)}, i);
            if (!is_new) {
                const LibraryEntry& other = library_.entries[owner->second];
                findings_.add({"same-formula"},
                              detail::plan::member_of(loaded_.entries[i].at, "definition"),
                              same_formula(other.code, other.name));
            }
        }
    }

    void use(const MatchedPlan& plan, std::optional<int> year) {
        for (const MatchedIndicator& each : plan.indicators) {
            if (!each.match) {
                continue;
            }
            const LibraryEntry& entry = library_.entries[each.match->entry];
            used_.insert(each.match->entry);
            if (entry.status == LibraryStatus::draft ||
                (entry.status == LibraryStatus::active && year && !entry.is_valid_in(*year))) {
                invalid_.insert(each.match->entry);
            }
        }
    }

    void list_uses(bool any_plan) {
        for (std::size_t i = 0; any_plan && i < library_.entries.size(); ++i) {
            const LibraryEntry& entry = library_.entries[i];
            const bool used = used_.contains(i);
            if (!used && entry.status == LibraryStatus::active) {
                report_.unused.push_back(entry.code);
                findings_.add({"unused-entry", Severity::note},
                              detail::plan::member_of(loaded_.entries[i].at, "code"),
                              unused_entry(entry.code, entry.name));
            } else if (used && entry.status == LibraryStatus::retired) {
                report_.retired.push_back(entry.code);
            }
            if (invalid_.contains(i)) {
                report_.invalid.push_back(entry.code);
            }
        }
    }

    const LibraryDocument& document_;
    const detail::plan::LoadedLibrary& loaded_;
    const Library& library_;
    detail::plan::Findings findings_;
    std::set<std::size_t> used_{};
    std::set<std::size_t> invalid_{};
    LibraryReport report_{};
};

} // namespace

Result<LibraryReport> check_library(const LibraryDocument& library,
                                    std::span<const PlanDocument> plans, const CallOptions& call) {
    return detail::document::as_call(call, [&] { return LibraryChecks{library}.run(plans, call); });
}

} // namespace heng
