"""The form in which a line and a rule's text are compared, so that one phrase stands for many."""

import re
import unicodedata
from functools import lru_cache

_MARKDOWN_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
# Accents of Latin, Greek and Cyrillic: capitals often go without them (A LIRE AUSSI, ΔΙΑΒΑΣΤΕ).
_ACCENTS = re.compile("[\u0300-\u036f]+")
# Soft hyphen, zero-width characters, joiners, direction marks, variation selectors, surrogates.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ud800-\udfff]+"
)
# `unicodedata.normalize` sorts runs of combining marks in quadratic time; UAX #15 allows 30.
_LONG_RUN_OF_MARKS = re.compile(r"([^\w\s]{30})[^\w\s]+")
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ`´′", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "ı": "i",
    }
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+| \d{3}\b)*(?:[km]\b)?")
_COUNTS = ("(0)", "[0]")
_BRACKETED = re.compile(r"[^\w\[]*\[([^\[\]]*)\][^\w\]]*")
# At the ends of a line everything but words is decoration (bullets, arrows, emoji, brackets,
# colons), save what carries meaning: marks of sentences, quotations, currency, percent, degree, ©.
_MEANS_SOMETHING = frozenset(".!?。؟۔।¿¡\"'「」『』$€£¥₹%°©")


@lru_cache(maxsize=4096)
def _is_decoration(character: str) -> bool:
    return character not in _MEANS_SOMETHING and unicodedata.category(character)[0] in "PSZC"


def _trim(text: str) -> str:
    """`text` without the decoration, ellipses and counts in brackets at its ends."""
    start, end = 0, len(text)
    while start < end and _is_decoration(text[start]):
        start += 1
    if text[start - 1 : start] == "«" and text.endswith("»"):
        return text  # a quotation, not two arrows
    while start < end:
        if end - start > 3 and text.startswith(_COUNTS, end - 3):
            end -= 3
        elif _is_decoration(text[end - 1]):
            end -= 1
        elif text.startswith("..", end - 2):
            while start < end and text[end - 1] == ".":
                end -= 1
        else:
            break
    return text[start:end]


def fold(line: str) -> str:
    """The comparable form of a line: what remains when everything that varies is taken out.

    Case, width and accents, kinds of quotes and dashes, white space, decoration at both ends and
    a count in brackets at the end do not tell lines apart; every number becomes ``0`` (a time
    ``0:0``), so a rule that says ``12 comments`` stands for any number of them. A sentence mark or
    a quotation mark does tell lines apart: ``"Read more."`` is a sentence. So do square brackets
    around the whole line, as of wikis' ``[edit]``; only exact rules look behind them.

    >>> fold("• ＳＨＡＲＥ  this article:"), fold("Commentaires (1 204) »"), fold("À lire aussi…")
    ('share this article', 'commentaires', 'a lire aussi')
    >>> fold("1.2K shares"), fold("[Skip to content](#main)"), fold("“Read more.”")
    ('0 shares', 'skip to content', '"read more."')
    """
    if "](" in line:
        line = _MARKDOWN_LINK.sub(r"\1", line)
    if not line.isascii():
        line = _LONG_RUN_OF_MARKS.sub(r"\1", _INVISIBLE.sub("", line).casefold())
        line = _ACCENTS.sub("", unicodedata.normalize("NFKD", line))
        line = unicodedata.normalize("NFKC", line).casefold().translate(_ALIKE)
    line = " ".join(_NUMBER.sub("0", line.lower()).split())
    bracketed = _BRACKETED.fullmatch(line) if "[" in line else None
    if bracketed and (inner := _trim(bracketed[1])):
        return f"[{inner}]"
    return _trim(line)
