"""The pipeline, on one screen: what the presets are made of, and the loop that they run in."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Literal, get_args

import numpy as np

from scrubtext.errors import ConfigError
from scrubtext.filters import PROTECTIONS, Filter, Phrases, copies, furniture, recurring, spread
from scrubtext.intake.document import Document
from scrubtext.lines import Lines
from scrubtext.marks import Marks
from scrubtext.render import WhiteSpace, render
from scrubtext.result import Result
from scrubtext.rules.rule import Rule, within

Preset = Literal["safe", "standard", "aggressive"]
# A document that still loses lines after so many rounds erodes; it is given back whole. So time
# stays linear in the text, and a second run comes to the same end.
ROUNDS = 25


def preset_filters(preset: Preset, rules: tuple[Rule, ...]) -> tuple[Filter, ...]:
    """The filters of a preset, in order, with those of `rules` that it trusts."""
    match preset:
        case "safe":
            return (*PROTECTIONS, Phrases(within(rules, "sure")))
        case "standard":
            return (*PROTECTIONS, Phrases(within(rules, "likely")), furniture, copies, spread)
        case "aggressive":
            phrases = Phrases(within(rules, "bold"))
            return (*PROTECTIONS, phrases, furniture, copies, recurring, spread)
    raise ConfigError(f"preset {preset!r} is unknown; known are {', '.join(get_args(Preset))}")


def scrub_documents(
    documents: Sequence[Document],
    filters: Sequence[Filter],
    ignore: Collection[str],
    white_space: WhiteSpace,
) -> list[Result]:
    """The results for documents that are judged together, save for the reasons in `ignore`.

    A document goes round again as long as it loses lines; then it is rendered.
    """
    lines = Lines.of(document.text for document in documents)
    kept: list[Lines] = []
    removed: dict[int, dict[int, str]] = defaultdict(dict)
    for _ in range(ROUNDS):
        if not len(lines):
            break
        marks = Marks(lines)
        for judge in filters:
            for mark in judge(lines, marks):
                if mark.reason not in ignore:
                    marks.add(mark)
        unsettled = np.isin(lines.document, lines.document[marks.dropped])
        kept.append(lines[~unsettled])
        for row in np.flatnonzero(marks.dropped).tolist():
            removed[int(lines.document[row])][int(lines.number[row])] = marks.reasons[row]
        lines = lines[unsettled & ~marks.dropped]
    return render(documents, kept, removed, unsettled=lines, white_space=white_space)
