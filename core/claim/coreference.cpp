// Coreference within a document, by sieves (Lee, Chang, Peirsman, Chambers,
// Surdeanu and Jurafsky, "Deterministic coreference resolution based on
// entity-centric, precision-ranked rules", Computational Linguistics 39(4), 2013).
// The surest steps come first, and each decides on whole clusters, so that what
// an early step learns ("Jo Berg" is a woman, by "Ms Berg") bounds the later ones:
//
//   1  names                     Acme Holdings … Acme (name_linker.cpp)
//   2  syntax says so            Jo Berg, the chief executive, … (role.cpp)
//   3  definite descriptions     Acme … the company · a ban … the curbs
//   4  pronouns                  Ann Lee said she …
//
// 3 and 4 run together from left to right, as a reader does: "the company …
// its". Antecedents are looked for in the same sentence and the two or three
// before (Hobbs 1978 measured that 98 % lie there); each candidate gets points
// for its place and its grammatical role (subjects before objects, after
// centering: Grosz, Joshi and Weinstein 1995). Where two candidates come within
// kMargin points, nothing is resolved: a wrong antecedent makes a false alarm, a
// missing one makes none.
//
// Cost: linear in mentions, with a bounded number of candidates for each. Limits:
// no world knowledge ("the city council refused the demonstrators a permit
// because they feared violence"), no split antecedents, no events taken up by
// "it" or "this".

#include "core/claim/coreference.h"

#include <algorithm>
#include <unordered_map>

#include "core/claim/binding.h"
#include "core/claim/description_fit.h"
#include "core/claim/ranking.h"

namespace crosscheck {
namespace {

constexpr uint32_t kPronounWindow = 2;       // sentences before the own one
constexpr uint32_t kDescriptionWindow = 4;
constexpr uint32_t kSpeechWindow = 12;
constexpr size_t kMostCandidates = 60;
constexpr int kMargin = 12;
constexpr int kMarginOfIt = 20;
constexpr int kLeastOfIt = 75;
constexpr int kLeastOfItInSpeech = 105;

struct Candidate {
  int32_t mention = -1;
  int32_t cluster = -1;
  int score = 0;
};

class Resolver {
 public:
  Resolver(const MentionContext& context, const std::vector<MentionFeatures>& mentions,
           const std::vector<int32_t>& mention_of_head, const SpeechOfToken& speech, Clusters* clusters)
      : context_(context), analysis_(context.analysis), lexicon_(context.lexicon), mentions_(mentions), of_head_(mention_of_head),
        speech_(speech), clusters_(*clusters),
        fit_(context, mentions, mention_of_head, *clusters) {
    resolved_.assign(mentions.size(), false);
  }

  void LinkBySyntax(const RoleReadings& readings) {
    for (const SameAs& same : readings.same) {
      if (resolved_[Size(same.b)] || !clusters_.Agree(same.a, same.b)) continue;
      // "his brother Dean (Jens Holm)": an actor is not the part that he plays.
      if (clusters_.Features(same.a).named && clusters_.Features(same.b).named) continue;
      clusters_.Merge(same.a, same.b);
      if (M(same.b).mention.kind == Mention::Kind::kDescription) resolved_[Size(same.b)] = true;
    }
    for (const RoleReading& reading : readings.roles) {
      clusters_.MutableFeatures(reading.mention).titles.emplace_back(reading.role.title, reading.role.affiliation);
    }
  }

  // "…," he added: where nobody else is near, the one who spoke last goes on.
  void GoOnSpeaking(int32_t m) {
    if (last_speaker_ >= 0 && PronounFits(*M(m).pronoun, last_speaker_) && QuotationOf(m) < 0 &&
        M(m).sentence <= M(last_speaker_).sentence + kSpeechWindow) {
      Join(m, last_speaker_);
    }
  }

  void CollectSpeakers() {
    speaks_.assign(analysis_.tokens.size(), false);
    for (const int32_t head : speech_.speaker_head) {
      if (head >= 0) speaks_[Size(head)] = true;
    }
  }

