// SPDX-License-Identifier: Apache-2.0
#include "functions.hpp"

#include <regex>

namespace heng::tidy {

namespace {

/// A function's head has parameters, and before them neither "=" (data) nor the word of a type.
bool is_function(const std::string& head) {
    static const std::regex with_template(R"(^template <[^()]*>\s+(?=\w))");
    static const std::regex other(R"(\b(namespace|class|struct|union|enum)\b|[^=!<>]=[^=])");
    const std::string before = std::regex_replace(head, with_template, "");
    const std::size_t parameters = before.find('(');
    return parameters != std::string::npos &&
           !std::regex_search(before.substr(0, parameters), other);
}

class Scanner {
  public:
    std::vector<Function> run(const SourceFile& file) {
        for (line_ = 0; line_ < file.lines.size(); ++line_) {
            const std::string& code = file.lines[line_].code;
            if (code.starts_with('#')) {
                continue;
            }
            for (const char c : code) {
                take(c);
            }
            head_ += head_.empty() ? "" : " ";
        }
        return std::move(functions_);
    }

  private:
    void take(char c) {
        if (c == '{') {
            open();
        } else if (c == '}') {
            close();
        } else if (c == ';' && parentheses_ == 0) {
            head_.clear();
        } else if (c != ' ' || !head_.empty()) {
            if (head_.empty()) {
                head_line_ = line_;
            }
            parentheses_ += c == '(' ? 1 : c == ')' ? -1 : 0;
            head_ += c;
        }
    }

    void open() {
        ++depth_;
        if (function_depth_ == 0 && parentheses_ == 0 && is_function(head_)) {
            function_depth_ = depth_;
            functions_.push_back({head_, head_line_, head_line_});
        }
        if (parentheses_ == 0) {
            head_.clear();
        }
    }

    void close() {
        if (function_depth_ == depth_) {
            functions_.back().last = line_;
            function_depth_ = 0;
        }
        --depth_;
        if (parentheses_ == 0) {
            head_.clear();
        }
    }

    std::vector<Function> functions_;
    std::string head_;
    std::size_t head_line_ = 0;
    std::size_t line_ = 0;
    int parentheses_ = 0;
    int depth_ = 0;
    int function_depth_ = 0;
};

} // namespace

std::vector<Function> functions_of(const SourceFile& file) {
    return Scanner{}.run(file);
}

} // namespace heng::tidy
