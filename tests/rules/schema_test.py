"""The JSON Schema accepts every shipped rule file and rejects the broken ones
that are marked so. Skipped where Python has no jsonschema or yaml."""
import glob
import json
import subprocess
import sys

try:
    import jsonschema
    import yaml
except ImportError:
    sys.exit(77)

crosscheck = sys.argv[1]
schema = json.loads(subprocess.run([crosscheck, "rules", "schema"], check=True, capture_output=True, text=True).stdout)
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)


class Loader(yaml.SafeLoader):
    """Dates stay text, as in our own loader."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, regex) for tag, regex in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}

wrong = []
shipped = [path for path in glob.glob("rules/**/*.yaml", recursive=True) if "/lexicon/" not in path]
for path in shipped:
    with open(path, encoding="utf-8") as file:
        errors = list(validator.iter_errors(yaml.load(file, Loader)))
    wrong += [f"{path}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in errors]
rejected = 0
for path in sorted(glob.glob("tests/cases/rules-broken/*.yaml")):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if "# schema: yes" not in text:
        continue
    if validator.is_valid(yaml.load(text, Loader)):
        wrong.append(f"{path}: the schema accepts it")
    rejected += 1
print(len(shipped), "shipped files accepted,", rejected, "broken ones rejected,", len(wrong), "wrong")
print(*wrong, sep="\n")
sys.exit(1 if wrong or rejected < 60 else 0)