  void ResolveLeftToRight() {
    CollectSpeakers();
    for (size_t i = 0; i < mentions_.size(); ++i) {
      const auto m = static_cast<int32_t>(i);
      if (resolved_[i]) {
        NoteSpeaker(m);
        if (M(m).mention.kind == Mention::Kind::kDescription && fit_.PossessorOf(m) >= 0) owned_[M(m).folded].push_back(m);
        continue;
      }
      if (M(m).pronoun != nullptr) {
        ResolvePronoun(m);
      } else if (M(m).mention.kind == Mention::Kind::kDescription && M(m).definite) {
        ResolveDescription(m);
      }
      NoteSpeaker(m);
    }
  }

 private:
  static size_t Size(int32_t index) { return static_cast<size_t>(index); }
  const MentionFeatures& M(int32_t m) const { return mentions_[Size(m)]; }
  const Token& At(int32_t t) const { return context_.At(t); }
  const Token& Head(int32_t m) const { return At(M(m).mention.head); }

  bool IsName(int32_t m) const { return M(m).pronoun == nullptr && M(m).mention.kind != Mention::Kind::kDescription; }

  int32_t QuotationOf(int32_t m) const {
    return speech_.quotation.empty() ? -1 : speech_.quotation[Size(M(m).mention.head)];
  }
  int32_t SpeakerOf(int32_t quotation) const {
    if (quotation < 0) return -1;
    const int32_t head = speech_.speaker_head[Size(quotation)];
    return head < 0 ? -1 : of_head_[Size(head)];
  }

  void NoteSpeaker(int32_t m) {
    const bool known = M(m).pronoun == nullptr || resolved_[Size(m)];
    if (known && speaks_[Size(M(m).mention.head)]) last_speaker_ = m;
  }

  // "The head of the army", "the man who left": says itself what it means.
  bool DescribesItself(int32_t m) const {
    for (const int32_t child : context_.children.Of(M(m).mention.head)) {
      const Deprel deprel = At(child).deprel;
      if (child > M(m).mention.head && (deprel == Deprel::kNmod || deprel == Deprel::kAcl)) return true;
    }
    return false;
  }

  void ResolveDescription(int32_t m) {
    if (DescribesItself(m)) return;
    Ranking ranking;
    size_t looked = 0;
    const uint32_t sentence = M(m).sentence;
    for (int32_t c = m - 1; c >= 0 && looked < kMostCandidates; --c) {
      if (M(c).sentence + kDescriptionWindow < sentence) break;
      if (M(c).adjective || Contains(m, c) || Contains(c, m)) continue;
      if (M(c).pronoun != nullptr && !resolved_[Size(c)]) continue;
      ++looked;
      const int points = M(c).pronoun != nullptr ? 0 : fit_.Points(m, c);
      ranking.Add(c, clusters_.Of(c), points, PlaceScore(c, sentence));
    }
    int32_t antecedent = ranking.Best(kMargin);
    if (antecedent < 0) antecedent = OwnedBefore(m);
    if (antecedent < 0) antecedent = OnlyPersonBefore(m);
    if (antecedent < 0) return;
    clusters_.Merge(antecedent, m);
    resolved_[Size(m)] = true;
  }

  bool Contains(int32_t outer, int32_t inner) const {
    return M(outer).mention.first <= M(inner).mention.first && M(inner).mention.last <= M(outer).mention.last;
  }

  // "his wife", "Acme's chief executive": said of the same owner before, at any distance.
  int32_t OwnedBefore(int32_t m) {
    constexpr size_t kMost = 20;
    const int32_t owner = fit_.PossessorOf(m);
    if (owner < 0 || M(m).type != EntityType::kPerson || M(m).plural) return -1;
    std::vector<int32_t>& said = owned_[M(m).folded];
    for (size_t i = 0; i < std::min(kMost, said.size()); ++i) {
      const int32_t c = said[said.size() - 1 - i];
      if (clusters_.Of(fit_.PossessorOf(c)) == clusters_.Of(owner) && !fit_.HasModifierBeyond(m, c)) return c;
    }
    said.push_back(m);
    return -1;
  }

