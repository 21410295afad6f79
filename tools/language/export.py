"""Turns a trained network into the sections of the model file.

Every table and matrix is int8 with one scale a row (the widest value of the row
decides, nothing is cut); biases and the small vector projection stay float.
The two LSTM biases of a direction become one.  Tables that are found by word
are in the order of the words' 64-bit hashes, so that the file needs no strings.
"""

import os

import numpy as np

import container
import features
import network
import treebank

OURS = ("parser.", "word.", "vector.", "hashed.", "layer", "head.")
WORD_SEED, VECTOR_SEED = 8, 9


def quantise(table):
    scale = np.abs(table).max(axis=1) / 127
    scale[scale == 0] = 1
    return (np.rint(table / scale[:, None]).astype(np.int8),
            scale.astype(np.float32))


def put_matrix(sections, name, weight, bias=None):
    """weight: [outputs, inputs]."""
    codes, scales = quantise(np.asarray(weight, np.float32))
    if bias is None:
        bias = np.zeros(len(codes))
    sections[name + ".codes"] = codes.tobytes()
    sections[name + ".scales"] = scales.tobytes()
    sections[name + ".bias"] = np.asarray(bias, np.float32).tobytes()


def put_table(sections, name, rows, seed, codes, scales):
    """rows: word -> 1-based row of codes and scales."""
    keyed = sorted((features.fnv1a(word.encode(), seed), row - 1)
                   for word, row in rows.items())
    keys = np.array([key for key, _ in keyed], np.uint64)
    if len(np.unique(keys)) != len(keys):
        raise ValueError(f"{name}: two words have one hash")
    order = [row for _, row in keyed]
    sections[name + ".keys"] = keys.tobytes()
    sections[name + ".codes"] = codes[order].tobytes()
    sections[name + ".scales"] = scales[order].astype(np.float32).tobytes()


def put_layer(sections, name, weights, prefix):
    for suffix, direction in (("", "forward"), ("_reverse", "backward")):
        get = lambda key: weights[f"{prefix}.{key}_l0{suffix}"]
        put_matrix(sections, f"{name}.{direction}.input", get("weight_ih"),
                   get("bias_ih") + get("bias_hh"))
        put_matrix(sections, f"{name}.{direction}.state", get("weight_hh"))


def put_heads(sections, weights):
    """The six projections of the states are one matrix, in this order."""
    parts = ("tag_hidden", "name_hidden", "arc_dep", "arc_head", "label_dep",
             "label_head")
    stacked = np.vstack([weights[part + ".weight"] for part in parts])
    bias = np.concatenate([
        weights.get(part + ".bias", np.zeros(len(weights[part + ".weight"])))
        for part in parts])
    put_matrix(sections, "head.hidden", stacked, bias)
    put_matrix(sections, "head.skip", weights["skip.weight"])
    for ours, theirs in (("head.tag", "tag_out"), ("head.name", "name_out"),
                         ("head.arc", "arc_bilinear"),
                         ("head.label", "label_out")):
        put_matrix(sections, ours, weights[theirs + ".weight"],
                   weights[theirs + ".bias"])
    sections["head.arc_root"] = weights["arc_root"].tobytes()
    sections["head.label_root"] = weights["label_root"].tobytes()


def sections_of(data, net):
    weights = {key: value.detach().numpy().astype(np.float32)
               for key, value in net.state_dict().items()}
    sizes = [network.EMBEDDING, network.HIDDEN, network.TAG, network.NAME,
             network.ARC, network.LABEL, data.vector_codes.shape[1],
             len(data.tags), len(data.labels), len(treebank.NAME_LABELS)]
    sizes += [rows for _, rows, _ in features.TABLES]
    text = lambda lines: "".join(line + "\n" for line in lines).encode()
    sections = {
        "parser.sizes": np.array(sizes, np.uint32).tobytes(),
        "parser.tags": text("\t".join(pair) for pair in data.tags),
        "parser.labels": text(data.labels),
        "parser.names": text(treebank.NAME_LABELS),
        "word.norm": np.concatenate(
            [weights["encoder.norm.weight"],
             weights["encoder.norm.bias"]]).tobytes(),
        # [vector component][output], so that one row is one step of the sum
        "vector.project": np.ascontiguousarray(
            weights["encoder.project.weight"].T).tobytes(),
    }
    codes, scales = quantise(weights["encoder.word.weight"][1:])
    put_table(sections, "word", data.word_rows, WORD_SEED, codes, scales)
    put_table(sections, "vector", data.vector_rows, VECTOR_SEED,
              data.vector_codes, data.vector_scale)
    codes, scales = quantise(weights["encoder.hashed.weight"])
    sections["hashed.codes"] = codes.tobytes()
    sections["hashed.scales"] = scales.tobytes()
    put_layer(sections, "layer1", weights, "layer1")
    put_layer(sections, "layer2", weights, "layer2")
    put_heads(sections, weights)
    return sections


def write(path, data, net):
    """Replaces our sections of `path`; those of other parts stay."""
    sections = container.read(path) if os.path.exists(path) else {}
    sections = {name: value for name, value in sections.items()
                if not name.startswith(OURS)}
    sections.update(sections_of(data, net))
    container.write(path + ".part", sections)
    os.replace(path + ".part", path)  # a program may have it mapped
