// SPDX-License-Identifier: Apache-2.0
#include "explain/advice.hpp"
#include "explain/numbers.hpp"
#include "explain/report.hpp"
#include "text/width.hpp"

#include <algorithm>
#include <utility>

namespace heng::what_if {
namespace {

class Reporter {
  public:
    explicit Reporter(const Explanation& explanation)
        : explanation_(explanation), sheet_(explanation.sheet), say_(sheet_.language) {}

    Report run() {
        report_.subject = text::printable(explanation_.subject);
        report_.title = text::printable(sheet_.rubric_title + " (" + sheet_.rubric_id + ")");
        report_.summary = text::printable(summary());
        const auto& shown = explanation_.shown;
        all_ = std::find(shown.begin(), shown.end(), false) == shown.end();
        if (all_) {
            add_losses();
        }
        for (const ItemExplanation& item : explanation_.items) {
            if (is_reported(item)) {
                add_item(item);
            }
        }
        if (all_) {
            add_total();
        }
        return std::move(report_);
    }

  private:
    [[nodiscard]] std::string summary() const {
        return say_("总分 {total} / {points}，失 {lost} 分",
                    "total {total} of {points}, {lost} lost",
                    {{"total", sheet_.total_text()},
                     {"points", sheet_.points_text()},
                     {"lost", short_text(sheet_.points - sheet_.total)}}) +
               (sheet_.grade.empty()
                    ? ""
                    : say_("，等级 {grade}", ", grade {grade}", {{"grade", sheet_.grade}}));
    }

    /// Names from the leaf's branch down: "采购管理 › 采购政策效能".
    [[nodiscard]] std::string name_of(std::size_t i) const {
        const Item& item = sheet_.items[i];
        return item.parent && item.kind != ItemKind::branch
                   ? sheet_.items[*item.parent].name + " › " + item.name
                   : item.name;
    }

    void add_losses() {
        report_.losses_heading = say_("失分构成", "where the points went");
        for (const LostPart& part : explanation_.lost) {
            const std::string where = part.item ? name_of(*part.item) : say_("总分", "the total");
            std::string what = where;
            switch (part.kind) {
            case LostPart::Kind::rule:
                break;
            case LostPart::Kind::adjustment:
                what = where + say_("：调整（{reason}）", ": adjusted ({reason})",
                                    {{"reason", part.reason}});
                break;
            case LostPart::Kind::rounding:
                what = where + say_("：取整", ": rounding");
                break;
            case LostPart::Kind::rescaling:
                what = where + say_("：折算", ": rescaling");
                break;
            }
            report_.losses.push_back({text::printable(what), short_text(part.lost)});
        }
        report_.losses.push_back(
            {say_("合计", "together"), short_text(sheet_.points - sheet_.total)});
    }

    [[nodiscard]] bool is_reported(const ItemExplanation& words) const {
        const Item& item = sheet_.items[words.item];
        if (!explanation_.shown[words.item]) {
            return false;
        }
        if (!all_) {
            return true;
        }
        return item.kind == ItemKind::branch
                   ? !words.adjustments.empty() || item.exact != item.score
                   : item.lost() != Points{} || item.status != ItemStatus::scored;
    }

    void add(Block& block, std::string label, std::string text) const {
        if (!text.empty()) {
            block.lines.push_back({std::move(label), text::printable(text)});
        }
    }

    void add_all(Block& block, std::string label, const std::vector<std::string>& lines) const {
        for (const std::string& line : lines) {
            add(block, std::exchange(label, {}), line);
        }
    }

    void add_item(const ItemExplanation& words) {
        const Item& item = sheet_.items[words.item];
        Block block;
        block.heading = name_of(words.item) + say_("　{score} / {points}", "  {score} of {points}",
                                                   {{"score", short_text(item.score)},
                                                    {"points", short_text(item.points)}});
        if (item.lost() != Points{}) {
            block.heading +=
                say_("，失 {lost} 分", ", {lost} lost", {{"lost", short_text(item.lost())}});
        }
        block.heading = text::printable(block.heading);
        if (item.kind != ItemKind::branch) {
            add(block, say_("规则", "rule"), words.rule);
        }
        add(block, say_("算式", "measure"), words.measure);
        std::vector<std::string> inputs;
        for (const ExplainedInput& input : words.inputs) {
            inputs.push_back(input.label + " = " + input.value);
        }
        add_all(block, say_("数据", "facts"), inputs);
        add_all(block, say_("计算", "steps"), words.arithmetic);
        add_all(block, say_("调整", "adjusted"), words.adjustments);
        add(block, say_("取整", "rounded"), words.rounding);
        add(block, say_("得回", "recover"), words.advice);
        add_all(block, say_("其他途径", "other ways"), other_ways(words.recover));
        report_.items.push_back(std::move(block));
    }

