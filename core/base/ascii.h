#ifndef CROSSCHECK_CORE_BASE_ASCII_H_
#define CROSSCHECK_CORE_BASE_ASCII_H_

namespace crosscheck {

// Of single bytes; whatever the locale, false for every byte of a longer code point.
constexpr bool IsAsciiUpper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool IsAsciiLetter(char c) { return IsAsciiUpper(c) || (c >= 'a' && c <= 'z'); }
constexpr bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_BASE_ASCII_H_
