// SPDX-License-Identifier: Apache-2.0
//
// An explanation for people, in the rubric's language: a section for what was lost, for each item,
// and for the total.
#include "base/say.hpp"
#include "document/page_in.hpp"
#include "explain/advice.hpp"
#include "scoring/unit_table.hpp"

#include <heng/explain/explain.hpp>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace heng::detail::explain {
namespace {

class Reporter {
  public:
    explicit Reporter(const Explanation& explanation)
        : explanation_(explanation),
          sheet_(explanation.sheet),
          say_(sheet_.language),
          page_{document::page_in(sheet_.language)} {}

    base::Page run() {
        const std::string title = document::title_of(sheet_.rubric_title, sheet_.rubric_id);
        if (explanation_.subject.empty()) {
            page_.add(base::Heading{1, title});
        } else {
            page_.add(base::Heading{1, explanation_.subject}).add(base::Paragraph{title});
        }
        page_.add(base::Paragraph{summary()});
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
        return std::move(page_);
    }

  private:
    [[nodiscard]] std::string summary() const {
        const bool above = sheet_.total > sheet_.points;
        return say_(above ? "总分{total} / {points}，超出满分{by}分"
                          : "总分{total} / {points}，失{by}分",
                    above ? "total {total} of {points}, {by} above"
                          : "total {total} of {points}, {by} lost",
                    {{"total", base::number_text(sheet_.total, sheet_.scale)},
                     {"points", base::number_text(sheet_.points, sheet_.scale)},
                     {"by", base::number_text(abs(sheet_.points - sheet_.total))}}) +
               (sheet_.grade.empty()
                    ? ""
                    : say_("，等级{grade}", ", grade {grade}", {{"grade", sheet_.grade}}));
    }

    /// Names from the leaf's branch down: "采购管理 › 采购政策效能".
    [[nodiscard]] std::string name_of(std::size_t i) const {
        const Item& item = sheet_.items[i];
        return item.parent && item.kind != ItemKind::branch
                   ? sheet_.items[*item.parent].name + " › " + item.name
                   : item.name;
    }

    void add_losses() {
        page_.add(base::Heading{2, say_("失分构成", "where the points went")});
        base::Table table{{{}, {"", base::Align::right}}, true};
        for (const LostPart& part : explanation_.lost) {
            const std::string where = part.item ? name_of(*part.item) : say_("总分", "the total");
            std::string what = where;
            switch (part.kind) {
            case LostPart::Kind::rule:
                what += part.lost < Points{} ? say_("：加分", ": bonus") : "";
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
            case LostPart::Kind::bound:
                what = where + (part.lost < Points{} ? say_("：扣到下限为止", ": the floor")
                                                     : say_("：超过上限不计", ": above the bound"));
                break;
            }
            table.add(what, base::number_text(part.lost));
        }
        table.add(say_("合计", "together"), base::number_text(sheet_.points - sheet_.total));
        page_.add(std::move(table));
        scoring::add_units(page_, sheet_);
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
                   : item.lost() != Points{} || item.status != ItemStatus::scored ||
                         words.open_bonus != Points{};
    }

    /// A section: its entries, where there are any, are behind it.
    base::Entries& section(std::string heading) {
        page_.add(base::Heading{2, std::move(heading)}).add(base::Entries{});
        return std::get<base::Entries>(page_.blocks.back());
    }

    static void add(base::Entries& section, std::string label, std::string text) {
        if (!text.empty()) {
            section.entries.push_back({std::move(label), std::move(text)});
        }
    }

    static void add_all(base::Entries& section, std::string label,
                        const std::vector<std::string>& lines) {
        for (const std::string& line : lines) {
            add(section, std::exchange(label, {}), line);
        }
    }

    /// An expression with the facts' labels; "" where it is a fact alone, which stands beside it,
    /// or more than arithmetic: JSON has it as the rubric writes it.
    [[nodiscard]] std::string measure_words(const ItemExplanation& words) const {
        constexpr std::pair<char, std::string_view> operators[] = {
            {'/', "÷"}, {'*', "×"}, {'-', "−"}, {'+', "+"}};
        constexpr std::string_view plain = " ().0123456789";
        std::string text;
        std::size_t facts = 0;
        for (std::string_view left = words.measure; !left.empty();) {
            const auto input =
                std::find_if(words.inputs.begin(), words.inputs.end(), [&](const auto& each) {
                    return left.starts_with(each.path) &&
                           left.substr(each.path.size()).find_first_of(" )") ==
                               (left.size() == each.path.size() ? std::string_view::npos : 0);
                });
            const auto* const sign =
                std::find_if(std::begin(operators), std::end(operators),
                             [&](const auto& each) { return each.first == left.front(); });
            if (input != words.inputs.end()) {
                text += input->label;
                left.remove_prefix(input->path.size());
                ++facts;
            } else if (sign != std::end(operators) || plain.find(left.front()) != plain.npos) {
                text += sign != std::end(operators) ? sign->second : left.substr(0, 1);
                left.remove_prefix(1);
            } else {
                return {};
            }
        }
        return facts > 1 ? text : std::string{};
    }

