#ifndef CROSSCHECK_CORE_DOCUMENT_READER_H_
#define CROSSCHECK_CORE_DOCUMENT_READER_H_

#include <span>
#include <string>
#include <string_view>

#include "core/base/diagnostic.h"
#include "core/base/result.h"
#include "core/document/document.h"

namespace crosscheck {

// A format of files that can be read. The table of readers is readers.def.
struct Reader {
  std::string_view name;                       // "txt", "md", "html"
  std::span<const std::string_view> suffixes;  // lower case, with the dot
  // Reads `bytes` (valid UTF-8, no NUL). What cannot be read is left out and
  // said in `diagnostics`; there is always a document, if need be an empty one.
  Document (*read)(std::string_view bytes, Metadata metadata, Diagnostics* diagnostics);
};

std::span<const Reader> Readers();

// Plain text: paragraphs, headings, lists, block quotations with a dash line,
// captions and page furniture are told apart by their shape.
Document ReadText(std::string_view bytes, Metadata metadata, Diagnostics* diagnostics);

// Markdown: CommonMark with tables; front matter gives title, date, publisher.
Document ReadMarkdown(std::string_view bytes, Metadata metadata, Diagnostics* diagnostics);

// HTML: blocks by element, furniture by element, role and class; metadata from
// the head. Entities are decoded, offsets stay those of the file.
Document ReadHtml(std::string_view bytes, Metadata metadata, Diagnostics* diagnostics);

// Reads any bytes as the format that `metadata.path` names (plain text where it
// names none). An error, for the whole document, where the bytes are no text:
// invalid UTF-8 (with the offset), NUL bytes, more than `max_bytes`.
Result<Document> ReadDocument(std::string_view bytes, Metadata metadata, size_t max_bytes,
                              Diagnostics* diagnostics);

}  // namespace crosscheck

#endif  // CROSSCHECK_CORE_DOCUMENT_READER_H_
