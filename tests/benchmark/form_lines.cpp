// SPDX-License-Identifier: Apache-2.0
//
// Documents of form_documents.hpp, a line each, for `heng batch`.
//
//     form_lines RUBRIC COUNT [--odd PERCENT] [--seed N]
//     form_lines project-2020 20000 | heng batch -r project-2020 -
#include "form_documents.hpp"

#include <charconv>
#include <iostream>
#include <optional>

namespace {

std::optional<std::int64_t> whole(std::string_view text) {
    std::int64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool all = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    return all && value >= 0 ? std::optional{value} : std::nullopt;
}

} // namespace

int main(int argc, char** argv) {
    using namespace heng::benchmarks;
    const std::string_view rubric = argc > 1 ? argv[1] : "";
    const bool known =
        std::find(form_rubrics.begin(), form_rubrics.end(), rubric) != form_rubrics.end();
    const auto count = argc > 2 ? whole(argv[2]) : std::nullopt;
    FormOptions options;
    bool right = known && count && argc % 2 == 1;
    for (int i = 3; right && i + 1 < argc; i += 2) {
        const std::string_view name = argv[i];
        const auto value = whole(argv[i + 1]);
        right = value && (name == "--odd" || name == "--seed");
        if (name == "--odd") {
            options.odd_percent = value.value_or(0);
        } else {
            options.seed = static_cast<std::uint64_t>(value.value_or(0));
        }
    }
    if (!right) {
        std::cerr << "form_lines RUBRIC COUNT [--odd PERCENT] [--seed N], where RUBRIC is\n";
        for (const std::string_view each : form_rubrics) {
            std::cerr << "  " << each << '\n';
        }
        return 2;
    }
    FormDocuments forms{rubric, options};
    for (std::int64_t i = 0; i < *count; ++i) {
        std::cout << forms.next().text << '\n';
    }
    return std::cout.flush() ? 0 : 1;
}
