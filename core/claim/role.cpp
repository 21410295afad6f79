// Titles and affiliations, read from the words before a name, from appositions
// and from copulas. The normalised title keeps the nouns that make it another job
// ("telephone operator", "computer operator") and drops adjectives of the moment
// ("new", "embattled"). An affiliation is the key of a name in the same phrase:
//
//   Acme chief executive Jo Berg               compound
//   Jo Berg, Acme's chief executive            possessive
//   Jo Berg, chief executive of Acme           of, at, for, with
//   the French president, Jo Berg              demonym
//   its chief executive, Jo Berg               a pronoun: filled in when it is resolved
//
// Linear in the tokens of the phrases.

#include "core/claim/role.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr int32_t kLongestRole = 4;
constexpr int32_t kMostBehind = 2;  // words of a title behind its head

class RoleReader {
 public:
  RoleReader(const MentionContext& context, const std::vector<MentionFeatures>& mentions,
             const std::vector<int32_t>& mention_of_head)
      : context_(context), analysis_(context.analysis), lexicon_(context.lexicon), mentions_(mentions), of_head_(mention_of_head) {}

  RoleReadings Read() {
    for (size_t m = 0; m < mentions_.size(); ++m) {
      const MentionFeatures& mention = mentions_[m];
      if (mention.pronoun != nullptr) continue;
      const auto index = static_cast<int32_t>(m);
      if (mention.mention.kind == Mention::Kind::kDescription) {
        ReadDescription(index);
      } else {
        ReadWordsBefore(index);
        ReadParenthesis(index);
      }
      ReadAppositions(index);
      ReadCopula(index);
    }
    return std::move(out_);
  }

 private:
  const MentionFeatures& M(int32_t m) const { return mentions_[static_cast<size_t>(m)]; }
  const Token& At(int32_t t) const { return context_.At(t); }
  int32_t MentionAt(int32_t t) const { return t < 0 ? -1 : of_head_[static_cast<size_t>(t)]; }

  bool IsName(int32_t m) const { return m >= 0 && M(m).pronoun == nullptr && M(m).mention.kind != Mention::Kind::kDescription; }
  // A name that can be a person's.
  bool MayBePerson(int32_t m) const {
    return IsName(m) && !M(m).adjective && (M(m).type == EntityType::kPerson || (M(m).type == EntityType::kOther && !M(m).type_sure) ||
                        !M(m).type_sure);
  }

  std::string KeyOf(int32_t m) const {
    return EntityKey(M(m).mention.range.In(analysis_.text()), M(m).type, lexicon_);
  }

  // FoldName of [first, head], the head by its lemma where `singular`.
  std::string Folded(int32_t first, int32_t head, bool singular) const {
    if (!singular) return context_.FoldedSpan(static_cast<uint32_t>(first), static_cast<uint32_t>(head) + 1);
    std::string out;
    for (int32_t t = first; t < head; ++t) out += context_.Folded(t) + " ";
    return FoldName(out + std::string(analysis_.Lemma(At(head))));
  }

  // The title that ends (or, "secretary of state", begins) at `head`; `first` and
  // `last` get its tokens.
  const KnownTitle* TitleAt(int32_t head, int32_t* first, int32_t* last) const {
    const Sentence& sentence = analysis_.sentences[At(head).sentence];
    const auto start = static_cast<int32_t>(sentence.first), end = static_cast<int32_t>(sentence.last);
    for (int32_t n = 3; n >= 2; --n) {
      if (head + n >= end || analysis_.Lower(At(head + 1)) != "of") continue;
      const KnownTitle* title = lexicon_.FindTitle(context_.FoldedSpan(static_cast<uint32_t>(head), static_cast<uint32_t>(head + n) + 1));
      if (title == nullptr || title->role.empty()) continue;
      *first = head;
      *last = head + n + 1;
      return title;
    }
    // "attorney" may stand first in "attorney general"
    for (int32_t more = kMostBehind; more >= 0; --more) {
      if (head + more >= end) continue;
      for (int32_t n = kLongestRole; n >= 1; --n) {
        if (head - n + 1 < start) continue;
        for (const bool singular : {false, true}) {
          const KnownTitle* title = lexicon_.FindTitle(Folded(head - n + 1, head + more, singular));
          if (title == nullptr || title->role.empty()) continue;
          *first = head - n + 1;
          *last = head + more + 1;
          return title;
        }
      }
    }
    return nullptr;
  }

