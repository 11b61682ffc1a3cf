// SPDX-License-Identifier: Apache-2.0
//
// heng reconcile [-f text|json] [--all] CLAIMS FACTS
#include "command.hpp"
#include "tool.hpp"

#include <heng/reconcile/reconcile.hpp>

#include <memory>

namespace heng::tool {
namespace {

struct Options {
    std::string claims;
    std::string facts;
    std::string format = "text";
    bool all = false;
};

Exit run(const Options& options) {
    const Result<std::string> claims = read_document(options.claims);
    if (!claims) {
        return refuse(claims.error());
    }
    const Result<std::string> facts = read_document(options.facts);
    if (!facts) {
        return refuse(facts.error());
    }
    const Result<Reconciliation> found = reconcile(*claims, *facts, limits());
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
    command.argument("CLAIMS", options->claims, "A claims/1 document; - is standard input");
    command.argument("FACTS", options->facts, "A facts/1 document; - is standard input");
    command.format(options->format, {"text", "json"}, "Of the findings: text or json");
    command.flag("--all", options->all, "Also what holds, with its exact value");
    command.footer("Exit status: 1 where a figure does not follow from the others.");
    command.runs([options] { return run(*options); });
}

} // namespace heng::tool