  // "Jo Berg warned … The party leader will say …": news gives a person's role in
  // the second sentence. Only where one person alone has been named so far.
  int32_t OnlyPersonBefore(int32_t m) {
    const bool subject = Head(m).deprel == Deprel::kNsubj && M(m).mention.first == analysis_.sentences[M(m).sentence].first;
    if (!subject || !M(m).titled || M(m).type != EntityType::kPerson || M(m).plural || fit_.PossessorOf(m) >= 0) return -1;
    int32_t only = -1;
    for (int32_t c = m - 1; c >= 0 && M(c).sentence + kPronounWindow >= M(m).sentence; --c) {
      const ClusterFeatures& features = clusters_.Features(c);
      if (features.type != EntityType::kPerson || features.plural || (M(c).pronoun != nullptr && !resolved_[Size(c)])) continue;
      if (only >= 0 && clusters_.Of(only) != clusters_.Of(c)) return -1;
      if (only < 0 || Head(c).deprel == Deprel::kNsubj) only = c;
    }
    if (only < 0 || !clusters_.Features(only).named || Head(only).deprel != Deprel::kNsubj) return -1;
    if (M(only).sentence + 1 != M(m).sentence || !clusters_.Features(only).titles.empty()) return -1;
    return GenderFits(M(m).gender, clusters_.Features(only)) ? only : -1;
  }

  // Points for nearness and grammatical role of a mention, seen from `sentence`.
  int PlaceScore(int32_t c, uint32_t sentence) {
    const uint32_t distance = sentence - M(c).sentence;
    int score = distance == 0 ? 75 : distance == 1 ? 45 : distance == 2 ? 15 : -5 * static_cast<int>(distance);
    switch (Head(c).deprel) {
      case Deprel::kNsubj: score += Embedded(c) ? 22 : 40; break;
      case Deprel::kObj:
      case Deprel::kIobj: score += 18; break;
      case Deprel::kRoot:
      case Deprel::kObl: score += 10; break;
      case Deprel::kNmod: score += M(c).mention.kind == Mention::Kind::kPossessive ? 12 : 0; break;
      default: break;
    }
    const ClusterFeatures& features = clusters_.Features(c);
    if (features.named) score += 12;
    score += 4 * std::min(features.mentions, 4);
    return score;
  }

  // The subject of a clause that modifies something ("… who met Lee").
  bool Embedded(int32_t c) const {
    const int32_t verb = Head(c).head;
    if (verb < 0) return false;
    const Deprel deprel = At(verb).deprel;
    return deprel == Deprel::kAcl || deprel == Deprel::kAdvcl;
  }

  bool PronounFits(const KnownPronoun& pronoun, int32_t c) {
    const ClusterFeatures& features = clusters_.Features(c);
    // "Chinese firms", "AI models": a modifier is not taken up.
    if (M(c).adjective || (IsName(c) && Head(c).deprel == Deprel::kCompound)) return false;
    if (pronoun.plural) {
      if (features.plural) return features.type != EntityType::kPerson || !features.named;
      return features.collective && (features.type == EntityType::kOrganization || features.type == EntityType::kGroup);
    }
    if (features.plural) return false;
    if (pronoun.gender == Gender::kNeuter) {
      if (features.person_title || features.gender == Gender::kFemale || features.gender == Gender::kMale) return false;
      // A lone name that is only guessed to be a person's may be a company's.
      return features.type != EntityType::kPerson || (!features.type_sure && features.named);
    }
    if (features.gender == Gender::kNeuter || features.collective || !GenderFits(pronoun.gender, features)) return false;
    if (features.type == EntityType::kPerson) return true;
    return features.named && !features.type_sure && features.type == EntityType::kOther;
  }

