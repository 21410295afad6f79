#include "core/check/lint.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/file.h"
#include "core/base/nearest.h"
#include "core/base/unicode.h"
#include "core/check/guard.h"
#include "core/check/rule.h"

namespace crosscheck {
namespace {

class Linter {
 public:
  Linter(const RuleSet& rules, const LintOptions& options, Diagnostics* out)
      : rules_(rules), options_(options), out_(out) {
    if (options_.relations == nullptr) return;
    for (const Relation& relation : options_.relations->all()) names_.push_back(relation.name);
  }

  void Run() {
    for (const Rule& rule : rules_.rules()) {
      Exceptions(rule);
      Repeated(rule);
      Circle(rule);
      Predicates(rule);
      if (options_.strict) Complete(rule);
    }
    Twins();
  }

 private:
  void Say(const Rule& rule, std::string_view code, std::string message, std::string help = "") {
    out_->push_back({DiagnosticLevel::kWarning, std::string(code), rule.path, rule.line, 0,
                     "rule '" + rule.id + "': " + std::move(message), std::move(help)});
  }

  bool Speaks(const Rule& rule, ItemKind kind) const {
    return std::any_of(rule.patterns.begin(),
                       rule.patterns.begin() + static_cast<std::ptrdiff_t>(rule.matched),
                       [kind](const Pattern& p) { return p.kind == kind; });
  }

  bool Demands(const Rule& rule, std::string_view field, std::string_view value) const {
    return std::all_of(
        rule.patterns.begin(), rule.patterns.begin() + static_cast<std::ptrdiff_t>(rule.matched),
        [&](const Pattern& p) {
          return std::any_of(p.tests.begin(), p.tests.end(), [&](const Test& t) {
            return t.op == Test::Op::kOneOf && t.path.hops.empty() && t.path.field->name == field &&
                   t.keys == std::vector<std::string>{std::string(value)};
          });
        });
  }

  // A guard that the patterns rule out already, or that has no two ends.
  void Exceptions(const Rule& rule) {
    std::set<std::string> seen;
    const bool ends = rule.matched >= 2 || Speaks(rule, ItemKind::kEvidence);
    for (const Clause& clause : rule.unless) {
      if (!seen.insert(clause.name).second)
        Say(rule, "lint.repeated", "exception '" + clause.name + "' stands twice");
      if (clause.guard == nullptr) continue;
      if (!ends)
        Say(rule, "lint.never-applies",
            "guard '" + clause.name + "' compares two ends, and the rule has one");
      const bool asserted = Demands(rule, "modality", "asserted") &&
                            (clause.name == "hedged" || clause.name == "conditional" ||
                             clause.name == "questioned" || clause.name == "developed");
      if (asserted)
        Say(rule, "lint.never-applies",
            "guard '" + clause.name + "' can never apply: both ends must be asserted");
    }
  }

  void Repeated(const Rule& rule) {
    std::set<std::string> seen;
    for (const Condition& condition : rule.where) {
      if (!seen.insert(condition.text).second)
        Say(rule, "lint.repeated", "condition '" + condition.text + "' stands twice");
    }
  }

  void Circle(const Rule& rule) {
    std::set<std::string> seen;
    std::vector<std::string> next = rule.yields_to;
    while (!next.empty()) {
      const std::string id = next.back();
      next.pop_back();
      if (id == rule.id)
        return Say(rule, "lint.circle",
                   "yields in a circle: two rules would each wait for the other");
      if (!seen.insert(id).second) continue;
      if (const Rule* other = rules_.Find(id))
        next.insert(next.end(), other->yields_to.begin(), other->yields_to.end());
    }
  }

  // A claim is keyed by the class of its verb, or by the verb's lemma where it is
  // in no class: "purchase" and "restated" are never met.
  void Predicates(const Rule& rule) {
    if (options_.relations == nullptr) return;
    for (const Pattern& pattern : rule.patterns) {
      for (const Test& test : pattern.tests) {
        const bool words = test.op == Test::Op::kOneOf || test.op == Test::Op::kNoneOf;
        if (!words || test.path.field->name != "predicate") continue;
        for (const std::string& word : test.keys) Predicate(rule, word);
      }
    }
  }

  void Predicate(const Rule& rule, const std::string& word) {
    if (options_.relations->Find(word) != nullptr) return;
    const std::string of_verb = options_.relations->OfVerb(word);
    if (of_verb != word)
      return Say(
          rule, "lint.predicate",
          "no claim has the predicate '" + word + "': its verbs are read as '" + of_verb + "'",
          "write '" + of_verb + "'");
    const WordNet* wordnet = options_.wordnet;
    const bool known = wordnet != nullptr && !wordnet->empty();
    if (known && wordnet->Knows(word, WordPos::kVerb)) return;
    std::vector<std::string> base;
    if (known) base = wordnet->BaseForms(word, WordPos::kVerb);
    if (base.empty()) base.push_back(Nearest(word, names_));
    if (!base.front().empty())
      return Say(rule, "lint.predicate",
                 "'" + word + "' is neither a relation of the lexicon nor a verb",
                 "did you mean '" + base.front() + "'?");
    if (known)
      Say(rule, "lint.predicate", "'" + word + "' is neither a relation of the lexicon nor a verb",
          "a relation is added in rules/lexicon/relations.yaml");
  }

