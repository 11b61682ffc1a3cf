// SPDX-License-Identifier: Apache-2.0
//
// main() of every test executable, compiled once. Both names, since doctest only makes one of the
// other where its header is not read before (HENG_PRECOMPILE).
#define DOCTEST_CONFIG_IMPLEMENT
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
