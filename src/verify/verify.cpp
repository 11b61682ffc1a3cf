// SPDX-License-Identifier: Apache-2.0
#include "base/json/problems.hpp"
#include "base/json/reader.hpp"
#include "base/json/writer.hpp"
#include "base/text/pointer.hpp"
#include "document/checked_words.hpp"
#include "document/within_limits.hpp"
#include "scoring/sheet_document.hpp"

#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>
#include <heng/verify/verify.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace heng {
namespace {

using detail::json::Json;
using detail::json::JsonDocument;
using detail::json::JsonKind;

constexpr std::size_t most_differences = 1'000; ///< of more it is only said how many

constexpr detail::json::DocumentKind of_sheet{"sheet", Status::invalid_argument};

/// A value as it is written, or its kind where it is a list or an object.
std::string shown(Json value) {
    switch (value.kind()) {
    case JsonKind::string:
        return '"' + std::string{value.text()} + '"';
    case JsonKind::array:
    case JsonKind::object:
        return detail::json::described(value.kind()).en;
    default:
        return std::string{value.text()};
    }
}

/// One step of the way from the root of the sheet: to a member or to an element.
struct Step {
    const Step* above;
    std::string_view key;     ///< of a member
    const std::string* label; ///< of an element; none of a member
    std::size_t position = 0; ///< of an element
};

/// "items: total", or from the innermost element on: "effect.overall: score".
std::string where_of(const Step* step) {
    if (step == nullptr || step->label != nullptr) {
        return step == nullptr ? "" : *step->label;
    }
    const std::string above = where_of(step->above);
    return (above.empty() ? "" : above + ": ") + std::string{step->key};
}

void append_pointer(std::string& pointer, const Step* step) {
    if (step == nullptr) {
        return;
    }
    append_pointer(pointer, step->above);
    pointer += '/';
    if (step->label != nullptr) {
        pointer += std::to_string(step->position);
    } else {
        detail::text::append_token(pointer, step->key);
    }
}

/// Walks two sheets at once.
class Comparison {
  public:
    SheetDifferences run(Json found, Json expected) {
        members(found, expected, nullptr);
        place(found.document_text());
        return std::move(differences_);
    }

  private:
    /// `at` is where it stands in the sheet, or what lacks it, which is where `inside` leads.
    void add(const Step& step, Json at, const Step* inside, std::optional<Json> found,
             std::optional<Json> expected) {
        add_texts(step, at, inside, found ? shown(*found) : "", expected ? shown(*expected) : "");
    }

    void add_texts(const Step& step, Json at, const Step* inside, std::string found,
                   std::string expected) {
        if (differences_.listed.size() == most_differences) {
            ++differences_.more;
            return;
        }
        std::string pointer;
        append_pointer(pointer, inside);
        differences_.listed.push_back(
            {where_of(&step), std::move(found), std::move(expected), std::move(pointer)});
        offsets_.push_back(at.offset());
    }

    void add_other(const Step& step, Json found, std::optional<Json> expected) {
        add(step, found, &step, found, expected);
    }

    /// Lines and columns, in one pass over the sheet.
    void place(std::string_view sheet) {
        std::vector<std::size_t> order(offsets_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(),
                  [this](std::size_t a, std::size_t b) { return offsets_[a] < offsets_[b]; });
        detail::json::PlaceCounter places{sheet};
        for (const std::size_t each : order) {
            differences_.listed[each].place = places.at(offsets_[each]);
        }
    }

    void compare(Json found, Json expected, const Step& step) {
        differences_.compared += found.is(JsonKind::object) || found.is(JsonKind::array) ? 0U : 1U;
        if (found.kind() != expected.kind()) {
            add_other(step, found, expected);
        } else if (found.is(JsonKind::object)) {
            members(found, expected, &step);
        } else if (found.is(JsonKind::array)) {
            elements(found, expected, step);
        } else if (found.text() != expected.text()) {
            add_other(step, found, expected);
        }
    }

    void members(Json found, Json expected, const Step* above) {
        const auto says_nothing = [above](std::string_view key) {
            return detail::json::is_ignored_key(key) || (above == nullptr && key == "library");
        };
        std::map<std::string_view, Json> others;
        for (const Json member : expected.children()) {
            others.emplace(member.key(), member);
        }
        for (const Json member : found.children()) {
            const Step step{above, member.key(), nullptr};
            const auto other = others.find(member.key());
            if (other != others.end()) {
                if (!says_nothing(member.key())) {
                    compare(member, other->second, step);
                }
                others.erase(other);
            } else if (!says_nothing(member.key())) {
                add_other(step, member, std::nullopt);
            } else {
                ++differences_.skipped;
            }
        }
        for (const Json member : expected.children()) {
            const std::string_view key = member.key();
            if (others.contains(key) && !(above == nullptr && key == "library")) {
                add({above, key, nullptr}, found, above, std::nullopt, member);
            }
        }
    }

