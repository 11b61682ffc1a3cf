// SPDX-License-Identifier: Apache-2.0
//
// The facts stand as a tree of groups, lists and values until they are finished: then the tree is
// written as a document in memory, which is read as any other, so that its mistakes are told alike.
#include "base/json/no_limits.hpp"
#include "base/json/writer.hpp"
#include "base/text/messages.hpp"
#include "base/text/utf8.hpp"
#include "document/compiled_rubric.hpp"

#include <heng/facts/facts_builder.hpp>

#include <charconv>
#include <map>
#include <span>
#include <utility>
#include <variant>

namespace heng::detail::facts {

/// A value as JSON has it: a string, or a number or boolean as it is written.
struct Scalar {
    std::string text;
    bool quoted = true;
};

struct BuiltNode {
    using Members = std::map<std::string, std::unique_ptr<BuiltNode>, std::less<>>;
    using Rows = std::vector<std::unique_ptr<BuiltNode>>;

    std::variant<std::monostate, Scalar, Members, Rows> is{};
};

/// The facts of the department itself, or of one of its units.
struct BuiltPart {
    struct Assessed {
        std::string score, reason;
        std::vector<std::string> evidence;
    };

    BuiltNode data{};
    std::map<std::string, Assessed, std::less<>> assessed{};
    std::optional<std::string> subject{};
    std::optional<int> year{};
    std::optional<MoneyUnit> unit{};
};

} // namespace heng::detail::facts

