#include "core/claim/mention.h"

#include <algorithm>

namespace crosscheck {
namespace {

// The relations by which a noun is only a part of another noun phrase.
bool IsPartOfNounPhrase(const Analysis& analysis, const Token& token) {
  switch (token.deprel) {
    case Deprel::kCompound:
    case Deprel::kFlat:
    case Deprel::kFixed:
    case Deprel::kGoeswith:
    case Deprel::kDiscourse:
    case Deprel::kReparandum:
    case Deprel::kCase:
    case Deprel::kMark:
    case Deprel::kCc:
      return true;
    default:
      return analysis.Label(token) == "nmod:desc" || analysis.Label(token) == "obl:unmarked" ||
             analysis.Label(token) == "nmod:unmarked";
  }
}

class NounPhraseFinder {
 public:
  NounPhraseFinder(const MentionContext& context, const std::vector<MentionFeatures>& names)
      : context_(context), analysis_(context.analysis), lexicon_(context.lexicon) {
    in_name_.assign(analysis_.tokens.size(), false);
    for (const MentionFeatures& name : names) {
      for (uint32_t t = name.mention.first; t < name.mention.last; ++t) in_name_[t] = true;
    }
  }

  std::vector<MentionFeatures> Find() {
    for (const Sentence& sentence : analysis_.sentences) {
      if (!sentence.parsed || sentence.foreign || sentence.kind == BlockKind::kFurniture) continue;
      for (uint32_t t = sentence.first; t < sentence.last; ++t) {
        if (!in_name_[t]) Look(t);
      }
    }
    return std::move(found_);
  }

 private:
  void Look(uint32_t t) {
    const Token& token = analysis_.tokens[t];
    if (token.upos == Upos::kPron) {
      const KnownPronoun* pronoun = lexicon_.FindPronoun(analysis_.Lower(token));
      if (pronoun != nullptr && !IsPleonastic(t, *pronoun)) AddPronoun(t, *pronoun);
      return;
    }
    const bool noun = token.upos == Upos::kNoun || token.upos == Upos::kPropn;
    if (IsRoleTaggedAdjective(t)) AddDescription(t);
    if (noun && !IsPartOfNounPhrase(analysis_, token) && !lexicon_.IsVagueNoun(analysis_.Lemma(token))) AddDescription(t);
  }

  // "is the chief executive of Acme": the tagger takes the noun for an adjective.
  bool IsRoleTaggedAdjective(uint32_t t) const {
    const Token& token = analysis_.tokens[t];
    if (token.upos != Upos::kAdj || token.deprel == Deprel::kAmod || token.deprel == Deprel::kCompound) return false;
    if (IsPartOfNounPhrase(analysis_, token)) return false;
    return context_.children.First(static_cast<int32_t>(t), Deprel::kDet) != kNoToken && lexicon_.FindTitle(context_.folded[t]) != nullptr;
  }

  // "It is clear that …", "it seems that …", "it rained"; not "it is clear water".
  bool IsPleonastic(uint32_t t, const KnownPronoun& pronoun) const {
    const Token& token = analysis_.tokens[t];
    if (token.deprel == Deprel::kExpl) return true;
    if (pronoun.gender != Gender::kNeuter || token.deprel != Deprel::kNsubj || token.head < 0) return false;
    const Token& head = context_.At(token.head);
    if (lexicon_.IsPleonasticVerb(analysis_.Lemma(head))) return true;
    if (head.upos == Upos::kNoun && lexicon_.IsVagueNoun(analysis_.Lemma(head))) return true;  // "it is time to"
    if (context_.children.First(token.head, Deprel::kCsubj) != kNoToken) return true;
    const bool cleft = context_.children.First(token.head, Deprel::kCop) != kNoToken;
    if (!cleft) return false;
    for (const int32_t child : context_.children.Of(token.head)) {
      const Deprel deprel = context_.At(child).deprel;
      if (child > token.head && (deprel == Deprel::kCcomp || deprel == Deprel::kAdvcl || deprel == Deprel::kXcomp ||
                                 deprel == Deprel::kAcl)) {
        return true;
      }
    }
    return false;
  }

  void AddPronoun(uint32_t t, const KnownPronoun& pronoun) {
    MentionFeatures out;
    const Token& token = analysis_.tokens[t];
    const bool possessive = pronoun.possessive || analysis_.Label(token) == "nmod:poss";
    out.mention = {token.range, t, t + 1, static_cast<int32_t>(t),
                   possessive ? Mention::Kind::kPossessive : Mention::Kind::kPronoun};
    out.sentence = token.sentence;
    out.pronoun = &pronoun;
    out.gender = pronoun.gender;
    out.plural = pronoun.plural;
    out.folded = std::string(analysis_.Lower(token));
    found_.push_back(std::move(out));
  }

  void AddDescription(uint32_t t) {
    const Token& token = analysis_.tokens[t];
    MentionFeatures out;
    const uint32_t first = FirstOfPhrase(t);
    out.mention = {context_.Range(first, t + 1), first, t + 1, static_cast<int32_t>(t), Mention::Kind::kDescription};
    out.sentence = token.sentence;
    out.folded = std::string(analysis_.Lemma(token));
    const std::string_view xpos = analysis_.Xpos(token);
    out.plural = xpos == "NNS" || xpos == "NNPS";
    ReadDeterminer(static_cast<int32_t>(t), &out);
    if (const KnownNoun* noun = NounOf(t)) {
      out.type = noun->type;
      out.gender = noun->gender;
      out.collective = noun->collective;
      out.type_sure = noun->type == EntityType::kPerson || !noun->role;
      out.titled = noun->role;
    }
    found_.push_back(std::move(out));
  }

