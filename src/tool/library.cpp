// SPDX-License-Identifier: Apache-2.0
//
// heng library list
// heng library search [-f text|json] LIB TEXT
// heng library check [-f text|json] LIB [PLAN...]
#include "documents.hpp"

#include <heng/cycle/library.hpp>

#include <memory>
#include <utility>
#include <vector>

namespace heng::tool {
namespace {

struct Options {
    std::string library;
    std::string text;
    std::string format = "text";
    std::vector<std::string> plans{};
};

Exit list() {
    std::string lines;
    for (const std::string_view id : builtin_library_ids()) {
        const auto library = builtin_library(id);
        if (!library) {
            return refuse(library.error());
        }
        lines += std::string{id} + "  " + library->library().title + '\n';
    }
    return write(lines);
}

Exit search_in(const Options& options) {
    const auto document = load_library(options.library);
    if (!document) {
        return refuse_library(document.error());
    }
    const Library& library = document->library();
    const std::vector<LibraryMatch> matches = search(library, options.text);
    return write(options.format == "json" ? to_json(matches, library) : to_text(matches, library));
}

Exit check(const Options& options) {
    const auto library = load_library(options.library);
    if (!library) {
        return refuse_library(library.error());
    }
    std::vector<PlanDocument> plans;
    std::vector<std::string> names;
    for (const std::string& path : options.plans) {
        auto plan = load_plan(path);
        if (!plan) {
            return refuse(plan.error());
        }
        plans.push_back(*std::move(plan));
        names.push_back(document_name(path));
    }
    const Result<LibraryReport> report = check_library(*library, plans);
    if (!report) {
        return refuse(report.error());
    }
    const Exit written =
        write(options.format == "json"
                  ? to_json(*report, *library)
                  : to_text(*report, *library, document_name(options.library), names));
    return written == Exit::done && !report->clean ? Exit::findings : written;
}

void add_common(CLI::App& command, Options& options) {
    command
        .add_option("LIB", options.library,
                    "A built-in library or a file: a name with a / or .json")
        ->required()
        ->type_name("");
    command.add_option("-f,--format", options.format, "text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->type_name("FORMAT");
}

} // namespace

void add_library(CLI::App& app, Exit& exit) {
    CLI::App* const library = app.add_subcommand("library", "Libraries of indicators");
    library->require_subcommand(1);
    library->add_subcommand("list", "List the built-in libraries: id and title")->callback([&exit] {
        exit = list();
    });

    CLI::App* const searching =
        library->add_subcommand("search", "Find indicators by code, name, alias or a part of one");
    const auto wanted = std::make_shared<Options>();
    add_common(*searching, *wanted);
    searching->add_option("TEXT", wanted->text, "What to look for")->required()->type_name("");
    searching->callback([wanted, &exit] { exit = search_in(*wanted); });

    CLI::App* const checking = library->add_subcommand(
        "check", "Find indicators that are in a library twice, and which ones plans use");
    const auto options = std::make_shared<Options>();
    add_common(*checking, *options);
    checking->add_option("PLAN", options->plans, "Plan documents")->type_name("");
    checking->footer("Exit status: 1 where an error or a warning was found; notes alone are 0.");
    checking->callback([options, &exit] { exit = check(*options); });
}

} // namespace heng::tool
