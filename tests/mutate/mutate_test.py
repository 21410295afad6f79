"""mutate_test.py TOOLS: what tools/mutate makes of sentences, and that one seed gives one answer."""
import random
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv.pop(1))
import measure  # noqa: E402
import mutate  # noqa: E402

ARTICLE = "\n".join([
    "The harbour board met on Monday in the old town hall of Leeds.",
    "“We will not sell the harbour to anybody before the winter,” Maria Ruiz said.",
    "“The workers of the yard have every reason to be angry today,” said Rep. Peter Holm.",
    "Maria Ruiz said the board may close 40 berths in the spring of next year.",
    "Peter Holm denied the charge that the yard had lost money for years.",
    "“We lost 40 good people in one year and nobody has said a word,” Peter Holm said.",
    "The board will meet again in May to vote on the plan of the town.",
])


def records(seed):
    return list(mutate.drafts_of("a", ARTICLE, [], random.Random(seed), 2))


class Sentences(unittest.TestCase):
    def test_titles_and_initials_end_none(self):
        told = mutate.sentences("“Enough,” said Rep. Peter Holm. Mr. J. Lind left. He was late.")
        self.assertEqual(told, ["“Enough,” said Rep. Peter Holm.", "Mr. J. Lind left.", "He was late."])

    def test_ranges_are_bytes(self):
        draft = "“Ja,” sa Åse. Hun gikk.\nDen er gammel."
        cut = [draft.encode()[start:end].decode() for start, end in measure.sentence_ranges(draft)]
        self.assertEqual(cut, ["“Ja,” sa Åse.", "Hun gikk.", "Den er gammel."])


class Mutations(unittest.TestCase):
    def test_each_kind_changes_what_it_says(self):
        made = {record["kind"]: record for record in records(1)}
        for kind in ("quote-word", "quote-not", "quote-splice", "quote-number", "speaker", "attribution-lost", "denied-confirmed", "may-will"):
            self.assertIn(kind, made)
            record = made[kind]
            self.assertNotEqual(record["before"], record["after"])
            start, end = record["mutated"]
            self.assertEqual(record["draft"].encode()[start:end].decode(), record["after"])
        self.assertIn("confirmed the charge", made["denied-confirmed"]["after"])
        self.assertIn("will close", made["may-will"]["after"])
        self.assertTrue(made["attribution-lost"]["after"].startswith("The board may close"))

    def test_circumstances_are_no_statement(self):
        self.assertIsNone(mutate.take_out("Maria Ruiz said inside the old hall where she had worked.", [], None))
        self.assertIsNotNone(mutate.take_out("Maria Ruiz said the old hall would have to be sold.", [], None))

    def test_whole_names_are_exchanged(self):
        said = "“We will wait for the vote,” said Peter Holm, who runs it."
        self.assertEqual(mutate.swap_speaker(said, ["Maria Ruiz"], random.Random(1)), said.replace("Peter Holm", "Maria Ruiz"))

    def test_the_source_is_retold(self):
        record = records(1)[-1]
        self.assertEqual(record["kind"], "untouched")
        self.assertNotIn("“", record["sources"][0])
        self.assertIn('Maria Ruiz stated: "We will not sell', record["sources"][0])
        self.assertIn("Rep. Peter Holm stated.", record["sources"][0])

    def test_one_seed_one_answer(self):
        self.assertEqual(records(3), records(3))


if __name__ == "__main__":
    unittest.main()
