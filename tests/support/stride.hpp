// SPDX-License-Identifier: Apache-2.0
//
// How much of an exhaustive test a build runs: all of it, and a seventh under the sanitizers, where
// each value takes twenty times as long.
//
//     for (unsigned pair = 0; pair < 0x10000; pair += stride) {
#pragma once

namespace heng::test {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int stride = 7;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr int stride = 7;
#else
inline constexpr int stride = 1;
#endif
#else
inline constexpr int stride = 1;
#endif

} // namespace heng::test
