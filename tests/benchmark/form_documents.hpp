// SPDX-License-Identifier: Apache-2.0
//
// Documents for built-in rubrics as departments send them, the same in every run: every fact that
// is read varies, a form has 9 to 40 target rows, and some documents are not plain.
//
//     FormDocuments forms{"project-2020", {.odd_percent = 10}};
//     const FormDocument document = forms.next();
//     document.text;                // a line of facts/1
//     document.odd;                 // what is odd about it; "" where it is plain
//
// Half of what is odd is scored all the same (escapes, printed words, another order of members,
// long figures, divisors of 0, facts that are not read); the other half is refused.
#pragma once

#include "chance.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::benchmarks {

enum class Odd : std::uint8_t {
    none,
    escape,    ///< \" and \u in names
    printed,   ///< ≥ and 达成 for >= and met
    order,     ///< members in another order, and spaces
    digits,    ///< figures of 25 digits
    exponent,  ///< 1.2e3
    zero,      ///< rows that divide by 0
    unread,    ///< facts that the rubric does not read, and notes
    absent,    ///< a fact is missing
    sum,       ///< the rows' points are not the leaf's, or an assessed score is missing
    level,     ///< a rate outside of its level
    percent,   ///< one of target and actual is a percentage
    no_figure, ///< 约99%
};

inline constexpr std::array<std::string_view, 13> odd_names{
    "",       "escape", "printed", "order", "digits",  "exponent", "zero",
    "unread", "absent", "sum",     "level", "percent", "no figure"};

struct FormDocument {
    std::string text;
    std::string_view odd; ///< one of `odd_names`
};

struct FormOptions {
    std::int64_t odd_percent = 10;
    std::uint64_t seed = 0;
    std::int64_t least_rows = 9;
    std::int64_t most_rows = 40;
};

/// A fact of a flat form: its group and key, a letter for its type, and its range.
struct FormFact {
    std::string_view group;
    std::string_view key;
    char type; ///< m money, c count, b boolean, p percent
    std::int64_t least = 0;
    std::int64_t most = 0; ///< of money and percent in hundredths
};

inline constexpr std::array<FormFact, 2> project_facts{
    {{"budget", "annual", 'm', 40'000'000, 99'999'999},
     {"budget", "executed", 'm', 30'000'000, 99'999'999}}};
inline constexpr std::array<FormFact, 31> guangzhou_facts{
    {{"spending", "average_rate", 'p', 7'000, 11'500},
     {"special", "execution_rate", 'p', 7'000, 11'500},
     {"evaluation", "new_items", 'c', 6, 9},
     {"evaluation", "evaluated_items", 'c', 0, 7},
     {"carry_over", "closing", 'm', 0, 9'999'999},
     {"expenditure", "total", 'm', 20'000'000, 99'999'999},
     {"findings", "finance", 'c', 0, 4},
     {"disclosure", "on_time", 'b'},
     {"disclosure", "complete", 'b'},
     {"disclosure", "goals_with_budget", 'b'},
     {"disclosure", "self_evaluation_with_accounts", 'b'},
     {"system", "goals", 'b'},
     {"system", "monitoring", 'b'},
     {"system", "evaluation", 'b'},
     {"system", "use_of_results", 'b'},
     {"system", "special_funds", 'b'},
     {"submissions", "late", 'c', 0, 4},
     {"submissions", "returned", 'c', 0, 4},
     {"procurement", "intentions_on_time_rate", 'p', 6'000, 10'000},
     {"procurement", "internal_control_in_bureau", 'b'},
     {"procurement", "internal_control_in_units", 'b'},
     {"procurement", "complaints_or_penalties", 'c', 0, 2},
     {"procurement", "contracts_signed_late", 'c', 0, 4},
     {"procurement", "contracts_filed_late", 'c', 0, 9},
     {"procurement", "sme_rate", 'p', 5'000, 12'000},
     {"assets", "income_remitted", 'b'},
     {"assets", "stocktaking_done", 'b'},
     {"assets", "annual_report_filed", 'b'},
     {"assets", "utilisation_rate", 'p', 5'000, 10'000},
     {"cost", "operating_variance", 'p', -1'500, 2'500},
     {"cost", "three_public_variance", 'p', -5'000, 2'500}}};
