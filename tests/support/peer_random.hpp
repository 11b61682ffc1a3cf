// SPDX-License-Identifier: Apache-2.0
//
// Random documents of the peer workload: plausible ones, ones with ties, and ones that mean harm.
//
//     PeerRandom random{work, 7};
//     const PeerDocument document = random.draw(0);
//     document.text;              // a line of facts/1, or of what is meant to be
#pragma once

#include "peer_workload.hpp"
#include "random_rubric.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace heng::test {

struct PeerDocument {
    std::string text;
    bool hostile = false; ///< not what a department would send
};

class PeerRandom {
  public:
    PeerRandom(const PeerWorkload& work, std::uint64_t seed) : work_{work}, random_{seed} {}

    PeerDocument draw(std::size_t number) {
        auto paths = work_.paths;
        auto tokens = plain();
        std::string unit = "万元";
        const bool hostile = random_.chance(30);
        if (hostile) {
            for (int spoilt = random_.whole(1, 3); spoilt > 0; --spoilt) {
                spoil(tokens);
            }
            unit = random_.of({"万元", "万元", "元", "亿元", "usd"});
        }
        if (random_.chance(10)) {
            shuffle(paths, tokens);
        }
        std::string text = peer_text(paths, tokens, number, unit);
        if (hostile && random_.chance(10)) {
            damage(text);
        }
        return {std::move(text), hostile};
    }

  private:
    using Tokens = std::vector<std::string>;

    [[nodiscard]] int below(std::size_t end) { return random_.whole(0, static_cast<int>(end) - 1); }

    /// Pairs and single facts of the documents that are known, ties and all, made anew in part: a
    /// pair times a whole number has the same ratio.
    Tokens plain() {
        Tokens tokens(peer_facts);
        for (std::size_t fact = 0; fact < peer_facts; ++fact) {
            const bool pair = first_of_pair(fact);
            const auto& from = work_.tokens[static_cast<std::size_t>(below(work_.size()))];
            tokens[fact] = from[fact];
            if (pair) {
                tokens[fact + 1] = from[fact + 1];
                change_pair(tokens, fact);
                ++fact;
            }
        }
        return tokens;
    }

    static bool first_of_pair(std::size_t fact) {
        return (fact < targets_count && fact % 2 == 0) || fact == carryover || fact == sme_spent ||
               fact == intent_published || fact == assets_in_use || fact == public_actual ||
               fact == three_actual;
    }

    void change_pair(Tokens& tokens, std::size_t fact) {
        const int kind = random_.whole(1, 10);
        if (kind <= 3) {
            const int times = random_.whole(2, 999);
            for (std::size_t i : {fact, fact + 1}) {
                const PeerCell cell = peer_cell(tokens[i]);
                tokens[i] = text_of(cell.coefficient * times, cell.scale);
            }
        } else if (kind <= 5) {
            const bool whole = !in_hundredths(fact);
            const int most = random_.of(std::vector<int>{20, 1'000, 2'000'000'000});
            tokens[fact] = text_of(random_.whole(0, most), whole ? 0 : random_.whole(0, 2));
            tokens[fact + 1] = text_of(random_.whole(1, most), whole ? 0 : random_.whole(0, 2));
        }
    }

    static std::string text_of(std::int64_t coefficient, int scale) {
        std::string digits = std::to_string(coefficient);
        if (scale > 0) {
            const auto places = static_cast<std::size_t>(scale);
            if (digits.size() <= places) {
                digits.insert(0, places + 1 - digits.size(), '0');
            }
            digits.insert(digits.size() - places, ".");
        }
        return digits;
    }

    void spoil(Tokens& tokens) {
        const auto fact = static_cast<std::size_t>(below(peer_facts));
        std::string& token = tokens[fact];
        switch (random_.whole(0, 7)) {
        case 0:
            token.clear(); // absent
            break;
        case 1:
            token = random_.of({"0", "0.00", "\"0\"", "-0", "0e5"});
            break;
        case 2:
            token = random_.of({"9223372036854775807", "9223372036854775808", "1e18", "1e30",
                                "92233720368547758.07", "123456789012345678901234567890.123456",
                                "4611686018427387904", "922337203685.4775807"});
            break;
        case 3:
            token += (token.find('.') == std::string::npos ? "." : "") +
                     random_.of({"000000001", "123456789", "5", "0000000000000000001"});
            break;
        case 4:
            token = random_.of({"-1", "-0.01", "-3", "-9223372036854775808", "-1e3"});
            break;
        case 5:
            token =
                random_.of({"2.5", "1e2", "25e-1", "\"12.50\"", "\"1,000\"", "\"99%\"", "1E+1"});
            break;
        case 6:
            token =
                random_.of({"null", "true", "false", "\"true\"", "[]", "{}", "\"约99%\"", "\"\""});
            break;
        default:
            token += ",\"" + random_.of({"executedd", "other", "k1_actual", "x-note", "a\\u0062"}) +
                     "\":" + random_.of({"1", "\"text\"", "[1,{\"a\":null}]", "{}"});
            break;
        }
    }

    void shuffle(std::vector<std::string>& paths, Tokens& tokens) {
        for (std::size_t last = paths.size() - 1; last > 0; --last) {
            const auto other = static_cast<std::size_t>(below(last + 1));
            std::swap(paths[last], paths[other]);
            std::swap(tokens[last], tokens[other]);
        }
    }

    void damage(std::string& text) {
        const auto at = static_cast<std::size_t>(below(text.size()));
        switch (random_.whole(0, 3)) {
        case 0:
            text.resize(at + 1); // a line that is empty would be passed over
            break;
        case 1:
            text.erase(at, 1);
            break;
        case 2:
            text.insert(at, random_.of({" ", ",", "\"", "}", "0", "\\", "\t", "\x01", "\xff"}));
            break;
        default:
            text += random_.of({"}", " x", " ", "{}"});
            break;
        }
    }

    const PeerWorkload& work_;
    Random random_;
};

} // namespace heng::test
