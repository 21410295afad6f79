# The tests that stand inside the shipped rules, the pages made from the rules,
# the schema against all rule files, and the tutorial's commands.
add_test(NAME rules.tests COMMAND crosscheck test WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
add_test(NAME rules.mutants COMMAND crosscheck test --mutate WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
# The rules that the language was drawn with; each says what was drawn otherwise.
add_test(NAME rules.starter COMMAND crosscheck --rules tests/rules/starter test starter
  WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
add_test(NAME rules.lint COMMAND crosscheck rules lint --strict WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
find_program(CROSSCHECK_PYTHON python3)
if(CROSSCHECK_PYTHON)
  add_test(NAME rules.pages
    COMMAND ${CROSSCHECK_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/pages_test.py $<TARGET_FILE:crosscheck>
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  add_test(NAME rules.schema
    COMMAND ${CROSSCHECK_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/schema_test.py $<TARGET_FILE:crosscheck>
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  add_test(NAME rules.tutorial
    COMMAND ${CROSSCHECK_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/tutorial_test.py $<TARGET_FILE:crosscheck>
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  add_test(NAME rules.editor
    COMMAND ${CROSSCHECK_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/editor_test.py $<TARGET_FILE:crosscheck>
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  add_test(NAME rules.templates
    COMMAND ${CROSSCHECK_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/templates_test.py $<TARGET_FILE:crosscheck>
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  add_test(NAME rules.speed
    COMMAND ${CROSSCHECK_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/speed_test.py $<TARGET_FILE:crosscheck>
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(rules.schema rules.editor PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 60)
endif()
