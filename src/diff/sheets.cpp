// SPDX-License-Identifier: Apache-2.0
//
// Two sheets alone: what changed is in the sheets, and why as far as they tell.
#include "base/text/utf8.hpp"
#include "base/text/width.hpp"
#include "diff/flat_sheet.hpp"
#include "diff/parts.hpp"
#include "document/within_limits.hpp"

#include <heng/diff/diff.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace heng {
namespace {

using detail::diff::FlatInput;
using detail::diff::FlatItem;
using detail::diff::FlatSheet;

constexpr detail::json::DocumentKind sheet_document{"sheet", Status::invalid_argument};

Result<FlatSheet> read(std::string_view text, const Limits& limits, const std::string& which) {
    const auto parsed = detail::json::JsonDocument::parse(text, limits);
    if (!parsed) {
        return Failure{in_document(parsed.error(), which)};
    }
    detail::json::Problems problems{sheet_document, limits};
    const detail::json::Reader root{parsed->root(), problems};
    FlatSheet sheet;
    if (root.has_heng()) {
        sheet = detail::diff::read_sheet(root);
    }
    if (!problems.empty()) {
        return Failure{in_document(problems.error(), which)};
    }
    return sheet;
}

std::string score_of(const FlatItem& item) {
    return text_of(item.score, item.places);
}

/// The inputs that differ, in the order of the first sheet, then those that only the second read.
void compare_inputs(const FlatItem& from, const FlatItem& to, std::vector<Because>& because) {
    std::map<std::string_view, std::string_view> now;
    for (const FlatInput& input : to.inputs) {
        now.emplace(input.path, input.value);
    }
    for (const FlatInput& input : from.inputs) {
        const auto found = now.find(input.path);
        const std::string value{found != now.end() ? found->second : ""};
        if (value != input.value) {
            because.push_back({CauseKind::fact, input.path, "", input.value, value});
        }
        if (found != now.end()) {
            now.erase(found);
        }
    }
    for (const FlatInput& input : to.inputs) {
        if (now.contains(input.path)) {
            because.push_back({CauseKind::fact, input.path, "", "", input.value});
        }
    }
}

std::vector<Because> causes(const FlatItem& from, const FlatItem& to) {
    std::vector<Because> because;
    const auto add = [&](CauseKind kind, const std::string& before, const std::string& after) {
        if (before != after) {
            because.push_back({kind, from.id, from.name, before, after});
        }
    };
    add(CauseKind::status, from.status, to.status);
    add(CauseKind::rule, from.rule, to.rule);
    if (from.points != to.points && from.status == to.status) {
        add(CauseKind::points, text_of(from.points, {}), text_of(to.points, {}));
    }
    if (from.status == "assessed" && to.status == "assessed") {
        add(CauseKind::assessment, score_of(from), score_of(to));
    }
    const std::size_t others = because.size();
    compare_inputs(from, to, because);
    if (from.kind == ItemKind::row && because.size() == others) {
        add(CauseKind::fact, from.why, to.why); // its facts are in its sentence
    }
    return because;
}

CauseKind kind_of(const std::vector<Because>& because) {
    if (because.empty()) {
        return CauseKind::unknown;
    }
    const bool alike = std::all_of(because.begin(), because.end(), [&](const Because& each) {
        return each.kind == because.front().kind;
    });
    return alike ? because.front().kind : CauseKind::several;
}

class SheetComparison {
  public:
    SheetComparison(const FlatSheet& from, const FlatSheet& to) : from_(from), to_(to) {
        index(from, old_);
        index(to, new_);
    }

    Difference run() {
        Difference difference;
        difference.from = from_.about;
        difference.to = to_.about;
        difference.language = language();
        difference.items = detail::diff::changed_items(from_, to_);
        difference.parts = detail::diff::changes(taken_apart(from_), taken_apart(to_));
        for (ChangePart& part : difference.parts) {
            explain(part);
        }
        for (const FlatItem& item : from_.items) {
            unchanged(item, difference);
        }
        tell_apart(difference);
        return difference;
    }

