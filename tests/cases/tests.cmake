find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME cases COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/run_cases.py $<TARGET_FILE:crosscheck>)
