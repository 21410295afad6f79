# Training twice with the same seed gives the same model file, and its second phase
# takes over what it should; skipped where python3-torch is missing.
if(CROSSCHECK_PYTHON)
  foreach(name seed recipe)
    add_test(NAME training.${name}
      COMMAND ${CROSSCHECK_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/${name}_test.py
      WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    set_tests_properties(training.${name} PROPERTIES SKIP_RETURN_CODE 77
      TIMEOUT 300)
  endforeach()
endif()
