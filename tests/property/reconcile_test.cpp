// SPDX-License-Identifier: Apache-2.0
//
// What reconcile says of random reports: of consistent ones nothing, and of one printed figure
// with a wrong digit that figure alone.
#include <heng/number/ratio.hpp>
#include <heng/reconcile/reconcile.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace heng;

namespace {

/// xorshift64: the same numbers everywhere.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_{seed * 2 + 1} {}

    std::uint64_t below(std::uint64_t bound) {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return (state_ >> 11) % bound;
    }
    /// An amount of two places, above 0.
    Ratio amount() { return Ratio{static_cast<std::int64_t>(below(100'000'000) + 1), 100}; }

  private:
    std::uint64_t state_;
};

struct Claimed {
    std::string formula;
    std::string printed;
};

/// A consistent report: its statement, a breakdown, and claims about them.
struct Report {
    explicit Report(Random& random) {
        const Ratio opening = random.amount();
        const Ratio basic = random.amount();
        const Ratio project = random.amount();
        const Ratio transfers = random.amount();
        const Ratio closing = random.amount();
        const Ratio expenditure = basic + project;
        const Ratio total = expenditure + closing;
        const Ratio income = total - opening;
        const Ratio executed = expenditure + transfers;
        const Ratio annual = executed + closing;
        data = R"({"income": {"total": ")" + text(total) + R"(", "current": ")" + text(income) +
               R"("}, "carry_over": {"opening": ")" + text(opening) + R"(", "closing": ")" +
               text(closing) + R"("}, "expenditure": {"total": ")" + text(total) +
               R"(", "current": ")" + text(expenditure) + R"("}, "budget": {"basic": ")" +
               text(basic) + R"(", "project": ")" + text(project) + R"(", "annual": ")" +
               text(annual) + R"(", "executed": ")" + text(executed) + R"(", "transfers": ")" +
               text(transfers) + R"("}, "split": {"total": ")" + text(expenditure) +
               R"(", "parts": {"a": ")" + text(basic) + R"(", "b": ")" + text(project) + R"("}}})";
        claims = {
            {"income.current + carry_over.opening", text(total)},
            {"budget.basic + budget.project", text(expenditure) + " 万元"},
            {"budget.executed / budget.annual", percent(executed / annual)},
            {"carry_over.closing / expenditure.total", percent(closing / total)},
            {"budget.basic / budget.project - 1", percent(basic / project - Ratio{1})},
            {"expenditure.total", Ratio{total / Ratio{10'000}}.rounded(4).to_string() + "亿元"},
            {"split.parts.a + split.parts.b",
             Ratio{expenditure * Ratio{10'000}}.rounded(0).to_string() + "元"},
        };
    }

    static std::string text(const Ratio& amount) { return amount.rounded(2).to_string(); }
    static std::string percent(const Ratio& rate) {
        return (rate * Ratio{100}).rounded(2).to_string() + '%';
    }

    [[nodiscard]] Reconciliation reconciled() const {
        std::string list;
        for (std::size_t i = 0; i < claims.size(); ++i) {
            list += (i == 0 ? "" : ", ") + std::string{R"({"id": ")"} + std::to_string(i) +
                    R"(", "text": "t", "formula": ")" + claims[i].formula + R"(", "printed": ")" +
                    claims[i].printed + R"("})";
        }
        const auto found =
            reconcile(R"({"heng": "claims/1", "claims": [)" + list + "]}",
                      R"({"heng": "facts/1", "unit": "万元", "data": )" + data + '}');
        REQUIRE_MESSAGE(found.has_value(), found.error());
        return *found;
    }

    std::string data;
    std::vector<Claimed> claims;
};

/// Another digit in place of one that is not the first.
void plant(Random& random, std::string& figure) {
    std::vector<std::size_t> digits;
    for (std::size_t i = 0; i < figure.size(); ++i) {
        if (figure[i] >= '0' && figure[i] <= '9') {
            digits.push_back(i);
        }
    }
    char& digit = figure[digits[random.below(digits.size())]];
    digit = static_cast<char>('0' + (digit - '0' + 1 + static_cast<int>(random.below(9))) % 10);
}

} // namespace

TEST_CASE("a consistent report raises nothing, and a wrong digit is found, and nothing else") {
    Random random{20231231};
    for (int i = 0; i < 1'000; ++i) {
        CAPTURE(i);
        Report report{random};
        const Reconciliation sound = report.reconciled();
        CAPTURE(to_text(sound, "claims", "facts"));
        REQUIRE(sound.findings.empty());
        REQUIRE(sound.confirmed.size() == report.claims.size() + 7);

        const std::size_t which = random.below(report.claims.size());
        const std::string was = report.claims[which].printed;
        plant(random, report.claims[which].printed);
        CAPTURE(was);
        const Reconciliation wrong = report.reconciled();
        CAPTURE(to_text(wrong, "claims", "facts"));
        REQUIRE(wrong.findings.size() == 1);
        CHECK(wrong.findings[0].finding.pointer == "/claims/" + std::to_string(which) + "/printed");
        CHECK(wrong.findings[0].finding.expected == was);
        REQUIRE(wrong.findings[0].id == std::to_string(which));
    }
}

TEST_CASE("each remedy mends what it is for") {
    Random random{7};
    int mended = 0;
    for (int i = 0; i < 300; ++i) {
        Report report{random};
        const std::size_t which = random.below(report.claims.size());
        plant(random, report.claims[which].printed);
        const Reconciliation wrong = report.reconciled();
        REQUIRE(wrong.findings.size() == 1);
        for (const Remedy& each : wrong.findings[0].remedies) {
            Report other = report;
            other.claims = {report.claims[which]};
            const std::size_t dot = each.figure.rfind('.');
            const std::string key = '"' + each.figure.substr(dot + 1) + "\": \"";
            const std::string group = '"' + each.figure.substr(0, each.figure.find('.')) + '"';
            const std::size_t at = other.data.find(key, other.data.find(group)) + key.size();
            REQUIRE(other.data.compare(at, each.printed.size(), each.printed) == 0);
            other.data.replace(at, each.printed.size(), each.needed);
            const Reconciliation now = other.reconciled();
            for (const Mismatch& left : now.findings) {
                CHECK(left.document == ReconciledDocument::facts);
            }
            ++mended;
        }
    }
    CHECK(mended > 300);
}
