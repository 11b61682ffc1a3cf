// SPDX-License-Identifier: Apache-2.0
#include "document/domains.hpp"
#include "document/target_record.hpp"
#include "document/within_limits.hpp"
#include "feel/session.hpp"
#include "number/curve.hpp"
#include "partial/candidates.hpp"
#include "rule/kind.hpp"
#include "whatif/candidates.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace heng::detail::partial {
namespace {

using document::Input;
using document::InputType;
using facts::LoadedFacts;
using feel::Kind;
using feel::Value;

constexpr std::size_t most_numbers = 60;    ///< candidates of one number
constexpr std::size_t most_texts = 60;      ///< and of one text
constexpr std::size_t most_solved = 1'000;  ///< numbers that a measure was solved for
constexpr std::int64_t steps_an_edge = 8;   ///< in steps of FEEL
constexpr std::int64_t far = 1'000'000'000; ///< where a domain has no end

void sort_unique(std::vector<Ratio>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

Ratio low_end(const Input& input) {
    return input.minimum                    ? Ratio{*input.minimum}
           : input.type == InputType::count ? Ratio{}
                                            : Ratio{-far};
}

Ratio high_end(const Input& input) {
    return input.maximum ? Ratio{*input.maximum} : Ratio{far};
}

std::vector<Candidate> candidates_of(std::vector<Value> values) {
    std::vector<Candidate> candidates;
    for (Value& value : values) {
        candidates.push_back({std::move(value), {}});
    }
    return candidates;
}

/// The fields of a record that are all at one end of what they can be.
Value corner(const Input& list, bool high, unsigned flags) {
    std::vector<feel::Field> fields;
    unsigned nth = 0;
    for (const Input& field : list.of) {
        Value value;
        switch (field.type) {
        case InputType::boolean:
            value = Value::boolean((flags >> nth++ & 1U) != 0);
            break;
        case InputType::text:
            value = Value::text("");
            break;
        case InputType::date:
            value = Value::date(0);
            break;
        case InputType::list:
            value = Value::list({});
            break;
        default:
            value = Value::number(high ? high_end(field) : low_end(field));
        }
        fields.push_back({field.path, std::move(value)});
    }
    return Value::context(std::move(fields));
}

std::vector<Candidate> records(const Input& list) {
    const auto flags =
        static_cast<unsigned>(std::count_if(list.of.begin(), list.of.end(), [](const Input& field) {
            return field.type == InputType::boolean;
        }));
    std::vector<Candidate> candidates{{Value::list({}), {}}};
    for (unsigned set = 0; set < 1U << std::min(flags, 3U); ++set) {
        for (const bool high : {false, true}) {
            for (const std::size_t count : {1U, 2U, 3U, 5U, 10U, 30U}) {
                const unsigned all = flags > 3 && set == 7 ? ~0U : set;
                candidates.push_back(
                    {Value::list(std::vector<Value>(count, corner(list, high, all))), {}});
            }
        }
    }
    return candidates;
}

TargetRow target_row(std::int64_t actual, const Decimal& points, std::string block) {
    TargetRow row;
    row.name = "?";
    row.block = std::move(block);
    row.points = points;
    row.numbers.target = Ratio{1};
    row.numbers.actual = Ratio{actual};
    row.target_text = "1";
    row.actual_text = std::to_string(actual);
    return row;
}

/// Where levels begin and end, and just below.
std::vector<Ratio> level_rates() {
    std::vector<Ratio> rates{Ratio{}, Ratio{1}};
    for (const int edge : {5, 6, 8}) {
        rates.push_back(Ratio{edge, 10});
        rates.push_back(Ratio{edge, 10} - Ratio{1, 1'000'000});
    }
    return rates;
}

/// Each level, at the rates that one of the dialects allows it. A rate that is known stays: the
/// level is what the dialect calls it.
std::vector<Candidate> levels(const Unknown& unknown) {
    std::vector<Candidate> candidates;
    for (const Level level : {Level::met, Level::partly, Level::not_met}) {
        const Value word = Value::text(std::string{document::word_of(level)});
        TargetRow row;
        row.numbers.level = level;
        if (unknown.alone) {
            candidates.push_back({word, {row}});
            continue;
        }
        for (const Ratio& rate : level_rates()) {
            if (range_of(level, Dialect::from_80_60).contains(rate) ||
                range_of(level, Dialect::from_80_50).contains(rate)) {
                row.numbers.rate = rate;
                candidates.push_back({word, {row}});
            }
        }
    }
    return candidates;
}

} // namespace

CandidateMaker::CandidateMaker(const document::CompiledRubric& rubric, const LoadedFacts& facts,
                               const std::vector<Unknown>& unknowns)
    : rubric_(rubric), facts_(facts), unknowns_(unknowns) {
    add_constants();
    collect(IndicatorTree{rubric.rubric.indicators});
    sort_unique(numbers_);
    std::sort(texts_.begin(), texts_.end());
    texts_.erase(std::unique(texts_.begin(), texts_.end()), texts_.end());
    texts_.resize(std::min(texts_.size(), most_texts));
}

void CandidateMaker::add_constants() {
    std::vector<Value> values = rubric_.program.code().constants;
    values.insert(values.end(), facts_.slots.begin(), facts_.slots.end());
    for (const Value& value : values) {
        switch (value.kind()) {
        case Kind::number:
            numbers_.push_back(value.number());
            break;
        case Kind::text:
            texts_.push_back(value.text());
            break;
        case Kind::date:
            days_.push_back(value);
            break;
        default:
            break;
        }
    }
}

void CandidateMaker::add_edges(Term term, std::vector<Ratio> at) {
    sort_unique(at);
    numbers_.insert(numbers_.end(), at.begin(), at.end());
    std::vector<Ratio> between;
    for (std::size_t i = 0; i + 1 < at.size(); ++i) {
        between.push_back((at[i] + at[i + 1]) * Ratio{1, 2});
    }
    if (!at.empty()) {
        between.push_back(at.front() - Ratio{1});
        between.push_back(at.back() + Ratio{1});
    }
    at.insert(at.end(), between.begin(), between.end());
    edges_.push_back(
        {term, std::move(at), rubric_.program.static_reads(rubric_.expression(term).id)});
}

/// The number that a term is, where it reads no fact.
std::optional<Ratio> CandidateMaker::constant(Term term) const {
    const feel::Code& code = rubric_.program.code();
    const feel::Node& root = code.nodes[code.expressions[rubric_.expression(term).id].root];
    const bool number = root.op == feel::Op::constant && code.constants[root.a].is_number();
    return number ? std::optional{code.constants[root.a].number()} : std::nullopt;
}

void CandidateMaker::collect(const IndicatorTree& tree) {
    for (const PlacedIndicator& each_leaf : tree) {
        const Indicator& leaf = *each_leaf;
        if (leaf.is_branch()) {
            continue;
        }
        if (const auto* targets = std::get_if<Targets>(&leaf.rule)) {
            target_points_.push_back(leaf.points);
            dialects_.push_back(targets->dialect);
        } else if (const auto texts = rule::kind_of(leaf.rule).texts) {
            for (std::string& text : texts(leaf.rule)) {
                texts_.push_back(std::move(text));
            }
        } else if (const auto edges = rule::kind_of(leaf.rule).edges) {
            rule::Constants parts;
            for (const Part& part : leaf.parts) {
                parts.push_back(constant(part.term));
            }
            for (rule::Edges& each : edges(leaf, parts)) {
                add_edges(each.part ? leaf.parts[*each.part].term : *leaf.measure,
                          std::move(each.at));
            }
        }
    }
}

bool CandidateMaker::is_number(std::size_t unknown) const {
    const Unknown& each = unknowns_[unknown];
    return each.kind != Unknown::Kind::level && each.declared.type <= InputType::count;
}

/// Those that all dialects allow the level: of many rows no completion has a score where one of
/// them has another.
std::vector<Candidate> CandidateMaker::rates_of(const Unknown& each) const {
    const Value* const word = facts_.slots[each.slot].items()[each.record].find("level");
    std::vector<Ratio> rates = level_rates();
    for (const Level level : {Level::met, Level::partly, Level::not_met}) {
        if (word != nullptr && word->is_text() && word->text() == document::word_of(level)) {
            std::erase_if(rates, [&](const Ratio& rate) {
                return !std::all_of(dialects_.begin(), dialects_.end(), [&](Dialect dialect) {
                    return range_of(level, dialect).contains(rate);
                });
            });
        }
    }
    whatif::Candidates found{document::domain_of(each.declared), most_numbers};
    for (const Ratio& rate : rates.empty() ? level_rates() : rates) {
        found.number(rate);
    }
    return candidates_of(found.take_rising());
}

std::vector<Candidate> CandidateMaker::numbers_of(const Unknown& each) const {
    const Input& input = each.declared;
    if (each.kind == Unknown::Kind::rate) {
        return rates_of(each);
    }
    whatif::Candidates found{document::domain_of(input), most_numbers};
    found.number(low_end(input));
    found.number(high_end(input));
    if (each.kind == Unknown::Kind::assessment) {
        return candidates_of(found.take_rising());
    }
    if (each.kind == Unknown::Kind::actual || each.kind == Unknown::Kind::target) {
        for (const std::string_view other : {"target", "actual"}) {
            const Value* const value = facts_.slots[each.slot].items()[each.record].find(other);
            if (other != each.field && value->is_number()) {
                found.number(value->number());
            }
        }
    }
    for (const Ratio& number : {Ratio{}, Ratio{1}, Ratio{1, 2}}) {
        found.number(number);
    }
    for (const Ratio& number : numbers_) {
        found.number(number);
    }
    return candidates_of(found.take_rising());
}

std::vector<Candidate> CandidateMaker::of(std::size_t unknown) const {
    const Unknown& each = unknowns_[unknown];
    const Input& input = each.declared;
    if (each.kind == Unknown::Kind::level) {
        return levels(each);
    }
    if (is_number(unknown)) {
        return numbers_of(each);
    }
    std::vector<Candidate> candidates;
    if (input.type != InputType::list) {
        std::vector<Value> near{Value::text("-"), Value::date(-25'567), // 1900-01-01
                                Value::date(47'482)};                   // 2100-01-01
        near.insert(near.end(), days_.begin(), days_.end());
        if (each.kind == Unknown::Kind::actual || each.kind == Unknown::Kind::target) {
            const Value& record = facts_.slots[each.slot].items()[each.record];
            for (const std::string_view entry :
                 {document::target_day_entry, document::actual_day_entry}) {
                if (const Value* const day = record.find(entry); day->is_date()) {
                    near.push_back(*day); // the other one, where it is known
                }
            }
            near.push_back(Value::date(document::first_day()));
            near.push_back(Value::date(document::last_day()));
        }
        for (const std::string& text : texts_) {
            near.push_back(Value::text(text));
        }
        whatif::Candidates found{document::domain_of(input), near.size() * 3};
        found.others(input.type, near);
        return candidates_of(found.take());
    }
    if (!input.of_targets) {
        return records(input);
    }
    for (const std::int64_t actual : {1, 0}) {
        for (const Decimal& points : target_points_) {
            std::vector<TargetRow> blocks;
            for (const std::string& text : texts_) {
                blocks.push_back(target_row(actual, points, text));
            }
            candidates.push_back({Value::list({}), {target_row(actual, points, "")}});
            candidates.push_back({Value::list({}), std::move(blocks)});
        }
    }
    candidates.push_back({Value::list({}), {}});
    return candidates;
}

std::vector<Candidate> CandidateMaker::solved(std::size_t unknown, const LoadedFacts& facts,
                                              feel::CallBudget& budget) const {
    const Unknown& each = unknowns_[unknown];
    whatif::Candidates found{document::domain_of(each.declared), most_solved};
    if (each.kind == Unknown::Kind::assessment || !is_number(unknown)) {
        return {};
    }
    const Ratio low = low_end(each.declared);
    const Ratio high = high_end(each.declared);
    const Ratio near = high - low > Ratio{1'000} ? low + Ratio{1'000} : high;
    const auto evaluated = [&](Term term, const Ratio& x) -> std::optional<Ratio> {
        LoadedFacts changed = facts;
        complete(changed, each, {Value::number(x), {}});
        feel::Session session{rubric_.program, changed.slots, budget.limits()};
        const Value value = session.evaluate(rubric_.expression(term).id);
        budget.spend(session.steps_taken() + steps_of_copy(facts));
        return value.is_number() ? std::optional{value.number()} : std::nullopt;
    };
    for (const Edges& edges : edges_) {
        if (budget.is_spent() ||
            !std::binary_search(edges.reads.begin(), edges.reads.end(), each.slot)) {
            continue;
        }
        budget.spend(steps_an_edge * static_cast<std::int64_t>(edges.at.size()));
        // in the whole domain, and in its lower part
        for (const Ratio& end : {high, near}) {
            const Ratio width = end - low;
            std::vector<Curve::Point> points;
            for (const Ratio& part : {Ratio{1, 7}, Ratio{3, 7}, Ratio{6, 7}}) {
                const bool whole = each.declared.type == InputType::count;
                const Ratio x = whole ? (low + width * part).floor() : low + width * part;
                if (const auto y = evaluated(edges.term, x)) {
                    points.push_back({x, *y});
                }
            }
            if (points.size() < 3 || points[0].x == points[1].x || points[1].x == points[2].x) {
                continue;
            }
            constexpr std::int64_t of_curve = 32; // operations on numbers that long
            const std::size_t bits =
                points[0].y.big_bits() + points[1].y.big_bits() + points[2].y.big_bits();
            budget.spend((of_curve + static_cast<std::int64_t>(edges.at.size())) *
                         feel::steps_of_bits(bits));
            const auto curve = Curve::through(points[0], points[1], points[2]);
            for (const Ratio& at : edges.at) {
                const auto x = curve ? curve->x_at(at) : std::nullopt;
                if (x) {
                    found.number(*x);
                }
            }
        }
    }
    return candidates_of(found.take_rising());
}

} // namespace heng::detail::partial
