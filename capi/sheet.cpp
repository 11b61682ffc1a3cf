// SPDX-License-Identifier: Apache-2.0
#include "error.hpp"
#include "messages.hpp"
#include "objects.hpp"
#include "options.hpp"
#include "sheet.hpp"
#include "structs.hpp"

#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>

#include <new>
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
    return detail::text::error_of(Status::not_found, "sheet.no-such-item", say::no_item(which));
}

const SheetItems& items_of(const heng_sheet& sheet) {
    const ExplainedSheet& full = sheet.explained();
    return *full.items.get([&] { return std::make_unique<const SheetItems>(full.sheet); });
}

/// A text of the sheet, written when it is first asked for; NULL where there is no memory for it.
const char* written(const heng_sheet* sheet, const Lazy<std::string> ExplainedSheet::*text,
                    std::size_t* length,
                    std::string (*write)(const ScoreSheet&, const Facts&)) noexcept {
    const std::string* found = nullptr;
    try {
        if (sheet != nullptr) {
            const ExplainedSheet& full = sheet->explained();
            found = &(full.*text).get([&] { return write(full.sheet, full.facts); });
        }
    } catch (...) { // nothing but std::bad_alloc is thrown, and there is no error to say it in
        found = nullptr;
    }
    if (length != nullptr) {
        *length = found == nullptr ? 0 : found->size();
    }
    return found == nullptr ? nullptr : found->c_str();
}

Result<std::string> rendered(const ScoreSheet& sheet, const Facts& facts, std::int32_t format) {
    switch (format) {
    case HENG_JSON:
        return to_json(sheet, facts);
    case HENG_TEXT:
        return to_text(sheet, facts);
    case HENG_MARKDOWN:
        return to_markdown(sheet, facts);
    case HENG_HTML:
        return to_html(sheet, facts);
    case HENG_CSV:
        return to_csv(sheet);
    case HENG_CSV_MARKED:
        return to_csv(sheet, true);
    default:
        break;
    }
    return Failure{no_format(
        format, {"HENG_JSON, HENG_TEXT, HENG_MARKDOWN, HENG_HTML, HENG_CSV or HENG_CSV_MARKED",
                 "HENG_JSON、HENG_TEXT、HENG_MARKDOWN、HENG_HTML、HENG_CSV 或 HENG_CSV_MARKED"})};
}

/// The same scores with their sentences in the language of the call.
Result<std::string> rendered_in(const ExplainedSheet& sheet, std::int32_t format,
                                const Options& options) {
    const auto& language = options.call.language;
    if (!language || *language == sheet.sheet.language) {
        return rendered(sheet.sheet, sheet.facts, format);
    }
    const auto facts = sheet.facts.spoken_in(*language);
    if (!facts) {
        return Failure{facts.error()};
    }
    const auto again = score(*facts, options.call);
    return again ? rendered(*again, *facts, format) : Failure{again.error()};
}

} // namespace

SheetItems::SheetItems(const ScoreSheet& sheet) {
    list.reserve(sheet.items.size());
    index_of.reserve(sheet.items.size());
    for (const Item& item : sheet.items) {
        const char* const parent = item.parent ? list[*item.parent].id : nullptr;
        list.push_back(item_of(item, parent, texts));
        index_of.try_emplace(list.back().id, list.size() - 1);
    }
}

} // namespace heng::capi

const heng_sheet::Explained& heng_sheet::explained() const {
    return *explained_.get([&] {
        const heng::Facts& read = given_->read();
        heng::Facts facts = language_ ? read.spoken_in(*language_).value() : read;
        auto sheet = heng::score(facts).value(); // the kernel was sure of it
        return std::make_unique<const Explained>(std::move(sheet), std::move(facts));
    });
}

const char* heng_sheet_total(const heng_sheet* sheet) {
    return sheet == nullptr ? nullptr : sheet->total.c_str();
}

const char* heng_sheet_rate(const heng_sheet* sheet) {
    return sheet == nullptr ? nullptr : sheet->rate.c_str();
}

const char* heng_sheet_grade(const heng_sheet* sheet) {
    return sheet == nullptr ? nullptr : sheet->grade;
}

size_t heng_sheet_count(const heng_sheet* sheet) {
    return sheet == nullptr ? 0 : sheet->count();
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
        if (index >= sheet->count()) {
            return heng::Failure{no_such_item(std::to_string(index))};
        }
        fill(item, items_of(*sheet).list[index]);
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
        const SheetItems& items = items_of(*sheet);
        const auto found = items.index_of.find(id);
        if (found == items.index_of.end()) {
            return heng::Failure{no_such_item('"' + std::string{id} + '"')};
        }
        fill(item, items.list[found->second]);
        return {};
    });
}

const char* heng_sheet_json(const heng_sheet* sheet, size_t* length) {
    return heng::capi::written(sheet, &heng::capi::ExplainedSheet::json, length, heng::to_json);
}

const char* heng_sheet_text(const heng_sheet* sheet, size_t* length) {
    return heng::capi::written(sheet, &heng::capi::ExplainedSheet::text, length, heng::to_text);
}

heng_status heng_sheet_render(const heng_sheet* sheet, int32_t format, const heng_options* options,
                              heng_text** out, heng_error** error) {
    using namespace heng::capi;
    return make_with(options, out, error, [&](const Options& call) -> Made<heng_text> {
        if (sheet == nullptr) {
            return heng::Failure{null_argument("sheet")};
        }
        auto text = rendered_in(sheet->explained(), format, call);
        if (!text) {
            return heng::Failure{std::move(text.error())};
        }
        return std::make_unique<heng_text>(heng_text{*std::move(text)});
    });
}

void heng_sheet_free(heng_sheet* sheet) {
    delete sheet;
}