    /// Whether a row is scored as its leaf says, which stands before it.
    [[nodiscard]] bool stands_above(const ItemExplanation& words) const {
        const Item& item = sheet_.items[words.item];
        return item.kind == ItemKind::row && is_reported(explanation_.items[*item.parent]) &&
               explanation_.items[*item.parent].rule == words.rule;
    }

    /// "全年预算数 = 200万元"; of a row "目标值 ≥ 64人次", as forms print it.
    [[nodiscard]] std::string input_words(const Item& item, const ExplainedInput& input) const {
        const auto* const row = std::get_if<ByTarget>(&item.reason);
        const bool target = row != nullptr && input.path == "target";
        const std::string unit = row != nullptr && (target || input.path == "actual")
                                     ? row_unit(row->row.unit, input.value)
                                     : std::string{};
        const Direction way = target ? row->row.numbers.direction : Direction::equal;
        const std::string_view sign = way == Direction::at_least  ? " ≥ "
                                      : way == Direction::at_most ? " ≤ "
                                                                  : " = ";
        return input.label + std::string{sign} + value_words(input.value, say_) + unit;
    }

    /// A percentage is written with its sign once, and a day has no unit.
    [[nodiscard]] std::string row_unit(const std::string& unit, std::string_view value) const {
        const bool number = value.find_first_not_of("-0123456789.") == value.npos &&
                            value.find('-', 1) == value.npos;
        const bool percent = unit == "%" || unit == "％";
        return unit.empty() || !number ? "" : percent || say_.chinese() ? unit : ' ' + unit;
    }

    void add_item(const ItemExplanation& words) {
        const Item& item = sheet_.items[words.item];
        std::string heading =
            name_of(words.item) + say_("　{score} / {points}", "  {score} of {points}",
                                       {{"score", base::number_text(item.score)},
                                        {"points", base::number_text(item.points)}});
        if (item.lost() != Points{}) {
            const bool bonus = item.lost() < Points{};
            heading +=
                say_(bonus ? "，加{by}分" : "，失{by}分", bonus ? ", {by} above" : ", {by} lost",
                     {{"by", base::number_text(abs(item.lost()))}});
        }
        base::Entries& block = section(std::move(heading));
        if (item.kind != ItemKind::branch && !stands_above(words)) {
            add(block, say_("规则", "rule"), words.rule);
        }
        add(block, say_("算式", "measure"), measure_words(words));
        std::vector<std::string> inputs;
        for (const ExplainedInput& input : words.inputs) {
            inputs.push_back(input_words(item, input));
        }
        add_all(block, say_("数据", "facts"), inputs);
        add_all(block, say_("计算", "steps"), words.arithmetic);
        add_all(block, say_("调整", "adjusted"), words.adjustments);
        add(block, say_("取整", "rounded"), words.rounding);
        add(block, say_("得回", "recover"), words.advice);
        add_all(block, say_("其他途径", "other ways"), other_ways(words.recover, item.points));
        add_bonus(block, words.open_bonus, words.bonus, item.points);
    }

    /// What can still be scored above the points: open, and not lost.
    void add_bonus(base::Entries& block, const Points& open, const std::vector<WhatIf>& bonus,
                   const Points& points) const {
        if (open == Points{}) {
            return;
        }
        std::vector<std::string> lines{say_("还可加{open}分", "{open} more can be added",
                                            {{"open", base::number_text(open)}})};
        for (std::string& way : ways(bonus, points)) {
            lines.push_back(std::move(way));
        }
        add_all(block, say_("加分", "bonus"), lines);
    }

    /// By other facts than the first, which the advice is about.
    [[nodiscard]] std::vector<std::string> other_ways(const std::vector<WhatIf>& recover,
                                                      const Points& points) const {
        std::vector<WhatIf> others;
        for (const WhatIf& each : recover) {
            const bool first =
                each.path == recover.front().path && each.label == recover.front().label;
            if (!first && each.goal == WhatIf::Goal::all) {
                others.push_back(each);
            }
        }
        return ways(others, points);
    }

