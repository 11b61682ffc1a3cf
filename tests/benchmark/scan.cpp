// SPDX-License-Identifier: Apache-2.0
#include "scan.hpp"

// as in src/base/json/parse.cpp: compiled in, in a namespace of another name
#define json json_in_benchmark
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/detail/impl/default_resource.ipp>
#include <boost/json/detail/impl/shared_resource.ipp>
#include <boost/json/detail/impl/stack.ipp>
#include <boost/json/impl/error.ipp>
#undef json

namespace heng::benchmarks {
namespace {

using boost::json_in_benchmark::error_code;
using boost::json_in_benchmark::string_view;

/// Counts values, or the parser's work might be left out.
struct Nothing {
    // names that basic_parser asks for
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    std::size_t values = 0;

    bool count() {
        ++values;
        return true;
    }
    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_comment_part(string_view, error_code&) { return false; }
    bool on_comment(string_view, error_code&) { return false; }
    bool on_number_part(string_view, error_code&) { return true; }
    bool on_null(error_code&) { return count(); }
    bool on_bool(bool, error_code&) { return count(); }
    bool on_int64(std::int64_t, string_view, error_code&) { return count(); }
    bool on_uint64(std::uint64_t, string_view, error_code&) { return count(); }
    bool on_double(double, string_view, error_code&) { return count(); }
    bool on_string_part(string_view, std::size_t, error_code&) { return true; }
    bool on_string(string_view, std::size_t, error_code&) { return count(); }
    bool on_key_part(string_view, std::size_t, error_code&) { return true; }
    bool on_key(string_view, std::size_t, error_code&) { return true; }
    bool on_object_begin(error_code&) { return true; }
    bool on_object_end(std::size_t, error_code&) { return count(); }
    bool on_array_begin(error_code&) { return true; }
    bool on_array_end(std::size_t, error_code&) { return count(); }
};

} // namespace

struct Scan::Parser {
    boost::json_in_benchmark::basic_parser<Nothing> parser{
        boost::json_in_benchmark::parse_options{}};
};

Scan::Scan() : parser_{std::make_unique<Parser>()} {}
Scan::~Scan() = default;

std::size_t Scan::values(std::string_view text) {
    auto& parser = parser_->parser;
    error_code error;
    parser.reset();
    parser.handler().values = 0;
    const std::size_t read = parser.write_some(false, text.data(), text.size(), error);
    return error || read != text.size() || !parser.done() ? 0 : parser.handler().values;
}

} // namespace heng::benchmarks
