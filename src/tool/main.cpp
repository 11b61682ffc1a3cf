// SPDX-License-Identifier: Apache-2.0
//
// The command `heng`: one subcommand a file. Documents and results go through standard input and
// output, errors to standard error; the exit statuses stand in tool.hpp.
#include "command.hpp"
#include "system.hpp"

#include <exception>
#include <iostream>
#include <new>

namespace {

using heng::tool::Exit;

void declare(heng::tool::Command line) {
    line.needs_command();
    line.footer("Exit status: 0 done, 1 findings, 2 wrong usage, 3 a document that can't be used.");
    heng::tool::add_score(line);
    heng::tool::add_audit(line);
    heng::tool::add_rubrics(line);
    heng::tool::add_rubric(line);
    heng::tool::add_schema(line);
    heng::tool::add_eval(line);
    heng::tool::add_verify(line);
    heng::tool::add_explain(line);
    heng::tool::add_diff(line);
    heng::tool::add_lint(line);
    heng::tool::add_test(line);
    heng::tool::add_plan(line);
    heng::tool::add_library(line);
    heng::tool::add_batch(line);
    heng::tool::add_report(line);
    heng::tool::add_reconcile(line);
    heng::tool::add_monitor(line);
    heng::tool::add_decide(line);
}

Exit run(int argc, char** argv) {
    return heng::tool::Command::run(
        argc, argv, "heng: exact scores of budget-performance evaluations", "heng " HENG_VERSION,
        "heng score -r guangzhou-department-2023 facts.json", declare);
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
