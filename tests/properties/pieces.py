"""Pieces of text that readers stumble over, and whole articles assembled from them."""

from __future__ import annotations

from hypothesis import strategies as st

SENTENCES = [
    "The minister said on Tuesday that the talks with Russia would go on.",
    "“We will not accept it,” Ada Marsh told reporters in Dover on 8 March 2022.",
    "The union demanded a ceasefire; the operators rejected it, according to Reuters.",
    "At least 1,200 people were killed in Kyiv, he said.",
    "The second round of talks ended after five hours, and a third round is planned for next week.",
    "Mr. Marsh, who said that Mrs. Marsh said that they said so, said nothing.",
]
WORDS = [
    "said", "he said", "said he", "she said that", "they", "that", "according to", "the", "of", "and", "Ada Marsh",
    "Ivan Petrov", "Russia", "the Kremlin",
    "Ukraine’s", "foreign minister", "President", "U.S.", "Mr.", "Dr", "talks", "the third round", "demanded",
    "rejects", "ceasefire", "on Tuesday",
    "March 3", "2022-03-03", "31.02.2022", "last week", "14:30", "12", "1,000,000", "3.5 percent", "$5bn", "two",
    "MOSCOW (AP) —", "LONDON, 8 March 2022", "-",
]  # fmt: skip
SIGNS = [
    '"', "“", "”", "‘", "’", "'", "«", "»", "„", "``", "''", "(", ")", "[", "]", "{", "}", ".", "...", "…", "!", "?",
    ",", ";", ":", "—", "–", "-", "*", "**", "_",
    "#", "##", "`", "```", "~~", ">", "|", "||", "[^1]", "[^1]: x", "[x](javascript:alert(1))", "![x](y)",
    "{{ 7*7 }}", "{% raw %}", "{: .x }", "<b>", "</p>", "<script>",
    "<!--", "-->", "&amp;", "&#0;", "&", "<", "---", "===", "\\", "/", "http://a.b/c?d=e", "a@b.c", "@who", "#tag",
    "%", "$", "\u200b", "\u200d", "\u202e", "\u2066",
    "\ufeff", "\u00ad", "\u0301", "\u00a0", "\u2028", "\x0b", "\x0c", "\x85", "\x07", "\x1b[31m", "🎉", "👩‍👩‍👧",
    "שלום", "مرحبا", "Київ", "漢字", "ﬁ", "İ", "ß", "𝒜", "\ud7ff",
]  # fmt: skip
BREAKS = [" ", " ", " ", "", "\n", "\n\n", "\r\n", "\r\n\r\n", "\t", "  ", "\n- ", "\n1. ", "\n> ", "\n# ", "\n| "]


def articles(most: int = 40) -> st.SearchStrategy[str]:
    """Whole files: prose enough to count as an article, and pieces of every kind around and within it."""
    piece = st.one_of(
        st.sampled_from(SENTENCES),
        st.sampled_from(WORDS),
        st.sampled_from(SIGNS),
        st.sampled_from(SENTENCES).map(str.upper),
        st.sampled_from(WORDS).map(lambda word: word * 30),
        st.text(max_size=8).filter(lambda text: "\0" not in text),
    )
    pairs = st.lists(st.tuples(piece, st.sampled_from(BREAKS)), min_size=1, max_size=most)
    prose = " ".join(SENTENCES[:3])
    return st.tuples(pairs, pairs, st.sampled_from(["", "\ufeff"])).map(
        lambda parts: f"{parts[2]}{_joined(parts[0])}\n\n{prose}\n\n{_joined(parts[1])}"
    )


def _joined(pairs: list[tuple[str, str]]) -> str:
    return "".join(piece + gap for piece, gap in pairs)
