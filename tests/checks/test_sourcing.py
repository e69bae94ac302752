"""Sources nobody can check, and judgements without a voice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.subjects import faults_of_form, found, kinds
from workbench.checks.sourcing.findings import check_sourcing
from workbench.checks.subject import Profile

# kind, words of the span, the sentence.
WEAK = [
    ("vague", "وتشير تقارير ميدانية", "وتشير تقارير ميدانية إلى أن المهاجمين غيروا طريقهم."),
    ("vague", "بحسب تقارير إعلامية", "بدأ الوفد محادثاته بحسب تقارير إعلامية."),
    ("vague", "وقالت مصادر مطلعة", "وقالت مصادر مطلعة إن الاتفاق قريب."),
    ("vague", "وفقا لمصادر أمنية وطبية", "قتل ستة أشخاص وفقا لمصادر أمنية وطبية."),
    ("vague", "مصادر مقربة", "وبحسب مصادر مقربة من النادي، فإن المدرب سيرحل."),
    ("vague", "ويرى مراقبون", "ويرى مراقبون أن الخطوة متأخرة."),
    ("vague", "يقول محللون سياسيون", "يقول محللون سياسيون إن التحالف هش."),
    ("vague", "خبراء اقتصاديون", "ويتوقع خبراء اقتصاديون ارتفاع الأسعار."),
    ("vague", "وذكر ناشطون", "وذكر ناشطون أن الطريق أغلق."),
    ("vague", "ما تداوله ناشطون", "وانهار السور بحسب ما تداوله ناشطون."),
    ("vague", "ترددت أنباء", "وترددت أنباء عن استقالة الوزير."),
    ("vague", "عن مصادر", "ونقلت الصحيفة عن مصادر لم تحددها أن الصفقة ألغيت."),
    ("vague", "وسائل إعلام محلية", "وذكرت وسائل إعلام محلية أن الطائرة هبطت."),
    ("vague", "وأظهرت دراسات", "وأظهرت دراسات حديثة أن القهوة مفيدة."),
    ("vague", "بحسب ما يتردد", "وسيرحل المدرب بحسب ما يتردد في النادي."),
    ("vague", "ويعتقد كثيرون", "ويعتقد كثيرون أن القانون لن يمر."),
    ("vague", "وتتحدث معلومات", "وتتحدث معلومات عن لقاء قريب."),
    ("vague", "أوساط سياسية", "وترجح أوساط سياسية تأجيل الجلسة."),
    ("anonymous", "مسؤول رفيع في البنتاغون طلب عدم الكشف عن هويته",
     "أوضح مسؤول رفيع في البنتاغون طلب عدم الكشف عن هويته أن القاعدة استهدفت."),
    ("vague", "من مصادرها الخاصة", "وعلمت الصحيفة من مصادرها الخاصة أن الاتفاق قريب."),
    ("vague", "مقاطع مصورة متداولة", "ووفق مقاطع مصورة متداولة، انهار السور."),
    ("vague", "ويعزو محللون", "ويعزو محللون الارتفاع إلى نقص الإمدادات."),
    ("vague", "ويجمع المراقبون", "ويجمع المراقبون على أن الانتخابات نزيهة."),
    ("vague", "وفق معلومات", "وفق معلومات حصلت عليها الصحيفة، سيرحل المدرب."),
    ("anonymous", "طلب حجب هويته", "وقال طبيب في المستشفى طلب حجب هويته إن الأدوية نفدت."),
    ("anonymous", "أحد المقربين", "وقال أحد المقربين من الرئيس إن الاتفاق قريب."),
    ("anonymous", "مشترطا عدم ذكر اسمه", "وقال دبلوماسي غربي مشترطا عدم ذكر اسمه إن الاتفاق قريب."),
    ("anonymous", "رفض ذكر اسمه", "وقال أحد الموظفين رفض ذكر اسمه إن الرواتب تأخرت."),
    ("anonymous", "شريطة عدم الكشف عن هويته", "وتحدث الطبيب شريطة عدم الكشف عن هويته."),
    ("anonymous", "فضلت عدم ذكر اسمها", "وقالت موظفة فضلت عدم ذكر اسمها إن الشركة ستغلق."),
    ("anonymous", "لم تسمه", "ونقلت الوكالة عن دبلوماسي لم تسمه أن اللقاء تأجل."),
    ("anonymous", "غير مخول بالحديث", "وقال الضابط، وهو غير مخول بالحديث إلى الصحافة، إن العملية انتهت."),
    ("anonymous", "وقال مصدر أمني", "وقال مصدر أمني إن الطريق مغلق."),
    ("anonymous", "وأفاد مسؤول أميركي كبير", "وأفاد مسؤول أميركي كبير بأن القرار اتخذ."),
    ("anonymous", "وقال مصدر في وزارة الداخلية", "وقال مصدر في وزارة الداخلية إن التحقيق بدأ."),
    ("anonymous", "مصدر مقرب", "وكشف مصدر مقرب من اللاعب أن العقد جاهز."),
    ("vague", "حسب ما علم", "وبيعت الشركة، حسب ما علم."),
    ("vague", "تابع مراقبون", "وفي السياق نفسه، تابع مراقبون أن الاتفاق هش."),
    ("vague", "وقالت مصادر", "وقالت مصادر للجزيرة إن الاجتماع أرجئ."),
    ("vague", "وتشير تقديرات أولية", "وتشير تقديرات أولية إلى أن قيمة المسروقات تناهز المليون."),
    ("speculation", "ويبدو أن واشنطن", "ويبدو أن واشنطن ماضية في سياستها."),
    ("speculation", "ومن المرجح أن", "ومن المرجح أن ترد الحكومة خلال أيام."),
    ("speculation", "لا شك أن", "ولا شك أن الفريق يستحق اللقب."),
    ("speculation", "على الأرجح", "وسيغيب اللاعب على الأرجح عن المباراة."),
    ("speculation", "ومن الواضح أن", "ومن الواضح أن الخطة فشلت."),
    ("speculation", "وتأتي هذه التطورات", "وتأتي هذه التطورات في وقت تشهد فيه المنطقة توترا متزايدا."),
    ("speculation", "ويثير هذا القرار مخاوف", "ويثير هذا القرار مخاوف جديدة من موجة غلاء."),
    ("speculation", "أثارت هذه الحادثة تساؤلات", "وقد أثارت هذه الحادثة تساؤلات عن سلامة الجسور."),
    ("speculation", "ما ينذر", "وارتفعت الأسعار مجددا، ما ينذر بأزمة جديدة."),
    ("speculation", "وهو ما يعكس", "وتأخر الرد شهرا، وهو ما يعكس ارتباك الإدارة."),
    ("speculation", "وقد يؤدي", "وقد يؤدي الخلاف إلى انهيار الائتلاف."),
    ("speculation", "للأسف", "وللأسف لم يحضر أحد من المسؤولين."),
    ("speculation", "ويشكل الفوز ضربة", "ويشكل الفوز ضربة قوية للمنافسين."),
    ("speculation", "بلا منازع", "ويعد هذا الإنجاز الأكبر في تاريخ النادي بلا منازع."),
    ("speculation", "وسط تكهنات", "وغاب المدرب عن المؤتمر وسط تكهنات برحيله."),
    ("speculation", "وهذا دليل", "وهذا دليل واضح على فشل الخطة."),
    ("speculation", "في خطوة تعكس", "وقدم الوزير استقالته في خطوة تعكس عمق الأزمة."),
    ("speculation", "ويبقى السؤال", "ويبقى السؤال هل تنجح الحكومة في ذلك؟"),
    ("speculation", "ولا يستبعد أن", "ولا يستبعد أن تؤدي هذه الخطوة إلى أزمة."),
    ("unattributed", "ويتردد في الكواليس", "ويتردد في الكواليس أن الوزير سيقال."),
    ("unattributed", "وتقف جماعة محلية وراء الهجوم", "وتقف جماعة محلية وراء الهجوم."),
    ("unattributed", "ومن المعروف أن", "ومن المعروف أن الشركة خاسرة منذ أعوام."),
    ("unattributed", "ويُتهم المدير", "ويُتهم المدير بتمرير عقود بلا مناقصات."),
    ("unattributed", "ويُتهم المدير", "وتتحدث الصحف عن فجوة مالية، ويُتهم المدير بتمرير عقود."),
    ("unattributed", "تحوم شبهات حول", "وباتت تحوم شبهات حول عقود الشركة."),
    ("unattributed", "ويقال إن", "ويقال إن الوزير غاضب."),
]  # fmt: skip

# Why it is well sourced, or no business of this check, then the sentence.
SOUND = [
    ("an institution by its name", "وقالت وزارة الصحة إن عشرة أشخاص أصيبوا."),
    ("a person by name", "وقال المتحدث سامي فهد إن العمل مستمر."),
    ("an official with his name", "وقال مسؤول الشرطة وزير خان ناصر إن الطريق مغلق."),
    ("the ministry's sources", "وقالت مصادر الوزارة إن العمل مستمر."),
    ("the police's reports", "وبحسب تقارير الشرطة، أصيب خمسة."),
    ("estimates of an institute", "بحسب تقديرات أعلنها معهد الإحصاء، فاز سعيد."),
    ("data of a museum's management", "استقبل المتحف مليون زائر، حسب معطيات نشرتها إدارة المتحف الثلاثاء."),
    ("known at the civil defence", "لقي خمسة مصرعهم، حسب ما علم لدى مصالح الحماية المدنية."),
    ("reports answered", "ورد المدير على تقارير صحفية تحدثت عن إفلاس بالقول إنها شائعات."),
    ("observers who follow", "وحضر أكثر من مئة مراقب، تابع بعضهم إغلاق الصناديق."),
    ("the prosecution's estimates", "وتشير تقديرات أولية للنيابة إلى أن قيمة المسروقات تناهز المليون."),
    ("a ministry's data", "وأفادت معلومات أولية لوزارة النقل بأن السائق نام."),
    ("an organisation's studies", "وتظهر دراسات حديثة لمنظمة الصحة العالمية أن المرض ينحسر."),
    ("experts of the Nations", "وقال خبراء الأمم المتحدة إن الوضع خطير."),
    ("analysts who are no source", "حضر الندوة محللون وخبراء من ثلاث دول."),
    ("activists who are acted upon", "واعتقلت الشرطة ناشطين في العاصمة."),
    ("sources of energy", "وتملك البلاد مصادر متجددة للطاقة."),
    ("a rumour denied", "ونفى الوزير ما تردد من أنباء عن استقالته."),
    ("nothing was heard", "ولم ترد أنباء عن سبب الحادث."),
    ("no source was told", "وأكد السفير أنه لم يصرح بذلك لأي مصدر إعلامي."),
    ("official media", "وأفادت وسائل إعلام رسمية بأن الوفد وصل."),
    ("a crowd that asks", "ووقف كثيرون يسألون عن الكتب."),
    ("information that arrived", "وأوضحت الشرطة أن معلومات وردت إليها قبل شهر."),
    ("a figure that was published", "وبحسب الإحصاءات الرسمية، تراجع العدد."),
    ("somebody's likelihood", "وقال الوزير إن من المرجح أن ترد الحكومة."),
    ("somebody's likelihood, quoted", "وقال الوزير: «ويبدو أن واشنطن ماضية في سياستها»."),
    ("somebody's fear", "وحذر الخبير محمود سالم من أزمة، ما ينذر بموجة غلاء."),
    ("somebody's opinion", "ويبدو أن الخطة ناجحة، بحسب مدير الشركة."),
    ("in the minister's opinion", "ومن الواضح في رأي الوزير أن الخطة ناجحة."),
    ("a denial of seeming", "ولا يبدو أن أحدا أصيب."),
    ("an attack that came after another", "ويأتي الهجوم بعد يوم من اغتيال ضابط في المدينة."),
    ("a visit that follows a decision", "كما تأتي الزيارة بعد موافقة البرلمان."),
    ("what is planned", "ومن المقرر أن يصل الوفد غدا."),
    ("a word of mention", "ويذكر أن البلدين وقعا الاتفاق عام 2010."),
    ("who is behind it is asked", "وتحقق الشرطة لمعرفة من يقف وراء الهجوم."),
    ("nobody claimed it", "ولم تعلن أي جهة مسؤوليتها عن الهجوم."),
    ("blame with its source", "واتهمت الحكومة الجماعة وقالت إنها تقف وراء الهجوم."),
    ("a source in the same paragraph", "وأصدرت الشرطة بيانا. وتقف جماعة محلية وراء الهجوم، وفق البيان."),
    ("an accuser", "ويتهم المعارضون المدير بتمرير عقود بلا مناقصات."),
    ("a court's accused", "وقالت النيابة إن الموظف متورط في الاختلاس."),
    ("a parliament's majority", "ورفضت الأغلبية مشروع القانون."),
    ("a headline's speaker", "محلل الشركة: من المرجح أن ترتفع الأسعار"),
    ("a place is no voice", "ويقع المصنع في وسط المدينة."),
    ("a clear sky", "وكانت السماء صافية على الأغلب فوق العاصمة أمس."),
    ("a scheduled match", "وتقام المباراة مساء السبت في الدوحة."),
    ("a result", "وانتهت المباراة بفوز الأهلي بهدفين."),
    ("a doctor who treats", "ونقل أطباء المستشفى المصابين إلى العاصمة."),
    ("documents shown", "وأظهرت وثائق المحكمة أن الشركة أفلست."),
    ("the minister himself", "ويرى الوزير أن من الممكن التوصل إلى اتفاق."),
    ("a study by its maker", "وأظهرت دراسة لجامعة القاهرة أن القهوة مفيدة."),
    ("a part of Africa", "ويشكل النيل شريان الحياة في مصر."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "words", "sentence"), WEAK, ids=[row[2][:40] for row in WEAK])
def test_weak_sourcing_is_found(kind: str, words: str, sentence: str) -> None:
    findings = found(check_sourcing, sentence)
    assert kinds(findings) == [kind]
    assert words in findings[0].places[0].text
    assert findings[0].severity != "high"
    assert not faults_of_form(findings[0], sentence, 120)


@pytest.mark.parametrize(("reason", "sentence"), SOUND, ids=[row[1][:40] for row in SOUND])
def test_sound_sourcing_is_left_alone(reason: str, sentence: str) -> None:
    assert [(finding.kind, finding.places[0].text) for finding in found(check_sourcing, sentence)] == [], reason


def test_a_source_is_named_once_an_article() -> None:
    text = "وقال مصدر أمني إن الطريق مغلق.\nوأضاف المصدر أنه سيفتح غدا.\nوأكد مصدر أمني ذلك."
    assert kinds(found(check_sourcing, text)) == ["anonymous"]


def test_an_accepted_source_is_passed_over() -> None:
    text = "وقالت مصادر أمنية إن الطريق مغلق."
    assert kinds(found(check_sourcing, text)) == ["vague"]
    assert found(check_sourcing, text, profile=Profile(accepted_sources=frozenset({"مصادر أمنية"}))) == []


def test_comment_inside_an_inserted_passage_is_told_by_the_copy_check_only() -> None:
    frame = "وتأتي هذه التطورات في وقت تشهد فيه المنطقة توترا متزايدا."
    assert kinds(found(check_sourcing, f"أعلن الوزير القرار.\n{frame}")) == ["speculation"]
    assert found(check_sourcing, f"أعلن الوزير القرار.\n[{frame}]") == []


def test_a_fact_inside_an_inserted_passage_still_needs_its_source() -> None:
    text = "أعلن الوزير القرار.\n[وتشير تقارير ميدانية إلى أن المهاجمين غيروا طريقهم بعد الهجوم.]"
    assert kinds(found(check_sourcing, text)) == ["vague"]


def test_one_judgement_a_sentence_the_gravest() -> None:
    text = "ومن المعروف أن الشركة خاسرة، ما ينذر بأزمة."
    assert kinds(found(check_sourcing, text)) == ["unattributed"]


def test_a_toll_without_any_source() -> None:
    text = (
        "مصرع تسعة في انقلاب حافلة\n\n"
        "لقي تسعة أشخاص مصرعهم في انقلاب حافلة على الطريق الساحلي.\nونقلت الجثث إلى المشرحة."
    )
    assert [f.rule for f in found(check_sourcing, text)] == ["sourcing/toll"]
    assert found(check_sourcing, text.replace("لقي تسعة", "قالت الشرطة إن تسعة")) == []
    assert found(check_sourcing, text.replace("\n\nلقي", "\n\nبيروت (رويترز) - لقي")) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([
    "وقالت", "مصادر", "مطلعة", "إن", "ويبدو", "أن", "من", "المرجح", "طلب", "عدم", "ذكر", "اسمه", "،", ".",
    "«", "»", "\n",
]), max_size=40))  # fmt: skip
def test_any_text_survives(words: list[str]) -> None:
    text = " ".join(words)
    for finding in found(check_sourcing, text):
        assert not faults_of_form(finding, text, 120)
