"""What each filter marks, on small documents: "-" goes or, for protections, "+" is kept."""

import pytest

from scrubtext.api import Pipeline
from scrubtext.filters import Filter, Phrases, copies, furniture, recurring, spread
from scrubtext.filters.protect import code, dialogue, quotations, tables, verse
from scrubtext.lines import Lines, shared_indents
from scrubtext.marks import Mark, Marks
from scrubtext.rules.rule import Rule

CASES: list[tuple[str, Filter, str]] = [
    ("fenced code", code, "  Run:\n+ ```\n+ Share\n+ ```\n  Done."),
    ("open fence", code, "  Run:\n+ ```\n+ Share"),
    ("code by form", code, "+ def f(x):\n+     return g(x)\n+ # Share\n+ f(3)\n  It was over."),
    ("one line alone is no code", code, "  It was over;\n  he left."),
    ("pipes", tables, "+ | a | b |\n+ |---|---|\n+ | 1 | 2 |\n  Home | News | Sport"),
    ("columns", tables, "+ Leeds   3\n+ Hull    2\n+ York    0\n  It was over."),
    ("stanza", verse, "+ The woods are lovely,\n+ And I have miles to go,\n+ Before I sleep."),
    (
        "a list of titles is no verse",
        verse,
        "  A vote in Leeds\n  A talk on burgers\n  The end of it",
    ),
    ("mail", quotations, "+ > Share this\n+ > with him\n  Next\n  > Next"),
    ("chat", dialogue, "+ [12:01] ann: share\n+ [12:02] bob: next\n+ ok\n+ [12:03] ann: print"),
    (
        "messenger",
        dialogue,
        "+ Ann  18:02\n+ share\n\n+ Bob  18:03\n+ ok\n\n+ Ann  18:04\n+ like\n\n  Next",
    ),
    ("interview", dialogue, "+ Q: Why?\n+ A: Because.\n+ Q: Really?\n+ A: Yes."),
    ("fields are no speakers", dialogue, "  Author: Ann\n  Date: May\n  Tags: vote"),
    ("strays", furniture, "  It rained.\n- |\n  It snowed.\n- »"),
    ("a scene break stays", furniture, "  It rained.\n  * * *\n  It snowed."),
    ("a ruler at an end goes", furniture, "- -----\n\n  It rained.\n\n- * * *"),
    ("an underline stays", furniture, "  It rained.\n\n  Results\n  -------"),
    ("front matter stays", furniture, "  ---\n  title: Rain\n  ---\n\n  It rained."),
    ("a drawing stays", furniture, "  |\n  ||\n  |||"),
    ("the side of a box stays", furniture, "  | a |\n  |   |\n  | b |"),
    ("said without words", furniture, "  It rained.\n  …\n  ?!\n  👍\n  }"),
    ("a copy", copies, "  The end of it\n\n- The end of it\n\n  Another line here"),
    (
        "a refrain",
        copies,
        "  The rope was wet\n  The ferry does not wait\n\n  The ferry does not wait",
    ),
    ("copies close together", copies, "  We will rock you\n  We will rock you"),
    ("copies of few words", copies, "  1 month ago\n\n  1 month ago"),
    ("what differs by a number", copies, "  Part 1 of the story\n\n  Part 2 of the story"),
    (
        "controls",
        recurring,
        "- Reply\n  One.\n- Reply\n  Two.\n- Reply\n  Three.\n- Reply\n- Reply",
    ),
    ("four times is not often", recurring, "  Reply\n  One.\n  Reply\n  Two.\n  Reply\n  Reply"),
]


