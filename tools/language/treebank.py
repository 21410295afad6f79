"""Reads the treebanks (CoNLL-U) and the name annotation (IOB2, GUM)."""

import re

NAME_TYPES = ("PER", "LOC", "ORG")
NAME_LABELS = ("O",) + tuple(
    f"{place}-{kind}" for kind in NAME_TYPES for place in "BILU")
MASKED = -100
GUM_TYPES = {"person": "PER", "place": "LOC", "organization": "ORG"}


class Sentence:
    """One sentence: parallel lists; heads are 1-based, 0 is the root."""

    __slots__ = ("document", "forms", "upos", "xpos", "heads", "deprels",
                 "names", "entities")

    def __init__(self, document):
        self.document = document
        self.forms, self.upos, self.xpos = [], [], []
        self.heads, self.deprels, self.entities = [], [], []
        self.names = None  # indices into NAME_LABELS or MASKED


def read_conllu(path):
    sentences, document, current = [], "", None
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id = "):
                document = line[len("# newdoc id = "):]
            if not line:
                if current and current.forms:
                    sentences.append(current)
                current = None
                continue
            if line.startswith("#"):
                continue
            columns = line.split("\t")
            if not columns[0].isdigit():
                continue  # multiword ranges and empty nodes
            if current is None:
                current = Sentence(document)
            current.forms.append(columns[1])
            current.upos.append(columns[3])
            current.xpos.append(columns[4])
            current.heads.append(int(columns[6]))
            current.deprels.append(columns[7])
            entity = [item[7:] for item in columns[9].split("|")
                      if item.startswith("Entity=")]
            current.entities.append(entity[0] if entity else "")
    if current and current.forms:
        sentences.append(current)
    return sentences


def bilou(size, spans):
    """Label indices of `spans` = (first, end, type) over `size` tokens."""
    labels = [0] * size
    for first, end, kind in spans:
        base = 1 + 4 * NAME_TYPES.index(kind)
        if end - first == 1:
            labels[first] = base + 3
            continue
        labels[first] = base
        labels[end - 1] = base + 2
        for i in range(first + 1, end - 1):
            labels[i] = base + 1
    return labels


def spans_of(labels):
    """Spans of BILOU label indices, repairing what does not fit together."""
    spans, start, open_kind = [], None, None
    for i, label in enumerate(list(labels) + [0]):
        kind, place = (None, None) if label <= 0 else divmod(label - 1, 4)
        if start is not None and (place not in (1, 2) or kind != open_kind):
            spans.append((start, i, NAME_TYPES[open_kind]))
            start = None
        if place is None:
            continue
        if start is None:
            start, open_kind = i, kind
        if place in (2, 3):
            spans.append((start, i + 1, NAME_TYPES[open_kind]))
            start = None
    return spans


def read_iob2(path):
    """Document -> (forms, name spans over them), as one list of tokens.

    UNER follows an older release: its documents stand in another order, a
    few tokens and one sentence border differ.  The text of a document is the
    same, so names are joined by document and character.
    """
    documents, document, start, kind = {}, "", None, None
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("# sent_id = "):
                document = line[len("# sent_id = "):].rpartition("-")[0]
            forms, spans = documents.setdefault(document, ([], []))
            columns = line.rstrip("\n").split("\t")
            word = columns[0].isdigit() and len(columns) > 2
            tag = columns[2].strip() if word else "O"
            inside = tag.startswith("I-") and tag[2:] == kind
            if start is not None and not inside:
                spans.append((start, len(forms), kind))
                start = None
            if tag[2:] in NAME_TYPES and not inside:
                start, kind = len(forms), tag[2:]
            if word:
                forms.append(columns[1])
    return documents


def add_uner(sentences, path):
    """Joins the names of an IOB2 file to the sentences of the same texts."""
    named = read_iob2(path)
    by_document = {}
    for sentence in sentences:
        by_document.setdefault(sentence.document, []).append(sentence)
    for document, group in by_document.items():
        forms, spans = named[document]
        ours = "".join(form for s in group for form in s.forms)
        if "".join(forms) != ours:
            raise ValueError(f"{path}: {document} is not the treebank's text")
        join_names(group, forms, spans)


def join_names(sentences, forms, spans):
    """Sets the names of one document from spans over its other tokens."""
    at = [0]
    for form in forms:
        at.append(at[-1] + len(form))
    inside = {}  # character offset -> (span number, type)
    for number, (first, end, kind) in enumerate(spans):
        for offset in range(at[first], at[end]):
            inside[offset] = (number, kind)
    offset = 0
    for sentence in sentences:
        names, current, start = [], None, 0
        for i, form in enumerate(sentence.forms + [""]):
            found = inside.get(offset) if form else None
            if current and found != current:
                names.append((start, i, current[1]))
            if found != current:
                current, start = found, i
            offset += len(form)
        sentence.names = bilou(len(sentence.forms), names)


def gum_mentions(sentence):
    """(first, end, etype) of the mentions that begin and end here."""
    mentions, opened = [], []
    for i, text in enumerate(sentence.entities):
        for part in re.findall(r"\([^()]*\)?|[^()]+\)", text):
            if part.startswith("("):
                fields = part.strip("()").split("-")
                if part.endswith(")"):
                    mentions.append((i, i + 1, fields[1]))
                else:
                    opened.append((fields[0], i, fields[1]))
                continue
            key = part[:-1]
            for at in range(len(opened) - 1, -1, -1):
                if opened[at][0] == key:
                    mentions.append((opened[at][1], i + 1, opened[at][2]))
                    del opened[at]
                    break
    return mentions


def add_gum_names(sentences):
    """Names of GUM where its entities show them beyond doubt, else masked.

    A mention is a name if it is proper nouns only, without a leading article
    or a final 's and with "of", "the", "and" or a hyphen inside ("University
    of Leeds").  A mention whose head is a proper noun but that holds more
    ("Leeds, where he was born") is masked; under any other head the inner
    mentions count.  Proper nouns in times ("July") are no names.
    """
    for sentence in sentences:
        proper = [xpos in ("NNP", "NNPS") for xpos in sentence.xpos]
        labels = [MASKED if flag else 0 for flag in proper]
        decided = [False] * len(labels)
        for first, end, kind in sorted(gum_mentions(sentence),
                                       key=lambda s: (s[0], -s[1])):
            if kind == "time":
                labels[first:end] = [0] * (end - first)
            if kind not in GUM_TYPES or any(decided[first:end]):
                continue
            value = gum_name(sentence, proper, first, end, GUM_TYPES[kind])
            if value:
                labels[first:end] = value
                decided[first:end] = [True] * (end - first)
        sentence.names = labels


def gum_name(sentence, proper, first, end, kind):
    """Labels of one mention, or None where its inner mentions decide."""
    size, article = end - first, 0
    if sentence.upos[first] == "DET" and size > 1:
        article = 1
    last = end - 1 if sentence.xpos[end - 1] == "POS" else end
    if not any(proper[first:end]):
        return None
    name = range(first + article, last)
    named = len(name) > 0 and proper[name[0]] and proper[name[-1]] and all(
        proper[i] or sentence.forms[i] in ("of", "the", "and", "-", "&")
        for i in name)
    if named and not (article and kind == "PER"):
        return ([0] * article + bilou(len(name), [(0, len(name), kind)])
                + [0] * (end - last))
    headed = any(proper[i] for i in range(first, end)
                 if not first < sentence.heads[i] <= end)
    return [MASKED] * size if headed or named else None
