"""A real editor service (npm yaml-language-server) offers completion and errors
from the schema. Skipped (77) where it is not installed: PATH, the folder named by
YAML_LANGUAGE_SERVER, or build/npm, where tools/test puts it if npm is there."""
import json
import os
import shutil
import subprocess
import sys
import tempfile

crosscheck = os.path.abspath(sys.argv[1])
places = [os.environ.get("YAML_LANGUAGE_SERVER", ""), "build/npm/node_modules/.bin", os.environ["PATH"]]
server = shutil.which("yaml-language-server", path=os.pathsep.join(places))
if server is None:
    sys.exit(77)

RULE = """# yaml-language-server: $schema={schema}
crosscheck: 1
rules:
  - id: desk.rule
    finding: contradiction
    severity: fatal
    summary: S.
    match:
      e: {{evidence: figure-rivals}}
    message: m
    tests: []
    unless:
      - 
"""


class Client:
    """Speaks the Language Server Protocol over standard input and output."""

    def __init__(self):
        self.process = subprocess.Popen([server, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def read(self):
        length = 0
        while True:
            line = self.process.stdout.readline().strip()
            if not line:
                break
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return json.loads(self.process.stdout.read(length))

    def answer_of_server_request(self, message):
        if "method" in message and "id" in message:
            items = message.get("params", {}).get("items", [])
            self.send({"id": message["id"], "result": [{"validate": True, "completion": True} for _ in items] if items else None})

    def request(self, method, params):
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        while True:
            message = self.read()
            if message.get("id") == self.number and "method" not in message:
                return message.get("result")
            self.answer_of_server_request(message)

    def wait_for(self, method):
        while True:
            message = self.read()
            if message.get("method") == method and message["params"].get("diagnostics"):
                return message["params"]
            self.answer_of_server_request(message)


with tempfile.TemporaryDirectory() as folder:
    schema = os.path.join(folder, "rules.schema.json")
    with open(schema, "w", encoding="utf-8") as file:
        file.write(subprocess.run([crosscheck, "rules", "schema"], check=True, capture_output=True, text=True).stdout)
    text = RULE.format(schema="file://" + schema)
    uri = "file://" + os.path.join(folder, "rule.yaml")
    client = Client()
    client.request("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
    client.send({"method": "initialized", "params": {}})
    client.send({"method": "workspace/didChangeConfiguration", "params": {"settings": {"yaml": {"validate": True, "completion": True, "schemas": {schema: "*.yaml"}}}}})
    client.send({"method": "textDocument/didOpen", "params": {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}}})
    said = " ".join(d["message"] for d in client.wait_for("textDocument/publishDiagnostics")["diagnostics"])
    lines = text.split("\n")

    def complete(line, column):
        result = client.request("textDocument/completion", {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}})
        return {item["label"] for item in (result["items"] if isinstance(result, dict) else result or [])}

    severity = next(i for i, line in enumerate(lines) if "severity" in line)
    guard = next(i for i, line in enumerate(lines) if line == "      - ")
    severities = complete(severity, len("    severity: "))
    guards = complete(guard, len("      - "))
    client.process.kill()

wrong = []
if "error" not in said and "fatal" not in said:
    wrong.append(f"no error for the severity: {said}")
if not {"error", "warning", "hint"} <= severities:
    wrong.append(f"severities offered: {sorted(severities)}")
if "superseded" not in guards:
    wrong.append(f"guards offered: {sorted(guards)}")
print("editor service:", len(severities), "severities,", len(guards), "guards offered")
print(*wrong, sep="\n")
sys.exit(1 if wrong else 0)
