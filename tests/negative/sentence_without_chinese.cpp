// SPDX-License-Identifier: Apache-2.0
//
// A sentence without its Chinese does not compile.
// expect: constant expression|non-.constexpr. function
#include "base/text/messages.hpp"

#ifdef HENG_FIXED
constexpr heng::detail::text::Sentence empty{"the document is empty", "文件是空的"};
#else
constexpr heng::detail::text::Sentence empty{"the document is empty", ""};
#endif

int main() {
    return empty.empty() ? 1 : 0;
}
