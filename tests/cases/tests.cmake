find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME cases COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/run_cases.py $<TARGET_FILE:crosscheck>)
# The tests that stand in the rules themselves.
add_test(NAME rules COMMAND crosscheck test)
add_test(NAME rules_lint COMMAND crosscheck rules lint)
