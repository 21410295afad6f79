#!/usr/bin/env python3
"""Makes drafts with one known error each from articles, for measuring `crosscheck judge`.

    mutate.py ARTICLES… [--seed 1] [--per-kind 1] > drafts.jsonl

ARTICLES are .jsonl files with a "text" each, or folders of .txt files that tell one event.
A line of the output is a request of `judge` with what was done to it:

    {"id", "kind", "draft", "sources": […], "mutated": [start, end], "before", "after", "unchanged"}

`kind` is one of KINDS below or "untouched"; `mutated` is the byte range of the draft's sentence that
holds the error; `unchanged` the share of the draft's words that stand in the same order in a source.

The source is never the untouched original alone: it is the article retold (retell: other order of
paragraphs, tags turned round, other verbs of saying, other typography) and, in a folder of one event,
the other outlets' articles too. The same seed gives the same bytes.
"""
import argparse
import difflib
import json
import pathlib
import random
import re
import sys

SAID = r"(?:said|says|added|noted|wrote|told reporters|argued|explained|insisted|warned)"
NAME = r"(?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w’'-]+"
QUOTE = re.compile(r"“([^“”]{25,})”")
BEGINS = r"(?:^|(?<=[.!?”] ))"  # a quotation that begins its sentence
TAG_AFTER = re.compile(rf"{BEGINS}(“[^“”]{{15,}}[,!?]”) ({NAME}) ({SAID})\.")
TAG_INVERTED = re.compile(rf"{BEGINS}(“[^“”]{{15,}}[,!?]”) ({SAID}) ({NAME})\.")
SPOKEN_AFTER = re.compile(rf"(“[^“”]{{15,}}[,!?]”) ({NAME}) (?={SAID}\b)")
SPOKEN_INVERTED = re.compile(rf"(“[^“”]{{15,}}[,!?]”) ({SAID}) ({NAME})(?=[.,;]| (?:of|in|at|on|who|to|as|after|during)\b)")
SHORTENED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Rep|Reps|Sen|Sens|Gov|Govs|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Cmdr|Pres|St|Ft|Mt|Jr|Sr"
                       r"|No|vs|Inc|Co|Corp|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)|\b[A-Z](?:\.[A-Z])*)\.$")
# what follows "said" is when, where or to whom he said it, not what
CIRCUMSTANCE = (r"(?!(?:in|on|at|during|to|from|over|inside|outside|into|by|with|without|of|about|around|through|before|after|since|until|"
                r"while|when|as|for|under|near|along|between|earlier|later|again|today|yesterday|last|next|\w+day)\b)")
INDIRECT = re.compile(rf"^({NAME}) (said|says|argued|insisted|claimed|told reporters) (?:that )?{CIRCUMSTANCE}([^“”]+)\.$")
STOP = {"The", "A", "An", "In", "On", "But", "And", "He", "She", "It", "They", "We", "I", "This", "That", "When", "As"}
RETOLD = {"said": "stated", "says": "said", "added": "said", "noted": "said", "told reporters": "said"}
NEGATABLE = re.compile(r"\b(is|are|was|were|will|would|can|could|should|have|has|had|must|did|do|does)\b(?! not|n[’'])")
NEGATED = re.compile(r" not\b|(?<=\w)n[’']t\b")
NUMBER = re.compile(r"(?<![\w.,])(\d{1,3}(?:,\d{3})+|\d+)(?![\w,]|\.\d)")


def curly(text):
    """Straight double marks as curly ones, by turns within a paragraph."""
    out, inside = [], False
    for char in text:
        if char == '"':
            out.append("”" if inside else "“")
            inside = not inside
        else:
            inside = {"“": True, "”": False, "\n": False}.get(char, inside)
            out.append(char)
    return "".join(out)


def paragraphs(text):
    return [line.strip() for line in curly(text).splitlines() if len(line.split()) > 3]


def sentences(paragraph):
    """A full stop behind a title, an initial or another abbreviation ends none: "said Rep. Jo Berg"."""
    parts = []
    for match in re.finditer(r".+?(?:[.!?]”?(?=\s+[“A-Z])|$)", paragraph):
        if parts and SHORTENED.search(parts[-1]):
            parts[-1] += match.group()
        else:
            parts.append(match.group())
    return [part.strip() for part in parts if part.strip()]


