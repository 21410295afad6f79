"""ignore, baseline, report, init, config: accept_test.py CROSSCHECK."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
DRAFT = "Acme's revenue was $3.2 million in 2023. The firm has 40 shops."
SOURCE = "Acme's revenue was $2.3 million in 2023."


class Accept(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.at = pathlib.Path(self.folder.name)
        self.write("draft.txt", DRAFT)
        self.write("source.txt", SOURCE)

    def tearDown(self):
        self.folder.cleanup()

    def write(self, name, text):
        path = self.at / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + "\n", encoding="utf-8")

    def run_(self, *words, exit=None, env=()):
        environment = dict(os.environ, XDG_CACHE_HOME=str(self.at / ".cache"), NO_COLOR="1", LC_ALL="C", **dict(env))
        done = subprocess.run([PROGRAM, *words], cwd=self.at, env=environment, capture_output=True, text=True, timeout=120)
        if exit is not None:
            self.assertEqual(done.returncode, exit, done.stdout + done.stderr)
        return done.stdout + done.stderr

    def check(self, *flags, exit=None, **more):
        return self.run_("check", "draft.txt", "--against", "source.txt", *flags, exit=exit, **more)

    def conflict(self):
        found = json.loads(self.check("--format", "json", exit=1))["findings"]
        return next(f["id"] for f in found if f["rule"] == "figures.conflict")

    def test_a_finding_is_ignored_until_its_words_change(self):
        finding = self.conflict()
        self.assertIn("reason", self.run_("ignore", finding, exit=2))
        self.assertIn("no finding", self.run_("ignore", "F-00000000", "--reason", "No.", exit=2))
        self.assertIn("suppressions.yml", self.run_("ignore", finding, "--reason", "The firm restated it.", exit=0))
        out = self.check(exit=0)
        self.assertNotIn(finding, out)
        self.assertIn("1 set aside", out)
        self.assertIn("set aside: The firm restated it.", self.check("--show", "suppressed", exit=0))
        shown = json.loads(self.check("--format", "json", "--show", "suppressed", exit=0))
        self.assertEqual([f["suppressed"] for f in shown["findings"] if f["id"] == finding], ["The firm restated it."])
        self.assertEqual(shown["summary"]["contradicted"], 0)
        self.write("draft.txt", "As the court found, " + DRAFT)
        out = self.check(exit=1)
        self.assertIn("is not used", out)
        self.assertIn("other", out)
        self.write("draft.txt", "The firm has 40 shops.")
        self.assertIn("the finding is gone", self.check())

    def test_a_suppression_ends_on_a_day_that_is_given_never_by_the_clock(self):
        finding = self.conflict()
        self.run_("ignore", finding, "--reason", "Restated.", "--until", "2001-03-01", exit=0)
        self.check(exit=0)
        self.check("--today", "2001-03-01", exit=0)
        self.assertIn("ended on 2001-03-01", self.check("--today", "2001-03-02", exit=1))
        self.write("draft.txt", "The Courier, 5 May 2024\n\n" + DRAFT)
        self.assertIn("ended on 2001-03-01", self.check(exit=1))
        self.assertIn("wants a day", self.run_("ignore", finding, "--reason", "R.", "--until", "soon", exit=2))

    def test_a_broken_file_of_suppressions_stops_the_run(self):
        self.write(".crosscheck/suppressions.yml", "crosscheck: 1\nsuppressions:\n  - {finding: F-1, rule: figures.conflict}")
        self.assertIn("needs a finding, a rule and a reason", self.check(exit=2))

    def test_a_comment_accepts_what_a_rule_finds_in_its_paragraph(self):
        for text in ("<!-- crosscheck-ignore figures.conflict: restated -->\n\n" + DRAFT,
                     DRAFT + " <!-- crosscheck-ignore figures: restated -->"):
            self.write("draft.md", text)
            out = self.run_("check", "draft.md", "--against", "source.txt", "--show", "suppressed", exit=0)
            self.assertIn("set aside: restated", out)
        self.write("draft.md", DRAFT + "\n\nIt rained. <!-- crosscheck-ignore figures.conflict: restated -->")
        self.assertIn("finds nothing here to ignore", self.run_("check", "draft.md", "--against", "source.txt", exit=1))
        self.write("draft.md", DRAFT + " <!-- crosscheck-ignore figures.conflict -->")
        self.assertIn("needs a rule and a reason", self.run_("check", "draft.md", "--against", "source.txt", exit=1))

    def test_a_baseline_holds_what_was_known(self):
        self.assertIn("no baseline yet", self.run_("baseline", "show", "draft.txt", "--against", "source.txt", exit=2))
        finding = self.conflict()
        self.run_("baseline", "create", exit=0)
        self.assertIn("set aside", self.check(exit=0))
        self.assertIn("unchanged  " + finding, self.run_("baseline", "show", exit=0))
        self.write("source.txt", "Acme's revenue was $2.4 million in 2023.")
        self.check(exit=1)
        self.assertIn("updated  ", self.run_("baseline", "show", exit=0))
        self.write("draft.txt", "It rained.")
        self.assertIn("absent  " + finding, self.run_("baseline", "show", exit=0))
        self.run_("baseline", "prune", exit=0)
        self.assertNotIn("absent", self.run_("baseline", "show", exit=0))
        self.assertIn('did you mean "prune"', self.run_("baseline", "prun", exit=2))

    def test_a_finding_is_accepted_into_the_baseline(self):
        finding = self.conflict()
        self.assertIn("wants findings", self.run_("baseline", "accept", exit=2))
        self.run_("baseline", "accept", finding, exit=0)
        self.check(exit=0)

    def test_support_that_the_draft_lost(self):
        self.write("source.txt", DRAFT)
        self.check(exit=0)
        self.run_("baseline", "create", exit=0)
        self.write("source.txt", SOURCE)
        tags = {t for f in json.loads(self.check("--format", "json", exit=1))["findings"] for t in f["tags"]}
        self.assertIn("lost-support", tags)

    def test_a_result_in_another_format(self):
        self.check("--format", "json:result.json", "--select", "figures")
        direct = self.check("--format", "csv", "--select", "figures")
        self.assertEqual(self.run_("report", "result.json", "--format", "csv", exit=0), direct)
        self.write("source.txt", "Acme's revenue was $2.5 million in 2023.")
        self.assertIn("another text", self.run_("report", "result.json", exit=2))
        self.write("bad.json", "{}")
        self.assertIn("no result of crosscheck", self.run_("report", "bad.json", exit=2))

    def test_settings_have_an_order_and_an_origin(self):
        self.write("house.yml", "crosscheck: 1\nfail-on: warning\nmin-confidence: 0.2")
        self.write("crosscheck.yml", "crosscheck: 1\nextends: house.yml\nfail-on: never\nset: {figures.conflict.severity: warning}")
        self.check(exit=0)
        self.check("--fail-on", "warning", exit=1)
        self.check(env={"CROSSCHECK_FAIL_ON": "warning"}, exit=1)
        shown = self.run_("config", "show", "--origin", exit=0, env={"CROSSCHECK_MAX_FINDINGS": "3"})
        self.assertRegex(shown, r"fail-on: never   # crosscheck\.yml:3")
        self.assertRegex(shown, r"min-confidence: 0\.2   # house\.yml:3")
        self.assertRegex(shown, r"max-findings: 3   # CROSSCHECK_MAX_FINDINGS")
        self.assertRegex(shown, r"format: text   # default")
        self.write("crosscheck.yml", "crosscheck: 1\nfail-onn: never")
        self.assertIn("did you mean 'fail-on'", self.check(exit=2))
        self.write("crosscheck.yml", "crosscheck: 1\nmin-confidence: lots")
        self.assertIn("'lots' is no value of 'min-confidence'", self.check(exit=2))

    def test_init_writes_settings_that_change_nothing(self):
        before = self.check(exit=1)
        self.run_("init", exit=0)
        self.assertEqual(self.check(exit=1), before)
        self.assertIn("is there already", self.run_("init", exit=2))
        text = (self.at / "crosscheck.yml").read_text()
        self.write("crosscheck.yml", re.sub(r"^# (?=(min-supported|max-findings|select):)", "", text, flags=re.M))
        self.check(exit=1)

    def test_a_share_of_the_claims_must_have_support(self):
        self.write("source.txt", "The firm has 40 shops.")
        self.write("draft.txt", "The firm has 40 shops.")
        self.check("--min-supported", "90%", exit=0)
        self.write("draft.txt", "The firm has 40 shops. A whale swam to Lima.")
        self.assertIn("less than --min-supported", self.check("--fail-on", "never", "--min-supported", "90%"))


unittest.main()
