"""Who reports, from where, when: before the first sentence, or on a line of its own."""

from __future__ import annotations

import pytest

from workbench.text.cues import ArticleCues
from workbench.text.datelines import read_dateline, read_signature_line

REST = " قال وزير الخارجية اليوم إن بلاده ترحب بالاتفاق الجديد."


@pytest.mark.parametrize(
    ("dateline", "agencies"),
    [
        ("القاهرة، 15 نيسان/أبريل 2023 -", ()),
        ("القاهرة 15 أبريل -", ()),
        ("كركوك (العراق) -", ()),
        ("بغداد (رويترز) -", ("Reuters",)),
        ("مكسيكو (ا ف ب) -", ("AFP",)),
        ("بيروت (أ.ف.ب) -", ("AFP",)),
        ("كركوك (العراق) (أ ف ب) -", ("AFP",)),
        ("نيويورك (الأمم المتحدة) (أ ف ب) –", ("AFP",)),
        ("باريس في ٥ آذار/مارس ٢٠٢٠ (أ ف ب) -", ("AFP",)),
        ("سان فرانسيسكو (د ب أ)-", ("dpa",)),
        ("كابول/واشنطن (رويترز) -", ("Reuters",)),
        ("عدن/ صنعاء (رويترز) -", ("Reuters",)),
        ("الأقصر - أ ش أ:", ("MENA",)),
        ("القاهرة ـ أ ش أ ـ", ("MENA",)),
        ("أبوظبي في 15 يناير / وام /", ("WAM",)),
        ("المنامة في 5 مارس / بنا /", ("BNA",)),
        ("مسقط في 5 مارس /العمانية/", ("ONA",)),
        ("الرياض 03 رجب 1441 هـ الموافق 27 فبراير 2020 م واس", ("SPA",)),
        ("الكويت - 5 - 3 (كونا) --", ("KUNA",)),
        ("عمان 5 آذار (بترا) --", ("Petra",)),
        ("رام الله 5-3-2020 وفا-", ("WAFA",)),
        ("غزة- معا-", ("Maan",)),
        ("دمشق-سانا", ("SANA",)),
        ("بغداد/ واع -", ("INA",)),
        ("بغداد/ واع/", ("INA",)),
        ("بكين 5 مارس 2020 (شينخوا) --", ("Xinhua",)),
        ("تونس 5 مارس 2020 (وات) -", ("TAP",)),
        ("الخرطوم 5-3-2020 (سونا) -", ("SUNA",)),
        ("موسكو 5 مارس. /تاس/.", ("TASS",)),
        ("موسكو، 5 مارس (سبوتنيك) -", ("Sputnik",)),
        ("بغداد - سبوتنيك.", ("Sputnik",)),
        ('لندن - "القدس العربي":', ("Al-Quds Al-Arabi",)),
        ("واشنطن - العربية.نت -", ("Al Arabiya",)),
        ("القاهرة (رويترز، أ ف ب) -", ("Reuters", "AFP")),
        ("دبي 4 نوفمبر تشرين الثاني (رويترز) -", ("Reuters",)),
        ("بيروت (وكالات) -", ()),
        ("رويترز - القاهرة -", ("Reuters",)),
        ("(رويترز) -", ("Reuters",)),
        ("السبت 15 نيسان 2023 -", ()),
        ("جنيف -", ()),
        ("تل أبيب –", ()),
        ("واشنطن ـ", ()),
        ("BAGHDAD (Reuters) -", ("Reuters",)),
        ("CAIRO, April 15 (AP) —", ("AP",)),
    ],
)
def test_datelines(dateline: str, agencies: tuple[str, ...], cues: ArticleCues) -> None:
    found = read_dateline(dateline + REST, cues)
    assert found is not None
    assert (dateline + REST)[: found.end] == dateline
    assert found.agencies == agencies


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير - في تصريحات صحفية - إن بلاده ترحب بالاتفاق.",
        "وقال الخطيب - فى تصريحات صحفية مساء اليوم - إن العدد ارتفع.",
        "أعلنت الوزارة - في بيان - أن العدد ارتفع إلى عشرة.",
        "الحكومة - في بيان لها - قالت إن العدد ارتفع.",
        "وأوضحت وزارة الصحة الليبية- في بيان صحفي- أن العدد ارتفع.",
        "وصل الوفد 10 آذار/مارس - وغادر بعد يومين إلى العاصمة.",
        "وأعلنت الوزارة (الداخلية) - أن العدد ارتفع إلى عشرة.",
        "الجمعة 15 أبريل، أعلنت الوزارة أن العدد ارتفع.",
        "15 قتيلا - بينهم أطفال سقطوا أمس في القصف.",
        "ترامب: لن نعود إلى الاتفاق قبل نهاية العام.",
        "رويترز: مقتل خمسة جنود في هجوم قرب الحدود.",
        "القاهرة: استمرار المظاهرات لليوم الثالث على التوالي.",
        "افتتح طريق القاهرة-السويس أمام حركة المرور أمس.",
        "وقع الحادث عند الكيلو 75 بطريق مرسى علم - إدفو أمس.",
        "اتفاق (لم يعلن عنه) - بين الطرفين - أنهى الأزمة.",
        "عاد (محمد صلاح) - إلى الملاعب.",
        "",
        "-",
    ],
)
def test_no_datelines(text: str, cues: ArticleCues) -> None:
    found = read_dateline(text, cues)
    assert found is None or found.end == 0


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("رويترز", ("Reuters",)),
        ("أ ش أ", ("MENA",)),
        ("(أ ف ب)", ("AFP",)),
        ("وكالة الأنباء السعودية", ("SPA",)),
        ("القاهرة - أ ش أ", ("MENA",)),
        ("دمشق - أ ش أ:", ("MENA",)),
        ("القاهرة - «الشرق الأوسط»", ("Asharq Al-Awsat",)),
        ("إسطنبول / محمد علي / الأناضول", ("Anadolu",)),
        ("واشنطن - رويترز، أ ف ب", ("Reuters", "AFP")),
        ("المصدر: رويترز", ("Reuters",)),
        ("المصدر : وكالات", ()),
        ("وكالات", ()),
        ("القاهرة ـ وكالات", ()),
        ("(إعداد سمير سعيد للنشرة العربية - تحرير منى علي)", ("Reuters",)),
        ("ترجمة - سمير سعيد", ()),
        ("كتب ـ سمير سعيد ومنى علي:", ()),
        ("كتبت: منى علي", ()),
        ("السبت 15 أبريل 2023 - 10:30", ()),
        ("تاريخ النشر: 15/4/2023", ()),
        ("15 نيسان/أبريل 2023", ()),
        ("2023-04-15 10:20", ()),
    ],
)
def test_signature_lines(line: str, agencies: tuple[str, ...], cues: ArticleCues) -> None:
    found = read_signature_line(line, cues, byline=False)
    assert found is not None
    assert found.agencies == agencies


@pytest.mark.parametrize("line", ["أسماء سعيد", "المنيا ــــ سمير سعيد:", "الغربية – سمير سعيد", "منى على"])
def test_names_where_a_byline_may_stand(line: str, cues: ArticleCues) -> None:
    assert read_signature_line(line, cues) is not None
    assert read_signature_line(line, cues, byline=False) is None


@pytest.mark.parametrize(
    "line",
    [
        "مقتل 5 جنود",
        "بوتين في طهران",
        "قمة بين موسكو وواشنطن",
        "مصدر عسكري: لا مناوشات قرب الحدود",
        "قال رويترز إن الخبر صحيح.",
        "15 قتيلا",
        "هل انتهت الأزمة؟",
        "نحو اتفاق جديد بين الحكومة والمعارضة",
        "",
    ],
)
def test_no_signature_lines(line: str, cues: ArticleCues) -> None:
    assert read_signature_line(line, cues) is None
