// SPDX-License-Identifier: Apache-2.0
//
// What a platform may lack is asked for in one file each, so that a port changes that file alone.
#include "source_tree.hpp"

#include <doctest/doctest.h>

#include <regex>
#include <set>

using namespace heng::tidy;

namespace {

struct Seam {
    std::string file; ///< the end of its path
    std::regex headers;
};

const std::vector<Seam>& seams() {
    static const std::vector<Seam> table = {
        {"base/threads.hpp",
         std::regex("thread|mutex|shared_mutex|condition_variable|future|atomic|"
                    "semaphore|latch|barrier|stop_token|pthread[.]h")},
        {"digest.cpp", std::regex("sha2[.]h")},
        {"office/charset.cpp", std::regex("iconv[.]h")},
        {"office/html.cpp", std::regex("libxml/.*")},
        {"office/xlsx_writer.cpp", std::regex("xlsxwriter[.]h")},
        {"office/xml.hpp", std::regex("pugixml[.]hpp")},
        {"office/zip.cpp", std::regex("minizip/.*")},
        {"tool/system.cpp", std::regex("csignal|signal[.]h|sys/.*|unistd[.]h|fcntl[.]h|io[.]h|"
                                       "process[.]h|windows[.]h")},
    };
    return table;
}

std::vector<std::string> past_the_seams(const SourceFile& file) {
    static const std::regex include(R"re(^\s*#\s*include\s*<([^>]+)>)re");
    std::vector<std::string> found;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        std::smatch match;
        if (!std::regex_search(file.lines[i].text, match, include)) {
            continue;
        }
        const std::string header = match[1];
        for (const Seam& seam : seams()) {
            if (std::regex_match(header, seam.headers) && !file.path.ends_with(seam.file)) {
                found.push_back(breach(file, i, "<" + header + "> is for " + seam.file));
            }
        }
    }
    return found;
}

} // namespace

TEST_CASE("the check of the seams sees an include that passes one") {
    for (const char* text : {"#include <mutex>", "#include <atomic>", "# include <pthread.h>",
                             "#include <sha2.h>", "#include <sys/stat.h>", "#include <csignal>"}) {
        INFO(std::string{text});
        CHECK(past_the_seams(make_file("src/batch/a.cpp", text)).size() == 1);
    }
    CHECK(past_the_seams(make_file("src/base/threads.hpp", "#include <mutex>")).empty());
    CHECK(past_the_seams(make_file("src/batch/a.cpp", "#include <memory>")).empty());
}

TEST_CASE("threads, the digest, the system and Office files have one file each to ask for them") {
    std::vector<std::string> breaches;
    std::set<std::string> seen;
    for (const SourceFile& file : source_tree()) {
        const bool ours = file.is_under("include") || file.is_under("src") || file.is_under("capi");
        if (!ours || !file.is_cpp()) {
            continue;
        }
        for (std::string& one : past_the_seams(file)) {
            breaches.push_back(std::move(one));
        }
        for (const Seam& seam : seams()) {
            if (file.path.ends_with(seam.file)) {
                seen.insert(seam.file);
            }
        }
    }
    CHECK(joined(breaches) == "");
    CHECK(seen.size() == seams().size());
}
