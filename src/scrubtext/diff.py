"""What changed in a document: line by line with reasons, and as a unified diff.

The account of removals says which lines belong together, so nothing is searched for, and time is
linear; a general diff is not.
"""

from collections.abc import Iterator
from typing import NamedTuple

from scrubtext.result import Result

# Unchanged lines shown around a change.
_CONTEXT = 3


class Step(NamedTuple):
    """A line of the original (`before`), of the output (`after`), or of both, with its reason.

    `number` is the 1-based number of the original line; None and "" where there is none.
    """

    number: int | None
    before: str | None
    after: str | None
    reason: str


def steps(result: Result) -> Iterator[Step]:
    """The original and the output, side by side.

    >>> from scrubtext.result import Removal
    >>> result = Result(text="A", original="A \\nXS", removals=(Removal(2, "XS", "any/a/b"),))
    >>> for step in steps(result):
    ...     print(step)
    Step(number=1, before='A ', after='A', reason='')
    Step(number=2, before='XS', after=None, reason='any/a/b')
    """
    output = _lines(result.text)
    repaired = {repair.line: repair.after for repair in result.repairs}
    at = 0
    for number, before in enumerate(_lines(result.original), start=1):
        if number in result.reasons:
            yield Step(number, before, None, result.reasons[number])
        elif repaired.get(number, before).strip():
            while at < len(output) and not output[at].strip():
                yield Step(None, None, output[at], "")
                at += 1
            after = output[at] if at < len(output) else None
            yield Step(number, before, after, "")
            at += 1
        elif at < len(output) and not output[at].strip():
            yield Step(number, before, output[at], "")
            at += 1
        else:
            yield Step(number, before, None, "")
    for after in output[at:]:
        yield Step(None, None, after, "")


def unified_diff(result: Result, name: str, mark: str = "") -> Iterator[str]:
    """The lines of a unified diff of the file `name`, as `diff -u` prints it and `patch` reads it.

    `mark` is the byte-order mark that the file begins with, decoding having taken it off.

    >>> from scrubtext.result import Removal
    >>> result = Result(text="A\\n", original="A\\nXS\\n", removals=(Removal(2, "XS", "any/a/b"),))
    >>> print("\\n".join(unified_diff(result, "a.txt")))
    --- a/a.txt
    +++ b/a.txt
    @@ -1,2 +1 @@
     A
    -XS
    """
    signed = _signed(result, mark)
    changes = [at for at, line in enumerate(signed) if line[0] != " "]
    if changes:
        yield "--- " + _quoted(f"a/{name.lstrip('/')}")
        yield "+++ " + _quoted(f"b/{name.lstrip('/')}")
    old = new = shown = 0
    for start, end in _hunks(changes, len(signed)):
        for line in signed[shown:start]:
            old, new = old + (line[0] != "+"), new + (line[0] != "-")
        removed = sum(line[0] != "+" for line in signed[start:end])
        added = sum(line[0] != "-" for line in signed[start:end])
        yield f"@@ -{_span(old, removed)} +{_span(new, added)} @@"
        for line in signed[start:end]:
            yield from line.split("\n")
        old, new, shown = old + removed, new + added, end


def _quoted(name: str) -> str:
    """A name as `patch` reads it: in quotes if it has control characters, a tab after blanks."""
    if any(character < " " or character in '"\\\x7f' for character in name):
        escaped = name.encode("unicode_escape").decode("ascii").replace('"', '\\"')
        return f'"{escaped}"'
    return name + "\t" if " " in name else name


def _signed(result: Result, mark: str) -> list[str]:
    """All lines, each after its sign: "-" old, "+" new, a space in both; old before new."""
    signed: list[str] = []
    added: list[str] = []
    ends = len(_lines(result.original)), len(_lines(result.text))
    old = new = 0
    for step in steps(result):
        before, after = step.before, step.after
        if before is not None:
            old += 1
            before = (mark if old == 1 else "") + before
            before += _break_missing(result.original, at_end=old == ends[0])
        if after is not None:
            new += 1
            after = (mark if new == 1 else "") + after
            after += _break_missing(result.text, at_end=new == ends[1])
        if before == after and before is not None:
            signed += [*added, " " + before]
            added = []
            continue
        signed += ["-" + before] if before is not None else []
        added += ["+" + after] if after is not None else []
    return signed + added


def _hunks(changes: list[int], length: int) -> Iterator[tuple[int, int]]:
    """The stretches to show: each change with the lines around it, joined where they touch."""
    start = end = 0
    for at in changes:
        if at - _CONTEXT > end:
            if end:
                yield start, end
            start = at - _CONTEXT
        end = min(at + _CONTEXT + 1, length)
    if changes:
        yield max(start, 0), end


def _lines(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n") if text else []


def _break_missing(text: str, *, at_end: bool) -> str:
    return "\n\\ No newline at end of file" if at_end and not text.endswith("\n") else ""


def _span(before: int, length: int) -> str:
    """A range of lines as a hunk's head names it; an empty one by the line before it."""
    if length == 1:
        return str(before + 1)
    return f"{before + 1 if length else before},{length}"