namespace heng {
namespace {

using detail::document::Input;
using detail::facts::BuiltNode;
using detail::facts::BuiltPart;
using detail::facts::Scalar;
using detail::json::JsonWriter;
using detail::text::Sentence;

constexpr std::size_t most_steps_of_path = 100; ///< documents are not as deep

/// One step of a path: a key, or a row.
struct PathStep {
    std::string_view key{};
    std::optional<std::size_t> row{};
};

/// "contracts[0].signed_late"; none where it is no path.
std::optional<std::vector<PathStep>> steps_of_path(std::string_view path) {
    std::vector<PathStep> steps;
    if (detail::text::first_invalid(path) != std::string_view::npos ||
        path.find('\0') != std::string_view::npos) {
        return std::nullopt;
    }
    for (bool more = true; more;) {
        const std::size_t end = std::min(path.find_first_of(".["), path.size());
        steps.push_back({path.substr(0, end)});
        if (end == 0) {
            return std::nullopt;
        }
        path.remove_prefix(end);
        while (path.starts_with('[')) {
            std::size_t row = 0;
            const auto [last, error] =
                std::from_chars(path.data() + 1, path.data() + path.size(), row);
            const auto digits = static_cast<std::size_t>(last - path.data());
            if (error != std::errc{} || digits >= path.size() || path[digits] != ']') {
                return std::nullopt;
            }
            steps.push_back({{}, row});
            path.remove_prefix(digits + 1);
        }
        more = path.starts_with('.');
        if (steps.size() > most_steps_of_path || (!more && !path.empty())) {
            return std::nullopt;
        }
        path.remove_prefix(more ? 1 : 0);
    }
    return steps;
}

constexpr Sentence no_path{"\"{0}\" is no path of a fact", "“{0}”不是数据项的路径"};
constexpr Sentence such_paths{"such as budget.executed or contracts[0].days",
                              "例如 budget.executed、contracts[0].days"};
constexpr Sentence through_value{"\"{0}\" leads through a value or a list",
                                 "路径“{0}”中间遇到了数值或列表"};
constexpr Sentence name_a_row{"name a row of a list: contracts[0].days",
                              "列表请写明第几行：contracts[0].days"};
constexpr Sentence skips_rows{"\"{0}\" leaves out rows of the list", "“{0}”跳过了列表中的行"};
constexpr Sentence rows_in_order{"set the rows in their order, from 0", "请从 0 起按顺序填写各行"};
constexpr Sentence no_list{"\"{0}\" is no list: a value or a group stands there",
                           "“{0}”不是列表，该处是数值或一组数据"};
constexpr Sentence no_value{"\"{0}\" is a group or a list, which has no value of its own",
                            "“{0}”是一组数据或列表，本身没有数值"};
constexpr Sentence no_id{"\"{0}\" is no id of an indicator", "“{0}”不是指标的 id"};
constexpr Sentence not_assessed{"no score was given to \"{0}\"", "“{0}”尚未评分"};
constexpr Sentence assess_first{"assess it first, then add the evidence", "请先评分，再附上佐证"};

Error path_fault(std::string_view path, const Sentence& message, const Sentence& hint) {
    const bool shown = detail::text::first_invalid(path) == std::string_view::npos;
    return detail::text::error_of(Status::invalid_argument, "argument.path",
                                  message(shown ? path : std::string_view{"\uFFFD"}), hint);
}

void write_node(JsonWriter& json, const BuiltNode& node) {
    if (const auto* scalar = std::get_if<Scalar>(&node.is)) {
        scalar->quoted ? json.text(scalar->text) : json.json(scalar->text);
    } else if (const auto* rows = std::get_if<BuiltNode::Rows>(&node.is)) {
        json.begin_array();
        for (const auto& row : *rows) {
            write_node(json, *row);
        }
        json.end_array();
    } else {
        json.begin_object();
        if (const auto* members = std::get_if<BuiltNode::Members>(&node.is)) {
            for (const auto& [key, member] : *members) {
                json.key(key);
                write_node(json, *member);
            }
        }
        json.end_object();
    }
}

/// There is no text in which something would stand on a line.
Error without_places(Error error) {
    error.place = {};
    error.excerpt.clear();
    for (Error& other : error.others) {
        other = without_places(std::move(other));
    }
    return error;
}

void write_assessed(JsonWriter& json, const BuiltPart::Assessed& given) {
    json.begin_object().member("score", given.score).member("reason", given.reason);
    if (!given.evidence.empty()) {
        json.key("evidence").begin_array();
        for (const std::string& piece : given.evidence) {
            json.text(piece);
        }
        json.end_array();
    }
    json.end_object();
}

/// The members of the object of a part, but for "heng" and "units".
void write_part(JsonWriter& json, const BuiltPart& part) {
    if (part.subject || part.year) {
        json.key("subject").begin_object();
        if (part.subject) {
            json.member("name", *part.subject);
        }
        if (part.year) {
            json.key("year").whole(*part.year);
        }
        json.end_object();
    }
    if (part.unit) {
        json.member("unit", name(*part.unit));
    }
    write_node(json.key("data"), part.data);
    if (!part.assessed.empty()) {
        json.key("assessed").begin_object();
        for (const auto& [id, given] : part.assessed) {
            write_assessed(json.key(id), given);
        }
        json.end_object();
    }
}

} // namespace

struct FactsBuilder::Built {
    RubricDocument rubric;
    std::vector<BuiltPart> parts = std::vector<BuiltPart>(1); ///< its own, then its units'
    std::size_t current = 0;                                  ///< in `parts`
    std::optional<Error> fault{};

    [[nodiscard]] BuiltPart& part() { return parts[current]; }

    void fail(std::string_view path, const Sentence& message, const Sentence& hint = {}) {
        if (!fault) {
            fault = in_language(path_fault(path, message, hint), rubric.rubric().language);
        }
    }

    /// The node that a path leads to, made where it is not there; null after a fault.
    BuiltNode* at(std::string_view path, std::span<const PathStep> steps) {
        BuiltNode* node = &part().data;
        for (const PathStep& step : steps) {
            node = step.row ? row_of(path, *node, *step.row) : member_of(path, *node, step.key);
            if (node == nullptr) {
                return nullptr;
            }
        }
        return node;
    }