  // The noun in the lexicon, with the word before it where the two stand there
  // together ("chief executive", "think tank").
  const KnownNoun* NounOf(uint32_t t) const {
    const std::string_view lemma = analysis_.Lemma(analysis_.tokens[t]);
    if (t > 0 && analysis_.tokens[t - 1].sentence == analysis_.tokens[t].sentence) {
      const std::string two = context_.folded[t - 1] + " " + std::string(lemma);
      if (const KnownNoun* noun = lexicon_.FindNoun(two)) return noun;
    }
    if (const KnownNoun* noun = lexicon_.FindNoun(lemma)) return noun;
    return lexicon_.FindNoun(context_.folded[t]);
  }

  // The leftmost premodifier of the noun, without a gap.
  uint32_t FirstOfPhrase(uint32_t t) const {
    uint32_t first = t;
    for (const int32_t child : context_.children.Of(static_cast<int32_t>(t))) {
      if (child >= static_cast<int32_t>(t)) break;
      const Token& token = context_.At(child);
      const bool premodifier = token.deprel == Deprel::kDet || token.deprel == Deprel::kAmod || token.deprel == Deprel::kCompound ||
                               token.deprel == Deprel::kNummod || token.deprel == Deprel::kNmod;
      if (premodifier) first = std::min(first, static_cast<uint32_t>(context_.children.Yield(child).first));
    }
    const uint32_t start = analysis_.sentences[analysis_.tokens[t].sentence].first;
    return std::max(first, start);
  }

  void ReadDeterminer(int32_t t, MentionFeatures* out) const {
    for (const int32_t child : context_.children.Of(t)) {
      if (child > t) break;
      const Token& token = context_.At(child);
      if (token.deprel == Deprel::kDet) {
        const std::string_view lemma = analysis_.Lower(token);
        out->definite = lemma == "the" || lemma == "this" || lemma == "these" || lemma == "that" || lemma == "those";
        if (lemma == "these" || lemma == "those") out->plural = true;
      } else if (analysis_.Label(token) == "nmod:poss") {
        out->definite = true;
      }
    }
  }

  const MentionContext& context_;
  const Analysis& analysis_;
  const EntityLexicon& lexicon_;
  std::vector<bool> in_name_;
  std::vector<MentionFeatures> found_;
};

}  // namespace

MentionContext::MentionContext(const Analysis& a, const Children& c, const EntityLexicon& l)
    : analysis(a), children(c), lexicon(l) {
  folded.reserve(a.tokens.size());
  std::unordered_map<uint32_t, size_t> seen;
  for (const Token& token : a.tokens) {
    const auto [at, added] = seen.try_emplace(token.form, folded.size());
    folded.push_back(added ? FoldName(a.Form(token)) : folded[at->second]);
  }
}

std::string MentionContext::FoldedSpan(uint32_t first, uint32_t last) const {
  if (last == first + 1) return folded[first];
  return FoldName(Range(first, last).In(analysis.text()));
}

int32_t MentionContext::HeadOf(uint32_t first, uint32_t last) const {
  for (uint32_t t = first; t < last; ++t) {
    const int32_t head = analysis.tokens[t].head;
    if (analysis.sentences[analysis.tokens[t].sentence].parsed && analysis.tokens[t].upos != Upos::kPunct &&
        (head < static_cast<int32_t>(first) || head >= static_cast<int32_t>(last))) {
      return static_cast<int32_t>(t);
    }
  }
  return static_cast<int32_t>(last) - 1;
}

std::vector<MentionFeatures> AddPronounsAndDescriptions(const MentionContext& context,
                                                        std::vector<MentionFeatures> names) {
  std::vector<MentionFeatures> found = NounPhraseFinder(context, names).Find();
  std::vector<MentionFeatures> all;
  all.reserve(names.size() + found.size());
  size_t n = 0, f = 0;
  while (n < names.size() || f < found.size()) {
    const bool take_name = f == found.size() || (n < names.size() && names[n].mention.head <= found[f].mention.head);
    all.push_back(std::move(take_name ? names[n++] : found[f++]));
  }
  return all;
}

std::vector<int32_t> MentionOfHead(const MentionContext& context, const std::vector<MentionFeatures>& mentions) {
  std::vector<int32_t> of_head(context.analysis.tokens.size(), -1);
  for (size_t m = 0; m < mentions.size(); ++m) {
    // Every word of a name leads to it, so that a slip of the parser inside the name does no harm.
    const Mention& mention = mentions[m].mention;
    if (mention.kind == Mention::Kind::kDescription || mentions[m].pronoun != nullptr) {
      of_head[static_cast<size_t>(mention.head)] = static_cast<int32_t>(m);
    } else {
      for (uint32_t t = mention.first; t < mention.last; ++t) of_head[t] = static_cast<int32_t>(m);
    }
  }
  return of_head;
}

}  // namespace crosscheck
