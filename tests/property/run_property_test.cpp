// What must not change the outcome of a run, and what must always hold of it.

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include "core/pipeline/run.h"

namespace crosscheck {
namespace {
namespace fs = std::filesystem;
using Outcome = crosscheck::Run;  // inside a test, "Run" is GoogleTest's own

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

const Format& JsonFormat() { return *std::ranges::find(Formats(), "json", &Format::name); }

std::string Folder(const std::string& name) {
  return (fs::path(CROSSCHECK_SOURCE_DIR) / "corpus" / name).string();
}

std::vector<std::string> Texts(const std::string& name) {
  std::vector<std::string> paths;
  for (const auto& entry : fs::directory_iterator(Folder(name))) {
    if (entry.path().extension() != ".yaml") paths.push_back(entry.path().string());
  }
  std::ranges::sort(paths);
  return paths;
}

Outcome Audit(std::vector<std::string> paths, unsigned threads = 1) {
  RunOptions options;
  options.audit = true;
  options.drafts = std::move(paths);
  options.threads = threads;
  std::istringstream none;
  auto run = RunCheck(SharedSession(), options, none);
  CROSSCHECK_CHECK(run.ok());
  return *std::move(run);
}

// A folder of its own for a test's files, removed afterwards.
class TemporaryFolder {
 public:
  TemporaryFolder()
      : path_(fs::temp_directory_path() / ("crosscheck-property-" + std::to_string(getpid()))) {
    fs::create_directories(path_);
  }
  ~TemporaryFolder() { fs::remove_all(path_); }

  std::string Add(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name) << text;
    return (path_ / name).string();
  }

