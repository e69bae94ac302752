"""Negation and doubt around a word."""

from __future__ import annotations

from workbench.claims.values import Polarity
from workbench.claims.view import SentenceView

NEGATIONS = frozenset("لم لن لا ليس ليست ليسوا ولم ولا ولن وليس دون بدون ودون عدم وعدم بعدم لعدم غير بلا انعدام فلم فلا".split())
_DENIALS = frozenset(("deny",))
_DOUBT = frozenset("ربما قد احتمال محتمل محتملا يحتمل يعتقد يرجح مرجح المحتمل المرجح".split())
_WHETHER = (("ما", "اذا"), ("اذا", "ما"), ("عما", "اذا"))
_REACH = 5


def polarity_at(view: SentenceView, at: int) -> Polarity:
    """Whether the word ``tokens[at]`` is affirmed, negated or in doubt, judged by the words before it in its clause
    (a negation reaches five words, over a comma it does not; «لم يعرف ما إذا» leaves in doubt)."""
    clause = view.clause_of(at)
    keys = [token.key for token in view.tokens[clause.first : at]]
    for first, second in _WHETHER:
        for place in range(len(keys) - 1):
            if keys[place] == first and keys[place + 1] == second:
                return "uncertain"
    near = keys[-_REACH:]
    for distance, key in enumerate(reversed(near)):
        if key in NEGATIONS:
            # «لا يزال», «لا سيما», «ليس فقط», «غير أن»: no negation of what follows.
            after = keys[len(keys) - distance] if distance else view.tokens[at].key
            if after in _NO_NEGATION_BEFORE:
                continue
            return "negated"
    if any(key in _DOUBT for key in near[-3:]):
        return "uncertain"
    return "affirmed"


_NO_NEGATION_BEFORE = frozenset(
    "يزال تزال يزالون زال زالت سيما فقط ان انه انها انهم يقل تقل اقل شك بد ريب عن توقف ينفك يلبث تلبث".split()
)
