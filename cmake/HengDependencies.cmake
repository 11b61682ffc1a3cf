# SPDX-License-Identifier: Apache-2.0
# Everything that heng is built from. Debian's names for the packages are in .ci/packages.
find_package(tl-expected REQUIRED CONFIG)     # in the public headers
find_package(Microsoft.GSL REQUIRED CONFIG)   # in the public headers
find_package(Boost 1.81 REQUIRED CONFIG)      # headers only: cpp_int, and the JSON parser
find_path(HENG_MD_INCLUDE sha2.h REQUIRED)    # libmd: SHA-256, for the digest of a rubric
find_library(HENG_MD_LIBRARY md REQUIRED)
find_path(HENG_MUSTACHE_INCLUDE kainjow/mustache.hpp REQUIRED)   # templates of reports
mark_as_advanced(HENG_MUSTACHE_INCLUDE HENG_MD_INCLUDE HENG_MD_LIBRARY)

if(HENG_BUILD_TOOL)
    find_package(CLI11 REQUIRED CONFIG)
endif()
if(HENG_BUILD_TESTS)
    find_package(doctest REQUIRED CONFIG)
    find_package(rapidcheck REQUIRED CONFIG)
    find_package(Threads REQUIRED)
    find_package(benchmark REQUIRED CONFIG)
    find_package(Python3 REQUIRED COMPONENTS Interpreter)   # an oracle: exact fractions
endif()
