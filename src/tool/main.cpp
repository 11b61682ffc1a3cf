// SPDX-License-Identifier: Apache-2.0
//
// The command `heng`: one subcommand a file. Documents and results go through standard input and
// output, errors to standard error; the exit statuses stand in tool.hpp.
#include "command.hpp"
#include "system.hpp"

#include <algorithm>
#include <exception>
#include <iostream>
#include <iterator>
#include <new>
#include <string_view>

namespace {

using heng::tool::Exit;

/// A subcommand, and what declares it.
struct Subcommand {
    std::string_view name;
    void (*add)(heng::tool::Command line);
};

/// In the order of the help.
constexpr Subcommand subcommands[] = {
    {"score", heng::tool::add_score},     {"audit", heng::tool::add_audit},
    {"rubrics", heng::tool::add_rubrics}, {"rubric", heng::tool::add_rubric},
    {"schema", heng::tool::add_schema},   {"eval", heng::tool::add_eval},
    {"verify", heng::tool::add_verify},   {"explain", heng::tool::add_explain},
    {"diff", heng::tool::add_diff},       {"lint", heng::tool::add_lint},
    {"test", heng::tool::add_test},       {"plan", heng::tool::add_plan},
    {"library", heng::tool::add_library}, {"batch", heng::tool::add_batch},
    {"report", heng::tool::add_report},   {"reconcile", heng::tool::add_reconcile},
    {"monitor", heng::tool::add_monitor}, {"policies", heng::tool::add_policies},
    {"policy", heng::tool::add_policy},   {"decide", heng::tool::add_decide},
    {"form", heng::tool::add_form},
};

/// Declares the subcommand that the first word names: making all of them takes as long as reading
/// and scoring a form. Any other first word needs all, for the help or for what was meant.
void declare(heng::tool::Command line, std::string_view first) {
    line.needs_command();
    line.footer("Exit status: 0 done, 1 findings, 2 wrong usage, 3 a document that can't be used.");
    const auto* const named =
        std::find_if(std::begin(subcommands), std::end(subcommands),
                     [first](const Subcommand& each) { return each.name == first; });
    if (named != std::end(subcommands)) {
        named->add(line);
        return;
    }
    for (const Subcommand& each : subcommands) {
        each.add(line);
    }
}

Exit run(int argc, char** argv) {
    const std::string_view first = argc > 1 ? argv[1] : "";
    return heng::tool::Command::run(
        argc, argv, "heng: exact scores of budget-performance evaluations", "heng " HENG_VERSION,
        "heng score -r guangzhou-department-2023 facts.json",
        [first](heng::tool::Command line) { declare(line, first); });
}

} // namespace

int main(int argc, char** argv) {
    heng::tool::prepare_streams();
    try {
        return static_cast<int>(run(argc, argv));
    } catch (const std::bad_alloc&) {
        std::cerr << "heng: error: there was not enough memory\n";
    } catch (const std::exception& why) {
        std::cerr << "heng: error: a defect in heng, please report it: " << why.what() << '\n';
    }
    return static_cast<int>(Exit::document);
}