    /// What has an id is compared with what has the same, wherever it stands, the first of several
    /// with the first; the rest by position. Where all are there, the first that stands elsewhere
    /// is told, too.
    void elements(Json found, Json expected, const Step& above) {
        const std::string list = where_of(&above);
        std::vector<Json> in_order;
        std::multimap<std::string, std::size_t, std::less<>> others; // to the place in the order
        for (const Json element : expected.children()) {
            others.emplace(label(element, in_order.size(), list), in_order.size());
            in_order.push_back(element);
        }
        std::size_t at = 0;
        std::optional<std::size_t> elsewhere;
        std::optional<Json> there;
        for (const Json element : found.children()) {
            const std::string name = label(element, at, list);
            const Step step{&above, "", &name, at};
            const auto other = others.lower_bound(name);
            if (other == others.end() || other->first != name) {
                add_other(step, element, std::nullopt);
            } else {
                if (other->second != at && !there) {
                    elsewhere = at;
                    there = element;
                }
                compare(element, in_order[other->second], step);
                others.erase(other);
            }
            ++at;
        }
        for (const auto& [name, place] : others) {
            add({&above, "", &name}, found, &above, std::nullopt, in_order[place]);
        }
        if (there && others.empty() && at == in_order.size()) {
            const std::string instead = label(in_order[*elsewhere], *elsewhere, list);
            const std::string name = label(*there, *elsewhere, list);
            const Step step{&above, "", &name, *elsewhere};
            add_texts({&above, "order", nullptr}, *there, &step, '"' + name + '"',
                      '"' + instead + '"');
        }
    }

    /// An adjustment may have no id, and its id is its own only among those of its "item".
    static std::string label(Json element, std::size_t at, const std::string& list) {
        const auto text_of = [element](std::string_view key) {
            const auto text = element.find(key);
            return text && text->is(JsonKind::string) ? text->text() : std::string_view{};
        };
        const std::string id{text_of("id")};
        const std::string item{text_of("item")};
        if (!item.empty()) {
            return item + ": " + (id.empty() ? "adjustment" : id);
        }
        return id.empty() ? list + '/' + std::to_string(at) : id;
    }

    SheetDifferences differences_;
    std::vector<std::size_t> offsets_; ///< of the places of those that are listed
};

Result<SheetDifferences> compared(std::string_view sheet, const Facts& facts, const Limits& limits,
                                  const CallOptions& call) {
    const auto found = JsonDocument::parse(sheet, limits);
    if (!found) {
        return Failure{found.error()};
    }
    detail::json::Problems problems{of_sheet, limits};
    if (!detail::json::Reader{found->root(), problems}.has_heng()) {
        return Failure{problems.error()};
    }
    const auto differences_from = [&](const CallOptions& as) -> Result<SheetDifferences> {
        const auto scored = score(facts, as);
        if (!scored) {
            return Failure{scored.error()};
        }
        const JsonDocument expected = detail::scoring::sheet_document(*scored, facts);
        return Comparison{}.run(found->root(), expected.root());
    };
    auto differences = differences_from(call);
    if (!differences || differences->empty()) {
        return differences;
    }
    // a sheet may speak the other language, which it does not name: its sentences are no lies then
    CallOptions other = call;
    const Language spoken = call.language.value_or(facts.rubric().rubric().language);
    other.language = spoken == Language::zh ? Language::en : Language::zh;
    auto others = differences_from(other);
    const auto count = [](const SheetDifferences& each) {
        return each.listed.size() + each.more;
    };
    return others && count(*others) < count(*differences) ? others : differences;
}

} // namespace

Result<SheetDifferences> verify(std::string_view sheet, const Facts& facts, const Limits& limits,
                                const CallOptions& call) {
    return detail::document::as_call(call, [&] { return compared(sheet, facts, limits, call); });
}

std::string to_json(const SheetDifferences& differences) {
    detail::json::JsonWriter json{detail::json::JsonWriter::Style::indented};
    json.begin_object().member("heng", "verify/1").key("differences").begin_array();
    for (const SheetDifference& each : differences.listed) {
        json.begin_object().member("where", each.where).member("pointer", each.pointer);
        json.key("line").whole(static_cast<std::int64_t>(each.place.line));
        json.key("column").whole(static_cast<std::int64_t>(each.place.column));
        if (!each.found.empty()) {
            json.member("found", each.found);
        }
        if (!each.expected.empty()) {
            json.member("expected", each.expected);
        }
        json.end_object();
    }
    json.end_array();
    if (differences.more > 0) {
        json.key("more").whole(static_cast<std::int64_t>(differences.more));
    }
    detail::document::add_checked(json, differences.checked());
    return json.end_object().take() + '\n';
}

} // namespace heng
