#include "core/report/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>

#include "core/base/unicode.h"

namespace crosscheck {
namespace {

constexpr double kMostExactInteger = 1e15;

void AppendEscaped(std::string_view text, std::string* out) {
  constexpr std::string_view kHex = "0123456789abcdef";
  *out += '"';
  for (uint32_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x80) {
      const CodePoint c = CodePointAt(text, i);
      AppendUtf8(c.value, out);
      i += c.size;
      continue;
    }
    if (byte == '"' || byte == '\\') {
      *out += '\\';
      *out += text[i];
    } else if (byte == '\n') {
      *out += "\\n";
    } else if (byte == '\t') {
      *out += "\\t";
    } else if (byte == '\r') {
      *out += "\\r";
    } else if (byte < 0x20 || byte == 0x7F) {
      *out += "\\u00";
      *out += kHex[byte >> 4];
      *out += kHex[byte & 15];
    } else {
      *out += text[i];
    }
    ++i;
  }
  *out += '"';
}

}  // namespace

void JsonWriter::NewLine() {
  if (indent_ == 0) return;
  out_ += '\n';
  out_.append(levels_.size() * static_cast<size_t>(indent_), ' ');
}

void JsonWriter::BeforeValue() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (levels_.empty()) return;
  if (!levels_.back().empty) out_ += indent_ == 0 ? ", " : ",";
  levels_.back().empty = false;
  NewLine();
}

void JsonWriter::Open(char bracket) {
  BeforeValue();
  out_ += bracket;
  levels_.push_back({});
}

void JsonWriter::Close(char bracket) {
  const bool empty = levels_.back().empty;
  levels_.pop_back();
  if (!empty) NewLine();
  out_ += bracket;
}

void JsonWriter::Key(std::string_view name) {
  BeforeValue();
  AppendEscaped(name, &out_);
  out_ += ": ";
  after_key_ = true;
}

void JsonWriter::String(std::string_view text) {
  BeforeValue();
  AppendEscaped(text, &out_);
}

void JsonWriter::Number(double value) {
  if (!std::isfinite(value)) {
    Null();
  } else if (std::floor(value) == value && std::abs(value) < kMostExactInteger) {
    Integer(static_cast<int64_t>(value));
  } else {
    BeforeValue();
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out_.append(digits.data(), end);
  }
}

void JsonWriter::Integer(int64_t value) {
  BeforeValue();
  out_ += std::to_string(value);
}

void JsonWriter::Bool(bool value) { Raw(value ? "true" : "false"); }
void JsonWriter::Null() { Raw("null"); }

void JsonWriter::Raw(std::string_view json) {
  BeforeValue();
  out_ += json;
}

void JsonWriter::Member(std::string_view name, const std::optional<double>& value) {
  Key(name);
  value ? Number(*value) : Null();
}

void JsonWriter::Range(TextRange range) {
  Member("start", static_cast<int64_t>(range.start));
  Member("end", static_cast<int64_t>(range.end));
}

void JsonWriter::Pair(TextRange range) {
  // On one line even where the rest is indented: pairs come by the hundred.
  Raw("[" + std::to_string(range.start) + ", " + std::to_string(range.end) + "]");
}

std::string JsonString(std::string_view text) {
  std::string out;
  AppendEscaped(text, &out);
  return out;
}

}  // namespace crosscheck
