// SPDX-License-Identifier: Apache-2.0
//
// heng eval [--explain] [-f text|json] EXPRESSION [CONTEXT]
// heng eval --jsonl [--explain]
#include "command.hpp"
#include "messages.hpp"
#include "tool.hpp"

#include <heng/eval/evaluate.hpp>

#include <memory>

namespace heng::tool {
namespace {

struct Options {
    std::string expression;
    std::string context = "{}";
    std::string format; ///< "" is text of an explanation, else json
    bool lines = false;
    bool explain = false;

    [[nodiscard]] Explain explained() const { return explain ? Explain::yes : Explain::no; }
};

Exit run_one(const Options& options) {
    const Result<Evaluation> value =
        evaluate(options.expression, options.context, limits(), options.explained());
    if (!value) {
        return refuse(in_document(value.error(), "CONTEXT"));
    }
    const bool tree = options.explain && options.format != "json" && !value->error;
    const Exit written = write(tree ? value->explanation : value->json + '\n');
    return written == Exit::done && value->error ? Exit::findings : written;
}

/// One value a line, in the order of the lines; a line that can't be used gets an error, and the
/// rest goes on.
Exit run_lines(const Options& options) {
    Exit exit = Exit::done;
    std::string line;
    for (;;) {
        const Result<bool> read = read_line(line);
        if (!read) {
            return refuse(read.error());
        }
        if (!*read) {
            return exit;
        }
        const Result<Evaluation> value = evaluate_line(line, limits(), options.explained());
        if (!value) {
            exit = Exit::findings;
        }
        const std::string json = value ? value->json : evaluation_error(value.error());
        if (const Exit written = write(json + '\n'); written != Exit::done) {
            return written;
        }
    }
}

Exit run(const Options& options) {
    if (!options.format.empty() && options.format != "text" && options.format != "json") {
        return misused(
            say::no_format(options.format, detail::text::Words{"text or json", "text、json"}));
    }
    if (options.format == "text" && (options.lines || !options.explain)) {
        return misused(say::text_explains);
    }
    if (options.lines) {
        return options.expression.empty() ? run_lines(options) : misused(say::lines_from_input);
    }
    return options.expression.empty() ? misused(say::needs_expression) : run_one(options);
}

} // namespace

void add_eval(Command line) {
    Command command =
        line.command("eval", "Evaluate a FEEL expression, exactly",
                     R"(heng eval "executed / budget" '{"executed": 9, "budget": 10}')");
    const auto options = std::make_shared<Options>();
    command.optional_argument("EXPRESSION", options->expression,
                              "FEEL; write -- before one that begins with a minus sign");
    command.optional_argument("CONTEXT", options->context,
                              "A JSON object: the values of its names");
    command.flag("--jsonl", options->lines,
                 "Read {\"expression\",\"context\"} a line from standard input");
    command.flag("--explain", options->explain,
                 "Show each step of the evaluation: what was read, and what it gave");
    command.option("-f,--format", options->format, "text (an explanation) or json").called("");
    command.runs([options] { return run(*options); });
}

} // namespace heng::tool
