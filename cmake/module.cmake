# crosscheck_module(NAME base BELOW a b PRIVATE third::party)
#
# A folder of core/ is a static library crosscheck_NAME whose sources are all
# *.cpp below it. BELOW names the modules it may include; third parties are
# private, so their headers cannot leak into the modules above. The same order
# is checked on the includes themselves by tests/layers.
#
# With CROSSCHECK_UNITY the compiler takes six sources of a module at a time, since
# most of its work is reading the same headers again. So names in unnamed
# namespaces must differ within a module; a file that cannot follow is left out
# with SKIP_UNITY_BUILD_INCLUSION.
function(crosscheck_module)
  cmake_parse_arguments(M "" "NAME" "BELOW;PRIVATE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(sources)
    add_library(crosscheck_${M_NAME} STATIC ${sources})
    set(scope PUBLIC)
  else()
    add_library(crosscheck_${M_NAME} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(crosscheck_${M_NAME} ${scope} ${PROJECT_SOURCE_DIR})
  foreach(below IN LISTS M_BELOW)
    target_link_libraries(crosscheck_${M_NAME} ${scope} crosscheck_${below})
  endforeach()
  if(sources)
    target_link_libraries(crosscheck_${M_NAME} PRIVATE crosscheck_flags ${M_PRIVATE})
    if(CROSSCHECK_UNITY)
      set_target_properties(crosscheck_${M_NAME} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 6)
    endif()
  endif()
endfunction()
