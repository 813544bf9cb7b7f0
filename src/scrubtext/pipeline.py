"""The pipeline, on one screen: read, judge until nothing is left to drop, render."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal, get_args

import numpy as np

from scrubtext.errors import ConfigError
from scrubtext.filters import PROTECTIONS, Filter, Phrases, copies, furniture, recurring, spread
from scrubtext.intake.document import Document, Source
from scrubtext.intake.html import Extractor, check_extractor
from scrubtext.lines import Lines
from scrubtext.marks import Marks
from scrubtext.reasons import reasons
from scrubtext.render import WhiteSpace, render
from scrubtext.result import Result
from scrubtext.rules.load import load_packs
from scrubtext.rules.rule import Rule, within

Preset = Literal["safe", "standard", "aggressive"]
# Documents that are judged together.
BATCH = 256
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


@dataclass(frozen=True)
class Pipeline:
    """Filters in order, and how white space and markup are treated; safe to share and to pickle.

    `white_space` is "tidy" (one blank line at most, no trailing blanks, no common indentation) or
    "mend" (changed only where lines went); `extractor` is "trafilatura" or "resiliparse"; marks
    for the reasons in `ignore` do not count.

    >>> Pipeline.preset("safe").clean("Skip to main content\\n\\nThe vote is on Tuesday.")
    'The vote is on Tuesday.'
    >>> Pipeline(filters=[furniture]).clean("It rained.\\n|\\nIt snowed.")
    'It rained.\\nIt snowed.'
    """

    filters: Sequence[Filter]
    white_space: WhiteSpace = "tidy"
    extractor: Extractor = "trafilatura"
    ignore: Collection[str] = frozenset()

    def __post_init__(self) -> None:
        """Makes what could be changed unchangeable; raises ConfigError for what is unknown."""
        if self.white_space not in get_args(WhiteSpace) or isinstance(self.ignore, str):
            raise ConfigError('white_space is "tidy" or "mend", ignore a set of reasons')
        check_extractor(self.extractor)
        object.__setattr__(self, "filters", tuple(self.filters))
        object.__setattr__(self, "ignore", frozenset(self.ignore))

    @classmethod
    def preset(cls, name: Preset, *, rules: Iterable[Rule] = ()) -> "Pipeline":
        """The pipeline of a preset, with the packs that come with scrubtext and other `rules`."""
        filters = preset_filters(name, (*load_packs(), *rules))
        return cls(filters, "mend" if name == "safe" else "tidy")

    def with_filters(self, *filters: Filter) -> "Pipeline":
        """A pipeline in which `filters` judge before those of this one."""
        return replace(self, filters=(*filters, *self.filters))

    def clean(self, text: str) -> str:
        """The text without its debris."""
        return self.scrub(text).text

    def clean_many(self, texts: Iterable[str]) -> list[str]:
        """The texts without their debris, in order; faster than one by one."""
        return [result.text for result in self.scrub_many(texts)]

    def scrub(self, source: Source) -> Result:
        """The result for one source."""
        return self.scrub_many([source])[0]

    def scrub_many(self, sources: Iterable[Source]) -> list[Result]:
        """The results for all sources, in order."""
        if isinstance(sources, str | bytes):
            raise TypeError("give a list of sources, or one source to scrub or clean")
        results: list[Result] = []
        remaining = iter(sources)
        while batch := [Document.read(s, self.extractor) for s in islice(remaining, BATCH)]:
            results += self._scrub_batch(batch)
        return results

    @property
    def reasons(self) -> dict[str, str]:
        """Every reason of rules and filters that come with scrubtext or its packs, explained."""
        phrases = (f for f in self.filters if isinstance(f, Phrases))
        return reasons(rule for filter_ in phrases for rule in filter_.rules)

    def _scrub_batch(self, documents: list[Document]) -> list[Result]:
        lines = Lines.of(document.text for document in documents)
        kept: list[Lines] = []
        removed: dict[int, dict[int, str]] = defaultdict(dict)
        for _ in range(ROUNDS if len(lines) else 0):
            marks = self._judge(lines)
            unsettled = np.isin(lines.document, lines.document[marks.dropped])
            kept.append(lines[~unsettled])
            for row in np.flatnonzero(marks.dropped).tolist():
                removed[int(lines.document[row])][int(lines.number[row])] = marks.reasons[row]
            lines = lines[unsettled & ~marks.dropped]
            if not len(lines):
                break
        return render(documents, kept, removed, unsettled=lines, white_space=self.white_space)

    def _judge(self, lines: Lines) -> Marks:
        marks = Marks(lines)
        for judge in self.filters:
            for mark in judge(lines, marks):
                if mark.reason not in self.ignore:
                    marks.add(mark)
        return marks
