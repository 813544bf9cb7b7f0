"""Runs the examples of a pack: ours in the test suite, a user's with `scrubtext test`."""

from collections.abc import Iterator, Sequence

from scrubtext.api import Pipeline
from scrubtext.filters import PROTECTIONS, Phrases, spread
from scrubtext.rules.rule import Rule


def failures(rule: Rule) -> Iterator[str]:
    """What is wrong with a rule's own examples, each on one line.

    The example runs with this rule alone: the lines marked "- " and no others must go. What is
    listed in `misses` is known to stay; once a rule removes it, the list is wrong.

    >>> rule = Rule(id="en/a/b", why="", text=("Share",), safety="sure", keeps=("Share it.",),
    ...             example="  It was over.\\n- Share\\n- Next")
    >>> list(failures(rule))
    ["example line 3 stays, and should go: 'Next'"]
    """
    pipeline = Pipeline([*PROTECTIONS, Phrases((rule,)), spread])
    marked = rule.example.strip("\n").split("\n")
    removed = pipeline.scrub("\n".join(line[2:] for line in marked)).reasons
    for number, line in enumerate(marked, start=1):
        if line.startswith("- ") and number not in removed:
            yield f"example line {number} stays, and should go: {line[2:]!r}"
        elif not line.startswith("- ") and number in removed:
            yield f"example line {number} goes, and should stay: {line[2:]!r}"
    for number, line in enumerate(rule.misses):
        if pipeline.scrub(line).removals:
            yield f"misses[{number}] is removed now; move it to the example: {line!r}"


# Prose that gives a document a head and a tail.
_PROSE = "The minister said on Monday that she would wait for the result of the vote."


def harm(rules: Sequence[Rule], keeps: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Which of the lines `keeps` a rule would drop: (line, id of the rule).

    Each is tried alone, above prose and below prose.

    >>> rule = Rule(id="en/a/b", why="", text=("Share",), safety="sure", keeps=(), example="")
    >>> list(harm([rule], ["Share", "Share it."]))
    [('Share', 'en/a/b')]
    """
    pipeline = Pipeline([Phrases(tuple(rules)), spread])
    for line in keeps:
        places = (line, f"{line}\n\n{_PROSE}", f"{_PROSE}\n\n{line}")
        removals = [r for result in pipeline.scrub_many(places) for r in result.removals]
        for reason in sorted({removal.reason for removal in removals}):
            yield line, reason


def pack_failures(pack: Sequence[Rule], others: Sequence[Rule]) -> Iterator[tuple[str, str]]:
    """All that is wrong with the rules of `pack`: (id of the rule, what), with `others` loaded.

    Every `keeps` of a rule is tried against every rule of its language and of ``any``, so that
    the lines which must survive are one growing collection.

    >>> from scrubtext.rules.load import load_packs
    >>> list(pack_failures(load_packs()[:2], load_packs()))
    []
    """
    own = {rule.id for rule in pack}
    languages = {"any", *(rule.language for rule in pack)}
    near = [rule for rule in others if rule.language in languages and rule.id not in own]
    # Once for all rules: what tries the lines takes longer to make than to use.
    harmed = list(harm([*near, *pack], [line for rule in pack for line in rule.keeps]))
    for rule in pack:
        for failure in failures(rule):
            yield rule.id, failure
        for line, culprit in dict.fromkeys(harmed):
            if line not in rule.keeps:
                continue
            number = rule.keeps.index(line)
            mine = culprit == rule.id
            remedy = 'use match = "exact" or a narrower text' if mine else "one of the two is wrong"
            yield rule.id, f"keeps[{number}] would be removed by {culprit}; {remedy}: {line!r}"
