// Which written forms in one text are one name.
//
// Mentions are first put together by key. A short form then joins a longer one
// where exactly one thing in the text can be meant:
//
//   Jo Berg … Berg … Jo … Mr Berg             last or first word of one person
//   National Road Agency (NRA) … the NRA       initials
//   Acme Motors … Acme, the Road Agency        first or last words of one organisation
//
// Two people of one surname are kept apart: "Berg" alone then goes to the one
// named last within two sentences where the other was not, else to neither.
// Every table is keyed by a word, so the cost is linear in mentions but for the
// namesakes of one word.

#include <algorithm>
#include <array>
#include <unordered_map>

#include "core/base/unicode.h"
#include "core/claim/alias.h"
#include "core/claim/cluster.h"

namespace crosscheck {
namespace {

// All mentions of one surface form.
struct Form {
  std::string folded;
  std::string key;
  EntityType type = EntityType::kOther;
  bool sure = false;
  bool titled = false;
  std::string address;             // "/f" for "Mrs Berg", "/m" for "Mr Berg"
  bool capitals = false;           // written as an acronym
  bool office = false;             // with an office before it: "President Berg"
  bool kin = false;                // named as somebody's kin: "his daughter Ann Berg"
  Gender gender = Gender::kUnknown;
  std::vector<int32_t> mentions;
};

class NameLinker {
 public:
  NameLinker(const MentionContext& context, std::vector<MentionFeatures>* mentions, Clusters* clusters)
      : context_(context), mentions_(*mentions), clusters_(*clusters) {}

  void Link() {
    CollectForms();
    SettleTypes();
    JoinByKey();
    IndexLongForms();
    LinkParentheses();
    for (const Form& form : forms_) {
      if (LinkAcronym(form)) continue;
      if (form.key.find(' ') != std::string::npos) {
        LinkLongForm(form);
      } else {
        LinkShortForm(form);
      }
    }
  }

 private:
  bool IsName(size_t m) const {
    return mentions_[m].pronoun == nullptr && mentions_[m].mention.kind != Mention::Kind::kDescription;
  }

  void CollectForms() {
    std::unordered_map<std::string, size_t> by_folded;
    for (size_t m = 0; m < mentions_.size(); ++m) {
      if (!IsName(m)) continue;
      const auto [at, added] = by_folded.try_emplace(mentions_[m].folded + Address(mentions_[m]), forms_.size());
      if (added) {
        forms_.emplace_back();
        forms_.back().folded = mentions_[m].folded;
        forms_.back().address = Address(mentions_[m]);
        forms_.back().capitals = IsAcronymShape(mentions_[m].mention.range.In(context_.analysis.text()));
      }
      forms_[at->second].mentions.push_back(static_cast<int32_t>(m));
    }
  }

  // "Mr Berg" and "Mrs Berg" are two people.
  static std::string Address(const MentionFeatures& mention) {
    const bool lone = mention.titled && mention.mention.last == mention.mention.first + 1;
    if (!lone || mention.gender == Gender::kUnknown) return "";
    return mention.gender == Gender::kFemale ? "/f" : "/m";
  }

  static bool IsAcronymShape(std::string_view text) {
    const auto upper = std::ranges::count_if(text, [](char c) { return c >= 'A' && c <= 'Z'; });
    const auto lower = std::ranges::count_if(text, [](char c) { return c >= 'a' && c <= 'z'; });
    return upper >= 2 && lower <= 1 && text.find(' ') == std::string_view::npos;
  }

  // One type for one form: what most mentions say, a sure one counting more.
  void SettleTypes() {
    for (Form& form : forms_) {
      std::array<int, 8> votes{};
      for (const int32_t m : form.mentions) {
        const MentionFeatures& mention = mentions_[static_cast<size_t>(m)];
        const bool vague = mention.type == EntityType::kOther && !mention.type_sure;
        if (!vague) votes[static_cast<size_t>(mention.type)] += mention.type_sure ? 3 : 1;
        form.sure = form.sure || mention.type_sure;
        form.titled = form.titled || mention.titled;
        form.office = form.office || !mention.roles.empty();
        form.kin = form.kin || IsKinBefore(mention.mention.first);
        if (form.gender == Gender::kUnknown) form.gender = mention.gender;
      }
      const auto best = std::ranges::max_element(votes);
      form.type = *best > 0 ? static_cast<EntityType>(best - votes.begin()) : EntityType::kOther;
      if (form.titled) form.type = EntityType::kPerson;
      WriteBack(form);
      form.key = EntityKey(form.folded, form.type, context_.lexicon);
    }
  }

