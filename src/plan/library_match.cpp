// SPDX-License-Identifier: Apache-2.0
#include "base/text/nearest.hpp"
#include "base/text/utf8.hpp"
#include "document/within_limits.hpp"
#include "plan/findings.hpp"
#include "plan/loaded_library.hpp"
#include "plan/loaded_plan.hpp"
#include "plan/names.hpp"

#include <heng/plan/library.hpp>

#include <map>
#include <utility>

namespace heng {
namespace {

using detail::json::Json;
using detail::text::Sentence;

constexpr std::size_t most_compared = 2'000'000; ///< codes, after which none is sought

constexpr Sentence no_entry{"the indicator \"{0}\" is not in the library \"{1}\"",
                            "指标“{0}”不在指标库“{1}”中"};
constexpr Sentence no_code{"the library \"{1}\" has no code \"{0}\"", "指标库“{1}”中没有代码“{0}”"};
constexpr Sentence no_code_but{"the library \"{1}\" has no code \"{0}\"; did you mean \"{2}\"?",
                               "指标库“{1}”中没有代码“{0}”，是否为“{2}”？"};
constexpr Sentence retired{"the indicator \"{0}\" is retired from the library ({1})",
                           "指标“{0}”已从指标库停用（{1}）"};
constexpr Sentence draft{"the indicator \"{0}\" is a draft in the library ({1})",
                         "指标“{0}”在指标库中尚为草案（{1}）"};
constexpr Sentence invalid{"the indicator \"{0}\" ({1}) is not valid in {2}",
                           "指标“{0}”（{1}）在{2}年不在有效期内"};
constexpr Sentence differs{"{0} is \"{1}\", and \"{2}\" in the library ({3})",
                           "{0}为“{1}”，指标库（{3}）为“{2}”"};
constexpr Sentence the_name{"the name", "名称"};
constexpr Sentence the_unit{"the unit", "计量单位"};
constexpr Sentence the_direction{"the direction", "方向"};
constexpr Sentence the_category{"the category", "类别"};

std::string sign_of(Direction direction) {
    constexpr std::array<std::string_view, 4> signs{">=", "<=", "=", "level"};
    return std::string{signs[static_cast<std::size_t>(direction)]};
}

class Matcher {
  public:
    Matcher(const PlanDocument& plan, const LibraryDocument& library)
        : plan_{plan.loaded()}, library_{library.library()}, findings_{plan_.plan.language} {
        for (std::size_t i = 0; i < library_.entries.size(); ++i) {
            codes_.emplace(library_.entries[i].code, i);
        }
        add(MatchedBy::name); // a name is nearer than an alias of another entry
        add(MatchedBy::alias);
    }

    MatchedPlan run() {
        match_list(plan_.plan.indicators, plan_.places.indicators);
        for (std::size_t i = 0; i < plan_.plan.projects.size(); ++i) {
            match_list(plan_.plan.projects[i].indicators, plan_.places.projects[i].indicators);
        }
        detail::json::PlaceCounter counter{plan_.json.text()};
        std::map<std::size_t, Place> places; // indicators stand in the text in any order
        for (const Json at : at_) {
            places.emplace(at.offset(), Place{});
        }
        for (auto& [offset, place] : places) {
            place = counter.at(offset);
        }
        for (std::size_t i = 0; i < at_.size(); ++i) {
            matched_.indicators[i].place = places.at(at_[i].offset());
        }
        matched_.plan = plan_.plan.id;
        matched_.clean = findings_.is_clean();
        matched_.findings = findings_.take(plan_.json);
        return std::move(matched_);
    }

  private:
    using Names = detail::plan::NameTable<LibraryMatch>;

    /// Whether an entry may be used in the plan's year; of two with one name it is preferred.
    [[nodiscard]] bool is_usable(const LibraryEntry& entry) const {
        const std::optional<int> year = plan_.plan.subject_year;
        return entry.status == LibraryStatus::active && (!year || entry.is_valid_in(*year));
    }

    void add(MatchedBy by) {
        for (const bool usable : {true, false}) {
            for (std::size_t i = 0; i < library_.entries.size(); ++i) {
                const LibraryEntry& entry = library_.entries[i];
                if (is_usable(entry) != usable) {
                    continue;
                }
                if (by == MatchedBy::name) {
                    names_.add(entry.name, LibraryMatch{i, by});
                }
                for (const std::string& alias : entry.aliases) {
                    if (by == MatchedBy::alias) {
                        aliases_.add(alias, LibraryMatch{i, by});
                    }
                }
            }
        }
    }

