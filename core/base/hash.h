#ifndef CROSSCHECK_CORE_BASE_HASH_H_
#define CROSSCHECK_CORE_BASE_HASH_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace crosscheck {

// XXH3, 64 bits: the same on every machine. For keys and fingerprints, not for
// protection against an attacker.
uint64_t Hash64(std::string_view bytes, uint64_t seed = 0);

// SHA-256 as 64 hexadecimal digits (FIPS 180-4): names the bytes of an input.
std::string Sha256(std::string_view bytes);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_BASE_HASH_H_
