// SPDX-License-Identifier: Apache-2.0
//
// The C ABI against what the engine says of a document: sheets, errors and lines, byte for byte.
//
//     AbiDoors abi{rubric_text, places};
//     abi.check(said, number);            // `number` varies what is asked first
#pragma once

#include "agreement_said.hpp"

#include <heng/scoring/render.hpp>

#include <algorithm>
#include <cstring>
#include <heng.h>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace heng::test {

struct AbiFree {
    void operator()(heng_rubric* object) const { heng_rubric_free(object); }
    void operator()(heng_facts* object) const { heng_facts_free(object); }
    void operator()(heng_sheet* object) const { heng_sheet_free(object); }
    void operator()(heng_scorer* object) const { heng_scorer_free(object); }
    void operator()(heng_error* object) const { heng_error_free(object); }
};

template <class T>
using Abi = std::unique_ptr<T, AbiFree>;

/// A failure as the C ABI tells it: all that were found, in order.
inline std::string told(const heng_error* error) {
    std::string text;
    for (std::size_t i = 0; error != nullptr && i < heng_error_count(error); ++i) {
        const heng_error* const each = heng_error_at(error, i);
        const char* const pointer = heng_error_pointer(each);
        const char* const excerpt = heng_error_excerpt(each);
        text += std::to_string(heng_error_status(each)) + ' ' + heng_error_code(each) + ' ' +
                std::to_string(heng_error_line(each)) + ':' +
                std::to_string(heng_error_column(each)) + ' ' +
                (pointer == nullptr ? "-" : pointer) + ' ' + heng_error_message(each) + '\n' +
                (excerpt == nullptr ? "" : excerpt) + '\n';
    }
    return text;
}

inline std::string told_one(const Error& error) {
    const std::string hint = error.hint.empty()               ? ""
                             : error.language == Language::zh ? "（" + error.hint + "）"
                                                              : " (" + error.hint + ')';
    return std::to_string(static_cast<int>(error.status)) + ' ' + error.code + ' ' +
           std::to_string(error.place.line) + ':' + std::to_string(error.place.column) + ' ' +
           error.pointer.value_or("-") + ' ' + error.message + hint + '\n' + error.excerpt + '\n';
}

/// The same of the library's own.
inline std::string told(const Error& error) {
    std::string text = told_one(error);
    for (const Error& other : error.others) {
        text += told_one(other);
    }
    return text;
}

class AbiDoors {
  public:
    AbiDoors(std::string_view rubric, int places) {
        heng_rubric* loaded = nullptr;
        heng_options options{};
        options.struct_size = sizeof options;
        options.places = places;
        heng_scorer* scorer = nullptr;
        if (heng_rubric_load(rubric.data(), rubric.size(), &loaded, nullptr) != HENG_OK ||
            heng_scorer_new(loaded, &options, &scorer, nullptr) != HENG_OK) {
            differ("heng_rubric_load", {}, "a failure");
        }
        rubric_.reset(loaded);
        scorer_.reset(scorer);
    }

    void check(const Said& said, std::size_t number) {
        check_sheet(said, number);
        check_scorer(said);
    }

    /// The lines of all of them, by so many threads.
    void check_lines(const std::vector<Said>& all, int threads) const {
        Lines lines{.all = &all};
        for (const Said& said : all) {
            lines.text += said.text + '\n';
        }
        const auto read = [](void* user, char* buffer, std::size_t capacity) {
            auto& own = *static_cast<Lines*>(user);
            const std::size_t size = std::min(capacity, own.text.size() - own.read);
            std::memcpy(buffer, own.text.data() + own.read, size);
            own.read += size;
            return size;
        };
        const auto line = [](void* user, std::uint64_t at, const char* json, std::size_t length,
                             std::int32_t failed) {
            auto& own = *static_cast<Lines*>(user);
            const Said& said = own.all->at(at - 1);
            const std::string wanted = "{\"line\":" + std::to_string(at) + said.line;
            if (std::string_view{json, length} != wanted ||
                (failed != 0) == said.sheet.has_value()) {
                differ("heng_batch_lines", said, {json, length});
            }
            ++own.told;
            return 0;
        };
        heng_batch_summary summary{};
        summary.struct_size = sizeof summary;
        const auto done =
            heng_batch_lines(rubric_.get(), read, line, &lines, threads, &summary, nullptr);
        if (done != HENG_OK || lines.told != all.size()) {
            differ("heng_batch_lines", all.front(), std::to_string(lines.told) + " lines");
        }
    }

