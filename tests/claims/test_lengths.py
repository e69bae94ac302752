"""One row a sentence: of what its length of time is the length."""

from __future__ import annotations

import pytest

from tests.claims.sentences import article, assertions
from workbench.claims.figures.lengths import AT_LEAST, AT_MOST, CAPTIVITY, DELAY, LASTED, SCHOOLS

# sentence; what lasted so long (None: no verb of lasting says so)
ROWS: list[tuple[str, str | None]] = [
    ("وترأس الجلسة، التي دامت خمس ساعات، رئيس المجلس", "session"),
    ("وعدلت المادة خلال جلسة طالت سبع ساعات", "session"),
    ("واستمرت الهزة 22 ثانية", "tremor"),
    ("وحدثت في الساعة الرابعة ودامت أربعين ثانية", ""),
    ("ودام الإضراب الذي دعت إليه النقابة ثلاثة أيام", "go-on-strike"),
    ("وطال الاجتماع ست ساعات", "meet"),
    ("وطال القصف ثلاثة أحياء", None),
    ("وسجن الرجل ثلاثة أيام", None),
    ("وأمضى ثلاثة أيام في المدينة", None),
    ("وطوقت الشرطة ثماني ساعات طائرة سودانية", "encircle"),
    ("واستسلموا بعد حصار ضربته الشرطة مدة 12 ساعة", "besiege"),
    ("وفكت الشرطة الحصار بعد ثماني ساعات", None),
    ("وتأخرت انطلاقة النهائي 30 دقيقة بسبب عطل", DELAY),
    ("وانتظروا 45 دقيقة قبل أن تعطى ضربة البداية", DELAY),
    ("وانتظروا 45 دقيقة في القاعة", None),
    ("وتأخر القطار، وسار بعدها ساعتين", None),
    ("وتقرر تعليق الدراسة في المحليتين لمدة أسبوعين", SCHOOLS),
    ("وأغلقت اللجنة المدارس مدة عشرة أيام", SCHOOLS),
    ("وأغلق المتحف مدة عشرة أيام", None),
    ("ودامت جلسة الاثنين في قصر الأونيسكو ثماني ساعات", "session"),
    ("وقال إن إصلاح الأنبوب يحتاج إلى ثلاثة أسابيع", "repair"),
    ("وقال إن عملية إصلاح الخط الرئيسي ستستغرق نحو ثلاثة أسابيع", "repair"),
    ("ويستلزم إصلاح الخط شهرين", "repair"),
    ("ويحتاج المصاب إلى ثلاثة أسابيع من الراحة", None),
    ("ويحتاج الأنبوب إلى ثلاثة أسابيع", None),
    ("واحتاج رجال الإطفاء إلى ثلاث ساعات لإخماد الحريق", "extinguish"),
    ("واحتاجت اللاعبة إلى ساعتين و18 دقيقة لحسم اللقاء", "match"),
    ("واستمر إضراب المعلمين يومين", "go-on-strike"),
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_what_lasted(sentence: str, expected: str | None) -> None:
    found = [claim.of for claim in assertions(sentence, "duration") if LASTED in claim.traits]
    assert found == ([] if expected is None else [expected])


# sentence; the bounds that its lengths are given
BOUNDS = [
    ("ويتطلب الإصلاح أكثر من أسبوعين", [{AT_LEAST}]),
    ("ويتطلب الإصلاح أسبوعين على الأقل", [{AT_LEAST}]),
    ("ويستغرق الإصلاح أقل من ساعة واحدة", [{AT_MOST}]),
    ("ويستغرق الإصلاح ما بين أسبوعين وثلاثة أسابيع", [{AT_LEAST}, {AT_MOST}]),
    ("ويستغرق الإصلاح أسبوعين أو ثلاثة أسابيع", [{AT_LEAST}, {AT_MOST}]),
    ("ويستغرق الإصلاح أسبوعين", [set()]),
    ("ويستغرق الإصلاح نحو أسبوعين", [set()]),
    ("ويستغرق الإصلاح أسبوعين والفحص ثلاثة أيام", [set(), set()]),
]


@pytest.mark.parametrize(("sentence", "expected"), BOUNDS, ids=[row[0] for row in BOUNDS])
def test_bounds(sentence: str, expected: list[set[str]]) -> None:
    found = [set(claim.traits) & {AT_LEAST, AT_MOST} for claim in assertions(sentence, "duration")]
    assert found == expected


# sentence; whether its length is that of somebody's captivity
HELD = [
    ("استعاد 46 تلميذا حريتهم بعد 26 يوما أمضوها في قبضة مسلحين", True),
    ("كانوا قد احتُجزوا ستة وثلاثين يوما", True),
    ("وأمضى الرهائن ثلاثة أشهر في الكهف", True),
    ("وقررت النيابة احتجازه أربعة أيام على ذمة التحقيق", False),
    ("وقضت المحكمة بحبس الخاطف عشر سنوات", False),
    ("وانتهت المفاوضات بعد 26 يوما من بدئها", False),
    ("ولم يخمد إلا بعد تسع ساعات من المواجهة بين المحتجزين وحراسهم", False),
    ("وما زال ثلاثة سياح خطفوا قبل أسبوعين محتجزين", False),
]


@pytest.mark.parametrize(("sentence", "expected"), HELD, ids=[row[0] for row in HELD])
def test_captivity(sentence: str, expected: bool) -> None:
    claims = article(sentence + ".").claims
    assert (CAPTIVITY in {claim.of for claim in claims if claim.kind == "duration"}) is expected
