#include "core/check/synthetic.h"

#include <array>
#include <charconv>
#include <map>

#include "core/base/unicode.h"

namespace crosscheck {

const std::vector<std::string>& SyntheticKeys() {
  static const std::vector<std::string> kKeys = {
      "as",        "from",     "document", "publisher",  "published", "entity",
      "predicate", "object",   "figure",   "unit",       "time",      "place",
      "polarity",  "modality", "speaker",  "quantifier", "source"};
  return kKeys;
}

namespace {

constexpr std::array kModalities = {
    Modality::kQuestioned, Modality::kHypothetical, Modality::kConditional,
    Modality::kBelieved,   Modality::kHedged,       Modality::kPlanned,
    Modality::kForecast,   Modality::kObliged,      Modality::kAsserted};

// Writes the claims of one document: text first, then the parts over it.
class Writer {
 public:
  Writer(std::string_view path, Diagnostics* diagnostics)
      : path_(path), diagnostics_(diagnostics) {}

  void Add(const YamlNode& node) {
    CheckKeys(node, SyntheticKeys(), path_, diagnostics_);
    Reading& r = made_->reading;
    Claim claim;
    claim.sentence = static_cast<uint32_t>(r.analysis.sentences.size());
    const uint32_t start = static_cast<uint32_t>(text_.size());
    if (const std::string who = node.Text("speaker"); !who.empty()) AddSpeaker(who, &claim);
    claim.subject = AddArgument(node.Text("entity"));
    claim.relation = node.Text("predicate");
    claim.predicate = Append(claim.relation);
    if (!node.Text("object").empty()) claim.object = AddArgument(node.Text("object"));
    if (!node.Text("figure").empty()) claim.figure = AddFigure(node, *node.Find("figure"));
    if (!node.Text("time").empty()) claim.time = AddTime(*node.Find("time"));
    if (!node.Text("place").empty()) claim.place = AddArgument(node.Text("place"));
    claim.polarity = node.Text("polarity") == "denied" ? Polarity::kDenied : Polarity::kAffirmed;
    claim.quantifier = node.Text("quantifier");
    for (const Modality m : kModalities) {
      if (ToString(m) == node.Text("modality")) claim.modality = m;
    }
    claim.range = {start, static_cast<uint32_t>(text_.size())};
    AddSentence(claim.range);
    Mark(node.Text("as"), claim);
    text_ += ".\n";
    r.claims.push_back(std::move(claim));
  }

  std::unique_ptr<SyntheticReading> Finish(const std::string& name, const YamlNode& first,
                                           Side side) {
    Metadata metadata;
    metadata.id = name;
    metadata.publisher = first.Text("publisher");
    metadata.date = ParseIsoDate(first.Text("published"));
    std::vector<Block> blocks = {{.range = {0, static_cast<uint32_t>(text_.size())}}};
    made_->document = std::make_unique<Document>(text_, std::move(metadata), std::move(blocks));
    made_->reading.document = made_->document.get();
    made_->reading.analysis.document = made_->document.get();
    made_->side = side;
    return std::move(made_);
  }

 private:
  TextRange Append(const std::string& words) {
    if (!text_.empty() && text_.back() != '\n') text_ += ' ';
    const uint32_t start = static_cast<uint32_t>(text_.size());
    text_ += words;
    const TextRange range{start, static_cast<uint32_t>(text_.size())};
    Analysis& a = made_->reading.analysis;
    Token token;
    token.range = range;
    token.form = a.words.Intern(words);
    token.lower = token.lemma = a.words.Intern(FoldKey(words));
    token.sentence = static_cast<uint32_t>(a.sentences.size());
    token.upos = Upos::kPropn;
    a.tokens.push_back(token);
    return range;
  }

  Argument AddArgument(const std::string& words) {
    Argument argument;
    argument.range = Append(words);
    argument.key = FoldKey(words);
    std::vector<Entity>& entities = made_->reading.entities;
    for (size_t e = 0; e < entities.size(); ++e) {
      if (entities[e].key == argument.key) argument.entity = static_cast<int32_t>(e);
    }
    const uint32_t token = static_cast<uint32_t>(made_->reading.analysis.tokens.size() - 1);
    if (argument.entity < 0) {
      argument.entity = static_cast<int32_t>(entities.size());
      Entity entity;
      entity.name = words;
      entity.key = argument.key;
      entities.push_back(std::move(entity));
    }
    entities[static_cast<size_t>(argument.entity)].mentions.push_back(
        {argument.range, token, token + 1, static_cast<int32_t>(token)});
    return argument;
  }

  void AddSpeaker(const std::string& who, Claim* claim) {
    const Argument speaker = AddArgument(who);
    Attribution attribution;
    attribution.source = {speaker.range};
    attribution.cue = {Append("says")};
    attribution.entity = speaker.entity;
    claim->speakers.push_back(static_cast<int32_t>(made_->reading.attributions.size()));
    made_->reading.attributions.push_back(std::move(attribution));
  }

