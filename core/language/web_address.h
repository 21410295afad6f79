#ifndef CROSSCHECK_CORE_LANGUAGE_WEB_ADDRESS_H_
#define CROSSCHECK_CORE_LANGUAGE_WEB_ADDRESS_H_

#include <cstdint>
#include <string_view>

#include "core/language/word_lists.h"

namespace crosscheck {

// Web addresses, mail addresses, names of hosts and files, as the tokenizer meets
// them from left to right in one text. `lists` and `text` must outlive it.
class AddressReader {
 public:
  AddressReader(const TokenLists& lists, std::string_view text) : lists_(lists), text_(text) {}

  // Where the address that begins at byte `at` ends, without the marks that close
  // a clause; `at` where none begins. `end` is that of the stretch without white
  // space around `at`. Bytes that were found to be no address are not read again,
  // so `at` may only grow.
  uint32_t End(uint32_t at, uint32_t end);

 private:
  char Byte(uint32_t at) const { return at < end_ ? text_[at] : '\0'; }
  std::string_view Bytes(uint32_t from, uint32_t to) const { return text_.substr(from, to - from); }
  bool Listed(const WordSet& set, uint32_t from, uint32_t to) const;
  uint32_t RunEnd(uint32_t from) const;
  uint32_t Host(uint32_t from, uint32_t to) const;

  const TokenLists& lists_;
  std::string_view text_;
  uint32_t end_ = 0;
  uint32_t plain_until_ = 0;  // no address begins before this place
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_LANGUAGE_WEB_ADDRESS_H_
