#ifndef CROSSCHECK_TESTS_SUPPORT_MODEL_BYTES_H_
#define CROSSCHECK_TESTS_SUPPORT_MODEL_BYTES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace crosscheck {

// The bytes of a model file with these sections, in this order: a second
// writer beside tools/language/container.py, for tests of the reader.
std::string ModelBytes(const std::vector<std::pair<std::string, std::string>>& sections);

// Makes the checksum of altered bytes right again, so that what lies behind the
// checksum can be tested. Does nothing to bytes shorter than a header.
void FixChecksum(std::string* bytes);

// Overwrites eight bytes at `offset`, little-endian.
void SetWord(std::string* bytes, size_t offset, uint64_t value);

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_SUPPORT_MODEL_BYTES_H_
