// SPDX-License-Identifier: Apache-2.0
#include "base/figure_text.hpp"
#include "base/json/advice.hpp"
#include "base/text/pointer.hpp"
#include "base/text/utf8.hpp"
#include "base/written_figure.hpp"
#include "reconcile/figures.hpp"
#include "reconcile/messages.hpp"

#include <heng/number/percent.hpp>

#include <algorithm>
#include <utility>

namespace heng::detail::reconcile {
namespace {

using feel::Type;
using feel::TypeKind;
using feel::Value;
using json::Json;
using json::JsonKind;
using json::ObjectReader;
using json::Reader;

Type type_of(const Value& value) {
    switch (value.kind()) {
    case feel::Kind::boolean:
        return Type{TypeKind::boolean};
    case feel::Kind::number:
        return Type{TypeKind::number};
    case feel::Kind::text:
        return Type{TypeKind::text};
    case feel::Kind::list: {
        Type element{TypeKind::null};
        for (const Value& item : value.items()) {
            element = element.joined(type_of(item));
        }
        return Type::list_of(element);
    }
    case feel::Kind::context: {
        std::vector<feel::TypeField> fields;
        for (const feel::Field& field : value.fields()) {
            fields.push_back({field.name, type_of(field.value)});
        }
        return Type::record(std::move(fields));
    }
    default:
        return Type{};
    }
}

class FiguresReader {
  public:
    FiguresReader(Figures& figures, const Limits& limits) : figures_{figures}, limits_{limits} {}

    /// `named`: a formula can name what is in it.
    void group(const Reader& reader, bool named) {
        for (const Reader member : reader.members()) {
            const std::string_view key = member.key();
            const bool is_named = named && !key.empty() && key.find('.') == std::string_view::npos;
            const std::size_t above = path_.size();
            const std::size_t pointer_above = pointer_.size();
            path_.append(path_.empty() ? "" : ".").append(key);
            pointer_.append("/").append(text::pointer_token(key));
            if (member.is(JsonKind::object)) {
                group(member, is_named);
            } else if (counts(member, above) && is_named) {
                add(member);
            }
            path_.resize(above);
            pointer_.resize(pointer_above);
        }
    }

  private:
    /// Whether there is room for the path of one more: it repeats the `above` bytes of the keys
    /// that it is under, and one long key may stand above many figures.
    bool counts(const Reader& member, std::size_t above) {
        constexpr std::size_t most_repeated = 8UL * 1024 * 1024;
        repeated_ += above;
        if (repeated_ <= most_repeated) {
            return true;
        }
        if (!too_long_) {
            too_long_ = true;
            member.problem("limit.bytes", say::paths_too_long(std::to_string(most_repeated)),
                           say::shorten_keys);
        }
        return false;
    }

    void add(const Reader& member) {
        if (figures_.list.size() < limits_.rows) {
            const Json json = member.json();
            Value value = value_of(json);
            figures_.scope.add_input(path_, type_of(value));
            figures_.slots.push_back(std::move(value));
            figures_.list.push_back(
                {path_, json, fact_number(json, limits_, figures_.unit), pointer_});
        } else if (!full_) {
            full_ = true;
            member.problem("limit.rows", say::too_many_figures);
        }
    }

    [[nodiscard]] Value value_of(Json json) const {
        switch (json.kind()) {
        case JsonKind::null:
            return Value::null();
        case JsonKind::boolean:
            return Value::boolean(json.boolean());
        case JsonKind::number:
        case JsonKind::string: {
            const auto number = fact_number(json, limits_, figures_.unit);
            return number ? Value::number(number->value) : Value::text(std::string{json.text()});
        }
        case JsonKind::array: {
            std::vector<Value> items;
            for (const Json item : json.children()) {
                items.push_back(value_of(item));
            }
            return Value::list(std::move(items));
        }
        case JsonKind::object:
            break;
        }
        std::vector<feel::Field> fields;
        for (const Json member : json.children()) {
            if (!json::is_ignored_key(member.key())) {
                fields.push_back({std::string{member.key()}, value_of(member)});
            }
        }
        return Value::context(std::move(fields));
    }