    void match_list(const std::vector<PlanIndicator>& indicators, const std::vector<Json>& places) {
        for (std::size_t i = 0; i < indicators.size(); ++i) {
            const PlanIndicator& each = indicators[i];
            const auto match = match_of(each, places[i]);
            // the pointer of one past those that are kept is not worked out: it costs O(text)
            const bool keep = at_.size() < detail::plan::Findings::most;
            matched_.indicators.push_back(
                {each.id, each.name, keep ? places[i].pointer() : "", {}, match});
            at_.push_back(places[i]);
            if (match) {
                compare(each, library_.entries[match->entry], places[i]);
            } else if (each.code.empty()) {
                findings_.add({"not-in-library", Severity::note},
                              detail::plan::member_of(places[i], "name"),
                              no_entry(detail::text::shortened(each.name), library_.id));
            }
        }
    }

    std::optional<LibraryMatch> match_of(const PlanIndicator& indicator, Json at) {
        const auto code = codes_.find(indicator.code);
        if (!indicator.code.empty() && code != codes_.end()) {
            return LibraryMatch{code->second, MatchedBy::code};
        }
        if (!indicator.code.empty()) {
            detail::text::Nearest nearest{indicator.code};
            comparisons_ += codes_.size();
            if (comparisons_ <= most_compared) {
                for (const auto& [each, entry] : codes_) {
                    nearest.consider(each);
                }
            }
            const std::string shown = detail::text::shortened(indicator.code);
            findings_.add({"unknown-code", Severity::error}, detail::plan::member_of(at, "code"),
                          nearest.found().empty()
                              ? no_code(shown, library_.id)
                              : no_code_but(shown, library_.id, nearest.found()));
        }
        return named(indicator.name);
    }

    /// Finds the name as it is written, of an entry or an alias, before what it folds to; takes
    /// none of several entries whose names fold to the same.
    [[nodiscard]] std::optional<LibraryMatch> named(const std::string& name) const {
        for (const bool exact : {true, false}) {
            for (const Names* const each : {&names_, &aliases_}) {
                const auto found = exact ? each->find_exact(name) : each->find_only(name);
                if (found != nullptr) {
                    return *found;
                }
            }
        }
        return std::nullopt;
    }

    void compare(const PlanIndicator& indicator, const LibraryEntry& entry, Json at) {
        const std::string shown = detail::text::shortened(indicator.name);
        const Json named = detail::plan::member_of(at, indicator.code.empty() ? "name" : "code");
        const std::optional<int> year = plan_.plan.subject_year;
        if (entry.status != LibraryStatus::active) {
            const bool is_draft = entry.status == LibraryStatus::draft;
            findings_.add({is_draft ? "draft-entry" : "retired-entry"}, named,
                          is_draft ? draft(shown, entry.code) : retired(shown, entry.code));
        } else if (year && !entry.is_valid_in(*year)) {
            findings_.add({"invalid-entry"}, named,
                          invalid(shown, entry.code, std::to_string(*year)));
        }
        differ(at, "name", the_name, indicator.name, entry.name, entry);
        differ(at, "unit", the_unit, indicator.unit, entry.unit, entry);
        if (indicator.direction) {
            differ(at, "direction", the_direction, sign_of(*indicator.direction),
                   sign_of(entry.direction), entry);
        }
        if (entry.category) {
            differ(at, "category", the_category, std::string{name(indicator.category)},
                   std::string{name(*entry.category)}, entry);
        }
    }

    /// A name may be an alias; what is not given does not differ.
    void differ(Json at, std::string_view key, const detail::text::Words& what,
                const std::string& planned, const std::string& standard,
                const LibraryEntry& entry) {
        const bool is_name = key == "name";
        const bool is_sign = key == "direction"; // of which normalising would leave nothing
        const auto same = [&](const std::string& other) {
            return is_sign ? planned == other
                           : detail::plan::normalised(planned) == detail::plan::normalised(other);
        };
        bool known = planned.empty() || standard.empty() || same(standard);
        for (const std::string& alias : entry.aliases) {
            known = known || (is_name && same(alias));
        }
        if (!known) {
            findings_.add({"differs-from-library", is_name ? Severity::note : Severity::warning},
                          detail::plan::member_of(at, key),
                          differs(what, detail::text::shortened(planned), standard, entry.code));
        }
    }

    const detail::plan::LoadedPlan& plan_;
    const Library& library_;
    detail::plan::Findings findings_;
    std::map<std::string, std::size_t, std::less<>> codes_{};
    Names names_{};
    Names aliases_{};
    std::vector<Json> at_{};
    std::size_t comparisons_ = 0;
    MatchedPlan matched_{};
};

} // namespace

Result<MatchedPlan> match_plan(const PlanDocument& plan, const LibraryDocument& library) {
    return detail::document::within_limits([&]() -> Result<MatchedPlan> {
        return Matcher{plan, library}.run();
    });
}

} // namespace heng
