// SPDX-License-Identifier: Apache-2.0
#include "document/facts_reader.hpp"
#include "document/json/problems.hpp"
#include "whatif/edit.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::what_if {
namespace {

using document::Json;
using Kind = Lever::Kind;

/// The end of the value that begins at `at`.
std::size_t end_of(std::string_view text, std::size_t at) {
    std::size_t depth = 0;
    bool quoted = false;
    for (std::size_t i = at; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            i += c == '\\' ? 1U : 0U;
            quoted = c != '"';
            if (quoted || depth > 0) {
                continue;
            }
            return i + 1;
        }
        if (c == '"') {
            quoted = true;
        } else if (c == '[' || c == '{') {
            ++depth;
        } else if (depth > 0 && (c == ']' || c == '}')) {
            if (--depth == 0) {
                return i + 1;
            }
        } else if (depth == 0 && std::string_view{",]} \t\r\n"}.find(c) != std::string_view::npos) {
            return i;
        }
    }
    return text.size();
}

std::string quoted(std::string_view words) {
    std::string out = "\"";
    for (const char c : words) {
        constexpr unsigned char first_printed = 0x20;
        if (static_cast<unsigned char>(c) < first_printed) {
            constexpr std::string_view digits = "0123456789abcdef";
            out += "\\u00";
            out += digits[static_cast<unsigned char>(c) >> 4U];
            out += digits[static_cast<unsigned char>(c) & 15U];
            continue;
        }
        if (c == '"' || c == '\\') {
            out += '\\';
        }
        out += c;
    }
    return out + '"';
}

/// A value of the text in whose place another stands.
struct Change {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
};

class Editor {
  public:
    Editor(const Lever& lever, std::int64_t steps, const document::LoadedFacts& facts)
        : lever_(lever),
          steps_(steps),
          facts_(facts),
          owner_(owner_of(lever, facts)),
          text_(facts.json.text()) {}

    std::string run() {
        const auto place =
            owner_.places[lever_.weighs ? lever_.weighs->stated : lever_.slot];
        if (lever_.kind == Kind::records_flipped || lever_.kind == Kind::records_removed) {
            records(*place);
        } else if (lever_.is_of_record()) {
            replace(*element(*place, lever_.record - lever_.first).find(lever_.field), value());
        } else if (lever_.is_of_row()) {
            row(element(*place, lever_.record - lever_.first));
        } else if (place) {
            replace(*place, value());
        } else {
            insert();
        }
        return made();
    }

  private:
    [[nodiscard]] std::string value() const {
        const std::string text = text_at(lever_, facts_, steps_);
        return lever_.kind == Kind::flip ? text : quoted(text);
    }

    static Json element(const Json& list, std::size_t index) {
        auto it = list.children().begin();
        while (index-- > 0) {
            ++it;
        }
        return *it;
    }

    void replace(const Json& place, std::string text) {
        changes_.push_back({place.offset(), end_of(text_, place.offset()), std::move(text)});
    }

    /// The level, and the rate, which stands for the old one, left out.
    void row(const Json& record) {
        if (lever_.kind != Kind::level) {
            replace(*record.find(lever_.kind == Kind::rate ? "rate" : "actual"), value());
            return;
        }
        replace(*record.find("level"), value());
        if (const auto rate = record.find("rate")) {
            leave_out(rate->key_offset(), end_of(text_, rate->offset()));
        }
    }

    /// With the comma after it, or else the one before.
    void leave_out(std::size_t begin, std::size_t end) {
        const std::size_t next = text_.find_first_not_of(" \t\r\n", end);
        if (text_[next] == ',') {
            end = next + 1;
        } else {
            const std::size_t last = text_.find_last_not_of(" \t\r\n", begin - 1);
            begin = text_[last] == ',' ? last : begin;
        }
        changes_.push_back({begin, end, ""});
    }

