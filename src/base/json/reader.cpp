// SPDX-License-Identifier: Apache-2.0
#include "base/json/advice.hpp"
#include "base/json/declared.hpp"
#include "base/json/messages.hpp"
#include "base/json/reader.hpp"
#include "base/text/nearest.hpp"
#include "base/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace heng::detail::json {

namespace {

constexpr std::size_t most_listed = 12;    ///< words in a hint
constexpr std::size_t most_compared = 500; ///< problems, after which nearest words are not sought
constexpr std::size_t many_members = 24;   ///< of an object, which are then found by their order

text::Words quoted(std::string_view text) {
    return say::in_quotes(text::shortened(text));
}

/// `did you mean "x"? One of: x, y, z`
text::Words hint_for(const std::string& nearest, std::span<const std::string_view> known) {
    const text::Words question = text::question(nearest);
    if (known.empty() || known.size() > most_listed) {
        return question;
    }
    const text::Words list = text::listed(known);
    return question.empty() ? say::one_of(list) : say::question_or(question, list);
}

/// `a number (12)`, `a list`
text::Words described_value(Json value) {
    const text::Words found = described(value.kind());
    const bool shown = value.is(JsonKind::string) || value.is(JsonKind::number);
    return shown ? say::of_value(found, text::shortened(value.text())) : found;
}

NumberKind kind_of(std::string_view name, bool percent) {
    return percent ? NumberKind::percent : name == "count" ? NumberKind::count : NumberKind::number;
}

bool is_before(Json a, Json b) {
    return a.key() < b.key();
}

struct DeclaredKeys {
    const declared::Value& object;

    [[nodiscard]] bool contains(std::string_view key) const { return object.find(key) != nullptr; }
    [[nodiscard]] std::vector<std::string_view> keys() const { return keys_of(object); }
};

struct ListedKeys {
    std::span<const std::string_view> listed;

    [[nodiscard]] bool contains(std::string_view key) const {
        return std::find(listed.begin(), listed.end(), key) != listed.end();
    }
    [[nodiscard]] std::span<const std::string_view> keys() const { return listed; }
};

/// A fact by its label, or a record by its number and title.
text::Words whole_of(const Name& name) {
    const text::Words own = say::in_quotes(name.own);
    if (!name.record) {
        return own;
    }
    const std::string number = std::to_string(*name.record + 1);
    return name.title.empty() ? say::record_of(number, own)
                              : say::titled_record(number, own, text::shortened(name.title));
}

bool is_whole(const Decimal& value) {
    return value.rounded(0) == value;
}

/// Says why there is no "heng": misspelt, inside another object, or left out.
void without_heng(const Reader& root, const std::string& wanted) {
    constexpr std::size_t longest_key = 8; // of one that may be meant
    for (const Json member : root.json().children()) {
        const std::string_view key = member.key();
        if (member.is(JsonKind::string) && key.size() <= longest_key &&
            !text::nearest(key, std::array{std::string_view{"heng"}}).empty()) {
            Reader{member, root.problems()}.problem_at_key("heng", say::heng_misspelt(quoted(key)),
                                                           say::write_heng(wanted));
            return;
        }
        if (member.find("heng")) {
            Reader{member, root.problems()}.problem_at_key("heng", say::heng_inside(quoted(key)),
                                                           say::own_document(quoted(key)));
            return;
        }
    }
    root.problem("heng", say::no_heng, say::write_heng_on_top(wanted));
}

/// Says what the document is instead, "claims/1" for one.
void other_heng(const Reader& heng, std::string_view kind, const std::string& wanted) {
    const std::string_view written = heng.json().text();
    const std::string_view name = written.substr(0, written.find('/'));
    const text::Words advice = say::write_word(wanted);
    const text::Words key = say::in_quotes("heng");
    if (!heng.is(JsonKind::string)) {
        heng.problem("heng", say::must_be(key, wanted, described_value(heng.json())), advice);
    } else if (name == kind) {
        heng.problem("heng", say::other_version(kind, text::shortened(written)), advice);
    } else if (const text::Words other = say::document_kind(name); !other.empty()) {
        heng.problem("heng", say::other_kind(other, say::document_kind(kind)));
    } else {
        heng.problem("heng", say::must_be(key, wanted, quoted(written)), advice);
    }
}

} // namespace

std::vector<std::string_view> keys_of(const declared::Value& object) {
    std::vector<std::string_view> keys;
    for (const declared::Field& field : object.fields) {
        keys.push_back(field.key);
    }
    return keys;
}

KnownKeys::KnownKeys(std::vector<std::string_view> keys) : keys_{std::move(keys)}, sorted_{keys_} {
    std::sort(sorted_.begin(), sorted_.end());
}

