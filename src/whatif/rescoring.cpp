// SPDX-License-Identifier: Apache-2.0
#include "document/within_limits.hpp"
#include "scoring/scoring.hpp"
#include "whatif/leaf_probe.hpp"
#include "whatif/rescoring.hpp"

#include <heng/rubric/tree.hpp>
#include <heng/score/leaf_scorer.hpp>
#include <heng/score/score.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace heng::detail::whatif {
std::optional<RowAlone> Rescoring::alone(const std::vector<const Indicator*>& path,
                                         const Item& item, std::size_t row) const {
    const Indicator& leaf = *path.back();
    const auto list = rubric_.expression(*leaf.measure).input;
    const auto reads_list = [&](const Indicator* each) {
        if (!each->not_applicable) {
            return false;
        }
        const Term when = each->not_applicable->when;
        const auto reads = rubric_.program.static_reads(rubric_.expression(when).id);
        return std::find(reads.begin(), reads.end(), *list) != reads.end();
    };
    if (!list || std::any_of(path.begin(), path.end(), reads_list)) {
        return std::nullopt;
    }
    const Targets& rule = std::get<Targets>(leaf.rule);
    return RowAlone{&rule, item.points, item.scale, row};
}

Node Rescoring::node(const ScoreSheet& sheet, std::optional<std::size_t> item,
                     std::optional<std::size_t> row) const {
    if (!item || sheet.items[*item].kind == ItemKind::branch) {
        return {rubric_.rubric, item};
    }
    const bool is_row = sheet.items[*item].kind == ItemKind::row;
    const std::size_t leaf = is_row ? *sheet.items[*item].parent : *item;
    const auto path = IndicatorTree{rubric_.rubric.indicators}.path(sheet.items[leaf].indicator);
    Node node;
    node.row = row ? alone(path, sheet.items[*item], *row) : std::nullopt;
    if (node.row) {
        return node;
    }
    node.rubric = leaf_alone(rubric_.rubric, path, LeafScore::handed_up);
    node.position = path.size() - 1 + (*item - leaf);
    return node;
}

Result<ScoreSheet> Rescoring::run(const Rubric& rubric) {
    return scoring::score_unexplained(rubric, rubric_, facts_, budget_);
}

/// Without the other rows.
std::optional<Outcome> Rescoring::of_row(const RowAlone& row) {
    constexpr std::size_t steps = 32;
    charge(steps);
    const auto score = document::within_limits([&]() -> Result<Points> {
        const auto scored = detail::score_row(*row.rule, row.points, facts_.rows[row.row]);
        if (!scored) {
            return Failure{scored.error().error};
        }
        return row.scale ? detail::rounded_within(scored->score, {row.points, {}},
                                                  rubric_.rubric.rounding)
                         : scored->score;
    });
    passed_limit_ = !score && score.error().status == Status::limit_exceeded;
    return score ? std::optional{Outcome{*score, std::nullopt}} : std::nullopt;
}

std::optional<Outcome> Rescoring::of(const Node& node) {
    if (exhausted()) {
        return std::nullopt;
    }
    if (node.row) {
        return of_row(*node.row);
    }
    const auto sheet = run(node.rubric);
    passed_limit_ = !sheet && sheet.error().status == Status::limit_exceeded;
    if (!sheet) {
        return std::nullopt;
    }
    if (!node.position) {
        return Outcome{sheet->total, std::nullopt};
    }
    if (*node.position >= sheet->items.size()) {
        return std::nullopt; // a row that the rubric no longer asks for
    }
    const Item& item = sheet->items[*node.position];
    std::optional<Ratio> measure;
    if (const auto* by = std::get_if<ByMeasure>(&item.reason)) {
        measure = by->measure;
    } else if (const auto* band = std::get_if<ByBand>(&item.reason)) {
        measure = band->measure;
    } else if (const auto* norm = std::get_if<ByNorm>(&item.reason)) {
        measure = norm->measure - norm->norm;
    }
    return Outcome{item.score, std::move(measure)};
}

} // namespace heng::detail::whatif
