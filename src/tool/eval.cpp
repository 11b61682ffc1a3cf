// SPDX-License-Identifier: Apache-2.0
//
// heng eval EXPRESSION [CONTEXT]
// heng eval --jsonl
#include "tool.hpp"

#include <heng/document/evaluate.hpp>

#include <iostream>
#include <memory>

namespace heng::tool {
namespace {

struct Options {
    std::string expression;
    std::string context = "{}";
    bool lines = false;
};

Exit run_one(const Options& options) {
    const Result<Evaluation> value = evaluate(options.expression, options.context);
    if (!value) {
        return refuse(in_document(value.error(), "CONTEXT"));
    }
    const Exit written = write(value->json + '\n');
    return written == Exit::done && value->is_error ? Exit::findings : written;
}

/// One value a line, in the order of the lines; a line that can't be used gets an error, and the
/// rest goes on.
Exit run_lines() {
    Exit exit = Exit::done;
    std::string line;
    while (std::getline(std::cin, line)) {
        const Result<Evaluation> value = evaluate_line(line);
        if (!value) {
            exit = Exit::findings;
        }
        const std::string json = value ? value->json : evaluation_error(value.error());
        if (const Exit written = write(json + '\n'); written != Exit::done) {
            return written;
        }
    }
    return exit;
}

Exit run(const Options& options) {
    if (options.lines) {
        return options.expression.empty()
                   ? run_lines()
                   : misused("--jsonl reads its expressions from standard input");
    }
    return options.expression.empty() ? misused("eval needs an EXPRESSION, or --jsonl")
                                      : run_one(options);
}

} // namespace

void add_eval(CLI::App& app, Exit& exit) {
    CLI::App* const command = app.add_subcommand("eval", "Evaluate a FEEL expression, exactly");
    const auto options = std::make_shared<Options>();
    command
        ->add_option("EXPRESSION", options->expression,
                     "FEEL; write -- before one that begins with a minus sign")
        ->type_name("");
    command->add_option("CONTEXT", options->context, "A JSON object: the values of its names")
        ->type_name("");
    command->add_flag("--jsonl", options->lines,
                      "Read {\"expression\",\"context\"} a line from standard input");
    command->callback([options, &exit] { exit = run(*options); });
}

} // namespace heng::tool
