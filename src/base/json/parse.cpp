// SPDX-License-Identifier: Apache-2.0
//
// Building the tree from Boost.JSON's events: the one file that sees Boost.JSON. Plain texts do not
// come so far: plain_tree.hpp.
//
// basic_parser checks the grammar and decodes strings, and tells no places; so a position of our
// own steps over each token as its event comes, which is safe since the token has been checked.
// Of numbers only the text is used. Boost's parser recurses, so the depth is bounded (Limits).
#include "base/json/json.hpp"
#include "base/json/messages.hpp"
#include "base/json/plain_tree.hpp"
#include "base/json/syntax.hpp"
#include "base/text/excerpt.hpp"
#include "base/text/utf8.hpp"

// The parts of Boost.JSON that are needed are compiled in here, since Debian has no library of it
// beside libboost1.81-dev; in a namespace of another name, so that heng links with a program that
// has a Boost.JSON of its own.
#define json json_in_heng
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/detail/impl/default_resource.ipp>
#include <boost/json/detail/impl/shared_resource.ipp>
#include <boost/json/detail/impl/stack.ipp>
#include <boost/json/impl/error.ipp>
#undef json

#include <algorithm>
#include <limits>
#include <utility>

namespace heng::detail::json {

namespace {

using boost::json_in_heng::error_code;
using boost::json_in_heng::string_view;

constexpr int deepest = 1000;
constexpr std::uint32_t open_end = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t few_members = 12; ///< up to here each key is compared with each

std::string_view plain(string_view text) {
    return {text.data(), text.size()};
}

std::uint32_t narrowed(std::size_t value) {
    return static_cast<std::uint32_t>(value); // the text is below 4 GiB
}

/// Receives the events and fills a store. After an event that returned false, `fault` says why.
class Builder {
  public:
    // names that basic_parser asks for
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    Builder(JsonStore& store, const Limits& limits) : store_{store}, limits_{limits} {}

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_comment_part(string_view, error_code&) { return false; }
    bool on_comment(string_view, error_code&) { return false; }
    bool on_number_part(string_view, error_code&) { return true; }

    bool on_null(error_code&) { return literal(JsonKind::null, 4); }
    bool on_bool(bool value, error_code&) { return literal(JsonKind::boolean, value ? 4 : 5); }

    // what Boost converted the number to does not matter
    bool on_int64(std::int64_t, string_view text, error_code&) { return number(plain(text)); }
    bool on_uint64(std::uint64_t, string_view text, error_code&) { return number(plain(text)); }
    template <class Binary>
    bool on_double(Binary, string_view text, error_code&) {
        return number(plain(text));
    }

    bool on_string_part(string_view part, std::size_t, error_code&) { return keep(part); }
    bool on_key_part(string_view part, std::size_t, error_code&) { return keep(part); }
    bool on_string(string_view last, std::size_t, error_code&) {
        if (!count_child()) {
            return false;
        }
        if (!string(plain(last))) {
            fault_node_ = last_node();
            return false;
        }
        return value_done();
    }
    bool on_key(string_view last, std::size_t, error_code&) {
        const bool done = string(plain(last));
        after_ = JsonAfter::key;
        return done;
    }

    bool on_array_begin(error_code&) { return open(JsonKind::array); }
    bool on_object_begin(error_code&) { return open(JsonKind::object); }
    bool on_array_end(std::size_t, error_code&) { return close(); }
    bool on_object_end(std::size_t, error_code&) { return no_duplicates() && close(); }

    /// Just behind the last token.
    [[nodiscard]] std::size_t reached() const { return at_; }
    [[nodiscard]] JsonProgress progress() const;
    [[nodiscard]] const std::optional<JsonFault>& fault() const { return fault_; }
    /// Of the value that is at fault, or that was expected; else of the innermost open container.
    [[nodiscard]] std::string fault_pointer();

  private:
    [[nodiscard]] std::uint32_t last_node() const { return narrowed(store_.nodes.size() - 1); }
    bool fail(JsonFault fault);
    bool fail(std::string_view code, std::size_t offset, text::Words message, text::Words hint);
    [[nodiscard]] bool value_expected() const;
    void step_to_token();
    JsonNode& add(JsonKind kind, std::size_t size);
    bool count_child();
    bool value_done();
    bool literal(JsonKind kind, std::size_t size);
    bool number(std::string_view text);
    bool number_within_limits(std::string_view text);
    bool keep(string_view part);
    bool string(std::string_view last);
    bool open(JsonKind kind);
    bool close();
    bool no_duplicates();
    bool duplicate(std::uint32_t first, std::uint32_t second);

