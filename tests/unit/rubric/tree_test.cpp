// SPDX-License-Identifier: Apache-2.0
#include <heng/rubric/tree.hpp>

#include <doctest/doctest.h>

using namespace heng;

namespace {

Indicator node(std::string id, std::vector<Indicator> below = {}) {
    Indicator indicator;
    indicator.id = std::move(id);
    indicator.indicators = std::move(below);
    return indicator;
}

} // namespace

TEST_CASE("the tree as a list: parents first, each with its place") {
    const std::vector<Indicator> indicators{
        node("a", {node("a1"), node("a2", {node("deep")})}),
        node("b"),
    };
    const IndicatorTree tree{indicators};
    REQUIRE(tree.size() == 5);
    std::string told;
    for (const PlacedIndicator& each : tree) {
        told += each->id + ' ' + std::to_string(each.level) + ' ' + std::to_string(each.end) + ' ' +
                (each.parent ? tree[*each.parent]->id : "-") + ';';
    }
    CHECK(told == "a 1 4 -;a1 2 2 a;a2 2 4 a;deep 3 4 a2;b 1 5 -;");
    CHECK(tree.pointer(3) == "/indicators/0/indicators/1/indicators/0");
    CHECK(tree.pointer(4) == "/indicators/1");
    CHECK(tree[3].indicator == &indicators[0].indicators[1].indicators[0]);
}

TEST_CASE("the tree as a list: the way down to one, and the children of one") {
    const std::vector<Indicator> indicators{
        node("a", {node("a1", {node("deep")}), node("a2")}),
        node("b"),
    };
    const IndicatorTree tree{indicators};
    std::string way;
    for (const Indicator* each : tree.path(2)) {
        way += each->id + ' ';
    }
    CHECK(way == "a a1 deep ");
    std::string children;
    tree.each_child(0, [&](std::size_t at) { children += tree[at]->id + ' '; });
    tree.each_child(4, [&](std::size_t at) { children += tree[at]->id + ' '; });
    CHECK(children == "a1 a2 ");
    CHECK(IndicatorTree{indicators[1].indicators}.size() == 0);
}
