// SPDX-License-Identifier: Apache-2.0
#include "base/text/nearest.hpp"
#include "command.hpp"
#include "messages.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace heng::tool {
namespace {

using detail::text::Words;

/// A value that an option does not take.
struct BadValue {
    Words words;
};

/// "heng plan check", of the subcommand.
std::string call_of(const CLI::App& app) {
    return app.get_parent() == nullptr ? "heng" : call_of(*app.get_parent()) + ' ' + app.get_name();
}

/// The innermost subcommand that was named.
const CLI::App& named(const CLI::App& app) {
    const std::vector<CLI::App*> inner = app.get_subcommands();
    return inner.empty() ? app : named(*inner.back());
}

std::vector<std::string> calls_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* const each : app.get_subcommands([](const CLI::App*) { return true; })) {
        names.push_back(each->get_name());
    }
    return names;
}

Words with_question(const Words& words, const std::string& meant) {
    return meant.empty() ? words : say::and_hint(words, detail::text::question(meant));
}

/// The unknown word: an option before any other, since its value is left as well.
std::optional<Words> unknown_word(const CLI::App& app) {
    const std::vector<std::string> left = app.remaining();
    if (left.empty()) {
        return std::nullopt;
    }
    const auto option = std::find_if(left.begin(), left.end(), [](const std::string& word) {
        return word.size() > 1 && word.front() == '-';
    });
    if (option != left.end()) {
        std::vector<std::string> names;
        for (const CLI::Option* const each : app.get_options()) {
            for (const std::string& name : each->get_lnames()) {
                names.push_back("--" + name);
            }
        }
        const std::string name = option->substr(0, option->find('='));
        return with_question(say::no_option(call_of(app), name),
                             detail::text::nearest(name, names));
    }
    const std::vector<std::string> calls = calls_of(app);
    if (calls.empty()) {
        return say::left_over(left.front(), call_of(app));
    }
    return with_question(say::no_call(left.front()), detail::text::nearest(left.front(), calls));
}

/// The option or argument that lacks something, or has too much; nothing where none does.
std::optional<Words> wrong_option(const CLI::App& app, const CLI::ParseError& why) {
    const std::string said = why.what();
    for (const CLI::Option* const each : app.get_options()) {
        const std::string name = each->get_name();
        const auto is_told = [&](char after) {
            return said.compare(0, name.size() + 1, name + after) == 0;
        };
        if (why.get_name() == "RequiredError" && each->get_required() && each->count() == 0) {
            return say::needs_value(call_of(app), name);
        }
        for (const CLI::Option* const other : each->get_needs()) {
            if (each->count() > 0 && other->count() == 0) {
                return say::needs_other(name, other->get_name());
            }
        }
        if (each->get_expected_max() == 0 && (is_told(' ') || is_told(':'))) {
            return say::no_flag_value(name);
        }
        if (why.get_name() == "ArgumentMismatch" && is_told(':')) {
            return each->count() > 1 ? say::given_twice(name, std::to_string(each->count()))
                                     : say::value_of(name);
        }
    }
    return std::nullopt;
}

Words wrong(const CLI::App& app, const CLI::ParseError& why) {
    if (const auto unknown = unknown_word(app)) {
        return *unknown;
    }
    const std::vector<std::string> calls = calls_of(app);
    if (why.get_name() == "RequiredError" && !calls.empty()) {
        return say::needs_call(call_of(app), detail::text::listed(calls));
    }
    return wrong_option(app, why).value_or(say::not_understood);
}

/// --help and --version are results; anything else is a wrong command line.
Exit stopped(const CLI::App& app, const CLI::ParseError& why) {
    if (why.get_exit_code() != 0) {
        return misused(wrong(named(app), why));
    }
    std::ostringstream text;
    app.exit(why, text, text);
    return write(text.str());
}

constexpr std::string_view example_mark = "Example: "; ///< before it in a footer

std::string footer_of(const std::string& example) {
    return std::string{example_mark} + example;
}

/// Names the subcommand for what is wrong in it, by the example of its footer.
void tell(const CLI::App& app) {
    const std::string footer = app.get_footer();
    const std::size_t at = footer.rfind(example_mark);
    called(call_of(app), footer.substr(at + example_mark.size()));
}

/// Takes the language before anything can be wrong.
void speak_as_asked(int argc, char** argv) {
    constexpr std::string_view option = "--language";
    std::string_view before;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        for (const auto& [value, language] :
             {std::pair{"zh", Language::zh}, std::pair{"en", Language::en}}) {
            if ((before == option && word == value) || word == std::string{option} + '=' + value) {
                speak(language);
            }
        }
        before = word;
    }
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