  private:
    struct Lines {
        const std::vector<Said>* all = nullptr;
        std::string text{};
        std::size_t read = 0;
        std::size_t told = 0;
    };

    void check_sheet(const Said& said, std::size_t number) const {
        heng_error* error = nullptr;
        heng_facts* facts = nullptr;
        heng_sheet* sheet = nullptr;
        heng_status status =
            heng_facts_load(rubric_.get(), said.text.data(), said.text.size(), &facts, &error);
        const Abi<heng_facts> facts_owner{facts};
        if ((status == HENG_OK) != said.facts.has_value()) {
            differ("heng_facts_load", said, told(Abi<heng_error>{error}.get()));
        }
        if (status == HENG_OK) {
            status = heng_score(rubric_.get(), facts, &sheet, &error);
        }
        const Abi<heng_sheet> sheet_owner{sheet};
        const Abi<heng_error> error_owner{error};
        if (status != HENG_OK || !said.sheet) {
            const std::string wanted = said.error ? told(*said.error) : "a sheet";
            if (told(error) != wanted) {
                differ("the C ABI", said, told(error) + "where the engine says\n" + wanted);
            }
            return;
        }
        compare(said, sheet, number);
    }

    /// What is asked first is another thing each time: each is made when it is asked for.
    static void compare(const Said& said, const heng_sheet* sheet, std::size_t number) {
        for (std::size_t turn = 0; turn < 3; ++turn) {
            switch ((number + turn) % 3) {
            case 0:
                same("heng_sheet_total", said, heng_sheet_total(sheet), said.sheet->total_text());
                same("heng_sheet_grade", said, heng_sheet_grade(sheet), said.sheet->grade);
                break;
            case 1:
                same("heng_sheet_json", said, heng_sheet_json(sheet, nullptr),
                     to_json(*said.sheet, *said.facts));
                break;
            default:
                compare_items(said, sheet, number);
            }
        }
        if (number % 4 == 0) {
            same("heng_sheet_text", said, heng_sheet_text(sheet, nullptr),
                 to_text(*said.sheet, *said.facts));
        }
    }

    static void compare_items(const Said& said, const heng_sheet* sheet, std::size_t number) {
        const std::vector<Item>& items = said.sheet->items;
        if (heng_sheet_count(sheet) != items.size()) {
            differ("heng_sheet_count", said, std::to_string(heng_sheet_count(sheet)));
        }
        for (std::size_t i = number % 2; i < items.size(); i += 2) {
            heng_item item{};
            item.struct_size = sizeof item;
            if (heng_sheet_item(sheet, i, &item) != HENG_OK) {
                differ("heng_sheet_item", said, "a failure");
            }
            same("heng_sheet_item, id", said, item.id, items[i].id);
            same("heng_sheet_item, points", said, item.points, items[i].points_text());
            same("heng_sheet_item, score", said, item.score, items[i].score_text());
            same("heng_sheet_item, lost", said, item.lost, items[i].lost_text());
            same("heng_sheet_item, rate", said, item.rate, items[i].rate());
            same("heng_sheet_item, status", said, item.status, name(items[i].status));
            same("heng_sheet_item, why", said, item.why, items[i].why);
        }
    }

    void check_scorer(const Said& said) {
        heng_error* error = nullptr;
        heng_total total{};
        total.struct_size = sizeof total;
        const heng_status status =
            heng_scorer_score(scorer_.get(), said.text.data(), said.text.size(), &total, &error);
        const Abi<heng_error> owner{error};
        if (status != HENG_OK) {
            const std::string wanted = said.error ? told(*said.error) : "";
            if (told(error) != wanted && !said.past_places) {
                differ("heng_scorer_score", said, told(error) + "where the engine says\n" + wanted);
            }
            return;
        }
        if (said.past_places) {
            differ("heng_scorer_score", said, "a total");
        }
        std::size_t count = 0;
        const std::int64_t* const items = heng_scorer_items(scorer_.get(), &count);
        compare_total("heng_scorer_score", said, {total.total, total.places, total.grade},
                      {items, count});
    }

    Abi<heng_rubric> rubric_{};
    Abi<heng_scorer> scorer_{};
};

} // namespace heng::test