    /// By other facts than the first, which the advice is about.
    [[nodiscard]] std::vector<std::string> other_ways(const std::vector<WhatIf>& recover) const {
        std::vector<WhatIf> others;
        for (const WhatIf& each : recover) {
            const bool first =
                each.path == recover.front().path && each.label == recover.front().label;
            if (!first && each.goal == WhatIf::Goal::all) {
                others.push_back(each);
            }
        }
        return ways(others);
    }

    [[nodiscard]] std::vector<std::string> ways(const std::vector<WhatIf>& recover) const {
        std::vector<std::string> lines;
        for (const WhatIf& each : recover) {
            lines.push_back(what_if_words(each, sheet_, say_));
        }
        return lines;
    }

    void add_total() {
        Block block;
        block.heading = say_("总分", "the total");
        add_all(block, say_("计算", "steps"), explanation_.total);
        add_all(block, say_("得回", "recover"), ways(explanation_.recover));
        if (explanation_.up) {
            add(block, say_("上一等", "up"), distance(*explanation_.up));
            add(block, "", carriers(*explanation_.up));
        }
        if (!explanation_.up && !sheet_.grade.empty()) {
            add(block, say_("上一等", "up"), say_("已是最高等级", "there is no better grade"));
        }
        if (explanation_.down) {
            add(block, say_("下一等", "down"), distance(*explanation_.down));
        }
        std::vector<std::string> edges;
        for (const NearEdge& each : explanation_.near_edges) {
            edges.push_back(near(each));
        }
        add_all(block, say_("临界", "near edges"), edges);
        report_.total.push_back(std::move(block));
        write_in_force();
    }

    /// What a plan put in the place of targets (cycle/in_force.hpp).
    void write_in_force() {
        std::vector<std::string> lines;
        for (const Diagnostic& each : sheet_.diagnostics) {
            if (each.code.starts_with("target-") || each.code == "plan-of-another-year") {
                lines.push_back(text::printable(each.message));
            }
        }
        if (!lines.empty()) {
            Block block{say_("计划中生效的目标值", "targets in force by the plan"), {}};
            add_all(block, "", lines);
            report_.total.push_back(std::move(block));
        }
    }

    [[nodiscard]] std::string distance(const GradeDistance& way) const {
        const bool up = way.edge > sheet_.total;
        return say_(
            up ? (way.inclusive ? "总分再多 {distance} 分，达到 {edge} 分，升为“{grade}”"
                                : "总分再多 {distance} 分以上，超过 {edge} 分，升为“{grade}”")
               : (way.inclusive ? "总分再少 {distance} 分，到 {edge} 分，降为“{grade}”"
                                : "总分再少 {distance} 分以上，低于 {edge} 分，降为“{grade}”"),
            up ? (way.inclusive ? "{grade} from {edge}: {distance} more"
                                : "{grade} above {edge}: more than {distance} more")
               : (way.inclusive ? "{grade} at {edge}: {distance} less"
                                : "{grade} below {edge}: more than {distance} less"),
            {{"distance", short_text(way.distance)},
             {"edge", short_text(way.edge)},
             {"grade", way.grade}});
    }

    [[nodiscard]] std::string carriers(const GradeDistance& way) const {
        std::string names;
        for (const std::size_t item : way.carriers) {
            names += (names.empty() ? "" : say_("、", ", ")) + sheet_.items[item].name;
        }
        return names.empty() ? say_("没有一项指标单独得满分即可升等",
                                    "no indicator could carry it there alone")
                             : say_("单独得满分即可升等的指标：{names}",
                                    "with full marks each of these could carry it there: {names}",
                                    {{"names", names}});
    }

    [[nodiscard]] std::string near(const NearEdge& each) const {
        const std::string what =
            each.item
                ? say_("{item}得 {score} 分", "{item} scores {score}",
                       {{"item", sheet_.items[*each.item].name}, {"score", short_text(each.score)}})
                : say_("等级为“{grade}”", "the grade is {grade}", {{"grade", each.grade}});
        return say_(
            "{label} 印为 {value}，若实为 {other}，则{what}",
            "{label} is printed {value}; if it is {other}, {what}",
            {{"label", each.label}, {"value", each.value}, {"other", each.other}, {"what", what}});
    }

    const Explanation& explanation_;
    const ScoreSheet& sheet_;
    Say say_;
    bool all_ = true;
    Report report_;
};

} // namespace

Report report_of(const Explanation& explanation) {
    return Reporter{explanation}.run();
}

} // namespace heng::what_if
