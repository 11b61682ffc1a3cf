// SPDX-License-Identifier: Apache-2.0
#include "base/text/nearest.hpp"
#include "rubric_test/compose.hpp"
#include "rubric_test/messages.hpp"

#include <string_view>
#include <utility>

namespace heng::detail::rubric_test {
namespace {

using json::Json;
using json::JsonDocument;
using json::JsonKind;
using json::ObjectReader;
using json::Reader;

constexpr std::size_t most_changes = 1'000;
constexpr std::size_t longest_path = 32;
constexpr std::size_t most_compared = 500; ///< problems, after which nearest names are not sought

/// "budget.annual" in the data.
std::vector<std::string> data_path(std::string_view dotted) {
    std::vector<std::string> path{"data"};
    for (std::size_t dot = 0; dot != std::string_view::npos;) {
        dot = dotted.find('.');
        path.emplace_back(dotted.substr(0, dot));
        dotted.remove_prefix(dot == std::string_view::npos ? dotted.size() : dot + 1);
    }
    return path;
}

/// A document as a tree; nothing where it is no JSON object.
std::optional<Tree> tree_of(const TestFacts& document) {
    if (!document || !document->root().is(JsonKind::object)) {
        return std::nullopt;
    }
    return Tree::of(document->root());
}

Tree empty_facts() {
    Tree facts;
    facts.place({"heng"}) = Tree::string("facts/1");
    facts.place({"data"}) = Tree{};
    return facts;
}

} // namespace

void Composer::keep(const std::string& name, std::optional<TestFacts> facts) {
    facts_.emplace(name, std::move(facts));
}

std::optional<TestFacts> Composer::from_file(const Reader& file) const {
    const auto name = file.text();
    if (!name) {
        return std::nullopt;
    }
    if (!source_) {
        file.problem("facts_file", say::no_files, say::as_facts);
        return std::nullopt;
    }
    auto text = source_(std::string{*name});
    if (!text) {
        file.problem("facts_file", say::of_document(*name, text::message_of(text.error())),
                     text::hint_of(text.error()));
        return std::nullopt;
    }
    return JsonDocument::parse(*text, file.problems().limits());
}

std::optional<Tree> Composer::base_of(const Reader& like) const {
    const auto name = like.text();
    if (!name) {
        return std::nullopt;
    }
    const auto found = facts_.find(*name);
    if (found == facts_.end()) {
        text::Nearest nearest{*name};
        if (like.problems().size() < most_compared) {
            for (const auto& [known, facts] : facts_) {
                nearest.consider(known);
            }
        }
        like.problem("like", say::no_earlier_test(*name), text::question(nearest.found()));
        return std::nullopt;
    }
    auto tree = found->second ? tree_of(*found->second) : std::nullopt;
    if (!tree && found->second) {
        like.problem("like", say::facts_no_object(*name));
    }
    return tree;
}

/// What a change names must be read, for else it would change nothing and nobody would know.
void Composer::check_path(const Reader& change) const {
    std::string_view path = change.key();
    while (true) {
        const auto meaning = rubric_.scope.find(path).meaning;
        if (meaning == feel::Scope::Meaning::slot ||
            (meaning == feel::Scope::Meaning::group && path == change.key())) {
            return;
        }
        const std::size_t dot = path.rfind('.');
        if (dot == std::string_view::npos) {
            break;
        }
        path = path.substr(0, dot); // an element of a list that is an input
    }
    text::Nearest nearest{change.key()};
    if (change.problems().size() < most_compared) {
        for (const document::Input& input : rubric_.inputs) {
            nearest.consider(input.path);
        }
    }
    change.problem_at_key("unknown-fact", say::reads_no(change.key()),
                          text::question(nearest.found()));
}

void Composer::change(Tree& facts, const Reader& change, bool check) const {
    const std::vector<std::string> path = data_path(change.key());
    if (path.size() > longest_path) {
        change.problem_at_key("path", say::path_too_long);
        return;
    }
    if (check) {
        check_path(change);
    }
    if (change.is(JsonKind::null)) {
        facts.remove(path);
    } else {
        facts.place(path).merge(change.json());
    }
}

std::optional<TestFacts> Composer::facts_of(const ObjectReader& test, bool expects_error) {
    const Reader file = test.optional("facts_file");
    const Reader like = test.optional("like");
    const Reader facts = test.optional("facts");
    if (file.is_present() && (like.is_present() || facts.is_present())) {
        file.problem_at_key("facts_file", say::file_or_facts);
        return std::nullopt;
    }
    if (!file.is_present() && !like.is_present() && !facts.is_present()) {
        test.reader().problem("facts", say::needs_facts);
        return std::nullopt;
    }
    const bool plain =
        file.is_present() && !test.has("unit") && !test.has("subject") && !test.has("assessed");
    auto read = from_file(file);
    if (plain || (file.is_present() && !read)) {
        return read;
    }
    std::optional<Tree> tree = file.is_present()   ? tree_of(*read)
                               : like.is_present() ? base_of(like)
                                                   : empty_facts();
    if (!tree) {
        file.problem("facts_file", say::file_no_object);
        return std::nullopt;
    }
    if (facts.is(JsonKind::object) && facts.json().size() > most_changes) {
        facts.problem("facts", say::too_many_keys);
        return std::nullopt;
    }
    for (const std::string_view key : {"unit", "subject", "assessed"}) {
        if (test.has(key)) {
            tree->place({std::string{key}}).merge(test.optional(key).json());
        }
    }
    if (facts.is_present()) {
        for (const Reader each : facts.members()) {
            change(*tree, each, like.is_present() && !expects_error);
        }
    }
    return tree->document();
}

} // namespace heng::detail::rubric_test
