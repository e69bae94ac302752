"""Write resources/morphology/news.db, the news vocabulary in camel-tools' database format, from resources/lexicon.

Run it after any change to nouns.tsv, verbs.tsv, adjectives.tsv or particles.tsv:

    .venv/bin/python packaging/build_morphology.py

A database lists prefixes, stems and suffixes with a category each, and which categories go together. The categories
are the lexicon's own (workbench/knowledge/language/affixes.py), so that database and look-up read the same words the
same way.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from workbench.knowledge.language.affixes import CATEGORIES, PREFIXES, Prefix, Suffix, compatible, openings  # noqa: E402
from workbench.knowledge.language.vocabulary import load_words, stems  # noqa: E402

TARGET = ROOT / "resources" / "morphology" / "news.db"

# What the analyser itself folds before it looks a word up (camel-tools' DEFAULT_NORMALIZE_MAP).
_FOLDS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": None})
_LETTERS = "يتنأ"  # the person letters of the present
_NUMBERS = {"singular": "s", "dual": "d", "plural": "p"}
_FEATURES = ("diac", "lex", "pos", "num", "gen", "gloss", "asp", "vox", "bw")
_HEAD = [
    "###DEFINES###",
    *(f"DEFINE {feature} {feature}:*open*" for feature in _FEATURES),
    "###DEFAULTS###",
    # The analyser asks for these by name whatever it is given.
    *(f"DEFAULT pos:{pos} num:- gen:- asp:- vox:-" for pos in ("noun", "digit", "punc", "latin")),
    "###ORDER###",
    "ORDER " + " ".join(_FEATURES),
    "###TOKENIZATIONS###",
    "###STEMBACKOFF###",
]


def database(lexicon: Path) -> str:
    """The text of the database for the tables in ``lexicon``."""
    prefixes = {_prefix_category(prefix, plural): (prefix, plural) for prefix in PREFIXES for plural in (False, True)}
    lines = [*_HEAD, "###PREFIXES###"]
    lines += sorted({_prefix_line(prefix, plural) for prefix in PREFIXES for plural in (False, True)})
    lines.append("###SUFFIXES###")
    pairs = [(category, suffix) for category, suffixes in CATEGORIES.items() for suffix in suffixes]
    lines += sorted({_suffix_line(category, suffix) for category, suffix in pairs})
    lines.append("###STEMS###")
    lines += _stem_lines(lexicon)
    lines.append("###TABLE AB###")
    lines += sorted(
        f"{name} {category}"
        for name, (prefix, _) in prefixes.items()
        for category in CATEGORIES
        if prefix.opening in openings(category)
    )
    lines.append("###TABLE BC###")
    lines += sorted({f"{category} {_suffix_category(category, suffix)}" for category, suffix in pairs})
    lines.append("###TABLE AC###")
    lines += sorted(
        {
            f"{name} {_suffix_category(category, suffix)}"
            for name, (prefix, plural) in prefixes.items()
            for category, suffix in pairs
            if compatible(prefix, suffix) and (prefix.letter != "ت" or plural == (suffix.number == "plural"))
        }
    )
    return "\n".join(lines) + "\n"


def _stem_lines(lexicon: Path) -> list[str]:
    lines: dict[str, None] = {}
    for word in load_words(lexicon):
        for form, stem in stems(word):
            features = [f"diac:{stem.text}", f"lex:{word.lemma}", f"pos:{word.pos}"]
            features += [f"num:{_NUMBERS[stem.number]}", f"gen:{stem.gender}", f"gloss:{word.concept}"]
            if form:
                features.append(f"asp:{form}")
            if stem.voice:
                features.append(f"vox:{stem.voice}")
            lines[f"{stem.text.translate(_FOLDS)}\t{stem.category}\t{' '.join(features)}"] = None
    return sorted(lines)


def _prefix_category(prefix: Prefix, plural: bool) -> str:
    """The letter ت says «she», but nothing of gender before a plural ending: two categories for the one spelling."""
    letter = f"-{_LETTERS.index(prefix.letter)}" if prefix.letter else ""
    return f"P-{prefix.opening}{letter}" + ("p" if plural and prefix.letter == "ت" else "")


def _prefix_line(prefix: Prefix, plural: bool) -> str:
    features = [f"diac:{prefix.text}"]
    if prefix.particles:
        features.append(f"bw:{prefix.particles}/P")
    if prefix.letter == "ت" and not plural:
        features.append("gen:f")
    elif prefix.letter == "ن":
        features.append("num:p")
    return f"{prefix.text.translate(_FOLDS)}\t{_prefix_category(prefix, plural)}\t{' '.join(features)}"


def _suffix_category(category: str, suffix: Suffix) -> str:
    kind = "d" if suffix.article else "x"
    letters = "".join(str(_LETTERS.index(letter)) for letter in suffix.letters)
    return f"S-{category}-{kind}{letters}" + ("p" if letters and suffix.number == "plural" else "")


def _suffix_line(category: str, suffix: Suffix) -> str:
    features = [f"diac:{suffix.text}"]
    if suffix.enclitic:
        features.append(f"bw:{suffix.enclitic}/E")
    if suffix.number:
        features.append(f"num:{_NUMBERS[suffix.number]}")
    if suffix.gender:
        features.append(f"gen:{suffix.gender}")
    return f"{suffix.text.translate(_FOLDS)}\t{_suffix_category(category, suffix)}\t{' '.join(features)}"


def main() -> None:
    """Write the database beside the tables it comes from."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(database(ROOT / "resources" / "lexicon"), encoding="utf-8", newline="\n")
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