/// Refuses what is left of `--plan "$PLAN"` where there is no PLAN.
CLI::Validator no_empty(const CLI::Option& option) {
    return {[name = option.get_name()](const std::string& value) {
                return value.empty() ? throw BadValue{say::empty_value(name)} : std::string{};
            },
            ""};
}

CLI::Validator one_of(const CLI::Option& option, std::vector<std::string> words) {
    return {
        [name = option.get_name(), words = std::move(words)](const std::string& value) {
            return std::find(words.begin(), words.end(), value) == words.end()
                       ? throw BadValue{say::not_among(name, detail::text::listed(words), value)}
                       : std::string{};
        },
        ""};
}

CLI::Validator within(const CLI::Option& option, unsigned least, unsigned most) {
    return {[name = option.get_name(), least, most](const std::string& value) {
                unsigned number = 0;
                return !CLI::detail::lexical_cast(value, number) || number < least || number > most
                           ? throw BadValue{say::not_within(name, std::to_string(least),
                                                            std::to_string(most), value)}
                           : std::string{};
            },
            ""};
}

/// Whether what is written would replace what is read, by whatever name each is called; "" if not.
std::string overwritten(const CLI::App& app) {
    const CLI::Option* const written = app.get_option_no_throw(output);
    if (written == nullptr || written->results().empty()) {
        return {};
    }
    const std::string& to = written->results().back();
    std::error_code failed;
    if (!std::filesystem::is_regular_file(to, failed)) {
        return {}; // there is nothing yet, or a device or pipe, which is not replaced
    }
    for (const CLI::Option* const option : app.get_options()) {
        for (const std::string& from : option->results()) {
            if (option != written && std::filesystem::equivalent(from, to, failed)) {
                return from;
            }
        }
    }
    return {};
}

} // namespace

Exit Command::run(int argc, char** argv, const char* about, const char* version,
                  const char* example, const std::function<void(Command)>& declare) {
    CLI::App app{about, "heng"};
    app.footer(footer_of(example));
    speak_as_asked(argc, argv);
    app.set_version_flag("--version", version);
    Exit exit = Exit::done;
    declare(Command{&app, &exit});
    try {
        app.parse(argc, argv);
        return exit;
    } catch (const CLI::ParseError& why) {
        tell(named(app));
        return stopped(app, why);
    } catch (const BadValue& bad) {
        tell(named(app));
        return misused(bad.words);
    }
}

Command Command::command(const char* name, const char* about, const char* example) {
    CLI::App* const command = app_->add_subcommand(name, about);
    command->footer(footer_of(example));
    CLI::Option* const language = command->add_option_function<std::string>(
        "--language",
        [](const std::string& word) { speak(word == "zh" ? Language::zh : Language::en); },
        "Of messages and reports: zh or en; else that of the rubric or document");
    language->check(one_of(*language, {"zh", "en"}))->type_name("LANGUAGE");
    return Command{command, exit_};
}

void Command::needs_command() {
    app_->require_subcommand(1);
}

void Command::footer(const char* text) {
    app_->footer(text + ('\n' + app_->get_footer()));
}

void Command::runs(std::function<Exit()> action) {
    app_->callback([app = app_, action = std::move(action), exit = exit_] {
        tell(*app);
        const std::string input = overwritten(*app);
        *exit = standard_inputs(*app) > 1 ? misused(say::one_standard_input)
                : !input.empty()          ? misused(say::overwrites(input))
                                          : action();
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
    CLI::Option* const option = app_->add_option(names, value, about);
    return Taken{option->check(no_empty(*option))};
}

Taken Command::options(const char* names, std::vector<std::string>& values, const char* about) {
    CLI::Option* const option = app_->add_option(names, values, about);
    option->check(no_empty(*option));
    return Taken{option->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)};
}

Taken Command::option(const char* names, unsigned& value, unsigned least, unsigned most,
                      const char* about) {
    CLI::Option* const option = app_->add_option(names, value, about);
    return Taken{option->check(within(*option, least, most))};
}

Taken Command::format(std::string& value, std::initializer_list<const char*> words,
                      const char* about) {
    const std::vector<std::string> known(words.begin(), words.end());
    CLI::Option* const option = app_->add_option("-f,--format", value, about);
    return Taken{option->check(one_of(*option, known))}.called("FORMAT");
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