  int PronounScore(int32_t m, int32_t c) {
    const KnownPronoun& pronoun = *M(m).pronoun;
    const ClusterFeatures& features = clusters_.Features(c);
    int score = PlaceScore(c, M(m).sentence);
    if (features.type == EntityType::kOther && !features.type_sure) score -= 15;
    if (features.type == EntityType::kPerson && !features.type_sure && pronoun.gender == Gender::kNeuter) score -= 10;
    if (pronoun.gender != Gender::kNeuter && !pronoun.plural && features.gender == pronoun.gender) score += 15;
    if (pronoun.plural && !features.plural) score -= Coordinated(c) ? 60 : 15;
    const bool people = features.collective || features.type == EntityType::kPerson || features.type == EntityType::kGroup;
    if (pronoun.plural && !people) score -= 12;
    if (!features.named && features.type != EntityType::kPerson && !features.type_sure) score -= 10;
    const bool bare = !features.named && !M(c).definite && !HasDeterminer(c);
    if (bare && !pronoun.plural) score -= 20;  // "it" seldom takes up a substance or an idea
    const bool both_subjects = Head(m).deprel == Deprel::kNsubj && Head(c).deprel == Deprel::kNsubj;
    if (both_subjects) score += 8;
    const bool both_objects = Head(m).deprel == Deprel::kObj && Head(c).deprel == Deprel::kObj;
    if (both_objects) score += 12;
    if (OnlyObjectFits(m, c)) score += 45;
    const int32_t own = QuotationOf(m), theirs = QuotationOf(c);
    const bool speaks = speaks_[Size(M(m).mention.head)];
    if (own != theirs) score -= theirs >= 0 ? (speaks ? 45 : 20) : 5;
    if (speaks && last_speaker_ >= 0 && clusters_.Of(last_speaker_) == clusters_.Of(c)) score += 15;
    const bool aside = Head(c).deprel == Deprel::kObl || Head(c).deprel == Deprel::kNmod;
    const bool possessive = M(c).mention.kind == Mention::Kind::kPossessive;
    // "restored a tower in Norfolk and run it": a place is where, not what.
    if (pronoun.gender == Gender::kNeuter && aside && !possessive && (features.type == EntityType::kPlace || !features.named)) score -= 20;
    return score;
  }

  // "One minister called the curbs a failure, noting that they hurt": the subject
  // cannot be meant, so the object is, and not the subject of the sentence before.
  bool OnlyObjectFits(int32_t m, int32_t c) {
    if (M(c).sentence != M(m).sentence || !M(c).definite) return false;
    const int32_t verb = VerbOverObjectAndClause(context_, M(c).mention.head, M(m).mention.head);
    const int32_t subject = verb == kNoToken ? kNoToken : context_.children.First(verb, Deprel::kNsubj);
    const int32_t rival = subject == kNoToken ? -1 : of_head_[Size(subject)];
    return rival >= 0 && M(rival).pronoun == nullptr && !PronounFits(*M(m).pronoun, rival);
  }

  // "Acme and the agency … they": neither alone.
  bool Coordinated(int32_t c) const {
    return Head(c).deprel == Deprel::kConj || context_.children.First(M(c).mention.head, Deprel::kConj) != kNoToken;
  }

  bool HasDeterminer(int32_t c) const {
    return M(c).pronoun != nullptr || context_.children.First(M(c).mention.head, Deprel::kDet) != kNoToken ||
           context_.children.First(M(c).mention.head, Deprel::kNummod) != kNoToken;
  }

  static void Rank(const Candidate& candidate, Candidate* best, Candidate* second) {
    if (best->mention >= 0 && candidate.cluster == best->cluster) {
      best->score = std::max(best->score, candidate.score);
    } else if (best->mention < 0 || candidate.score > best->score) {
      *second = *best;
      *best = candidate;
    } else if (second->mention < 0 || candidate.score > second->score) {
      *second = candidate;
    }
  }