    [[nodiscard]] std::vector<std::string> ways(const std::vector<WhatIf>& recover,
                                                const Points& points) const {
        std::vector<std::string> lines;
        for (const WhatIf& each : recover) {
            lines.push_back(what_if_words(each, points, sheet_, say_));
        }
        return lines;
    }

    void add_total() {
        base::Entries& block = section(say_("总分", "the total"));
        add_all(block, say_("计算", "steps"), explanation_.total);
        add_all(block, say_("得回", "recover"), ways(explanation_.recover, sheet_.points));
        add_lowered(block);
        add_bonus(block, explanation_.open_bonus, {}, sheet_.points);
        if (explanation_.up) {
            add(block, say_("上一等", "up"), distance(*explanation_.up));
            add(block, "", carriers(*explanation_.up));
        }
        if (!explanation_.up && !sheet_.grade.empty()) {
            add(block, say_("上一等", "up"),
                explanation_.lowered.empty() ? say_("已是最高等级", "there is no better grade")
                                             : say_("等级受限，总分再高也不升等",
                                                    "the grade is held down: no total raises it"));
        }
        if (explanation_.down) {
            add(block, say_("下一等", "down"), distance(*explanation_.down));
        }
        std::vector<std::string> edges;
        for (const NearEdge& each : explanation_.near_edges) {
            edges.push_back(near(each));
        }
        add_all(block, say_("临界", "near edges"), edges);
        write_in_force();
    }

    /// A grade that was lowered, and what brings it back.
    void add_lowered(base::Entries& block) const {
        for (const LoweredGrade& each : explanation_.lowered) {
            std::vector<std::string> lines{
                say_("{reason}：等级由“{before}”降为“{after}”，分数不变",
                     "{reason}: the grade is lowered from {before} to {after}, the score stays",
                     {{"reason", each.reason}, {"before", each.before}, {"after", each.after}})};
            for (const WhatIf& way : each.recover) {
                lines.push_back(lifting_words(way, sheet_, say_));
            }
            add_all(block, say_("等级", "grade"), lines);
        }
    }

    /// The targets that a plan put in place of others (plan/in_force.hpp).
    void write_in_force() {
        std::vector<std::string> lines;
        for (const Diagnostic& each : sheet_.diagnostics) {
            if (each.code.starts_with("target-") || each.code == "plan-of-another-year") {
                lines.push_back(each.message);
            }
        }
        if (!lines.empty()) {
            add_all(section(say_("计划中生效的目标值", "targets in force by the plan")), "", lines);
        }
    }

    [[nodiscard]] std::string distance(const GradeDistance& way) const {
        const bool up = way.edge > sheet_.total;
        return say_(up ? (way.inclusive ? "总分再多{distance}分，达到{edge}分，升为“{grade}”"
                                        : "总分再多{distance}分以上，超过{edge}分，升为“{grade}”")
                       : (way.inclusive ? "总分再少{distance}分，到{edge}分，降为“{grade}”"
                                        : "总分再少{distance}分以上，低于{edge}分，降为“{grade}”"),
                    up ? (way.inclusive ? "{grade} from {edge}: {distance} more"
                                        : "{grade} above {edge}: more than {distance} more")
                       : (way.inclusive ? "{grade} at {edge}: {distance} less"
                                        : "{grade} below {edge}: more than {distance} less"),
                    {{"distance", base::number_text(way.distance)},
                     {"edge", base::number_text(way.edge)},
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
            each.item ? say_("{item}得{score}分", "{item} scores {score}",
                             {{"item", sheet_.items[*each.item].name},
                              {"score", base::number_text(each.score)}})
                      : say_("等级为“{grade}”", "the grade is {grade}", {{"grade", each.grade}});
        return say_(
            "{label}填报为{value}，若实为{other}，则{what}",
            "{label} is printed {value}; if it is {other}, {what}",
            {{"label", each.label}, {"value", each.value}, {"other", each.other}, {"what", what}});
    }

    const Explanation& explanation_;
    const ScoreSheet& sheet_;
    base::Say say_;
    bool all_ = true;
    base::Page page_;
};

} // namespace

} // namespace heng::detail::explain

namespace heng {

std::string to_text(const Explanation& explanation) {
    return detail::base::to_text(detail::explain::Reporter{explanation}.run());
}

std::string to_markdown(const Explanation& explanation) {
    return detail::base::to_markdown(detail::explain::Reporter{explanation}.run());
}

std::string to_html(const Explanation& explanation) {
    return detail::base::to_html(detail::explain::Reporter{explanation}.run());
}

} // namespace heng
