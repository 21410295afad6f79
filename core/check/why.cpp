#include "core/check/why.h"

#include <algorithm>

#include "core/check/finding_maker.h"

namespace crosscheck {
namespace {

std::string ClaimLine(const Reading& r, const Claim& c) {
  const std::string_view text = r.analysis.text();
  std::string line = "“" + std::string(c.range.In(text)) +
                     "”\n    read as: " + (c.subject.present() ? c.subject.key : "(no subject)") +
                     " · " + c.relation;
  if (c.object.present()) line += " · " + c.object.key;
  if (c.figure >= 0) line += " · figure " + ToText(r.figures[static_cast<size_t>(c.figure)]);
  if (c.time >= 0) line += " · time " + r.times[static_cast<size_t>(c.time)].value;
  if (c.place.present()) line += " · place " + c.place.key;
  line += " · " + std::string(ToString(c.polarity)) + " · " + std::string(ToString(c.modality));
  if (!c.speakers.empty()) {
    const Attribution& a = r.attributions[static_cast<size_t>(c.speakers.front())];
    line += " · said by " +
            (a.source.empty() ? std::string("somebody") : std::string(a.source.front().In(text)));
  }
  if (c.not_checkable != NotCheckable::kNone)
    line += "\n    not checkable: " + std::string(ToString(c.not_checkable));
  return line;
}

std::string AsRead(const ClaimGraph& graph, uint32_t document, TextRange place) {
  const Reading& r = graph.reading(document);
  std::string out;
  for (const Claim& claim : r.claims) {
    if (claim.range.Overlaps(place)) out += "  " + ClaimLine(r, claim) + "\n";
  }
  if (!out.empty()) return out;
  for (const Sentence& s : r.analysis.sentences) {
    if (!s.range.Overlaps(place)) continue;
    const std::string_view text = s.range.In(r.analysis.text());
    std::string reason = "its parse gives no predicate with a subject";
    if (s.foreign)
      reason = "it is not in English";
    else if (s.kind == BlockKind::kFurniture || s.kind == BlockKind::kHeading)
      reason = "it is a " + std::string(ToString(s.kind));
    else if (text.ends_with('?'))
      reason = "it is a question";
    out += "  no claim was read in “" + std::string(text) + "”: " + reason + "\n";
  }
  return out.empty() ? "  there is no text at this place\n" : out;
}

// The smallest change that would let the nearest miss through.
std::string SmallestChange(const World& world, const Rule& rule, const Funnel& funnel) {
  const size_t step = static_cast<size_t>(funnel.nearest_step);
  const std::string& name = funnel.steps[step].name;
  if (name.starts_with("unless: "))
    return "the exception \"" + name.substr(8) + "\" would have to be taken out";
  if (name.starts_with("none: ")) return "the other text would have to lack what is found there";
  if (name == "shared variables") {
    for (const Join& join : rule.joins) {
      const auto value = [&](const Site& site) {
        const size_t p = static_cast<size_t>(site.pattern);
        if (funnel.nearest.items[p] == kNoItem) return Value();
        return world.Get({rule.patterns[p].kind, funnel.nearest.items[p]}, site.path);
      };
      const Value a = value(join.left), b = value(join.right);
      if (a.known && b.known && a.key != b.key)
        return "“" + a.text + "” (" + a.key + ") and “" + b.text + "” (" + b.key +
               ") would have to be the same; an alias can say so";
    }
    return "a field that both patterns share is not known";
  }
  if (name == "scope") return "the places would have to stand in other documents (scope)";
  std::string values;
  for (const Condition& condition : rule.where) {
    if (condition.text != name) continue;
    for (const ConditionArgument& argument : condition.arguments) {
      for (const Operand& operand : argument.operands) {
        const size_t p = static_cast<size_t>(operand.pattern);
        if (operand.pattern < 0 || p >= funnel.nearest.items.size() ||
            funnel.nearest.items[p] == kNoItem || operand.path.field == nullptr)
          continue;
        const Value v = world.Get({rule.patterns[p].kind, funnel.nearest.items[p]}, operand.path);
        values += (values.empty() ? "" : ", ") + operand.text + " = " +
                  (v.known ? "“" + v.text + "”" +
                                 (v.figure != nullptr ? " = " + IntervalText(*v.figure) : "")
                           : std::string("not known"));
      }
    }
  }
  return "“" + name + "” would have to hold" + (values.empty() ? "" : "; here " + values);
}

std::string FunnelText(const World& world, const Rule& rule, const Funnel& funnel) {
  std::string out = "rule " + rule.id + ": " + rule.summary + "\n";
  bool stopped = false;
  for (const FunnelStep& step : funnel.steps) {
    if (stopped) break;
    const bool pattern = &step < funnel.steps.data() + rule.matched;
    if (!pattern && step.in == 0) continue;  // asked of nothing
    const std::string count = pattern ? std::to_string(step.out)
                                      : std::to_string(step.in) + " → " + std::to_string(step.out);
    out += "  " + count + "  " + step.name + "\n";
    if (!pattern) stopped = step.out == 0;
  }
  if (funnel.nearest_step < 0) return out + "  nothing at this place fits a pattern\n";
  out += "  nearest miss:\n";
  for (size_t p = 0; p < rule.matched; ++p) {
    if (funnel.nearest.items[p] != kNoItem)
      out += "    " + Describe(world, rule, funnel.nearest, p) + "\n";
  }
  return out + "    stopped at: " + funnel.steps[static_cast<size_t>(funnel.nearest_step)].name +
         "\n    to let it through: " + SmallestChange(world, rule, funnel) + "\n";
}

}  // namespace

std::string WhyFinding(const RuleSet& rules, const Finding& finding, const ClaimGraph& graph) {
  std::string out = finding.id + " " + finding.rule + ": " + finding.message + "\n";
  if (const Rule* rule = rules.Find(finding.rule)) out += rule->summary + "\n";
  out += "\nwhat was read:\n";
  for (const Label& label : finding.labels) out += AsRead(graph, label.document, label.range);
  out += "\nwhy the rule fires:\n";
  for (const std::string& step : finding.why) out += "  - " + step + "\n";
  if (!finding.help.empty()) out += "\nhelp: " + finding.help + "\n";
  return out;
}

std::string WhyNot(const RuleSet& rules, const ClaimGraph& graph, const Focus& place,
                   const std::vector<std::string>& select, const EvaluateOptions& options) {
  const World world(graph, options.relations);
  std::string out = "what was read:\n" + AsRead(graph, place.document, place.range) + "\n";
  size_t shown = 0;
  for (const Rule& rule : rules.rules()) {
    const bool named =
        std::any_of(select.begin(), select.end(),
                    [&rule](const std::string& prefix) { return rule.id.starts_with(prefix); });
    if (!select.empty() && !named) continue;
    Matcher matcher(world, rule, options.limit, &place);
    std::vector<Match> matches = matcher.Run();
    const Funnel& funnel = matcher.funnel();
    const bool fired =
        !funnel.steps.empty() && std::any_of(matches.begin(), matches.end(), [&](const Match& m) {
          const Made made = MakeFinding(world, rule, m);
          return std::any_of(made.finding.labels.begin(), made.finding.labels.end(),
                             [&place](const Label& l) {
                               return l.document == place.document && l.range.Overlaps(place.range);
                             });
        });
    if (fired) {
      out += "rule " + rule.id + " fires here" +
             (rule.severity == Severity::kOff ? ", but it is switched off" : "") + "\n";
      ++shown;
    } else if (named || funnel.nearest_step >= 0) {
      out += FunnelText(world, rule, funnel) + "\n";
      ++shown;
    }
  }
  if (shown == 0)
    out += "no rule came near: nothing at this place has a counterpart in the other texts\n";
  return out;
}

}  // namespace crosscheck