    JsonStore& store_;
    const Limits& limits_;
    std::size_t at_ = 0;
    JsonAfter after_ = JsonAfter::nothing;
    std::size_t kept_ = 0;            ///< where the string being decoded begins in store.decoded
    std::vector<std::uint32_t> open_; ///< containers, the outermost first
    std::vector<std::uint32_t> keys_; ///< of one object; kept for its memory
    std::optional<JsonFault> fault_;
    std::optional<std::uint32_t> fault_node_; ///< the value that is at fault, if it is in the tree
};

JsonProgress Builder::progress() const {
    return {after_, at_, open_.empty() ? 0 : store_.nodes[open_.back()].offset};
}

std::string Builder::fault_pointer() {
    if (!fault_ && value_expected()) {
        add(JsonKind::null, 0); // stands for the value that did not come
        fault_node_ = last_node();
    }
    return Json{store_, fault_node_ ? *fault_node_ : open_.empty() ? 0 : open_.back()}.pointer();
}

/// Whether what a syntax fault is about stands where a value was expected.
bool Builder::value_expected() const {
    const std::string_view rest = std::string_view{store_.text}.substr(at_);
    const std::size_t next = rest.find_first_not_of(" \t\r\n,");
    const bool comma = rest.substr(0, next).find(',') != std::string_view::npos;
    return after_ == JsonAfter::key ||
           (next != std::string_view::npos &&
            (after_ == JsonAfter::open_array || (after_ == JsonAfter::value_in_array && comma)));
}

bool Builder::fail(JsonFault fault) {
    fault_ = std::move(fault);
    return false;
}

bool Builder::fail(std::string_view code, std::size_t offset, text::Words message,
                   text::Words hint) {
    return fail({std::string{code}, offset, std::move(message), std::move(hint)});
}

/// Over white space, commas and colons: a token comes next.
void Builder::step_to_token() {
    const std::string& text = store_.text;
    while (at_ < text.size() && (text[at_] == ' ' || text[at_] == '\n' || text[at_] == '\r' ||
                                 text[at_] == '\t' || text[at_] == ',' || text[at_] == ':')) {
        ++at_;
    }
}

JsonNode& Builder::add(JsonKind kind, std::size_t size) {
    JsonNode node;
    node.offset = narrowed(at_);
    node.size = narrowed(size);
    node.kind = kind;
    node.has_key = after_ == JsonAfter::key;
    return store_.nodes.emplace_back(node);
}

/// A value begins: its container has one more.
bool Builder::count_child() {
    step_to_token();
    if (open_.empty()) {
        return true;
    }
    // a value of a document that people can use is longer than this, and each takes memory
    constexpr std::size_t least_bytes_a_value = 4;
    constexpr std::size_t least_values = 1'000'000;
    const std::size_t most = std::max(least_values, limits_.bytes / least_bytes_a_value);
    if (store_.nodes.size() > most) {
        return fail("limit.values", at_, say::too_many_values(std::to_string(most)),
                    say::split_bytes);
    }
    JsonNode& container = store_.nodes[open_.back()];
    ++container.size;
    if (container.kind == JsonKind::array && container.size > limits_.rows) {
        return fail(too_many_rows(container.offset, limits_.rows));
    }
    return true;
}

bool Builder::value_done() {
    if (open_.empty()) {
        after_ = JsonAfter::end;
    } else {
        const bool array = store_.nodes[open_.back()].kind == JsonKind::array;
        after_ = array ? JsonAfter::value_in_array : JsonAfter::value_in_object;
    }
    return true;
}

bool Builder::literal(JsonKind kind, std::size_t size) {
    if (!count_child()) {
        return false;
    }
    add(kind, size);
    at_ += size;
    return value_done();
}

bool Builder::number(std::string_view text) {
    if (!count_child()) {
        return false;
    }
    add(JsonKind::number, text.size());
    if (!number_within_limits(text)) {
        fault_node_ = last_node();
        return false;
    }
    at_ += text.size();
    return value_done();
}

bool Builder::number_within_limits(std::string_view text) {
    const std::size_t e = text.find_first_of("eE");
    const auto most_digits = static_cast<std::size_t>(std::max(limits_.digits, 0));
    const std::string_view mantissa = text.substr(0, e);
    if (mantissa.size() > most_digits) {
        const auto is_digit = [](char c) {
            return c >= '0' && c <= '9';
        };
        const bool leading_zero = mantissa.starts_with("0") || mantissa.starts_with("-0");
        const auto written = std::count_if(mantissa.begin(), mantissa.end(), is_digit);
        const std::size_t digits = static_cast<std::size_t>(written) - (leading_zero ? 1U : 0U);
        if (digits > most_digits) {
            return fail(
                "limit.digits", at_,
                say::too_many_digits(std::to_string(digits), std::to_string(limits_.digits)),
                say::fewer_digits);
        }
    }
    if (e == std::string_view::npos) {
        return true;
    }
    std::int64_t exponent = 0;
    for (const char c : text.substr(e + 1)) {
        const bool digit = c >= '0' && c <= '9';
        exponent = digit && exponent <= limits_.exponent ? exponent * 10 + (c - '0') : exponent;
    }
    return exponent <= limits_.exponent ||
           fail("limit.exponent", at_, say::exponent_past(std::to_string(limits_.exponent)),
                say::no_exponent);
}

bool Builder::keep(string_view part) {
    store_.decoded.append(part.data(), part.size());
    return true;
}

/// The rest of a string or key. Without escapes it comes whole, from our own text.
bool Builder::string(std::string_view last) {
    step_to_token();
    const std::string& text = store_.text;
    if (last.data() == text.data() + at_ + 1) {
        add(JsonKind::string, last.size());
        at_ += last.size() + 2;
        return true;
    }
    store_.decoded.append(last);
    const std::string_view decoded = std::string_view{store_.decoded}.substr(kept_);
    JsonNode& node = add(JsonKind::string, decoded.size());
    node.decoded = true;
    node.link = narrowed(kept_);
    if (decoded.find('\0') != std::string_view::npos) {
        return fail(nul_in_string(at_));
    }
    kept_ = store_.decoded.size();
    for (++at_; text[at_] != '"';) {
        at_ += text[at_] == '\\' ? 2U : 1U;
    }
    ++at_;
    return true;
}

bool Builder::open(JsonKind kind) {
    if (!count_child()) {
        return false;
    }
    const int depth = std::min(limits_.depth, deepest);
    if (depth < 0 || open_.size() >= static_cast<std::size_t>(depth)) {
        return fail(too_deep(at_, depth));
    }
    add(kind, 0).link = open_end;
    open_.push_back(last_node());
    ++at_;
    after_ = kind == JsonKind::array ? JsonAfter::open_array : JsonAfter::open_object;
    return true;
}

bool Builder::close() {
    step_to_token();
    ++at_;
    store_.nodes[open_.back()].link = narrowed(store_.nodes.size());
    open_.pop_back();
    return value_done();
}

bool Builder::duplicate(std::uint32_t first, std::uint32_t second) {
    const Place place = PlaceCounter{store_.text}.at(store_.nodes[first].offset);
    const std::string key = text::shortened(store_.text_of(first));
    fault_node_ = second + 1;
    return fail("json.duplicate-key", store_.nodes[second].offset,
                say::key_twice(key, std::to_string(place.line), std::to_string(place.column)),
                say::keep_one);
}

/// The object that ends has each key once.
bool Builder::no_duplicates() {
    const auto text = [this](std::uint32_t key) {
        return store_.text_of(key);
    };
    keys_.clear();
    for (std::uint32_t key = open_.back() + 1; key <= last_node(); key = store_.after(key + 1)) {
        keys_.push_back(key);
    }
    if (keys_.size() <= few_members) {
        for (std::size_t i = 1; i < keys_.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (text(keys_[i]) == text(keys_[j])) {
                    return duplicate(keys_[j], keys_[i]);
                }
            }
        }
        return true;
    }
    std::sort(keys_.begin(), keys_.end(), [&](std::uint32_t a, std::uint32_t b) {
        const int order = text(a).compare(text(b));
        return order != 0 ? order < 0 : a < b;
    });
    std::size_t second = 0; // in keys_, of the duplicate that comes first in the text
    for (std::size_t i = 1; i < keys_.size(); ++i) {
        if (text(keys_[i]) == text(keys_[i - 1]) && (second == 0 || keys_[i] < keys_[second])) {
            second = i;
        }
    }
    return second == 0 || duplicate(keys_[second - 1], keys_[second]);
}

} // namespace