  private:
    using Items = std::map<std::string_view, const FlatItem*>;

    static void index(const FlatSheet& sheet, Items& items) {
        for (const FlatItem& item : sheet.items) {
            items.emplace(item.id, &item);
        }
    }

    static const FlatItem* find(const Items& items, std::string_view id) {
        const auto found = items.find(id);
        return found != items.end() ? found->second : nullptr;
    }

    void explain(ChangePart& part) const {
        if (part.kind != CauseKind::unknown) {
            return;
        }
        const FlatItem* const old = find(old_, part.item);
        const FlatItem* const now = find(new_, part.item);
        if (old == nullptr || now == nullptr) {
            part.kind = old == nullptr ? CauseKind::added : CauseKind::removed;
            return;
        }
        part.because = causes(*old, *now);
        part.kind = kind_of(part.because);
    }

    /// Facts of a leaf whose score is what it was. Of several, one may make up for another.
    void unchanged(const FlatItem& old, Difference& difference) {
        const FlatItem* const now = find(new_, old.id);
        if (now == nullptr || now->score != old.score || old.kind != ItemKind::leaf) {
            return;
        }
        std::vector<Because> inputs;
        compare_inputs(old, *now, inputs);
        const bool alone = inputs.size() == 1 && now->rule == old.rule && now->status == old.status;
        for (Because& each : inputs) {
            const bool first =
                (alone ? told_ : doubtful_).insert(detail::diff::key_of(each)).second;
            if (first) {
                (alone ? difference.without_effect : difference.untried).push_back(std::move(each));
            }
        }
    }

    /// A cause elsewhere has an effect. The sheets do not say what conditions of
    /// adjustments read.
    void tell_apart(Difference& difference) {
        std::set<std::pair<CauseKind, std::string_view>> in_parts;
        for (const ChangePart& part : difference.parts) {
            for (const Because& each : part.because) {
                in_parts.emplace(each.kind, each.where);
            }
        }
        const bool conditions = std::any_of(
            difference.parts.begin(), difference.parts.end(), [](const ChangePart& part) {
                return part.kind == CauseKind::adjustment || part.kind == CauseKind::rescaling;
            });
        std::vector<Because> certain;
        for (Because& each : difference.without_effect) {
            const bool first = !doubtful_.contains(detail::diff::key_of(each));
            if (conditions && first) {
                difference.untried.push_back(std::move(each));
            } else if (first) {
                certain.push_back(std::move(each));
            }
        }
        difference.without_effect = std::move(certain);
        const auto is_cause = [&](const Because& each) {
            return in_parts.contains({each.kind, each.where});
        };
        std::erase_if(difference.without_effect, is_cause);
        std::erase_if(difference.untried, is_cause);
    }

    /// A sheet does not say its language; a Chinese one has Chinese names.
    [[nodiscard]] Language language() const {
        std::string words = to_.about.rubric_title;
        for (const FlatItem& item : to_.items) {
            words += item.name;
        }
        const std::size_t characters = detail::text::count(words);
        return detail::text::cells(words) > characters || words.empty() ? Language::zh
                                                                        : Language::en;
    }

    const FlatSheet& from_;
    const FlatSheet& to_;
    Items old_;
    Items new_;
    std::set<std::string> told_;     ///< what is without effect, by its key
    std::set<std::string> doubtful_; ///< what may have an effect
};

Result<Difference> compared(std::string_view first, std::string_view second, const Limits& limits) {
    const auto from = read(first, limits, "first");
    if (!from) {
        return Failure{from.error()};
    }
    const auto to = read(second, limits, "second");
    if (!to) {
        return Failure{to.error()};
    }
    Difference difference = SheetComparison{*from, *to}.run();
    difference.language = limits.language.value_or(difference.language);
    return difference;
}

} // namespace

Result<Difference> difference(std::string_view first_sheet, std::string_view second_sheet,
                              const Limits& limits) {
    return detail::document::within_limits(
        [&] { return compared(first_sheet, second_sheet, limits); });
}

} // namespace heng
