// The tagger guesses the type of lone capitalised words, and guesses badly for
// companies. The text itself often says what a name is:
//
//   companies like Acme and Brio; rivals such as Brio; banks, including Brio   (Hearst 1992)
//   the carmaker Acme; Acme, a carmaker in Lund,                                apposition
//   Acme chief executive Jo Berg; Acme's shares                                 who has a chief executive
//   Acme and Brio                                                               one of them known
//
// Linear in mentions.

#include <algorithm>

#include "core/claim/mention.h"

namespace crosscheck {
namespace {

class EvidenceReader {
 public:
  EvidenceReader(const MentionContext& context, const std::vector<int32_t>& of_head, std::vector<MentionFeatures>* mentions)
      : context_(context), of_head_(of_head), mentions_(*mentions) {}

  void Read() {
    for (size_t m = 0; m < mentions_.size(); ++m) {
      if (!IsName(m) || mentions_[m].type_sure) continue;
      const EntityType type = TypeSaid(m);
      if (type != EntityType::kOther) Set(m, type);
    }
    for (size_t m = 0; m < mentions_.size(); ++m) {
      if (IsName(m) && !mentions_[m].type_sure) CopyFromConjunct(m);
    }
  }

 private:
  bool IsName(size_t m) const {
    return mentions_[m].pronoun == nullptr && mentions_[m].mention.kind != Mention::Kind::kDescription;
  }
  const Token& At(int32_t t) const { return context_.At(t); }

  void Set(size_t m, EntityType type) {
    mentions_[m].type = type;
    mentions_[m].type_sure = true;
    mentions_[m].gender = Gender::kUnknown;
    mentions_[m].collective = type == EntityType::kOrganization;
  }

  // The type that the description with this head names; kOther where none does.
  EntityType TypeOfNoun(int32_t head) const {
    const int32_t d = of_head_[static_cast<size_t>(head)];
    if (d < 0 || mentions_[static_cast<size_t>(d)].mention.kind != Mention::Kind::kDescription) return EntityType::kOther;
    const MentionFeatures& description = mentions_[static_cast<size_t>(d)];
    return description.type_sure ? description.type : EntityType::kOther;
  }

  EntityType TypeSaid(size_t m) const {
    const int32_t head = FirstConjunct(mentions_[m].mention.head);
    const Token& token = At(head);
    if (token.head < 0) return EntityType::kOther;
    // "companies like Acme"
    if (token.deprel == Deprel::kNmod || token.deprel == Deprel::kAppos) {
      const int32_t preposition = context_.children.First(head, Deprel::kCase);
      const bool example = preposition != kNoToken && context_.lexicon.IsExampleWord(context_.analysis.Lower(At(preposition)));
      if (example || token.deprel == Deprel::kAppos) return TypeOfNoun(token.head);
    }
    for (const int32_t child : context_.children.Of(mentions_[m].mention.head)) {
      const bool calls = At(child).deprel == Deprel::kAppos || context_.analysis.Label(At(child)) == "nmod:desc" ||
                         (At(child).deprel == Deprel::kCompound && At(child).upos == Upos::kNoun);
      if (!calls) continue;
      const EntityType type = At(child).deprel == Deprel::kAppos ? TypeOfNoun(child) : TypeOfWord(child);
      if (type != EntityType::kOther) return type;
    }
    return IsOwnerOfFirm(mentions_[m]) ? EntityType::kOrganization : EntityType::kOther;
  }

  EntityType TypeOfWord(int32_t t) const {
    const KnownNoun* noun = context_.lexicon.FindNoun(context_.analysis.Lemma(At(t)));
    return noun != nullptr && !noun->role ? noun->type : EntityType::kOther;
  }

  // "Acme chief executive", "Acme's shares": what only an organisation has.
  bool IsOwnerOfFirm(const MentionFeatures& name) const {
    const Token& head = At(name.mention.head);
    if (head.head < 0) return false;
    const bool owner = head.deprel == Deprel::kCompound || context_.analysis.Label(head) == "nmod:poss" || context_.analysis.Label(head) == "nmod:desc";
    if (!owner) return false;
    const auto next = static_cast<size_t>(name.mention.last);
    const size_t skip = next < context_.analysis.tokens.size() && context_.analysis.Xpos(context_.analysis.tokens[next]) == "POS" ? 1 : 0;
    for (size_t t = next + skip; t < std::min(next + skip + 3, context_.analysis.tokens.size()); ++t) {
      if (context_.lexicon.IsFirmNoun(context_.analysis.Lemma(context_.analysis.tokens[t])) || context_.lexicon.IsFirmNoun(context_.folded[t])) return true;
    }
    return false;
  }

  int32_t FirstConjunct(int32_t token) const {
    for (int i = 0; i < 8 && At(token).deprel == Deprel::kConj && At(token).head >= 0; ++i) token = At(token).head;
    return token;
  }

  void CopyFromConjunct(size_t m) {
    const int32_t head = mentions_[m].mention.head;
    const int32_t first = FirstConjunct(head);
    if (first == head) {
      for (const int32_t child : context_.children.Of(head)) {
        if (At(child).deprel == Deprel::kConj && Copy(m, child)) return;
      }
    } else {
      Copy(m, first);
    }
  }

  bool Copy(size_t m, int32_t token) {
    const int32_t other = of_head_[static_cast<size_t>(token)];
    if (other < 0 || !IsName(static_cast<size_t>(other)) || !mentions_[static_cast<size_t>(other)].type_sure) return false;
    if (mentions_[static_cast<size_t>(other)].type != EntityType::kOrganization) return false;
    Set(m, EntityType::kOrganization);
    return true;
  }

  const MentionContext& context_;
  const std::vector<int32_t>& of_head_;
  std::vector<MentionFeatures>& mentions_;
};

}  // namespace

void ReadTypeEvidence(const MentionContext& context, const std::vector<int32_t>& mention_of_head,
                      std::vector<MentionFeatures>* mentions) {
  EvidenceReader(context, mention_of_head, mentions).Read();
}

}  // namespace crosscheck
