// SPDX-License-Identifier: Apache-2.0
//
// The tree as text: every file of ours, its lines, and its code without comments and literals.
//
//     for (const SourceFile& file : source_tree()) for (const Line& line : file.lines) …
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace heng::tidy {

struct Line {
    std::string text; ///< as written, without the newline
    std::string code; ///< comments and the insides of string and character literals blanked out
};

struct SourceFile {
    std::string path; ///< from the top folder, with slashes: "include/heng/result.hpp"
    std::vector<Line> lines;

    bool is_cpp() const; ///< .hpp, .cpp, .h or .c
    bool is_under(std::string_view folder) const;
};

/// The file as if it were at `path`; `code` is filled for C and C++ only.
SourceFile make_file(std::string path, std::string_view text);

/// Every text file of the project, sorted by path; build/ and hidden folders but .ci/ left out.
const std::vector<SourceFile>& source_tree();

/// One breach, as an editor understands it: "PATH:LINE: MESSAGE".
std::string breach(const SourceFile& file, std::size_t line_index, std::string_view message);

/// The breaches, a line each; "" when there is none, which is what the tests ask for.
std::string joined(const std::vector<std::string>& breaches);

} // namespace heng::tidy
