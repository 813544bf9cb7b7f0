"""The functions for one document, on pipelines that are made once."""

from functools import lru_cache

from scrubtext.intake.document import Html, Source
from scrubtext.pipeline import Pipeline, Preset
from scrubtext.result import Result


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