@pytest.mark.parametrize(
    ("judge", "marked"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_filter(judge: Filter, marked: str) -> None:
    shown = marked.split("\n")
    lines = Lines.of(["\n".join(line[2:] for line in shown)])
    found = Marks(lines)
    for mark in judge(lines, found):
        found.add(mark)
    signs = [
        "+" if keep else "-" if gone else " "
        for keep, gone in zip(found.keep, found.dropped, strict=True)
    ]
    assert signs == [line[0] for line in shown if line]


PROSE = "The minister said that she would wait for it."
GOES_ON = f"{PROSE} He would not, and said so at length to all who would hear it."
BLOCKS = [
    ("titles to the end", f"  {PROSE}\no Related\n- A vote\n- A talk"),
    (
        "titles and teasers",
        f"o Related\n- The vote of May\n\n- {PROSE}\n\n- A talk on burgers\n\n- {PROSE}",
    ),
    (
        "steps are no teasers",
        f"o Related\n- How to cook rice\n  Step 1\n  {PROSE}\n  Step 2\n  {PROSE}",
    ),
    ("prose that goes on stops it", f"o Related\n- A vote in the valley below\n  {GOES_ON}"),
    ("two sentences stop it", f"o Related\n- A vote in the valley below\n  {PROSE}\n  {PROSE}"),
    ("a heading stays with its prose", f"o Related\n\n- A vote\n\n  The talk\n\n  {GOES_ON}"),
    ("the last of a list is no heading", f"o Related\n- A vote\n- A talk\n\n  {GOES_ON}"),
    ("one item is no heading", f"o Related\n\n- A vote\n\n  {GOES_ON}"),
    (
        "wrapped prose stops it",
        "o Related\n  It was on a day in May that\n  he left the house in the valley",
    ),
    ("a kept line stops it", "o Related\n- A vote\nk A talk\n  Another one"),
    ("a Markdown section stops it", "o ## Related\n- ### A vote\n  ## Next\n  A talk"),
    ("the next document is safe", "o Related\n- A vote\n=\n  A talk"),
]


@pytest.mark.parametrize("marked", [case[1] for case in BLOCKS], ids=[case[0] for case in BLOCKS])
def test_spread(marked: str) -> None:
    shown = marked.split("\n")
    texts = "\n".join("=" if line == "=" else line[2:] for line in shown).split("\n=\n")
    lines = Lines.of(texts)
    signs = [line[0] for line in shown if line and line != "="]
    marks = Marks(lines)
    openers = [row for row, sign in enumerate(signs) if sign == "o"]
    marks.add(Mark("en/related/opener", lines.where(openers), takes="block"))
    marks.add(
        Mark("user/keep", lines.where(r for r, sign in enumerate(signs) if sign == "k"), "keep")
    )
    taken = {row for mark in spread(lines, marks) for row in mark.where.nonzero()[0].tolist()}
    assert taken == {row for row, sign in enumerate(signs) if sign == "-"}


def test_rest_takes_all_that_follows() -> None:
    lines = Lines.of([f"{PROSE}\nComments\nAnn\n{GOES_ON}\n```\nx", "Another"])
    marks = Marks(lines)
    marks.add(Mark("en/comments/opener", lines.where([1]), takes="rest"))
    marks.add(Mark("protect/code", lines.where([4]), "keep"))
    for mark in list(spread(lines, marks)):
        marks.add(mark)
    assert marks.dropped.tolist() == [False, True, True, True, False, True, False]


@pytest.mark.parametrize(
    ("lines", "shared"),
    [
        (["a", "b"], []),
        (["  a", "    b"], [(0, 2)]),
        (["\ta", "  b"], []),
        (["def f():", "    return 1", "    # two"], []),
        (["Title", *[f"    {GOES_ON}"] * 3], [(1, 4)]),
        (["Title", *[f"    {GOES_ON}"] * 3, "  A."], [(1, 2)]),
        (["Title", *[f"    {GOES_ON}"] * 2], []),
        (["a", "b", "c", "d", *[f"    {GOES_ON}"] * 9], []),
    ],
)
def test_shared_indents(lines: list[str], shared: list[tuple[int, int]]) -> None:
    assert shared_indents(lines) == shared


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"{PROSE}\nPrint", False),
        (f"{PROSE}\nThe menu has the following entries:\n\nPrint", True),
        (f"{PROSE}\nThe menu has the following entries:\nOpen\nPrint", True),
        (f"{PROSE}\nThe menu has the following entries:\nOpen\n\nPrint", False),
        (f"{PROSE}\nShare this:\nPrint", False),
        (f"{PROSE}\nIt was on paper.\nPrint\nPaper was dear then.", True),
        ("Open\nPrint", True),
    ],
)
def test_zones(text: str, kept: bool) -> None:
    rule = Rule(
        id="en/a/b", why="", text=("Print",), safety="sure", example="", keeps=(), where="tail"
    )
    assert ("Print" in Pipeline([Phrases((rule,))]).clean(text)) is kept
