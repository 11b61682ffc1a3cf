// SPDX-License-Identifier: Apache-2.0
//
// How a subcommand says what it takes.
//
//     Command command = line.command("score", "Score facts by a rubric", "heng score …");
//     const auto options = std::make_shared<Options>();
//     command.format(options->format, {"text", "json"}, "Of the sheet: text or json");
//     command.flag("--strict", options->strict, "Refuse facts that the rubric does not read");
//     command.argument("FACTS", options->facts, "A facts document; - is standard input");
//     command.runs([options] { return run(*options); });
//
// The parser (CLI11) is read by command.cpp alone: it takes six seconds of every file that does.
#pragma once

#include "tool.hpp"

#include <functional>
#include <initializer_list>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace heng::tool {

/// Something that a subcommand takes: lives as long as the command line.
class Taken {
  public:
    Taken required();
    Taken needs(Taken other);
    /// What stands for its value in the help.
    Taken called(const char* type);
    /// The help also shows the value that it has without being given.
    Taken shows_default();

  private:
    friend class Command;
    explicit Taken(CLI::Option* option) : option_{option} {}

    CLI::Option* option_;
};

/// A subcommand, or the whole command line: a handle, copied freely. The values that it is to fill
/// outlive the parsing. Each `about` is one line of the help.
class Command {
  public:
    /// Runs what `declare` declared for the command line: the status of the one that was named, or
    /// `Exit::usage`, said on standard error. `version` is what --version prints; `example`
    /// is a whole command line, shown in the help and where a line is wrong.
    [[nodiscard]] static Exit run(int argc, char** argv, const char* about, const char* version,
                                  const char* example, const std::function<void(Command)>& declare);

    /// A subcommand of this one, of which one is then needed if `needs_command`.
    Command command(const char* name, const char* about, const char* example);
    void needs_command();
    /// Stands below the options in the help.
    void footer(const char* text);
    void runs(std::function<Exit()> action);

    /// A value by its place: needed, or not.
    Taken argument(const char* name, std::string& value, const char* about);
    Taken optional_argument(const char* name, std::string& value, const char* about);
    /// All values that are left.
    Taken arguments(const char* name, std::vector<std::string>& values, const char* about);

    /// A value by its name, as "-r,--rubric".
    Taken option(const char* names, std::string& value, const char* about);
    /// The same, any number of times.
    Taken options(const char* names, std::vector<std::string>& values, const char* about);
    /// A whole number from `least` to `most`.
    Taken option(const char* names, unsigned& value, unsigned least, unsigned most,
                 const char* about);
    /// -f or --format: one of these words.
    Taken format(std::string& value, std::initializer_list<const char*> words, const char* about);
    Taken flag(const char* name, bool& value, const char* about);

  private:
    Command(CLI::App* app, Exit* exit) : app_{app}, exit_{exit} {}

    CLI::App* app_;
    Exit* exit_;
};

} // namespace heng::tool
