"""Training sentences changed now and then: other case, other names."""

import features
import treebank

COLUMNS = ("forms", "upos", "xpos", "heads", "deprels", "names")
EXCHANGED = 0.4     # share of the names that are exchanged
SEPARATE = 0.5      # of persons: every part of the name on its own


def copy_of(sentence):
    copy = treebank.Sentence(sentence.document)
    for slot in treebank.Sentence.__slots__:
        setattr(copy, slot, getattr(sentence, slot))
    return copy


class Names:
    """Names of the training text, by what they can stand in for.

    A name stands for another of its type that has the same tags and the same
    tree inside, so the sentence around it stays true.
    """

    def __init__(self, sentences):
        self.whole, self.part = {}, {}
        for sentence in sentences:
            for first, end, kind in treebank.spans_of(sentence.names or ()):
                forms = sentence.forms[first:end]
                self.whole.setdefault(
                    self.key(sentence, first, end, kind), []).append(forms)
                for place, form in enumerate(forms):
                    self.part.setdefault(
                        (kind, end - first, place, sentence.xpos[
                            first + place]), []).append(form)

    @staticmethod
    def key(sentence, first, end, kind):
        inside = tuple(
            head - first if first < head <= end else 0
            for head in sentence.heads[first:end])
        return (kind, tuple(sentence.xpos[first:end]), inside,
                tuple(form.isupper() for form in sentence.forms[first:end]))

    def exchanged(self, sentence, rng):
        spans = treebank.spans_of(sentence.names or ())
        chosen = [span for span in spans if rng.random() < EXCHANGED]
        if not chosen:
            return sentence
        copy = copy_of(sentence)
        copy.forms = list(sentence.forms)
        for first, end, kind in chosen:
            whole = self.whole[self.key(sentence, first, end, kind)]
            forms = whole[int(rng.random() * len(whole))]
            if kind == "PER" and rng.random() < SEPARATE:
                parts = [self.part[(kind, end - first, i, xpos)] for i, xpos
                         in enumerate(sentence.xpos[first:end])]
                forms = [part[int(rng.random() * len(part))]
                         for part in parts]
            copy.forms[first:end] = forms
        return copy


def recased(sentence, rng):
    """Now and then the sentence as a headline, a shout or a chat line."""
    dice = rng.random()
    if dice > 0.22:
        return sentence
    copy = copy_of(sentence)
    upper = lambda form: "".join(
        chr(features.upper_code(ord(ch))) for ch in form)
    if dice < 0.05:
        copy.forms = [upper(form) for form in sentence.forms]
    elif dice < 0.09:
        copy.forms = [features.lower(form) for form in sentence.forms]
    elif dice < 0.13:
        copy.forms = [form if xpos in ("IN", "DT", "TO", "CC")
                      else upper(form[0]) + form[1:]
                      for form, xpos in zip(sentence.forms, sentence.xpos)]
    if dice >= 0.11:
        drop_final_stop(copy)
    return copy


def drop_final_stop(sentence):
    size = len(sentence.forms)
    if size > 2 and sentence.forms[-1] == "." and size not in sentence.heads:
        for slot in COLUMNS:
            values = getattr(sentence, slot)
            if values:
                setattr(sentence, slot, values[:-1])
