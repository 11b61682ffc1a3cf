# SPDX-License-Identifier: Apache-2.0
# What is installed: headers, both libraries, the command, find_package(heng), pkg-config heng.
# Three export sets, so that find_package(heng COMPONENTS capi) asks for nobody else's headers.
include(CMakePackageConfigHelpers)

set(HENG_CMAKE_DIR "${CMAKE_INSTALL_LIBDIR}/cmake/heng")

install(TARGETS heng_capi EXPORT heng-capi FILE_SET HEADERS)
install(TARGETS heng heng_headers EXPORT heng-heng FILE_SET HEADERS)
install(TARGETS heng_core EXPORT heng-core FILE_SET HEADERS)
foreach(component capi heng core)
    install(EXPORT heng-${component} NAMESPACE heng:: DESTINATION "${HENG_CMAKE_DIR}")
endforeach()
if(HENG_BUILD_TOOL)
    install(TARGETS heng_tool)
endif()
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")

configure_package_config_file(
    "${PROJECT_SOURCE_DIR}/cmake/hengConfig.cmake.in" "${PROJECT_BINARY_DIR}/hengConfig.cmake"
    INSTALL_DESTINATION "${HENG_CMAKE_DIR}" NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(
    "${PROJECT_BINARY_DIR}/hengConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES
    "${PROJECT_BINARY_DIR}/hengConfig.cmake" "${PROJECT_BINARY_DIR}/hengConfigVersion.cmake"
    DESTINATION "${HENG_CMAKE_DIR}")
if(HENG_HAS_LIBMD)
    install(FILES "${PROJECT_SOURCE_DIR}/cmake/FindLibmd.cmake" DESTINATION "${HENG_CMAKE_DIR}")
endif()

# heng.pc finds its prefix from its own place, so an installed tree can be moved
set(HENG_PC_PRIVATE -lstdc++ -lm)
if(HENG_HAS_THREADS)
    list(PREPEND HENG_PC_PRIVATE ${CMAKE_THREAD_LIBS_INIT})
endif()
if(HENG_HAS_LIBMD)
    list(PREPEND HENG_PC_PRIVATE -lmd)
endif()
list(JOIN HENG_PC_PRIVATE " " HENG_PC_PRIVATE)
file(RELATIVE_PATH HENG_PC_TO_PREFIX
    "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig" "${CMAKE_INSTALL_PREFIX}")
configure_file("${PROJECT_SOURCE_DIR}/cmake/heng.pc.in" "${PROJECT_BINARY_DIR}/heng.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/heng.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