  // "the president's daughter Ann Berg": a surname alone is then another's.
  bool IsKinBefore(uint32_t first) const {
    if (first == 0) return false;
    const Token& before = context_.analysis.tokens[first - 1];
    const KnownNoun* noun = context_.lexicon.FindNoun(context_.analysis.Lemma(before));
    return before.upos == Upos::kNoun && noun != nullptr && noun->type == EntityType::kPerson && noun->gender != Gender::kUnknown && !noun->role;
  }

  void WriteBack(const Form& form) {
    for (const int32_t m : form.mentions) {
      MentionFeatures& mention = mentions_[static_cast<size_t>(m)];
      mention.type = form.type;
      mention.type_sure = form.sure;
      if (mention.gender == Gender::kUnknown) mention.gender = form.gender;
      ClusterFeatures& features = clusters_.MutableFeatures(m);
      features.type = mention.type;
      features.type_sure = mention.type_sure;
      features.gender = mention.gender;
      if (form.type == EntityType::kPerson) features.plural = mention.plural = false;  // "Davies"
    }
  }

  // A demonym's people are not its country: the key already tells them apart.
  void JoinByKey() {
    std::unordered_map<std::string, int32_t> first_of;
    for (const Form& form : forms_) {
      const std::string kind = (form.type == EntityType::kPerson ? "p:" : ":") + form.address;
      const auto [at, added] = first_of.try_emplace(kind + form.key, form.mentions.front());
      for (const int32_t m : form.mentions) clusters_.Merge(at->second, m);
    }
  }

  void IndexLongForms() {
    for (size_t f = 0; f < forms_.size(); ++f) {
      const Form& form = forms_[f];
      const auto words = NameWords(form.key);
      if (words.size() < 2) continue;
      by_last_[std::string(Surname(words))].push_back(f);
      by_first_[std::string(words.front())].push_back(f);
      if (form.type != EntityType::kPerson) {
        by_initials_[Initials(form.key, false)].push_back(f);
        const std::string with = Initials(form.key, true);
        if (with != Initials(form.key, false)) by_initials_[with].push_back(f);
      }
    }
  }

  // The last word that is no "Jr.": "berg" of "jo berg jr".
  static std::string_view Surname(const std::vector<std::string_view>& words) {
    const std::string_view last = words.back();
    const bool generation = last == "jr" || last == "sr" || last == "ii" || last == "iii" || last == "iv";
    return generation ? words[words.size() - 2] : last;
  }

  static bool CanBePerson(const Form& form) {
    return form.type == EntityType::kPerson || (form.type == EntityType::kOther && !form.sure);
  }

  // The one cluster among the forms that pass `fits`; -1 for none or several.
  template <typename Fits>
  int32_t Unique(const std::unordered_map<std::string, std::vector<size_t>>& table, const std::string& word, Fits fits) {
    const auto found = table.find(word);
    if (found == table.end()) return -1;
    int32_t only = -1;
    for (const size_t f : found->second) {
      if (!fits(forms_[f])) continue;
      const int32_t cluster = clusters_.Of(forms_[f].mentions.front());
      if (only >= 0 && only != cluster) return -1;
      only = cluster;
    }
    return only;
  }

  void MergeForm(const Form& form, int32_t cluster) {
    for (const int32_t m : form.mentions) clusters_.Merge(cluster, m);
  }

