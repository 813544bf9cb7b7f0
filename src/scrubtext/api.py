"""What a program calls: pipelines, and functions for one document on pipelines made once."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import get_args

from scrubtext.errors import ConfigError
from scrubtext.filters import Filter, Phrases
from scrubtext.intake.document import Document, Html, Source
from scrubtext.intake.html import Extractor, check_extractor
from scrubtext.pipeline import Preset, preset_filters, scrub_documents
from scrubtext.reasons import reasons
from scrubtext.render import WhiteSpace
from scrubtext.result import Result
from scrubtext.rules.load import load_packs
from scrubtext.rules.rule import Rule

# Documents that are judged together.
BATCH = 256


@dataclass(frozen=True)
class Pipeline:
    """Filters in order, and how white space and markup are treated; safe to share and to pickle.

    `white_space` is "tidy" (one blank line at most, no trailing blanks, no common indentation) or
    "mend" (changed only where lines went); `extractor` is "trafilatura" or "resiliparse"; marks
    for the reasons in `ignore` do not count.

    >>> Pipeline.preset("safe").clean("Skip to main content\\n\\nThe vote is on Tuesday.")
    'The vote is on Tuesday.'
    >>> from scrubtext.filters import furniture
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
            results += scrub_documents(batch, self.filters, self.ignore, self.white_space)
        return results

    @property
    def reasons(self) -> dict[str, str]:
        """Every reason of rules and filters that come with scrubtext or its packs, explained."""
        phrases = (f for f in self.filters if isinstance(f, Phrases))
        return reasons(rule for filter_ in phrases for rule in filter_.rules)


def clean(text: str, *, preset: Preset = "standard") -> str:
    r"""The text with its encoding repaired and its debris lines gone.

    `preset` is "safe" (only what cannot be content), "standard" or "aggressive". Raises
    ConfigError for another one.

    >>> clean("The vote is on Tuesday.\n\nShare this article\nFacebook\nTwitter")
    'The vote is on Tuesday.'
    """
    return _pipeline(preset).clean(text)


def clean_html(html: str | bytes, *, preset: Preset = "standard") -> str:
    """The main text of an HTML page, without debris; `html` is a str, or bytes in any encoding.

    Raises ExtractionError where the extractor fails on the page, NotTextError where the bytes are
    no text.

    >>> clean_html("<html><body><p>The vote is on Tuesday, she said.</p></body></html>")
    'The vote is on Tuesday, she said.'
    """
    return _pipeline(preset).scrub(Html(html)).text


def scrub(source: Source, *, preset: Preset = "standard") -> Result:
    r"""The result for a str, bytes, or `Html`: its text, and what was removed or repaired, and why.

    Raises NotTextError for bytes that are no text, ExtractionError where an extractor fails.

    >>> scrub("The vote is on Tuesday.\nXS / SM / MD / LG").removals
    (Removal(line=2, text='XS / SM / MD / LG', reason='any/breakpoints/one-line'),)
    >>> scrub("Grüße aus Köln".encode("cp1252")).encoding
    'cp1252'
    """
    return _pipeline(preset).scrub(source)


@lru_cache(maxsize=3)
def _pipeline(preset: Preset) -> Pipeline:
    return Pipeline.preset(preset)
