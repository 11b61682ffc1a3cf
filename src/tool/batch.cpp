// SPDX-License-Identifier: Apache-2.0
//
// heng batch -r RUBRIC [-j THREADS] [--strict] FACTS.jsonl
#include "command.hpp"
#include "documents.hpp"
#include "system.hpp"

#include <heng/batch/json_lines.hpp>

#include <gsl/util>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace heng::tool {
namespace {

struct Options {
    std::string rubric;
    std::string facts;
    unsigned threads = 1;
    bool strict = false;
};

/// How far a batch has come, on a terminal: by bytes where the file has a size, and by documents.
class Progress {
  public:
    explicit Progress(std::FILE* file) : shown_(is_watched()), size_(size_of(file)) {}

    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    ~Progress() {
        if (drawn_) {
            std::cerr << "\r\x1b[K";
        }
    }

    void read(std::size_t bytes) { read_ += bytes; }

    void told() {
        constexpr std::uint64_t often = 1'000;
        if (shown_ && ++documents_ % often == 0) {
            draw();
        }
    }

  private:
    void draw() {
        std::cerr << '\r';
        if (size_ != 0) {
            constexpr std::size_t width = 30;
            const auto done = static_cast<std::size_t>( // a file that grows is read past its size
                std::min<std::uint64_t>(width, read_ * width / size_));
            std::cerr << '[' << std::string(done, '#') << std::string(width - done, '.') << "] "
                      << std::min<std::uint64_t>(100, read_ * 100 / size_) << "% ";
        }
        std::cerr << documents_ << "\x1b[K" << std::flush;
        drawn_ = true;
    }

    bool shown_;
    std::uint64_t size_; ///< 0 where it is not known
    std::uint64_t read_ = 0;
    std::uint64_t documents_ = 0;
    bool drawn_ = false;
};

Exit run_on(std::FILE* file, const RubricDocument& rubric, const Options& options) {
    Progress progress{file};
    int unwritten = 0; // an errno
    const auto source = [&](std::span<char> buffer) -> std::optional<std::size_t> {
        const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), file);
        progress.read(got);
        return got == 0 && std::ferror(file) != 0 ? std::nullopt : std::optional{got};
    };
    const auto sink = [&](const BatchLine& line) {
        const bool written =
            std::fwrite(line.json.data(), 1, line.json.size(), stdout) == line.json.size() &&
            std::fputc('\n', stdout) != EOF;
        unwritten = written ? 0 : errno;
        progress.told();
        return written;
    };
    BatchOptions batch;
    batch.threads = options.threads;
    batch.limits = limits();
    batch.unread = options.strict ? UnreadFacts::refuse : UnreadFacts::list;
    const Result<BatchSummary> done = score_lines(rubric, source, sink, batch);
    const Exit flushed = unwritten != 0 ? not_written(unwritten) : write("");
    if (!done) {
        return refuse(in_document(done.error(), document_name(options.facts)));
    }
    if (flushed != Exit::done) {
        return flushed;
    }
    return done->failed == 0 ? Exit::done : Exit::findings;
}

Exit run(const Options& options) {
    const Result<RubricDocument> rubric = load_rubric(options.rubric);
    if (!rubric) {
        return refuse_rubric(options.rubric, rubric.error());
    }
    if (options.facts == "-") {
        return run_on(stdin, *rubric, options);
    }
    std::FILE* const file = std::fopen(options.facts.c_str(), "rb");
    if (file == nullptr) {
        return refuse(unreadable(options.facts, errno));
    }
    const auto closed = gsl::finally([file] { std::fclose(file); });
    return run_on(file, *rubric, options);
}

} // namespace

void add_batch(Command line) {
    Command command = line.command("batch", "Score many documents, one facts/1 a line",
                                   "heng batch -r guangzhou-department-2023 facts.jsonl");
    const auto options = std::make_shared<Options>();
    add_rubric_option(command, options->rubric);
    command
        .option("-j,--threads", options->threads, 1, most_batch_threads,
                "How many threads score; 1 by default")
        .called("THREADS");
    command.flag("--strict", options->strict, "Refuse facts that the rubric does not read");
    command.argument("FACTS", options->facts, "A file of lines, or - for standard input");
    command.footer("A line comes out for each, in their order: a summary, or an error.\n"
                   "Exit status: 1 where a line has an error.");
    command.runs([options] { return run(*options); });
}

} // namespace heng::tool