    BuiltNode* at(std::string_view path) {
        const auto steps = steps_of_path(path);
        if (!steps) {
            fail(path, no_path, such_paths);
            return nullptr;
        }
        return at(path, *steps);
    }

    BuiltNode* member_of(std::string_view path, BuiltNode& node, std::string_view key) {
        if (std::holds_alternative<std::monostate>(node.is)) {
            node.is.emplace<BuiltNode::Members>();
        }
        auto* members = std::get_if<BuiltNode::Members>(&node.is);
        if (members == nullptr) {
            fail(path, through_value, name_a_row);
            return nullptr;
        }
        auto& member = (*members)[std::string{key}];
        member = member ? std::move(member) : std::make_unique<BuiltNode>();
        return member.get();
    }

    BuiltNode* row_of(std::string_view path, BuiltNode& node, std::size_t row) {
        auto* rows = rows_of(path, node);
        if (rows == nullptr || row > rows->size()) {
            fail(path, skips_rows, rows_in_order);
            return nullptr;
        }
        if (row == rows->size()) {
            rows->push_back(std::make_unique<BuiltNode>());
        }
        return (*rows)[row].get();
    }

    BuiltNode::Rows* rows_of(std::string_view path, BuiltNode& node) {
        if (std::holds_alternative<std::monostate>(node.is)) {
            node.is.emplace<BuiltNode::Rows>();
        }
        auto* rows = std::get_if<BuiltNode::Rows>(&node.is);
        if (rows == nullptr) {
            fail(path, no_list);
        }
        return rows;
    }

    void put(std::string_view path, Scalar value) {
        BuiltNode* const node = at(path);
        if (node == nullptr) {
            return;
        }
        if (!std::holds_alternative<std::monostate>(node->is) &&
            !std::holds_alternative<Scalar>(node->is)) {
            fail(path, no_value);
            return;
        }
        node->is = std::move(value);
    }

    /// Whether the rubric declares it as a boolean.
    [[nodiscard]] bool is_boolean(std::string_view path) const {
        const detail::document::CompiledRubric& compiled = rubric.compiled();
        const std::size_t bracket = path.find('[');
        const auto found = compiled.scope.find(path.substr(0, bracket));
        if (found.meaning != detail::feel::Scope::Meaning::slot) {
            return false;
        }
        const Input* input = &compiled.inputs[found.index];
        for (std::size_t field = path.find("].");
             input != nullptr && field != std::string_view::npos; field = path.find("].")) {
            path.remove_prefix(field + 2);
            const std::string_view name = path.substr(0, path.find('['));
            const Input* below = nullptr;
            for (const Input& each : input->of) {
                below = each.path == name ? &each : below;
            }
            input = below;
        }
        return input != nullptr && input->type == detail::document::InputType::boolean;
    }

