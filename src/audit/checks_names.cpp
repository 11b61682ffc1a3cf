// SPDX-License-Identifier: Apache-2.0
//
// Printed figures by the names that the form gives them: points, blocks of rows, unknown names.
#include "audit/checks.hpp"
#include "base/text/nearest.hpp"

#include <map>
#include <set>
#include <string_view>

namespace heng::detail::audit {

/// Printed points of a branch, and of rows together.
void Checks::check_points() {
    for (const Item& item : exact_.sheet->items) {
        auto printed = form_.points.find(item.id);
        if (printed == form_.points.end() || item.points == Points{}) {
            continue;
        }
        compared(printed->second);
        if (exact_.weighed && item.status != ItemStatus::not_applicable &&
            exact_.rescaled == Ratio{1} && item.points.value() != Ratio{printed->second.value}) {
            add("breakdown-mismatch", Severity::error, printed->second, item.points.value(),
                say::points_differ(item.name.empty() ? item.id : item.name, printed->second.text,
                                   shown(item.points.value())));
        }
    }
}

/// A name that is no item's may be that of a block of rows, such as 产出, with its subtotal.
void Checks::check_names() {
    std::set<std::string_view> names;
    for (const Item& item : exact_.sheet->items) {
        names.insert(item.id);
        names.insert(item.name);
    }
    const auto blocks = subtotals();
    std::size_t comparisons = 0;
    for (const auto* const group : {&form_.scores, &form_.points, &form_.rates}) {
        for (const auto& [name, printed] : *group) {
            if (names.count(name) != 0) {
                if (exact_.is_ambiguous(name)) {
                    leave(printed, name, say::why_several);
                }
                continue;
            }
            const auto block = blocks.find(name);
            if (block != blocks.end()) {
                check_block(name, printed, group == &form_.scores, block->second);
                continue;
            }
            constexpr std::size_t most_comparisons = 1'000'000;
            comparisons += names.size();
            const std::string meant =
                comparisons <= most_comparisons ? text::nearest(name, names) : std::string{};
            add("unusable-fact", Severity::warning, printed.place,
                meant.empty() ? say::unknown_score(name) : say::not_known_but_near(name, meant));
        }
    }
}

/// A printed subtotal of a block against what its rows print; other figures of it are left.
void Checks::check_block(const std::string& name, const Printed& printed, bool is_score,
                         const Subtotal& rows) {
    if (!is_score || !rows.sum) {
        leave(printed, name, say::why_no_data);
        return;
    }
    compared(printed);
    const bool close =
        abs(*rows.sum - Ratio{printed.value}) <= rows.slack + slack_of(printed.value);
    if (!prints(*rows.sum, printed) && !(close && !rubric_.rubric.rounding.rows)) {
        add("breakdown-mismatch", Severity::error, printed, *rows.sum,
            say::breakdown(name, printed.text, shown(*rows.sum)));
    }
}

/// Adds up what the rows of each block, and of the part before its "/", print.
std::map<std::string_view, Checks::Subtotal> Checks::subtotals() const {
    std::map<std::string_view, Subtotal> sums;
    for (const Item& item : exact_.sheet->items) {
        if (item.kind != ItemKind::row) {
            continue;
        }
        const Printed* const score = exact_.printed(item);
        const auto add_to = [&](std::string_view block) {
            Subtotal& rows = sums.try_emplace(block, Subtotal{Ratio{}, Ratio{}}).first->second;
            if (score == nullptr) {
                rows.sum.reset();
            } else if (rows.sum) {
                rows.sum = *rows.sum + Ratio{score->value};
                rows.slack = rows.slack + slack_of(score->value);
            }
        };
        const std::string_view own = exact_.target_of(item).block;
        const std::string_view first = own.substr(0, own.find('/'));
        add_to(own);
        if (first != own) {
            add_to(first);
        }
    }
    return sums;
}

} // namespace heng::detail::audit
