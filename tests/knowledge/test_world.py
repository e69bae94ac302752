"""People, offices and terms: the shipped tables are right, questions about them are answered."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from workbench.knowledge.facts.holders import NoSuchOfficeError, dump_terms, find_office, list_holders
from workbench.knowledge.facts.offices import Term
from workbench.knowledge.facts.titles import office_titles
from workbench.knowledge.facts.validation import validate_folder
from workbench.knowledge.facts.world import World, load_world
from workbench.knowledge.records import Where
from workbench.knowledge.time.days import Day, read_day
from workbench.resources import resource_folder

FOLDER = resource_folder() / "knowledge"
HERE = Where("test", 1)


@pytest.fixture(scope="module")
def world() -> World:
    return load_world(FOLDER)


def test_the_shipped_tables_have_no_fault() -> None:
    faults = validate_folder(FOLDER)
    assert not faults, "\n".join(f"{fault.file}:{fault.line}: {fault.message}" for fault in faults)


# ---------------------------------------------------------------------------------------------------------- validation

HEADERS = {
    "people": "id\twikidata\tname_en\tnames\tshort\tepithets\tsex\tborn\tdied\tsource",
    "offices": "id\tname_en\tname_ar\tkind\tcountry\ttitles\tholders\tsince\tuntil\tsource",
    "terms": "person\toffice\tstart\tend\thow_ended\tstatus\tsource",
    "organisations": "id\tname_en\tnames\tkind\tcountry\tstart\tend\tsuccessor\tsource",
    "places": "id\tname_en\tnames\tkind\tparent\tcountry\tlatitude\tlongitude\tzone\tadjectives\tsource",
}
GOOD = {
    "people": [
        "anna\t\tAnna\tآنا بيل\tبيل\t\tf\t1950\t\ttest",
        "bert\t\tBert\tبرت نور\t\t\tm\t1955-05-01\t2012-03-04\ttest",
    ],
    "offices": ["xx-president\tPresident\tالرئيس البحيري\tpresident\tXX\t\tone\t\t\ttest"],
    "terms": [
        "anna\txx-president\t1999-01-01\t2005-06-01\tend-of-term\tholder\ttest",
        "bert\txx-president\t2005-06-01\t2012-03-04\tdied\tholder\ttest",
    ],
    "organisations": ["guild\tGuild\tنقابة البحر\tunion\tXX\t1990\t\t\ttest"],
    "places": ["xland\tXland\tالبحيرية\tcountry\t\tXX\t10\t20\tAsia/Baghdad\tبحيري\ttest"],
}


def tables(folder: Path, **changed: list[str]) -> Path:
    for name, header in HEADERS.items():
        (folder / name).mkdir()
        rows = changed.get(name, GOOD[name])
        (folder / name / "x.tsv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    (folder / "titles.tsv").write_text(
        "kind\tname_en\tbare\tbare_f\tpatterns\tpatterns_f\npresident\tPresident\tالرئيس\t\tالرئيس {adj}\t\n",
        encoding="utf-8",
    )
    (folder / "policies.tsv").write_text("id\tname_en\tphrases\tstart\tend\toffice\tsource\n", encoding="utf-8")
    (folder / "words").mkdir()
    (folder / "words" / "name_words.tsv").write_text("group\twords\ngiven\tآنا\n", encoding="utf-8")
    (folder / "words" / "tenure_words.tsv").write_text("words\tmode\twhere\nالسابق\tformer\tafter\n", encoding="utf-8")
    return folder


def test_right_tables_have_no_fault(tmp_path: Path) -> None:
    assert validate_folder(tables(tmp_path)) == ()


@pytest.mark.parametrize(
    ("table", "row", "said"),
    [
        ("people", "anna\t\tAnna\tآنا بيل\t\t\tf\t\t\ttest", "stands already in people/x.tsv:2"),
        ("people", "Carl_X\t\tCarl\tكارل نور\t\t\tm\t\t\ttest", "is no slug"),
        ("people", "carl\t\tCarl\tكارل نـور\t\t\tm\t\t\ttest", "ARABIC TATWEEL"),
        ("people", "carl\t\tCarl\tﻛﺎﺭﻝ\t\t\tm\t\t\ttest", "FORM"),
        ("people", "carl\t\tCarl\tكارلَ\t\t\tm\t\t\ttest", "FATHA"),
        ("people", "carl\t\tCarl\tكارل|كارل\t\t\tm\t\t\ttest", "stands twice"),
        ("people", "carl\t\tCarl\tكارل\t\t\tx\t\t\ttest", "not m or f"),
        ("people", "carl\t\tCarl\tكارل\t\t\tm\t1960\t1950\ttest", "before being born"),
        ("people", "carl\t\tCarl\tكارل\t\t\tm\t1960-02-30\t\ttest", "day is out of range"),
        ("people", "carl\tQ0\tCarl\tكارل\t\t\tm\t\t\ttest", "no Wikidata id"),
        ("people", "carl\t\tCarl\tكارل\t\t\tm\t\t\t", "source is missing"),
        ("people", "carl\t\tCarl\tكارل\t\t\tm\t\t\ttest\tmore", "11 cells where 10"),
        ("offices", "xx-king\tKing\tالملك\tmonarch\tXX\t\tone\t\t\ttest", "unknown kind of office"),
        ("offices", "xx-king\tKing\tالملك\tpresident\tYY\t\tone\t\t\ttest", "unknown country"),
        ("offices", "xx-king\tKing\tالملك\tpresident\tXX\t\tmany\t\t\ttest", "not one or several"),
        ("terms", "carl\txx-president\t2013\t2014\tresigned\tholder\ttest", "unknown person 'carl'"),
        ("terms", "anna\txx-chair\t2013\t2014\tresigned\tholder\ttest", "unknown office"),
        ("terms", "anna\txx-president\t2014\t2013\tresigned\tholder\ttest", "before it starts"),
        ("terms", "anna\txx-president\t2013\t2014\tvanished\tholder\ttest", "unknown way of ending"),
        ("terms", "anna\txx-president\t2013\t2014\tresigned\tguest\ttest", "unknown status"),
        ("terms", "anna\txx-president\t2013\t\tresigned\tholder\ttest", "is no day"),
        ("terms", "anna\txx-president\t2012-03-04\t>2020-01-01\tresigned\tholder\ttest", "cannot have ended"),
        ("terms", "anna\txx-president\t2010-01-01\t2014\tresigned\tholder\ttest", "before bert leaves it"),
        ("terms", "anna\txx-president\t2014-01-01\t2015\tresigned\tholder\ttest", "nobody is entered"),
        ("terms", "bert\txx-president\t2012-03-04\t2015\tresigned\tholder\ttest", "after bert died"),
        ("terms", "bert\txx-president\t1950-01-01\t1951\tresigned\tholder\ttest", "before bert was born"),
        ("terms", "anna\txx-president\t2004-01-01\t2005-01-01\tresigned\tacting\ttest", "anna holds xx-president"),
        ("terms", "-\txx-president\t2012-03-04\t2014\t\tholder\ttest", "stand with the person -"),
        ("organisations", "club\tClub\tناد\tgang\t\t\t\t\ttest", "unknown kind of organisation"),
        ("organisations", "club\tClub\tناد\tclub\t\t2000\t1999\t\ttest", "before it began"),
        ("organisations", "club\tClub\tناد\tclub\t\t\t\tnothing\ttest", "unknown successor"),
        ("places", "town\tTown\tبلدة\thamlet\t\tXX\t\t\t\t\ttest", "unknown kind of place"),
        ("places", "town\tTown\tبلدة\ttown\tnowhere\tXX\t\t\t\t\ttest", "unknown parent"),
        ("places", "town\tTown\tبلدة\ttown\t\tXX\t95\t20\t\t\ttest", "lies on no map"),
        ("places", "town\tTown\tبلدة\ttown\t\tXX\t95\t\t\t\ttest", "come together"),
        ("places", "town\tTown\tبلدة\ttown\t\tXX\tnorth\t1\t\t\ttest", "are no degrees"),
        ("places", "town\tTown\tبلدة\ttown\t\tXX\t\t\tAsia/Nowhere\t\ttest", "unknown time zone"),
    ],
)
def test_a_faulty_row_is_told_with_its_line(tmp_path: Path, table: str, row: str, said: str) -> None:
    rows = [*GOOD[table], row]
    faults = validate_folder(tables(tmp_path, **{table: rows}))
    told = [fault for fault in faults if said in fault.message]
    assert told, faults
    assert (told[0].file, told[0].line) == (f"{table}/x.tsv", len(rows) + 1)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    rows = ["carl\t\tCarl\tكارل\t\t\tx\t1960\t1950\t", "dora\tQ\tDora\tدورا\t\t\tf\t\t\ttest"]
    faults = validate_folder(tables(tmp_path, people=[*GOOD["people"], *rows]))
    assert {(fault.line, fault.message.split(" (")[0]) for fault in faults} == {
        (4, "the sex is 'x', not m or f"),
        (4, "died"),
        (4, "the source is missing"),
        (5, "'Q' is no Wikidata id"),
    }


# --------------------------------------------------------------------------------------------------------------- days


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("2004-02-29", dt.date(2004, 2, 29), dt.date(2004, 2, 29)),
        ("2004-02", dt.date(2004, 2, 1), dt.date(2004, 2, 29)),
        ("1999-12", dt.date(1999, 12, 1), dt.date(1999, 12, 31)),
        ("1998", dt.date(1998, 1, 1), dt.date(1998, 12, 31)),
    ],
)
def test_days_are_as_exact_as_they_are_written(cell: str, first: dt.date, last: dt.date) -> None:
    day = read_day(cell)
    assert (day.first, day.last) == (first, last)
    assert str(day) == cell
    assert day.exact == (first == last)


@pytest.mark.parametrize("cell", ["2003-13", "2003-02-30", "03", "soon", "2003-1-1", "٢٠٠٣", ""])
def test_what_is_no_day_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        read_day(cell)


def term(start: str, end: str) -> Term:
    open_end = end.startswith(">")
    return Term(
        "anna", "xx-president", read_day(start), None if open_end else read_day(end),
        read_day(end[1:]).first if open_end else None, "", "holder", "test", HERE,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end", "on", "answer"),
    [
        ("2001-01-20", "2009-01-20", "2001-01-19", "no"),
        ("2001-01-20", "2009-01-20", "2001-01-20", "yes"),
        ("2001-01-20", "2009-01-20", "2009-01-20", "yes"),
        ("2001-01-20", "2009-01-20", "2009-01-21", "no"),
        ("2001-01", "2009-01-20", "2001-01-05", "unknown"),
        ("2001-01", "2009-01-20", "2000-12-31", "no"),
        ("2001-01", "2009-01-20", "2001-02-01", "yes"),
        ("2001-01-20", "2009", "2009-06-01", "unknown"),
        ("2001-01-20", "2009", "2010-01-01", "no"),
        ("2025-01-20", ">2025-09-30", "2025-09-30", "yes"),
        ("2025-01-20", ">2025-09-30", "2025-10-01", "unknown"),
        ("2025-01-20", ">2025-09-30", "2024-10-01", "no"),
    ],
)
def test_a_term_covers_what_is_known_of_it(start: str, end: str, on: str, answer: str) -> None:
    day = dt.date.fromisoformat(on)
    assert term(start, end).covers(day, day) == answer


# ------------------------------------------------------------------------------------------------------------- queries


@pytest.mark.parametrize(
    ("office", "on", "people"),
    [
        ("us-president", "2019-12-28", ["donald-trump"]),
        ("us-president", "2021-01-20", ["donald-trump", "joe-biden"]),
        ("us-vice-president", "2013-03-01", ["joe-biden"]),
        ("us-secretary-of-state", "2019-12-27", ["mike-pompeo"]),
        ("iq-prime-minister", "2013-03-10", ["nouri-al-maliki"]),
        ("eg-president", "2013-05-01", ["mohamed-morsi"]),
        ("lb-president", "2015-01-01", []),
        ("ru-prime-minister", "2010-01-01", ["vladimir-putin"]),
        ("ru-president", "2010-01-01", ["dmitry-medvedev"]),
        ("uk-prime-minister", "2022-09-30", ["liz-truss"]),
        ("de-chancellor", "2013-01-01", ["angela-merkel"]),
        ("un-secretary-general", "2016-12-31", ["ban-ki-moon"]),
        ("tr-prime-minister", "2018-07-10", []),
    ],
)
def test_who_held_an_office(world: World, office: str, on: str, people: list[str]) -> None:
    assert [term.person for term in world.holders(office, dt.date.fromisoformat(on))] == people


def test_terms_of_a_person_are_sorted(world: World) -> None:
    terms = world.terms_of("vladimir-putin")
    assert [term.office for term in terms] == [
        "ru-prime-minister", "ru-president", "ru-president", "ru-prime-minister", "ru-president",
    ]  # fmt: skip
    assert world.terms_of("nobody") == ()


@pytest.mark.parametrize(
    ("wanted", "office"),
    [
        ("us-president", "us-president"),
        ("President of the United States", "us-president"),
        ("الرئيس الأميركي", "us-president"),
        ("رئيس الولايات المتحدة الأمريكية", "us-president"),
        ("وزيرة الخارجية الأمريكية", "us-secretary-of-state"),
        ("الأمين العام للأمم المتحدة", "un-secretary-general"),
        ("رئيس وزراء العراق", "iq-prime-minister"),
        ("المستشارة الألمانية", "de-chancellor"),
    ],
)
def test_offices_are_found_by_id_title_and_name(world: World, wanted: str, office: str) -> None:
    assert find_office(wanted, world).id == office


def test_an_office_that_is_not_there_is_told_with_what_resembles_it(world: World) -> None:
    with pytest.raises(NoSuchOfficeError, match="did you mean") as error:
        find_office("us president of all", world)
    assert "us-president" in error.value.near


def test_holders_of_an_office_on_a_day(world: World) -> None:
    office = find_office("us-president", world)
    assert [h.name_en for h in list_holders(office, world, dt.date(2021, 1, 20))] == ["Donald Trump", "Joe Biden"]
    assert [h.name_ar for h in list_holders(office, world, dt.date(2010, 1, 1))] == ["باراك أوباما"]
    assert list_holders(office, world, dt.date(2100, 1, 1)) == ()
    assert len(list_holders(office, world)) >= 6


@pytest.mark.parametrize(
    ("office", "feminine", "title"),
    [
        ("us-secretary-of-state", False, "وزير الخارجية الأميركي"),
        ("us-secretary-of-state", False, "وزير الخارجية الأمريكي"),
        ("us-secretary-of-state", False, "وزير خارجية الولايات المتحدة"),
        ("us-secretary-of-state", False, "رئيس الدبلوماسية الأميركية"),
        ("us-secretary-of-state", True, "وزيرة الخارجية الأميركية"),
        ("iq-prime-minister", False, "رئيس الحكومة العراقية"),
        ("jo-king", False, "العاهل الأردني"),
        ("un-secretary-general", False, "أمين عام الأمم المتحدة"),
        ("un-secretary-general", False, "الأمين العام للأمم المتحدة"),
    ],
)
def test_titles_follow_from_kind_and_country(world: World, office: str, feminine: bool, title: str) -> None:
    assert title in office_titles(world.offices[office], world, feminine)


def test_every_title_of_an_office_leads_back_to_it(world: World) -> None:
    from workbench.mentions.names.finding import find_names
    from workbench.mentions.names.values import OfficeName
    from workbench.text.tokens import read_tokens

    lost = []
    for office in world.offices.values():
        for feminine in (False, True):
            for title in office_titles(office, world, feminine):
                found = [m for m in find_names(read_tokens(title), world) if isinstance(m.value, OfficeName)]
                if not any(office.id in m.value.offices and m.end == len(title) for m in found):
                    lost.append((office.id, title))
    assert not lost


def test_the_dump_gives_every_term(world: World) -> None:
    records = list(dump_terms(world))
    held = [term for terms in world.terms.values() for term in terms if term.person != "-"]
    assert len(records) == len(held) >= 300
    biden = next(r for r in records if r["person"] == "joe-biden" and r["office"] == "us-president")
    assert (biden["start"], biden["end"], biden["wikidata"]) == ("2021-01-20", "2025-01-20", "Q6279")
    assert "جو بايدن" in biden["names"]
    assert "الرئيس الأميركي" in biden["titles"]
    rice = next(r for r in records if (r["person"], r["office"]) == ("condoleezza-rice", "us-secretary-of-state"))
    assert "وزيرة الخارجية الأميركية" in rice["titles"]
    trump = [r for r in records if r["person"] == "donald-trump"][-1]
    assert trump["end"] is None
    assert trump["known_until"] is not None
    rough = [r for r in records if r["precision"]]
    assert all(set(r["precision"].values()) <= {"month", "year"} for r in rough)


def test_a_day_reads_well_in_both_languages() -> None:
    assert read_day("2021-01-20").english == "20 January 2021"
    assert read_day("2021-01-20").arabic == "20 يناير 2021"
    assert Day(dt.date(1998, 1, 1), dt.date(1998, 12, 31)).arabic == "عام 1998"
