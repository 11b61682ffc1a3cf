// SPDX-License-Identifier: Apache-2.0
#include "command.hpp"
#include "messages.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <utility>

namespace heng::tool {
namespace {

/// --help and --version are results; anything else is a wrong command line.
Exit stopped(const CLI::App& app, const CLI::ParseError& why) {
    if (why.get_exit_code() != 0) {
        return misused(detail::text::same(why.what()));
    }
    std::ostringstream text;
    app.exit(why, text, text);
    return write(text.str());
}

constexpr const char* output = "--output"; ///< the only value that is written

/// How many values are "-", of options and arguments that name what is read.
std::ptrdiff_t standard_inputs(const CLI::App& app) {
    std::ptrdiff_t found = 0;
    for (const CLI::Option* const option : app.get_options()) {
        const std::vector<std::string>& values = option->results();
        found += option->check_name(output) ? 0 : std::count(values.begin(), values.end(), "-");
    }
    return found;
}

/// What is left of `--plan "$PLAN"` where there is no PLAN.
std::string empty_value(const std::string& value) {
    return value.empty() ? "the value is empty" : "";
}

} // namespace

Exit Command::run(int argc, char** argv, const char* about, const char* version,
                  const std::function<void(Command)>& declare) {
    CLI::App app{about};
    app.set_version_flag("--version", version);
    Exit exit = Exit::done;
    declare(Command{&app, &exit});
    try {
        app.parse(argc, argv);
        return exit;
    } catch (const CLI::ParseError& why) {
        return stopped(app, why);
    }
}

Command Command::command(const char* name, const char* about) {
    CLI::App* const command = app_->add_subcommand(name, about);
    command
        ->add_option_function<std::string>(
            "--language",
            [](const std::string& word) { speak(word == "zh" ? Language::zh : Language::en); },
            "Of messages and reports: zh or en; else that of the rubric or document")
        ->check(CLI::IsMember({"zh", "en"}))
        ->type_name("LANGUAGE");
    return Command{command, exit_};
}

void Command::needs_command() {
    app_->require_subcommand(1);
}

void Command::footer(const char* text) {
    app_->footer(text);
}

void Command::runs(std::function<Exit()> action) {
    app_->callback([app = app_, action = std::move(action), exit = exit_] {
        *exit = standard_inputs(*app) > 1 ? misused(say::one_standard_input) : action();
    });
}

Taken Command::argument(const char* name, std::string& value, const char* about) {
    return optional_argument(name, value, about).required();
}

Taken Command::optional_argument(const char* name, std::string& value, const char* about) {
    return Taken{app_->add_option(name, value, about)}.called("");
}

Taken Command::arguments(const char* name, std::vector<std::string>& values, const char* about) {
    return Taken{app_->add_option(name, values, about)}.called("");
}

Taken Command::option(const char* names, std::string& value, const char* about) {
    return Taken{app_->add_option(names, value, about)->check(empty_value)};
}

Taken Command::options(const char* names, std::vector<std::string>& values, const char* about) {
    CLI::Option* const option = app_->add_option(names, values, about)->check(empty_value);
    return Taken{option->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)};
}

Taken Command::option(const char* names, unsigned& value, unsigned least, unsigned most,
                      const char* about) {
    return Taken{app_->add_option(names, value, about)->check(CLI::Range(least, most))};
}

Taken Command::format(std::string& value, std::initializer_list<const char*> words,
                      const char* about) {
    const std::vector<std::string> known(words.begin(), words.end());
    CLI::Option* const option = app_->add_option("-f,--format", value, about);
    return Taken{option->check(CLI::IsMember(known))}.called("FORMAT");
}

Taken Command::flag(const char* name, bool& value, const char* about) {
    return Taken{app_->add_flag(name, value, about)};
}

Taken Taken::required() {
    option_->required();
    return *this;
}

Taken Taken::needs(Taken other) {
    option_->needs(other.option_);
    return *this;
}

Taken Taken::called(const char* type) {
    option_->type_name(type);
    return *this;
}

Taken Taken::shows_default() {
    option_->capture_default_str();
    return *this;
}

} // namespace heng::tool
