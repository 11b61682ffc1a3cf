// SPDX-License-Identifier: Apache-2.0
//
// What the subcommands of `heng` share: reading documents, writing results, saying what is wrong.
//
//     const Result<std::string> text = read_document("facts.json");
//     if (!text) return refuse(text.error());      // facts.json: error: … on stderr, status 3
//     return write(result);                        // whole, or status 3
//
// Only the command reads files; the library takes texts.
#pragma once

#include "base/page.hpp"
#include "base/text/messages.hpp"

#include <heng/limits.hpp>
#include <heng/result.hpp>

#include <string>
#include <string_view>

namespace heng::tool {

/// The exit statuses.
enum class Exit : int {
    done = 0,     ///< done, and nothing was found
    findings = 1, ///< lint, test, audit, reconcile or a bad line
    usage = 2,    ///< the command line is wrong
    document = 3, ///< a document can't be used, or the result can't be written
};

/// Says all that follows in this language, as --language asks. Set while the command line is read.
void speak(Language language);

/// What documents may cost, and the language that --language asks for.
[[nodiscard]] Limits limits();

/// The bytes of a file, or of standard input for "-". A file larger than a document may be is read
/// just past the limit, and refused by who parses it. Error: `file.unreadable`.
[[nodiscard]] Result<std::string> read_document(const std::string& path);

/// The errors of a file that can't be read, or written; the reason is an errno.
[[nodiscard]] Error unreadable(const std::string& path, int reason);
[[nodiscard]] Error unwritable(const std::string& path, int reason);

/// The next line of standard input without its end; false after the last. A line longer than a
/// document may be is cut just past the limit, and refused by who parses it. Error:
/// `file.unreadable`.
[[nodiscard]] Result<bool> read_line(std::string& line);

/// What errors and findings call a document: its path, without what would steer a terminal;
/// "<stdin>" for "-".
[[nodiscard]] std::string document_name(const std::string& path);

/// Writes `text` to standard output and flushes it.
[[nodiscard]] Exit write(std::string_view text);

/// The same of a table without headings, such as ids and their titles.
[[nodiscard]] Exit write(detail::base::Table table);

/// Says on standard error that the result could not be written; the reason is an errno. Quiet where
/// the reader of a pipe has gone.
[[nodiscard]] Exit not_written(int reason);

/// Writes `error`, and all that came with it, to standard error.
[[nodiscard]] Exit refuse(const Error& error);

/// Names the call whose command line is read, and an example of it, for misused().
void called(std::string call, std::string example);

/// Says on standard error what is wrong with the command line, and how it may be written.
[[nodiscard]] Exit misused(const detail::text::Words& message);

class Command;

/// Each declares its subcommand.
void add_score(Command line);
void add_audit(Command line);
void add_rubrics(Command line);
void add_rubric(Command line);
void add_schema(Command line);
void add_eval(Command line);
void add_verify(Command line);
void add_explain(Command line);
void add_diff(Command line);
void add_lint(Command line);
void add_plan(Command line);
void add_library(Command line);
void add_test(Command line);
void add_batch(Command line);
void add_report(Command line);
void add_reconcile(Command line);
void add_monitor(Command line);
void add_policies(Command line);
void add_policy(Command line);
void add_decide(Command line);
void add_form(Command line);

} // namespace heng::tool