  // "Joe Berg" and "Joseph Berg", "J. Berg", "Maria Lopez" and "Maria Lopez Ruiz".
  void LinkLongForm(const Form& form) {
    const auto words = NameWords(form.key);
    if (form.type == EntityType::kPerson) {
      const int32_t own = clusters_.Of(form.mentions.front());
      const auto fits = [&](const Form& other) {
        if (other.type != EntityType::kPerson || clusters_.Of(other.mentions.front()) == own) return false;
        const auto theirs = NameWords(other.key);
        return theirs.front() != words.front() && theirs.size() == words.size() &&
               std::equal(words.begin() + 1, words.end(), theirs.begin() + 1) &&
               GivenNamesAgree(words.front(), theirs.front(), context_.lexicon);
      };
      const int32_t only = Unique(by_last_, std::string(words.back()), fits);
      if (only >= 0 && clusters_.Agree(only, form.mentions.front())) MergeForm(form, only);
      return;
    }
    // "the Road Agency" after "the National Road Agency".
    const auto fits = [&](const Form& other) {
      return other.type == form.type && other.key.size() > form.key.size() && other.key.ends_with(" " + form.key);
    };
    if (form.type != EntityType::kOrganization && form.type != EntityType::kLaw && form.type != EntityType::kEvent) return;
    const int32_t only = Unique(by_last_, std::string(words.back()), fits);
    if (only >= 0) MergeForm(form, only);
  }

  void LinkShortForm(const Form& form) {
    if (LinkPerson(form)) return;
    LinkOrganization(form);
  }

  bool LinkAcronym(const Form& form) {
    // Two letters are many things' initials: only where the text says so (see LinkParentheses).
    if (!form.capitals || form.folded.size() < 3) return false;
    const auto fits = [&](const Form& other) { return other.type != EntityType::kPerson && other.folded != form.folded; };
    const int32_t only = Unique(by_initials_, form.folded, fits);
    if (only < 0) return false;
    MergeForm(form, only);
    return true;
  }

  bool LinkPerson(const Form& form) {
    const bool known_place = form.sure && form.type != EntityType::kPerson && form.type != EntityType::kOther;
    if (known_place && !form.titled) return false;
    const auto fits = [&](const Form& other) {
      if (!CanBePerson(other) || (other.kin && form.office)) return false;
      const Gender theirs = clusters_.Features(other.mentions.front()).gender;
      return !form.titled || form.gender == Gender::kUnknown || theirs == Gender::kUnknown || theirs == form.gender;
    };
    const auto is_person = [&](const Form& other) { return other.type == EntityType::kPerson && fits(other); };
    int32_t only = Unique(by_last_, form.key, is_person);
    if (only < 0 && !form.address.empty()) {
      const auto of_gender = [&](const Form& other) {
        return is_person(other) && clusters_.Features(other.mentions.front()).gender == form.gender;
      };
      only = Unique(by_last_, form.key, of_gender);
    }
    if (only < 0 && !by_last_.contains(form.key)) only = Unique(by_first_, form.key, is_person);
    if (only >= 0) {
      MergePerson(form, only);
      return true;
    }
    return LinkNamesakes(form);
  }

  void MergePerson(const Form& form, int32_t cluster) {
    for (const int32_t m : form.mentions) {
      MentionFeatures& mention = mentions_[static_cast<size_t>(m)];
      mention.type = EntityType::kPerson;
      mention.type_sure = true;
    }
    MergeForm(form, cluster);
    ClusterFeatures& features = clusters_.MutableFeatures(cluster);
    features.type = EntityType::kPerson;
    features.type_sure = true;
    features.plural = false;
  }

  // Several people bear this surname: each mention goes to the one named within
  // the last two sentences, if only one was.
  bool LinkNamesakes(const Form& form) {
    const auto found = by_last_.find(form.key);
    if (found == by_last_.end()) return false;
    std::vector<int32_t> detached;
    for (const int32_t m : form.mentions) {
      int32_t only = -1;
      bool several = false;
      for (const size_t f : found->second) {
        if (forms_[f].kin && form.office) continue;
        if (forms_[f].type != EntityType::kPerson || !NamedShortlyBefore(forms_[f], m)) continue;
        const int32_t cluster = clusters_.Of(forms_[f].mentions.front());
        several = several || (only >= 0 && only != cluster);
        only = cluster;
      }
      if (only >= 0 && !several) detached.push_back(m);
      if (only >= 0 && !several) targets_.push_back(only);
    }
    // The mentions of one form already form one cluster: only a form whose
    // mentions all go the same way can join.
    const bool agree = detached.size() == form.mentions.size() &&
                       std::ranges::all_of(targets_, [&](int32_t t) { return t == targets_.front(); });
    if (agree && !targets_.empty()) MergePerson(form, targets_.front());
    targets_.clear();
    return true;
  }

