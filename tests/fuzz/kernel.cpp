// SPDX-License-Identifier: Apache-2.0
//
// The batch kernel against the engine: bytes choose a rubric of kernel_rubrics.hpp and the facts of
// a block of rows; where the kernel is sure, it says what the engine says of the row as a document.
#include "batch/kernel/kernel.hpp"
#include "fuzz.hpp"
#include "kernel_rubrics.hpp"
#include "support/told_scores.hpp"

#include <heng/facts/facts.hpp>
#include <heng/scoring/scoring.hpp>

#include <memory>
#include <vector>

namespace {

using namespace heng;
using fuzz::Input;

struct Prepared {
    RubricDocument rubric;
    std::unique_ptr<const detail::kernel::Kernel> kernel;
};

const std::vector<Prepared>& prepared() {
    static const std::vector<Prepared> all = [] {
        std::vector<Prepared> made;
        for (const std::string& text : fuzz::kernel_rubrics()) {
            Prepared one{RubricDocument::parse(text).value(), nullptr};
            one.kernel = detail::kernel::Kernel::of(one.rubric.compiled());
            REQUIRE_SO(one.kernel != nullptr);
            made.push_back(std::move(one));
        }
        return made;
    }();
    return all;
}

/// The row's data as JSON, and in the block.
std::string add_row(Input& input, const detail::document::CompiledRubric& rubric,
                    detail::kernel::FactRows& rows) {
    const std::size_t row = rows.add();
    std::string data;
    for (std::size_t slot = 0; slot < rubric.inputs.size(); ++slot) {
        const std::uint8_t shape = input.byte();
        if (shape == 0xFF) {
            continue; // absent
        }
        const bool truth = rubric.inputs[slot].type == detail::document::InputType::boolean;
        const std::int64_t value = truth ? shape % 2 : input.number();
        const int scale = truth ? 0 : shape % 5 == 4 ? shape % 19 : shape % 3;
        rows.set(slot, row, value, scale);
        data += (data.empty() ? "\"" : ", \"") + rubric.inputs[slot].path + "\": " +
                (truth ? value != 0 ? "true" : "false" : Decimal{value, scale}.to_string());
    }
    return R"({"heng": "facts/1", "data": {)" + data + "}}";
}

void compare(const Prepared& one, const detail::kernel::Scores& scores, std::size_t row,
             const std::string& text) {
    const auto facts = Facts::parse(one.rubric, text);
    REQUIRE_SO(facts.has_value());
    const auto sheet = score(*facts);
    REQUIRE_SO(sheet.has_value());
    const Points total = test::told_total(*one.kernel, scores, row);
    REQUIRE_SO(text_of(total, one.kernel->total_scale()) == sheet->total_text());
    const auto said = test::told_scores(*one.kernel, scores, row);
    REQUIRE_SO(said.size() == sheet->items.size());
    for (std::size_t i = 0; i < said.size(); ++i) {
        REQUIRE_SO(said[i].text == sheet->items[i].score_text());
    }
    const std::int32_t grade = scores.grades[row];
    const auto& grades = one.rubric.rubric().grades;
    REQUIRE_SO((grade < 0 ? "" : grades[static_cast<std::size_t>(grade)].grade) == sheet->grade);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input input{data, size};
    const Prepared& one = prepared()[input.byte() % prepared().size()];
    detail::kernel::FactRows rows{one.rubric.compiled().inputs.size()};
    std::vector<std::string> documents;
    do {
        documents.push_back(add_row(input, one.rubric.compiled(), rows));
    } while (input.left() > 0 && documents.size() < 8);
    detail::kernel::Scores scores{*one.kernel};
    const auto columns = rows.columns();
    one.kernel->score(columns, rows.asks(), scores);
    for (std::size_t row = 0; row < documents.size(); ++row) {
        if (rows.asks()[row] == 0) {
            compare(one, scores, row, documents[row]);
        }
    }
    return 0;
}
