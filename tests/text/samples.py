"""Words and strange characters from which the tests of texts build theirs."""

from __future__ import annotations

from hypothesis import strategies as st

NEWS_WORDS = (
    "أعلن أعلنت قال قالت أكد أضاف أوضح نفى ذكرت وقال وأضاف وأوضحت الحكومة الوزير الرئيس وزارة الداخلية الصحة "
    "الشرطة الجيش المدينة العاصمة بغداد القاهرة دمشق بيروت طهران واشنطن موسكو أمس اليوم الجمعة الخميس صباح "
    "مساء في على من إلى عن مع أن إن مقتل إصابة هجوم صاروخي انفجار سيارة مفخخة قرب مطار قاعدة عسكرية أشخاص "
    "آخرين جنود مدنيين ثلاثة خمسة عشرون نحو أكثر التي الذي هذا هذه بعد قبل خلال منذ حتى بين كان كانت لم لا قد "
    "سوف مسؤول مصدر أمني بيان مؤتمر اتفاق محادثات زيارة الاقتصاد النفط أسعار ارتفاع انخفاض بنسبة مليون دولار "
    "شركة مشروع طريق جسر مدرسة مستشفى جامعة طلاب انتخابات برلمان"
).split()

# What breaks careless readers: marks of every kind, line ends, vowel signs, direction marks, ligatures, emoji.
AWKWARD = (
    "\n", "\n\n", " ", "\xa0", "\t", "\u2028", "\x0b", ".", "..", "...", "…", "؟", "!", "؛", ":", "،", ",", "-",
    " - ", "–", "ـ", "ــ", '"', "«", "»", "“", "”", "'", "''", "‘", "’", "(", ")", "[", "]", "{", "}", "/", "%",
    "٪", "$", "\u200f", "\u200e", "\u202b", "\u202c", "\u2066", "\u2069", "\ufeff", "\u200b", "\u064e", "\u0651",
    "ً", "ﻻ", "ﷲ", "ﷺ", "😀", "é", "e\u0301", "3.5", "5,200", "٥٬٢٠٠", "20:45", "و30", "بـ14", "(رويترز)", "أ ف ب",
    "اقرأ أيضا", "صورة من", "القاهرة - ", "15 نيسان/أبريل 2023", "د.", "U.S.", "Reuters", "\x00", "\x07",
)  # fmt: skip

news = st.lists(st.sampled_from(NEWS_WORDS), min_size=1, max_size=30).map(" ".join)
awkward = st.lists(st.sampled_from((*AWKWARD, *NEWS_WORDS[:40])), max_size=40).map("".join)
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
texts = st.one_of(awkward, anything, st.lists(st.one_of(awkward, news, anything), max_size=6).map("\n".join))
