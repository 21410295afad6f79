#include "core/language/web_address.h"

#include <algorithm>
#include <string>

#include "core/base/ascii.h"
#include "core/base/unicode.h"

namespace crosscheck {
namespace {

constexpr uint32_t kLongestLabel = 24;  // bytes; lists hold nothing longer

bool IsAddressByte(char c) {
  return IsAsciiLetter(c) || IsAsciiDigit(c) ||
         std::string_view("._-%+").find(c) != std::string_view::npos;
}

}  // namespace

bool AddressReader::Listed(const WordSet& set, uint32_t from, uint32_t to) const {
  return to > from && to - from <= kLongestLabel && set.contains(ToLower(Bytes(from, to)));
}

// The end of a run of bytes that addresses are made of, without the marks that
// close a clause.
uint32_t AddressReader::RunEnd(uint32_t from) const {
  uint32_t to = from;
  while (to < end_ && std::string_view("<>\"“”|{}").find(text_[to]) == std::string_view::npos &&
         static_cast<unsigned char>(text_[to]) < 0x80) {
    ++to;
  }
  const bool open = Bytes(from, to).find('(') != std::string_view::npos;
  while (to > from) {
    const char last = text_[to - 1];
    if (std::string_view(".,;:!?'*]").find(last) == std::string_view::npos &&
        !(last == ')' && !open))
      break;
    --to;
  }
  return to;
}

uint32_t AddressReader::End(uint32_t at, uint32_t end) {
  end_ = end;
  if (at < plain_until_) return at;
  const std::string_view rest = Bytes(at, end_);
  for (const std::string_view scheme :
       {"http://", "https://", "ftp://", "mailto:", "www.", "HTTP://", "Http://", "WWW."}) {
    if (rest.starts_with(scheme) && rest.size() > scheme.size() + 2) return RunEnd(at);
  }
  if (!IsAsciiLetter(Byte(at)) && !IsAsciiDigit(Byte(at))) return at;
  uint32_t to = at;
  while (to < end_ && IsAddressByte(text_[to])) ++to;
  if (Byte(to) == '@' && to + 1 < end_ && IsAsciiLetter(Byte(to + 1))) {  // jo.berg@acme.example
    ++to;
    while (to < end_ && IsAddressByte(text_[to])) ++to;
    while (text_[to - 1] == '.' || text_[to - 1] == '-') --to;
    return to;
  }
  const uint32_t host = Host(at, to);
  if (host == at) plain_until_ = to;  // no later part of the run is asked again
  return host;
}

// "acme.example/news", "report.pdf": the last label of [from, to) is a known
// domain or kind of file.
uint32_t AddressReader::Host(uint32_t from, uint32_t to) const {
  while (to > from && (text_[to - 1] == '.' || text_[to - 1] == '-')) --to;
  const std::string_view run = Bytes(from, to);
  const size_t stop = run.rfind('.');
  if (run.find("..") != std::string_view::npos) return from;
  if (stop == std::string_view::npos || stop == 0) return from;
  const auto label = from + static_cast<uint32_t>(stop) + 1;
  const bool domain = Listed(lists_.top_domains, label, to);
  const bool file = Listed(lists_.file_suffixes, label, to);
  if (!domain && !file) {
    // news.groups.with.many.parts
    if (std::ranges::count(run, '.') < 2 || run.size() < 10) return from;
    for (size_t i = 0; i < run.size(); ++i) {
      if (!(run[i] >= 'a' && run[i] <= 'z') && run[i] != '.' && run[i] != '-') return from;
      if (run[i] == '.' && (run[i - 1] == '.' || (i + 1 < run.size() && run[i + 1] == '.')))
        return from;
    }
    return to;
  }
  // "arrived.It" is no address of Italy: those are written in lower case.
  if (domain && !file && IsAsciiUpper(text_[label]) && !IsAsciiUpper(text_[to - 1])) return from;
  return domain && Byte(to) == '/' ? RunEnd(from) : to;
}

}  // namespace crosscheck
