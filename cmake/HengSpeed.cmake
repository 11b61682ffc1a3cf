# SPDX-License-Identifier: Apache-2.0
# heng_cold: how sources are compiled that are not hot. With g++ 12, -Os makes 0.54 of the code of -O3
# in 0.67 of the time (-O1: 0.80 in 0.64); build types other than Release keep what they say.
include(CheckCXXCompilerFlag)
include(CheckLinkerFlag)

add_library(heng_cold INTERFACE)
target_compile_options(heng_cold INTERFACE $<$<CONFIG:Release>:-Os>)

# each function in a section of its own, so that libheng.so is without those that it never calls
check_cxx_compiler_flag("-ffunction-sections -fdata-sections" HENG_HAS_FUNCTION_SECTIONS)
check_linker_flag(CXX "LINKER:--gc-sections" HENG_HAS_GC_SECTIONS)
mark_as_advanced(HENG_HAS_FUNCTION_SECTIONS HENG_HAS_GC_SECTIONS)
if(HENG_HAS_FUNCTION_SECTIONS AND HENG_HAS_GC_SECTIONS)
    add_compile_options($<$<CONFIG:Release>:-ffunction-sections> $<$<CONFIG:Release>:-fdata-sections>)
endif()

# heng_split_hot(SOURCES HOT PREFIX...): moves the sources whose path begins with a prefix (a whole
# folder, or a name up to "_" or ".") from the list SOURCES to the list HOT.
function(heng_split_hot sources hot)
    set(cold ${${sources}})
    set(all "")
    foreach(prefix IN LISTS ARGN)
        set(found ${${sources}})
        list(FILTER found INCLUDE REGEX "^${prefix}[/_.]")
        if(NOT found)
            message(FATAL_ERROR "no source begins with ${prefix}: correct src/CMakeLists.txt")
        endif()
        list(APPEND all ${found})
    endforeach()
    list(REMOVE_DUPLICATES all)
    list(REMOVE_ITEM cold ${all})
    set(${sources} ${cold} PARENT_SCOPE)
    set(${hot} ${all} PARENT_SCOPE)
endfunction()

# heng_group_by_folder(TARGET SOURCE...): with HENG_UNITY, ten sources of a folder are one unit.
function(heng_group_by_folder target)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ${HENG_UNITY} UNITY_BUILD_MODE GROUP)
    foreach(source IN LISTS ARGN)
        cmake_path(GET source PARENT_PATH folder)
        string(MAKE_C_IDENTIFIER "${target}_${folder}" group)
        if(NOT DEFINED ${group}_count)
            set(${group}_count 0)
        endif()
        math(EXPR part "${${group}_count} / 10")
        math(EXPR ${group}_count "${${group}_count} + 1")
        set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${group}_${part}")
    endforeach()
endfunction()
