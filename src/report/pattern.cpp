// SPDX-License-Identifier: Apache-2.0
#include "base/json/json.hpp"
#include "base/page.hpp"
#include "builtin/embedded.hpp"
#include "report/given_text.hpp"
#include "report/messages.hpp"
#include "report/pattern.hpp"

#include <algorithm>
#include <charconv>
#include <kainjow/mustache.hpp>
#include <optional>
#include <utility>
#include <vector>

namespace heng::detail::report {
namespace {

namespace mustache = kainjow::mustache;

/// Takes the object apart, so that no part of it is in memory twice.
mustache::data data_of(Object object) {
    mustache::data data{mustache::data::type::object};
    for (auto& [name, node] : std::move(object).members()) {
        if (auto* const text = std::get_if<std::string>(&node)) {
            data.set(name, mustache::data{std::move(*text)});
        } else if (const auto* const truth = std::get_if<bool>(&node)) {
            data.set(name, mustache::data{*truth});
        } else {
            mustache::data list{mustache::data::type::list};
            for (Object& element : std::get<List>(node)) {
                list.push_back(data_of(std::move(element)));
            }
            data.set(name, std::move(list));
        }
    }
    return data;
}

/// A tag as the template library reads it.
struct Tag {
    std::size_t begin = 0;
    std::size_t end = 0;
    char kind = ' '; ///< '#', '^', '/', '=', '>'; else it opens and closes nothing
};

std::vector<Tag> tags_of(std::string_view pattern) {
    std::vector<Tag> tags;
    for (std::size_t at = pattern.find("{{"); at != std::string_view::npos;) {
        const bool triple = pattern.substr(at + 2, 1) == "{"; // one more: an unescaped name
        const std::size_t begin = at + (triple ? 3 : 2);
        const std::string_view ending = triple ? "}}}" : "}}";
        const std::size_t close = pattern.find(ending, begin);
        if (close == std::string_view::npos) {
            break; // the library says so
        }
        const std::size_t kind = pattern.find_first_not_of(" \t\r\n\v\f", begin);
        const char c = kind < close ? pattern[kind] : ' ';
        tags.push_back({at, close + ending.size(), triple && c != '=' ? ' ' : c});
        at = pattern.find("{{", tags.back().end);
    }
    return tags;
}

bool opens(const Tag& tag) {
    return tag.kind == '#' || tag.kind == '^';
}

/// Delimiters that change, and parts from elsewhere, are of no use here, and hide tags.
std::optional<text::Words> unwanted(const std::vector<Tag>& tags) {
    for (const Tag& tag : tags) {
        if (tag.kind == '=') {
            return say::no_delimiters;
        }
        if (tag.kind == '>') {
            return say::no_parts;
        }
    }
    return std::nullopt;
}

Error broken(text::Words message) {
    return unfit("report.template", std::move(message), say::template_names);
}

/// The library ends what is wrong with " at " and the byte in the template.
Error unreadable(std::string_view pattern, std::string why) {
    Place place;
    const std::size_t before = why.rfind(" at ");
    if (before != std::string::npos) {
        std::size_t offset = 0;
        (void)std::from_chars(&why[before] + std::string_view{" at "}.size(), &why.back() + 1,
                              offset);
        place = json::PlaceCounter{pattern}.at(offset);
        why.erase(before);
    }
    Error error = broken(say::unreadable(why));
    error.place = place;
    return error;
}

Error too_much(text::Words message, text::Words hint) {
    Error error = unfit("limit.draft", std::move(message), std::move(hint));
    error.status = Status::limit_exceeded;
    return error;
}

/// What reading the template would cost: the library keeps each tag and each white space by itself,
/// the text of each section once more, and fills sections by recursion.
std::optional<Error> too_costly(std::string_view pattern, const std::vector<Tag>& tags) {
    constexpr std::size_t most_nested = 64;
    constexpr std::size_t most_parts = 1'000'000;
    constexpr std::size_t most_copied = 64UL * 1024 * 1024;
    const auto is_space = [](char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    };
    const auto spaces =
        static_cast<std::size_t>(std::count_if(pattern.begin(), pattern.end(), is_space));
    std::size_t copied = 0;
    std::vector<std::size_t> begins;
    for (const Tag& tag : tags) {
        if (opens(tag)) {
            begins.push_back(tag.end);
        } else if (tag.kind == '/' && !begins.empty()) {
            copied += tag.begin - begins.back();
            begins.pop_back();
        }
        if (begins.size() > most_nested) {
            return broken(say::too_nested(std::to_string(most_nested)));
        }
    }
    if (tags.size() + spaces > most_parts || copied > most_copied) {
        return too_much(say::too_costly(std::to_string(most_parts), std::to_string(most_copied)),
                        say::shorten_template);
    }
    return std::nullopt;
}

constexpr char cost_mark = '\0'; ///< begins no name of a template, which has no NUL

/// The template with the cost of each section's body at its end, as a name that only Metered knows:
/// the library tells nothing of plain text before the end of a line.
std::string with_costs(std::string_view pattern, const std::vector<Tag>& tags) {
    std::string out;
    std::size_t done = 0;
    std::vector<std::size_t> costs{0};
    for (const Tag& tag : tags) {
        costs.back() += tag.begin - done;
        out.append(pattern.substr(done, tag.begin - done));
        if (tag.kind == '/' && costs.size() > 1) {
            out.append("{{&").append(1, cost_mark);
            out.append(std::to_string(costs.back())).append("}}");
            costs.pop_back();
        }
        costs.back() += tag.end - tag.begin;
        if (opens(tag)) {
            costs.push_back(0);
        }
        out.append(pattern.substr(tag.begin, tag.end - tag.begin));
        done = tag.end;
    }
    return out.append(pattern.substr(done));
}

struct TooMuch {};

/// What filling may still cost; less than nothing is an exception, which fill() catches.
class Meter {
  public:
    static constexpr std::size_t most = 64UL * 1024 * 1024;

