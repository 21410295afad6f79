#include "core/check/rule_doc.h"

#include <map>

#include "core/check/condition.h"
#include "core/check/guard.h"
#include "core/check/loader.h"
#include "core/check/test_marks.h"
#include "core/check/test_mutants.h"
#include "core/graph/evidence_kinds.h"

namespace crosscheck {
namespace {

std::string Confidence(const Rule& rule) {
  std::string text = std::to_string(rule.confidence).substr(0, 4);
  if (rule.confidence_of) text += " × " + rule.confidence_of->text;
  return text;
}

std::string ClauseText(const Rule& rule, const Clause& clause) {
  std::string text = clause.name;
  if (clause.guard != nullptr)
    return text + ": " + std::string(clause.guard->doc) + " (" +
           std::string(clause.guard->example) + ")";
  if (clause.pattern >= 0)
    text += (text.empty() ? "" : ": ") + rule.patterns[static_cast<size_t>(clause.pattern)].text;
  for (const Condition& condition : clause.where)
    text += (text.empty() ? "" : "; ") + condition.text;
  return text;
}

void Examples(const Rule& rule, const std::string& indent, std::string* out) {
  for (const RuleTest& test : rule.tests) {
    if (test.docs.empty()) continue;
    *out += indent + "- " + (test.name.empty() ? std::string("example") : test.name) + " → " +
            test.expect + "\n";
    for (const TestDocument& doc : test.docs)
      *out += indent + "  - " + doc.name + ": " + WithoutMarks(doc.text) + "\n";
  }
}

std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

}  // namespace

std::string ExplainRule(const Rule& rule) {
  std::string out = rule.id + ": " + rule.summary + "\n";
  out += "  finding " + std::string(ToString(rule.finding)) + " · severity " +
         std::string(ToString(rule.severity)) + " · confidence " + Confidence(rule) + " · " +
         rule.status + "\n";
  if (!rule.note.empty()) out += "  " + rule.note + "\n";
  out += "\nit looks for\n";
  for (size_t p = 0; p < rule.matched; ++p)
    out += "  " + rule.patterns[p].alias + ": " + rule.patterns[p].text + "\n";
  for (const Condition& condition : rule.where) out += "  where " + condition.text + "\n";
  for (const Clause& clause : rule.none)
    out += "  and there is no " + ClauseText(rule, clause) + "\n";
  for (const Clause& clause : rule.collect)
    out += "  and it collects " + ClauseText(rule, clause) + "\n";
  if (!rule.unless.empty()) out += "\nit stays silent\n";
  for (const Clause& clause : rule.unless) out += "  unless " + ClauseText(rule, clause) + "\n";
  for (const std::string& other : rule.yields_to) out += "  where " + other + " speaks already\n";
  if (!rule.params.empty()) out += "\nit can be set\n";
  for (const Param& param : rule.params)
    out += "  --set " + rule.id + ".params." + param.name + "=" +
           (param.value.empty() ? "" : param.value.front()) + "  (" + param.type + ") " +
           param.doc + "\n";
  if (!rule.falsepositives.empty()) out += "\nknown false alarms\n";
  for (const std::string& note : rule.falsepositives) out += "  " + note + "\n";
  out += "\nexamples\n";
  Examples(rule, "  ", &out);
  return out;
}

std::string RulePage(const Rule& rule) {
  std::string out = "# " + rule.id + "\n\n" + rule.summary + "\n\n";
  out += "| finding | severity | confidence | status |\n|---|---|---|---|\n| " +
         std::string(ToString(rule.finding)) + " | " + std::string(ToString(rule.severity)) +
         " | " + Confidence(rule) + " | " + rule.status + " |\n\n";
  if (rule.own_telling) {
    out += "Severity " + std::string(ToString(*rule.own_telling)) +
           " where the draft is a whole article that was not made from its sources.\n\n";
  }
  if (!rule.note.empty()) out += rule.note + "\n\n";
  if (!rule.help_text.empty()) out += "**What to do.** " + rule.help_text + "\n\n";
  out += "## What it looks for\n\n```yaml\n";
  for (size_t p = 0; p < rule.matched; ++p)
    out += rule.patterns[p].alias + ": " + rule.patterns[p].text + "\n";
  for (const Condition& condition : rule.where) out += "where: " + condition.text + "\n";
  for (const Clause& clause : rule.none) out += "none: " + ClauseText(rule, clause) + "\n";
  for (const Clause& clause : rule.collect) out += "collect: " + ClauseText(rule, clause) + "\n";
  out += "```\n\n";
  if (!rule.unless.empty() || !rule.yields_to.empty()) out += "## When it stays silent\n\n";
  for (const Clause& clause : rule.unless) out += "- " + ClauseText(rule, clause) + "\n";
  for (const std::string& other : rule.yields_to)
    out += "- where [" + other + "](" + other + ".md) speaks already\n";
  if (!rule.unless.empty() || !rule.yields_to.empty()) out += "\n";
  if (!rule.params.empty()) {
    out += "## Settings\n\n| param | type | default | meaning |\n|---|---|---|---|\n";
    for (const Param& param : rule.params) {
      std::string value;
      for (const std::string& v : param.value) value += (value.empty() ? "" : ", ") + v;
      out += "| `" + param.name + "` | " + param.type + " | " + value + " | " + Escaped(param.doc) +
             " |\n";
    }
    out += "\n";
  }
  if (!rule.falsepositives.empty()) out += "## Known false alarms\n\n";
  for (const std::string& note : rule.falsepositives) out += "- " + note + "\n";
  if (!rule.falsepositives.empty()) out += "\n";
  out += "## Examples\n\n";
  Examples(rule, "", &out);
  if (!rule.references.empty()) out += "\n## References\n\n";
  for (const Reference& r : rule.references)
    out += "- " + (r.url.empty() ? r.title : "[" + r.title + "](" + r.url + ")") +
           (r.page.empty() ? "" : ", " + r.page) + "\n";
  return out;
}

std::string RuleIndex(std::span<const Rule> rules) {
  std::string out =
      "# Rules\n\nOne page a rule, made by `crosscheck rules doc`. How a rule is written: [writing "
      "rules](../writing-rules.md); every key, field, condition and guard: "
      "[language](language.md).\n";
  std::string pack;
  for (const Rule& rule : rules) {
    const std::string its = rule.id.substr(0, rule.id.find('.'));
    if (its != pack)
      out +=
          "\n## " + its + "\n\n| rule | finding | severity | what it says |\n|---|---|---|---|\n";
    pack = its;
    out += "| [" + rule.id + "](" + rule.id + ".md) | " + std::string(ToString(rule.finding)) +
           " | " + std::string(ToString(rule.severity)) + " | " + Escaped(rule.summary) + " |\n";
  }
  return out;
}

std::string LanguagePage() {
  std::string out =
      "# The rule language\n\nMade from the tables that the loader checks by. [Writing "
      "rules](../writing-rules.md) shows how to use it.\n";
  constexpr ItemKind kKinds[] = {ItemKind::kClaim,     ItemKind::kEvidence, ItemKind::kEnd,
                                 ItemKind::kQuotation, ItemKind::kSaying,   ItemKind::kPassage,
                                 ItemKind::kNumber,    ItemKind::kMoment,   ItemKind::kRole,
                                 ItemKind::kName,      ItemKind::kSum,      ItemKind::kDocument};
  out +=
      "\n## What a pattern can ask for\n\nA pattern asks for a claim unless it has a key that is "
      "the name of another kind: `evidence`, `quotation`, `saying`, `passage`, `number`, `when`, "
      "`role`, `name`, `sum`, `document`. *Context* fields (times, places) conflict with nothing "
      "where a text does not give them.\n";
  for (const ItemKind kind : kKinds) {
    out += "\n### " + std::string(ToString(kind)) +
           "\n\n| field | holds | words | meaning |\n|---|---|---|---|\n";
    for (const FieldSpec* f : FieldsOf(kind))
      out += "| `" + std::string(f->name) + "` | " + std::string(ToString(f->type)) +
             (f->context ? ", context" : "") + " | " + std::string(f->values) + " | " +
             Escaped(f->doc) + " |\n";
    for (const HopSpec* h : HopsOf(kind))
      out += "| `" + std::string(h->name) + ": {…}` | " + std::string(ToString(h->to)) + " | | " +
             Escaped(h->doc) + " |\n";
  }
  out +=
      "\n## Demands\n\n`field: word`, `field: [word, word]`, `field: $VARIABLE`, or `field: {…}` "
      "with any of `bind`, `one-of`, `not`, `lexicon`, `regex` (RE2, case does not matter), "
      "`exists`, `gt`, `gte`, `lt`, `lte`, `resolved` (of a speaker), and fields of what the field "
      "stands for.\n";
  out +=
      "\n## Conditions\n\n| condition | meaning | example |\n|---|---|---|\n| `any`, `all`, `not` "
      "| lists of conditions | `any: [{…}, {…}]` |\n";
  for (const ConditionSpec* spec : Conditions())
    out += "| `" + std::string(spec->name) + "` | " + Escaped(spec->doc) +
           (spec->provides.empty() ? "" : " Gives `{{" + std::string(spec->provides) + "}}`.") +
           " | `" + std::string(spec->example) + "` |\n";
  out +=
      "\nEvery condition takes `unknown: skip`, `open` (the default) or `match`: what it counts as "
      "where it cannot be told.\n";
  out +=
      "\n## Guards\n\nFor `unless: [name, name]`.\n\n| guard | stays silent where | example "
      "|\n|---|---|---|\n";
  for (const GuardSpec& guard : Guards())
    out += "| `" + std::string(guard.name) + "` | " + Escaped(guard.doc) + " | " +
           Escaped(guard.example) + " |\n";
  out +=
      "\n## Changes\n\n`crosscheck test --mutate` makes them in each example that fires, and the "
      "verdict must follow. `survives: {kind: reason}` says where it need not.\n\n| change | "
      "what is done, what must come |\n|---|---|\n";
  for (const MutantKind& kind : MutantKinds())
    out += "| `" + std::string(kind.name) + "` | " + Escaped(kind.doc) + " |\n";
  out += "\n## Kinds of evidence\n\n| kind | meaning |\n|---|---|\n";
  for (const EvidenceKind& kind : EvidenceKinds())
    out += "| `" + std::string(kind.name) + "` | " + Escaped(kind.description) + " |\n";
  return out;
}

}  // namespace crosscheck
