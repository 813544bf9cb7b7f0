"""Repairs of characters, line by line: mojibake, entities, control characters.

ftfy does the work, under settings that leave correct text alone. Three things are done around
it. A gate lets lines pass that ftfy would not change. Entities are decoded here, for ftfy lets a
``<`` in one line decide for all later ones. And time is bounded: what is wrapped many times over
would take quadratic time to unwrap.
"""

import re
from functools import lru_cache
from typing import Any

from scrubtext.result import Repair

# What any repair but that of mojibake needs to see, and what mojibake can't do without.
_SUSPECT = re.compile(
    "[&\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u206a-\u206f\ufeff\ufff9-\ufffc\ud800-\udfff]"
)
_LINE_BREAK = re.compile("[\n\r]")
# Text in which these occur may be about markup, or code: `&lt;` is meant as it stands.
_ABOUT_MARKUP = re.compile(r"""[<`]|["'(]&#?\w{1,24};["')]""")
# Entities that hide a tag show one to the reader; decoded, they would be one.
_TAG = re.compile("</?[A-Za-z!]")
_FENCE = re.compile(r"\s*(?:```|~~~)")
# ftfy takes quadratic time to undo what is nested deeply, so a long line goes to it in parts, in
# characters, that end at white space where there is some.
_PART = 2000
_PARTS = re.compile(rf".{{1,{_PART}}}(?:(?<=\s)|$)|.{{1,{_PART}}}", re.DOTALL)
# A line that is still changing after so many rounds is made to be repaired for ever.
_ROUNDS = 6


def repair(text: str) -> tuple[str, tuple[Repair, ...]]:
    """The repaired text and an account, line by line; the number of lines stays.

    >>> repair("All well.\\nIt&rsquo;s sÃ³.")[0]
    'All well.\\nIt’s só.'
    >>> repair("“Quotes”, Ｆｕｌｌ ｗｉｄｔｈ, ﬁ, naïve.")
    ('“Quotes”, Ｆｕｌｌ ｗｉｄｔｈ, ﬁ, naïve.', ())
    """
    if text.isascii() and not _SUSPECT.search(text):
        return text, ()
    lines = text.split("\n")
    repairs = []
    in_fence = False
    for position, line in enumerate(lines):
        if needs_repair(line):
            before = line.removesuffix("\r")
            after, steps = repair_line(before, entities=not in_fence)
            if after != before:
                repairs.append(Repair(position + 1, before, after, steps))
                lines[position] = after + line[len(before) :]
        in_fence ^= bool(_FENCE.match(lines[position]))
    return ("\n".join(lines), tuple(repairs)) if repairs else (text, ())


def needs_repair(line: str) -> bool:
    """The gate: False only where `repair_line` would change nothing.

    >>> needs_repair("Plain – and “curly”."), needs_repair("sÃ³")
    (False, True)
    """
    if _SUSPECT.search(line):
        return True
    if line.isascii():
        return False
    is_bad, core = _ftfy().badness.is_bad, line.strip()
    return bool(is_bad(line) or (core != line and is_bad(core)))


def repair_line(line: str, *, entities: bool = True) -> tuple[str, tuple[str, ...]]:
    """One line after all repairs, and the kinds of steps that lead there, in order.

    Without `entities`, HTML entities stay: between Markdown fences they are code.

    >>> repair_line("humanitÃ© &amp; joie")
    ('humanité & joie', ('decode HTML entities', 'encode latin-1', 'decode utf-8'))
    """
    # Outside the loop, for a line that does not settle is given back: without surrogates still.
    start = _ftfy().fixes.fix_surrogates(line)
    steps = ["fix surrogates"] if start != line else []
    line = start
    for _ in range(_ROUNDS):
        before = line
        line = _repair_once(line, steps, entities)
        # The white space around a line may go when the text is tidied, and shall change nothing.
        core = line.strip()
        if core != line:
            line = line.replace(core, _repair_once(core, steps, entities), 1) if core else line
        if line == before:
            return line, tuple(dict.fromkeys(steps))
    return start, ()


def _repair_once(line: str, steps: list[str], entities: bool) -> str:
    parts = _PARTS.findall(line) if len(line) > _PART else [line]
    decode = entities and not _ABOUT_MARKUP.search(line)
    return "".join([_repair_part(part, steps, decode) for part in parts])


def _repair_part(text: str, steps: list[str], decode: bool) -> str:
    """`text` after one round of repairs, which are added to `steps`."""
    ftfy = _ftfy()
    if "&" in text and decode:
        unescaped = _LINE_BREAK.sub(" ", ftfy.fixes.unescape_html(text))
        if unescaped != text and not _TAG.search(unescaped):
            steps.append("decode HTML entities")
            text = unescaped
    fixed, explanation = ftfy.fix_and_explain(text, _settings())
    steps += [" ".join(step).replace("_", " ") for step in explanation]
    return str(fixed)


@lru_cache(maxsize=1)
def _ftfy() -> Any:
    import ftfy.badness  # here, as it takes 50 ms, and plain ASCII needs none
    import ftfy.fixes

    return ftfy


@lru_cache(maxsize=1)
def _settings() -> Any:
    return _ftfy().TextFixerConfig(
        unescape_html=False,  # done above
        uncurl_quotes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        fix_line_breaks=False,
        normalization=None,
    )
