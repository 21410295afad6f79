#ifndef CROSSCHECK_TESTS_FUZZ_MODEL_FUZZ_H_
#define CROSSCHECK_TESTS_FUZZ_MODEL_FUZZ_H_

#include <string_view>

namespace crosscheck::testing {

// The model loader on arbitrary bytes: it may refuse them, it may not crash.
// The bytes are read as they are, and with their checksum made right, so that
// what lies behind the checksum is reached too. A model that loads must parse.
void FuzzModel(std::string_view bytes);

}  // namespace crosscheck::testing

#endif  // CROSSCHECK_TESTS_FUZZ_MODEL_FUZZ_H_
