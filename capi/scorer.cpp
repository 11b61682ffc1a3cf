// SPDX-License-Identifier: Apache-2.0
//
// heng_scorer: one document after the other, by heng::Scorer.
#include "error.hpp"
#include "heng.h"
#include "messages.hpp"
#include "objects.hpp"
#include "options.hpp"
#include "structs.hpp"

#include <heng/batch/columns.hpp>
#include <heng/batch/scorer.hpp>

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

struct heng_scorer {
    heng::Scorer scorer;
    std::vector<heng::Cell> cells{}; ///< room for one of each input
};

namespace heng::capi {
namespace {

/// Writes the total as far as the caller's struct goes, which was cleared.
Result<void> tell(heng_total* out, const Result<Total>& scored) {
    if (!scored) {
        return Failure{scored.error()};
    }
    if (out != nullptr) {
        heng_total whole{};
        whole.total = scored->total;
        whole.places = scored->places;
        whole.grade = scored->grade;
        fill(out, whole);
    }
    return {};
}

Result<Cell> cell_of(const heng_cell* from, const std::string& name) {
    const auto known = given(from, name);
    if (!known) {
        return Failure{known.error()};
    }
    if (known->kind < HENG_CELL_ABSENT || known->kind > HENG_CELL_LIST) {
        return Failure{
            bad_argument("argument.kind", say::no_cell_kind(name, std::to_string(known->kind)))};
    }
    const auto text = text_argument(known->text, known->text_length, name + ".text");
    if (!text) {
        return Failure{text.error()};
    }
    return Cell{static_cast<Cell::Kind>(known->kind), known->scale, known->value, *text};
}

/// One cell more than the rubric has inputs is enough to be refused.
Result<void> read_cells(heng_scorer& scorer, const heng_cell* cells, std::size_t count) {
    const std::size_t most = scorer.scorer.most_cells() + 1;
    scorer.cells.clear();
    if (count == 0) {
        return {};
    }
    const auto size = size_of(cells, "cells");
    if (!size) {
        return Failure{size.error()};
    }
    const auto* at = reinterpret_cast<const unsigned char*>(cells);
    for (std::size_t i = 0; i < std::min(count, most); ++i, at += *size) {
        const auto* const cell = reinterpret_cast<const heng_cell*>(at);
        const std::string name = "cells[" + std::to_string(i) + ']';
        const auto own = size_of(cell, name);
        if (!own || *own != *size) {
            return Failure{own ? bad_argument("argument.struct-size", say::other_cell_size(name))
                               : own.error()};
        }
        auto made = cell_of(cell, name);
        if (!made) {
            return Failure{std::move(made.error())};
        }
        scorer.cells.push_back(*made);
    }
    return {};
}

/// Clears `out`, and scores.
template <class Score>
heng_status run(heng_scorer* scorer, heng_total* out, heng_error** error, Score score) noexcept {
    return guarded(error, [&]() -> Result<void> {
        if (out != nullptr) {
            if (auto cleared = clear(out, "out"); !cleared) {
                return cleared;
            }
        }
        if (scorer == nullptr) {
            return Failure{null_argument("scorer")};
        }
        return score();
    });
}

} // namespace
} // namespace heng::capi

heng_status heng_scorer_new(const heng_rubric* rubric, const heng_options* options,
                            heng_scorer** out, heng_error** error) {
    using namespace heng::capi;
    return make_with(options, out, error, [&](const Options& call) -> Made<heng_scorer> {
        if (rubric == nullptr) {
            return heng::Failure{null_argument("rubric")};
        }
        heng::ScorerOptions chosen{call.call, call.limits, {}};
        if (call.places != 0) {
            chosen.places = call.places;
        }
        auto made = std::make_unique<heng_scorer>(
            heng_scorer{heng::Scorer{rubric->document, std::move(chosen)}, {}});
        made->cells.reserve(made->scorer.most_cells() + 1);
        return made;
    });
}

heng_status heng_scorer_score(heng_scorer* scorer, const char* json, size_t length, heng_total* out,
                              heng_error** error) {
    using namespace heng::capi;
    return run(scorer, out, error, [&]() -> heng::Result<void> {
        const auto text = text_argument(json, length, "json");
        return text ? tell(out, scorer->scorer.score(*text))
                    : heng::Result<void>{heng::Failure{text.error()}};
    });
}

heng_status heng_scorer_score_values(heng_scorer* scorer, const heng_cell* cells, size_t count,
                                     heng_total* out, heng_error** error) {
    using namespace heng::capi;
    return run(scorer, out, error, [&]() -> heng::Result<void> {
        if (auto read = read_cells(*scorer, cells, count); !read) {
            return read;
        }
        return tell(out, scorer->scorer.score(std::span<const heng::Cell>{scorer->cells}));
    });
}

const int64_t* heng_scorer_items(const heng_scorer* scorer, size_t* count) {
    const auto items = scorer == nullptr ? std::span<const std::int64_t>{} : scorer->scorer.items();
    if (count != nullptr) {
        *count = items.size();
    }
    return items.data();
}

void heng_scorer_free(heng_scorer* scorer) {
    delete scorer;
}