  void ResolvePronoun(int32_t m) {
    const KnownPronoun& pronoun = *M(m).pronoun;
    if (pronoun.person == 2) return;
    if (pronoun.person == 1) {
      ResolveFirstPerson(m);
      return;
    }
    if (pronoun.reflexive) {
      ResolveReflexive(m);
      return;
    }
    Candidate best, second;
    size_t looked = 0;
    const int32_t speaker = SpeakerOf(QuotationOf(m));
    CollectClashes(m);
    for (int32_t c = m - 1; c >= 0 && looked < kMostCandidates; --c) {
      if (M(c).sentence + kPronounWindow < M(m).sentence) break;
      ++looked;
      if (!Usable(c, pronoun) || TooFar(m, c)) continue;
      if (speaker >= 0 && QuotationOf(m) != QuotationOf(c) && clusters_.Of(speaker) == clusters_.Of(c)) continue;
      Rank({c, clusters_.Of(c), PronounScore(m, c)}, &best, &second);
    }
    LookAhead(m, pronoun, &best, &second);
    if (best.mention < 0 && speaks_[Size(M(m).mention.head)]) {
      GoOnSpeaking(m);
      return;
    }
    if (best.mention < 0 || best.score < LeastScore(m)) return;
    if (second.mention >= 0 && second.score + MarginOf(m) > best.score) return;
    Join(m, best.mention);
  }

  // "It" takes up clauses and ideas as well as things; only a clear antecedent
  // will do, and less so for its own clause's object and in loose speech.
  bool IsIt(int32_t m) const {
    return M(m).pronoun->gender == Gender::kNeuter && M(m).mention.kind != Mention::Kind::kPossessive;
  }
  int MarginOf(int32_t m) const { return IsIt(m) ? kMarginOfIt : kMargin; }
  int LeastScore(int32_t m) const {
    if (!IsIt(m)) return 0;
    const bool predicated = Head(m).head >= 0 && context_.children.First(Head(m).head, Deprel::kCop) != kNoToken;
    return predicated && QuotationOf(m) >= 0 ? kLeastOfItInSpeech : kLeastOfIt;
  }

  // "He" and "she" reach back further than "it" and "they", which beyond their own
  // sentence take up hardly anything but the subject of the one before.
  bool TooFar(int32_t m, int32_t c) const {
    const uint32_t distance = M(m).sentence - M(c).sentence;
    const bool person = M(m).pronoun->gender == Gender::kFemale || M(m).pronoun->gender == Gender::kMale;
    if (person || distance == 0) return false;
    return distance > 1 || Head(c).deprel != Deprel::kNsubj || Embedded(c);
  }

  // The clusters that binding excludes: also by their earlier mentions.
  void CollectClashes(int32_t m) {
    clashes_.clear();
    const uint32_t sentence = M(m).sentence;
    for (int32_t c = m - 1; c >= 0 && M(c).sentence == sentence; --c) {
      if (Clashes(m, c)) clashes_.push_back(clusters_.Of(c));
    }
    for (int32_t c = m + 1; c < static_cast<int32_t>(mentions_.size()) && M(c).sentence == sentence; ++c) {
      if (IsName(c) && Clashes(m, c)) clashes_.push_back(clusters_.Of(c));
    }
  }

  void Join(int32_t m, int32_t antecedent) {
    const Gender gender = M(m).pronoun->gender;
    clusters_.Merge(antecedent, m);
    ClusterFeatures& features = clusters_.MutableFeatures(antecedent);
    if (gender == Gender::kNeuter && features.type == EntityType::kPerson && !features.type_sure) {
      features.type = EntityType::kOrganization;  // "Acme … its": the guess was wrong
    }
    if (gender == Gender::kFemale || gender == Gender::kMale) {
      features.gender = gender;
      if (features.type == EntityType::kOther) features.type = EntityType::kPerson;
    }
    resolved_[Size(m)] = true;
  }

  bool Usable(int32_t c, const KnownPronoun& pronoun) {
    // A pronoun that was not resolved says nothing about itself.
    if (M(c).pronoun != nullptr && (!resolved_[Size(c)] || M(c).pronoun->person != 3)) return false;
    if (M(c).pronoun != nullptr && M(c).pronoun->plural != pronoun.plural) return false;
    return PronounFits(pronoun, c) && std::ranges::find(clashes_, clusters_.Of(c)) == clashes_.end();
  }

