#include "core/pipeline/json_lines.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/base/nearest.h"
#include "core/document/reader.h"
#include "core/pipeline/run.h"
#include "core/pipeline/verdicts.h"
#include "core/report/finding_json.h"
#include "core/report/reading_json.h"

namespace crosscheck {
namespace {

using nlohmann::json;

constexpr size_t kMostLineBytes = 256u << 20;

LineAnswer Failure(std::string_view id, std::string_view message) {
  JsonWriter out;
  out.BeginObject();
  out.Key("id");
  out.Raw(id);
  out.Member("error", message);
  out.EndObject();
  return {out.text(), true};
}

// A request after parsing: the object, and its id as JSON.
struct Request {
  json object;
  std::string id = "null";
};

// What the library says, without its own prefix and with the column of the line.
std::string ParseMessage(const json::parse_error& error) {
  std::string_view what = error.what();
  if (const size_t at = what.find(": syntax error"); at != std::string_view::npos)
    what.remove_prefix(at + 2);
  return "not valid JSON at column " + std::to_string(error.byte) + ": " + std::string(what);
}

Result<Request> ParseRequest(std::string_view line) {
  if (line.size() > kMostLineBytes)
    return Error{"the line is longer than " + std::to_string(kMostLineBytes) + " bytes"};
  Request request;
  try {
    request.object = json::parse(line);
  } catch (const json::parse_error& error) {
    return Error{ParseMessage(error)};
  } catch (const json::exception& error) {
    return Error{std::string("not valid JSON: ") + error.what()};
  }
  if (!request.object.is_object()) return Error{"not a JSON object at column 1"};
  return request;
}

// The id of a request as JSON: a string or a number; null where it has none.
Status TakeId(Request* request) {
  const auto found = request->object.find("id");
  if (found == request->object.end()) return Error{"the required field \"id\" is missing"};
  if (found->is_string()) {
    request->id = JsonString(found->get_ref<const std::string&>());
  } else if (found->is_number() || found->is_null()) {
    request->id = found->dump();
  } else {
    return Error{"\"id\" must be a string or a number"};
  }
  return {};
}

// A string member; nothing where it is absent or null.
Result<std::optional<std::string>> StringMember(const json& object, const char* name,
                                                const std::string& place) {
  const auto found = object.find(name);
  if (found == object.end() || found->is_null()) return std::optional<std::string>();
  if (!found->is_string()) return Error{"\"" + place + name + "\" must be a string"};
  return std::optional<std::string>(found->get<std::string>());
}

// A text given as a string or as an object with "text", "date" and "publisher".
// `place` ("draft", "sources[2]") is for messages; "" for the request itself.
Result<Document> ReadGiven(const json& given, const std::string& place) {
  const std::string prefix = place.empty() ? "" : place + ".";
  std::string text;
  Metadata metadata;
  if (given.is_string()) {
    text = given.get<std::string>();
  } else if (given.is_object()) {
    auto member = StringMember(given, "text", prefix);
    if (!member) return member.error();
    if (!*member) return Error{"the required field \"" + prefix + "text\" is missing"};
    text = **member;
    auto date = StringMember(given, "date", prefix);
    if (!date) return date.error();
    if (*date) {
      metadata.date = ParseIsoDate(**date);
      if (!metadata.date)
        return Error{"\"" + prefix + "date\" is not a date such as 2025-05-27: \"" + **date + "\""};
    }
    auto publisher = StringMember(given, "publisher", prefix);
    if (!publisher) return publisher.error();
    metadata.publisher = (*publisher).value_or("");
  } else {
    return Error{"\"" + place + "\" must be a string or an object with \"text\""};
  }
  Diagnostics diagnostics;
  auto document = ReadDocument(text, std::move(metadata), kMostLineBytes, &diagnostics);
  if (!document)
    return Error{"\"" + (place.empty() ? "text" : place) + "\": " + document.error().message};
  return document;
}

struct JudgeInput {
  SharedReading draft;
  std::vector<SharedReading> sources;
  std::vector<std::string> names;  // of the documents: "draft", then the sources
};

Result<JudgeInput> ReadJudgeInput(const Session& session, const json& object) {
  const auto draft = object.find("draft");
  if (draft == object.end()) return Error{"the required field \"draft\" is missing"};
  const auto sources = object.find("sources");
  if (sources == object.end()) return Error{"the required field \"sources\" is missing"};
  if (!sources->is_array()) return Error{"\"sources\" must be an array"};
  JudgeInput input;
  auto document = ReadGiven(*draft, "draft");
  if (!document) return document.error();
  input.draft = session.Read(*std::move(document));
  input.names.push_back("draft");
  for (size_t i = 0; i < sources->size(); ++i) {
    const json& given = (*sources)[i];
    auto source = ReadGiven(given, "sources[" + std::to_string(i) + "]");
    if (!source) return source.error();
    std::string name = std::to_string(i);
    if (given.is_object() && given.contains("id")) {
      const json& id = given["id"];
      if (id.is_string()) {
        name = id.get<std::string>();
      } else if (id.is_number()) {
        name = id.dump();
      } else if (!id.is_null()) {
        return Error{"\"sources[" + name + "].id\" must be a string or a number"};
      }
    }
    input.names.push_back(std::move(name));
    input.sources.push_back(session.Read(*std::move(source)));
  }
  return input;
}

void WriteClaimVerdicts(const ClaimGraph& graph, const Judgement& judgement,
                        const DocumentNames& names, JsonWriter* out) {
  out->BeginArray();
  for (const ClaimVerdict& verdict : judgement.claims) {
    const ClaimNode& node = graph.node(verdict.claim);
    const TextRange range = graph.claim(verdict.claim).range;
    out->BeginObject();
    out->Range(names.InFile(node.document, range));
    out->Member("text", range.In(graph.reading(node.document).document->text()));
    out->Member("verdict", ToString(verdict.verdict));
    out->Key("evidence");
    WriteEvidence(verdict.evidence, names, out);
    out->EndObject();
  }
  out->EndArray();
}

std::string JudgeJson(const Session& session, const std::string& id, const JudgeInput& input) {
  std::vector<ClaimGraph::Input> inputs = {{&input.draft->reading, Side::kDraft}};
  for (const SharedReading& source : input.sources)
    inputs.push_back({&source->reading, Side::kSource});
  const ClaimGraph graph = ClaimGraph::Build(std::move(inputs), session.knowledge());
  Diagnostics diagnostics;
  const std::vector<Finding> findings = FindAll(session, graph, input.names, {}, &diagnostics);
  const Judgement judgement = Judge(graph, findings);
  const DocumentNames names = {&graph, input.names};
  JsonWriter out;
  out.BeginObject();
  out.Key("id");
  out.Raw(id);
  out.Member("verdict", DraftVerdictName(judgement.verdict));
  out.Member("suspicion", judgement.suspicion);
  out.Key("claims");
  WriteClaimVerdicts(graph, judgement, names, &out);
  out.Key("items");
  WriteItems(judgement.items, names, false, &out);
  out.Key("findings");
  WriteFindings(findings, names, true, &out);
  out.Key("unchecked");
  WriteUnchecked(judgement.unchecked, names, &out);
  out.EndObject();
  return out.text();
}

}  // namespace

Result<std::vector<std::string>> ParseLayers(std::string_view list) {
  std::vector<std::string> known;
  for (const ReadingLayer& layer : ReadingLayers()) known.emplace_back(layer.name);
  std::vector<std::string> layers;
  while (!list.empty()) {
    const size_t comma = std::min(list.find(','), list.size());
    std::string name(list.substr(0, comma));
    list.remove_prefix(std::min(comma + 1, list.size()));
    if (std::ranges::find(known, name) == known.end()) {
      const std::string nearest = Nearest(name, known);
      return Error{"there is no layer \"" + name + "\"" +
                   (nearest.empty() ? "" : "; did you mean \"" + nearest + "\"?")};
    }
    layers.push_back(std::move(name));
  }
  return layers;
}

LineAnswer AnalyzeLine(const Session& session, std::string_view line,
                       const std::vector<std::string>& layers) {
  auto request = ParseRequest(line);
  if (!request) return Failure("null", request.error().message);
  if (const Status id = TakeId(&*request); !id) return Failure("null", id.error().message);
  auto document = ReadGiven(request->object, "");
  if (!document) return Failure(request->id, document.error().message);
  const SharedReading reading = session.Read(*std::move(document));
  JsonWriter out;
  out.BeginObject();
  out.Key("id");
  out.Raw(request->id);
  for (const ReadingLayer& layer : ReadingLayers()) {
    if (!layers.empty() && std::ranges::find(layers, layer.name) == layers.end()) continue;
    out.Key(layer.name);
    layer.write(reading->reading, &out);
  }
  out.EndObject();
  return {out.text(), false};
}

LineAnswer JudgeLine(const Session& session, std::string_view line) {
  auto request = ParseRequest(line);
  if (!request) return Failure("null", request.error().message);
  if (const Status id = TakeId(&*request); !id) return Failure("null", id.error().message);
  auto input = ReadJudgeInput(session, request->object);
  if (!input) return Failure(request->id, input.error().message);
  return {JudgeJson(session, request->id, *input), false};
}

}  // namespace crosscheck
