#!/usr/bin/env python3
"""Holds the includes to the order of the layers: check_layers.py ROOT.

The link line alone does not stop an include, so this does: a file of core/ may
include its own module and those that its CMakeLists.txt names, directly or through
others; a header of core/ may include no third party; nothing in core/ includes
tools/ or tests/.
"""
import pathlib
import re
import sys

THIRD_PARTIES = re.compile(
    r"^(boost|nlohmann|yaml-cpp|spdlog|fmt|unicode|re2|CLI|gtest|gmock)/|^(gumbo|cmark-gfm.*|xxhash|openssl/.*)\.h$")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def modules(root):
    """Module name -> modules that it may include."""
    below = {}
    for path in sorted(root.glob("core/*/CMakeLists.txt")):
        text = path.read_text(encoding="utf-8")
        match = re.search(r"crosscheck_module\(NAME\s+(\S+?)(?:\s+BELOW\s+([a-z ]+?))?(?=\s*(?:PRIVATE|\)))", text)
        if not match:
            sys.exit(f"{path}: no crosscheck_module")
        below[match.group(1)] = (match.group(2) or "").split()
    reach = {}
    for name in below:
        seen, queue = set(), [name]
        while queue:
            module = queue.pop()
            if module not in seen:
                seen.add(module)
                queue += below[module]
        reach[name] = seen
    return reach


def main():
    root = pathlib.Path(sys.argv[1])
    reach, wrong = modules(root), []
    for path in sorted(root.glob("core/**/*")):
        if path.suffix not in (".h", ".cpp", ".inc", ".def"):
            continue
        module = path.relative_to(root / "core").parts[0]
        for match in INCLUDE.finditer(path.read_text(encoding="utf-8")):
            included = match.group(2)
            place = f"{path.relative_to(root)}: includes {included}"
            if included.startswith("core/"):
                other = included.split("/")[1]
                if other not in reach[module]:
                    wrong.append(f"{place}: {other} is not below {module}")
            elif included.startswith(("tools/", "tests/")):
                wrong.append(f"{place}: core knows nothing of it")
            elif path.suffix == ".h" and THIRD_PARTIES.search(included):
                wrong.append(f"{place}: a third party's header in one of ours")
    print("\n".join(wrong) or f"{len(reach)} modules keep their order")
    return 1 if wrong else 0


sys.exit(main())
