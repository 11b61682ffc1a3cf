# SPDX-License-Identifier: Apache-2.0
# Everything that heng is built from. Debian's names for the packages are in .ci/packages.
include(CheckCXXSourceCompiles)

find_package(tl-expected REQUIRED CONFIG)     # in the public headers
find_package(Microsoft.GSL REQUIRED CONFIG)   # in the public headers
find_package(Boost 1.81 REQUIRED CONFIG)      # headers only: cpp_int, and the JSON parser
find_path(HENG_MUSTACHE_INCLUDE kainjow/mustache.hpp REQUIRED)   # templates of reports
mark_as_advanced(HENG_MUSTACHE_INCLUDE)

# What a platform may lack. HENG_HAS_LIBMD, HENG_HAS_THREADS: whether it is used.
option(HENG_LIBMD "Take SHA-256 from libmd where it is found; else heng's own" ON)
option(HENG_THREADS "Score batches on threads where there are any" ON)
set(HENG_HAS_LIBMD OFF)
if(HENG_LIBMD)
    find_package(Libmd MODULE)
    set(HENG_HAS_LIBMD ${Libmd_FOUND})
endif()
set(HENG_HAS_THREADS OFF)
if(HENG_THREADS)
    find_package(Threads)
    if(Threads_FOUND)
        set(CMAKE_REQUIRED_LIBRARIES Threads::Threads)
        check_cxx_source_compiles("
            #include <condition_variable>
            #include <mutex>
            #include <thread>
            int main() { std::mutex a; std::condition_variable b; std::thread{[] {}}.join(); }"
            HENG_HAS_STD_THREAD)
        unset(CMAKE_REQUIRED_LIBRARIES)
        set(HENG_HAS_THREADS ${HENG_HAS_STD_THREAD})
    endif()
endif()

# Excel and Word files: AUTO reads and writes them where the packages of .ci/office-packages are,
# ON asks for them, OFF is without. HENG_HAS_OFFICE: whether they are used.
set(HENG_OFFICE AUTO CACHE STRING "Read and write Excel and Word files: AUTO, ON or OFF")
set_property(CACHE HENG_OFFICE PROPERTY STRINGS AUTO ON OFF)
set(HENG_HAS_OFFICE ${HENG_OFFICE})
if(HENG_OFFICE STREQUAL "AUTO")
    set(HENG_HAS_OFFICE ON)
endif()
if(HENG_HAS_OFFICE)
    find_package(PkgConfig)
    foreach(package xlsxwriter minizip pugixml libxml-2.0)
        string(REPLACE "-2.0" "2" target ${package})
        if(PkgConfig_FOUND)
            pkg_check_modules(${target} QUIET IMPORTED_TARGET ${package})
        endif()
        if(NOT TARGET PkgConfig::${target})
            set(HENG_HAS_OFFICE OFF)
            list(APPEND HENG_OFFICE_LACKS ${package})
        endif()
    endforeach()
    if(HENG_OFFICE_LACKS AND NOT HENG_OFFICE STREQUAL "AUTO")
        message(FATAL_ERROR "HENG_OFFICE needs ${HENG_OFFICE_LACKS}: see .ci/office-packages")
    elseif(HENG_OFFICE_LACKS)
        message(STATUS "Without Excel and Word files, for lack of: ${HENG_OFFICE_LACKS}")
    endif()
endif()

# Without shared libraries, as WebAssembly has none, heng::capi is the static one.
get_property(HENG_SHARED_WORKS GLOBAL PROPERTY TARGET_SUPPORTS_SHARED_LIBS)
option(HENG_SHARED "Build the shared library" ${HENG_SHARED_WORKS})

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