    void write(JsonWriter& json) const {
        json.begin_object().member("heng", "facts/1");
        write_part(json, parts.front());
        if (parts.size() > 1) {
            json.key("units").begin_array();
            for (std::size_t unit = 1; unit < parts.size(); ++unit) {
                json.begin_object();
                write_part(json, parts[unit]);
                json.end_object();
            }
            json.end_array();
        }
        json.end_object();
    }
};

FactsBuilder::FactsBuilder(RubricDocument rubric)
    : built_(std::make_unique<Built>(Built{std::move(rubric)})) {}
FactsBuilder::FactsBuilder(FactsBuilder&&) noexcept = default;
FactsBuilder& FactsBuilder::operator=(FactsBuilder&&) noexcept = default;
FactsBuilder::~FactsBuilder() = default;

FactsBuilder& FactsBuilder::set(std::string_view path, std::string_view text) {
    const bool truth = (text == "true" || text == "false") && built_->is_boolean(path);
    built_->put(path, {std::string{text}, !truth});
    return *this;
}

FactsBuilder& FactsBuilder::set(std::string_view path, const Decimal& number) {
    built_->put(path, {number.to_string(), false});
    return *this;
}

FactsBuilder& FactsBuilder::set_boolean(std::string_view path, bool truth) {
    built_->put(path, {truth ? "true" : "false", false});
    return *this;
}

FactsBuilder& FactsBuilder::set_whole(std::string_view path, std::int64_t number) {
    built_->put(path, {std::to_string(number), false});
    return *this;
}

FactsBuilder& FactsBuilder::set(std::string_view path, const std::chrono::year_month_day& day) {
    const auto digits = [](int value, std::size_t width) {
        const std::string text = std::to_string(value);
        return std::string(text.size() < width ? width - text.size() : 0, '0') + text;
    };
    built_->put(path, {digits(static_cast<int>(day.year()), 4) + '-' +
                       digits(static_cast<int>(static_cast<unsigned>(day.month())), 2) + '-' +
                       digits(static_cast<int>(static_cast<unsigned>(day.day())), 2)});
    return *this;
}

FactsBuilder& FactsBuilder::list(std::string_view path) {
    if (BuiltNode* const node = built_->at(path)) {
        (void)built_->rows_of(path, *node);
    }
    return *this;
}

std::string FactsBuilder::append(std::string_view path) {
    BuiltNode* const node = built_->at(path);
    BuiltNode::Rows* const rows = node == nullptr ? nullptr : built_->rows_of(path, *node);
    if (rows == nullptr) {
        return {};
    }
    rows->push_back(std::make_unique<BuiltNode>());
    return std::string{path} + '[' + std::to_string(rows->size() - 1) + ']';
}

FactsBuilder& FactsBuilder::assess(std::string_view indicator, std::string_view score,
                                   std::string_view reason,
                                   const std::vector<std::string_view>& evidence) {
    if (detail::text::first_invalid(indicator) != std::string_view::npos ||
        indicator.find('\0') != std::string_view::npos) {
        built_->fail(indicator, no_id);
        return *this;
    }
    built_->part().assessed.insert_or_assign(
        std::string{indicator}, BuiltPart::Assessed{std::string{score},
                                                    std::string{reason},
                                                    {evidence.begin(), evidence.end()}});
    return *this;
}

FactsBuilder& FactsBuilder::evidence(std::string_view indicator, std::string_view piece) {
    auto& assessed = built_->part().assessed;
    if (const auto given = assessed.find(indicator); given != assessed.end()) {
        given->second.evidence.emplace_back(piece);
    } else {
        built_->fail(indicator, not_assessed, assess_first);
    }
    return *this;
}

FactsBuilder& FactsBuilder::in_unit(std::string_view name) {
    auto& parts = built_->parts;
    std::size_t part = 0;
    while (!name.empty() && ++part < parts.size() && parts[part].subject != name) {
    }
    if (part == parts.size()) {
        BuiltPart begun;
        begun.subject = name;
        parts.push_back(std::move(begun));
    }
    built_->current = part;
    return *this;
}

FactsBuilder& FactsBuilder::subject(std::string_view name, std::optional<int> year) {
    built_->part().subject = name;
    built_->part().year = year;
    return *this;
}

FactsBuilder& FactsBuilder::unit(MoneyUnit unit) {
    built_->part().unit = unit;
    return *this;
}

const std::optional<Error>& FactsBuilder::fault() const {
    return built_->fault;
}

Result<Facts> FactsBuilder::finish(const Limits& limits, UnreadFacts unread) const {
    if (built_->fault) {
        return Failure{*built_->fault};
    }
    JsonWriter json{JsonWriter::Style::compact, JsonWriter::Keep::tree};
    built_->write(json);
    const auto written = json.document(limits);
    auto facts = written ? Facts::of(built_->rubric, *written, limits, unread)
                         : Result<Facts>{Failure{
                               in_language(written.error(), built_->rubric.rubric().language)}};
    return facts ? std::move(facts) : Failure{without_places(std::move(facts.error()))};
}

} // namespace heng
