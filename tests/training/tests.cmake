# Training twice with the same seed gives the same model file; skipped where
# python3-torch is missing.
if(CROSSCHECK_PYTHON)
  add_test(NAME training.seed
    COMMAND ${CROSSCHECK_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/seed_test.py
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(training.seed PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 300)
endif()
