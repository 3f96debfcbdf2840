"""How many columns a text takes: ``terraform fmt`` counts grapheme clusters, what readers take for one character.

Characters are mapped to classes of Unicode's text segmentation, and one pattern over the classes finds the clusters.

https://unicode.org/reports/tr29/#Grapheme_Cluster_Boundaries
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

CLUSTER = re.compile(
    r"""
    \r\n
  | p*+ (?: L*+ (?: V++ | M V*+ | N ) T*+ | L++ | T++   # a Hangul syllable
          | RR                                          # a flag
          | e (?: x*+ Z e )*+                           # an emoji, or several joined into one
          | [^\r\ncpxsZ] ) [xsZ]*+
  | p++ | [xsZ]++ | [\r\nc]
    """,
    re.VERBOSE,
)

RANGES = {
    "L": r"\u1100-\u115f\ua960-\ua97c",
    "V": r"\u1160-\u11a7\ud7b0-\ud7c6",
    "T": r"\u11a8-\u11ff\ud7cb-\ud7fb",
    "R": r"\U0001f1e6-\U0001f1ff",
    "Z": r"\u200d",
    "x": r"\u200c\uff9e\uff9f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f",
    "s": r"\u0cf3\u0e33\u0eb3",
    "p": r"\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd",
    "o": r"\u102b\u102c\u1038\u1062-\u1064\u1067-\u106d\u1083\u1087-\u108c\u108f\u109a-\u109c"
    r"\u1a61\u1a63\u1a64\uaa7b\uaa7d",
    "e": r"\xa9\xae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u2388\u23cf\u23e9-\u23f3"
    r"\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2605\u2607-\u2612\u2614-\u2685\u2690-\u2705"
    r"\u2708-\u2712\u2714\u2716\u271d\u2721\u2728\u2733\u2734\u2744\u2747\u274c\u274e\u2753-\u2755\u2757\u2763-\u2767"
    r"\u2795-\u2797\u27a1\u27b0\u27bf\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299"
    r"\U0001f000-\U0001faff\U0001fc00-\U0001fffd",
}
CLASS = re.compile("|".join(f"(?P<{name}>[{chars}])" for name, chars in RANGES.items()))
CATEGORIES = {"Mn": "x", "Me": "x", "Mc": "s", "Cc": "c", "Cf": "c", "Cs": "c", "Zl": "c", "Zp": "c"}


def width(text: str) -> int:
    """Return the columns of *text*, a row of tokens. A quote never joins what follows: that is another token."""
    if text.isascii():
        return len(text) - text.count("\r\n")
    return len(CLUSTER.findall("".join(map(_class, text))))


@lru_cache(maxsize=4096)
def _class(character: str) -> str:
    if character in "\r\n":
        return character
    if character == '"':
        return "c"
    if "\uac00" <= character <= "\ud7a3":
        return "N" if (ord(character) - 0xAC00) % 28 else "M"
    if (special := CLASS.match(character)) and special.lastgroup:
        return special.lastgroup
    return CATEGORIES.get(unicodedata.category(character), "o")
