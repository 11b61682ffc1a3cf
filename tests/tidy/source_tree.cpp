// SPDX-License-Identifier: Apache-2.0
#include "source_tree.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace heng::tidy {

namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool is_word(char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Replaces what a compiler does not take for code with spaces; newlines stay.
class CodeOnly {
  public:
    explicit CodeOnly(std::string_view text) : text_(text), code_(text) {}

    std::string run() {
        while (at_ < text_.size()) {
            if (starts("//")) {
                blank_to(text_.find('\n', at_));
            } else if (starts("/*")) {
                blank_to(after(text_.find("*/", at_ + 2), 2));
            } else if (starts("R\"") && (at_ == 0 || !is_word(text_[at_ - 1]))) {
                raw_string();
            } else if (text_[at_] == '"' || (text_[at_] == '\'' && !is_digit_separator())) {
                literal(text_[at_]);
            } else {
                ++at_;
            }
        }
        return code_;
    }

  private:
    bool starts(std::string_view what) const { return text_.substr(at_).starts_with(what); }

    /// 1'000 is one number; U'x' is a literal with a prefix.
    bool is_digit_separator() const {
        std::size_t start = at_;
        while (start > 0 && (is_word(text_[start - 1]) || text_[start - 1] == '\'')) {
            --start;
        }
        return start < at_ && text_[start] >= '0' && text_[start] <= '9';
    }

    static std::size_t after(std::size_t found, std::size_t length) {
        return found == std::string_view::npos ? found : found + length;
    }

    void blank_to(std::size_t end) {
        end = std::min(end, text_.size());
        std::replace_if(
            code_.begin() + static_cast<std::ptrdiff_t>(at_),
            code_.begin() + static_cast<std::ptrdiff_t>(end), [](char c) { return c != '\n'; },
            ' ');
        at_ = end;
    }

    void raw_string() {
        const std::size_t open = text_.find('(', at_);
        const std::string close = ')' + std::string{text_.substr(at_ + 2, open - at_ - 2)} + '"';
        blank_to(after(text_.find(close, at_), close.size()));
    }

    void literal(char quote) {
        ++at_;
        std::size_t end = at_;
        while (end < text_.size() && text_[end] != quote && text_[end] != '\n') {
            end += text_[end] == '\\' ? 2U : 1U;
        }
        blank_to(end);
        ++at_;
    }

    std::string_view text_;
    std::string code_;
    std::size_t at_ = 0;
};

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return lines;
}

bool is_ours(const fs::path& path) {
    if (path.filename() == ".git") { // a worktree has a file of that name
        return false;
    }
    constexpr std::array texts = {".hpp",   ".cpp", ".h",   ".c",    ".in",  ".md",      ".txt",
                                  ".cmake", ".sh",  ".map", ".json", ".csv", ".symbols", ""};
    const std::string extension = path.extension().string();
    return std::find(texts.begin(), texts.end(), extension) != texts.end() ||
           path.filename().string().starts_with('.');
}

std::vector<SourceFile> load(const fs::path& root) {
    std::vector<SourceFile> files;
    auto entry = fs::recursive_directory_iterator(root);
    for (; entry != fs::recursive_directory_iterator(); ++entry) {
        const std::string name = entry->path().filename().string();
        if (entry->is_directory() &&
            (name == "build" || (name.starts_with('.') && name != ".ci"))) {
            entry.disable_recursion_pending();
        } else if (entry->is_regular_file() && is_ours(entry->path())) {
            files.push_back(make_file(entry->path().lexically_relative(root).generic_string(),
                                      read(entry->path())));
        }
    }
    std::sort(files.begin(), files.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return files;
}

} // namespace

bool SourceFile::is_cpp() const {
    return path.ends_with(".hpp") || path.ends_with(".cpp") || path.ends_with(".h") ||
           path.ends_with(".c");
}

bool SourceFile::is_under(std::string_view folder) const {
    return path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/';
}

SourceFile make_file(std::string path, std::string_view text) {
    SourceFile file{std::move(path), {}};
    std::vector<std::string> code = split(file.is_cpp() ? CodeOnly{text}.run() : std::string{});
    std::vector<std::string> lines = split(text);
    code.resize(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        file.lines.push_back({std::move(lines[i]), std::move(code[i])});
    }
    return file;
}

const std::vector<SourceFile>& source_tree() {
    static const std::vector<SourceFile> tree = load(HENG_SOURCE_DIR);
    return tree;
}

std::string breach(const SourceFile& file, std::size_t line_index, std::string_view message) {
    return file.path + ':' + std::to_string(line_index + 1) + ": " + std::string{message};
}

std::string joined(const std::vector<std::string>& breaches) {
    std::string text;
    for (const std::string& one : breaches) {
        text += '\n' + one;
    }
    return text;
}

} // namespace heng::tidy