 private:
  fs::path path_;
};

class RunProperty : public ::testing::TestWithParam<const char*> {};

TEST_P(RunProperty, OrderOfFilesChangesNothing) {
  std::vector<std::string> paths = Texts(GetParam());
  const std::string sorted = JsonFormat().write(Audit(paths).report, {});
  std::ranges::reverse(paths);
  EXPECT_EQ(JsonFormat().write(Audit(paths).report, {}), sorted);
  std::ranges::rotate(paths, paths.begin() + 1);
  EXPECT_EQ(JsonFormat().write(Audit(paths).report, {}), sorted);
}

TEST_P(RunProperty, NumberOfThreadsChangesNothing) {
  const std::string one = JsonFormat().write(Audit({Folder(GetParam())}, 1).report, {});
  EXPECT_EQ(JsonFormat().write(Audit({Folder(GetParam())}, 4).report, {}), one);
}

TEST_P(RunProperty, NamingAFileTwiceChangesNothing) {
  std::vector<std::string> paths = Texts(GetParam());
  const std::string once = JsonFormat().write(Audit(paths).report, {});
  paths.push_back(paths.front());
  EXPECT_EQ(JsonFormat().write(Audit(paths).report, {}), once);
}

TEST_P(RunProperty, UnrelatedTextChangesNothingBetweenTheOthers) {
  const TemporaryFolder folder;
  std::vector<std::string> paths = Texts(GetParam());
  const Outcome before = Audit(paths);
  paths.push_back(folder.Add("zz-unrelated.txt",
                             "The garden club meets in the old library. Roses like a dry wall."));
  const Outcome after = Audit(paths);
  // Words are weighed by how common they are, so hints and notes may move.
  const auto counts = [](const Finding& f) {
    return f.kind == FindingKind::kContradiction || f.kind == FindingKind::kTension;
  };
  std::vector<std::string> ids_before, ids_after;
  for (const Finding& finding : before.all_findings) {
    if (counts(finding)) ids_before.push_back(finding.id);
  }
  uint32_t unrelated = 0;
  while (after.report.names.Name(unrelated) != paths.back()) ++unrelated;
  for (const Finding& finding : after.all_findings) {
    const bool about = std::ranges::any_of(finding.labels,
                                           [&](const Label& l) { return l.document == unrelated; });
    if (!about && counts(finding)) ids_after.push_back(finding.id);
  }
  EXPECT_EQ(ids_after, ids_before);
}

TEST_P(RunProperty, LabelsLieInTheirTextsOnCharacterBorders) {
  const Outcome run = Audit({Folder(GetParam())});
  for (const Finding& finding : run.all_findings) {
    EXPECT_FALSE(finding.labels.empty()) << finding.rule;
    for (const Label& label : finding.labels) {
      const std::string_view text = run.graph->reading(label.document).document->text();
      ASSERT_LE(label.range.end, text.size());
      ASSERT_LT(label.range.start, label.range.end) << finding.rule << ": " << finding.message;
      EXPECT_EQ(label.range.In(text), label.text) << finding.rule;
      const bool inside = label.range.end < text.size() &&
                          (static_cast<unsigned char>(text[label.range.end]) & 0xC0) == 0x80;
      EXPECT_FALSE(inside);
    }
  }
}

TEST_P(RunProperty, TokensRebuildTheText) {
  const Outcome run = Audit({Folder(GetParam())});
  for (const SharedReading& shared : run.readings) {
    const Analysis& analysis = shared->reading.analysis;
    uint32_t at = 0;
    for (const Token& token : analysis.tokens) {
      ASSERT_LE(at, token.range.start);
      const std::string_view between = analysis.text().substr(at, token.range.start - at);
      EXPECT_EQ(between.find_first_not_of(" \t\r\n\xC2\xA0"), std::string_view::npos)
          << "\"" << between << "\"";
      at = token.range.end;
    }
    for (const Claim& claim : shared->reading.claims) {
      EXPECT_FALSE(claim.range.empty());
      EXPECT_LE(claim.range.end, analysis.text().size());
    }
  }
}

TEST(RunCheck, EveryFormatPrintsEveryCorpus) {
  for (const char* name : {"chip-export-controls", "brightwater-results", "lowmouth-ferry"}) {
    const Outcome run = Audit({Folder(name)});
    for (const Format& format : Formats()) {
      const std::string text = format.write(run.report, {});
      EXPECT_FALSE(text.empty() && !run.report.findings.empty() && format.name != "github")
          << format.name;
      EXPECT_EQ(format.write(run.report, {}), text) << format.name;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Corpora, RunProperty,
                         ::testing::Values("chip-export-controls", "brightwater-results",
                                           "lowmouth-ferry"),
                         [](const auto& test) {
                           std::string name = test.param;
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

TEST(RunCheck, BadInputIsARowAndHurtsNothingElse) {
  const TemporaryFolder folder;
  folder.Add("good.txt", "The mill closed in May 2024.");
  folder.Add("empty.txt", "");
  folder.Add("nul.txt", std::string("a\0b", 3));
  folder.Add("latin1.txt", "caf\xe9");
  folder.Add("scan.pdf", "%PDF-1.4");
  const std::string path =
      fs::path(folder.Add("long.txt", std::string(200'000, 'a'))).parent_path().string();
  const Outcome run = Audit({path});
  std::string rows;
  for (const ReportDocument& row : run.report.documents) {
    rows += fs::path(row.path).filename().string() + ": " +
            (row.reason.empty() ? "read" : row.reason) + "\n";
  }
  EXPECT_EQ(rows,
            "empty.txt: there is no text in it\ngood.txt: read\nlatin1.txt: not UTF-8: invalid "
            "byte at offset 3\n"
            "long.txt: read\nnul.txt: not a text: NUL byte at offset 1\nscan.pdf: no reader for "
            "this format\n");
  EXPECT_EQ(run.report.exit_code, kExitSkipped);
}

TEST(RunCheck, ANamedInputThatIsMissingEndsTheRun) {
  RunOptions options;
  options.audit = true;
  options.drafts = {"/no/such/file.txt"};
  std::istringstream none;
  const auto run = RunCheck(SharedSession(), options, none);
  ASSERT_FALSE(run.ok());
  EXPECT_EQ(run.error().message, "/no/such/file.txt: no such file or folder");
}

}  // namespace
}  // namespace crosscheck
