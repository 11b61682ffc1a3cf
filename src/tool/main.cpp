// SPDX-License-Identifier: Apache-2.0
//
// The command `heng`: one subcommand a file. Documents and results go through standard input and
// output, errors to standard error; the exit statuses stand in tool.hpp.
#include "tool.hpp"

#include <csignal>
#include <exception>
#include <iostream>
#include <new>
#include <sstream>

namespace {

using heng::tool::Exit;

/// --help and --version are results; anything else is a wrong command line.
Exit stopped(const CLI::App& app, const CLI::ParseError& why) {
    if (why.get_exit_code() != 0) {
        return heng::tool::misused(why.what());
    }
    std::ostringstream text;
    app.exit(why, text, text);
    return heng::tool::write(text.str());
}

Exit run(int argc, char** argv) {
    CLI::App app{"heng: exact scores of budget-performance evaluations"};
    app.set_version_flag("--version", "heng " HENG_VERSION);
    app.require_subcommand(1);
    app.footer("Exit status: 0 done, 1 findings, 2 wrong usage, 3 a document that can't be used.\n"
               "Example: heng score -r guangzhou-department-2023 facts.json");
    Exit exit = Exit::done;
    heng::tool::add_score(app, exit);
    heng::tool::add_audit(app, exit);
    heng::tool::add_rubrics(app, exit);
    heng::tool::add_rubric(app, exit);
    heng::tool::add_schema(app, exit);
    heng::tool::add_eval(app, exit);
    heng::tool::add_verify(app, exit);
    heng::tool::add_explain(app, exit);
    heng::tool::add_diff(app, exit);
    heng::tool::add_lint(app, exit);
    heng::tool::add_test(app, exit);
    heng::tool::add_plan(app, exit);
    heng::tool::add_library(app, exit);
    heng::tool::add_batch(app, exit);
    heng::tool::add_report(app, exit);
    heng::tool::add_reconcile(app, exit);
    heng::tool::add_monitor(app, exit);
    heng::tool::add_decide(app, exit);
    try {
        app.parse(argc, argv);
        return exit;
    } catch (const CLI::ParseError& why) {
        return stopped(app, why);
    }
}

} // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN); // a closed pipe is a failed write, which is reported
    try {
        return static_cast<int>(run(argc, argv));
    } catch (const std::bad_alloc&) {
        std::cerr << "heng: error: there was not enough memory\n";
    } catch (const std::exception& why) {
        std::cerr << "heng: error: a defect in heng, please report it: " << why.what() << '\n';
    }
    return static_cast<int>(Exit::document);
}
