// SPDX-License-Identifier: Apache-2.0
#include "base/text/pointer.hpp"
#include "rubric_test/mutator.hpp"

#include <algorithm>
#include <utility>

namespace heng::detail::rubric_test {

using json::Json;
using json::JsonKind;

namespace {

void between(const Decimal& a, const Decimal& b, Telling& telling) {
    telling.how = Telling::How::between;
    telling.from = (a < b ? a : b).to_string();
    telling.to = (a < b ? b : a).to_string();
}

} // namespace

Site Site::member(std::string_view key) const {
    Site site{name + '/' + std::string{key}, path, json ? json->find(key) : std::nullopt};
    site.path.emplace_back(key);
    return site;
}

std::vector<Site> Site::elements() const {
    std::vector<Site> sites;
    if (json && json->is(JsonKind::array)) {
        for (const Json child : json->children()) {
            const std::string index = std::to_string(sites.size());
            sites.push_back({name + '/' + index, path, child});
            sites.back().path.push_back(index);
        }
    }
    return sites;
}

std::vector<Site> Site::members() const {
    std::vector<Site> sites;
    if (json && json->is(JsonKind::object)) {
        for (const Json child : json->children()) {
            if (!child.key().starts_with('$') && !child.key().starts_with("x-")) {
                sites.push_back({name + '/' + std::string{child.key()}, path, child});
                sites.back().path.emplace_back(child.key());
            }
        }
    }
    return sites;
}

std::string_view Site::text() const {
    return json && json->is(JsonKind::string) ? json->text() : std::string_view{};
}

std::optional<Decimal> Site::number() const {
    if (!json || (!json->is(JsonKind::string) && !json->is(JsonKind::number))) {
        return std::nullopt;
    }
    std::string_view written = json->text();
    const bool hundredths = written.ends_with('%');
    written.remove_suffix(hundredths ? 1 : 0);
    const auto value = Decimal::parse(written);
    if (!value) {
        return std::nullopt;
    }
    return hundredths ? *value * Decimal{1, 2} : *value;
}

std::string pointer_of(const std::vector<std::string>& path) {
    std::string pointer;
    for (const std::string& key : path) {
        pointer += '/';
        text::append_token(pointer, key);
    }
    return pointer;
}

void Mutator::add(Mutation mutation) {
    if (found_.size() <= most_) {
        found_.push_back(std::move(mutation));
    }
}

Mutation& Mutator::put(const Site& site, const std::string& change, Tree value) {
    if (found_.size() > most_) {
        return spare_;
    }
    Mutation mutation;
    mutation.name = site.name + ": " + change;
    mutation.pointer = pointer_of(site.path);
    mutation.edits = {{{site.path, std::move(value)}}};
    mutation.telling.how = Telling::How::reach;
    found_.push_back(std::move(mutation));
    return found_.back();
}

void Mutator::number(const Site& site, int scale, bool reads_facts_anew) {
    const auto value = site.number();
    if (!value) {
        return;
    }
    const Decimal step{1, std::max({scale, value->scale(), 0})};
    for (const Decimal& moved : {*value + step, *value - step}) {
        const std::string from = value->to_string();
        const std::string to = moved.to_string();
        Mutation& made = put(site, from + " -> " + to, Tree::string(to));
        made.reads_facts_anew = reads_facts_anew;
        made.telling.constants = {Ratio{(*value + moved) * Decimal{5, 1}}, Ratio{*value},
                                  Ratio{moved}};
        if (reads_facts_anew) {
            between(*value, moved, made.telling);
        }
    }
}

void Mutator::words(const Site& site, std::initializer_list<std::string_view> all,
                    std::string_view otherwise) {
    const std::string_view now = site.is_present() ? site.text() : otherwise;
    if (now.empty()) {
        return;
    }
    for (const std::string_view word : all) {
        if (word != now) {
            (void)put(site, std::string{now} + " -> " + std::string{word}, Tree::string(word));
        }
    }
}

void Mutator::changed_texts(const Site& site, const std::vector<TextChange>& changes,
                            std::optional<std::size_t> leaf) {
    for (const TextChange& change : changes) {
        Site at = site;
        at.name += '@' + change.name(site.text());
        const std::size_t colon = at.name.rfind(": " + change.from + " -> ");
        const std::string what = at.name.substr(colon + 2);
        at.name.resize(colon);
        Mutation& made = put(at, what, Tree::string(change.applied(site.text())));
        made.leaf = leaf;
        for (const Decimal& number : change.numbers) {
            made.telling.constants.emplace_back(number);
        }
        if (change.constant) {
            between(change.numbers[1], change.numbers[2], made.telling);
        } else if (change.edge) {
            made.telling.how = Telling::How::on_edge;
        }
    }
}

void Mutator::expression(const Site& site) {
    changed_texts(site, expression_changes(site.text(), compiled_.scope, TextKind::expression), {});
}

void Mutator::condition(const Site& site) {
    expression(site);
    if (site.is_present()) {
        (void)put(site, "negated", Tree::string("not(" + std::string{site.text()} + ')'));
    }
}

void Mutator::tests(const Site& site, int scale, std::optional<std::size_t> leaf) {
    changed_texts(site, expression_changes(site.text(), {}, TextKind::tests, scale), leaf);
}

} // namespace heng::detail::rubric_test
