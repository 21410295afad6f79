"""Figures of a network on treebank sentences with gold tokens."""

from collections import Counter

import torch

import decode
import treebank

RELATIONS = ("nsubj", "obj", "iobj", "obl", "ccomp", "xcomp", "advcl", "acl",
             "nmod", "amod", "appos", "conj", "parataxis", "nummod", "root")


def plain(label):
    return label.split(":")[0]


@torch.no_grad()
def predict(network, data, sentences, budget=4000):
    """(tags, heads, labels, names) index lists, in the order given."""
    network.eval()
    results = [None] * len(sentences)
    for indices in data.batches(sentences, budget):
        indices.sort(key=lambda i: -len(sentences[i].forms))
        batch = data.batch([sentences[i] for i in indices])
        lengths = batch["lengths"]
        states, own = network.encode(batch["ids"], lengths)
        tags = network.tags(states, own).argmax(2)
        name_scores = network.names(states, own).numpy()
        names = torch.zeros(tags.shape, dtype=torch.long)
        arcs = network.arcs(states, lengths).numpy()
        heads = torch.zeros(tags.shape, dtype=torch.long)
        for row, size in enumerate(lengths.tolist()):
            heads[row, :size] = torch.tensor(
                decode.tree(arcs[row, :size, :size + 1]))
            names[row, :size] = torch.tensor(
                decode.names(name_scores[row, :size], treebank.NAME_LABELS))
        labels = network.labels(states, heads).argmax(2)
        for row, i in enumerate(indices):
            size = int(lengths[row])
            results[i] = tuple(
                part[row, :size].tolist()
                for part in (tags, heads, labels, names))
    return results


def f1(gold, predicted, both):
    return 2 * both / (gold + predicted) if gold + predicted else 0.0


def score(network, data, sentences):
    """A dict of shares, all over gold tokens, punctuation counted."""
    total = Counter()
    gold_of, said_of, both_of = Counter(), Counter(), Counter()
    for sentence, (tags, heads, labels, names) in zip(
            sentences, predict(network, data, sentences)):
        for i in range(len(sentence.forms)):
            upos, xpos = data.tags[tags[i]]
            label = data.labels[labels[i]]
            attached = heads[i] == sentence.heads[i]
            gold, said = plain(sentence.deprels[i]), plain(label)
            total["words"] += 1
            total["upos"] += upos == sentence.upos[i]
            total["xpos"] += xpos == sentence.xpos[i]
            total["uas"] += attached
            total["las"] += attached and gold == said
            total["las_subtypes"] += attached and label == sentence.deprels[i]
            gold_of[gold] += 1
            said_of[said] += 1
            both_of[gold] += attached and gold == said
        if sentence.names and treebank.MASKED not in sentence.names:
            true = set(treebank.spans_of(sentence.names))
            found = set(treebank.spans_of(names))
            total["names"] += len(true)
            total["names_said"] += len(found)
            total["names_both"] += len(true & found)
    words = total["words"]
    result = {key: total[key] / words for key in
              ("upos", "xpos", "uas", "las", "las_subtypes")}
    result["names_f1"] = f1(total["names"], total["names_said"],
                            total["names_both"])
    result["relations"] = {r: f1(gold_of[r], said_of[r], both_of[r])
                           for r in RELATIONS}
    return result


def line(name, figures):
    return (f"{name:9}" + " ".join(
        f"{key} {figures[key]:.4f}" for key in
        ("upos", "xpos", "uas", "las", "las_subtypes", "names_f1")))


def relations_line(name, figures):
    return f"{name:9}" + " ".join(
        f"{key} {value:.3f}" for key, value in figures["relations"].items())
