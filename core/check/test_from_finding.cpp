// From a finding in the field to a test in a rule. The sentences that the finding
// points to are often enough; where the rule needs more (the sentence before says
// who "she" is), the test takes the paragraphs, then the texts. Each is tried out,
// so what is printed does what its comment says.
#include "core/check/test_from_finding.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/base/markup.h"
#include "core/document/document.h"

namespace crosscheck {
namespace {

constexpr std::array kReaches = {TestReach::kSentences, TestReach::kParagraphs, TestReach::kTexts,
                                 TestReach::kAll};

// The parts of a document that a test takes over, in order, each to be set apart
// from the next by a blank (sentences) or an empty line.
std::vector<TextRange> PartsOf(const Analysis& analysis, const std::vector<TextRange>& labels,
                               TestReach reach) {
  std::vector<TextRange> parts;
  const auto take = [&](TextRange part) {
    const bool labelled = std::any_of(labels.begin(), labels.end(),
                                      [part](TextRange label) { return part.Overlaps(label); });
    if (labelled || reach >= TestReach::kTexts) parts.push_back(part);
  };
  if (reach == TestReach::kSentences) {
    for (const Sentence& sentence : analysis.sentences) take(sentence.range);
  } else {
    for (const Block& block : analysis.document->blocks()) take(block.range);
  }
  return parts;
}

// The words of a part with [[x:…]] around the labels that it holds whole.
std::string Marked(std::string_view text, TextRange part, std::vector<TextRange> labels) {
  std::sort(labels.begin(), labels.end());
  std::string out;
  uint32_t at = part.start;
  for (const TextRange label : labels) {
    if (label.start < at || label.end > part.end || label.empty()) continue;
    out += TextRange{at, label.start}.In(text);
    out += "[[x:" + std::string(label.In(text)) + "]]";
    at = label.end;
  }
  return out + std::string(TextRange{at, part.end}.In(text));
}

std::string NameOf(const ClaimGraph& graph, uint32_t document, const Finding& finding,
                   std::set<std::string>* taken) {
  const bool draft =
      graph.side(document) == Side::kDraft ||
      (graph.side(document) == Side::kBoth && document == finding.labels.front().document);
  const std::string& id = graph.reading(document).analysis.document->metadata().id;
  std::string stem = std::filesystem::path(id).stem().string();
  std::string name = draft ? "draft" : "source/" + stem;
  for (int n = 2; !taken->insert(name).second; ++n)
    name = (draft ? "draft/" : "source/") + stem + std::to_string(n);
  return name;
}

}  // namespace

RuleTest TestFromFinding(const Finding& finding, const ClaimGraph& graph, std::string_view expect,
                         TestReach reach) {
  RuleTest test;
  test.name = "from " + finding.id;
  test.expect = expect;
  std::map<uint32_t, std::vector<TextRange>> labels;
  for (const Label& label : finding.labels) labels[label.document].push_back(label.range);
  std::set<std::string> taken;
  for (uint32_t d = 0; d < graph.document_count(); ++d) {
    const bool spoken_of = labels.find(d) != labels.end();
    if (!spoken_of && reach != TestReach::kAll) continue;
    const Analysis& analysis = graph.reading(d).analysis;
    TestDocument doc;
    for (const TextRange part : PartsOf(analysis, labels[d], reach)) {
      if (!doc.text.empty()) doc.text += reach == TestReach::kSentences ? " " : "\n\n";
      doc.text += expect == "fires" ? Marked(analysis.text(), part, labels[d])
                                    : std::string(part.In(analysis.text()));
    }
    if (doc.text.empty()) continue;
    doc.name = NameOf(graph, d, finding, &taken);
    const Metadata& metadata = analysis.document->metadata();
    if (metadata.date) doc.date = ToString(*metadata.date);
    doc.publisher = metadata.publisher;
    test.docs.push_back(std::move(doc));
  }
  std::stable_sort(test.docs.begin(), test.docs.end(),
                   [](const TestDocument& a, const TestDocument& b) {
                     return a.name.starts_with("draft") && !b.name.starts_with("draft");
                   });
  return test;
}

std::string ToYaml(const RuleTest& test) {
  std::string out = "      - name: " + test.name + "\n        docs:\n";
  for (const TestDocument& doc : test.docs) {
    out += "          " + doc.name + ": ";
    if (doc.date.empty() && doc.publisher.empty()) {
      out += QuoteYaml(doc.text) + "\n";
      continue;
    }
    out += "{text: " + QuoteYaml(doc.text);
    if (!doc.date.empty()) out += ", date: " + doc.date;
    if (!doc.publisher.empty()) out += ", publisher: " + QuoteYaml(doc.publisher);
    out += "}\n";
  }
  return out + "        expect: " + test.expect + "\n";
}

std::string ProposeTest(const RuleSet& rules, const Finding& finding, const ClaimGraph& graph,
                        std::string_view expect, const TestReader& reader) {
  const Rule* rule = rules.Find(finding.rule);
  if (rule == nullptr || finding.labels.empty()) return "";
  const std::string into = "      # for the tests of " + rule->id + " in " + rule->path + "\n";
  for (const TestReach reach : kReaches) {
    RuleTest fires = TestFromFinding(finding, graph, "fires", reach);
    const TestOutcome outcome = RunRuleTest(rules, *rule, fires, reader).outcome;
    if (outcome != TestOutcome::kPassed) continue;
    if (expect == "fires") return into + ToYaml(fires);
    return into + "      # it fires today; where it cannot be mended, expect todo-silent\n" +
           ToYaml(TestFromFinding(finding, graph, expect, reach));
  }
  return into + "      # the rule does not fire on these words alone\n" +
         ToYaml(TestFromFinding(finding, graph, expect, TestReach::kTexts));
}

}  // namespace crosscheck
