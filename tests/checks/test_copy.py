"""Traces of editing, and what only looks like them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.subjects import faults_of_form, found, kinds, mended
from workbench.checks.copy_traces.findings import check_copy
from workbench.checks.copy_traces.marks import bracket_widows, quotation_widows
from workbench.checks.copy_traces.repetition import repeats, runs_of
from workbench.text.tokens import read_tokens

# kind, words of the first span, the article.
TRACES = [
    ("insertion", "[وتعكس هذه الخطوة",
     "أعلن الوزير القرار.\n[وتعكس هذه الخطوة رغبة الحكومة في تهدئة الشارع قبل الانتخابات.] وغادر بعدها."),
    ("insertion", "[والقرار نهائي", "أعلن الوزير القرار. [والقرار نهائي ولا رجعة فيه.]"),
    ("insertion", "{وتأتي الزيارة", "وصل الوفد. {وتأتي الزيارة بعد قطيعة طويلة بين البلدين استمرت أعواما.}"),
    ("insertion", "[المحرر:", "بلغ عدد الجرحى 12 [المحرر: يراجع الرقم مع المستشفى] في الحادث."),
    ("insertion", "[يرجى التحقق", "ولد الفنان عام 1970 [يرجى التحقق] في دمشق."),
    # notes to the desk
    ("insertion", "[يرجى التثبت", "بلغ العدد 12 قتيلا. [يرجى التثبت من الرقم قبل النشر]"),
    ("insertion", "[نرجو التأكد", "بلغ العدد 12 قتيلا [نرجو التأكد من المصدر] أمس."),
    ("insertion", "[ستضاف خلفية", "وانتهى الاجتماع أمس. [ستضاف خلفية عن النزاع]"),
    ("insertion", "[في انتظار رد", "ونفى المتحدث ذلك [في انتظار رد الوزارة] أمس."),
    ("insertion", "[فقرة الخلفية", "وانتهى الاجتماع أمس. [فقرة الخلفية تنقل إلى الأعلى قبل البث]"),
    ("insertion", "[الرقم من المراسل", "بلغ العدد 12 قتيلا [الرقم من المراسل ولم نتأكد منه] أمس."),
    ("insertion", "[please confirm", "بلغ العدد 12 قتيلا [please confirm with the ministry] أمس."),
    ("insertion", "[Not for publication", "وانتهى الاجتماع أمس. [Not for publication until Friday]"),
    ("insertion", "ملاحظة للمحرر:", "وانتهى الاجتماع أمس.\n\nملاحظة للمحرر: الاسم الأول غير مؤكد."),
    ("insertion", "يرجى من المحرر", "وانتهى الاجتماع أمس.\n\nيرجى من المحرر التحقق من العدد قبل النشر."),
    # small words twice
    ("doubled-word", "من من", "وتقرّب الخطة البلاد من من نظام صرف أكثر مرونة."),
    ("doubled-word", "بين بين", "وأقيم الحفل بين بين المدينتين أمس."),
    ("doubled-word", "وكل كل", "وكل كل المدارس مغلقة في المحافظة."),
    ("doubled-word", "هذا هذا", "وأكد أن هذا هذا القرار نهائي."),
    ("insertion", "(؟؟)", "وقع الاتفاق رئيس الشركة (؟؟) في دبي."),
    ("insertion", "(المصدر؟)", "وارتفعت الأسعار بنسبة 12 في المئة (المصدر؟) خلال شهر."),
    ("insertion", "[ ]", "وبلغت الخسائر [ ] مليون دولار."),
    ("insertion", "<b>", "أقر المجلس <b>القانون أمس."),
    ("insertion", "&nbsp;", "أقر المجلس&nbsp;القانون أمس."),
    ("insertion", "____", "ولد الفنان عام ____ في دمشق."),
    ("insertion", "XXX", "وقال المدير XXX إن العمل مستمر."),
    ("quotation-mark", "انتحارية\"", "وأبدى المسؤولون قلقهم من طائرات انتحارية\"، نيابة عن الفيلق، وقالوا إنها خطرة."),
    ("quotation-mark", "\"السبت", "نفى مدير الأمن اليوم \"السبت، ما نشره أحد المواقع."),
    ("quotation-mark", "«لن نتراجع", "وقال: «لن نتراجع عن القرار. ثم غادر القاعة."),
    ("quotation-mark", "القرار»", "وقال إنه لن يتراجع عن القرار». ثم غادر القاعة."),
    ("quotation-mark", "“لن نقبل", "وقال “لن نقبل بذلك. ثم غادر القاعة."),
    ("quotation-mark", "«لن نقبل بذلك\"", "وقال «لن نقبل بذلك\" ثم غادر القاعة."),
    ("quotation-mark", "'كي وان", "سقط الصاروخ على قاعدة 'كي وان عند الفجر."),
    ("bracket", "(شمال", "وقع الحادث في أربيل (شمال العراق، صباح السبت."),
    ("bracket", "العراق)", "وقع الحادث في أربيل شمال العراق)، صباح السبت."),
    ("bracket", "[الرئيس", "قال إن [الرئيس سيزور البلاد قريبا."),
    ("bracket", ")شمال العراق(", "وقع الحادث في أربيل )شمال العراق( صباح السبت."),
    ("doubled-word", "في في", "وقع الحادث في في ساعة مبكرة من الصباح."),
    ("doubled-word", "أن أن", "وأكد الوزير أن أن العمل مستمر."),
    ("doubled-word", "الحكومة الحكومة", "وأعلنت الحكومة الحكومة موعد الانتخابات."),
    ("doubled-word", "وقال قال", "وقال قال الوزير إن العمل مستمر."),
    ("doubled-word", "وتم نقل تم نقل", "وتم نقل تم نقل المصابين إلى المستشفى."),
    ("doubled-word", "في العاصمة في العاصمة", "عقد الاجتماع في العاصمة في العاصمة بعد ظهر أمس."),
    ("doubled-word", "مجلس الوزراء مجلس الوزراء", "وأقر مجلس الوزراء مجلس الوزراء القانون."),
    ("doubled-word", "السعودية السعودية", "ووصل الوفد إلى السعودية السعودية أمس."),
    ("doubled-word", "مدينة مدينة", "ووصل الوفد إلى مدينة مدينة حلب أمس."),
    ("doubled-word", "خلفا خلفا", "وتولى سيجورنيه وزارة الخارجية خلفا خلفا لكاترين كولونا."),
    ("doubled-word", "مديرا مديرا", "وعُيّن الدريدي مديرا مديرا للشركة."),
    ("doubled-word", "ردا ردا", "وجاء القرار ردا ردا على الهجوم."),
    ("doubled-word", "نظرا نظرا", "وأُجلت الجلسة نظرا نظرا لغياب المتهم."),
    ("doubled-word", "وفقا وفقا", "وتقدم المشروع وفقا وفقا للخطة."),
    ("doubled-word", "احتجاجا احتجاجا", "وخرج المئات احتجاجا احتجاجا على القرار."),
    ("doubled-word", "نائبا نائبا", "وانتُخب نائبا نائبا لرئيس المجلس."),
    ("insertion", "[فقرة عن رد هيئة الدفاع تُدرج لاحقا]",
     "قال الوزير إن المشروع مستمر.\n\n[فقرة عن رد هيئة الدفاع تُدرج لاحقا]"),
    ("insertion", "[رقم سعر التذكرة يُستكمل]",
     "قال الوزير إن المشروع مستمر.\n\n[رقم سعر التذكرة يُستكمل]"),
    ("insertion", "[تعليق الناطق باسم الحزب يضاف هنا]",
     "قال الوزير إن المشروع مستمر.\n\n[تعليق الناطق باسم الحزب يضاف هنا]"),
    ("insertion", "[اسم المستشفى يُراجع]",
     "قال الوزير إن المشروع مستمر [اسم المستشفى يُراجع]."),
    ("insertion", "[الحصيلة قيد التحديث]",
     "قال الوزير إن المشروع مستمر [الحصيلة قيد التحديث]."),
    ("insertion", "[فقرة الخلفية تُحدّث قبل النشر]",
     "قال الوزير إن المشروع مستمر.\n\n[فقرة الخلفية تُحدّث قبل النشر]"),
    ("doubled-word", "قرية قرية", "وعاد الرجل من قرية قرية بعيدة."),
    ("doubled-word", "مبنى مبنى", "وحاصرت القوات مبنى مبنى الوزارة."),
    ("doubled-word", "محطة محطة", "وافتتحت محطة محطة في القاهرة."),
    ("doubled-word", "طائرة طائرة", "ووصلت طائرة طائرة من دبي."),
    ("doubled-word", "ساعة ساعة", "واستغرقت الرحلة ساعة ساعة كاملة."),
    ("doubled-word", "عام عام", "وافتتح الجسر بعد عام عام."),
    ("doubled-word", "جندي جندي", "وقال القائد إن الجنود جندي جندي غادروا."),
    ("doubled-word", "اتهمت قالت", "وبعد الهجوم، اتهمت قالت مصادر عسكرية الفصيل بتنفيذه."),
    ("doubled-word", "أعلن أكد", "أعلن أكد الوزير أن العمل مستمر."),
    ("doubled-word", "وأوضحت ذكرت", "وأوضحت ذكرت الشركة أن الأرباح ارتفعت."),
    ("doubled-word", "إلى على", "وصل الوفد إلى على متن طائرة خاصة."),
    ("doubled-word", "لم لن", "وأكد أن الحكومة لم لن تستقيل."),
    ("doubled-word", "الذي التي", "في البيان الذي التي أصدرته الوزارة."),
    ("truncated", "أن أعلن", "أن أعلن الوزير استقالته مساء الخميس، خرج المئات إلى الشوارع."),
    ("truncated", "العمل على", "أعلن الوزير الخطة.\nوقال إن الوزارة بدأت العمل على"),
    ("truncated", "يعملون،", "أعلن الوزير الخطة.\nوقال إن المهندسين يعملون،"),
    ("truncated", "خلال الأيام المقبلة",
     "أعلن الوزير الخطة.\nوقال إن العمل بدأ.\nوحضر المدير.\nومن المقرر أن تبدأ المرحلة الثانية خلال الأيام المقبلة"),
    ("truncated", "الوزارة من", "وقال مصدر في الوزارة من\nوأضاف الوزير أن العمل مستمر حتى نهاية العام.\nوغادر القاعة."),
    ("truncated", "رئيس الوزراء في",
     "وفد أممي يلتقي رئيس الوزراء في\n\nالتقى وفد أممي رئيس الوزراء صباح اليوم. وغادر."),
    ("repetition", "وأكدت الوزارة أن المستشفيات",
     "أصيب عشرة.\nوأكدت الوزارة أن المستشفيات استقبلت جميع المصابين في الحادث.\nوبدأ التحقيق.\n"
     "وأكدت الوزارة أن المستشفيات استقبلت جميع المصابين في الحادث."),
    ("repetition", "وأكدت الوزارة",
     "أصيب عشرة.\nوأكدت الوزارة أن المستشفيات استقبلت جميع المصابين في الحادث الأليم فجر اليوم.\nوبدأ التحقيق.\n"
     "وأكدت الوزارة أن المستشفيات استقبلت جميع المصابين في الحادث المروع فجر اليوم."),
    ("repetition", "أكد الوزير أن الخطة",
     "أكد الوزير أن الخطة ستنفذ خلال شهرين أكد الوزير أن الخطة ستنفذ خلال شهرين من الآن."),
]  # fmt: skip

# Why it is no trace, then the article.
CLEAN = [
    ("meant twice, or no note", "وفُتشت المنازل بيتا بيتا."),
    ("meant twice, or no note", "وتقدم اللاعبون فردا فردا لمصافحته."),
    ("meant twice, or no note", "ونُقل الجرحى واحدا واحدا إلى المستشفى."),
    ("meant twice, or no note", "وابتعد بعيدا بعيدا عن الناس."),
    ("meant twice, or no note", "وحسّن أداءه شيئا فشيئا."),
    ("meant twice, or no note", "وعالج الملفات ملفا ملفا على مدى أشهر."),
    ("meant twice, or no note", "ودرس المقترحات بندا بندا مع الوزراء."),
    ("meant twice, or no note", "وتلا الأسماء اسما اسما على الحاضرين."),
    ("meant twice, or no note", "وزار المدن مدينة مدينة من الشمال إلى الجنوب."),
    ("meant twice, or no note", "ونشر الصور [تصوير وكالة الأنباء]."),
    ("meant twice, or no note", "وقال «إن [الرئيس] لم يتراجع»."),
    ("meant twice, or no note", "وشكرهم كثيرا كثيرا على دعمهم."),
    ("meant twice, or no note", "وقال إن \"القانون [الذي يراجع] مهم\"."),
    ("meant twice, or no note", "ودعا الطلاب طالبا طالبا إلى المنصة."),
    ("meant twice, or no note", "ونادى اللاعبين لاعبا لاعبا لتسلم الميداليات."),
    ("a word explained inside a quotation", "وقال: «إنه [الرئيس] سيزور البلاد قريبا»."),
    ("a sentence explained inside a quotation",
     "وقال: «لم نتلق شيئا [كان يشير إلى الرسالة التي بعثت بها الأمم المتحدة الشهر الماضي] حتى الآن»."),
    ("a short clarification", "قال إن [الرئيس السابق] سيزور البلاد."),
    ("who of these", "ولا يعرف أحد من من اللاعبين سيغيب عن المباراة."),
    ("who of these", "وتساءل عن من من أصدقائه سيبقى في المدينة."),
    ("so and so", "ووصف المدرب أداء الفريق بأنه بين بين."),
    ("a request to the public", "يرجى من المسافرين الحضور قبل موعد الرحلة بساعتين."),
    ("what an editor said", "وقال مدير التحرير إن الصحيفة راجعت المقال قبل النشر."),
    ("where more can be read", "وفتحت الوزارة باب التسجيل (للاستفسار يرجى زيارة الموقع)."),
    ("a note to the reader", "ملاحظة: الأرقام كلها من وزارة الصحة."),
    ("who says so", "بلغ العدد 12 قتيلا [المصدر: وزارة الصحة] أمس."),
    ("a gap in a quotation", "وجاء في الرسالة: «نطلب [...] وقف القتال»."),
    ("a footnote", "ارتفعت الأسعار [1] ثم تراجعت [2]."),
    ("round brackets around an aside",
     "وقع الحادث في أربيل (التي تبعد عن بغداد ثلاثمئة كيلومتر إلى الشمال) صباح السبت."),
    ("a caption's label", "وصل الوفد. [صورة: الوفد لدى وصوله إلى مطار العاصمة صباح اليوم برفقة الوزير]"),
    ("an agency in brackets", "القاهرة (أ ف ب) - أعلن الوزير القرار."),
    ("balanced marks of every family", "قال \"نعم\" و«لا» و“ربما” و'أبدا' ثم غادر."),
    ("inches", "عرضت الشركة شاشة قياسها 55\" في المعرض."),
    ("minutes and seconds", "أنهى العداء السباق في 3'45\" وحل أولا."),
    ("Hebrew initials", "نشر موقع צה\"ל الخبر."),
    ("an apostrophe", "قال O'Neill إن العمل مستمر."),
    ("a quotation over two paragraphs", "وقال: «لن نتراجع عن القرار.\nوسنمضي فيه حتى النهاية». ثم غادر."),
    ("each paragraph of a quotation opens again", "وقال: «لن نتراجع عن القرار.\n«وسنمضي فيه حتى النهاية». ثم غادر."),
    ("quotation marks that a keyboard turns round", "قال »نعم« ثم قال »لا« وغادر."),
    ("a particle before the mark", "قال لـ\"الجريدة\" إن العمل مستمر، و\"الوزارة\" توافق."),
    ("marks with spaces on both sides", "حضر \" طارق \" و \" سمير \" الاجتماع."),
    ("numbers of a list", "1) أعلن الوزير القرار.\n2) وافق المجلس عليه.\nأ) وبدأ التنفيذ."),
    ("less than", "بلغت الحرارة 5 < 10 في الشمال."),
    ("an ampersand", "وقعت شركة AT&T الاتفاق."),
    ("a name of two words", "قال عبد العزيز عبد العزيز إن العمل مستمر."),
    ("a face", "كتب على صفحته شكرا لكم :) ثم غادر."),
    ("a plate number over three lines", "سيارة تحمل لوحات (\n3849\n ص ون) وأخرى بدون لوحات."),
    ("little by little", "وبدأ الماء يرتفع شيئا فشيئا وقليلا قليلا."),
    ("one by one", "استقبل الوزير المشاركين فردا فردا."),
    ("one after the other", "ووقف الأهالي يحيون القاطرة محطة محطة."),
    ("one after the other", "زار الوفد البلدات بلدة بلدة."),
    ("one after the other", "وتابعوا الحدث ساعة ساعة، ودقيقة دقيقة حتى الفجر."),
    ("one after the other", "ونقلوا الآثار قطعة قطعة إلى المتحف."),
    ("one after the other", "وفتشوا الحي غرفة غرفة وغادروا."),
    ("one after the other, with its ending", "وصعدوا المبنى طابقا طابقا حتى السطح."),
    ("side by side", "يعملون جنبا إلى جنب."),
    ("a name", "قال حسن حسن إن العمل مستمر."),
    ("a name", "أصيب محمد محمد حسن، 38 عاما."),
    ("a name before a preposition", "أطاحت الثورة زين العابدين بن علي في كانون الثاني 2011 وعاد إلى قريته."),
    ("a given name before a preposition", "ووصل الأمير علي إلى عمان، على ما قال مصدر."),
    ("names of a family", "توفي السيد علي السيد علي قشطة، 40 عاما."),
    ("a vehicle's name", "صدمت السيارة سائق توك توك في شارع النيل."),
    ("year after year", "وتتكرر المأساة عاما بعد عام بعد عام."),
    ("stress in a quotation", "وهتفوا: «الحرية الحرية» أمام المبنى."),
    ("a subordinate clause ends with a verb", "وكما قالت أكدت الوزارة الخبر."),
    ("a request rejected", "رفض طلب المحامي."),
    ("a noun that looks like a verb", "أعلن كشف هوية المتهم."),
    ("«and» parts two verbs", "وقال وأكد الوزير أن العمل مستمر."),
    ("«via» is no verb", "وأضافت عبر صفحتها الرسمية أن العمل مستمر."),
    ("at least", "ويحتاج العمل إلى على الأقل عشرة أيام."),
    ("a sentence that begins with «أن» and the present", "أن تصل متأخرا خير من ألا تصل، كما يقول المثل."),
    ("an ellipsis", "أعلن الوزير الخطة.\nوسنوافيكم بالتفاصيل لاحقا..."),
    ("no stop anywhere", "أعلن الوزير الخطة\nوقال إن العمل بدأ\nوحضر المدير\nومن المقرر أن تبدأ المرحلة الثانية قريبا"),
    ("a signature at the end", "أعلن الوزير الخطة.\nوقال إن العمل بدأ.\nوحضر المدير.\nأمير الراوي"),
    ("a line wrapped in the middle of a sentence",
     "هجمات في العاصمة\n\nقتل عشرة.\nولم تعلن أي جهة مسؤوليتها عن\n"
     "سلسلة الهجمات المتزامنة التي ضربت العاصمة. وبدأ التحقيق."),
    ("the lead repeats the headline",
     "وزارة الصحة تعلن إصابة عشرة أشخاص في حادث طريق\n\n"
     "أعلنت وزارة الصحة إصابة عشرة أشخاص في حادث طريق. وبدأ التحقيق."),
    ("a formula of the trade",
     "ولم تعلن أي جهة مسؤوليتها عن الهجوم الأول.\nوقتل خمسة.\nولم تعلن أي جهة مسؤوليتها عن هجوم السبت."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "words", "text"), TRACES, ids=[f"{row[0]}: {row[1]}" for row in TRACES])
def test_traces_are_found(kind: str, words: str, text: str) -> None:
    findings = found(check_copy, text)
    assert kinds(findings) == [kind]
    assert words in findings[0].places[0].text
    assert not faults_of_form(findings[0], text, 300)


@pytest.mark.parametrize(("reason", "text"), CLEAN, ids=[row[1][:40] for row in CLEAN])
def test_clean_copy_is_left_alone(reason: str, text: str) -> None:
    assert [(finding.kind, finding.places[0].text) for finding in found(check_copy, text)] == [], reason


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("وقع الحادث في في ساعة مبكرة.", "وقع الحادث في ساعة مبكرة."),
        ("وتم نقل تم نقل المصابين.", "وتم نقل المصابين."),
        ("أعلن الوزير القرار. [والقرار نهائي ولا رجعة فيه.] وغادر.", "أعلن الوزير القرار. وغادر."),
        ("[والقرار نهائي ولا رجعة فيه.] وغادر الوزير.", "وغادر الوزير."),
        ("نفى المدير اليوم \"السبت، ما نشر.", "نفى المدير اليوم \"السبت\"، ما نشر."),
        ("وقال الوزير: «لن نتراجع.", "وقال الوزير: «لن نتراجع.»"),
        ("وقال «لن نتراجع عن ذلك ثم غادر.", "وقال «لن نتراجع عن ذلك ثم غادر."),
    ],
)  # fmt: skip
def test_mends(text: str, after: str) -> None:
    findings = found(check_copy, text)
    assert len(findings) == 1
    assert mended(text, findings[0]) == after


def test_a_sentence_told_twice_can_go() -> None:
    once = "وأكدت الوزارة أن المستشفيات استقبلت جميع المصابين في الحادث."
    text = f"أصيب عشرة.\n{once}\nوبدأ التحقيق.\n{once}"
    finding = found(check_copy, text)[0]
    assert len(finding.places) == 2
    assert finding.places[0].start > finding.places[1].start
    assert mended(text, finding).count(once) == 1


def test_an_article_is_cut_once() -> None:
    text = "أعلن الوزير الخطة.\nوقال إن الوزارة بدأت العمل على\nوأضاف المدير أنه سيعمل مع"
    assert kinds(found(check_copy, text)) == ["truncated", "truncated"]
    assert len([f for f in found(check_copy, text) if f.rule == "copy/cut-article"]) == 1


def test_a_careless_typist_is_not_nagged() -> None:
    text = "\n".join(f"وقال الرجل «نعم رقم {number} وغادر المكان." for number in range(12))
    assert len(found(check_copy, text)) == 3


def test_the_same_slip_twice_has_two_keys() -> None:
    findings = found(check_copy, "وقع في في مكان.\nووقع في في مكان آخر.")
    assert len({finding.key for finding in findings}) == len(findings) == 2


@settings(max_examples=80, deadline=None)
@given(st.text(st.sampled_from("«»\"“”''()[]{} \nنعم لا، قال.أن في12"), max_size=120))
def test_marks_stay_inside_the_text(text: str) -> None:
    for widow in (*quotation_widows(text), *bracket_widows(text)):
        assert 0 <= widow.start < widow.end <= len(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["«نعم»", "(لا)", '"ربما"', "[هو]", "قال", "“كلا”"]), max_size=30))
def test_pairs_are_never_widows(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert not quotation_widows(text)
    assert not bracket_widows(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(["قال", "الوزير", "إن", "العمل", "مستمر", "غدا"]), max_size=25), max_size=6))
def test_repeats_read_back_alike(sentences: list[list[str]]) -> None:
    tokens = [read_tokens(" ".join(words)) for words in sentences]
    for repeat in repeats([runs_of(one) for one in tokens]):
        (one, first, last), (other, begin, end) = repeat.first, repeat.second
        mine, theirs = (
            [token.key for token in tokens[n][a:b]] for n, a, b in ((one, first, last), (other, begin, end))
        )  # fmt: skip
        assert mine
        assert theirs
        if repeat.same:
            assert mine == theirs


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from("[]()«»\"' \n.،:؟أعلن قال في في أن الوزير على TODO XXX_12"), max_size=150))
def test_any_text_survives(text: str) -> None:
    for finding in found(check_copy, text):
        assert not faults_of_form(finding, text, 300)


def test_a_cut_before_a_note_to_the_desk() -> None:
    note = "[إضافة من المحرر: تابع الجمهور القضية.]"
    text = f"أعلن القاضي الحكم اليوم.\nوأمهلت المحكمة النيابة عشرة أيام لـ\n\n{note}\n\nوغادر القاضي القاعة مساء."
    assert set(kinds(found(check_copy, text))) == {"insertion", "truncated"}
