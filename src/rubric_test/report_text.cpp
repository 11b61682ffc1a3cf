// SPDX-License-Identifier: Apache-2.0
#include "base/text/speech.hpp"
#include "document/page_in.hpp"
#include "rubric_test/messages.hpp"

#include <heng/rubric_test/rubric_test.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace heng {
namespace {

namespace say = detail::rubric_test::say;

std::string number(std::size_t value) {
    return std::to_string(value);
}

/// The name of what differs, before a ":" and the id of an item, if any.
constexpr std::array<std::pair<std::string_view, detail::text::Sentence>, 7> differing{{
    {"total", say::of_total},
    {"grade", say::of_grade},
    {"error", say::of_error},
    {"scores", say::of_scores},
    {"points", say::of_points},
    {"status", say::of_status},
    {"adjusted", say::of_adjusted},
}};

class TestPage {
  public:
    explicit TestPage(const TestReport& report)
        : report_(report),
          words_{report.language},
          page_{detail::document::page_in(report.language)} {}

    detail::base::Page run(bool coverage) {
        page_.add(detail::base::Heading{
            1, detail::document::title_of(report_.rubric_title, report_.rubric_id)});
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
        paragraph(words_(say::passed(number(report_.tests.size() - failed), number(failed))));
    }

    void add_failure(detail::base::List& failures, const TestOutcome& test) const {
        const std::string place = number(test.place.line) + ':' + number(test.place.column);
        failures.lines.push_back({words_(say::failed(test.name, place))});
        for (const TestDifference& each : test.differences) {
            const std::string found = each.found.empty() ? words_(say::nothing) : each.found;
            failures.lines.push_back(
                {words_(say::difference(label(each.what), each.expected, found)), 2});
            if (!each.why.empty()) {
                failures.lines.push_back({each.why, 4});
            }
        }
    }

    /// The name of the indicator, where there is one; a row has its id alone.
    [[nodiscard]] detail::text::Words label(std::string_view what) const {
        const std::size_t end = std::min(what.find(": "), what.size());
        const std::string_view id = what.substr(std::min(end + 2, what.size()));
        const auto named = std::find_if(report_.coverage.begin(), report_.coverage.end(),
                                        [&](const Coverage& each) { return each.id == id; });
        const std::string quoted = "“" + std::string{id} + "”";
        for (const auto& [kind, sentence] : differing) {
            if (what.substr(0, end) == kind) {
                return sentence(named != report_.coverage.end() ? named->name : quoted);
            }
        }
        return detail::text::same(std::string{what});
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
                if (point.tests > 0) {
                    points += "  " + point.what + words_(say::times(number(point.tests)));
                }
            }
            table.add(name(each), std::move(points));
        }
        page_.add(detail::base::Heading{2, words_(say::covered(number(some), number(all)))});
        page_.add(std::move(table));
        for (const Coverage& each : report_.coverage) {
            uncovered(each);
        }
    }

    void uncovered(const Coverage& coverage) {
        for (const CoveragePoint& point : coverage.points) {
            if (point.tests == 0) {
                paragraph(words_(say::not_reached(name(coverage), point.what)));
            }
        }
    }

    [[nodiscard]] std::string name(const Coverage& coverage) const {
        return coverage.id.empty() ? words_(say::the_whole) : coverage.name;
    }

    void mutation() {
        const std::size_t killed = count(report_, MutantFate::killed);
        const std::size_t survived = count(report_, MutantFate::survived);
        const std::size_t accepted = count(report_, MutantFate::accepted);
        page_.add(detail::base::Note{words_(
            say::mutants(number(killed + survived + accepted), number(killed), number(survived),
                         number(accepted), number(count(report_, MutantFate::same)),
                         number(count(report_, MutantFate::stillborn))))});
        detail::base::List left;
        for (const Mutant& mutant : report_.mutants) {
            if (mutant.fate == MutantFate::survived) {
                left.lines.push_back({words_(say::survived(mutant.name))});
                left.lines.push_back(
                    {mutant.pointer + (mutant.note.empty() ? "" : " — " + mutant.note), 4});
            }
        }
        for (const std::string& each : report_.stale) {
            left.lines.push_back({words_(say::argued_in_vain(each))});
        }
        page_.add(std::move(left));
    }

    const TestReport& report_;
    detail::text::Speech words_;
    detail::base::Page page_;
};

} // namespace

std::string to_text(const TestReport& report, bool coverage) {
    return detail::base::to_text(TestPage{report}.run(coverage));
}

} // namespace heng
