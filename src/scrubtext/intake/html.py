"""Markup to text, by an extractor behind one function."""

import re
from collections.abc import Callable
from typing import Literal, get_args

from scrubtext.errors import ConfigError, ExtractionError

Extractor = Literal["trafilatura", "resiliparse"]
NOTHING_FOUND = "no main text was found in this markup; try another extractor"
# A declaration stands in the first 1024 bytes (HTML standard, 13.2.3.2).
_DECLARATION = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{1,40})""",
    re.IGNORECASE,
)
_WHOLE_PAGE = re.compile(r"<(?:html|body|!doctype)\b", re.IGNORECASE)


def declared_charset(markup: bytes) -> str | None:
    """The label of the charset that a page declares, if it does.

    >>> declared_charset(b'<html><head><meta charset="iso-8859-1">')
    'iso-8859-1'
    """
    found = _DECLARATION.search(markup[:1024])
    return found[1].decode("ascii") if found else None


def check_extractor(name: str) -> None:
    """Raises ConfigError where there is no extractor of that name.

    >>> check_extractor("trafilatura")
    """
    if name not in _EXTRACTORS:
        known = ", ".join(get_args(Extractor))
        raise ConfigError(f"extractor {name!r} is unknown; known are {known}")


def extract(markup: str, extractor: Extractor = "trafilatura") -> str:
    """The main text of an HTML page, as `extractor` finds it; "" where it finds none.

    Raises ExtractionError where the extractor is not installed or fails on the page, ConfigError
    where there is none of that name.

    >>> extract("<p>The vote is on Tuesday, she said.</p>")
    'The vote is on Tuesday, she said.'
    """
    check_extractor(extractor)
    # Neither a lone surrogate nor a NUL can be in a page; the parsers' C code refuses both.
    markup = markup.encode("utf-8", "replace").decode("utf-8").replace("\0", "�")
    if not markup.strip():
        return ""
    if not _WHOLE_PAGE.search(markup):
        markup = f"<html><body>{markup}</body></html>"
    try:
        return _EXTRACTORS[extractor](markup)
    except ImportError as error:
        raise ExtractionError(
            f"{extractor} can't be loaded ({error}); pip install 'scrubtext[{extractor}]'"
        ) from error
    except Exception as error:
        raise ExtractionError(
            f"{extractor} fails on this page ({type(error).__name__}: {error}); "
            "try another extractor"
        ) from error


def _trafilatura(markup: str) -> str:
    import trafilatura  # here, as it takes 250 ms, and only HTML needs it

    return trafilatura.extract(markup) or ""


def _resiliparse(markup: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text  # an extra

    text: str = extract_plain_text(markup, main_content=True, alt_texts=False)
    return text


_EXTRACTORS: dict[str, Callable[[str], str]] = {
    "trafilatura": _trafilatura,
    "resiliparse": _resiliparse,
}
