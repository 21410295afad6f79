#ifndef CROSSCHECK_CORE_LANGUAGE_ANALYSIS_H_
#define CROSSCHECK_CORE_LANGUAGE_ANALYSIS_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/id.h"
#include "core/base/interner.h"
#include "core/base/text_range.h"
#include "core/document/document.h"

namespace crosscheck {

// Universal POS tags (UD v2), alphabetical.
enum class Upos : uint8_t {
  kAdj, kAdp, kAdv, kAux, kCconj, kDet, kIntj, kNoun, kNum, kPart, kPron, kPropn, kPunct, kSconj,
  kSym, kVerb, kX,
};
std::string_view ToString(Upos upos);

// A UD v2 relation without its subtype. The full label, with subtype
// ("nsubj:pass"), is in Token::deprel_label.
enum class Deprel : uint8_t {
  kAcl, kAdvcl, kAdvmod, kAmod, kAppos, kAux, kCase, kCc, kCcomp, kClf, kCompound, kConj, kCop,
  kCsubj, kDep, kDet, kDiscourse, kDislocated, kExpl, kFixed, kFlat, kGoeswith, kIobj, kList, kMark,
  kNmod, kNsubj, kNummod, kObj, kObl, kOrphan, kParataxis, kPunct, kReparandum, kRoot, kVocative,
  kXcomp,
};
std::string_view ToString(Deprel deprel);
// The relation of a label such as "nsubj:pass"; kDep where it is none.
Deprel ToDeprel(std::string_view label);

constexpr int32_t kNoToken = -1;

// A word of the text. `head` and all indices count in Analysis::tokens.
struct Token {
  TextRange range;            // in Document::text()
  uint32_t form = 0;          // Analysis::words: the form as written
  uint32_t lower = 0;         // Analysis::words: the form in lower case
  uint32_t lemma = 0;         // Analysis::words
  uint32_t xpos = 0;          // Analysis::words: Penn Treebank tag ("NNS")
  uint32_t deprel_label = 0;  // Analysis::words: with subtype ("nsubj:pass")
  int32_t head = kNoToken;    // kNoToken for a root
  uint32_t sentence = 0;      // index in Analysis::sentences
  Upos upos = Upos::kX;
  Deprel deprel = Deprel::kDep;
  bool space_after = true;    // white space or the end of the block follows
};

// A sentence; its tokens are [first, last). Headings, table rows and furniture
// are cut into sentences too, so that every byte has its place.
struct Sentence {
  TextRange range;
  uint32_t first = 0;
  uint32_t last = 0;
  uint32_t block = 0;     // index in Document::blocks()
  BlockKind kind = BlockKind::kProse;
  bool parsed = false;    // false: furniture, or not English; its tokens have no tree
  bool foreign = false;   // recognised as another language
};

enum class NameType : uint8_t { kPerson, kPlace, kOrganization };

// A name found by the tagger: tokens [first, last) of one sentence.
struct NameSpan {
  uint32_t first = 0;
  uint32_t last = 0;
  NameType type = NameType::kPerson;
};

// What the language engine read out of one document. Tokens lie in the order of
// the text. The document must outlive it.
struct Analysis {
  const Document* document = nullptr;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<NameSpan> names;
  Interner words;  // forms, lemmas, tags and labels of this document

  std::string_view text() const { return document->text(); }
  std::string_view Form(const Token& t) const { return words.Text(t.form); }
  std::string_view Lower(const Token& t) const { return words.Text(t.lower); }
  std::string_view Lemma(const Token& t) const { return words.Text(t.lemma); }
  std::string_view Xpos(const Token& t) const { return words.Text(t.xpos); }
  std::string_view Label(const Token& t) const { return words.Text(t.deprel_label); }

  const Sentence& SentenceOf(const Token& t) const { return sentences[t.sentence]; }
  std::span<const Token> TokensOf(const Sentence& s) const {
    return std::span(tokens).subspan(s.first, s.last - s.first);
  }
};

// The children of every token of an analysis, in order of the text. Build once,
// ask often: linear in tokens.
class Children {
 public:
  explicit Children(const Analysis& analysis);

  std::span<const int32_t> Of(int32_t token) const {
    return std::span(children_).subspan(first_[static_cast<size_t>(token)],
        first_[static_cast<size_t>(token) + 1] - first_[static_cast<size_t>(token)]);
  }
  // The first child with this relation, or kNoToken.
  int32_t First(int32_t token, Deprel deprel) const;
  // The leftmost and the rightmost token of the subtree, as [first, last).
  // Linear in the size of the subtree; no recursion.
  std::pair<int32_t, int32_t> Yield(int32_t token) const;

 private:
  const Analysis* analysis_;
  std::vector<uint32_t> first_;     // per token, plus one
  std::vector<int32_t> children_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_LANGUAGE_ANALYSIS_H_
