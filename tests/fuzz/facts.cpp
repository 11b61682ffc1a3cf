// SPDX-License-Identifier: Apache-2.0
//
// Facts for one of the built-in rubrics, or for the rubric that stands before them: loaded, scored,
// explained, written as JSON and verified, and scored as a line of a batch, which must come to the
// same.
#include "batch.hpp"

#include <heng/explain/explain.hpp>
#include <heng/facts/facts.hpp>
#include <heng/scoring/render.hpp>
#include <heng/scoring/scoring.hpp>
#include <heng/verify/verify.hpp>

#include <algorithm>

namespace {

using namespace heng;
using fuzz::Input;

std::string quoted(std::string_view text) {
    return '"' + std::string{text} + '"';
}

void score_all_ways(const RubricDocument& rubric, std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    const auto facts = Facts::parse(rubric, text);
    const auto sheet = facts ? score(*facts) : Result<ScoreSheet>{Failure{facts.error()}};
    const bool blank = text.find_first_not_of(" \t\r") == std::string::npos;
    const std::vector<fuzz::Told> lines = fuzz::batch_lines(rubric, text);
    REQUIRE_SO(lines.size() == (blank ? 0 : 1));
    const std::string line = blank ? "" : lines[0].json;
    if (!sheet) {
        REQUIRE_SO(!sheet.error().code.empty() && !sheet.error().message.empty());
        REQUIRE_SO(blank ||
                   line.find("\"code\":" + quoted(sheet.error().code)) != std::string::npos);
        return;
    }
    REQUIRE_SO(line.find("\"total\":" + quoted(sheet->total_text())) != std::string::npos);
    for (const Item& item : sheet->items) {
        REQUIRE_SO(item.id.find('"') != std::string::npos ||
                   line.find(quoted(item.id) + ":" + quoted(item.score_text())) !=
                       std::string::npos);
    }
    const std::string json = to_json(*sheet, *facts);
    const auto differences = verify(json, *facts);
    REQUIRE_SO(differences.has_value() && differences->empty());
    REQUIRE_SO(explain(*facts).has_value());
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input input{data, size};
    const std::uint8_t which = input.byte();
    if (which < 8) {
        score_all_ways(fuzz::built_in(which), input.rest());
        return 0;
    }
    const std::string text = input.line(); // a rubric up to a zero byte, then its facts
    if (const auto rubric = RubricDocument::parse(text)) {
        score_all_ways(*rubric, input.rest());
    }
    return 0;
}