  // The title with the nouns before it that are part of the job.
  std::string FullTitle(const KnownTitle& title, int32_t* first) const {
    std::string out = title.role;
    const auto start = static_cast<int32_t>(analysis_.sentences[At(*first).sentence].first);
    while (*first > start) {
      const int32_t before = *first - 1;
      if (At(before).upos != Upos::kNoun || IsName(MentionAt(before)) || At(before).deprel != Deprel::kCompound) break;
      out = std::string(analysis_.Lemma(At(before))) + " " + out;
      *first = before;
    }
    return out;
  }

  bool IsFormer(int32_t token) const {
    for (const int32_t child : context_.children.Of(token)) {
      if (lexicon_.IsFormerWord(analysis_.Lower(At(child)))) return true;
    }
    return false;
  }

  // The name that the phrase of `head` gives as affiliation; the possessive
  // pronoun in `possessor` where it is one.
  std::string Affiliation(int32_t head, int32_t* possessor) const {
    std::string key;
    for (const int32_t child : context_.children.Of(head)) {
      const int32_t m = MentionAt(child);
      const Token& token = At(child);
      if (analysis_.Label(token) == "nmod:poss") {
        if (IsName(m)) return KeyOf(m);
        if (m >= 0) *possessor = m;
      }
      if (!IsName(m)) continue;
      if (token.deprel == Deprel::kCompound || token.deprel == Deprel::kAmod) key = KeyOf(m);
      if (token.deprel == Deprel::kNmod && child > head && key.empty() && M(m).type != EntityType::kPerson && HasAffiliationCase(child)) key = KeyOf(m);
    }
    return key;
  }

  bool HasAffiliationCase(int32_t token) const {
    const int32_t preposition = context_.children.First(token, Deprel::kCase);
    if (preposition == kNoToken) return false;
    const std::string_view lower = analysis_.Lower(At(preposition));
    return lower == "of" || lower == "at" || lower == "for" || lower == "with" || lower == "in" || lower == "from";
  }

  // The role that the noun at `head` tells; false where it tells none.
  bool ReadRole(int32_t head, RoleReading* out) const {
    int32_t first = head, last = head + 1;
    const KnownTitle* title = TitleAt(head, &first, &last);
    if (title == nullptr || title->address) return false;
    out->role.title = FullTitle(*title, &first);
    out->role.range = context_.Range(static_cast<uint32_t>(first), static_cast<uint32_t>(last));
    out->role.former = IsFormer(head);
    out->role.affiliation = Affiliation(head, &out->possessor);
    return true;
  }

  // "Its chief executive": a person known by the role alone.
  void ReadDescription(int32_t m) {
    if (!M(m).titled || M(m).plural) return;
    RoleReading reading;
    reading.mention = m;
    if (ReadRole(M(m).mention.head, &reading)) out_.roles.push_back(std::move(reading));
  }

  void ReadAppositions(int32_t m) {
    const int32_t head = M(m).mention.head;
    for (const int32_t child : context_.children.Of(head)) {
      if (At(child).deprel != Deprel::kAppos) continue;
      const int32_t other = MentionAt(child);
      if (other < 0 || (!IsName(other) && !MarkBefore(M(other).mention.first))) continue;
      Identify(m, other);
    }
  }

  // An apposition without a name stands between marks: "the ban, a first step,".
  bool MarkBefore(uint32_t token) const {
    if (token == 0 || analysis_.tokens[token - 1].upos != Upos::kPunct) return false;
    const std::string_view mark = analysis_.Form(analysis_.tokens[token - 1]);
    return mark != ";" && mark != "(" && mark != "[";  // "(file photo)" says nothing of the name
  }

  void Identify(int32_t a, int32_t b) {
    if (a < 0 || b < 0 || a == b || M(a).plural != M(b).plural) return;
    if (IsName(b) && !IsName(a)) std::swap(a, b);
    if (IsName(a) && IsName(b)) return;  // "Munich, Germany": two names are two things
    if (M(a).adjective) return;
    const EntityType type_a = M(a).type, type_b = M(b).type;
    const bool known = type_a != EntityType::kOther && type_b != EntityType::kOther;
    if (known && type_a != type_b && M(a).type_sure && M(b).type_sure) return;
    out_.same.push_back({a, b});
  }

