// Written forms of names, and how two names stand to each other.
//
// A key must be one and the same for all forms of a name ("Acme Holdings Ltd.",
// "Acme"), and must not join two things; so it drops only what never tells things
// apart: titles, company forms, middle initials. What may be one thing without
// having to ("Berg", "Jo Berg") keeps two keys and is left to CompareNames, whose
// answer kUnknown is meant: part and whole ("Munich", "Germany") or a name of
// another kind is no ground for a conflict.

#include "core/claim/alias.h"

#include <algorithm>
#include <cctype>

#include "core/base/nearest.h"
#include "core/claim/entity.h"

namespace crosscheck {
namespace {

constexpr size_t kLongestTitle = 3;
constexpr size_t kLongestShort = 3;  // "us", "uk", "eu" at the head of a name

bool IsSmallWord(std::string_view word) {
  return word == "of" || word == "the" || word == "and" || word == "for" || word == "in" || word == "on" ||
         word == "to" || word == "de" || word == "a";
}

std::string Join(const std::vector<std::string_view>& words, size_t first, size_t last) {
  std::string out;
  for (size_t i = first; i < last; ++i) {
    if (i > first) out += ' ';
    out += words[i];
  }
  return out;
}

bool IsGeneration(std::string_view word) { return word == "jr" || word == "sr" || word == "ii" || word == "iii"; }

std::string PersonKey(const std::string& folded, const EntityLexicon& lexicon) {
  std::vector<std::string_view> words = NameWords(folded);
  const size_t titles = LeadingTitleWords(words, lexicon);
  if (titles > 0 && titles + 1 == words.size()) {
    // A monarch or a pope is known by title and given name.
    const KnownTitle* title = lexicon.FindTitle(Join(words, 0, titles));
    if (title != nullptr && !title->address && title->gender != Gender::kUnknown &&
        lexicon.FindGivenName(words.back()) != nullptr) {
      return title->role + " " + std::string(words.back());
    }
  }
  words.erase(words.begin(), words.begin() + static_cast<ptrdiff_t>(titles));
  std::string key;
  for (size_t i = 0; i < words.size(); ++i) {
    const bool middle_initial = words[i].size() == 1 && i > 0 && i + 1 < words.size();
    if (middle_initial) continue;
    if (!key.empty()) key += ' ';
    key += words[i];
  }
  return key;
}

std::string OrganizationKey(const std::string& folded, const EntityLexicon& lexicon) {
  std::vector<std::string_view> words = NameWords(folded);
  while (words.size() > 1) {
    const NameWord* last = lexicon.FindNameWord(words.back());
    if (last == nullptr || !last->droppable) break;
    words.pop_back();
    if (words.size() > 1 && words.back() == "and") words.pop_back();  // "Berg & Co."
  }
  const std::string key = Join(words, 0, words.size());
  const KnownName* known = lexicon.FindName(key);
  return known != nullptr && known->type == EntityType::kOrganization ? known->canonical : key;
}

bool Shares(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  return std::ranges::any_of(a, [&](std::string_view word) {
    return !IsSmallWord(word) && std::ranges::find(b, word) != b.end();
  });
}

bool Within(const std::vector<std::string_view>& few, const std::vector<std::string_view>& many) {
  return std::ranges::all_of(few, [&](std::string_view word) { return std::ranges::find(many, word) != many.end(); });
}

NameRelation ComparePersons(std::string_view a, std::string_view b, const EntityLexicon& lexicon) {
  std::vector<std::string_view> x = NameWords(a), y = NameWords(b);
  if (x.empty() || y.empty()) return NameRelation::kUnknown;
  const bool generations = IsGeneration(x.back()) && IsGeneration(y.back());
  if (generations && x.back() != y.back()) return NameRelation::kDifferent;
  for (auto* words : {&x, &y}) {
    if (words->size() > 1 && IsGeneration(words->back())) words->pop_back();
  }
  if (x.size() == 1 && y.size() == 1) {
    if (x[0] == y[0]) return NameRelation::kCompatible;
    if (IsSpellingVariant(x[0], y[0])) return NameRelation::kUnknown;
    // "Jo" and "Berg" may be one person's two names.
    const bool given_x = lexicon.FindGivenName(x[0]) != nullptr, given_y = lexicon.FindGivenName(y[0]) != nullptr;
    return given_x != given_y ? NameRelation::kUnknown : NameRelation::kDifferent;
  }
  if (x.size() == 1 || y.size() == 1) {
    const auto& few = x.size() == 1 ? x : y;
    const auto& many = x.size() == 1 ? y : x;
    if (Within(few, many)) return NameRelation::kCompatible;
    if (std::ranges::any_of(many, [&](std::string_view word) { return IsSpellingVariant(few[0], word); })) return NameRelation::kUnknown;
    return GivenNamesAgree(few[0], many[0], lexicon) ? NameRelation::kCompatible : NameRelation::kDifferent;
  }
  if (Within(x, y) || Within(y, x)) return NameRelation::kCompatible;
  if (x.back() == y.back()) {
    return GivenNamesAgree(x[0], y[0], lexicon) ? NameRelation::kCompatible : NameRelation::kDifferent;
  }
  return IsSpellingVariant(a, b) ? NameRelation::kUnknown : NameRelation::kDifferent;
}

NameRelation CompareOrganizations(std::string_view a, std::string_view b, const EntityLexicon& lexicon) {
  if (IsAcronymOf(a, b) || IsAcronymOf(b, a)) return NameRelation::kSame;
  const std::string* metonym_a = lexicon.FindMetonym(a);
  const std::string* metonym_b = lexicon.FindMetonym(b);
  if (metonym_a != nullptr || metonym_b != nullptr) {
    const std::string_view full_a = metonym_a != nullptr ? std::string_view(*metonym_a) : a;
    const std::string_view full_b = metonym_b != nullptr ? std::string_view(*metonym_b) : b;
    if (full_a == full_b) return NameRelation::kCompatible;
    return Within(NameWords(full_a), NameWords(full_b)) || Within(NameWords(full_b), NameWords(full_a))
               ? NameRelation::kUnknown : NameRelation::kDifferent;
  }
  const auto x = NameWords(a), y = NameWords(b);
  const auto& few = x.size() < y.size() ? x : y;
  const auto& many = x.size() < y.size() ? y : x;
  if (!few.empty() && Within(few, many)) {
    return few.back() == many.back() ? NameRelation::kCompatible : NameRelation::kUnknown;
  }
  return IsSpellingVariant(a, b) ? NameRelation::kUnknown : NameRelation::kDifferent;
}

NameRelation ComparePlaces(std::string_view a, std::string_view b, const EntityLexicon& lexicon) {
  const KnownName* known_a = lexicon.FindName(a);
  const KnownName* known_b = lexicon.FindName(b);
  if (known_a == nullptr || known_b == nullptr) return NameRelation::kUnknown;
  if (known_a->level == KnownName::Level::kNone || known_a->level != known_b->level) return NameRelation::kUnknown;
  return NameRelation::kDifferent;
}

// "GPUs": one thing and several have one key.
bool IsPluralAcronym(std::string_view name) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  return name.size() >= 3 && name.back() == 's' && std::ranges::all_of(name.substr(0, name.size() - 1), upper);
}

bool LikeOrganization(EntityType type) {
  return type == EntityType::kOrganization || type == EntityType::kGroup;
}

}  // namespace

