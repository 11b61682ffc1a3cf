// SPDX-License-Identifier: Apache-2.0
//
// heng library list
// heng library search [-f text|json] LIB TEXT
// heng library check [-f text|json] LIB [PLAN...]
#include "command.hpp"
#include "documents.hpp"

#include <heng/plan/library.hpp>

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
    detail::base::Table table{{{}, {}}};
    for (const std::string_view id : builtin_library_ids()) {
        const auto library = builtin_library(id);
        if (!library) {
            return refuse(library.error());
        }
        table.add(id, library->library().title);
    }
    return write(std::move(table));
}

Exit search_in(const Options& options) {
    if (const auto fine = check_search_text(options.text); !fine) {
        (void)refuse(fine.error());
        return Exit::usage;
    }
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

void add_common(Command command, Options& options) {
    command.argument("LIB", options.library,
                     "A built-in library or a file: a name with a / or .json");
    command.format(options.format, {"text", "json"}, "text or json");
}

} // namespace

void add_library(Command line) {
    Command library = line.command("library", "Libraries of indicators", "heng library list");
    library.needs_command();
    library.command("list", "List the built-in libraries: id and title", "heng library list")
        .runs([] { return list(); });

    Command searching =
        library.command("search", "Find indicators by code, name, alias or a part of one",
                        "heng library search common-indicators 满意度");
    const auto wanted = std::make_shared<Options>();
    add_common(searching, *wanted);
    searching.argument("TEXT", wanted->text, "What to look for");
    searching.runs([wanted] { return search_in(*wanted); });

    Command checking = library.command(
        "check", "Find indicators that are in a library twice, and which ones plans use",
        "heng library check common-indicators plan.json");
    const auto options = std::make_shared<Options>();
    add_common(checking, *options);
    checking.arguments("PLAN", options->plans, "Plan documents");
    checking.footer("Exit status: 1 where an error or a warning was found; notes alone are 0.");
    checking.runs([options] { return check(*options); });
}

} // namespace heng::tool
