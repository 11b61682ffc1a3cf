// SPDX-License-Identifier: Apache-2.0
//
// heng reconcile [-r RUBRIC] [-f text|json] [--all] CLAIMS FACTS
#include "command.hpp"
#include "documents.hpp"

#include <heng/reconcile/reconcile.hpp>

#include <memory>
#include <optional>

namespace heng::tool {
namespace {

struct Options {
    std::string rubric;
    std::string claims;
    std::string facts;
    std::string format = "text";
    bool all = false;
};

/// With the facts as they stand, or as a rubric reads them, whose labels then name figures;
/// `refused` where one of these documents can't be used.
Result<Reconciliation> compared(const Options& options, const std::string& claims,
                                std::optional<Exit>& refused) {
    if (options.rubric.empty()) {
        const Result<std::string> facts = read_document(options.facts);
        if (!facts) {
            refused = refuse(facts.error());
            return Failure{facts.error()};
        }
        return reconcile(claims, *facts, limits());
    }
    const Result<RubricDocument> rubric = load_rubric(options.rubric);
    if (!rubric) {
        refused = refuse_rubric(options.rubric, rubric.error());
        return Failure{rubric.error()};
    }
    const Result<Facts> facts = load_facts(*rubric, options.facts);
    if (!facts) {
        refused = refuse(facts.error());
        return Failure{facts.error()};
    }
    return reconcile(claims, *facts, limits());
}

Exit run(const Options& options) {
    const Result<std::string> claims = read_document(options.claims);
    if (!claims) {
        return refuse(claims.error());
    }
    std::optional<Exit> refused;
    const Result<Reconciliation> found = compared(options, *claims, refused);
    if (refused) {
        return *refused;
    }
    if (!found) {
        const bool in_facts = found.error().document == name(ReconciledDocument::facts);
        return refuse(
            in_document(found.error(), document_name(in_facts ? options.facts : options.claims)));
    }
    const Exit written =
        write(options.format == "json" ? to_json(*found)
                                       : to_text(*found, document_name(options.claims),
                                                 document_name(options.facts), options.all));
    return written == Exit::done && !found->is_clean() ? Exit::findings : written;
}

} // namespace

void add_reconcile(Command line) {
    Command command =
        line.command("reconcile", "Recompute the figures of a report from its other figures",
                     "heng reconcile claims.json facts.json");
    const auto options = std::make_shared<Options>();
    command
        .option("-r,--rubric", options->rubric,
                "Call figures as this rubric labels its inputs: a built-in rubric, or a file")
        .called("RUBRIC");
    command.argument("CLAIMS", options->claims, "A claims/1 document; - is standard input");
    command.argument("FACTS", options->facts, "A facts/1 document; - is standard input");
    command.format(options->format, {"text", "json"}, "Of the findings: text or json");
    command.flag("--all", options->all, "Also what holds, with its exact value");
    command.footer("Exit status: 1 where a figure does not follow from the others.");
    command.runs([options] { return run(*options); });
}

} // namespace heng::tool
