# SPDX-License-Identifier: GPL-3.0-or-later

# broadsheet_module(name USES … QT … QT_INSIDE … LIBS …)
#
# One layer of the house: a static library whose sources are listed in src/<name>/CMakeLists.txt.
#   USES       modules below it, each declared before; a cycle cannot be written down
#   QT         Qt parts that its headers show
#   QT_INSIDE  Qt parts that only its sources use: who includes its headers does not see them
#   LIBS       other libraries, inside only
# The rules are collected for tests/architecture, which reads every #include against them.
function(broadsheet_module name)
  cmake_parse_arguments(M "" "" "USES;QT;QT_INSIDE;LIBS" ${ARGN})
  add_library(broadsheet_${name} STATIC)
  add_library(Broadsheet::${name} ALIAS broadsheet_${name})
  target_include_directories(broadsheet_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  foreach(used IN LISTS M_USES)
    if(NOT TARGET Broadsheet::${used})
      message(FATAL_ERROR "${name} uses ${used}, which is not below it")
    endif()
    target_link_libraries(broadsheet_${name} PUBLIC Broadsheet::${used})
  endforeach()
  list(TRANSFORM M_QT PREPEND Qt6::)
  list(TRANSFORM M_QT_INSIDE PREPEND Qt6::)
  target_link_libraries(broadsheet_${name} PUBLIC ${M_QT} PRIVATE ${M_QT_INSIDE} ${M_LIBS})
  # CMake 3.25 runs moc and uic for changed files, but not for a changed list of files.
  set_target_properties(broadsheet_${name} PROPERTIES AUTOGEN_TARGET_DEPENDS
    "${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/broadsheet_${name}_autogen.dir/AutogenInfo.json")
  list(JOIN M_USES " " uses)
  set_property(GLOBAL APPEND PROPERTY BROADSHEET_LAYERS "${name}: ${uses}")
  add_subdirectory(${name})
endfunction()

# broadsheet_sources(name file …): the sources of a module, from its own folder.
# Forms of the module lie in ui/<name>/… in the same sub-folders.
function(broadsheet_sources name)
  target_sources(broadsheet_${name} PRIVATE ${ARGN})
  set_target_properties(broadsheet_${name} PROPERTIES AUTOUIC_SEARCH_PATHS "${PROJECT_SOURCE_DIR}/ui")
endfunction()
