// SPDX-License-Identifier: Apache-2.0
//
// heng test [-f text|json] [--mutate] [--no-coverage] TESTS
#include "command.hpp"
#include "documents.hpp"
#include "messages.hpp"

#include <heng/document/builtin.hpp>
#include <heng/rubric_test/rubric_test.hpp>

#include <memory>
#include <utility>

namespace heng::tool {
namespace {

struct Options {
    std::string tests;
    std::string format = "text";
    bool mutate = false;
    bool no_coverage = false;
};

/// A path that a document names is taken from where the document stands.
std::string beside(const std::string& document, const std::string& name) {
    const std::size_t slash = document.rfind('/');
    const bool absolute = name.starts_with('/');
    return absolute || slash == std::string::npos ? name : document.substr(0, slash + 1) + name;
}

/// Of a built-in rubric, or of a file.
Result<std::string> text_of(const std::string& name, const std::string& path) {
    const bool is_path =
        name == "-" || name.find('/') != std::string::npos || name.ends_with(".json");
    if (is_path) {
        return read_document(path);
    }
    Result<std::string_view> text = builtin_text(name);
    if (!text) {
        auto file = read_document(path);
        return file ? file : Failure{std::move(text.error())};
    }
    return std::string{*text};
}

Exit run(const Options& options) {
    if (options.format != "text" && options.format != "json") {
        return misused(
            say::no_format(options.format, detail::text::Words{"text or json", "text、json"}));
    }
    const Result<std::string> text = text_of(options.tests, options.tests);
    if (!text) {
        const Exit status = refuse(text.error());
        return text.error().code == "rubric.not-found" ? Exit::usage : status;
    }
    std::string rubric; // where it was read
    const TestSources sources{[&](const std::string& name) -> Result<RubricDocument> {
                                  rubric = beside(options.tests, name);
                                  const auto read = text_of(name, rubric);
                                  if (!read) { // told where the tests name it
                                      return Failure{in_document(read.error(), "")};
                                  }
                                  auto parsed = RubricDocument::parse(*read, limits());
                                  return parsed ? std::move(parsed)
                                                : Failure{in_document(parsed.error(), rubric)};
                              },
                              [&](const std::string& name) {
                                  return read_document(beside(options.tests, name));
                              }};
    TestOptions test_options;
    test_options.mutate = options.mutate;
    const Result<TestReport> report = run_tests(*text, sources, test_options, limits());
    if (!report) {
        const Error& error = report.error();
        return refuse(
            in_document(error, document_name(error.document.empty() ? options.tests : rubric)));
    }
    const Exit written =
        write(options.format == "json" ? to_json(*report) : to_text(*report, !options.no_coverage));
    return written == Exit::done && !passed(*report) ? Exit::findings : written;
}

} // namespace

void add_test(Command line) {
    Command command =
        line.command("test", "Run a rubric's own tests", "heng test guangzhou-department-2023");
    const auto options = std::make_shared<Options>();
    command.option("-f,--format", options->format, "text or json").called("FORMAT").shows_default();
    command.flag("--mutate", options->mutate,
                 "Change everything in the rubric in turn, and list what no test notices");
    command.flag("--no-coverage", options->no_coverage, "Leave out what the tests reach");
    command.argument("TESTS", options->tests,
                     "A tests document, or a rubric with tests of its own: a file or an id");
    command.runs([options] { return run(*options); });
}

} // namespace heng::tool
