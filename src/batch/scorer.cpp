// SPDX-License-Identifier: Apache-2.0
#include "base/json/json.hpp"
#include "base/text/width.hpp"
#include "batch/kernel/block.hpp"
#include "batch/kernel/kernel.hpp"
#include "batch/messages.hpp"
#include "batch/plain_scorer.hpp"
#include "batch/row_document.hpp"
#include "document/within_limits.hpp"
#include "facts/loaded_facts.hpp"
#include "feel/calendar.hpp"
#include "scoring/grade.hpp"
#include "scoring/scoring.hpp"

#include <heng/batch/columns.hpp>
#include <heng/batch/scorer.hpp>
#include <heng/facts/facts.hpp>
#include <heng/scoring/scoring.hpp>

#include <gsl/assert>

#include <algorithm>
#include <array>
#include <deque>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace heng::detail::batch {
namespace {

using document::Input;
using document::InputType;
using Kind = Cell::Kind;

constexpr int most_places_of_scores = 9;

Failure refused(std::string_view code, text::Words message, text::Words hint = {}) {
    return Failure{
        text::error_of(Status::invalid_argument, code, std::move(message), std::move(hint))};
}

/// Whether a cell of this kind can be a value of the input.
bool takes(InputType type, Kind kind) {
    switch (kind) {
    case Kind::absent:
        return true;
    case Kind::number:
        return type == InputType::number || type == InputType::money ||
               type == InputType::percent || type == InputType::count;
    case Kind::boolean:
        return type == InputType::boolean;
    case Kind::days:
        return type == InputType::date;
    case Kind::text:
        return type != InputType::list && type != InputType::boolean;
    case Kind::list:
        break;
    }
    return type == InputType::list;
}

/// The index of the grade that a sheet has: of the interval that holds the total, not of the first
/// such name, unless an adjustment lowered it.
std::int32_t grade_of(const Rubric& rubric, const ScoreSheet& sheet) {
    const auto index = scoring::HeldGrades{rubric, sheet}.of(sheet.total);
    return index ? static_cast<std::int32_t>(*index) : -1;
}

} // namespace

/// What a scorer works on. It stays where it is: the kernel points into the rubric.
class OneScorer {
  public:
    OneScorer(RubricDocument rubric, ScorerOptions options)
        : rubric_(options.call.language ? rubric.spoken_in(*options.call.language)
                                        : std::move(rubric)),
          options_(std::move(options)),
          places_(options_.places.value_or(rubric_.rubric().rounding.scale)),
          items_(count_of(rubric_.rubric().indicators)) {
        Expects(!options_.places ||
                (*options_.places >= 0 && *options_.places <= most_places_of_scores));
        kernel_ = kernel::Kernel::of(rubric_.compiled());
        if (kernel_ && !kernel_->is_within(options_.call.most_steps)) {
            kernel_.reset();
        }
        if (kernel_) {
            plain_.emplace(rubric_.compiled(), *kernel_, options_.limits, options_.call.most_steps);
        }
    }

    Result<Total> score(std::string_view text) {
        has_items_ = false;
        if (is_fast() && !is_cancelled() && plain_->score(text)) {
            return taken();
        }
        return by_engine(Facts::parse(rubric_, text, options_.limits));
    }

    Result<Total> score(std::span<const Cell> values) {
        has_items_ = false;
        if (auto fine = check(values); !fine) {
            return Failure{std::move(fine.error())};
        }
        if (is_fast() && !is_cancelled() && plain_->score(values)) {
            return taken();
        }
        const auto text = text_of(values);
        return text ? by_engine(Facts::parse(rubric_, *text, options_.limits))
                    : Result<Total>{Failure{text.error()}};
    }

    [[nodiscard]] std::span<const std::int64_t> items() const {
        return has_items_ ? std::span<const std::int64_t>{items_} : std::span<const std::int64_t>{};
    }
    [[nodiscard]] bool is_fast() const { return plain_.has_value(); }
    [[nodiscard]] const RubricDocument& rubric() const { return rubric_; }

  private:
    /// Then the engine says so.
    [[nodiscard]] bool is_cancelled() const {
        return options_.call.cancelled && options_.call.cancelled();
    }

    Result<Total> taken() {
        for (std::size_t i = 0; i < items_.size(); ++i) {
            items_[i] = scaled(plain_->item(i), plain_->item_fraction(i));
        }
        return total(scaled(plain_->total(), plain_->total_fraction()), plain_->grade());
    }

    /// A score of the kernel in 10^-places; no_score where it has more of them.
    [[nodiscard]] std::int64_t scaled(std::int64_t units,
                                      const std::optional<Ratio>& fraction) const {
        if (units == kernel::no_units) {
            return shown(Points{*fraction});
        }
        const int more = places_ - kernel_->scale();
        if (more < 0) {
            const std::int64_t unit = kernel::power_of_ten(-more);
            return units % unit == 0 ? units / unit : no_score;
        }
        std::int64_t wide = 0;
        const bool fits = !__builtin_mul_overflow(units, kernel::power_of_ten(more), &wide);
        return fits ? wide : no_score;
    }

