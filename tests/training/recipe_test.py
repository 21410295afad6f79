"""The parts of the training command that its result hangs on.

What a second phase takes over and what it starts anew, that a checkpoint of
the first phase is not written out as a model, and how sentences are changed.
Exit code 77, which the test runner shows as skipped, without python3-torch.
"""

import collections
import os
import random
import subprocess
import sys

PYTHON = os.environ.get("PYTHON", "/usr/bin/python3")
SKIPPED = 77


def require(condition, what):
    if not condition:
        raise AssertionError(what)


def networks(torch, network):
    """Of a first phase and of a second, of other weights."""
    vectors = torch.zeros(3, 100)
    torch.manual_seed(3)
    first = network.Network(4, vectors, 5, 6, 13, 48, False)
    second = network.Network(4, vectors, 5, 6, 13, network.NAME, True)
    return first, second


def test_take_over(torch, network, train):
    first, second = networks(torch, network)
    fresh = second.name_hidden.weight.clone()
    train.take_over(second, first.state_dict())
    require(torch.equal(second.layer2.weight_hh_l0, first.layer2.weight_hh_l0),
            "the encoder goes on")
    require(torch.equal(second.tag_out.weight, first.tag_out.weight),
            "the tag head goes on")
    require(torch.equal(second.name_hidden.weight, fresh),
            "the name head starts anew")
    require(float(second.skip.weight.abs().max()) == 0,
            "the word itself counts for nothing at first")


def test_averaged(torch, network, train):
    shape = collections.namedtuple("Data", "word_rows tags labels vectors")
    data = shape({1, 2, 3}, range(5), range(6), lambda: torch.zeros(3, 100))
    for net in networks(torch, network):
        again = train.averaged(data, net.state_dict())
        require((again.skip is None) == (net.skip is None), "skip")
        require(torch.equal(again.name_hidden.weight, net.name_hidden.weight),
                "a checkpoint says which phase it is of")


def test_heads_without_skip(torch, network):
    first, second = networks(torch, network)
    states = torch.randn(1, 2, 2 * network.HIDDEN)
    for net in (first, second):
        net.eval()
    own = torch.zeros(1, 2, network.TAG + network.NAME)
    require(first.names(states, None).shape == (1, 2, 13), "names")
    require(torch.equal(second.tags(states, own), second.tags(states, None)),
            "no skip is a skip of zeros")


def test_augmented(train):
    sentence = train.treebank.Sentence("harbour")
    sentence.forms = ["The", "ferry", "left", "."]
    sentence.upos = ["DET", "NOUN", "VERB", "PUNCT"]
    sentence.xpos = ["DT", "NN", "VBD", "."]
    sentence.heads, sentence.names = [2, 3, 0, 3], None
    sentence.deprels = ["det", "nsubj", "root", "punct"]
    rng, seen = random.Random(5), set()
    for _ in range(400):
        seen.add(" ".join(train.augmented(sentence, rng).forms))
    require({"The ferry left .", "THE FERRY LEFT .", "the ferry left .",
             "The Ferry Left .", "The ferry left"} <= seen, f"forms: {seen}")
    require(sentence.forms[-1] == ".", "the text stays")


def main():
    sys.path.insert(0, "tools/language")
    import torch

    import network
    import train
    torch.set_num_threads(1)
    test_take_over(torch, network, train)
    test_averaged(torch, network, train)
    test_heads_without_skip(torch, network)
    test_augmented(train)
    print("the recipe's parts hold")
    return 0


if __name__ == "__main__":
    if "--inside" in sys.argv:
        sys.exit(main())
    if subprocess.run([PYTHON, "-c", "import torch, numpy"],
                      stderr=subprocess.DEVNULL).returncode != 0:
        print("skipped: no python3-torch")
        sys.exit(SKIPPED)
    sys.exit(subprocess.run([PYTHON, "-B", __file__, "--inside"]).returncode)
