// SPDX-License-Identifier: Apache-2.0
#include "batch/facts_shape.hpp"

#include <heng/number/checked.hpp>

namespace heng::detail::batch {
namespace {

using json::PlainJson;
using json::PlainNumber;

constexpr std::int64_t latest_year = 9'999;
constexpr std::size_t longest = 1024UL * 1024; ///< of longer texts, no shape is kept

/// A number of a slot, `more` places further right than it is written.
bool set(const PlainRow& row, const Leaf& leaf, PlainNumber number, int more) {
    int places = number.places + more;
    if (places < 0) { // money in a larger unit than the rubric's
        const std::int64_t power = detail::powers_of_ten_64[static_cast<unsigned>(-places)];
        if (__builtin_mul_overflow(number.coefficient, power, &number.coefficient)) {
            return false;
        }
        places = 0;
    }
    row.rows.set(leaf.slot, row.row, number.coefficient, places);
    return true;
}

/// Facts::parse is to say that it looks like the print of a double.
bool may_be_printed_double(const PlainNumber& number) {
    constexpr std::int64_t sixteen_digits = 1'000'000'000'000'000;
    return number.coefficient >= sixteen_digits || number.coefficient <= -sixteen_digits;
}

/// Facts::parse is to say that 60 is 6000 %.
bool is_large_share(const PlainNumber& number) {
    const std::int64_t two = 2 * detail::powers_of_ten_64[static_cast<unsigned>(number.places)];
    return number.coefficient >= two || number.coefficient <= -two;
}

bool fact(PlainJson& json, PlainNumber& number) {
    return json.number(number) && !may_be_printed_double(number);
}

} // namespace

bool read_leaf(PlainJson& json, const Leaf& leaf, const PlainRow& row) {
    PlainNumber number;
    json::PlainString text;
    bool truth = false;
    switch (leaf.kind) {
    case LeafKind::number:
        return fact(json, number) && set(row, leaf, number, leaf.places);
    case LeafKind::count:
        return fact(json, number) && number.places == 0 && number.coefficient >= 0 &&
               set(row, leaf, number, 0);
    case LeafKind::percent:
        if (!fact(json, number)) {
            return false;
        }
        return json.take('%') ? set(row, leaf, number, 2)
                              : !is_large_share(number) && set(row, leaf, number, 0);
    case LeafKind::share:
        return fact(json, number) && !is_large_share(number) && set(row, leaf, number, 0);
    case LeafKind::boolean:
        return json.truth(truth) && set(row, leaf, {truth ? 1 : 0, 0}, 0);
    case LeafKind::name:
        return json.inside_string(row.subject.name);
    case LeafKind::year:
        row.subject.year = json.number(number) && number.places == 0 ? number.coefficient : 0;
        return row.subject.year >= 1 && row.subject.year <= latest_year;
    case LeafKind::unread_string:
        return json.inside_string(text);
    case LeafKind::unread_number:
        return json.number(number);
    case LeafKind::unread_word:
        break;
    }
    return json.sees('n') ? json.take("null") : json.truth(truth);
}

void FactsShape::begin(std::string_view text) {
    known_ = false;
    reached_ = 0;
    parts_.clear();
    learning_ = text.size() <= longest ? text.data() : nullptr;
    if (learning_ != nullptr) {
        text_ = text;
    }
}

void FactsShape::learn(std::string_view value, Leaf leaf) {
    if (learning_ == nullptr) {
        return;
    }
    const auto begin = static_cast<std::size_t>(value.data() - learning_);
    parts_.push_back(
        {static_cast<std::uint32_t>(reached_), static_cast<std::uint32_t>(begin - reached_), leaf});
    reached_ = begin + value.size();
}

bool FactsShape::read(std::string_view text, const PlainRow& row) const {
    if (!known_) {
        return false;
    }
    PlainJson json{text};
    for (const Part& part : parts_) {
        if (!json.take(text_.data() + part.begin, part.size) || !read_leaf(json, part.leaf, row)) {
            return false;
        }
    }
    return json.take(text_.data() + reached_, text_.size() - reached_) && json.ended();
}

} // namespace heng::detail::batch