  // "Jo Berg is the chief executive of Acme".
  void ReadCopula(int32_t m) {
    const int32_t head = M(m).mention.head;
    const Token& token = At(head);
    if (token.deprel != Deprel::kNsubj || token.head < 0) return;
    const int32_t predicate = token.head;
    const int32_t other = MentionAt(predicate);
    if (other < 0 || M(other).mention.kind != Mention::Kind::kDescription) return;
    if (context_.children.First(predicate, Deprel::kCop) == kNoToken) return;
    for (const int32_t child : context_.children.Of(predicate)) {
      const Deprel deprel = At(child).deprel;
      const std::string_view lemma = analysis_.Lemma(At(child));
      if (deprel == Deprel::kCase || deprel == Deprel::kMark || lemma == "not" || lemma == "never" || lemma == "no") return;
      if (deprel == Deprel::kAux && analysis_.Xpos(At(child)) == "MD") return;
    }
    if (M(other).definite) {
      Identify(m, other);
      return;
    }
    RoleReading reading;
    reading.mention = m;
    if (MayBePerson(m) && ReadRole(predicate, &reading)) out_.roles.push_back(std::move(reading));
  }

  // "Acme chief executive Jo Berg", "former senator Ann Lee": the words right
  // before the name, in lower case.
  void ReadWordsBefore(int32_t m) {
    if (!MayBePerson(m)) return;
    const auto name_first = static_cast<int32_t>(M(m).mention.first);
    const auto start = static_cast<int32_t>(analysis_.sentences[M(m).sentence].first);
    const int32_t head = name_first - 1;
    if (head < start || At(head).upos == Upos::kPunct || IsName(MentionAt(head)) || !At(head).space_after) return;
    int32_t first = head, last = name_first;
    const KnownTitle* title = TitleAt(head, &first, &last);
    if (title == nullptr || title->address || last != name_first) return;
    if (analysis_.Xpos(At(head)) == "NNS") return;
    RoleReading reading;
    reading.mention = m;
    reading.role.title = FullTitle(*title, &first);
    reading.role.range = context_.Range(static_cast<uint32_t>(first), static_cast<uint32_t>(name_first));
    int32_t before = first - 1;
    while (before >= start && (At(before).upos == Upos::kAdj || analysis_.Xpos(At(before)) == "POS") && MentionAt(before) < 0) {
      if (lexicon_.IsFormerWord(analysis_.Lower(At(before)))) reading.role.former = true;
      --before;
    }
    if (before >= start && IsName(MentionAt(before))) {
      reading.role.affiliation = KeyOf(MentionAt(before));
      // "former Mexican president Jo Berg"
      const int32_t ahead = before - 1;
      if (ahead >= start && lexicon_.IsFormerWord(analysis_.Lower(At(ahead)))) reading.role.former = true;
    }
    if (before >= start && MentionAt(before) >= 0 && M(MentionAt(before)).pronoun != nullptr) reading.possessor = MentionAt(before);
    out_.roles.push_back(std::move(reading));
    const int32_t description = MentionAt(head);
    if (description >= 0 && !IsName(description)) out_.same.push_back({m, description});
  }

  // "Ann Lee (D-Ohio)", "Jo Berg (Acme)".
  void ReadParenthesis(int32_t m) {
    constexpr int32_t kLongest = 6;
    if (!MayBePerson(m)) return;
    const auto open = static_cast<int32_t>(M(m).mention.last);
    const auto end = static_cast<int32_t>(analysis_.sentences[M(m).sentence].last);
    if (open >= end || analysis_.Form(At(open)) != "(") return;
    int32_t affiliation = -1;
    int32_t t = open + 1;
    for (; t < std::min(end, open + kLongest) && analysis_.Form(At(t)) != ")"; ++t) {
      if (IsName(MentionAt(t))) affiliation = MentionAt(t);
    }
    if (t >= end || analysis_.Form(At(t)) != ")" || affiliation < 0) return;
    if (M(affiliation).type == EntityType::kPerson) return;
    RoleReading reading;
    reading.mention = m;
    reading.role.affiliation = WithoutParty(KeyOf(affiliation));
    reading.role.range = M(affiliation).mention.range;
    out_.roles.push_back(std::move(reading));
  }

  // "d ohio", written "D-Ohio", is Ohio.
  std::string WithoutParty(const std::string& key) const {
    if (key.size() < 3 || key[1] != ' ') return key;
    const KnownName* place = lexicon_.FindName(std::string_view(key).substr(2));
    return place == nullptr ? key : place->canonical;
  }

  const MentionContext& context_;
  const Analysis& analysis_;
  const EntityLexicon& lexicon_;
  const std::vector<MentionFeatures>& mentions_;
  const std::vector<int32_t>& of_head_;
  RoleReadings out_;
};

}  // namespace

RoleReadings ReadRoles(const MentionContext& context, const std::vector<MentionFeatures>& mentions,
                       const std::vector<int32_t>& mention_of_head) {
  return RoleReader(context, mentions, mention_of_head).Read();
}

}  // namespace crosscheck
