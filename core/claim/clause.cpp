// Clauses out of a dependency tree.
//
// "Acme, which makes pumps, plans to buy Borealis and was fined by the regulator"
// gives makes(Acme, pumps), plans(Acme, buy), buy(Acme, Borealis) and fined(Acme,
// by the regulator). Each token is looked at once; a borrowed subject is found by
// going up the tree, at most kMaxSteps steps, so that the cost stays linear.
// Limits: gapping ("Ann chose tea, Bo coffee") is not read.
#include "core/claim/clause.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr int kMaxSteps = 8;

class ClauseFinder {
 public:
  ClauseFinder(const Analysis& analysis, const Children& children) : a_(analysis), c_(children) {}

  std::vector<TreeClause> Find() {
    std::vector<TreeClause> clauses;
    for (const Sentence& sentence : a_.sentences) {
      if (!sentence.parsed) continue;
      for (uint32_t i = sentence.first; i < sentence.last; ++i) AddClause(static_cast<int32_t>(i), &clauses);
    }
    return clauses;
  }

 private:
  const Token& T(int32_t i) const { return a_.tokens[static_cast<size_t>(i)]; }
  std::string_view Label(int32_t i) const { return a_.Label(T(i)); }

  void AddClause(int32_t i, std::vector<TreeClause>* clauses) {
    const Token& token = T(i);
    if (token.deprel == Deprel::kAppos) AddApposition(i, clauses);
    if (IsPredicate(i)) clauses->push_back(ReadClause(i));
  }

  bool IsPredicate(int32_t i) const {
    const Token& token = T(i);
    if (c_.First(i, Deprel::kCop) != kNoToken) return true;
    if (token.upos == Upos::kVerb) return !IsModifier(i);
    const bool has_subject = c_.First(i, Deprel::kNsubj) != kNoToken || c_.First(i, Deprel::kCsubj) != kNoToken;
    return has_subject && (token.upos == Upos::kAdj || token.upos == Upos::kNoun || token.upos == Upos::kPropn ||
                           token.upos == Upos::kAux || token.upos == Upos::kNum || token.upos == Upos::kPron);
  }

  // "a growing market", "included in the price": verbs that only modify a word,
  // or that the treebank uses as prepositions.
  bool IsModifier(int32_t i) const {
    const Deprel r = T(i).deprel;
    return r == Deprel::kAmod || r == Deprel::kCompound || r == Deprel::kCase || r == Deprel::kMark ||
           r == Deprel::kFixed || r == Deprel::kFlat || r == Deprel::kAux || r == Deprel::kDet;
  }

  TreeClause ReadClause(int32_t i) {
    TreeClause clause;
    clause.head = i;
    clause.copula = c_.First(i, Deprel::kCop);
    if (clause.copula != kNoToken) clause.kind = TreeClause::Kind::kCopula;
    if (clause.copula == kNoToken && T(i).upos != Upos::kVerb) clause.kind = TreeClause::Kind::kCopula;
    for (const int32_t child : c_.Of(i)) ReadChild(child, &clause);
    if (clause.subject == kNoToken) clause.subject = BorrowSubject(i, &clause);
    if (clause.kind == TreeClause::Kind::kCopula) clause.object = i;
    if (clause.object == kNoToken) clause.object = RelativeObject(i, clause);
    return clause;
  }

  void ReadChild(int32_t child, TreeClause* clause) {
    switch (T(child).deprel) {
      case Deprel::kNsubj:
      case Deprel::kCsubj:
        if (clause->subject != kNoToken) return;
        clause->subject = Antecedent(child, clause->head);
        clause->passive |= Label(child).ends_with(":pass");
        return;
      case Deprel::kObj:
        if (clause->object == kNoToken) clause->object = Antecedent(child, clause->head);
        return;
      case Deprel::kIobj:
        clause->obliques.push_back(child);
        return;
      case Deprel::kAux:
        clause->auxiliaries.push_back(child);
        clause->passive |= Label(child).ends_with(":pass");
        return;
      case Deprel::kObl:
        if (Label(child) == "obl:agent") clause->agent = child;
        clause->obliques.push_back(child);
        return;
      case Deprel::kNmod:
        if (clause->kind == TreeClause::Kind::kCopula) return;  // belongs to the predicate nominal
        clause->obliques.push_back(child);
        return;
      case Deprel::kXcomp:
      case Deprel::kCcomp:
        if (clause->complement == kNoToken) clause->complement = child;
        return;
      case Deprel::kAdvmod:
        clause->modifiers.push_back(child);
        return;
      case Deprel::kCompound:
        if (Label(child) == "compound:prt") clause->particle = child;
        return;
      case Deprel::kExpl:
        if (a_.Lower(T(child)) == "there") clause->kind = TreeClause::Kind::kExistential;
        return;
      default:
        return;
    }
  }