def balanced(paragraph):
    return paragraph.count("“") == paragraph.count("”")


# --- the retold source ---------------------------------------------------------------------------

def retell(paras, rng):
    """The same statements in other words around them; what stands in marks is untouched."""
    def turn(match):
        quote, name, verb = match.group(1), match.group(2), match.group(3)
        if name.split()[0] in STOP:
            return match.group()
        verb = RETOLD.get(verb, verb)
        return f"{name} {verb}: {quote[:-2]}.”" if quote[-2] == "," else f"{name} {verb}: {quote}"

    def turn_back(match):
        quote, verb, name = match.groups()
        shortened = SHORTENED.search(name + ".") or name.split()[0] in STOP  # "said Rep." goes on
        return match.group() if shortened else f"{quote} {name} {RETOLD.get(verb, verb)}."

    told = []
    for para in paras:
        para = TAG_AFTER.sub(turn, para)
        para = TAG_INVERTED.sub(turn_back, para)
        para = re.sub(r"\b(on|On) (Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b,? ?", "", para) if rng.random() < 0.3 else para
        told.append(para)
    blocks = [told[at:at + 3] for at in range(0, len(told), 3)]  # a quotation stays near its tag
    rng.shuffle(blocks)
    text = "\n\n".join(para for block in blocks for para in block)
    return text.replace("“", '"').replace("”", '"').replace("’", "'")


# --- the mutations: each gives (sentence before, sentence after) or None --------------------------------

def words_in_marks(sentence):
    match = QUOTE.search(sentence)
    return match.span(1) if match else None


def in_marks(sentence, change):
    span = words_in_marks(sentence)
    if not span:
        return None
    after = change(sentence[span[0]:span[1]])
    return sentence[:span[0]] + after + sentence[span[1]:] if after else None


def change_word(sentence, pool, rng):
    def change(words):
        places = [m for m in re.finditer(r"\b[a-z]{5,}\b", words)]
        if not places:
            return None
        at = rng.choice(places)
        ending = next((e for e in ("ing", "ed", "ly", "s") if at.group().endswith(e)), "")
        fitting = [w for w in pool if w != at.group() and w.endswith(ending) and w not in words and abs(len(w) - len(at.group())) < 4]
        return words[:at.start()] + rng.choice(fitting) + words[at.end():] if fitting else None
    return in_marks(sentence, change)


def change_number(sentence, pool, rng):
    def change(words):
        at = NUMBER.search(words)
        if not at:
            return None
        value = int(at.group().replace(",", ""))
        other = value + rng.choice([1, 2, 3, 5]) * max(1, 10 ** (len(str(value)) - 1))
        return words[:at.start()] + (f"{other:,}" if "," in at.group() else str(other)) + words[at.end():]
    return in_marks(sentence, change)


def change_not(sentence, pool, rng):
    def change(words):
        at = NEGATED.search(words)
        if at:
            return words[:at.start()] + words[at.end():]
        at = NEGATABLE.search(words)
        return words[:at.end()] + " not" + words[at.end():] if at else None
    return in_marks(sentence, change)


