// Atoms: the smallest pieces that the readers of figures look at.
//
// A literal is read by its separators. "1,200,000" and "12,34,567" have groups
// (of three; Indian ones of two before a last one of three), "3.5" and "5,00"
// a decimal sign, "1.111,11" both, the last of which is the decimal sign. A run
// that fits none of these ("192.168.1.2", "5.17.18") is `strange`, and no figure.
// "4.800" is 4.8: English writes thousands with a comma. Exponents ("1.3e6",
// "1.99×10−30") are taken in. Cost: linear, one look back at most.

#include "core/quantity/figure_atoms.h"

#include <array>
#include <charconv>
#include <cmath>

#include "core/base/ascii.h"
#include "core/base/unicode.h"

namespace crosscheck {
namespace {

struct Group {
  uint32_t digits = 0;
  char before = 0;  // the separator in front
};

// "1'500'000": an apostrophe before exactly three digits; "5'10" is feet and inches.
bool SwissGroup(std::string_view text, uint32_t at, uint32_t digits_before) {
  if (text[at] != '\'' || digits_before == 0 || digits_before > 3 || at + 3 >= text.size()) return false;
  for (uint32_t i = 1; i <= 3; ++i) {
    if (!IsAsciiDigit(text[at + i])) return false;
  }
  return at + 4 >= text.size() || !IsAsciiDigit(text[at + 4]);
}

// Cuts "12,345.6" into groups; stops before a separator that no digit follows.
std::vector<Group> Groups(std::string_view text, uint32_t* length) {
  std::vector<Group> groups;
  uint32_t i = 0;
  char separator = 0;
  while (i < text.size()) {
    Group group{0, separator};
    while (i < text.size() && IsAsciiDigit(text[i])) ++i, ++group.digits;
    groups.push_back(group);
    if (i + 1 >= text.size() || !IsAsciiDigit(text[i + 1])) break;
    if (text[i] != ',' && text[i] != '.' && !SwissGroup(text, i, group.digits)) break;
    separator = text[i++];
  }
  *length = i;
  return groups;
}

bool Thousands(const std::vector<Group>& groups, size_t last) {
  if (last == 0 || groups[0].digits == 0 || groups[0].digits > 3) return false;
  for (size_t i = 1; i <= last; ++i) {
    if (groups[i].digits != 3 || groups[i].before != groups[1].before) return false;
  }
  return true;
}

bool IndianThousands(const std::vector<Group>& groups, size_t last) {
  if (last < 2 || groups[0].digits == 0 || groups[0].digits > 2 || groups[last].digits != 3) return false;
  for (size_t i = 1; i < last; ++i) {
    if (groups[i].digits != 2 || groups[i].before != ',') return false;
  }
  return groups[last].before == ',';
}

// What the separators mean: how many groups are whole digits, and whether one
// group of decimals follows.
struct Shape {
  bool good = false;
  bool grouped = false;
  bool guessed = false;
  size_t whole = 1;  // groups before the decimal sign
  size_t used = 1;   // groups taken
};

Shape ShapeOf(const std::vector<Group>& groups) {
  const size_t n = groups.size();
  Shape shape;
  if (n == 1) return {true, false, false, 1, 1};
  const char last = groups[n - 1].before;
  const bool last_differs = n > 2 && groups[n - 2].before != last;
  if (last_differs && (Thousands(groups, n - 2) || IndianThousands(groups, n - 2))) return {true, true, false, n - 1, n};
  if (n == 2 && last == '.') return {true, false, false, 1, 2};
  if (Thousands(groups, n - 1) || IndianThousands(groups, n - 1)) return {true, true, false, n, n};
  if (n == 2 && groups[1].digits <= 2) return {true, false, true, 1, 2};  // "5,00"
  if (last == ',' && !last_differs) return {true, false, false, 1, 1};    // a list: "22,24,26"
  return shape;
}

void ReadExponent(std::string_view text, Literal* literal) {
  std::string_view rest = text.substr(literal->length);
  uint32_t skip = 0;
  if (rest.size() > 1 && (rest[0] == 'e' || rest[0] == 'E')) {
    skip = 1;
  } else if (rest.substr(0, 3) == "x10" || rest.substr(0, 4) == "×10") {
    skip = rest[0] == 'x' ? 3 : 4;
    if (rest.size() > skip && rest[skip] == '^') ++skip;
  }
  if (skip == 0 || skip >= rest.size()) return;
  bool minus = false;
  constexpr std::string_view kMinus = "−";
  if (rest.substr(skip, kMinus.size()) == kMinus) {
    minus = true;
    skip += kMinus.size();
  } else if (rest[skip] == '-' || rest[skip] == '+') {
    minus = rest[skip++] == '-';
  }
  int power = 0;
  const auto [end, error] = std::from_chars(rest.data() + skip, rest.data() + rest.size(), power);
  if (error != std::errc() || power > 300) return;
  if (end != rest.data() + rest.size() && IsAsciiLetter(*end)) return;
  const double scale = std::pow(10.0, minus ? -power : power);
  literal->value *= scale;
  literal->place *= scale;
  literal->decimal = true;
  literal->length += static_cast<uint32_t>(end - rest.data());
}

double FractionValue(char32_t c) {
  struct Entry {
    char32_t sign;
    double value;
  };
  static constexpr std::array<Entry, 18> kSigns = {{{U'¼', 0.25}, {U'½', 0.5}, {U'¾', 0.75}, {U'⅐', 1.0 / 7},
      {U'⅑', 1.0 / 9}, {U'⅒', 0.1}, {U'⅓', 1.0 / 3}, {U'⅔', 2.0 / 3}, {U'⅕', 0.2}, {U'⅖', 0.4}, {U'⅗', 0.6},
      {U'⅘', 0.8}, {U'⅙', 1.0 / 6}, {U'⅚', 5.0 / 6}, {U'⅛', 0.125}, {U'⅜', 0.375}, {U'⅝', 0.625}, {U'⅞', 0.875}}};
  for (const Entry& entry : kSigns) {
    if (entry.sign == c) return entry.value;
  }
  return 0.0;
}

}  // namespace

Literal ReadLiteral(std::string_view text) {
  Literal literal;
  const bool bare_point = text.size() > 1 && text[0] == '.' && IsAsciiDigit(text[1]);
  if (text.empty() || (!bare_point && !IsAsciiDigit(text[0]))) return literal;
  uint32_t length = 0;
  std::vector<Group> groups;
  if (bare_point) groups.push_back({0, 0});
  for (Group group : Groups(text.substr(bare_point ? 1 : 0), &length)) {
    if (bare_point && groups.size() == 1) group.before = '.';
    groups.push_back(group);
  }
  if (bare_point) ++length;
  const Shape shape = ShapeOf(groups);
  literal.strange = !shape.good;
  literal.grouped = shape.grouped;
  literal.guessed = shape.guessed;
  literal.decimal = shape.used > shape.whole;
  std::string digits;
  uint32_t taken = 0;
  for (size_t g = 0, at = 0; g < (shape.good ? shape.used : groups.size()); ++g) {
    if (g > 0) ++at;
    if (g == shape.whole) digits += '.';
    digits += text.substr(at, groups[g].digits);
    at += groups[g].digits;
    taken = static_cast<uint32_t>(at);
    if (shape.good && literal.decimal && g + 1 == shape.used) literal.place = std::pow(10.0, -static_cast<double>(groups[g].digits));
  }
  literal.length = shape.good ? taken : length;
  if (!digits.empty() && digits[0] == '.') digits.insert(0, "0");
  if (shape.good) std::from_chars(digits.data(), digits.data() + digits.size(), literal.value);
  literal.leading_zero = digits.size() > 1 && digits[0] == '0' && digits[1] != '.';
  if (shape.good && !literal.grouped) ReadExponent(text, &literal);
  return literal;
}

AtomRow::AtomRow(const Analysis& analysis, const Sentence& sentence) {
  atoms_.reserve(sentence.last - sentence.first + 8);
  const std::string_view text = analysis.text();
  // A number may run over several tokens ("USD1,700" as "USD1" "," "700"), so a
  // run of tokens without white space between them is cut as one.
  for (uint32_t i = sentence.first; i < sentence.last;) {
    const Token& head = analysis.tokens[i];
    uint32_t end = i + 1;
    while (end < sentence.last && analysis.tokens[end].range.start == analysis.tokens[end - 1].range.end) ++end;
    const TextRange run{head.range.start, analysis.tokens[end - 1].range.end};
    const std::string_view lower = end == i + 1 ? analysis.Lower(head) : std::string_view(spill_.emplace_back(ToLower(run.In(text))));
    const size_t first = atoms_.size();
    Cut(run.In(text), lower, i, run.start);
    if (end > i + 1) SetTokens(analysis, first);
    i = end;
  }
}

void AtomRow::SetTokens(const Analysis& analysis, size_t first) {
  for (size_t a = first; a < atoms_.size(); ++a) {
    uint32_t token = a == first ? atoms_[a].token : atoms_[a - 1].token;
    while (analysis.tokens[token].range.end <= atoms_[a].range.start) ++token;
    atoms_[a].token = token;
  }
}

AtomRow::AtomRow(std::string_view text) {
  const std::string& lower = spill_.emplace_back(ToLower(text));
  size_t at = 0;
  while (at < text.size()) {
    size_t end = text.find(' ', at);
    if (end == std::string_view::npos) end = text.size();
    if (end > at) {
      const std::string_view form = text.substr(at, end - at);
      std::string_view low = std::string_view(lower).substr(at, end - at);
      if (lower.size() != text.size()) low = spill_.emplace_back(ToLower(form));
      Cut(form, low, 0, static_cast<uint32_t>(at));
    }
    at = end + 1;
  }
}

void AtomRow::Cut(std::string_view form, std::string_view lower, uint32_t token, uint32_t start) {
  const bool same_size = form.size() == lower.size();
  uint32_t at = 0;
  while (at < form.size()) {
    Atom atom;
    atom.token = token;
    atom.glued = at > 0;
    const char c = form[at];
    const bool point_number = c == '.' && at + 1 < form.size() && IsAsciiDigit(form[at + 1]) && (at == 0 || !IsAsciiDigit(form[at - 1])) && (at == 0 || !IsAsciiLetter(form[at - 1]));
    uint32_t size = 1;
    if (IsAsciiDigit(c) || point_number) {
      atom.kind = Atom::Kind::kNumber;
      const bool in_list = at > 1 && form[at - 1] == ',' && IsAsciiDigit(form[at - 2]);
      size_t stop = in_list ? form.find(',', at) : std::string_view::npos;  // "22,24,26": the last two are none either
      atom.literal = ReadLiteral(form.substr(at, stop == std::string_view::npos ? stop : stop - at));
      size = atom.literal.length;
    } else if (IsAsciiLetter(c) || static_cast<unsigned char>(c) >= 0x80) {
      const CodePoint first = CodePointAt(form, at);
      size = first.size;
      if (IsLetter(first.value)) {
        atom.kind = Atom::Kind::kWord;
        while (at + size < form.size()) {
          const CodePoint next = CodePointAt(form, at + size);
          if (!IsLetter(next.value)) break;
          size += next.size;
        }
      } else if (const double value = FractionValue(first.value); value > 0) {
        atom.kind = Atom::Kind::kFraction;
        atom.literal.value = value;
      }
    }
    atom.range = {start + at, start + at + size};
    atom.text = form.substr(at, size);
    atom.lower = same_size ? lower.substr(at, size) : std::string_view(spill_.emplace_back(ToLower(atom.text)));
    atoms_.push_back(atom);
    at += size;
  }
}

bool IsDash(const Atom& atom) {
  return atom.text == "-" || atom.text == "–" || atom.text == "−" || atom.text == "‐" || atom.text == "‑";
}

bool IsCapital(const Atom& atom) {
  return atom.IsWord() && IsUpper(CodePointAt(atom.text, 0).value);
}

bool IsStop(const Atom& atom) {
  if (atom.kind != Atom::Kind::kSymbol) return false;
  constexpr std::array<std::string_view, 22> kStops = {"", ".", ",", ";", ":", "!", "?", "(", ")", "[", "]", "\"", "“",
                                                       "”", "'", "’", "—", "…", "‘", "}", ">", "|"};
  for (const std::string_view stop : kStops) {
    if (atom.text == stop) return true;
  }
  return false;
}

}  // namespace crosscheck
