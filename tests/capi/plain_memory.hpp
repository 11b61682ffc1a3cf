// SPDX-License-Identifier: Apache-2.0
//
// Running out of memory where plain documents are concerned, of whose sheets the rest is made when
// it is asked for: part of out_of_memory.cpp.
#pragma once

#include "failing_memory.hpp"

#include <cstddef>
#include <string>

namespace {

/// `ask(sheet)` of a new sheet, with each of its allocations failing: it gives NULL until there is
/// memory enough, and then what a sheet says that was never short of it.
template <class Ask>
void says_the_same(std::size_t least, const heng_rubric* rubric, Ask ask) {
    const auto new_sheet = [&] {
        heng_facts* const facts = load_facts(rubric, plain_facts);
        heng_sheet* const sheet = score(rubric, facts);
        heng_facts_free(facts); // the sheet has them
        return sheet;
    };
    heng_sheet* const whole = new_sheet();
    const std::string looks = ask(whole);
    heng_sheet_free(whole);
    const std::ptrdiff_t before = living;
    for (std::size_t allowed = 0;; ++allowed) {
        heng_sheet* const sheet = new_sheet();
        allocations_left = static_cast<std::ptrdiff_t>(allowed);
        limited = true;
        const char* const said = ask(sheet);
        limited = false;
        CHECK(said == nullptr || said == looks);
        const bool ended = said != nullptr;
        CHECK(ask(sheet) == looks);
        CHECK_TEXT(heng_sheet_total(sheet), "12.96");
        heng_sheet_free(sheet);
        CHECK(living == before);
        if (ended) {
            CHECK(allowed >= least);
            tried += allowed;
            return;
        }
        CHECK(allowed < 100000);
    }
}

const char* why_of(const heng_sheet* sheet, bool by_id) {
    heng_item item{};
    item.struct_size = sizeof item;
    const heng_status status =
        by_id ? heng_sheet_find(sheet, "time", &item) : heng_sheet_item(sheet, 2, &item);
    CHECK(status == HENG_OK || (status == HENG_OUT_OF_MEMORY && item.why == nullptr));
    return item.why;
}

/// Plain documents: the text and the total at first, the rest when it is asked for.
void check_plain() {
    heng_rubric* const rubric = load_rubric(plain_rubric);
    makes<heng_facts>(3, [&](heng_facts** made, heng_error** error) {
        return heng_facts_load(rubric, plain_facts, sizeof plain_facts - 1, made, error);
    });
    heng_facts* const facts = load_facts(rubric, plain_facts);
    makes<heng_sheet>(1, [&](heng_sheet** made, heng_error** error) {
        return heng_score(rubric, facts, made, error);
    });
    says_the_same(30, rubric,
                  [](const heng_sheet* sheet) { return heng_sheet_json(sheet, nullptr); });
    says_the_same(30, rubric,
                  [](const heng_sheet* sheet) { return heng_sheet_text(sheet, nullptr); });
    says_the_same(30, rubric, [](const heng_sheet* sheet) { return why_of(sheet, false); });
    says_the_same(30, rubric, [](const heng_sheet* sheet) { return why_of(sheet, true); });
    fails_cleanly_at_each(HENG_OK, 100, [&](heng_error** error) { // facts that nothing was asked of
        heng_facts* own = nullptr;
        heng_text* text = nullptr;
        heng_status status =
            heng_facts_load(rubric, plain_facts, sizeof plain_facts - 1, &own, error);
        if (status == HENG_OK) {
            status = heng_explain(rubric, own, &text, error);
        }
        heng_text_free(text);
        heng_facts_free(own);
        return status;
    });
    fails_cleanly_at_each(HENG_OK, 40, [&](heng_error** error) { // the first of a rubric
        heng_rubric* own = nullptr;
        heng_facts* read = nullptr;
        heng_status status = heng_rubric_load(plain_rubric, sizeof plain_rubric - 1, &own, error);
        if (status == HENG_OK) {
            status = heng_facts_load(own, plain_facts, sizeof plain_facts - 1, &read, error);
        }
        heng_facts_free(read);
        heng_rubric_free(own);
        return status;
    });
    heng_facts_free(facts);
    heng_rubric_free(rubric);
}

} // namespace