inline constexpr std::array<FormFact, 8> hunan_facts{
    {{"staff", "actual", 'c', 80, 130},
     {"staff", "establishment", 'c', 90, 120},
     {"three_public", "budget", 'm', 4'000, 9'999},
     {"three_public", "budget_last_year", 'm', 5'000, 9'999},
     {"budget", "carried_in", 'm', 0, 999'999},
     {"budget", "initial", 'm', 1'000'000, 99'999'999},
     {"budget", "added", 'm', 0, 2'999'999},
     {"budget", "unspent", 'm', 0, 1'999'999}}};
inline constexpr std::array<FormFact, 15> yueyang_facts{
    {{"staff", "actual", 'c', 80, 130},
     {"staff", "establishment", 'c', 90, 120},
     {"three_public", "budget", 'm', 4'000, 9'999},
     {"three_public", "budget_last_year", 'm', 5'000, 9'999},
     {"three_public", "actual", 'm', 3'000, 11'999},
     {"projects", "priority", 'm', 400'000, 999'999},
     {"projects", "total", 'm', 600'000, 1'199'999},
     {"budget", "adjusted", 'm', 0, 299'999},
     {"budget", "initial", 'm', 1'000'000, 9'999'999},
     {"special_funds", "behind_schedule", 'c', 0, 6},
     {"carry_over", "closing", 'm', 0, 9'999},
     {"carry_over", "opening", 'm', 0, 9'999},
     {"policies", "finance", 'b'},
     {"policies", "economy", 'b'},
     {"policies", "effective", 'b'}}};

/// The built-in rubrics that there are documents for.
inline constexpr std::array<std::string_view, 4> form_rubrics{
    "project-2020", "guangzhou-department-2023", "hunan-unit-2018", "yueyang-department-2018"};

class FormDocuments {
  public:
    /// Precondition: the rubric is one of `form_rubrics`.
    explicit FormDocuments(std::string_view rubric, FormOptions options = {})
        : kind_{static_cast<std::size_t>(
              std::find(form_rubrics.begin(), form_rubrics.end(), rubric) - form_rubrics.begin())},
          options_{options},
          chance_{options.seed} {}

    FormDocument next() {
        odd_ = chance_.between(1, 100) <= options_.odd_percent ? draw_odd() : Odd::none;
        ++number_;
        std::string data = has_targets() ? targets() : std::string{};
        const std::string rest = facts();
        data += (data.empty() ? "" : ",") + rest;
        if (odd_ == Odd::unread) {
            data += R"(,"x-note":"由系统导出","other":{"projects":)" +
                    std::to_string(chance_.up_to(99)) + R"(,"remark":"无"})";
        }
        std::string text = R"({"heng":"facts/1","subject":{"name":")" + subject() + R"(","year":)" +
                           std::to_string(year()) + R"(},"unit":"万元","data":{)" + data + '}';
        if (is_department()) {
            text += R"(,"assessed":{)" + assessed() + '}';
        }
        return {text + '}', odd_names.at(static_cast<std::size_t>(odd_))};
    }

  private:
    using Words = std::span<const std::string_view>;

    [[nodiscard]] bool is_department() const { return kind_ == 1; }
    [[nodiscard]] bool has_targets() const { return kind_ < 2; }
    [[nodiscard]] bool weighs_points() const { return kind_ == 0; }

    /// A year in which the rubric is in force.
    [[nodiscard]] std::size_t year() const {
        constexpr std::array<std::size_t, 4> years{2020, 2023, 2018, 2018};
        return years.at(kind_) + (kind_ == 0 ? number_ % 5 : 0);
    }

    /// What is of target rows is none of forms without them.
    Odd draw_odd() {
        if (has_targets()) {
            return static_cast<Odd>(chance_.between(1, static_cast<int>(odd_names.size()) - 1));
        }
        constexpr std::array<Odd, 6> flat{Odd::order,  Odd::digits, Odd::exponent,
                                          Odd::unread, Odd::absent, Odd::no_figure};
        return flat.at(static_cast<std::size_t>(chance_.up_to(flat.size() - 1)));
    }

    bool percent(std::int64_t share) { return chance_.between(1, 100) <= share; }

    std::string_view of(Words words) {
        return words[static_cast<std::size_t>(
            chance_.up_to(static_cast<std::int64_t>(words.size()) - 1))];
    }

    /// 1234 as 12.34, and 1200 as 12.00.
    static std::string hundredths(std::int64_t value) {
        const std::int64_t size = value < 0 ? -value : value;
        return (value < 0 ? "-" : "") + std::to_string(size / 100) + '.' +
               std::to_string(100 + size % 100).substr(1);
    }

    std::string subject() {
        static constexpr std::array<std::string_view, 8> places{
            "广州市", "岳阳市", "湘潭县", "天河区", "鄂州市", "永德县", "中江县", "越秀区"};
        static constexpr std::array<std::string_view, 8> offices{
            "科学技术局", "教育局", "财政局", "卫生健康局",
            "农业农村局", "水务局", "民政局", "文化广电旅游局"};
        return std::string{of(places)} + std::string{of(offices)} + std::to_string(number_);
    }

    // ---------------------------------------------------------------- flat facts

    [[nodiscard]] std::span<const FormFact> of_form() const {
        switch (kind_) {
        case 0:
            return project_facts;
        case 1:
            return guangzhou_facts;
        case 2:
            return hunan_facts;
        default:
            return yueyang_facts;
        }
    }

    std::string value_of(const FormFact& fact, bool odd_one) {
        const std::int64_t value = chance_.between(fact.least, fact.most);
        if (fact.type == 'b') {
            return percent(85) ? "true" : "false";
        }
        if (odd_one && odd_ == Odd::no_figure) {
            return R"("约)" + std::to_string(value) + '"';
        }
        if (odd_one && odd_ == Odd::exponent) {
            return std::to_string(value) + "e0";
        }
        if (fact.type == 'c') {
            return std::to_string(value);
        }
        std::string text = hundredths(value);
        if (odd_one && odd_ == Odd::digits) {
            text += "00000000000000000000" + std::to_string(chance_.between(100, 999));
        }
        return fact.type == 'p' ? '"' + text + "%\"" : text;
    }

    /// The facts that are no lists, in their groups.
    std::string facts() {
        const std::span<const FormFact> all = of_form();
        const bool here = !has_targets() || odd_ == Odd::absent;
        std::size_t odd_at = all.size();
        while (here && odd_ != Odd::none && odd_at == all.size()) {
            odd_at =
                static_cast<std::size_t>(chance_.up_to(static_cast<std::int64_t>(all.size()) - 1));
            odd_at = all[odd_at].type == 'm' ? odd_at : all.size();
        }
        std::vector<std::pair<std::string, std::string>> groups;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::string value = value_of(all[i], i == odd_at);
            if (i == odd_at && odd_ == Odd::absent) {
                continue;
            }
            if (groups.empty() || groups.back().first != all[i].group) {
                groups.emplace_back(all[i].group, "");
            }
            std::string& members = groups.back().second;
            members += members.empty() ? "\"" : ",\"";
            members += std::string{all[i].key} + "\":" + value;
        }
        if (odd_ == Odd::order) {
            std::reverse(groups.begin(), groups.end());
        }
        std::string text;
        for (const auto& [group, members] : groups) {
            text += (text.empty() ? "\"" : ",\"") + group + "\":{" + members + '}';
        }
        return text;
    }

    std::string assessed() {
        static constexpr std::array<std::string_view, 4> reasons{
            "资产配置符合标准", "审计查出超标准配置办公自动化设备", "部分资产账实不符，已整改",
            "评审组现场核查"};
        std::string text;
        for (const std::string_view id :
             {"management.assets.allocation", "management.assets.compliance"}) {
            if (odd_ == Odd::sum && !text.empty()) {
                break;
            }
            text += (text.empty() ? "\"" : ",\"") + std::string{id} + R"(":{"score":")" +
                    hundredths(chance_.up_to(8) * 25) + R"(","reason":")" +
                    std::string{of(reasons)} + R"("})";
        }
        return text;
    }

    // ---------------------------------------------------------------- target rows

    std::string targets() {
        const std::int64_t rows = chance_.between(options_.least_rows, options_.most_rows);
        if (weighs_points()) {
            return "\"targets\":[" + list(static_cast<std::size_t>(rows)) + ']';
        }
        const std::int64_t first = chance_.between(rows / 3, rows - rows / 3);
        return R"("targets":{"department":[)" + list(static_cast<std::size_t>(first)) +
               R"(],"special":[)" + list(static_cast<std::size_t>(rows - first)) + "]}";
    }

    /// 90 points in halves, at least one half each.
    std::vector<std::int64_t> halves(std::size_t rows) {
        std::vector<std::int64_t> shares(rows, 1);
        std::int64_t left = 180 - static_cast<std::int64_t>(rows);
        while (left > 0) {
            const std::int64_t part = chance_.between(1, std::min<std::int64_t>(left, 6));
            shares[static_cast<std::size_t>(chance_.up_to(static_cast<std::int64_t>(rows) - 1))] +=
                part;
            left -= part;
        }
        if (odd_ == Odd::sum) {
            ++shares.front();
        }
        return shares;
    }

    using Members = std::vector<std::pair<std::string_view, std::string>>;

    std::string list(std::size_t rows) {
        const std::vector<std::int64_t> shares =
            weighs_points() ? halves(rows) : std::vector<std::int64_t>{};
        const auto odd_at =
            static_cast<std::size_t>(chance_.up_to(static_cast<std::int64_t>(rows) - 1));
        std::string text;
        for (std::size_t i = 0; i < rows; ++i) {
            Members members = row(i, i == odd_at ? odd_ : Odd::none);
            if (weighs_points()) {
                const std::string points =
                    std::to_string(shares[i] / 2) + (shares[i] % 2 != 0 ? ".5" : "");
                members.insert(members.begin() + 2, {"points", '"' + points + '"'});
            }
            const bool spaced = odd_ == Odd::order;
            if (spaced) {
                std::reverse(members.begin(), members.end());
            }
            text += text.empty() ? "{" : ",{";
            for (std::size_t j = 0; j < members.size(); ++j) {
                text += (j == 0   ? "\""
                         : spaced ? ", \""
                                  : ",\"") +
                        std::string{members[j].first} + (spaced ? "\": " : "\":") +
                        members[j].second;
            }
            text += '}';
        }
        return text;
    }

    static std::string quoted(std::string_view text) { return '"' + std::string{text} + '"'; }

    Members row(std::size_t index, Odd odd) {
        static constexpr std::array<std::string_view, 10> subjects{
            "培训人次",     "设备购置数量", "项目验收合格率", "资金到位及时率", "政策知晓率",
            "受益群众人数", "道路维修里程", "服务对象满意度", "单位成本",       "带动就业人数"};
        static constexpr std::array<std::string_view, 6> blocks{
            "数量指标", "质量指标", "时效指标", "成本指标", "社会效益指标", "满意度指标"};
        std::string name{of(subjects)};
        name += odd == Odd::escape ? R"(（\"一期\"\u002f二期）)" : "";
        name += std::to_string(index + 1);
        Members members{{"name", quoted(name)}, {"block", quoted(of(blocks))}};
        const bool by_figures = odd == Odd::digits || odd == Odd::exponent || odd == Odd::zero ||
                                odd == Odd::percent || odd == Odd::no_figure;
        if (odd == Odd::level || (!by_figures && percent(20))) {
            by_level(members, odd);
        } else {
            by_amount(members, odd);
        }
        return members;
    }

    void by_level(Members& members, Odd odd) {
        const bool printed = odd == Odd::printed;
        members.emplace_back("direction", quoted(printed ? "定性" : "level"));
        const std::int64_t level = odd == Odd::level ? 1 : chance_.up_to(9);
        if (level > 2) {
            members.emplace_back("level", quoted(printed ? "达成" : "met"));
            return;
        }
        const std::int64_t rate = odd == Odd::level ? chance_.between(81, 100)
                                  : level == 0      ? chance_.between(80, 100)
                                  : level == 1      ? chance_.between(60, 79)
                                                    : chance_.between(0, 59);
        const std::array<std::string_view, 3> words =
            printed ? std::array<std::string_view, 3>{"达成", "部分达成", "未达成"}
                    : std::array<std::string_view, 3>{"met", "partly", "not"};
        members.emplace_back("level", quoted(words.at(static_cast<std::size_t>(level))));
        members.emplace_back("rate", quoted(std::to_string(rate) + '%'));
    }

    /// A target and what was done: percentages, whole numbers or money.
    void by_amount(Members& members, Odd odd) {
        static constexpr std::array<std::string_view, 6> units{"人", "人次", "个",
                                                               "台", "公里", "天"};
        static constexpr std::array<std::string_view, 3> reasons{
            "受疫情影响，部分活动未开展", "招标推迟，年底前已补齐", "年初目标设定偏高"};
        const std::int64_t form = chance_.up_to(2);
        const std::int64_t most = form == 0 ? 10'000 : form == 1 ? 2'000 : 9'999'999;
        const std::int64_t target = chance_.between(most / 4, most);
        const std::int64_t met = percent(60) ? chance_.between(100, 110) : chance_.between(30, 99);
        const std::int64_t way = odd == Odd::zero ? 1 : chance_.up_to(9);
        const bool inverse = way == 1 || way == 2;
        const std::int64_t actual = odd == Odd::zero ? 0
                                    : inverse        ? target * 100 / met
                                                     : target * met / 100;
        const auto word = [&](std::string_view plain, std::string_view printed) {
            return quoted(odd == Odd::printed ? printed : plain);
        };
        members.emplace_back("direction", inverse    ? word("<=", "≤")
                                          : way == 0 ? word("=", "＝")
                                                     : word(">=", "≥"));
        const std::int64_t aim = odd == Odd::zero ? -target : target;
        members.emplace_back("target", quoted(figure(aim, form, Odd::none)));
        members.emplace_back("actual", quoted(figure(actual, form, odd)));
        if (form != 0) {
            members.emplace_back("unit", quoted(form == 2 ? "元" : of(units)));
        }
        if (met < 100) {
            members.emplace_back("reason", quoted(of(reasons)));
        }
    }

    std::string figure(std::int64_t value, std::int64_t form, Odd odd) {
        std::string text = form == 1 ? std::to_string(value) : hundredths(value);
        if (odd == Odd::no_figure) {
            return "约" + text;
        }
        if (odd == Odd::digits) {
            text += (form == 1 ? "." : "") + std::string{"0000000000000000000000123"};
        }
        if (odd == Odd::exponent) {
            text += "e0";
        }
        const bool in_percent = (form == 0) != (odd == Odd::percent);
        return in_percent ? text + '%' : text;
    }

    std::size_t kind_;
    FormOptions options_;
    Chance chance_;
    Odd odd_ = Odd::none;
    std::size_t number_ = 0;
};

} // namespace heng::benchmarks
