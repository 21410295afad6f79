#include "core/claim/binding.h"

namespace crosscheck {
namespace {

// True where `token` lies in the noun phrase of `head`, clauses apart: "its
// chief" in "the firm and its chief", not "he" in "Berg, who said he".
bool WithinPhrase(const MentionContext& context, int32_t token, int32_t head) {
  constexpr int kDeepest = 12;
  for (int i = 0; i < kDeepest && token >= 0; ++i) {
    if (token == head) return true;
    switch (context.At(token).deprel) {
      case Deprel::kAcl:
      case Deprel::kAppos:
      case Deprel::kParataxis:
      case Deprel::kConj:
      case Deprel::kNsubj:
      case Deprel::kObj:
      case Deprel::kObl:
      case Deprel::kIobj: return false;
      default: token = context.At(token).head;
    }
  }
  return false;
}

bool IsArgument(const MentionContext& context, int32_t token) {
  const Deprel deprel = context.At(token).deprel;
  return deprel == Deprel::kNsubj || deprel == Deprel::kObj || deprel == Deprel::kIobj || deprel == Deprel::kObl ||
         deprel == Deprel::kConj;
}

// The head of a noun phrase, of its first conjunct where it is coordinated.
int32_t GoverningVerb(const MentionContext& context, int32_t token) {
  constexpr int kMostConjuncts = 4;
  for (int i = 0; i < kMostConjuncts && token >= 0 && context.At(token).deprel == Deprel::kConj; ++i) token = context.At(token).head;
  return token < 0 ? kNoToken : context.At(token).head;
}

}  // namespace

bool BindingForbids(const MentionContext& context, int32_t pronoun, bool possessive, int32_t other) {
  if (WithinPhrase(context, pronoun, other)) return true;
  if (possessive) return false;
  const int32_t verb = GoverningVerb(context, pronoun);
  return verb >= 0 && verb == GoverningVerb(context, other) && IsArgument(context, pronoun) && IsArgument(context, other);
}

bool Dominates(const MentionContext& context, int32_t above, int32_t token) {
  constexpr int kDeepest = 20;
  for (int i = 0; i < kDeepest && token >= 0; ++i, token = context.At(token).head) {
    if (token == above) return true;
  }
  return false;
}

int32_t VerbOverObjectAndClause(const MentionContext& context, int32_t object, int32_t pronoun) {
  const int32_t verb = context.At(object).head;
  if (verb < 0 || context.At(object).deprel != Deprel::kObj || context.At(verb).upos != Upos::kVerb) return kNoToken;
  const int32_t own = context.At(pronoun).head;
  if (own < 0 || own == verb || context.At(pronoun).deprel != Deprel::kNsubj) return kNoToken;
  return Dominates(context, verb, own) && !Dominates(context, object, own) ? verb : kNoToken;
}

}  // namespace crosscheck