std::vector<std::string_view> NameWords(std::string_view folded) {
  std::vector<std::string_view> words;
  size_t at = 0;
  while (at < folded.size()) {
    const size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) words.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string Initials(std::string_view folded, bool small_words) {
  std::string out;
  for (const std::string_view word : NameWords(folded)) {
    if (small_words || !IsSmallWord(word)) out += word[0];
  }
  return out;
}

std::vector<std::string> AcronymsOf(std::string_view name) {
  const size_t first = name.find(' ');
  if (first == std::string_view::npos) return {};
  std::vector<std::string> out = {Initials(name, true), Initials(name, false)};
  // A first word that is an abbreviation itself stands whole: "usgs".
  const std::string_view short_word = name.substr(0, first), rest = name.substr(first + 1);
  if (first > 1 && first <= kLongestShort && !IsSmallWord(short_word)) {
    for (const bool small : {true, false}) out.push_back(std::string(short_word) + Initials(rest, small));
  }
  std::erase_if(out, [](const std::string& letters) { return letters.size() < 2; });
  return out;
}

bool IsAcronymOf(std::string_view acronym, std::string_view name) {
  if (acronym.size() < 2 || acronym.find(' ') != std::string_view::npos || name.empty() || acronym[0] != name[0]) return false;
  const std::vector<std::string> all = AcronymsOf(name);
  const auto fits = [&](std::string_view letters) { return std::ranges::find(all, letters) != all.end(); };
  if (fits(acronym)) return true;
  return acronym.back() == 's' && name.back() == 's' && fits(acronym.substr(0, acronym.size() - 1));
}

size_t LeadingTitleWords(const std::vector<std::string_view>& words, const EntityLexicon& lexicon) {
  size_t at = 0;
  while (at + 1 < words.size()) {
    size_t found = 0;
    for (size_t n = std::min(kLongestTitle, words.size() - 1 - at); n > 0 && found == 0; --n) {
      if (lexicon.FindTitle(Join(words, at, at + n)) != nullptr) found = n;
    }
    if (found == 0) break;
    at += found;
  }
  return at;
}

bool GivenNamesAgree(std::string_view a, std::string_view b, const EntityLexicon& lexicon) {
  if (a == b) return true;
  if (a.empty() || b.empty()) return false;
  if ((a.size() == 1 || b.size() == 1) && a[0] == b[0]) return true;
  const auto& full_a = lexicon.FullGivenNames(a);
  const auto& full_b = lexicon.FullGivenNames(b);
  return std::ranges::find(full_a, b) != full_a.end() || std::ranges::find(full_b, a) != full_b.end() ||
         std::ranges::find_first_of(full_a, full_b) != full_a.end();
}

std::string EntityKey(std::string_view name, EntityType type, const EntityLexicon& lexicon) {
  const std::string folded = FoldName(IsPluralAcronym(name) ? name.substr(0, name.size() - 1) : name);
  const KnownName* known = lexicon.FindName(folded);
  const bool fits = known != nullptr && (type != EntityType::kPerson || known->type == EntityType::kPerson);
  if (fits) {
    return known->form == KnownName::Form::kPeople ? known->canonical + " people" : known->canonical;
  }
  if (type == EntityType::kPerson) return PersonKey(folded, lexicon);
  if (type == EntityType::kOrganization || type == EntityType::kOther) return OrganizationKey(folded, lexicon);
  return folded;
}

NameRelation CompareNames(const Entity& a, const Entity& b, const EntityLexicon& lexicon) {
  if (!a.named || !b.named || a.key.empty() || b.key.empty()) return NameRelation::kUnknown;
  if (a.key == b.key) return NameRelation::kSame;
  if (std::ranges::find(a.aliases, b.key) != a.aliases.end() || std::ranges::find(b.aliases, a.key) != b.aliases.end()) {
    const bool persons = a.type == EntityType::kPerson || b.type == EntityType::kPerson;
    return persons ? NameRelation::kCompatible : NameRelation::kSame;
  }
  if (a.type == b.type || (LikeOrganization(a.type) && LikeOrganization(b.type))) {
    switch (a.type) {
      case EntityType::kPerson: return ComparePersons(a.key, b.key, lexicon);
      case EntityType::kPlace: return ComparePlaces(a.key, b.key, lexicon);
      default: return CompareOrganizations(a.key, b.key, lexicon);
    }
  }
  // One of them is of no known type: only names without a common word differ.
  if (a.type != EntityType::kOther && b.type != EntityType::kOther) return NameRelation::kUnknown;
  if (IsAcronymOf(a.key, b.key) || IsAcronymOf(b.key, a.key)) return NameRelation::kSame;
  if (Shares(NameWords(a.key), NameWords(b.key))) return NameRelation::kCompatible;
  return NameRelation::kUnknown;
}

bool IsSpellingVariant(std::string_view key_a, std::string_view key_b) {
  constexpr size_t kShortest = 5;
  constexpr size_t kLong = 9;
  if (key_a == key_b) return false;
  const auto x = NameWords(key_a), y = NameWords(key_b);
  if (x.size() != y.size()) return false;
  bool slip = false;
  for (size_t i = 0; i < x.size(); ++i) {
    if (x[i] == y[i]) continue;
    if (slip || std::min(x[i].size(), y[i].size()) < kShortest || x[i][0] != y[i][0]) return false;
    const auto is_digit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
    if (std::ranges::any_of(x[i], is_digit) || std::ranges::any_of(y[i], is_digit)) return false;
    const std::string_view shorter = x[i].size() < y[i].size() ? x[i] : y[i];
    const std::string_view longer = x[i].size() < y[i].size() ? y[i] : x[i];
    if (longer.size() == shorter.size() + 1 && longer.back() == 's' && longer.starts_with(shorter)) return false;
    if (EditDistance(x[i], y[i]) > (shorter.size() >= kLong ? 2 : 1)) return false;
    slip = true;
  }
  return slip;
}

}  // namespace crosscheck