  bool Clashes(int32_t m, int32_t c) const {
    const bool possessive = M(m).mention.kind == Mention::Kind::kPossessive;
    return M(c).sentence == M(m).sentence &&
           BindingForbids(context_, M(m).mention.head, possessive, M(c).mention.head);
  }

  // "In her speech, Lee said": the subject after the pronoun.
  void LookAhead(int32_t m, const KnownPronoun& pronoun, Candidate* best, Candidate* second) {
    constexpr int kAhead = 5;
    const int32_t governor = Head(m).head;
    if (Head(m).deprel == Deprel::kNsubj && (governor < 0 || At(governor).deprel != Deprel::kAdvcl)) return;
    for (int32_t c = m + 1; c < m + kAhead && c < static_cast<int32_t>(mentions_.size()); ++c) {
      if (M(c).sentence != M(m).sentence) return;
      if (!IsName(c) || Head(c).deprel != Deprel::kNsubj || !PronounFits(pronoun, c)) continue;
      const int32_t verb = Head(c).head;
      if (verb < M(m).mention.head || !Dominates(context_, verb, M(m).mention.head) || Dominates(context_, M(c).mention.head, M(m).mention.head)) continue;
      if (QuotationOf(m) != QuotationOf(c)) continue;
      Rank({c, clusters_.Of(c), PlaceScore(c, M(m).sentence) - 5}, best, second);
      return;
    }
  }

  // "I" and "my" in a quotation are its speaker; "we" only an organisation's.
  void ResolveFirstPerson(int32_t m) {
    const int32_t speaker = SpeakerOf(QuotationOf(m));
    if (speaker < 0) return;
    const ClusterFeatures& features = clusters_.Features(speaker);
    const bool organization = features.type == EntityType::kOrganization;
    if (M(m).pronoun->plural ? !organization && !features.plural : organization || features.plural) return;
    clusters_.Merge(speaker, m);
    resolved_[Size(m)] = true;
  }

  // "Berg blamed himself": the subject of the clause.
  void ResolveReflexive(int32_t m) {
    int32_t at = M(m).mention.head;
    constexpr int kDeepest = 8;
    for (int i = 0; i < kDeepest && At(at).head >= 0; ++i) {
      at = At(at).head;
      const int32_t subject = context_.children.First(at, Deprel::kNsubj);
      if (subject == kNoToken) continue;
      const int32_t c = of_head_[Size(subject)];
      if (c < 0 || c == m) return;
      const bool usable = M(c).pronoun == nullptr || resolved_[Size(c)];
      if (usable && PronounFits(*M(m).pronoun, c)) Join(m, c);
      return;
    }
  }

  const MentionContext& context_;
  const Analysis& analysis_;
  const EntityLexicon& lexicon_;
  const std::vector<MentionFeatures>& mentions_;
  const std::vector<int32_t>& of_head_;
  const SpeechOfToken& speech_;
  Clusters& clusters_;
  DescriptionFit fit_;
  std::vector<bool> resolved_;
  std::vector<bool> speaks_;       // token: head of a quotation's speaker
  int32_t last_speaker_ = -1;      // mention
  std::unordered_map<std::string, std::vector<int32_t>> owned_;  // head noun to descriptions with an owner
  std::vector<int32_t> clashes_;   // scratch of ResolvePronoun
};

}  // namespace

void ResolveCoreference(const MentionContext& context, const std::vector<MentionFeatures>& mentions,
                        const std::vector<int32_t>& mention_of_head, const RoleReadings& readings,
                        const SpeechOfToken& speech, Clusters* clusters) {
  Resolver resolver(context, mentions, mention_of_head, speech, clusters);
  resolver.LinkBySyntax(readings);
  resolver.ResolveLeftToRight();
}

}  // namespace crosscheck
