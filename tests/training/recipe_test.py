"""The parts of the training command against their plain counterparts.

The LSTM and Adam against torch's, the loss of names against a sum over all
sequences, exchanged names, and the source vector in the exported rows.  Exit
code 77, which the test runner shows as skipped, without python3-torch.
"""

import itertools
import os
import random
import subprocess
import sys

PYTHON = os.environ.get("PYTHON", "/usr/bin/python3")
SKIPPED = 77


def require(condition, what):
    if not condition:
        raise AssertionError(what)


def close(a, b, tolerance):
    return float((a - b).abs().max()) <= tolerance * (
        1 + float(b.abs().max()))


def test_lstm(torch, lstm):
    torch.manual_seed(3)
    layer = torch.nn.LSTM(6, 5, bidirectional=True)
    lengths = torch.tensor([7, 7, 4, 1])
    x = torch.randn(7, 4, 6, requires_grad=True)
    weight = torch.randn(7, 4, 10)
    packed = torch.nn.utils.rnn.pack_padded_sequence(x, lengths)
    plain = torch.nn.utils.rnn.pad_packed_sequence(layer(packed)[0])[0]
    ours = lstm.run(layer, x, lengths, 0)
    require(close(ours, plain, 0.01), "states of the LSTM")
    require(float(ours[4:, 2].abs().max()) == 0, "zeros behind the end")
    wanted = torch.autograd.grad((plain * weight).sum(),
                                 [x, *layer.parameters()])
    found = torch.autograd.grad((ours * weight).sum(),
                                [x, *layer.parameters()])
    require(all(close(a, b, 0.02) for a, b in zip(found, wanted)),
            "gradients of the LSTM")
    loud = lstm.run(layer, x.detach() * 1e4, lengths, 0)
    require(bool(torch.isfinite(loud).all()), "saturated gates")


def test_adam(torch, native):
    torch.manual_seed(4)
    ours, plain = torch.nn.Linear(9, 4), torch.nn.Linear(9, 4)
    plain.load_state_dict(ours.state_dict())
    adam = native.Adam(ours.parameters())
    wanted = torch.optim.Adam(plain.parameters(), lr=0.01, betas=(0.9, 0.95))
    for _ in range(20):
        x = torch.randn(8, 9)
        for layer in (ours, plain):
            layer(x).square().sum().backward()
        torch.nn.utils.clip_grad_norm_(plain.parameters(), 2.0)
        wanted.step()
        wanted.zero_grad()
        adam.step(0.01)
    require(close(ours.weight, plain.weight, 1e-4), "steps of Adam")
    layer = torch.nn.Linear(1, 1)
    adam = native.Adam(layer.parameters())
    for grad in (1e-30, 0.0, 0.0):  # squares that are no normal numbers
        for parameter in layer.parameters():
            parameter.grad = torch.full_like(parameter, grad)
        adam.step(0.01)
    require(bool(torch.isfinite(layer.weight).all()), "tiny gradients")


def test_names_loss(torch, crf, treebank):
    labels = len(treebank.NAME_LABELS)
    allowed, open_ = crf.tables()
    torch.manual_seed(5)
    scores = torch.randn(2, 3, labels)

    def weight(row, size, gold=None):
        paths = []
        for path in itertools.product(range(labels), repeat=size):
            if gold and any(g not in (treebank.MASKED, p)
                            for g, p in zip(gold, path)):
                continue
            if not allowed[0][path[0]] or open_[path[-1]]:
                continue
            if all(allowed[a][b] for a, b in zip(path, path[1:])):
                paths.append(sum(row[i, p] for i, p in enumerate(path)))
        return torch.logsumexp(torch.stack(paths), 0)

    gold = [[1, 3, 0], [treebank.MASKED, 0, treebank.MASKED]]
    wanted = (weight(scores[0], 3) - weight(scores[0], 3, gold[0]) +
              weight(scores[1], 2) - weight(scores[1], 2, gold[1])) / 4
    found = crf.loss(scores, torch.tensor(gold), torch.tensor([3, 2]))
    require(close(found, wanted, 1e-4), "loss of names")


def named(treebank, forms, xpos, heads, names):
    sentence = treebank.Sentence("harbour")
    sentence.forms, sentence.xpos, sentence.heads = forms, xpos, heads
    sentence.names = names
    return sentence


def test_exchange(augment, treebank):
    per, loc = treebank.bilou(3, [(0, 2, "PER")]), treebank.bilou(
        2, [(1, 2, "LOC")])
    texts = [named(treebank, ["Anna", "Lind", "left"], ["NNP", "NNP", "VBD"],
                   [3, 1, 0], per),
             named(treebank, ["Omar", "Reyes", "spoke"],
                   ["NNP", "NNP", "VBD"], [3, 1, 0], per),
             named(treebank, ["in", "Oslo"], ["IN", "NNP"], [2, 0], loc)]
    names, rng, seen = augment.Names(texts), random.Random(2), set()
    for _ in range(80):
        seen.add(" ".join(names.exchanged(texts[0], rng).forms))
        require(names.exchanged(texts[2], rng).forms == ["in", "Oslo"],
                "a place for a place alone")
    require(seen == {"Anna Lind left", "Omar Reyes left", "Anna Reyes left",
                     "Omar Lind left"}, f"exchanged persons: {seen}")
    require(texts[0].forms == ["Anna", "Lind", "left"], "the text stays")


def test_source(torch, export, network, features):
    net = network.Network(torch.tensor([0.0, 5.0]), torch.zeros(2, 100), 3, 2,
                          13)
    torch.nn.init.normal_(net.encoder.source.weight)
    weights = {key: value.detach().numpy()
               for key, value in net.state_dict().items()}
    change = export.hashed_rows(weights) - weights["encoder.hashed.weight"]
    shapes = features.TABLES[-1][1]
    wanted = weights["encoder.source.weight"][network.RUN_SOURCE]
    require(abs(change[:-shapes]).max() == 0, "affixes stay")
    require(abs(change[-shapes:] - wanted).max() < 1e-5, "every shape's row")


def main():
    sys.path.insert(0, "tools/language")
    import torch

    import augment
    import crf
    import export
    import features
    import lstm
    import native
    import network
    import treebank
    torch.set_num_threads(1)
    test_lstm(torch, lstm)
    test_adam(torch, native)
    test_names_loss(torch, crf, treebank)
    test_exchange(augment, treebank)
    test_source(torch, export, network, features)
    print("all as the plain counterparts")
    return 0


if __name__ == "__main__":
    if "--inside" in sys.argv:
        sys.exit(main())
    if subprocess.run([PYTHON, "-c", "import torch, numpy"],
                      stderr=subprocess.DEVNULL).returncode != 0:
        print("skipped: no python3-torch")
        sys.exit(SKIPPED)
    sys.exit(subprocess.run([PYTHON, "-B", __file__, "--inside"]).returncode)