  bool NamedShortlyBefore(const Form& form, int32_t mention) const {
    const uint32_t sentence = mentions_[static_cast<size_t>(mention)].sentence;
    const auto at = std::ranges::upper_bound(form.mentions, mention);
    if (at == form.mentions.begin()) return false;
    return mentions_[static_cast<size_t>(*(at - 1))].sentence + 2 >= sentence;
  }

  // "Acme" for "Acme Motors", "the Agency" for "the National Road Agency".
  void LinkOrganization(const Form& form) {
    if (form.type != EntityType::kOrganization && form.sure) return;
    const NameWord* closer = context_.lexicon.FindNameWord(form.key);
    if (closer != nullptr && !closer->droppable) {
      const auto fits = [&](const Form& other) { return other.type == closer->type && other.mentions.front() < form.mentions.front(); };
      const int32_t only = Unique(by_last_, form.key, fits);
      if (only >= 0) {
        MergeForm(form, only);
        return;
      }
    }
    if (context_.lexicon.FindName(form.key) != nullptr || context_.lexicon.FindNameOpener(form.key) != nullptr) return;
    const auto fits = [&](const Form& other) {
      const auto words = NameWords(other.key);
      const NameWord* last = context_.lexicon.FindNameWord(words.back());
      return other.type == EntityType::kOrganization && words.size() == 2 && last != nullptr &&
             other.mentions.front() < form.mentions.front();
    };
    const int32_t only = Unique(by_first_, form.key, fits);
    if (only >= 0) MergeForm(form, only);
  }

  // "the National Road Agency (NRA)", "graphics processing units (GPUs)": an
  // acronym in parentheses right after the words that it stands for.
  void LinkParentheses() {
    const auto& tokens = context_.analysis.tokens;
    for (size_t m = 1; m < mentions_.size(); ++m) {
      const Mention& mention = mentions_[m].mention;
      if (!IsName(m) || mention.first == 0 || mention.last >= tokens.size() || mention.last != mention.first + 1) continue;
      if (context_.analysis.Form(tokens[mention.first - 1]) != "(" || context_.analysis.Form(tokens[mention.last]) != ")") continue;
      const int32_t full = ExpansionBefore(mention.first - 1, mentions_[m].folded, m);
      if (full < 0) continue;
      clusters_.Merge(full, static_cast<int32_t>(m));
      const MentionFeatures& expansion = mentions_[static_cast<size_t>(full)];
      const bool described = expansion.mention.kind == Mention::Kind::kDescription;
      if (described || expansion.type != EntityType::kOther) SetType(static_cast<int32_t>(m), expansion.type);
    }
  }

  void SetType(int32_t m, EntityType type) {
    ClusterFeatures& features = clusters_.MutableFeatures(m);
    features.type = type;
    features.type_sure = true;
  }

  // The mention that ends right before token `open` and that `acronym` abbreviates.
  int32_t ExpansionBefore(uint32_t open, const std::string& acronym, size_t m) const {
    constexpr size_t kBack = 3;
    for (size_t back = 1; back <= kBack && back <= m; ++back) {
      const Mention& before = mentions_[m - back].mention;
      if (before.last != open || mentions_[m - back].pronoun != nullptr) continue;
      for (uint32_t first = before.first; first + 1 < before.last; ++first) {
        if (IsAcronymOf(acronym, context_.FoldedSpan(first, before.last))) return static_cast<int32_t>(m - back);
      }
    }
    return -1;
  }

  const MentionContext& context_;
  std::vector<MentionFeatures>& mentions_;
  Clusters& clusters_;
  std::vector<Form> forms_;        // in order of first mention
  std::unordered_map<std::string, std::vector<size_t>> by_last_, by_first_, by_initials_;
  std::vector<int32_t> targets_;   // scratch of LinkNamesakes
};

}  // namespace

void LinkNames(const MentionContext& context, std::vector<MentionFeatures>* mentions, Clusters* clusters) {
  NameLinker(context, mentions, clusters).Link();
}

}  // namespace crosscheck
