#include "core/language/language_id.h"

#include <gtest/gtest.h>

#include "core/base/unicode.h"
#include "core/language/sentence_splitter.h"
#include "core/language/tokenizer.h"

namespace crosscheck {
namespace {

constexpr const char* kLexicon = CROSSCHECK_SOURCE_DIR "/rules/lexicon";

// One letter a sentence: "f" foreign, "e" not.
std::string Marks(std::string_view text) {
  static const auto* splitter = new Result<SentenceSplitter>(SentenceSplitter::Load(kLexicon));
  static const auto* tokenizer = new Result<Tokenizer>(Tokenizer::Load(kLexicon));
  static const auto* languages = new Result<LanguageId>(LanguageId::Load(kLexicon));
  if (!splitter->ok() || !tokenizer->ok() || !languages->ok()) {
    ADD_FAILURE() << (languages->ok() ? "lexicon" : languages->error().message);
    return "";
  }
  const auto size = static_cast<uint32_t>(text.size());
  const Document document(std::string(text), {}, {Block{.range = {0, size}}});
  Analysis analysis;
  analysis.document = &document;
  for (const TextRange range : (**splitter).Split(document.text(), {0, size})) {
    Sentence sentence;
    sentence.range = range;
    sentence.first = static_cast<uint32_t>(analysis.tokens.size());
    for (const TextRange word : (**tokenizer).Tokenize(document.text(), range)) {
      Token token;
      token.range = word;
      token.form = analysis.words.Intern(word.In(text));
      token.lower = analysis.words.Intern(ToLower(word.In(text)));
      analysis.tokens.push_back(token);
    }
    sentence.last = static_cast<uint32_t>(analysis.tokens.size());
    analysis.sentences.push_back(sentence);
  }
  (**languages).Mark(&analysis);
  std::string marks;
  for (const Sentence& sentence : analysis.sentences) marks += sentence.foreign ? 'f' : 'e';
  return marks;
}

TEST(LanguageId, OtherLanguages) {
  for (const char* text :
       {"Der Minister hat das am Montag nicht gesagt.",
        "Le ministre ne l'a pas dit dans cette ville.",
        "El ministro no lo dijo en la ciudad, pero está contento.",
        "Il ministro non è più nella città, ma il governo resta.",
        "O ministro não está mais em casa, mas a sua filha está.",
        "De minister heeft het niet gezegd, maar hij wordt ook gevraagd.",
        "Ministern är inte på plats och det är inte bra.",
        "Ministern sade att bron inte kommer att öppnas i dag.",
        "Köprü yarın açılmayacağını söyledi", "Brúin verður ekki opnuð á morgun",
        "Minister nie jest już w mieście, ale się nie martwi.",
        "Bakan bu konuda çok konuştu ama bir şey değil.", "Министр не сказал этого.",
        "大臣はそれを言わなかった。", "الوزير لم يقل ذلك"}) {
    EXPECT_EQ(Marks(text), "f") << text;
  }
}

TEST(LanguageId, EnglishStaysEnglish) {
  for (const char* text : {"Acme to buy Globex",
                           "Prices fell.",
                           "PRICES FALL AGAIN",
                           "Berg, Holt, Lee, Kim",
                           "Jo de la Cruz met Ann van der Berg.",
                           "Ludwig van Beethoven",
                           "Los Angeles, San José, El Paso, La Paz",
                           "Les Amants opens in Paris",
                           "The paper Die Zeit and the weekly Le Point said so.",
                           "He said “c'est la vie” and left.",
                           "Real Madrid beat Paris Saint-Germain",
                           "µ, σ and λ are letters.",
                           "The Σ of all parts.",
                           "Tokyo (東京) is big.",
                           "Yes.",
                           "5 + 3 = 8",
                           "x y z w",
                           "Et tu?",
                           "Crème brûlée tasting tonight",
                           "i think Öland wins",
                           "Sebastián Piñera, José Muñoz, Fernández",
                           "Deutsche Bank, Crédit Agricole y Banco Santander",
                           "Mon. to Fri. 9 - 5"}) {
    EXPECT_EQ(Marks(text).find('f'), std::string::npos) << text;
  }
}

TEST(LanguageId, WhatSaysNothingGoesWithItsBlock) {
  EXPECT_EQ(Marks("Guten Tag! Wir sind nicht hier und das ist auch gut."), "ff");
  EXPECT_EQ(Marks("Good day! We are here. Wir sind nicht hier und das ist auch gut. Danke!"),
            "eefe");
}

}  // namespace
}  // namespace crosscheck