  void Complete(const Rule& rule) {
    if (rule.tests.size() < 4)
      Say(rule, "lint.tests",
          "has " + std::to_string(rule.tests.size()) + " tests; four or more are wanted");
    const auto texts = std::count_if(rule.tests.begin(), rule.tests.end(),
                                     [](const RuleTest& test) { return !test.docs.empty(); });
    if (texts < 2)
      Say(rule, "lint.tests",
          "has " + std::to_string(texts) + " tests on plain text; two or more are wanted");
    if (rule.references.empty()) Say(rule, "lint.reference", "names no reference");
    if (Accuses(rule.finding) && rule.falsepositives.empty())
      Say(rule, "lint.falsepositives", "says nothing of its false alarms");
    if (Accuses(rule.finding) && rule.help_text.empty()) Say(rule, "lint.help", "does not say what to do");
  }

  // Two rules that ask the same, names of variables and patterns apart.
  void Twins() {
    std::map<std::string, const Rule*> forms;
    for (const Rule& rule : rules_.rules()) {
      const std::string form = NormalForm(rule);
      const auto [at, fresh] = forms.try_emplace(form, &rule);
      if (!fresh) Say(rule, "lint.twin", "asks the same as rule '" + at->second->id + "'");
    }
  }

  static std::string NormalForm(const Rule& rule) {
    std::string form;
    for (const Pattern& p : rule.patterns) form += p.text + "\n";
    for (const Condition& c : rule.where) form += c.text + "\n";
    for (const Clause& c : rule.none) {
      for (const Condition& w : c.where) form += w.text + "\n";
    }
    // $E, $F … become $1, $2 … in order of appearance.
    std::map<std::string, std::string> names;
    std::string out;
    for (size_t i = 0; i < form.size();) {
      if (form[i] != '$') {
        out += form[i++];
        continue;
      }
      size_t end = i + 1;
      while (end < form.size() && ((form[end] >= 'A' && form[end] <= 'Z') ||
                                   (form[end] >= '0' && form[end] <= '9') || form[end] == '_'))
        ++end;
      const auto [at, fresh] =
          names.try_emplace(form.substr(i, end - i), "$" + std::to_string(names.size() + 1));
      out += at->second;
      i = end;
    }
    return out + std::string(ToString(rule.finding));
  }

  const RuleSet& rules_;
  const LintOptions& options_;
  Diagnostics* out_;
  std::vector<std::string> names_;  // of the lexicon's relations
};

}  // namespace

namespace {

constexpr size_t kMostShown = 200;  // bytes of a line

// The first byte of the character at `at`, or the end.
size_t CharacterStart(std::string_view line, size_t at) {
  if (at >= line.size()) return line.size();
  while (at > 0 && (static_cast<unsigned char>(line[at]) & 0xC0) == 0x80) --at;
  return at;
}

}  // namespace

Diagnostics LintRules(const RuleSet& rules, const LintOptions& options) {
  Diagnostics out;
  Linter(rules, options, &out).Run();
  return out;
}

std::string WithCaret(const Diagnostic& diagnostic, std::string_view file_text) {
  std::string out = ToText(diagnostic);
  if (diagnostic.line == 0) return out;
  size_t start = 0;
  for (uint32_t line = 1; line < diagnostic.line; ++line) {
    const size_t end = file_text.find('\n', start);
    if (end == std::string_view::npos) return out;
    start = end + 1;
  }
  std::string_view line = file_text.substr(start, file_text.find('\n', start) - start);
  size_t bytes = std::min<size_t>(std::max(diagnostic.column, 1u) - 1, line.size());
  // Of a line that no terminal holds, the part around the caret.
  const size_t cut = bytes > kMostShown / 2 && line.size() > kMostShown ? CharacterStart(line, bytes - kMostShown / 2) : 0;
  line = line.substr(cut);
  bytes -= cut;
  line = line.substr(0, CharacterStart(line, kMostShown));
  const std::string number = std::to_string(diagnostic.line);
  std::string shown = number + " | " + std::string(line) + "\n";
  if (diagnostic.column > 0) {
    shown += std::string(number.size(), ' ') + " | " +
             std::string(CountCodePoints(line.substr(0, bytes)), ' ') + "^\n";
  }
  // The line goes between the message and the help.
  const size_t first = out.find('\n');
  if (first == std::string::npos) return out + "\n" + shown;
  return out.substr(0, first + 1) + shown + out.substr(first + 1);
}

std::string WithCaret(const Diagnostic& diagnostic) {
  const Result<std::string> text = diagnostic.path.empty() || diagnostic.line == 0
                                       ? Result<std::string>(Error{""})
                                       : ReadFile(diagnostic.path);
  return text.ok() ? WithCaret(diagnostic, *text) : ToText(diagnostic);
}

}  // namespace crosscheck
