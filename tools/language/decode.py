"""Trees from arc scores (Chu-Liu/Edmonds, one root); names by Viterbi."""

import numpy as np


def is_tree(heads):
    """Whether 1-based heads (index 0 unused) form a tree with one root."""
    if sum(1 for head in heads[1:] if head == 0) != 1:
        return False
    state = [0] * len(heads)  # 0 new, else the walk that saw it first
    for start in range(1, len(heads)):
        node = start
        while node and not state[node]:
            state[node] = start
            node = heads[node]
        if node and state[node] == start:
            return False
    return True


def find_cycle(heads):
    state = [0] * len(heads)
    for start in range(1, len(heads)):
        node = start
        while node and not state[node]:
            state[node] = start
            node = heads[node]
        if node and state[node] == start:
            cycle, at = [node], heads[node]
            while at != node:
                cycle.append(at)
                at = heads[at]
            return cycle
    return None


def chu_liu_edmonds(scores):
    """scores[d, h]; row 0 unused; the best heads."""
    heads = np.argmax(scores, axis=1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    size = len(scores)
    inside = np.zeros(size, bool)
    inside[cycle] = True
    rest = np.where(~inside)[0]
    small = len(rest)  # index of the contracted node
    contracted = np.full((small + 1, small + 1), -np.inf)
    contracted[:small, :small] = scores[np.ix_(rest, rest)]
    into = scores[np.ix_(cycle, rest)] - scores[
        cycle, heads[cycle]][:, None]
    contracted[small, :small] = into.max(axis=0)
    enter = into.argmax(axis=0)
    out = scores[np.ix_(rest, cycle)]
    contracted[:small, small] = out.max(axis=1)
    leave = out.argmax(axis=1)
    np.fill_diagonal(contracted, -np.inf)
    solved = chu_liu_edmonds(contracted)
    result = heads.copy()
    for i in range(1, small):
        result[rest[i]] = (cycle[leave[i]] if solved[i] == small
                           else rest[solved[i]])
    source = solved[small]
    result[cycle[enter[source]]] = rest[source]
    return result


def tree(arcs):
    """arcs[dependent, head] of one sentence; heads as 0 = root, 1-based."""
    heads = [0] + [int(h) for h in np.argmax(arcs, axis=1)]
    if is_tree(heads):
        return heads[1:]
    size = len(arcs) + 1
    scores = np.full((size, size), -np.inf)
    scores[1:, :] = np.maximum(arcs, -1e6)
    np.fill_diagonal(scores, -np.inf)
    scores[1:, 0] -= 1e7  # any second root costs more than it can win
    return [int(h) for h in chu_liu_edmonds(scores)[1:]]


def follows(before, after):
    """Whether one BILOU label may stand after another."""
    continues = after[0] in "IL"
    if before[0] not in "BI":
        return not continues
    return continues and before[2:] == after[2:]


def names(scores, labels):
    """The best sequence of labels in which every name that begins ends."""
    allowed = np.array([[0.0 if follows(a, b) else -np.inf for b in labels]
                        for a in labels])
    start = allowed[labels.index("O")]
    best, back = scores[0] + start, []
    for row in scores[1:]:
        paths = best[:, None] + allowed
        back.append(paths.argmax(axis=0))
        best = paths.max(axis=0) + row
    closed = [0.0 if label[0] not in "BI" else -np.inf for label in labels]
    result = [int(np.argmax(best + closed))]
    for pointers in reversed(back):
        result.append(int(pointers[result[-1]]))
    return result[::-1]