std::optional<Error> read_tree(JsonStore& store, const Limits& limits) {
    boost::json_in_heng::parse_options options;
    options.max_depth = deepest + 1; // the builder refuses what is deeper than the limit
    boost::json_in_heng::basic_parser<Builder> parser{options, store, limits};
    error_code code;
    parser.write_some(false, store.text.data(), store.text.size(), code);

    Builder& builder = parser.handler();
    std::optional<JsonFault> fault = builder.fault();
    const auto rest = std::string_view{store.text}.substr(builder.reached());
    if (!fault && (code || rest.find_first_not_of(" \t\r\n") != std::string_view::npos)) {
        fault = json_fault(store.text, builder.progress());
    }
    return fault ? std::optional{error_of(*fault, store.text, builder.fault_pointer())}
                 : std::nullopt;
}

Result<JsonDocument> JsonDocument::parse(std::string_view text, const Limits& limits) {
    Result<JsonDocument> parsed = parse_in_english(text, limits);
    if (!parsed && limits.language) {
        return Failure{in_language(std::move(parsed.error()), *limits.language)};
    }
    return parsed;
}

Result<JsonDocument> JsonDocument::parse_in_english(std::string_view text, const Limits& limits) {
    if (auto error = too_many_bytes(text.size(), limits)) {
        return Failure{*std::move(error)};
    }
    if (const auto fault = json_fault_at_start(text)) {
        return Failure{error_of(*fault, text, "")};
    }
    auto store = std::make_shared<JsonStore>();
    store->text = text;
    store->nodes.reserve(std::min<std::size_t>(text.size() / 8, 65'536) + 4);
    if (!read_plain_tree(*store, limits)) {
        store->nodes.clear();
        if (auto error = read_tree(*store, limits)) {
            return Failure{std::move(*error)};
        }
    }
    return JsonDocument{std::move(store)};
}

} // namespace heng::detail::json
