// SPDX-License-Identifier: Apache-2.0
#include "office/messages.hpp"
#include "office/xml.hpp"

#include <algorithm>
#include <heng.h>
#include <utility>

namespace heng::office {
namespace {

constexpr std::size_t longest = 1'024; ///< path of a part
constexpr int most_relations = 10'000; ///< looked at

} // namespace

Expected<Xml> read_xml(Zip& zip, std::string_view name, const Bounds& bounds) {
    auto text = zip.read(name);
    if (!text) {
        return tl::unexpected<Problems>{std::move(text.error())};
    }
    if (text->find("<!DOCTYPE") != std::string::npos ||
        text->find("<!ENTITY") != std::string::npos) {
        return refused(
            problem(HENG_SYNTAX_ERROR, "office.active", say::entities(name), {}, say::save_again));
    }
    // an element takes sixteen times its least text in memory
    const auto marks =
        std::count_if(text->begin(), text->end(), [](char c) { return c == '<' || c == '='; });
    if (static_cast<std::size_t>(marks) > bounds.marks) {
        return refused(problem(HENG_LIMIT_EXCEEDED, "office.limit",
                               say::too_many_marks(name, bounds.marks), {}, say::keep_the_form));
    }
    Xml xml{std::make_unique<pugi::xml_document>()};
    const auto read = xml.document->load_buffer(text->data(), text->size(),
                                                pugi::parse_default | pugi::parse_ws_pcdata_single);
    if (read.status == pugi::status_out_of_memory) {
        throw std::bad_alloc{};
    }
    if (!read || !xml.root()) {
        return refused(problem(HENG_SYNTAX_ERROR, "office.broken", say::broken_xml(name), {},
                               say::save_again));
    }
    return xml;
}

Expected<Relations> Relations::read(Zip& zip, std::string_view part, const Bounds& bounds) {
    const std::size_t slash = part.rfind('/');
    const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
    Relations relations;
    relations.folder_ = part.substr(0, begin);
    const std::string name =
        relations.folder_ + "_rels/" + std::string{part.substr(begin)} + ".rels";
    if (!zip.has(name)) {
        return relations;
    }
    auto xml = read_xml(zip, name, bounds);
    if (!xml) {
        return tl::unexpected<Problems>{std::move(xml.error())};
    }
    relations.xml_ = *std::move(xml);
    return relations;
}

std::string Relations::target(Element relation) const {
    const std::string_view to = attribute(relation, "Target");
    if (attribute(relation, "TargetMode") == "External" || to.empty() || to.size() > longest) {
        return {};
    }
    std::string path = to.starts_with('/') ? std::string{to.substr(1)} : folder_ + std::string{to};
    for (std::size_t up = path.find("/../"); up != std::string::npos; up = path.find("/../")) {
        const std::size_t before = up == 0 ? std::string::npos : path.rfind('/', up - 1);
        const std::size_t from = before == std::string::npos ? 0 : before + 1;
        path.erase(from, up + 4 - from);
    }
    return path;
}

std::string Relations::by_id(std::string_view id) const {
    if (!xml_.document || id.empty()) {
        return {};
    }
    int left = most_relations;
    for (const Element each : xml_.root().children()) {
        if (attribute(each, "Id") == id) {
            return target(each);
        }
        if (--left == 0) {
            break;
        }
    }
    return {};
}

std::string Relations::by_type(std::string_view ending) const {
    if (!xml_.document) {
        return {};
    }
    for (const Element each : xml_.root().children()) {
        if (attribute(each, "Type").ends_with(ending)) {
            return target(each);
        }
    }
    return {};
}

} // namespace heng::office