    void charge(std::size_t cost) {
        if (cost > left_) {
            throw TooMuch{};
        }
        left_ -= cost;
    }

  private:
    std::size_t left_ = most;
};

/// Finds names as the library does, and charges for each: for its text, and for the looking.
class Metered final : public mustache::context<std::string> {
  public:
    Metered(const mustache::data& data, Meter& meter) : context{&data}, meter_{meter} {}

    void push(const mustache::data* data) override {
        context::push(data);
        ++depth_;
    }
    void pop() override {
        context::pop();
        --depth_;
    }
    [[nodiscard]] const mustache::data* get(const std::string& name) const override {
        constexpr std::size_t lookup = 4;
        if (!name.empty() && name.front() == cost_mark) {
            std::size_t cost = 0;
            (void)std::from_chars(name.data() + 1, name.data() + name.size(), cost);
            meter_.charge(cost);
            return nullptr;
        }
        const bool dotted = name.find('.') != std::string::npos;
        meter_.charge(name.size() + depth_ * (lookup + (dotted ? name.size() : 0)));
        const mustache::data* const found = context::get(name);
        if (found != nullptr && found->is_string()) {
            meter_.charge(found->string_value().size());
        }
        return found;
    }

  private:
    Meter& meter_;
    std::size_t depth_ = 1;
};

/// What the library writes to, line by line.
struct Lines {
    std::string text{};

    Lines& operator<<(const std::string& part) {
        text += part;
        return *this;
    }
};

Result<std::string> fill(mustache::mustache& filled, Object draft, ReportFormat format) {
    Meter meter;
    filled.set_custom_escape([&meter, format](const std::string& text) {
        std::string escaped = format == ReportFormat::markdown ? base::markdown_escaped(text)
                                                               : base::html_escaped(text);
        meter.charge(escaped.size() - text.size());
        return escaped;
    });
    const mustache::data data = data_of(std::move(draft));
    Metered context{data, meter};
    Lines lines;
    try {
        filled.render(context, lines);
    } catch (const TooMuch&) {
        return Failure{
            too_much(say::draft_too_long(std::to_string(Meter::most)), say::fewer_lists)};
    }
    return std::move(lines.text);
}

} // namespace

Result<std::string> fill_pattern(std::string_view pattern, Object draft, ReportFormat format,
                                 const Limits& limits) {
    if (auto error = unfit_text(pattern, "report.template", limits)) {
        return Failure{*std::move(error)};
    }
    const std::vector<Tag> tags = tags_of(pattern);
    if (auto reason = unwanted(tags)) {
        return Failure{broken(*std::move(reason))};
    }
    if (auto error = too_costly(pattern, tags)) {
        return Failure{*std::move(error)};
    }
    mustache::mustache filled{with_costs(pattern, tags)};
    if (!filled.is_valid()) {
        const mustache::mustache given{std::string{pattern}}; // its places are those of the caller
        return Failure{unreadable(pattern, (given.is_valid() ? filled : given).error_message())};
    }
    return fill(filled, std::move(draft), format);
}

std::string_view built_in_pattern(Language language, ReportFormat format, bool project) {
    const std::string id = std::string{project ? "project." : "report."}
                               .append(name(language))
                               .append(format == ReportFormat::html ? ".html" : ".md");
    for (const Embedded& each : embedded_templates()) {
        if (each.id == id) {
            return each.text;
        }
    }
    return {};
}

} // namespace heng::detail::report
