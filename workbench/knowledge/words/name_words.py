"""Words around names: ranks before persons, heads of organisations and places, given names, words that are also
ordinary ones, words that change what a title says (former, elect, late)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from workbench.knowledge.language.phrases import PlainPhrases, phrase_keys, plain_phrases
from workbench.knowledge.records import pieces, read_records
from workbench.knowledge.tables import Fault

MODES = frozenset((
    "former", "late", "then", "elect", "candidate", "acting", "deputy", "kin", "namesake", "memory", "past", "future",
    "biography", "outgoing",
))  # fmt: skip
# Groups of the table and the fields they fill.
_GROUPS = {
    "honorific": "honorifics", "rank": "ranks", "organisation": "organisation_heads", "joining": "joining_heads",
    "place": "place_heads", "given": "given", "ordinary": "ordinary", "located": "located",
    "vouched": "vouched",
    "stop": "stops", "saying": "sayings", "barrier": "barriers",
    "dated": "dated", "told": "told", "act": "acts", "present": "present",
    "movement": "movement_heads", "comparison": "comparisons", "history": "history",
    "reissue": "reissues", "delegate": "delegates",
    "pact": "pacts", "contest": "contests",
    "age": "ages", "age_front": "age_fronts", "order": "orders", "presence": "presences", "agent": "agents",
    "official": "official", "social": "social", "career": "careers", "ambiguous": "ambiguous", "post": "posts",
    "award": "awards", "inquiry": "bodies", "denial": "denials", "roughly": "roughly",
    "vessel": "vessels", "ruler": "rulers", "moving_on": "moving_on", "beside_verb": "beside_verb",
    "time_front": "time_fronts", "time_noun": "time_nouns",
    "when": "whens", "after_when": "after_whens", "next_day": "next_days", "moving": "moving", "again": "again",
    "turning": "turning", "message": "messages", "message_kind": "message_kinds",
    "sending": "sending", "receiving": "receiving", "occasion": "occasions", "held": "held",
    "founded": "founded", "founded_for": "founded_for", "presided": "presided", "sovereign": "sovereign",
    "decree": "decrees", "regnal": "regnal", "heir": "heirs", "posting": "postings",
    "posting_word": "posting_words", "represent": "represents", "appointing": "appointing",
    "meeting_verb": "meeting_verbs", "state_office": "state_offices",
    "meeting": "meetings", "calling": "callings", "joining_in": "joinings_in", "once": "once",
    "region": "regions", "office_act": "office_acts", "office_sign": "office_signs", "in_public": "in_public",
    "title_kept": "titles_kept", "office_front": "office_fronts", "attending": "attending", "seating": "seating",
    "delegation": "delegations", "memoir": "memoirs", "retelling": "retelling",
    "shared": "shared", "shared_kind": "shared_kinds", "sharing": "sharing",
    "encounter": "encounters", "encounter_with": "encounters_with", "talk": "talks", "talking": "talking",
    "issued": "issued", "summit": "summits", "session": "sessions", "hosting": "hosting", "attended": "attended",
    "brought": "brought", "agreement": "agreements", "agreement_kind": "agreement_kinds", "concluding": "concluding",
    "negotiations": "negotiations", "negotiating": "negotiating",
    "was": "was", "gone_on": "gone_on", "had_before": "had_before", "predecessor": "predecessors",
    "moment": "moments", "what": "what", "subordinator": "subordinators", "clause_front": "clause_fronts",
    "preposition": "prepositions", "auxiliary": "auxiliaries", "at_place": "at_place", "also": "also",
    "with_him": "with_him", "meeting_with": "meeting_with", "name_end": "name_ends", "in_place_of": "in_place_of",
    "picture": "pictures", "other_time": "other_times", "long_past": "long_past", "out_of_office": "out_of_office",
    "own_age": "own_ages", "of_history": "of_history", "country": "countries", "reminding": "reminding",
    "of_what": "of_what", "mandate": "mandates", "capacity": "capacity", "led_to": "led_to", "born": "born",
    "lately_met": "lately_met", "visit": "visits", "right_after": "right_after", "some_days": "some_days",
    "brought_together": "brought_together", "had_from": "had_from", "comes_now": "comes_now",
    "throughout": "throughout", "pointing": "pointing", "plainly_former": "plainly_former",
    "recalling": "recalling", "according": "according", "led_by": "led_by", "state_title": "state_titles",
    "trading": "trading", "ruling": "ruling",
    "by_office": "by_office", "directive": "directives", "of_body": "of_body",
    "handing": "handing", "same_day": "same_day",
    "prior": "prior", "private": "private",
    "coming": "coming", "hand": "hands", "introducing": "introducing",
}  # fmt: skip
PLACES = frozenset(("after", "before", "near"))


@dataclass(frozen=True, slots=True)
class NameWords:
    """``honorifics`` and ``ranks`` stand before a person's name (a rank introduces unknown persons too);
    ``organisation_heads`` and ``place_heads`` begin names by form, ``joining_heads`` such as take a second word with
    «و» («وزارة التربية والتعليم»), ``movement_heads`` those of organisations named after a day («حركة 6 أبريل»);
    ``given`` are given names; ``ordinary`` are words that name someone or something only in a clear place, ``located``
    those of them that name one behind «في», ``vouched`` those that need their
    land beside them; ``stops`` never belong to a person's name; after ``barriers`` a time
    speaks of something else, ``sayings`` begin what is said, ``dated`` nouns take the date after them as their own
    («اتفاق 2015»), ``told`` words before a title tell what somebody was; ``acts`` are verbs of the living and the
    sitting, ``present`` those of them that take a body; ``comparisons`` set one age against another («مثل», «شبيه»),
    ``history`` are the acts that tell history as readily as news («وقّع», «رفض»); ``reissues`` are what is made of a
    work later («طبعة», «مزاد»), ``delegates`` those who act for a state or a body
    («مندوب», «وفد»), ``pacts`` the verbs and nouns of making a contract, ``contests`` verbs of playing and winning.
    Of dated history: ``ages`` are «عهد», «حكم» and the like, ``age_fronts`` what opens them («في», «خلال»), ``orders``
    («بقرار من»), ``presences`` («خلال لقائه») and ``agents`` («من قبل») stand before who did it; ``official`` verbs are
    of those in office, ``social`` also of those once in it, ``careers`` are told of whoever else lived then;
    ``ambiguous`` ones are written alike in the passive; ``posts`` and ``awards`` are what is given, ``bodies`` look
    into another age, ``denials`` take back what is told, ``roughly`` makes a year a rough one, ``vessels`` bear names
    of the dead; ``rulers`` are titles that belong to a ruler's name («الملك»), ``moving_on`` turns to somebody else
    («ثم»), ``beside_verb`` may stand between a verb and who does it («إليه»), ``time_fronts`` («في») and ``time_nouns``
    («صيف») before a date; ``whens`` tie a deed to the time before it («عام 2008، حين استقبله …»), ``after_whens``
    put it before that, «حيث» behind ``moving`` verbs does where nothing tells of ``again``,
    ``next_days`` go on from the sentence before; ``turning`` are the
    verbs of the main clause then; ``messages`` of some ``message_kinds`` are what ``sending`` and ``receiving`` verbs
    pass on; ``occasions`` are ``held``; ``founded`` things are ``founded_for`` something; ``presided`` ones have a
    chair; ``sovereign`` verbs and ``decrees`` are a head of state's alone, ``regnal`` ends a king's name, ``heirs``
    tell of before the reign.
    Of states and bodies: ``postings``, ``posting_words``, ``represents``, ``appointing``, ``state_offices``,
    ``meetings``, ``meeting_verbs``, ``callings``
    and ``joinings_in`` are of dealings with them; ``once`` behind a name puts it into another time, ``regions`` name
    parts of today's states as well.
    Of the news of the day: ``office_acts`` and ``office_signs`` are what the sitting do, as verb and object; where
    former leaders stay ``in_public`` (ISO codes) they do the latter too, and keep their title in ``titles_kept``;
    ``office_fronts`` stand before the title of who sits;
    ``attending``, ``seating`` and ``delegations`` show somebody present.
    ``shared`` nouns of some ``shared_kinds`` stand before «مع» («محادثات ثنائية مع»), as objects of ``sharing`` verbs;
    ``encounters`` and ``encounters_with`` (behind which «مع» or «ب» stands) are verbs of meeting that take two alive,
    ``talks`` what is had with somebody by ``talking`` verbs, ``issued`` verbs of what is made of it later;
    ``summits`` and ``sessions`` of a body are the objects of ``hosting`` verbs; behind «في» of ``attended`` ones, with
    what is ``brought`` there («كلمة بلاده»); ``agreements`` of some ``agreement_kinds`` those of ``concluding`` verbs,
    the ``negotiations`` that led to them of ``negotiating`` ones;
    ``memoirs`` are where people tell their lives («مذكراته»), ``retelling`` the verbs of that.
    Between names, verbs and times: ``was``, ``gone_on``, ``had_before``, ``predecessors`` and ``moments`` tell of
    what was so before; behind ``what``, ``subordinators`` and ``clause_fronts`` (besides relative words, of the
    claims' cues) something else is told; ``prepositions`` stand before nouns, ``auxiliaries`` before verbs,
    ``at_place`` before places, ``also`` before what opens a sentence; ``with_him`` behind a verb makes it the same
    deed, ``meeting_with`` stands before who is met, ``name_ends`` behind a name that is told in full, ``in_place_of``
    before who is absent, ``pictures`` show who need not be there; ``other_times`` are of another occasion than the
    news, ``long_past`` of states and bodies that are gone, ``out_of_office`` of who sat before, ``own_ages`` of an
    earlier term of somebody's, ``of_history`` of what was; ``countries`` are counted in lists, ``reminding`` verbs
    are ``of_what`` was before, ``mandates`` and ``capacity`` stand before a post, ``led_to`` joins talks to what came
    of them, ``born`` makes a time that of a birth, ``coming`` and ``hands`` show somebody there in person,
    ``introducing`` words stand before a name as honorifics do.
    ``by_office`` and ``directives`` stand before the title of who holds an office («برعاية», «تنفيذا لتوجيهات»);
    ``same_day`` are verbs of a relative clause that is of its noun's own day («في مؤتمر نظمه»), ``prior`` words tell
    of another time, ``private`` ones of a life and no office, ``of_body`` nouns make a body or a state dealt with;
    ``handing`` verbs stand before «إلى» and «أمام» of who receives or listens.
    ``after``, ``before`` and ``near`` map a phrase to how it changes a title: right after it or the name, right
    before it, or anywhere in its clause. All phrases are keys of workbench.knowledge.facts.names."""

    honorifics: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    organisation_heads: frozenset[str] = frozenset()
    joining_heads: frozenset[str] = frozenset()
    place_heads: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    ordinary: frozenset[str] = frozenset()
    located: frozenset[str] = frozenset()
    vouched: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    sayings: frozenset[str] = frozenset()
    barriers: frozenset[str] = frozenset()
    dated: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    present: frozenset[str] = frozenset()
    movement_heads: frozenset[str] = frozenset()
    comparisons: frozenset[str] = frozenset()
    history: frozenset[str] = frozenset()
    reissues: frozenset[str] = frozenset()
    delegates: frozenset[str] = frozenset()
    pacts: frozenset[str] = frozenset()
    contests: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    age_fronts: frozenset[str] = frozenset()
    orders: frozenset[str] = frozenset()
    presences: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    official: frozenset[str] = frozenset()
    social: frozenset[str] = frozenset()
    careers: frozenset[str] = frozenset()
    ambiguous: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    awards: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    denials: frozenset[str] = frozenset()
    roughly: frozenset[str] = frozenset()
    vessels: frozenset[str] = frozenset()
    rulers: frozenset[str] = frozenset()
    moving_on: frozenset[str] = frozenset()
    beside_verb: frozenset[str] = frozenset()
    time_fronts: frozenset[str] = frozenset()
    time_nouns: frozenset[str] = frozenset()
    whens: frozenset[str] = frozenset()
    after_whens: frozenset[str] = frozenset()
    next_days: frozenset[str] = frozenset()
    moving: frozenset[str] = frozenset()
    again: frozenset[str] = frozenset()
    turning: frozenset[str] = frozenset()
    messages: frozenset[str] = frozenset()
    message_kinds: frozenset[str] = frozenset()
    sending: frozenset[str] = frozenset()
    receiving: frozenset[str] = frozenset()
    occasions: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()
    founded: frozenset[str] = frozenset()
    founded_for: frozenset[str] = frozenset()
    presided: frozenset[str] = frozenset()
    sovereign: frozenset[str] = frozenset()
    decrees: frozenset[str] = frozenset()
    regnal: frozenset[str] = frozenset()
    heirs: frozenset[str] = frozenset()
    postings: frozenset[str] = frozenset()
    posting_words: frozenset[str] = frozenset()
    represents: frozenset[str] = frozenset()
    appointing: frozenset[str] = frozenset()
    meeting_verbs: frozenset[str] = frozenset()
    state_offices: frozenset[str] = frozenset()
    meetings: frozenset[str] = frozenset()
    callings: frozenset[str] = frozenset()
    joinings_in: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    office_acts: frozenset[str] = frozenset()
    office_signs: frozenset[str] = frozenset()
    in_public: frozenset[str] = frozenset()
    titles_kept: frozenset[str] = frozenset()
    office_fronts: frozenset[str] = frozenset()
    attending: frozenset[str] = frozenset()
    seating: frozenset[str] = frozenset()
    delegations: frozenset[str] = frozenset()
    memoirs: frozenset[str] = frozenset()
    lately_met: frozenset[str] = frozenset()
    visits: frozenset[str] = frozenset()
    right_after: frozenset[str] = frozenset()
    some_days: frozenset[str] = frozenset()
    brought_together: frozenset[str] = frozenset()
    had_from: frozenset[str] = frozenset()
    comes_now: frozenset[str] = frozenset()
    throughout: frozenset[str] = frozenset()
    pointing: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    shared_kinds: frozenset[str] = frozenset()
    sharing: frozenset[str] = frozenset()
    encounters: frozenset[str] = frozenset()
    encounters_with: frozenset[str] = frozenset()
    talks: frozenset[str] = frozenset()
    talking: frozenset[str] = frozenset()
    issued: frozenset[str] = frozenset()
    summits: frozenset[str] = frozenset()
    sessions: frozenset[str] = frozenset()
    hosting: frozenset[str] = frozenset()
    attended: frozenset[str] = frozenset()
    brought: frozenset[str] = frozenset()
    agreements: frozenset[str] = frozenset()
    agreement_kinds: frozenset[str] = frozenset()
    concluding: frozenset[str] = frozenset()
    negotiations: frozenset[str] = frozenset()
    negotiating: frozenset[str] = frozenset()
    retelling: frozenset[str] = frozenset()
    was: frozenset[str] = frozenset()
    gone_on: frozenset[str] = frozenset()
    had_before: frozenset[str] = frozenset()
    predecessors: frozenset[str] = frozenset()
    moments: frozenset[str] = frozenset()
    what: frozenset[str] = frozenset()
    subordinators: frozenset[str] = frozenset()
    clause_fronts: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    at_place: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    with_him: frozenset[str] = frozenset()
    meeting_with: frozenset[str] = frozenset()
    name_ends: frozenset[str] = frozenset()
    in_place_of: frozenset[str] = frozenset()
    pictures: frozenset[str] = frozenset()
    other_times: frozenset[str] = frozenset()
    long_past: frozenset[str] = frozenset()
    out_of_office: frozenset[str] = frozenset()
    own_ages: frozenset[str] = frozenset()
    of_history: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    reminding: frozenset[str] = frozenset()
    of_what: frozenset[str] = frozenset()
    mandates: frozenset[str] = frozenset()
    capacity: frozenset[str] = frozenset()
    led_to: frozenset[str] = frozenset()
    born: frozenset[str] = frozenset()
    coming: frozenset[str] = frozenset()
    hands: frozenset[str] = frozenset()
    introducing: frozenset[str] = frozenset()
    plainly_former: frozenset[str] = frozenset()
    recalling: frozenset[str] = frozenset()
    according: frozenset[str] = frozenset()
    led_by: frozenset[str] = frozenset()
    state_titles: frozenset[str] = frozenset()
    trading: frozenset[str] = frozenset()
    ruling: frozenset[str] = frozenset()
    by_office: frozenset[str] = frozenset()
    directives: frozenset[str] = frozenset()
    of_body: frozenset[str] = frozenset()
    handing: frozenset[str] = frozenset()
    same_day: frozenset[str] = frozenset()
    prior: frozenset[str] = frozenset()
    private: frozenset[str] = frozenset()
    after: dict[str, str] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)
    near: PlainPhrases[str] = field(default_factory=PlainPhrases)


NO_NAME_WORDS = NameWords()


def read_name_words(folder: Path, faults: list[Fault]) -> NameWords:
    """``words/name_words.tsv`` (``group``, ``words``) and ``words/tenure_words.tsv`` (``words``, ``mode``,
    ``where``)."""
    groups: dict[str, set[str]] = {group: set() for group in _GROUPS}
    table = read_records(folder / "words" / "name_words.tsv", ("group", "words"), faults)
    for line, (group, words) in zip(table.lines, table.rows, strict=True):
        if group not in groups:
            faults.append(Fault(table.file, line, f"unknown group {group!r}"))
            continue
        groups[group].update(phrase_keys(pieces(words)))
    tenure: dict[str, dict[str, str]] = {"after": {}, "before": {}, "near": {}}
    table = read_records(folder / "words" / "tenure_words.tsv", ("words", "mode", "where"), faults)
    for line, (words, mode, where) in zip(table.lines, table.rows, strict=True):
        if mode not in MODES or where not in tenure:
            faults.append(Fault(table.file, line, f"unknown mode {mode!r} or place {where!r}"))
            continue
        tenure[where].update(dict.fromkeys(phrase_keys(pieces(words)), mode))
    found = {_GROUPS[group]: frozenset(words) for group, words in groups.items()}
    return NameWords(**found, after=tenure["after"], before=tenure["before"], near=plain_phrases(tenure["near"]))
