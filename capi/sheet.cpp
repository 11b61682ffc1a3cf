// SPDX-License-Identifier: Apache-2.0
#include "error.hpp"
#include "sheet.hpp"
#include "structs.hpp"

#include <utility>

namespace heng::capi {
namespace {

std::int32_t kind_of(ItemKind kind) {
    switch (kind) {
    case ItemKind::branch:
        return HENG_BRANCH;
    case ItemKind::leaf:
        return HENG_LEAF;
    case ItemKind::row:
        break;
    }
    return HENG_ROW;
}

heng_item item_of(const Item& from, const char* parent, Texts& texts) {
    heng_item item{};
    item.struct_size = sizeof item;
    item.id = texts.keep(from.id);
    item.name = texts.keep(from.name);
    item.parent = parent;
    item.rule = texts.keep(from.rule);
    item.points = texts.keep(from.points_text());
    item.score = texts.keep(from.score_text());
    item.rate = texts.keep(from.rate());
    item.lost = texts.keep(from.lost_text());
    item.status = texts.keep(name(from.status));
    item.basis = texts.keep(name(from.basis));
    item.why = texts.keep(from.why);
    item.level = from.level;
    item.kind = kind_of(from.kind);
    return item;
}

Error no_such_item(const std::string& which) {
    Error error;
    error.status = Status::not_found;
    error.code = "sheet.no-such-item";
    error.message = "no item " + which;
    error.other_message = "没有项 " + which;
    return error;
}

} // namespace
} // namespace heng::capi

heng_sheet::heng_sheet(const heng::ScoreSheet& sheet, std::string json_text, std::string table)
    : total(texts.keep(sheet.total_text())),
      rate(texts.keep(sheet.rate())),
      grade(texts.keep(sheet.grade)),
      json(std::move(json_text)),
      text(std::move(table)) {
    items.reserve(sheet.items.size());
    index_of.reserve(sheet.items.size());
    for (const heng::Item& item : sheet.items) {
        const char* const parent = item.parent ? items[*item.parent].id : nullptr;
        items.push_back(heng::capi::item_of(item, parent, texts));
        index_of.try_emplace(items.back().id, items.size() - 1);
    }
}

const char* heng_sheet_total(const heng_sheet* sheet) {
    return sheet == nullptr ? nullptr : sheet->total;
}

const char* heng_sheet_rate(const heng_sheet* sheet) {
    return sheet == nullptr ? nullptr : sheet->rate;
}

const char* heng_sheet_grade(const heng_sheet* sheet) {
    return sheet == nullptr ? nullptr : sheet->grade;
}

size_t heng_sheet_count(const heng_sheet* sheet) {
    return sheet == nullptr ? 0 : sheet->items.size();
}

heng_status heng_sheet_item(const heng_sheet* sheet, size_t index, heng_item* item) {
    using namespace heng::capi;
    return guarded(nullptr, [&]() -> heng::Result<void> {
        if (auto cleared = clear(item, "item"); !cleared) {
            return cleared;
        }
        if (sheet == nullptr) {
            return heng::Failure{null_argument("sheet")};
        }
        if (index >= sheet->items.size()) {
            return heng::Failure{no_such_item(std::to_string(index))};
        }
        fill(item, sheet->items[index]);
        return {};
    });
}

heng_status heng_sheet_find(const heng_sheet* sheet, const char* id, heng_item* item) {
    using namespace heng::capi;
    return guarded(nullptr, [&]() -> heng::Result<void> {
        if (auto cleared = clear(item, "item"); !cleared) {
            return cleared;
        }
        if (sheet == nullptr || id == nullptr) {
            return heng::Failure{null_argument(sheet == nullptr ? "sheet" : "id")};
        }
        const auto found = sheet->index_of.find(id);
        if (found == sheet->index_of.end()) {
            return heng::Failure{no_such_item('"' + std::string{id} + '"')};
        }
        fill(item, sheet->items[found->second]);
        return {};
    });
}

const char* heng_sheet_json(const heng_sheet* sheet, size_t* length) {
    if (length != nullptr) {
        *length = sheet == nullptr ? 0 : sheet->json.size();
    }
    return sheet == nullptr ? nullptr : sheet->json.c_str();
}

const char* heng_sheet_text(const heng_sheet* sheet, size_t* length) {
    if (length != nullptr) {
        *length = sheet == nullptr ? 0 : sheet->text.size();
    }
    return sheet == nullptr ? nullptr : sheet->text.c_str();
}

void heng_sheet_free(heng_sheet* sheet) {
    delete sheet;
}