def splice(sentence, others, rng):
    span = words_in_marks(sentence)
    tails = [m.group(1) for other in others if other != sentence for m in QUOTE.finditer(other) if len(m.group(1).split()) >= 10]
    if not span or not tails or len(sentence[span[0]:span[1]].split()) < 10:
        return None
    first, second = sentence[span[0]:span[1]].split(), rng.choice(tails).split()
    return sentence[:span[0]] + " ".join(first[:len(first) // 2] + second[len(second) // 2:]) + sentence[span[1]:]


def swap_speaker(sentence, names, rng):
    for pattern, group in ((SPOKEN_AFTER, 2), (SPOKEN_INVERTED, 3)):
        match = pattern.search(sentence)
        if match and match.group(group).split()[0] not in STOP and not match.group(group).endswith("."):
            rivals = [n for n in names if not set(n.split()) & set(match.group(group).split())]
            if rivals:
                return sentence[:match.start(group)] + rng.choice(rivals) + sentence[match.end(group):]
    return None


def take_out(sentence, names, rng):
    match = INDIRECT.match(sentence)
    if not match or match.group(1).split()[0] in STOP or len(match.group(3).split()) < 6 or "''" in sentence:
        return None
    claim = match.group(3)
    if re.match(r"(he|she|they|it|his|her|their|we|i)\b", claim):
        return None
    return claim[0].upper() + claim[1:] + "."


def swap_words(pairs):
    def change(sentence, names, rng):
        for before, after in pairs:
            if re.search(rf"\b{before}\b", sentence):
                return re.sub(rf"\b{before}\b", after, sentence, count=1)
        return None
    return change


KINDS = {
    "quote-word": change_word, "quote-number": change_number, "quote-not": change_not, "quote-splice": splice,
    "speaker": swap_speaker, "attribution-lost": take_out,
    "denied-confirmed": swap_words([("denied", "confirmed"), ("denies", "confirms"), ("deny", "confirm")]),
    "may-will": swap_words([("may", "will"), ("might", "will"), ("could", "will")]),
}


# --- drafts -----------------------------------------------------------------------------------------

def unchanged(draft, sources):
    words = draft.split()
    best = 0.0
    for source in sources:
        blocks = difflib.SequenceMatcher(None, words, curly(source).split(), autojunk=False).get_matching_blocks()
        best = max(best, sum(b.size for b in blocks if b.size > 2) / max(1, len(words)))
    return round(best, 3)


def drafts_of(name, text, others, rng, per_kind):
    paras = [p for p in paragraphs(text) if balanced(p)][:40]
    if len(paras) < 6:
        return
    told = [s for p in paras for s in sentences(p)]
    speakers = sorted({m.group(g) for p in paras for r, g in ((SPOKEN_AFTER, 2), (SPOKEN_INVERTED, 3)) for m in r.finditer(p)
                       if m.group(g).split()[0] not in STOP})
    pool = sorted({w for s in told for m in QUOTE.finditer(s) for w in re.findall(r"\b[a-z]{5,}\b", m.group(1))})
    sources = [retell(paras, rng)] + others

    def record(kind, at, number, before, after):
        chosen = sorted(set([at]) | set(rng.sample(range(len(paras)), min(4, len(paras)))))
        parts = [paras[i].replace(before, after, 1) if i == at else paras[i] for i in chosen]
        draft = "\n\n".join(parts)
        start = len(draft[:draft.find(after)].encode()) if after else 0
        return {"id": f"{name}:{kind}:{number}", "kind": kind, "draft": draft, "sources": sources,
                "mutated": [start, start + len(after.encode())], "before": before, "after": after,
                "unchanged": unchanged(draft, sources)}

    for kind, mutate in KINDS.items():
        given = {"quote-word": pool, "quote-splice": told, "speaker": speakers}.get(kind, speakers)
        options = []
        for at, para in enumerate(paras):
            for sentence in sentences(para):
                after = mutate(sentence, given, rng)
                if after and after != sentence:
                    options.append((at, sentence, after))
        for number, (at, before, after) in enumerate(rng.sample(options, min(per_kind, len(options)))):
            yield record(kind, at, number, before, after)
    yield record("untouched", rng.randrange(len(paras)), 0, "", "")


def articles(path):
    """(name, text, other tellings of the same event)"""
    path = pathlib.Path(path)
    if path.is_dir():
        texts = {p.stem: p.read_text(encoding="utf-8").split("\n", 2)[-1] for p in sorted(path.glob("*.txt"))}
        for stem, text in texts.items():
            yield f"{path.name}/{stem}", text, [other for name, other in texts.items() if name != stem]
        for folder in sorted(p for p in path.iterdir() if p.is_dir()):
            yield from articles(folder)
        return
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            yield str(item.get("id", "")), item["text"], []


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-kind", type=int, default=1)
    parser.add_argument("--limit", type=int, default=0, help="articles to read, spread evenly; 0 = all")
    options = parser.parse_args()
    told = [article for path in options.articles for article in articles(path)]
    step = max(1, len(told) // options.limit) if options.limit else 1
    for number, (name, text, others) in enumerate(told[::step]):
        rng = random.Random(f"{options.seed}:{number}:{name}")
        for record in drafts_of(name, text, others, rng, options.per_kind):
            sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
