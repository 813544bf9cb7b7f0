"""Law 7: time is linear in the input, for hostile input too.

Ten times the text may take at most 35 times the CPU time: quadratic work takes 100 times.
"""

from time import process_time

import pytest

from scrubtext.api import Pipeline

PROSE = "The vote is on Tuesday, she said to him on the day before.\n"
HOSTILE = {
    "one line": "a",
    "one line of words": "word ",
    "lines of one character": "a\n",
    "blank lines": "\n",
    "openers": "Share this\n",
    "openers and titles": "Share this\nword\n\n",
    "openers and prose": f"Share this\n{PROSE}",
    "runs": "XS\nSM\nMD\n",
    "copies": "The same again\n\n",
    "speakers": "a: b\n",
    "announcements": "It has the following entries:\n",
    "imports": "from a import a    ",
    "fences": "```\n",
    "quotations": "> a\n",
    "chained entities": "amp;",
    "mojibake": "sÃ³ voilÃ  ",
    "combining marks": "\u05b9\u05b0",
    "accents": "\u0301\u0327",
    "brackets": "[",
    "links": "[a](",
    "counts": "(0)",
    "ellipses": " ..",
    "blanks": " ",
    "pipes": "a|",
    "digits and points": "1.",
    "calls": "a(",
    "call, brackets, blanks": "a(a(a()    ",
    "marks of code": "; ",
    "surrogates": "\ud800",
    "NUL": "\0",
    "Cyrillic": "Привет мир ",
    "Chinese": "你好世界",
}


def cpu(pipeline: Pipeline, text: str) -> float:
    start = process_time()
    pipeline.scrub(text)
    return process_time() - start


@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_linear(name: str) -> None:
    pipeline = Pipeline.preset("aggressive")
    unit = HOSTILE[name]
    small, large = (f"&{unit * (size // len(unit))}x\n{PROSE}" for size in (30_000, 300_000))
    cpu(pipeline, small)
    quick = min(cpu(pipeline, small) for _ in range(2))
    assert cpu(pipeline, large) < 35 * max(quick, 0.01)


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("&#", "53;3;"), ("\x1b", "[0m"), ("Ã", "\x83Â")],
    ids=["entities", "escapes", "mojibake"],
)
def test_time_is_linear_in_depth(opening: str, closing: str) -> None:
    pipeline = Pipeline.preset("standard")
    small, large = (opening * size + closing * size for size in (5_000, 50_000))
    cpu(pipeline, small)
    assert cpu(pipeline, large) < 35 * max(cpu(pipeline, small), 0.01)