  // "the firm that makes pumps": the relative pronoun stands for the noun that
  // its clause modifies.
  int32_t Antecedent(int32_t argument, int32_t predicate) const {
    const std::string_view xpos = a_.Xpos(T(argument));
    const bool relative = xpos == "WDT" || xpos == "WP";
    if (!relative) return argument;
    for (int32_t at = predicate, steps = 0; at != kNoToken && steps < kMaxSteps; ++steps) {
      if (Label(at) == "acl:relcl") return T(at).head;
      if (T(at).deprel != Deprel::kConj && T(at).deprel != Deprel::kXcomp && T(at).deprel != Deprel::kCcomp) break;
      at = T(at).head;
    }
    return argument;
  }

  // "the chips Acme sold": a relative clause without pronoun and without object.
  int32_t RelativeObject(int32_t i, const TreeClause& clause) const {
    if (Label(i) != "acl:relcl" || clause.complement != kNoToken || clause.passive) return kNoToken;
    if (clause.subject == T(i).head || clause.kind != TreeClause::Kind::kVerb) return kNoToken;
    for (const int32_t child : c_.Of(i)) {  // "the day on which …", "where": the pronoun is no object
      const std::string_view xpos = a_.Xpos(T(child));
      if (xpos == "WRB" || (T(child).deprel == Deprel::kObl && xpos.starts_with("W"))) return kNoToken;
    }
    return T(i).head;
  }

  int32_t SubjectOf(int32_t predicate) const {
    int32_t subject = c_.First(predicate, Deprel::kNsubj);
    if (subject == kNoToken) subject = c_.First(predicate, Deprel::kCsubj);
    return subject == kNoToken ? kNoToken : Antecedent(subject, predicate);
  }

  int32_t BorrowSubject(int32_t predicate, TreeClause* clause) const {
    int32_t at = predicate;
    for (int steps = 0; steps < kMaxSteps; ++steps) {
      const Token& token = T(at);
      const int32_t head = token.head;
      if (head == kNoToken) return kNoToken;
      clause->borrowed_subject = true;
      if (token.deprel == Deprel::kAcl) {
        const bool participle = a_.Xpos(T(predicate)) == "VBN" && clause->auxiliaries.empty();
        clause->passive |= participle && Label(at) != "acl:relcl";
        // "the plan to buy", "the aim of buying": nobody is named.
        const bool marked = Label(at) != "acl:relcl" && c_.First(at, Deprel::kMark) != kNoToken;
        return marked || a_.Xpos(T(predicate)) == "VB" ? kNoToken : head;
      }
      if (token.deprel == Deprel::kXcomp) {
        const int32_t object = c_.First(head, Deprel::kObj);
        if (object != kNoToken) return Antecedent(object, head);
      } else if (token.deprel != Deprel::kConj && token.deprel != Deprel::kAdvcl) {
        clause->borrowed_subject = false;
        return kNoToken;
      }
      if (const int32_t subject = SubjectOf(head); subject != kNoToken) {
        return subject;
      }
      at = head;
    }
    return kNoToken;
  }

  // "Nvidia, a US company": the appositive says what the noun is.
  void AddApposition(int32_t i, std::vector<TreeClause>* clauses) const {
    const int32_t head = T(i).head;
    if (head == kNoToken) return;
    const bool nominal = T(i).upos == Upos::kNoun || T(i).upos == Upos::kPropn;
    if (!nominal) return;
    TreeClause clause;
    clause.kind = TreeClause::Kind::kApposition;
    clause.head = i;
    clause.subject = head;
    clause.object = i;
    clauses->push_back(std::move(clause));
  }

  const Analysis& a_;
  const Children& c_;
};

}  // namespace

std::vector<TreeClause> FindClauses(const Analysis& analysis, const Children& children) {
  return ClauseFinder(analysis, children).Find();
}

}  // namespace crosscheck
