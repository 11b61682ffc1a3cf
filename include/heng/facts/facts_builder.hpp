// SPDX-License-Identifier: Apache-2.0
//
// Facts from figures in hand, without JSON.
//
//     FactsBuilder builder{rubric};
//     builder.unit(MoneyUnit::wan_yuan).subject("广州市某局", 2023);
//     builder.set("budget.annual", 527470.55_dec).set("budget.executed", "522688.65");
//     builder.set(builder.append("contracts") + ".signed_late", true);
//     builder.assess("asset.compliance", "1.5", "台账不全").evidence("asset.compliance", "盘点表");
//     builder.in_unit("某中心").unit(MoneyUnit::yuan).set("budget.annual", "62470000");
//     Result<Facts> facts = builder.finish();
//
// A path is that of an input of the rubric; a field of a record is "contracts[0].signed_late",
// where the rows of a list are set in their order. Values are read as the JSON reader reads them: a
// text as a string (and "true" and "false" of a boolean input as those), a number as a number,
// exactly. No value is a float. What is set twice has the last value.
//
// A builder may be finished more than once, and changed in between. It may be moved, and belongs to
// one thread at a time. The units of a department (`units` of facts/1) follow its own facts, each
// begun by in_unit.
#pragma once

#include <heng/budget/money.hpp>
#include <heng/document/rubric_document.hpp>
#include <heng/facts/facts.hpp>
#include <heng/limits.hpp>
#include <heng/number/decimal.hpp>
#include <heng/result.hpp>

#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng {

class FactsBuilder {
  public:
    explicit FactsBuilder(RubricDocument rubric);
    FactsBuilder(FactsBuilder&&) noexcept;
    FactsBuilder& operator=(FactsBuilder&&) noexcept;
    ~FactsBuilder();

    /// Sets a fact. O(log n) in the facts of its group. A path that can't be one, or that needs a
    /// value where a group or list stands, or leaves out rows, is an error that finish() and
    /// fault() give: `argument.path`. A path that the rubric does not read is judged as the JSON
    /// reader judges its key.
    FactsBuilder& set(std::string_view path, std::string_view text);
    FactsBuilder& set(std::string_view path, const char* text) {
        return set(path, std::string_view{text});
    }
    FactsBuilder& set(std::string_view path, const Decimal& number);
    template <std::same_as<bool> Truth>
    FactsBuilder& set(std::string_view path, Truth truth) {
        return set_boolean(path, truth);
    }
    template <std::integral Count>
    requires(!std::same_as<Count, bool> &&
             (std::signed_integral<Count> ||
              sizeof(Count) < sizeof(std::int64_t))) FactsBuilder& set(std::string_view path,
                                                                       Count count) {
        return set_whole(path, static_cast<std::int64_t>(count));
    }
    template <std::floating_point Float>
    FactsBuilder& set(std::string_view path, Float number) = delete; // write a Decimal or a text
    FactsBuilder& set(std::string_view path, const std::chrono::year_month_day& day);

    /// Makes a list, empty where it has no rows yet.
    FactsBuilder& list(std::string_view path);
    /// Adds an empty record to a list, which is made where it is not there, and returns its path,
    /// such as "contracts[0]"; "" where that can't be.
    [[nodiscard]] std::string append(std::string_view path);

    /// The score that a person gave to an indicator, and why: a decimal as text.
    FactsBuilder& assess(std::string_view indicator, std::string_view score,
                         std::string_view reason,
                         const std::vector<std::string_view>& evidence = {});
    /// Adds a piece of evidence to a score that was given: `argument.path` where none was.
    FactsBuilder& evidence(std::string_view indicator, std::string_view piece);

    /// From here on everything is set of the department's unit with this name, begun where there is
    /// none yet; units keep the order in which they were begun. "" goes back to the department's
    /// own. O(units).
    FactsBuilder& in_unit(std::string_view name);

    /// Whom the facts are of. In a unit the name replaces the one that it was begun by.
    FactsBuilder& subject(std::string_view name, std::optional<int> year = {});
    /// The unit of money. Needed where money is set; in a unit of the department the department's
    /// stands for one that is not set.
    FactsBuilder& unit(MoneyUnit unit);

    /// The first path that could not be set; none while all could.
    [[nodiscard]] const std::optional<Error>& fault() const;

    /// The facts. Errors: `argument.path`; else those of Facts::parse for a document that says the
    /// same, with their codes and pointers and without line and column. Linear in the facts.
    [[nodiscard]] Result<Facts> finish(const Limits& limits = {},
                                       UnreadFacts unread = UnreadFacts::list) const;

  private:
    struct Built;

    FactsBuilder& set_boolean(std::string_view path, bool truth);
    FactsBuilder& set_whole(std::string_view path, std::int64_t number);

    std::unique_ptr<Built> built_;
};

} // namespace heng
