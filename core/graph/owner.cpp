// Owners of measures. Cost: the mentions of a document, asked only for claims whose
// figures are apart. Test: tests/unit/graph/owner_test.cpp.
#include "core/graph/owner.h"

#include <algorithm>

#include "core/graph/terms.h"

namespace crosscheck {
namespace {

constexpr uint32_t kSentencesBack = 2;

// The possessor of a subject: "Acme" of "Acme's profit" and of "the profit of Acme".
int32_t Possessor(const Reading& reading, const Claim& claim) {
  for (size_t e = 0; e < reading.entities.size(); ++e) {
    if (!reading.entities[e].named) continue;
    for (const Mention& mention : reading.entities[e].mentions) {
      if (mention.head == kNoToken || !claim.subject.range.Contains(mention.range)) continue;
      const Token& token = TokenAt(reading, mention.head);
      const std::string_view label = reading.analysis.Label(token);
      if (token.head == claim.subject.head && (label == "nmod:poss" || token.deprel == Deprel::kNmod)) return static_cast<int32_t>(e);
    }
  }
  return -1;
}

int32_t OwnOwner(const Reading& reading, const Claim& claim) {
  if (claim.subject.head == kNoToken || TokenAt(reading, claim.subject.head).upos == Upos::kPron) return -1;
  if (claim.subject.entity >= 0 && reading.entities[static_cast<size_t>(claim.subject.entity)].named) return claim.subject.entity;
  return Possessor(reading, claim);
}

// "Profit", "operating profit", "the profit": nothing says whose.
bool Bare(const Reading& reading, const Claim& claim) {
  if (claim.subject.head == kNoToken || TokenAt(reading, claim.subject.head).upos != Upos::kNoun) return false;
  const Sentence& sentence = reading.analysis.sentences[claim.sentence];
  const auto first = reading.analysis.tokens.begin() + sentence.first, last = reading.analysis.tokens.begin() + sentence.last;
  return std::none_of(first, last, [&](const Token& token) {
    return claim.subject.range.Contains(token.range) && token.head == claim.subject.head &&
           (token.deprel == Deprel::kNmod || reading.analysis.Label(token) == "nmod:poss");
  });
}

bool SharesWord(std::string_view a, std::string_view b) {
  while (!a.empty()) {
    const size_t end = std::min(a.find(' '), a.size());
    const std::string_view word = a.substr(0, end);
    for (std::string_view rest = b; !rest.empty();) {
      const size_t stop = std::min(rest.find(' '), rest.size());
      if (rest.substr(0, stop) == word) return true;
      rest.remove_prefix(std::min(stop + 1, rest.size()));
    }
    a.remove_prefix(std::min(end + 1, a.size()));
  }
  return false;
}

bool Apart(const Entity& a, const Entity& b) {
  if (a.key.empty() || b.key.empty() || SharesWord(a.key, b.key)) return false;
  const auto has = [](const Entity& entity, const std::string& key) {
    return std::ranges::find(entity.aliases, key) != entity.aliases.end();
  };
  return !has(a, b.key) && !has(b, a.key);
}

}  // namespace

int32_t OwnerOf(const Reading& reading, const Claim& claim) {
  const int32_t own = OwnOwner(reading, claim);
  if (own >= 0 || !Bare(reading, claim)) return own;
  const auto first = std::ranges::lower_bound(reading.claims, claim.sentence, {}, &Claim::sentence);
  for (auto it = first; it != reading.claims.begin();) {
    --it;
    if (it->sentence + kSentencesBack < claim.sentence) break;
    if (const int32_t before = OwnOwner(reading, *it); before >= 0) return before;
  }
  return -1;
}

bool OtherOwner(const Reading& a, const Claim& claim_a, const Reading& b, const Claim& claim_b) {
  const int32_t first = OwnerOf(a, claim_a), second = OwnerOf(b, claim_b);
  return first >= 0 && second >= 0 && Apart(a.entities[static_cast<size_t>(first)], b.entities[static_cast<size_t>(second)]);
}

}  // namespace crosscheck
