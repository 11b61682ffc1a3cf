// SPDX-License-Identifier: Apache-2.0
//
// The XML of a part: elements by their names without a prefix, since each program has its own.
//
//     auto part = read_xml(zip, "xl/workbook.xml", bounds);
//     for (Element sheet : children(part->root(), "sheets")) …
#pragma once

#include "office/zip.hpp"

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace heng::office {

using Element = pugi::xml_node;

/// "row" of "x:row".
[[nodiscard]] inline std::string_view local(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

[[nodiscard]] inline bool is(Element element, std::string_view name) {
    return local(element.name()) == name;
}

/// The first child of this name; one that is false where there is none.
[[nodiscard]] inline Element child(Element parent, std::string_view name) {
    for (const Element each : parent.children()) {
        if (is(each, name)) {
            return each;
        }
    }
    return {};
}

/// The value of an attribute by its name without a prefix; "" where there is none.
[[nodiscard]] inline std::string_view attribute(Element element, std::string_view name) {
    for (const auto& each : element.attributes()) {
        if (local(each.name()) == name) {
            return each.value();
        }
    }
    return {};
}

struct Xml {
    std::unique_ptr<pugi::xml_document> document;
    [[nodiscard]] Element root() const { return document->document_element(); }
};

/// Problems: those of Zip::read, `office.broken`, `office.active` (it declares a document type),
/// `office.limit` (Bounds::marks).
[[nodiscard]] Expected<Xml> read_xml(Zip& zip, std::string_view name, const Bounds& bounds);

/// The part that a relation of another one leads to: of an id, or of a type that ends so. "" where
/// there is none, or where it leads out of the file.
class Relations {
  public:
    [[nodiscard]] static Expected<Relations> read(Zip& zip, std::string_view part,
                                                  const Bounds& bounds);
    [[nodiscard]] std::string by_id(std::string_view id) const;
    [[nodiscard]] std::string by_type(std::string_view ending) const;

  private:
    [[nodiscard]] std::string target(Element relation) const;

    Xml xml_{};
    std::string folder_{};
};

} // namespace heng::office
