// SPDX-License-Identifier: Apache-2.0
//
// The peer workload in the forms that the ways of peer_benchmark read, made once.
//
//     peer().texts[0];             // JSON
//     kernel_of_peer();            // null where the rubric is not for the kernel
#pragma once

#include "batch/kernel/kernel.hpp"
#include "chance.hpp"
#include "main.hpp"
#include "peer_double.hpp"
#include "support/peer_workload.hpp"

#include <heng/batch/columns.hpp>

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace heng::benchmarks {

inline const test::PeerWorkload& peer() {
    static const test::PeerWorkload work;
    return work;
}

inline const detail::kernel::Kernel* kernel_of_peer() {
    static const auto made = detail::kernel::Kernel::of(peer().rubric.compiled());
    return made.get();
}

/// As a program that scores in double would hold them.
inline const std::vector<DoubleRow>& double_rows() {
    static const std::vector<DoubleRow> made = [] {
        std::vector<DoubleRow> rows;
        for (const test::PeerRow& row : peer().rows) {
            DoubleRow& own = rows.emplace_back();
            for (std::size_t fact = 0; fact < test::peer_facts; ++fact) {
                const auto whole = static_cast<double>(row[fact]);
                own[fact] = test::in_hundredths(fact) ? whole / 100 : whole;
            }
        }
        return rows;
    }();
    return made;
}

/// The same documents, each with its members in an order of its own.
inline const std::vector<std::string>& mixed_texts() {
    static const std::vector<std::string> made = [] {
        std::vector<std::string> texts;
        Chance chance;
        for (std::size_t i = 0; i < peer().size(); ++i) {
            auto paths = peer().paths;
            auto tokens = peer().tokens[i];
            for (std::size_t last = paths.size() - 1; last > 0; --last) {
                const auto other =
                    static_cast<std::size_t>(chance.up_to(static_cast<std::int64_t>(last)));
                std::swap(paths[last], paths[other]);
                std::swap(tokens[last], tokens[other]);
            }
            texts.push_back(test::peer_text(paths, tokens, i));
        }
        return texts;
    }();
    return made;
}

/// The library's own call, on whole numbers, or on text for money and figures.
struct ColumnsMemory {
    enum class Form { whole, text };

    std::vector<std::string> texts{test::peer_facts};
    std::vector<std::vector<std::int32_t>> offsets{test::peer_facts};
    std::vector<Column> columns;
    std::vector<std::int64_t> totals = std::vector<std::int64_t>(peer().size());
    std::vector<std::int32_t> statuses = std::vector<std::int32_t>(peer().size());

    explicit ColumnsMemory(Form form) {
        for (std::size_t fact = 0; fact < test::peer_facts; ++fact) {
            Column& column = columns.emplace_back();
            column.input = peer().paths[fact];
            if (form == Form::whole || !test::in_hundredths(fact)) {
                column.values = peer().columns[fact].data();
                column.scale = test::in_hundredths(fact) ? 2 : 0;
                continue;
            }
            offsets[fact].push_back(0);
            for (std::size_t i = 0; i < peer().size(); ++i) {
                texts[fact] += peer().tokens[i][fact];
                offsets[fact].push_back(static_cast<std::int32_t>(texts[fact].size()));
            }
            column.text = texts[fact].data();
            column.offsets = offsets[fact].data();
        }
    }
};

inline const ColumnScorer& column_scorer() {
    static const ColumnScorer scorer{peer().rubric};
    return scorer;
}

inline std::string lines_of(const std::vector<std::string>& texts) {
    std::string lines;
    for (const std::string& text : texts) {
        lines += text;
        lines += '\n';
    }
    return lines;
}

inline const std::string& peer_lines() {
    static const std::string made = lines_of(peer().texts);
    return made;
}

inline const std::string& mixed_lines() {
    static const std::string made = lines_of(mixed_texts());
    return made;
}

} // namespace heng::benchmarks
