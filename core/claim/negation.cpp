#include "core/claim/negation.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr int32_t kLongestPhrase = 3;  // words of "something other than"

}  // namespace

bool Negation::Adverb(int32_t adverb) const {
  if (NoLonger(adverb) || YetTo(adverb)) return true;
  return Is(WordClass::kNegation, a_.Lemma(T(adverb))) && !Softened(adverb);
}

bool Negation::NoLonger(int32_t adverb) const {
  if (!Is(WordClass::kCeasing, a_.Lower(T(adverb)))) return false;
  const auto words = c_.Of(adverb);
  return std::ranges::any_of(words, [&](int32_t word) { return Is(WordClass::kNegativeDeterminer, a_.Lower(T(word))); });
}

bool Negation::YetTo(int32_t adverb) const {
  const size_t next = static_cast<size_t>(adverb) + 1;
  return Is(WordClass::kPending, a_.Lower(T(adverb))) && next < a_.tokens.size() && a_.Lower(a_.tokens[next]) == "to";
}

bool Negation::Softened(int32_t negation) const {
  const size_t next = static_cast<size_t>(negation) + 1;
  return next < a_.tokens.size() && Is(WordClass::kSoftening, a_.Lower(a_.tokens[next]));
}

bool Negation::Argument(int32_t head) const {
  if (head == kNoToken) return false;
  if (Is(WordClass::kNegativePronoun, a_.Lower(T(head)))) return true;
  const auto words = c_.Of(head);
  return std::ranges::any_of(words, [&](int32_t child) {
    const bool determines = T(child).deprel == Deprel::kDet || T(child).deprel == Deprel::kNummod;  // "zero films"
    const bool first_of_two = a_.Label(T(child)) == "cc:preconj";                                   // "neither Berg nor Lee"
    return (determines || first_of_two) && Is(WordClass::kNegativeDeterminer, a_.Lower(T(child)));
  });
}

bool Negation::Adjunct(int32_t head) const {
  if (head < 2 || T(head - 2).sentence != T(head).sentence) return false;
  std::string phrase(a_.Lower(T(head - 2)));
  phrase.append(" ").append(a_.Lower(T(head - 1))).append(" ").append(a_.Lower(T(head)));
  return Is(WordClass::kDenyingAdjunct, phrase);
}

bool Negation::Opening(int32_t clause) const {
  const int32_t opening = c_.First(clause, Deprel::kCc);
  const int32_t subject = c_.First(clause, Deprel::kNsubj);
  return opening != kNoToken && opening < subject && Is(WordClass::kDenyingConjunction, a_.Lower(T(opening)));
}

bool Negation::Fails(int32_t head) const {
  return relations_ != nullptr && (relations_->Negates(a_.Lemma(T(head))) || relations_->Negates(WithParticle(head)));
}

int32_t Negation::OfferRefused(int32_t noun) const {
  const int32_t verb = T(noun).head;
  if (relations_ == nullptr || verb == kNoToken || T(noun).deprel != Deprel::kObj || !relations_->Offers(a_.Lemma(T(noun)))) return kNoToken;
  return relations_->RefusesOffer(a_.Lemma(T(verb))) || relations_->RefusesOffer(WithParticle(verb)) ? verb : kNoToken;
}

// "popular", "paying"; "a road" may be a place.
bool Negation::NoPlace(int32_t word) const { return T(word).upos == Upos::kAdj || a_.Xpos(T(word)) == "VBG"; }

int32_t Negation::PhraseBefore(int32_t word) const {
  const auto words = c_.Of(word);
  for (const int32_t last : words) {
    const bool joins = last < word && (T(last).deprel == Deprel::kCase || T(last).deprel == Deprel::kMark);
    if (!joins) continue;
    std::string phrase(a_.Lemma(T(last)));
    for (int32_t first = last - 1; first >= 0 && first > last - kLongestPhrase; --first) {
      phrase = std::string(a_.Lemma(T(first))) + " " + phrase;
      if (T(first).sentence != T(word).sentence) break;
      if (Is(WordClass::kDenyingPhrase, phrase) || (Is(WordClass::kDenyingDistance, phrase) && NoPlace(word))) return first;
    }
  }
  return kNoToken;
}

int32_t Negation::DeniedUnder(int32_t predicate) const {
  for (const int32_t child : c_.Of(predicate)) {
    if (PhraseBefore(child) != kNoToken) return child;
    for (const int32_t below : c_.Of(child)) {  // "something other than a success"
      if (PhraseBefore(below) == predicate) return below;
    }
  }
  return kNoToken;
}

bool Negation::Lacks(int32_t verb) const {
  return Is(WordClass::kLacking, a_.Lemma(T(verb))) && c_.First(verb, Deprel::kObj) != kNoToken;
}

std::string Negation::WithParticle(int32_t verb) const {
  for (const int32_t child : c_.Of(verb)) {
    if (a_.Label(T(child)) == "compound:prt") return std::string(a_.Lemma(T(verb))) + " " + std::string(a_.Lemma(T(child)));
  }
  return "";
}

}  // namespace crosscheck
