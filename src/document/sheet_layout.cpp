// SPDX-License-Identifier: Apache-2.0
#include "base/json/writer.hpp"
#include "document/sheet_layout.hpp"

#include <limits>

namespace heng::detail::document {
namespace {

std::string or_null(std::string_view text) {
    std::string written = "null";
    if (!text.empty()) {
        written.clear();
        json::append_json_string(written, text);
    }
    return written;
}

} // namespace

SheetLayout::SheetLayout(const std::vector<Indicator>& indicators) {
    for (const Indicator& indicator : indicators) {
        add(indicator, 1, {});
    }
    if (text_.size() > std::numeric_limits<std::uint32_t>::max()) {
        entries_.clear(); // sheets are written without it
    }
    text_.shrink_to_fit();
    entries_.shrink_to_fit();
}

SheetLayout::Range SheetLayout::keep(std::string_view text) {
    const Range range{static_cast<std::uint32_t>(text_.size()),
                      static_cast<std::uint32_t>(text.size())};
    text_ += text;
    return range;
}

void SheetLayout::add(const Indicator& indicator, int level, Range parent) {
    Entry entry;
    entry.id = keep(indicator.id);
    entry.name = keep(indicator.name);
    entry.parent = parent;
    entry.rule = heng::name(indicator.rule);
    entry.level = level;
    entry.kind = indicator.is_branch() ? ItemKind::branch : ItemKind::leaf;
    entry.basis = indicator.basis;
    std::string head = "\n    {\n      \"id\": ";
    json::append_json_string(head, indicator.id);
    head += ",\n      \"name\": ";
    json::append_json_string(head, indicator.name);
    head += ",\n      \"parent\": " + or_null(text(parent));
    head += ",\n      \"level\": " + std::to_string(level);
    head += ",\n      \"kind\": \"";
    head += heng::name(entry.kind);
    head += "\",\n      \"rule\": " + or_null(entry.rule) + ",\n      \"points\": \"";
    entry.head = keep(head);
    std::string middle = "\",\n      \"basis\": \"";
    middle += heng::name(entry.basis);
    middle += "\",\n      \"why\": \"";
    entry.middle = keep(middle);
    entries_.push_back(entry);
    for (const Indicator& each : indicator.indicators) {
        add(each, level + 1, entry.id);
    }
}

} // namespace heng::detail::document