  int32_t AddFigure(const YamlNode& node, const YamlNode& value) {
    Figure figure;
    const uint32_t first = static_cast<uint32_t>(made_->reading.analysis.tokens.size());
    const std::string unit = node.Text("unit");
    figure.range = Append(value.text + (unit.empty() ? "" : " " + unit));
    figure.number = {figure.range.start,
                     figure.range.start + static_cast<uint32_t>(value.text.size())};
    figure.first = first;
    figure.last = first + 1;
    double number = 0.0;
    const char* end = value.text.data() + value.text.size();
    const bool percent = value.text.ends_with('%');
    const auto [stop, error] = std::from_chars(value.text.data(), end - (percent ? 1 : 0), number);
    if (error != std::errc() || stop != end - (percent ? 1 : 0)) {
      diagnostics_->push_back(
          {DiagnosticLevel::kError, "rule.claims", std::string(path_), value.line, value.column,
           "a figure in `claims` must be a plain number, with its unit in `unit`", ""});
    }
    figure.value = number;
    figure.logical = figure.implied = {number, number};
    figure.unit = percent ? "%" : unit;
    figure.kind = percent ? FigureKind::kPercent : FigureKind::kCardinal;
    const bool money = unit.size() == 3 &&
                       unit.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
    figure.dimension = percent        ? "share"
                       : unit.empty() ? "count"
                       : money        ? "money:" + unit
                                      : "unit:" + unit;
    made_->reading.figures.push_back(std::move(figure));
    return static_cast<int32_t>(made_->reading.figures.size() - 1);
  }

  // "2024", "2024-05", "2024-05-03", or two of them with a slash: from / to.
  std::optional<DayInterval> Days(std::string_view text) {
    const size_t slash = text.find('/');
    if (slash != std::string_view::npos) {
      const auto from = Days(text.substr(0, slash)), to = Days(text.substr(slash + 1));
      if (!from || !to) return std::nullopt;
      return DayInterval{from->start, to->end};
    }
    std::string day(text);
    if (text.size() == 4)
      day += "-01-01";
    else if (text.size() == 7)
      day += "-01";
    const std::optional<Date> date = ParseIsoDate(day);
    if (!date) return std::nullopt;
    Date next = *date;
    if (text.size() == 4)
      ++next.year;
    else if (text.size() == 7)
      next = next.month == 12 ? Date{next.year + 1, 1, 1} : Date{next.year, next.month + 1, 1};
    const int64_t start = DaysFromCivil(*date);
    return DayInterval{start, text.size() == 10 ? start + 1 : DaysFromCivil(next)};
  }

  int32_t AddTime(const YamlNode& value) {
    const std::optional<DayInterval> days = Days(value.text);
    if (!days) {
      diagnostics_->push_back({DiagnosticLevel::kError, "rule.claims", std::string(path_),
                               value.line, value.column, "'" + value.text + "' is no time",
                               "write 2024, 2024-05, 2024-05-03 or 2019/2023"});
      return -1;
    }
    TimeExpression time;
    time.first = static_cast<uint32_t>(made_->reading.analysis.tokens.size());
    time.last = time.first + 1;
    time.range = Append(value.text);
    time.value = value.text;
    time.days = *days;
    time.granularity = value.text.size() == 4   ? Granularity::kYear
                       : value.text.size() == 7 ? Granularity::kMonth
                                                : Granularity::kDay;
    made_->reading.times.push_back(std::move(time));
    return static_cast<int32_t>(made_->reading.times.size() - 1);
  }

  void AddSentence(TextRange range) {
    Analysis& a = made_->reading.analysis;
    Sentence sentence;
    sentence.range = range;
    sentence.first = a.sentences.empty() ? 0 : a.sentences.back().last;
    sentence.last = static_cast<uint32_t>(a.tokens.size());
    a.sentences.push_back(sentence);
  }

  // `as: a.object` marks the object, `as: a` the whole claim.
  void Mark(const std::string& as, const Claim& claim) {
    if (as.empty()) return;
    TextRange range = claim.range;
    if (as.ends_with(".object")) range = claim.object.range;
    if (as.ends_with(".figure") && claim.figure >= 0)
      range = made_->reading.figures[static_cast<size_t>(claim.figure)].range;
    made_->marks.emplace_back(as, range);
  }

  std::string_view path_;
  Diagnostics* diagnostics_;
  std::string text_;
  std::unique_ptr<SyntheticReading> made_ = std::make_unique<SyntheticReading>();
};

}  // namespace

std::vector<std::unique_ptr<SyntheticReading>> MakeReadings(const std::vector<YamlNode>& claims,
                                                            std::string_view path,
                                                            Diagnostics* diagnostics) {
  std::map<std::pair<int, std::string>, std::vector<const YamlNode*>> documents;
  for (const YamlNode& node : claims) {
    const std::string from = node.Text("from", "source");
    if (from != "draft" && from != "source") {
      diagnostics->push_back({DiagnosticLevel::kError, "rule.claims", std::string(path), node.line,
                              node.column, "'from' must be draft or source", ""});
    }
    documents[{from == "draft" ? 0 : 1, node.Text("document", from)}].push_back(&node);
  }
  std::vector<std::unique_ptr<SyntheticReading>> readings;
  for (const auto& [key, nodes] : documents) {
    Writer writer(path, diagnostics);
    for (const YamlNode* node : nodes) writer.Add(*node);
    readings.push_back(
        writer.Finish(key.second, *nodes.front(), key.first == 0 ? Side::kDraft : Side::kSource));
  }
  return readings;
}

}  // namespace crosscheck
