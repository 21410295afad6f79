// Documents, the claims of drafts and what speaks for or against them, as a graph
// in GraphML and DOT. Both are written from one list of nodes and edges.

#include <algorithm>
#include <string>
#include <vector>

#include "core/base/markup.h"
#include "core/report/excerpt.h"
#include "core/report/report.h"

namespace crosscheck {
namespace {

struct Node {
  std::string id, kind, label;
};
struct DrawnEdge {
  std::string from, to, kind;
};
struct DrawnGraph {
  std::vector<Node> nodes;
  std::vector<DrawnEdge> edges;
};

std::string DocumentNode(uint32_t document) { return "d" + std::to_string(document); }

DrawnGraph GraphOf(const Report& report) {
  DrawnGraph graph;
  for (uint32_t d = 0; d < report.graph->document_count(); ++d) {
    graph.nodes.push_back({DocumentNode(d), "document", report.names.Name(d)});
    for (const uint32_t cited : report.graph->Cites(d))
      graph.edges.push_back({DocumentNode(d), DocumentNode(cited), "cites"});
    for (const uint32_t copied : report.graph->Copies(d))
      graph.edges.push_back({DocumentNode(d), DocumentNode(copied), "copies"});
    const uint32_t origin = report.graph->OriginOf(d);
    if (origin < report.graph->document_count()) continue;
    const std::string outlet = "o" + std::to_string(origin);
    if (std::ranges::find(graph.nodes, outlet, &Node::id) == graph.nodes.end())
      graph.nodes.push_back({outlet, "outlet", report.names.Origin(origin)});
    graph.edges.push_back({DocumentNode(d), outlet, "credits"});
  }
  for (const ClaimVerdict& verdict : report.judgement.claims) {
    if (verdict.evidence.empty()) continue;
    const ClaimNode& node = report.graph->node(verdict.claim);
    const std::string id = "c" + std::to_string(verdict.claim.index);
    const std::string_view text = report.graph->reading(node.document).document->text();
    graph.nodes.push_back({id, std::string(ToString(verdict.verdict)),
                           std::string(report.graph->claim(verdict.claim).range.In(text))});
    graph.edges.push_back({DocumentNode(node.document), id, "says"});
    for (const ClaimEvidence& evidence : verdict.evidence) {
      graph.edges.push_back(
          {DocumentNode(evidence.document), id, std::string(ToString(evidence.relation))});
    }
  }
  for (size_t i = 0; i < report.findings.size(); ++i) {
    const Finding& finding = report.findings[i];
    const std::string id = "f" + std::to_string(i);
    graph.nodes.push_back({id, std::string(ToString(finding.kind)), finding.message});
    std::vector<uint32_t> documents;
    for (const Label& label : finding.labels) documents.push_back(label.document);
    std::ranges::sort(documents);
    documents.erase(std::ranges::unique(documents).begin(), documents.end());
    for (const uint32_t d : documents) graph.edges.push_back({id, DocumentNode(d), "labels"});
  }
  return graph;
}

std::string Dot(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out + "\"";
}

}  // namespace

std::string WriteGraphmlReport(const Report& report, const FormatOptions& /*options*/) {
  const DrawnGraph graph = GraphOf(report);
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml "
      "xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
      " <key id=\"kind\" for=\"all\" attr.name=\"kind\" attr.type=\"string\"/>\n"
      " <key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n <graph "
      "edgedefault=\"directed\">\n";
  for (const Node& node : graph.nodes) {
    out += "  <node id=\"" + node.id + "\"><data key=\"kind\">" + EscapeMarkup(node.kind) +
           "</data><data key=\"label\">" + EscapeMarkup(node.label) + "</data></node>\n";
  }
  for (const DrawnEdge& edge : graph.edges) {
    out += "  <edge source=\"" + edge.from + "\" target=\"" + edge.to + "\"><data key=\"kind\">" +
           EscapeMarkup(edge.kind) + "</data></edge>\n";
  }
  return out + " </graph>\n</graphml>\n";
}

std::string WriteDotReport(const Report& report, const FormatOptions& /*options*/) {
  const DrawnGraph graph = GraphOf(report);
  std::string out = "digraph crosscheck {\n rankdir=LR;\n";
  for (const Node& node : graph.nodes) {
    out += " " + node.id + " [label=" + Dot(node.label) +
           (node.kind == "document" ? ", shape=box" : "") + ", class=" + Dot(node.kind) + "];\n";
  }
  for (const DrawnEdge& edge : graph.edges)
    out += " " + edge.from + " -> " + edge.to + " [label=" + Dot(edge.kind) + "];\n";
  return out + "}\n";
}

}  // namespace crosscheck
