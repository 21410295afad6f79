#ifndef CROSSCHECK_CORE_BASE_MARKUP_H_
#define CROSSCHECK_CORE_BASE_MARKUP_H_

#include <string>
#include <string_view>

namespace crosscheck {

// Text for the content and the attributes of XML and HTML: & < > " ' as entities;
// control characters, which may not stand in XML at all, as blanks, but for line
// breaks and tabs.
std::string EscapeMarkup(std::string_view text);

// A double-quoted scalar of YAML on one line; other control characters are left out.
std::string QuoteYaml(std::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_BASE_MARKUP_H_
