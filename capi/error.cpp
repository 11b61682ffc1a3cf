// SPDX-License-Identifier: Apache-2.0
#include "error.hpp"
#include "messages.hpp"
#include "texts.hpp"

#include <cstdint>
#include <exception>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

namespace heng::capi {
namespace {

static_assert(static_cast<heng_status>(Status::ok) == HENG_OK);
static_assert(static_cast<heng_status>(Status::invalid_argument) == HENG_INVALID_ARGUMENT);
static_assert(static_cast<heng_status>(Status::syntax_error) == HENG_SYNTAX_ERROR);
static_assert(static_cast<heng_status>(Status::invalid_rubric) == HENG_INVALID_RUBRIC);
static_assert(static_cast<heng_status>(Status::invalid_facts) == HENG_INVALID_FACTS);
static_assert(static_cast<heng_status>(Status::limit_exceeded) == HENG_LIMIT_EXCEEDED);
static_assert(static_cast<heng_status>(Status::out_of_memory) == HENG_OUT_OF_MEMORY);
static_assert(static_cast<heng_status>(Status::not_found) == HENG_NOT_FOUND);
static_assert(static_cast<heng_status>(Status::cancelled) == HENG_CANCELLED);
static_assert(static_cast<heng_status>(Status::internal_error) == HENG_INTERNAL_ERROR);

std::string with_hint(const Error& why) {
    if (why.hint.empty()) {
        return why.message;
    }
    return why.language == Language::zh ? why.message + "（" + why.hint + "）"
                                        : why.message + " (" + why.hint + ')';
}

/// An error with its texts. `others` has what else was found, in document order.
struct OwnedError : heng_error {
    explicit OwnedError(const Error& why) {
        static_cast<heng_error&>(*this) = entry(why);
        add_others(why);
        others = further_;
    }

  private:
    heng_error entry(const Error& why) {
        heng_error made;
        made.status = static_cast<heng_status>(why.status);
        made.code = texts_.keep(why.code);
        made.message = texts_.keep(with_hint(why));
        made.pointer = why.pointer ? texts_.keep(*why.pointer) : nullptr;
        made.excerpt = why.excerpt.empty() ? nullptr : texts_.keep(why.excerpt);
        made.line = why.place.line;
        made.column = why.place.column;
        return made;
    }

    void add_others(const Error& why) {
        for (const Error& other : why.others) {
            further_.push_back(entry(other));
            add_others(other);
        }
    }

    Texts texts_;
    std::vector<heng_error> further_;
};

/// There is one for everybody, so that reporting it takes no memory; heng_error_free leaves it
/// alone.
constinit const heng_error no_memory{
    .status = HENG_OUT_OF_MEMORY, .code = "memory", .message = "there was not enough memory"};

} // namespace

namespace {

heng_status out_of_memory(heng_error** error) noexcept {
    if (error != nullptr) {
        *error = const_cast<heng_error*>(&no_memory); // nobody writes to it
    }
    return no_memory.status;
}

heng_status failed(heng_error** error, const Error& why) {
    if (error != nullptr) {
        *error = new OwnedError(why);
    }
    return static_cast<heng_status>(why.status);
}

heng_status internal_error(heng_error** error, const char* what) noexcept {
    try {
        return failed(
            error, detail::text::error_of(Status::internal_error, "internal", say::defect(what)));
    } catch (...) {
        return out_of_memory(error);
    }
}

} // namespace

heng_status guard(heng_error** error, Result<void> (*call)(void*), void* what) noexcept {
    try {
        const Result<void> done = call(what);
        if (!done) {
            return failed(error, done.error());
        }
        if (error != nullptr) {
            *error = nullptr;
        }
        return HENG_OK;
    } catch (const std::bad_alloc&) {
        return out_of_memory(error);
    } catch (const std::exception& exception) {
        return internal_error(error, exception.what());
    } catch (...) {
        return internal_error(error, "an unknown exception");
    }
}

Error null_argument(std::string_view parameter) {
    return bad_argument("argument.null", say::is_null(parameter));
}

Error impossible_length(std::string_view parameter, std::size_t length) {
    return bad_argument("argument.length", say::no_memory_holds(parameter, std::to_string(length)));
}

Result<std::string_view> text_argument(const char* text, std::size_t length,
                                       std::string_view parameter) {
    if (text != nullptr) {
        if (length > static_cast<std::size_t>(PTRDIFF_MAX)) {
            return Failure{impossible_length(parameter, length)};
        }
        return std::string_view{text, length};
    }
    if (length != 0) {
        return Failure{null_argument(parameter)};
    }
    return std::string_view{};
}

} // namespace heng::capi

heng_status heng_error_status(const heng_error* error) {
    return error == nullptr ? HENG_OK : error->status;
}

const char* heng_error_code(const heng_error* error) {
    return error == nullptr ? nullptr : error->code;
}

const char* heng_error_message(const heng_error* error) {
    return error == nullptr ? nullptr : error->message;
}

const char* heng_error_pointer(const heng_error* error) {
    return error == nullptr ? nullptr : error->pointer;
}

const char* heng_error_excerpt(const heng_error* error) {
    return error == nullptr ? nullptr : error->excerpt;
}

size_t heng_error_line(const heng_error* error) {
    return error == nullptr ? 0 : error->line;
}

size_t heng_error_column(const heng_error* error) {
    return error == nullptr ? 0 : error->column;
}

size_t heng_error_count(const heng_error* error) {
    return error == nullptr ? 0 : 1 + error->others.size();
}

const heng_error* heng_error_at(const heng_error* error, size_t index) {
    if (index == 0 || error == nullptr) {
        return error;
    }
    return index <= error->others.size() ? &error->others[index - 1] : nullptr;
}

void heng_error_free(heng_error* error) {
    if (error != &heng::capi::no_memory) {
        delete static_cast<heng::capi::OwnedError*>(error);
    }
}
