#ifndef CROSSCHECK_CORE_REPORT_JSON_WRITER_H_
#define CROSSCHECK_CORE_REPORT_JSON_WRITER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text_range.h"

namespace crosscheck {

// Writes JSON in one pass, in the order of the calls, the same bytes every time:
// numbers in their shortest form whatever the locale, invalid UTF-8 replaced.
// Calls must nest as JSON does; commas are the writer's business. `indent` 0
// gives one line (for JSON lines), else one member a line.
class JsonWriter {
 public:
  explicit JsonWriter(int indent = 0) : indent_(indent) {}

  void BeginObject() { Open('{'); }
  void EndObject() { Close('}'); }
  void BeginArray() { Open('['); }
  void EndArray() { Close(']'); }
  void Key(std::string_view name);

  void String(std::string_view text);
  void Number(double value);
  void Integer(int64_t value);
  void Bool(bool value);
  void Null();
  // JSON that was written elsewhere.
  void Raw(std::string_view json);

  // A member of an object: its name and its value.
  void Member(std::string_view name, std::string_view text) { Key(name), String(text); }
  void Member(std::string_view name, const char* text) { Key(name), String(text); }
  void Member(std::string_view name, bool value) { Key(name), Bool(value); }
  void Member(std::string_view name, double value) { Key(name), Number(value); }
  void Member(std::string_view name, int64_t value) { Key(name), Integer(value); }
  void Member(std::string_view name, const std::optional<double>& value);
  // "start" and "end".
  void Range(TextRange range);
  // [start, end]
  void Pair(TextRange range);

  const std::string& text() const { return out_; }

 private:
  void Open(char bracket);
  void Close(char bracket);
  void BeforeValue();
  void NewLine();

  struct Level {
    bool empty = true;
  };
  std::string out_;
  std::vector<Level> levels_;
  bool after_key_ = false;
  int indent_;
};

// `text` as a JSON string with its quotation marks.
std::string JsonString(std::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_REPORT_JSON_WRITER_H_
