// SPDX-License-Identifier: Apache-2.0
//
// The form of a rubric: a workbook to fill in, and the facts that a filled one has, whatever
// program saved it, as a workbook, a document, a page or CSV.
//
//     const auto book = heng::office::write_form(rubric, "", heng::office::Language::zh);
//     const auto read = heng::office::read_facts(rubric, filled);
//     if (read && read->problems.empty()) std::cout << read->json; // facts/1
//
// `rubric` is an object of heng.h. What is to be filled in is found by its code and its heading,
// never by its place.
#pragma once

#include <heng/office/tables.hpp>

#include <heng.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::office {

/// Returns an xlsx workbook: a sheet for each list and for each kind of figure, with drop-downs and
/// checks, what is to be filled in marked and the rest protected; a sheet of scores that recomputes
/// where a rule can be said in formulas; and one that says how to fill it in. `facts` is a facts/1
/// document that fills it, or "" for none. The same input gives the same bytes.
/// Problems: those of heng_facts_load; `office.form` (the rubric aggregates units);
/// `office.missing`.
[[nodiscard]] Expected<std::string> write_form(const heng_rubric* rubric, std::string_view facts,
                                               Language language);

/// The facts of a filled form.
struct FormFacts {
    std::string json{};  ///< facts/1: what could be read
    Problems problems{}; ///< cells that could not, in the order of the file

    /// The cell from which the value at a JSON pointer of `json` comes, or would come: of the
    /// longest pointer above it that has one. Unknown where none has.
    [[nodiscard]] Where place_of(std::string_view pointer) const;

    std::vector<std::pair<std::string, Where>> places{}; ///< by pointer, sorted
};

/// Reads the form of this rubric from a file of tables. A blank cell is no fact, and neither is
/// "—", "/" or "无" where a number is due. Problems: those of read_tables, and `office.form` where
/// no table of the file is the form. Cells that can't be read are in FormFacts::problems, with
/// `office.cell` and `office.form`; what is wrong with what was read, heng_facts_load says.
[[nodiscard]] Expected<FormFacts> read_facts(const heng_rubric* rubric, std::string_view bytes,
                                             const Bounds& bounds = {});

} // namespace heng::office
