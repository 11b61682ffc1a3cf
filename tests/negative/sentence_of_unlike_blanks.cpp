// SPDX-License-Identifier: Apache-2.0
//
// A sentence whose languages have unlike blanks does not compile.
// expect: constant expression|non-.constexpr. function
#include "base/text/messages.hpp"

#ifdef HENG_FIXED
constexpr heng::detail::text::Sentence unknown{"there is no fact {0}", "没有名为 {0} 的事实"};
#else
constexpr heng::detail::text::Sentence unknown{"there is no fact {0}", "没有名为 {1} 的事实"};
#endif

int main() {
    return unknown.empty() ? 1 : 0;
}
