"""The only place where a line is dropped: kept lines to text, with white space set right."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from scrubtext.intake.document import Document
from scrubtext.lines import Lines, shared_indents
from scrubtext.result import Removal, Result

WhiteSpace = Literal["mend", "tidy"]


UNSETTLED = "left as it is: each round of removals laid bare more to remove, to no end"


def render(
    documents: Sequence[Document],
    kept: Iterable[Lines],
    removed: Mapping[int, Mapping[int, str]],
    unsettled: Lines,
    white_space: WhiteSpace,
) -> list[Result]:
    """The results for a batch of `documents`: its `kept` lines, in parts, and those `removed`.

    Both go by a document's place in the batch; `removed` gives the reason by the line's number. A
    document that has `unsettled` lines comes out with all its lines, and a note.

    >>> [result] = render([Document("A ", "A ")], [Lines.of(["A "])], {}, Lines.of([]), "tidy")
    >>> result.text
    'A'
    """
    rows: dict[int, tuple[list[int], list[bool]]] = {}
    for lines in kept:
        for part in lines.by_document():
            chosen = slice(part.start, part.stop)
            place = int(lines.document[part.start])
            rows[place] = lines.number[chosen].tolist(), lines.gap[chosen].tolist()
    given_back = set(unsettled.document.tolist())
    results = []
    for place, document in enumerate(documents):
        numbers, gaps = rows.get(place, ([], []))
        reasons = removed.get(place, {})
        if place in given_back:
            whole = Lines.of([document.text])
            numbers, gaps, reasons = whole.number.tolist(), whole.gap.tolist(), {}
        text = document.text
        if white_space == "tidy":
            text = tidy(text, numbers, gaps)
        elif reasons:
            text = mend(text, numbers)
        results.append(
            Result(
                text=text,
                original=document.original,
                removals=_removals(document.text, reasons),
                repairs=document.repairs,
                encoding=document.encoding,
                notes=(*document.notes, UNSETTLED) if place in given_back else document.notes,
            )
        )
    return results


def _removals(text: str, reasons: Mapping[int, str]) -> tuple[Removal, ...]:
    lines = text.split("\n") if reasons else []
    return tuple(
        Removal(number, lines[number - 1].removesuffix("\r"), reasons[number])
        for number in sorted(reasons)
    )


def mend(text: str, numbers: Sequence[int]) -> str:
    """`text` with only the lines `numbers`; white space changes only where lines went.

    There the longest of the runs of blank lines that meet stays, and none at the ends.

    >>> mend("A\\n\\nXS\\n\\n\\nB  \\n", [1, 6])
    'A\\n\\n\\nB  \\n'
    """
    lines = _without_last_break(text).split("\n")
    output: list[str] = []
    above = 0
    for number in [*numbers, len(lines) + 1]:
        output += _between(lines[above : number - 1], at_end=not above or number > len(lines))
        output += lines[number - 1 : number]
        above = number
    return _joined(output, text)


def _between(lines: list[str], at_end: bool) -> list[str]:
    """What stays of the lines between two lines that stay: blank ones, as `mend` says."""
    if not any(line.strip() for line in lines):
        return lines
    longest: list[str] = []
    run: list[str] = []
    for line in () if at_end else lines:
        if line.strip():
            run = []
            continue
        run.append(line)
        if len(run) > len(longest):
            longest = run
    return longest


def tidy(text: str, numbers: Sequence[int], gaps: Sequence[bool]) -> str:
    """The lines `numbers` of `text` without trailing blanks and common indentation.

    One blank line stands wherever one or more stood.

    >>> tidy("  A \\n\\n\\n  B", [1, 4], [True, True])
    'A\\n\\nB'
    """
    raw = _without_last_break(text).split("\n")
    lines = [raw[number - 1].rstrip() for number in numbers]
    for start, width in shared_indents(lines):
        lines[start:] = [line[width:] for line in lines[start:]]
    output: list[str] = []
    ending = ""
    for number, gap, line in zip(numbers, gaps, lines, strict=True):
        if gap and output:
            output.append(ending)
        ending = "\r" if raw[number - 1].endswith("\r") else ""
        output.append(line + ending)
    return _joined(output, text)


def _without_last_break(text: str) -> str:
    return text.removesuffix("\n")


def _joined(lines: list[str], text: str) -> str:
    """The lines as one text that ends with a line break just if `text` does."""
    joined = "\n".join(lines)
    if text.endswith("\n"):
        return joined + "\n" if lines else ""
    return joined if text.endswith("\r") else joined.removesuffix("\r")