    Figures& figures_;
    const Limits& limits_;
    std::string path_{}; ///< of the member that is looked at
    std::string pointer_{"/data"};
    std::size_t repeated_ = 0; ///< bytes of keys in the paths so far, but for the last of each
    bool full_ = false;
    bool too_long_ = false;
};

void read_unit(const Reader& unit, Figures& figures) {
    const auto written = unit.text();
    if (!written) {
        return;
    }
    figures.unit = money_unit_from(*written);
    if (!figures.unit) {
        unit.problem("unit", say::unknown_money_unit(*written), say::money_units);
    }
}

} // namespace

namespace {

/// A certain figure in digits that is no plain decimal.
std::optional<FactNumber> written_number(Json json, const NumberLimits& limits,
                                         std::optional<MoneyUnit> unit) {
    if (!json.is(JsonKind::string)) {
        return std::nullopt;
    }
    const auto figure = base::read_figure(json.text(), limits);
    if (!figure || !figure->is_certain() || figure->spelled) {
        return std::nullopt;
    }
    const int shown = figure->number.scale() - figure->power;
    if (figure->family == base::Family::share && figure->power != 0) {
        return FactNumber{figure->value(), shown - 2, true};
    }
    if (figure->family == base::Family::none && figure->power == 0) {
        return FactNumber{figure->value(), shown, false};
    }
    if (figure->family == base::Family::money && unit) {
        const Ratio one = convert(Ratio{1}, *unit, MoneyUnit::yuan);
        int places = shown;
        for (Ratio rest = one; rest > Ratio{1}; rest = rest / Ratio{10}) {
            ++places;
        }
        return places < 0 ? std::nullopt
                          : std::optional{FactNumber{figure->value() / one, places, false}};
    }
    return std::nullopt;
}

} // namespace

std::optional<FactNumber> fact_number(Json json, const Limits& limits,
                                      std::optional<MoneyUnit> unit) {
    if (!json.is(JsonKind::number) && !json.is(JsonKind::string)) {
        return std::nullopt;
    }
    std::string_view text = json.text();
    const bool percent = json.is(JsonKind::string) && text.ends_with('%');
    if (percent) {
        text.remove_suffix(1);
    }
    const auto number = Decimal::parse(text, NumberLimits{limits.digits, limits.exponent});
    if (!number) {
        return written_number(json, {limits.digits, limits.exponent}, unit);
    }
    return FactNumber{percent ? *number / Decimal{100} : Ratio{*number}, number->scale(), percent};
}

std::string shown_like(const FactNumber& like, const Ratio& value) {
    return like.percent ? Percent::of(value).to_string(like.places)
                        : value.rounded(like.places).to_string();
}

const Figure* Figures::find_number(std::string_view path) const {
    const feel::Scope::Found found = scope.find(path);
    if (found.meaning != feel::Scope::Meaning::slot || !list[found.index].number) {
        return nullptr;
    }
    return &list[found.index];
}

std::optional<FactNumber> number_at(Json data, std::string_view path, const Limits& limits) {
    std::optional<Json> at = data;
    for (std::size_t start = 0; at && start <= path.size();) {
        const std::size_t end = std::min(path.find('.', start), path.size());
        at = at->find(path.substr(start, end - start));
        start = end + 1;
    }
    return at ? fact_number(*at, limits) : std::nullopt;
}

Figures read_figures(const Reader& root) {
    Figures figures;
    if (!root.has_heng()) {
        return figures;
    }
    const ObjectReader object = root.object(
        "a facts document", {"heng", "subject", "unit", "data", "assessed", "published", "units"});
    read_unit(object.optional("unit"), figures);
    const Reader data = object.required("data", "missing");
    if (data.is_present()) {
        figures.data = data.json();
        FiguresReader{figures, root.problems().limits()}.group(data, true);
    }
    return figures;
}

namespace {

constexpr std::size_t longest_figure = 200; ///< a longer text is no figure

bool looks_like_figure(Json json) {
    return json.is(JsonKind::string) && json.text().size() <= longest_figure &&
           base::has_digit(json.text());
}

/// Whether a name may go on with it: 预算 is not in 预算数, and x not in x.y.
bool is_of_name(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80U || c == '_' || c == '.' || (c >= '0' && c <= '9') ||
           ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z');
}

bool names(std::string_view formula, std::string_view path) {
    for (std::size_t at = formula.find(path); at != std::string_view::npos;
         at = formula.find(path, at + 1)) {
        const std::size_t behind = at + path.size();
        if ((at == 0 || !is_of_name(formula[at - 1])) &&
            (behind == formula.size() || !is_of_name(formula[behind]))) {
            return true;
        }
    }
    return false;
}

/// Advises what to write instead of a text, in both languages.
text::Words advice_for(std::string_view text, std::optional<MoneyUnit> unit) {
    constexpr std::string_view write = "write ";
    const auto figure = base::read_figure(text);
    const auto kind = !figure                                 ? json::NumberKind::number
                      : figure->family == base::Family::money ? json::NumberKind::money
                      : figure->family == base::Family::share ? json::NumberKind::percent
                                                              : json::NumberKind::number;
    const std::string advice = json::number_advice(text, {kind, unit}).en;
    const std::size_t end = advice.find(' ', write.size());
    if (!figure || !advice.starts_with(write) || advice.starts_with("write a ")) {
        return say::write_alone;
    }
    return say::write_it(advice.substr(write.size(), end - write.size()));
}

} // namespace

TextFigures::TextFigures(const Figures& figures) : unit_{figures.unit} {
    for (const Figure& each : figures.list) {
        if (!each.number && looks_like_figure(each.json)) {
            list_.push_back({each.path, each.path, each.json.text()});
        }
        if (!each.json.is(JsonKind::array)) {
            continue;
        }
        std::size_t place = 0;
        for (const Json item : each.json.children()) {
            ++place;
            if (looks_like_figure(item) && !fact_number(item, {}, unit_)) {
                list_.push_back(
                    {each.path, each.path + '[' + std::to_string(place) + ']', item.text()});
                break;
            }
        }
    }
}

std::optional<text::Words> TextFigures::first_in(std::string_view formula) const {
    for (const TextFigure& each : list_) {
        if (names(formula, each.path)) {
            return say::is_text(each.shown, text::shortened(each.text),
                                advice_for(each.text, unit_));
        }
    }
    return std::nullopt;
}

} // namespace heng::detail::reconcile
