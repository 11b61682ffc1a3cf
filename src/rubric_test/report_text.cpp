// SPDX-License-Identifier: Apache-2.0
#include "document/page_in.hpp"
#include "rubric_test/words.hpp"

#include <heng/rubric_test/rubric_test.hpp>

#include <algorithm>
#include <utility>

namespace heng {
namespace {

using detail::rubric_test::Words;

std::string number(std::size_t value) {
    return std::to_string(value);
}

class TestPage {
  public:
    explicit TestPage(const TestReport& report)
        : report_(report),
          words_{report.language},
          page_{detail::document::page_in(report.language)} {}

    detail::base::Page run(bool coverage) {
        page_.add(detail::base::Heading{1, report_.rubric_title + " (" + report_.rubric_id + ')'});
        tests();
        if (coverage && !report_.coverage.empty()) {
            covered();
        }
        if (report_.mutated) {
            mutation();
        }
        return std::move(page_);
    }

  private:
    void paragraph(std::string text) { page_.add(detail::base::Paragraph{std::move(text)}); }

    void tests() {
        detail::base::List failures;
        std::size_t failed = 0;
        for (const TestOutcome& test : report_.tests) {
            if (!test.differences.empty()) {
                ++failed;
                add_failure(failures, test);
            }
        }
        if (failed > 0) {
            page_.add(std::move(failures));
        }
        const std::string good = number(report_.tests.size() - failed);
        paragraph(words_("测试：通过 " + good + " 个，未通过 " + number(failed) + " 个",
                         "tests: " + good + " passed, " + number(failed) + " failed"));
    }

    void add_failure(detail::base::List& failures, const TestOutcome& test) const {
        failures.lines.push_back({words_("未通过：", "failed: ") + test.name + " (" +
                                  number(test.place.line) + ':' + number(test.place.column) + ')'});
        for (const TestDifference& each : test.differences) {
            const std::string found = each.found.empty() ? words_("没有", "nothing") : each.found;
            failures.lines.push_back(
                {each.what + words_("：应为 " + each.expected + "，得到 " + found,
                                    ": expected " + each.expected + ", found " + found),
                 2});
            if (!each.why.empty()) {
                failures.lines.push_back({each.why, 4});
            }
        }
    }

    static std::size_t reached(const Coverage& coverage) {
        return static_cast<std::size_t>(
            std::count_if(coverage.points.begin(), coverage.points.end(),
                          [](const CoveragePoint& point) { return point.tests > 0; }));
    }

    /// A row an indicator: what its rule can do, and how many tests reach each.
    void covered() {
        std::size_t all = 0;
        std::size_t some = 0;
        detail::base::Table table{{{}, {}}, true};
        for (const Coverage& each : report_.coverage) {
            all += each.points.size();
            some += reached(each);
            std::string points = number(reached(each)) + '/' + number(each.points.size());
            for (const CoveragePoint& point : each.points) {
                points += "  " + point.what + words_(" ×", " x") + number(point.tests);
            }
            table.add(name(each), std::move(points));
        }
        page_.add(detail::base::Heading{
            2, words_("覆盖：" + number(all) + " 处中 " + number(some) + " 处",
                      "coverage: " + number(some) + " of " + number(all)) +
                   words_("（表达式内部不计）", " (not inside expressions)")});
        page_.add(std::move(table));
        for (const Coverage& each : report_.coverage) {
            uncovered(each);
        }
    }

    void uncovered(const Coverage& coverage) {
        for (const CoveragePoint& point : coverage.points) {
            if (point.tests == 0) {
                paragraph(words_("未到达：", "not reached: ") + name(coverage) + ": " + point.what);
            }
        }
    }

    [[nodiscard]] std::string name(const Coverage& coverage) const {
        return coverage.id.empty() ? words_("全部", "the whole") : coverage.name;
    }

    void mutation() {
        const std::size_t killed = count(report_, MutantFate::killed);
        const std::size_t survived = count(report_, MutantFate::survived);
        const std::size_t accepted = count(report_, MutantFate::accepted);
        const std::string all = number(killed + survived + accepted);
        page_.add(detail::base::Note{
            words_("变异：" + all + " 个，发现 " + number(killed) + "，存活 " + number(survived) +
                       "，经论证等价 " + number(accepted) + "；另有不改变得分 " +
                       number(count(report_, MutantFate::same)) + "、不成标准 " +
                       number(count(report_, MutantFate::stillborn)),
                   "mutants: " + all + ", killed " + number(killed) + ", survived " +
                       number(survived) + ", argued to be equivalent " + number(accepted) +
                       "; besides, the same " + number(count(report_, MutantFate::same)) +
                       ", stillborn " + number(count(report_, MutantFate::stillborn)))});
        detail::base::List left;
        for (const Mutant& mutant : report_.mutants) {
            if (mutant.fate == MutantFate::survived) {
                left.lines.push_back({words_("存活：", "survived: ") + mutant.name});
                left.lines.push_back(
                    {mutant.pointer + (mutant.note.empty() ? "" : " — " + mutant.note), 4});
            }
        }
        for (const std::string& each : report_.stale) {
            left.lines.push_back(
                {words_("等价之说不成立（没有此变异体，或有数据可以区分）：",
                        "argued in vain (no such mutant, or facts can tell it): ") +
                 each});
        }
        page_.add(std::move(left));
    }

    const TestReport& report_;
    Words words_;
    detail::base::Page page_;
};

} // namespace

std::string to_text(const TestReport& report, bool coverage) {
    return detail::base::to_text(TestPage{report}.run(coverage));
}

} // namespace heng
