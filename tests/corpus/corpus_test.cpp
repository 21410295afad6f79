// Holds the program to the gold findings of our own corpora (corpus/README.md).

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <sstream>

#include "core/base/file.h"
#include "core/base/yaml.h"
#include "core/pipeline/run.h"

namespace crosscheck {
namespace {

// A place that gold speaks of: the words of a quotation in one text.
struct GoldPlace {
  std::string document;
  std::string quote;
};

struct GoldEntry {
  std::vector<std::string> kinds;
  std::vector<GoldPlace> places;
  std::string why;
  std::string gap;
  uint32_t line = 0;
};

const Session& SharedSession() {
  static const std::unique_ptr<Session> session = [] {
    Diagnostics diagnostics;
    auto loaded = Session::Load({}, &diagnostics);
    if (!loaded) return std::unique_ptr<Session>();
    return std::make_unique<Session>(*std::move(loaded));
  }();
  CROSSCHECK_CHECK(session != nullptr);
  return *session;
}

std::filesystem::path CorpusFolder() {
  return std::filesystem::path(CROSSCHECK_SOURCE_DIR) / "corpus";
}

std::vector<GoldEntry> Entries(const YamlNode& root, std::string_view key) {
  std::vector<GoldEntry> entries;
  const YamlNode* list = root.Find(key);
  if (list == nullptr) return entries;
  for (const YamlNode& node : list->items) {
    GoldEntry entry;
    entry.kinds = node.Find("finding")->Strings();
    entry.why = node.Text("why");
    entry.gap = node.Text("gap");
    entry.line = node.line;
    for (const YamlNode& place : node.Find("at")->items)
      entry.places.push_back({place.Text("document"), place.Text("quote")});
    entries.push_back(std::move(entry));
  }
  return entries;
}

class Corpus {
 public:
  explicit Corpus(const std::string& name) : folder_(CorpusFolder() / name) {
    RunOptions options;
    options.audit = true;
    options.drafts = {folder_.string()};
    std::istringstream none;
    auto run = RunCheck(SharedSession(), options, none);
    CROSSCHECK_CHECK(run.ok());
    run_ = std::make_unique<Run>(*std::move(run));
  }

  const YamlNode Gold() const {
    Diagnostics diagnostics;
    const auto bytes = ReadFile(folder_ / "gold.yaml");
    CROSSCHECK_CHECK(bytes.ok());
    YamlNode root = ParseYaml(*bytes, "gold.yaml", &diagnostics);
    EXPECT_TRUE(diagnostics.empty()) << (diagnostics.empty() ? "" : ToText(diagnostics[0]));
    return root;
  }

  // True where a finding that people see, of one of the kinds, touches all places.
  bool Says(const GoldEntry& entry) const {
    return std::ranges::any_of(run_->report.findings, [&](const Finding& finding) {
      if (std::ranges::find(entry.kinds, ToString(finding.kind)) == entry.kinds.end()) return false;
      return std::ranges::all_of(entry.places,
                                 [&](const GoldPlace& place) { return Touches(finding, place); });
    });
  }

  // Says that the quotation stands in its text at all.
  void ExpectThere(const GoldPlace& place) const {
    const auto [document, range] = Find(place);
    EXPECT_TRUE(document != kNotInGraph)
        << place.document << " does not hold \"" << place.quote << "\"";
  }

 private:
  std::pair<uint32_t, TextRange> Find(const GoldPlace& place) const {
    for (uint32_t d = 0; d < run_->graph->document_count(); ++d) {
      if (std::filesystem::path(run_->report.names.Name(d)).filename() != place.document) continue;
      const std::string_view text = run_->graph->reading(d).document->text();
      const size_t at = text.find(place.quote);
      if (at == std::string_view::npos) continue;
      return {d, {static_cast<uint32_t>(at), static_cast<uint32_t>(at + place.quote.size())}};
    }
    return {kNotInGraph, {}};
  }

  bool Touches(const Finding& finding, const GoldPlace& place) const {
    const auto [document, range] = Find(place);
    for (const Label& label : finding.labels) {
      if (label.document == document && label.range.Overlaps(range)) return true;
    }
    return false;
  }

  std::filesystem::path folder_;
  std::unique_ptr<Run> run_;
};

class CorpusTest : public ::testing::TestWithParam<const char*> {};

TEST_P(CorpusTest, MeetsItsGold) {
  const Corpus corpus(GetParam());
  const YamlNode gold = corpus.Gold();
  size_t gaps = 0;
  for (const bool must : {true, false}) {
    for (const GoldEntry& entry : Entries(gold, must ? "must" : "must-not")) {
      for (const GoldPlace& place : entry.places) corpus.ExpectThere(place);
      const bool met = corpus.Says(entry) == must;
      const std::string where =
          std::string(GetParam()) + "/gold.yaml:" + std::to_string(entry.line);
      if (entry.gap.empty()) {
        EXPECT_TRUE(met) << where << (must ? ": missing: " : ": false alarm: ") << entry.why;
      } else {
        ++gaps;
        if (met)
          std::cout << where << ": the gap has closed, take the mark away: " << entry.why << '\n';
      }
    }
  }
  RecordProperty("gaps", static_cast<int>(gaps));
}

INSTANTIATE_TEST_SUITE_P(All, CorpusTest,
                         ::testing::Values("chip-export-controls", "brightwater-results",
                                           "lowmouth-ferry"),
                         [](const auto& test) {
                           std::string name = test.param;
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace crosscheck