    Result<Total> by_engine(const Result<Facts>& facts) {
        if (!facts) {
            return Failure{facts.error()};
        }
        const auto sheet = scored(*facts);
        if (!sheet) {
            return Failure{sheet.error()};
        }
        for (const Item& item : sheet->items) {
            if (item.kind != ItemKind::row) {
                items_[item.indicator] = shown(item.score);
            }
        }
        return total(shown(sheet->total), grade_of(rubric_.rubric(), *sheet));
    }

    /// Without sentences, which nobody reads. What units cost is worked out for its limit alone.
    [[nodiscard]] Result<ScoreSheet> scored(const Facts& facts) const {
        if (facts.loaded().units) {
            return heng::score(facts, options_.call);
        }
        return document::as_call(options_.call, [&] {
            return scoring::score_bounded(rubric_.compiled(), facts.loaded(),
                                          options_.call.most_steps);
        });
    }

    [[nodiscard]] std::int64_t shown(const Points& points) const {
        const auto decimal = points.value().decimal_within(places_);
        return decimal ? decimal->rounded(places_).small_coefficient().value_or(no_score)
                       : no_score;
    }

    Result<Total> total(std::int64_t total, std::int32_t grade) {
        if (total == no_score) {
            Error error =
                text::error_of(Status::limit_exceeded, "score.places",
                               say::total_places(std::to_string(places_)), say::ask_for_places);
            return Failure{in_language(std::move(error), rubric_.rubric().language)};
        }
        has_items_ = true;
        return Total{total, places_, grade};
    }

    [[nodiscard]] Result<void> check(std::span<const Cell> values) const {
        const std::vector<Input>& inputs = rubric_.compiled().inputs;
        if (values.size() > inputs.size()) {
            return refused("batch.size", say::too_many_cells(std::to_string(values.size()),
                                                             std::to_string(inputs.size())));
        }
        for (std::size_t i = 0; i < values.size(); ++i) {
            const Cell& cell = values[i];
            const std::string name = text::quoted(inputs[i].path);
            if (!takes(inputs[i].type, cell.kind)) {
                return refused("batch.input",
                               say::not_by_cell(name, document::type_name(inputs[i].type)));
            }
            if (cell.scale < 0 || cell.scale > kernel::most_places ||
                (cell.kind != Kind::number && cell.scale != 0)) {
                return refused("batch.scale", say::cell_scale(name, std::to_string(cell.scale)));
            }
            const bool day = cell.kind != Kind::days || feel::is_day(cell.value);
            const bool truth = cell.kind != Kind::boolean || cell.value == 0 || cell.value == 1;
            if (!day || !truth) {
                return refused("batch.input", say::no_such_cell(name, std::to_string(cell.value)));
            }
        }
        return {};
    }

    /// The facts document that the values stand for.
    [[nodiscard]] Result<std::string> text_of(std::span<const Cell> values) const {
        std::vector<Column> columns;
        std::deque<std::string> days;
        std::vector<std::array<std::int32_t, 2>> ends(values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            const Cell& cell = values[i];
            const std::string& path = rubric_.compiled().inputs[i].path;
            std::string_view text = cell.text;
            if (cell.kind == Kind::days) {
                text = days.emplace_back(feel::date_text(cell.value));
            }
            constexpr std::size_t longest = std::numeric_limits<std::int32_t>::max();
            if (text.size() > std::min(options_.limits.bytes, longest)) {
                return Facts::parse(rubric_, text, options_.limits).map([](const Facts&) {
                    return std::string{};
                }); // says that it is too long
            }
            if (cell.kind == Kind::list) {
                auto list = json::JsonDocument::parse(text, options_.limits);
                if (!list) {
                    return Failure{std::move(list.error())};
                }
            }
            ends[i] = {0, static_cast<std::int32_t>(text.size())};
            if (cell.kind == Kind::number || cell.kind == Kind::boolean) {
                columns.push_back({.input = path, .values = &cell.value, .scale = cell.scale});
            } else if (cell.kind != Kind::absent) {
                columns.push_back({.input = path, .text = text.data(), .offsets = ends[i].data()});
            }
        }
        return RowDocument{rubric_.compiled(), columns}.text(0);
    }

    RubricDocument rubric_;
    ScorerOptions options_;
    int places_;
    std::unique_ptr<const kernel::Kernel> kernel_{};
    std::optional<PlainScorer> plain_{}; ///< where there is a kernel
    std::vector<std::int64_t> items_;
    bool has_items_ = false;
};

} // namespace heng::detail::batch

namespace heng {

Scorer::Scorer(RubricDocument rubric, ScorerOptions options)
    : one_(std::make_unique<detail::batch::OneScorer>(std::move(rubric), std::move(options))) {}
Scorer::Scorer(Scorer&&) noexcept = default;
Scorer& Scorer::operator=(Scorer&&) noexcept = default;
Scorer::~Scorer() = default;

Result<Total> Scorer::score(std::string_view facts) {
    return one_->score(facts);
}
Result<Total> Scorer::score(std::span<const Cell> values) {
    return one_->score(values);
}
std::span<const std::int64_t> Scorer::items() const {
    return one_->items();
}
bool Scorer::is_fast() const {
    return one_->is_fast();
}
const RubricDocument& Scorer::rubric() const {
    return one_->rubric();
}
std::size_t Scorer::most_cells() const {
    return one_->rubric().compiled().inputs.size();
}

} // namespace heng
