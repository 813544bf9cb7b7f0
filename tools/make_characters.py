"""Writes src/scrubtext/characters.bin: the class of every code point, at one Unicode version.

Frozen, because Python versions carry different Unicode versions and the same text must come out
the same from all of them. Run it with a Python whose `unicodedata.unidata_version` is 14.0.0
(CPython 3.11): `python tools/make_characters.py`.
"""

import unicodedata
import zlib
from pathlib import Path

UNICODE_VERSION = "14.0.0"
TARGET = Path(__file__).parent.parent / "src/scrubtext/characters.bin"

OTHER, SPACE, CONTROL, LOWER, UPPER, LETTER, IDEOGRAPH, MARK, DIGIT, NUMERAL = range(10)
TERMINAL, CLOSER, PUNCTUATION, SYMBOL = range(10, 14)

BY_CATEGORY = {
    **dict.fromkeys(["Zs", "Zl", "Zp"], SPACE),
    **dict.fromkeys(["Cc", "Cf"], CONTROL),
    "Ll": LOWER,
    **dict.fromkeys(["Lu", "Lt"], UPPER),
    **dict.fromkeys(["Lo", "Lm"], LETTER),
    **dict.fromkeys(["Mn", "Mc", "Me"], MARK),
    "Nd": DIGIT,
    **dict.fromkeys(["Nl", "No"], NUMERAL),
    **dict.fromkeys(["Pe", "Pf"], CLOSER),
    **dict.fromkeys(["Pc", "Pd", "Pi", "Po", "Ps"], PUNCTUATION),
    **dict.fromkeys(["Sc", "Sk", "Sm", "So"], SYMBOL),
}
# Quotation marks and markup that may follow the mark which ends a sentence.
CLOSERS = "\"'*_`“«‹"
# The common members of the Unicode property Sentence_Terminal (UAX #29), and the ellipsis.
TERMINALS = ".!?…։؟۔।॥။၊።፧፨។៕᠃᠉‼‽⁇⁈⁉。﹒﹖﹗！．？｡"
# Scripts that are written without spaces: their letters are counted, not their words.
UNSPACED_SCRIPTS = (
    *("CJK", "HIRAGANA", "KATAKANA", "HALFWIDTH KATAKANA", "BOPOMOFO", "IDEOGRAPHIC"),
    *("THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "YI"),
)


def class_of(character: str) -> int:
    category = unicodedata.category(character)
    if character in "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85":
        return SPACE
    if character in CLOSERS:
        return CLOSER
    if character in TERMINALS:
        return TERMINAL
    if category in ("Lo", "Lm") and unicodedata.name(character, "").startswith(UNSPACED_SCRIPTS):
        return IDEOGRAPH
    return BY_CATEGORY.get(category, OTHER)


def main() -> None:
    if unicodedata.unidata_version != UNICODE_VERSION:
        raise SystemExit(f"needs Unicode {UNICODE_VERSION}, has {unicodedata.unidata_version}")
    TARGET.write_bytes(zlib.compress(bytes(class_of(chr(c)) for c in range(0x110000)), 9))


if __name__ == "__main__":
    main()
