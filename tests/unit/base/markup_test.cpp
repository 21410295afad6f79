#include "core/base/markup.h"

#include <gtest/gtest.h>

namespace crosscheck {
namespace {

TEST(Markup, EscapesWhatWouldEndTextOrAttribute) {
  EXPECT_EQ(EscapeMarkup("a<b> & \"c\" 'd'"), "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;");
  EXPECT_EQ(EscapeMarkup("Zürich\n\tx"), "Zürich\n\tx");
  EXPECT_EQ(EscapeMarkup(std::string_view("a\x01\x1f" "b", 4)), "a  b");
}

TEST(Markup, QuotesForYaml) {
  EXPECT_EQ(QuoteYaml("say \"no\" \\ twice\nor more\x02"), "\"say \\\"no\\\" \\\\ twice\\nor more\"");
}

}  // namespace
}  // namespace crosscheck