bool KnownKeys::contains(std::string_view key) const {
    return std::binary_search(sorted_.begin(), sorted_.end(), key);
}

std::string_view Reader::key() const {
    return value_ ? value_->key() : std::string_view{};
}

Reader Reader::named(const Name& name) const {
    Reader reader{*this};
    reader.name_ = &name;
    reader.in_named_ = false;
    return reader;
}

text::Words Reader::subject() const {
    if (name_ != nullptr) {
        const text::Words whole = whole_of(*name_);
        return in_named_ ? say::member_of(name_->member(value_->key(), name_->of), whole) : whole;
    }
    if (!value_ || value_->is_root()) {
        return say::the_document;
    }
    return value_->has_key() ? quoted(value_->key()) : say::this_element();
}

void Reader::problem(std::string_view name, text::Words message, text::Words hint) const {
    if (value_) {
        problems_->add(*value_, name, std::move(message), std::move(hint));
    }
}

void Reader::problem_at_key(std::string_view name, text::Words message, text::Words hint) const {
    if (value_) {
        problems_->add_at_key(*value_, name, std::move(message), std::move(hint));
    }
}

void Reader::problem_inside(std::size_t inside, std::size_t length, std::string_view name,
                            text::Words message, text::Words hint) const {
    if (value_) {
        problems_->add_inside(*value_, inside, length, name, std::move(message), std::move(hint));
    }
}

/// Whether there is a value of this kind; one of another kind is a problem.
bool Reader::expect(JsonKind kind, const text::Words& wanted) const {
    if (!value_ || value_->is(kind)) {
        return value_.has_value();
    }
    problem("type", say::must_be(subject(), wanted, described_value(*value_)),
            value_->is(JsonKind::null) ? say::leave_key_out() : text::Words{});
    return false;
}

std::optional<std::string_view> Reader::text() const {
    return expect(JsonKind::string, say::string) ? std::optional{value_->text()} : std::nullopt;
}

std::optional<bool> Reader::boolean() const {
    return expect(JsonKind::boolean, say::true_or_false) ? std::optional{value_->boolean()}
                                                         : std::nullopt;
}

std::optional<Decimal> Reader::number(std::string_view name, bool percent) const {
    if (!is(JsonKind::string) && !expect(JsonKind::number, say::number)) {
        return std::nullopt;
    }
    const Limits& limits = problems_->limits();
    std::string_view written = value_->text();
    const bool hundredths = percent && written.ends_with('%');
    written.remove_suffix(hundredths ? 1 : 0);
    auto value =
        Decimal::parse(written, {std::max(limits.digits, 0), std::max(limits.exponent, 0)});
    if (value && hundredths) {
        if (value->scale() + 2 <= max_scale) {
            return *value * Decimal{1, 2};
        }
        value = tl::unexpected(ParseFault{NumberFault::too_large, 0});
    }
    if (value) {
        return *std::move(value);
    }
    switch (value.error().fault) {
    case NumberFault::too_many_digits:
        problem("limit.digits", say::more_digits(subject(), std::to_string(limits.digits)));
        break;
    case NumberFault::exponent_out_of_range:
        problem("limit.exponent", say::exponent_of(subject(), std::to_string(limits.exponent)));
        break;
    case NumberFault::too_large:
        problem("limit.exponent", say::out_of_reach(subject()));
        break;
    default:
        problem(name, say::no_number(subject(), quoted(value_->text())),
                number_advice(value_->text(), {kind_of(name, percent)}));
    }
    return std::nullopt;
}

std::optional<Decimal> Reader::decimal() const {
    return number("number", false);
}

std::optional<Decimal> Reader::percent() const {
    return number("percent", true);
}

std::optional<Decimal> Reader::count() const {
    auto value = number("count", false);
    if (value && (value->sign() < 0 || !is_whole(*value))) {
        problem("count", say::whole_from_zero(subject(), text::shortened(value_->text())));
        return std::nullopt;
    }
    return value;
}

std::optional<std::int64_t> Reader::whole(std::int64_t low, std::int64_t high,
                                          std::string_view name) const {
    const auto value = number(name, false);
    if (!value) {
        return std::nullopt;
    }
    if (!is_whole(*value) || *value < Decimal{low} || *value > Decimal{high}) {
        problem(name, say::whole_between(subject(), std::to_string(low), std::to_string(high),
                                         text::shortened(value_->text())));
        return std::nullopt;
    }
    return value->rounded(0).small_coefficient();
}

std::optional<std::int64_t> Reader::whole(std::string_view name) const {
    return whole(declared_->least, declared_->most, name);
}