    void records(const Json& list) {
        std::size_t index = lever_.first;
        std::size_t changed = 0;
        std::vector<std::string_view> kept;
        for (const Json record : list.children()) {
            const bool meant = changed < static_cast<std::size_t>(steps_) &&
                               lever_.members[changed] == index;
            ++index;
            changed += meant ? 1U : 0U;
            if (meant && lever_.kind == Kind::records_flipped) {
                flip(record);
            } else if (!meant) {
                const std::size_t begin = record.offset();
                kept.push_back(text_.substr(begin, end_of(text_, begin) - begin));
            }
        }
        if (lever_.kind == Kind::records_removed) {
            std::string elements;
            for (const std::string_view each : kept) {
                elements += (elements.empty() ? "" : ", ") + std::string{each};
            }
            replace(list, '[' + elements + ']');
        }
    }

    void flip(const Json& record) {
        const std::string truth = lever_.held ? "false" : "true";
        if (const auto field = record.find(lever_.field)) {
            replace(*field, truth);
        } else {
            insert_into(record, quoted(lever_.field) + ": " + truth);
        }
    }

    void insert_into(const Json& object, const std::string& member) {
        const std::size_t inside = object.offset() + 1;
        changes_.push_back({inside, inside, member + (object.size() > 0 ? ", " : "")});
    }

    /// A fact that is not written: in the innermost of its groups that is.
    void insert() {
        const auto data = owner_.about().find("data");
        if (!data) {
            return;
        }
        std::string_view path = owner_path();
        Json group = *data;
        for (std::size_t dot = path.find('.'); dot != std::string_view::npos;
             dot = path.find('.')) {
            const auto inner = group.find(path.substr(0, dot));
            if (!inner || !inner->is(document::JsonKind::object)) {
                break;
            }
            group = *inner;
            path.remove_prefix(dot + 1);
        }
        std::string member;
        std::string ends;
        for (std::size_t dot = path.find('.'); dot != std::string_view::npos;
             dot = path.find('.')) {
            member += quoted(path.substr(0, dot)) + ": {";
            ends += '}';
            path.remove_prefix(dot + 1);
        }
        insert_into(group, member + quoted(path) + ": " + value() + ends);
    }

    /// The path of the input, without that of a unit.
    [[nodiscard]] std::string_view owner_path() const {
        std::string_view path = lever_.path;
        if (lever_.part.value_or(0) > 0) {
            path.remove_prefix(path.find("].") + 2);
        }
        return path;
    }

    [[nodiscard]] std::string made() {
        std::sort(changes_.begin(), changes_.end(),
                  [](const Change& a, const Change& b) { return a.begin < b.begin; });
        std::string out;
        std::size_t done = 0;
        for (const Change& each : changes_) {
            out.append(text_.substr(done, each.begin - done)).append(each.text);
            done = each.end;
        }
        return out.append(text_.substr(done));
    }

    const Lever& lever_;
    std::int64_t steps_;
    const document::LoadedFacts& facts_;
    const document::LoadedFacts& owner_;
    std::string_view text_;
    std::vector<Change> changes_;
};

} // namespace

std::string edited(const Lever& lever, std::int64_t steps, const document::LoadedFacts& facts) {
    return Editor{lever, steps, facts}.run();
}

std::optional<document::LoadedFacts> read_again(const document::CompiledRubric& rubric,
                                                const std::string& text) {
    Limits limits; // those of the document that was read are not known any more
    limits.bytes = std::numeric_limits<std::size_t>::max();
    limits.rows = limits.bytes;
    limits.depth = limits.digits = limits.exponent = std::numeric_limits<int>::max();
    const auto parsed = document::JsonDocument::parse(text, limits);
    if (!parsed) {
        return std::nullopt;
    }
    document::Problems problems{document::facts_document, limits};
    const document::Reader root{parsed->root(), problems};
    document::LoadedFacts facts{*parsed};
    if (root.has_heng()) {
        document::read_facts(root, rubric, UnreadFacts::list, facts);
    }
    return problems.empty() ? std::optional{std::move(facts)} : std::nullopt;
}

std::string rate_left_out(const Lever& lever, const document::LoadedFacts& facts) {
    const auto list = owner_of(lever, facts).places[lever.slot];
    std::size_t left = lever.record - lever.first;
    if (list && lever.kind == Kind::level) {
        for (const Json record : list->children()) {
            if (left-- == 0) {
                const auto rate = record.find("rate");
                return rate ? std::string{rate->text()} : "";
            }
        }
    }
    return {};
}

} // namespace heng::what_if
