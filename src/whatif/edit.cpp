// SPDX-License-Identifier: Apache-2.0
#include "base/json/no_limits.hpp"
#include "base/json/writer.hpp"
#include "facts/facts_reader.hpp"
#include "whatif/edit.hpp"

#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace heng::detail::whatif {
namespace {

using json::Json;
using json::JsonDocument;
using json::JsonKind;
using json::JsonWriter;
using Kind = Lever::Kind;

/// A value that a document is to have.
struct NewValue {
    std::string text;
    bool quoted = true;      ///< else true or false
    std::string_view path{}; ///< of a member that is added
};

class Editor {
  public:
    Editor(const Lever& lever, std::int64_t steps, const facts::LoadedFacts& facts)
        : lever_(lever), steps_(steps), facts_(facts), owner_(owner_of(lever, facts)) {}

    JsonDocument run() {
        const auto place = owner_.places[lever_.weighs ? lever_.weighs->stated : lever_.slot];
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
        copy(facts_.json.root());
        return json_.document(json::no_limits()).value(); // it was UTF-8
    }

  private:
    [[nodiscard]] NewValue value() const {
        return {text_at(lever_, facts_, steps_), lever_.kind != Kind::flip};
    }

    static Json element(const Json& list, std::size_t index) {
        auto it = list.children().begin();
        while (index-- > 0) {
            ++it;
        }
        return *it;
    }

    void replace(const Json& place, NewValue value) {
        replaced_.emplace(place.offset(), std::move(value));
    }

    /// The level, and the rate, which stands for the old one, left out.
    void row(const Json& record) {
        if (lever_.kind != Kind::level) {
            replace(*record.find(lever_.kind == Kind::rate ? "rate" : "actual"), value());
            return;
        }
        replace(*record.find("level"), value());
        if (const auto rate = record.find("rate")) {
            left_out_.insert(rate->offset());
        }
    }

    void records(const Json& list) {
        std::size_t index = lever_.first;
        std::size_t changed = 0;
        for (const Json record : list.children()) {
            const bool meant =
                changed < static_cast<std::size_t>(steps_) && lever_.members[changed] == index;
            ++index;
            changed += meant ? 1U : 0U;
            if (meant && lever_.kind == Kind::records_flipped) {
                flip(record);
            } else if (meant) {
                left_out_.insert(record.offset());
            }
        }
    }

    void flip(const Json& record) {
        NewValue truth{lever_.held ? "false" : "true", false, lever_.field};
        if (const auto field = record.find(lever_.field)) {
            replace(*field, std::move(truth));
        } else {
            added_.emplace(record.offset(), std::move(truth));
        }
    }

    /// A fact that is not written: in the innermost of its groups that is.
    void insert() {
        const auto data = owner_.about().find("data");
        if (!data) {
            return;
        }
        NewValue member = value();
        member.path = owner_path();
        Json group = *data;
        for (std::size_t dot = member.path.find('.'); dot != std::string_view::npos;
             dot = member.path.find('.')) {
            const auto inner = group.find(member.path.substr(0, dot));
            if (!inner || !inner->is(JsonKind::object)) {
                break;
            }
            group = *inner;
            member.path.remove_prefix(dot + 1);
        }
        added_.emplace(group.offset(), std::move(member));
    }

    /// The path of the input, without that of a unit.
    [[nodiscard]] std::string_view owner_path() const {
        std::string_view path = lever_.path;
        if (lever_.part.value_or(0) > 0) {
            path.remove_prefix(path.find("].") + 2);
        }
        return path;
    }

    void put(const NewValue& value) {
        value.quoted ? json_.text(value.text) : json_.json(value.text);
    }

    /// Makes the groups that the member is in.
    void add(const NewValue& member, std::string_view path) {
        const std::size_t dot = path.find('.');
        json_.key(path.substr(0, dot));
        if (dot == std::string_view::npos) {
            put(member);
            return;
        }
        json_.begin_object();
        add(member, path.substr(dot + 1));
        json_.end_object();
    }

    /// As deep as a document may be.
    void copy(Json value) {
        if (const auto other = replaced_.find(value.offset()); other != replaced_.end()) {
            put(other->second);
            return;
        }
        const bool object = value.is(JsonKind::object);
        if (!object && !value.is(JsonKind::array)) {
            json_.copy(value);
            return;
        }
        object ? json_.begin_object() : json_.begin_array();
        if (const auto more = added_.find(value.offset()); more != added_.end()) {
            add(more->second, more->second.path);
        }
        for (const Json child : value.children()) {
            if (!left_out_.contains(child.offset())) {
                if (object) {
                    json_.key(child.key());
                }
                copy(child);
            }
        }
        object ? json_.end_object() : json_.end_array();
    }

    const Lever& lever_;
    std::int64_t steps_;
    const facts::LoadedFacts& facts_;
    const facts::LoadedFacts& owner_;
    std::map<std::size_t, NewValue> replaced_; ///< by offset, as all of these
    std::map<std::size_t, NewValue> added_;    ///< to the object there, as its first member
    std::set<std::size_t> left_out_;
    JsonWriter json_{JsonWriter::Style::compact, JsonWriter::Keep::tree};
};

} // namespace

JsonDocument changed(const Lever& lever, std::int64_t steps, const facts::LoadedFacts& facts) {
    return Editor{lever, steps, facts}.run();
}

std::optional<facts::LoadedFacts> read_again(const document::CompiledRubric& rubric,
                                             const JsonDocument& document) {
    auto facts = facts::loaded_facts(rubric, document, json::no_limits());
    return facts ? std::optional{*std::move(facts)} : std::nullopt;
}

std::string rate_left_out(const Lever& lever, const facts::LoadedFacts& facts) {
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

} // namespace heng::detail::whatif