std::optional<std::string_view> Reader::date() const {
    if (is(JsonKind::number)) {
        problem("type", say::no_date(subject(), quoted(value_->text())),
                date_advice(value_->text()));
        return std::nullopt;
    }
    const auto written = text();
    if (written && !is_date(*written)) {
        problem("date", say::no_date(subject(), quoted(*written)), date_advice(*written));
        return std::nullopt;
    }
    return written;
}

void Reader::unknown_word(std::span<const std::string_view> known) const {
    const bool compare = problems_->size() < most_compared;
    const std::string nearest = compare ? text::nearest(value_->text(), known) : "";
    problem("word", say::no_word(subject(), quoted(value_->text())), hint_for(nearest, known));
}

Reader Reader::peek(std::string_view key) const {
    const declared::Field* field = declared_ == nullptr ? nullptr : declared_->find(key);
    return {value_ ? value_->find(key) : std::nullopt, *problems_,
            field == nullptr ? nullptr : field->value};
}

std::optional<std::size_t> Reader::word_place() const {
    const auto written = text();
    if (!written) {
        return std::nullopt;
    }
    std::vector<std::string_view> known;
    for (const std::string_view word : declared_->words) {
        if (word == *written) {
            return known.size();
        }
        known.push_back(word);
    }
    unknown_word(known);
    return std::nullopt;
}

ObjectReader Reader::object() const {
    const declared::Value* object = declared_as(declared::Form::object);
    assert(object != nullptr && "a value that is declared as an object");
    ObjectReader read = object_of(object->what, DeclaredKeys{*object});
    read.declared_ = object;
    return read;
}

ObjectReader Reader::object(std::string_view what,
                            std::initializer_list<std::string_view> known) const {
    return object(what, std::span{known.begin(), known.size()});
}

ObjectReader Reader::object(std::string_view what, std::span<const std::string_view> known) const {
    return object_of(what, ListedKeys{known});
}

ObjectReader Reader::object(std::string_view what, const KnownKeys& known) const {
    return object_of(what, known);
}

template <class Known>
ObjectReader Reader::object_of(std::string_view what, const Known& known) const {
    if (!expect(JsonKind::object, say::object)) {
        return {Reader{std::nullopt, *problems_}, what};
    }
    ObjectReader object{*this, what};
    const bool many = value_->size() > many_members;
    for (const Json member : value_->children()) {
        const std::string_view key = member.key();
        if (many) {
            object.by_key_.push_back(member);
        }
        if (is_ignored_key(key) || known.contains(key)) {
            continue;
        }
        const bool compare = problems_->size() < most_compared;
        const auto& keys = known.keys();
        std::string nearest = compare ? text::nearest(key, keys) : "";
        problems_->add_at_key(member, "unknown-key", say::unknown_key(quoted(key), say::noun(what)),
                              hint_for(nearest, keys));
        if (!nearest.empty()) {
            object.misspelt_.push_back(std::move(nearest));
        }
    }
    std::sort(object.by_key_.begin(), object.by_key_.end(), is_before);
    return object;
}

const declared::Value* Reader::declared_as(declared::Form form) const {
    const declared::Value* value = declared_;
    if (value != nullptr && value->form == declared::Form::narrowed) {
        value = value->of;
    }
    if (value != nullptr && value->form == declared::Form::either) {
        const auto found =
            std::find_if(value->choices.begin(), value->choices.end(),
                         [form](const declared::Value* choice) { return choice->form == form; });
        value = found == value->choices.end() ? nullptr : *found;
    }
    return value != nullptr && value->form == form ? value : nullptr;
}

ReaderRange Reader::members() const {
    const bool object = expect(JsonKind::object, say::object);
    const declared::Value* map = declared_as(declared::Form::map);
    return {object ? value_ : std::nullopt, *problems_, map == nullptr ? nullptr : map->of};
}

ReaderRange Reader::elements() const {
    const bool list = expect(JsonKind::array, say::list);
    const declared::Value* declared = declared_as(declared::Form::list);
    return {list ? value_ : std::nullopt, *problems_, declared == nullptr ? nullptr : declared->of};
}

bool Reader::has_heng() const {
    if (!expect(JsonKind::object, say::object)) {
        return false;
    }
    const std::string_view kind = problems_->kind().name;
    const std::string written = std::string{kind} + "/1";
    const Reader heng = peek("heng");
    if (!heng.is_present()) {
        without_heng(*this, "\"" + written + "\"");
        return false;
    }
    if (!heng.is(JsonKind::string) || heng.json().text() != written) {
        other_heng(heng, kind, "\"" + written + "\"");
        return false;
    }
    return true;
}

} // namespace heng::detail::json
