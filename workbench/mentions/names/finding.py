"""Names of persons, offices, organisations and places in a sentence: one pass over its tokens, longest name first.

The cost does not depend on how many names are known: at each word the index tells how many words the longest name
beginning there may have, and only that many look-ups are made.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.knowledge.facts.world import World
from workbench.knowledge.language.lexicon import Lexicon
from workbench.knowledge.words.name_words import NameWords
from workbench.mentions.names.lookup import Found, Unit, look_up, read_units
from workbench.mentions.names.shapes import by_shape, person_shape
from workbench.mentions.names.values import NameForm, OfficeName, OrganisationName, PersonName, PlaceName
from workbench.mentions.values import Entity, Mention, MentionType
from workbench.text.values import Token

_QUOTES = frozenset("\"“”«»'‘’()[]")
_INTERIM = frozenset(("السابق", "السابقه", "الاسبق", "المنتخب", "الراحل", "المكلف", "الجديد", "المعزول", "المخلوع"))
_OF_BODIES = frozenset(("leader", "body-president", "director-general"))  # «رئيس» of a country is its president
_DOUBLED = "\u0651"
_REIGNING = frozenset(("king", "sultan"))
_GOVERNED_BY = {"اداره": ("president",), "حكومه": ("prime-minister", "chancellor", "president", "king")}
_ADMINISTRATIONS = {
    front + word: kinds for word, kinds in _GOVERNED_BY.items() for front in ("", "و", "ب", "ل", "ف", "وب", "ول", "ك")
}
_INTO = frozenset(("في", "الي"))
# Letters that open present verbs, longer stems and written-on particles.
_MAY_BEGIN_OTHERS = ("ال", "ا", "ي", "ت", "ن", "س", "و", "ف", "ب", "ل", "ك")
_CAPITAL = "عاصمه"
_SAID = frozenset(("ان", "انها"))  # behind who says something
_COUNTRY_PREPOSITIONS = frozenset(("في", "من", "الي", "دوله", "جمهوريه", "شمال", "جنوب", "شرق", "غرب", "وسط"))


def find_names(tokens: Sequence[Token], world: World, lexicon: Lexicon | None = None) -> tuple[Mention, ...]:
    """Every name in a sentence, in order, none overlapping another. Offsets count as those of the tokens. The values
    are the subclasses of Entity in workbench.mentions.names.values; workbench.mentions.names.resolution decides in the
    whole article who is meant. With a ``lexicon``, short names that are also words of the language are doubtful."""
    if not world.names.uses:
        return ()
    units = read_units(tokens)
    mentions: list[Mention] = []
    finder = _Finder(tokens, units, world, lexicon, mentions)
    at = 0
    while at < len(units):
        at = finder.read_at(at)
    return tuple(mentions)


class _Finder:
    """One pass over one sentence; appends to ``mentions``."""

    def __init__(
        self,
        tokens: Sequence[Token],
        units: list[Unit],
        world: World,
        lexicon: Lexicon | None,
        mentions: list[Mention],
    ) -> None:
        self.tokens = tokens
        self.units = units
        self.world = world
        self.lexicon = lexicon
        self.words: NameWords = world.words
        self.mentions = mentions
        self.pair: tuple[str, ...] = ()  # of office, that a dual title gives two people («الرئيسان … و…»)
        self.kinds: tuple[str, ...] = ()  # of office, that «إدارة» or «حكومة» gives the name after it
        self.titled_until = -1  # the unit after a title, honorifics skipped: a name there is believed

    def read_at(self, at: int) -> int:
        """Read what begins at unit ``at``; the unit to go on with."""
        self.kinds = _ADMINISTRATIONS.get(self.units[at].key, self.kinds if at == self.titled_until else ())
        if self.units[at].key in _ADMINISTRATIONS:
            self.titled_until = self._name_start(at + 1)
        found = self.look_up(at)
        if found is None:
            return self._unknown(at)
        kinds = {use for use, _ in found.uses}
        titled = at == self.titled_until and found.front != "و"
        if "adjective" in kinds and self.pair and found.front == "و":
            after = self._second_of_two(found)
            if after is not None:
                return after
        if kinds & {"title", "construct", "genitive", "office", "dual"}:
            after = self._office(found)
            if after is not None:
                return after
        named = "full" in kinds or ("short" in kinds and self._short_fits(found, titled)) or "epithet" in kinds
        if named and not self._introduces(found):
            return self._person(found, titled)
        if "organisation" in kinds and not (self._ordinary(found) and not self._headed(at)):
            ids = tuple(id for use, id in found.uses if use == "organisation")
            name = self.world.organisations[ids[0]].name
            return self._take(found, "organisation", OrganisationName(ids[0] if len(ids) == 1 else None, name, ids))
        if "place" in kinds and self._place_fits(found):
            ids = tuple(id for use, id in found.uses if use == "place")
            ids = self._as_spelt(found, ids)
            name = self.world.places[ids[0]].name
            return self._take(found, "place", PlaceName(ids[0] if len(ids) == 1 else None, name, ids))
        if kinds & {"adjective", "thing"}:
            return found.last
        return self._unknown(at)

    def look_up(self, at: int, fronts: bool = True) -> Found | None:
        return look_up(self.units, at, self.world.names, fronts)

    # -- offices ------------------------------------------------------------------------------------------------

    def _office(self, found: Found) -> int | None:
        """An office with its country or organisation; a bare title only where it is plainly one."""
        world, uses = self.world, found.uses
        direct = tuple(id for use, id in uses if use == "office")
        composed = self._composed(found)
        if composed is not None and composed[0] > (found.last if direct else found.last + 1):
            end, shorter, kinds, countries = composed
            return self._with_country(shorter, end, kinds, countries)
        if direct:
            if composed is not None and composed[0] == found.last:
                direct = tuple(dict.fromkeys((*direct, *self._offices(composed[1], composed[2], composed[3]))))
            office = world.offices[direct[0]]
            value = OfficeName(direct[0] if len(direct) == 1 else None, office.name_ar, direct, (), office.country)
            return self._take_office(found.first, found.last, value)
        titles = tuple(kind for use, kind in uses if use == "title")
        pair = tuple(kind for use, kind in uses if use == "dual")
        self.pair = pair
        constructs = tuple(kind for use, kind in uses if use == "construct")
        genitives = tuple(kind for use, kind in uses if use == "genitive")
        after = self._skip_interim(found.last)
        if after < len(self.units):
            following = self.look_up(after, fronts=False)
            if (titles or pair) and following is not None:
                countries = tuple(iso for use, iso in following.uses if use == "adjective")
                if countries:
                    return self._with_country(found, following.last, titles or pair, countries)
            if constructs and following is not None and after == found.last:
                countries = self._countries_or_bodies(following)
                if countries:
                    end = following.last
                    if found.phrase == "امين" and end < len(self.units) and self.units[end].key == "العام":
                        end += 1
                    return self._with_country(found, end, constructs, countries, must_be_known=len(found.phrase) < 6)
            if genitives and after == found.last and self.units[after].key.startswith("ل"):
                following = self.look_up(after)
                if following is not None and following.front in ("ل", "لل"):
                    countries = self._countries_or_bodies(following)
                    if countries:
                        return self._with_country(found, following.last, genitives, countries)
        if not titles:
            return None
        bare = OfficeName(None, self._text(found.first, found.last), (), titles)
        if " " in found.phrase or self._name_follows(found.last, titles):
            return self._take_office(found.first, found.last, bare)
        return None

    def _second_of_two(self, found: Found) -> int | None:
        """«الرئيسان الأميركي فلان والروسي فلان»: the adjective alone is the second one's title."""
        kinds, self.pair = self.pair, ()
        countries = tuple(iso for use, iso in found.uses if use == "adjective")
        if not self._name_follows(found.last, kinds):
            return None
        return self._with_country(found, found.last, kinds, countries)

    def _composed(self, found: Found) -> tuple[int, Found, tuple[str, ...], tuple[str, ...]] | None:
        """A title of several words read as a shorter one and a country: «رئيس» + «جمهورية ألمانيا الاتحادية» rather
        than «رئيس جمهورية» + «ألمانيا», «الرئيس» + «اليمني» rather than one office's own «الرئيس اليمني». The unit
        after it, the shorter title, its kinds and the countries; of several the one that reaches furthest."""
        best: tuple[int, Found, tuple[str, ...], tuple[str, ...]] | None = None
        words = found.phrase.split(" ")
        for length in range(1, len(words)):
            head = " ".join(words[:length])
            uses = self.world.names.uses.get(head, ())
            genitives = tuple(kind for use, kind in uses if use == "genitive")
            following = self.look_up(found.first + length, fronts=bool(genitives)) if uses else None
            if following is None or (following.front and following.front not in ("ل", "لل")):
                continue
            if following.front:
                uses = tuple(("construct", kind) for kind in genitives)
            constructs = tuple(kind for use, kind in uses if use == "construct")
            titles = tuple(kind for use, kind in uses if use == "title")
            countries = self._countries_or_bodies(following) if constructs else ()
            kinds = constructs
            if not countries and titles:
                kinds, countries = titles, tuple(iso for use, iso in following.uses if use == "adjective")
            if countries and (best is None or following.last >= best[0]):
                shorter = Found(found.first, found.first + length, found.front, head, uses)
                best = (following.last, shorter, kinds, countries)
        return best

    def _with_country(
        self, found: Found, end: int, kinds: tuple[str, ...], countries: tuple[str, ...], must_be_known: bool = False
    ) -> int | None:
        offices = self._offices(found, kinds, countries)
        if not offices and must_be_known and not all(country.isupper() for country in countries):
            return None
        name = self.world.offices[offices[0]].name_ar if offices else self._text(found.first, end)
        value = OfficeName(
            offices[0] if len(offices) == 1 else None, name, offices, kinds, countries[0] if len(countries) == 1 else ""
        )
        return self._take_office(found.first, end, value)

    def _offices(self, found: Found, kinds: tuple[str, ...], countries: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(
            dict.fromkeys(
                id
                for kind in kinds
                for country in countries
                if not (country.isupper() and kind in _OF_BODIES and found.phrase == "رييس")
                for id in self.world.offices_of.get((kind, country), ())
            )
        )

    def _take_office(self, first: int, last: int, value: OfficeName) -> int:
        self._add(first, last, "office", value)
        self.titled_until = self._name_start(last)
        return last

    def _countries_or_bodies(self, found: Found) -> tuple[str, ...]:
        countries = tuple(
            self.world.places[id].country
            for use, id in found.uses
            if use == "place" and self.world.places[id].kind == "country"
        )
        return countries or tuple(id for use, id in found.uses if use == "organisation")

    def _skip_interim(self, at: int) -> int:
        """«الرئيس السابق الأميركي»: one word between title and adjective."""
        return at + 1 if at + 1 < len(self.units) and self.units[at].key in _INTERIM else at

    def _name_start(self, at: int) -> int:
        """Where a name begins after a title: past honorifics, one comma, quotation marks, words such as السابق."""
        units, tokens = self.units, self.tokens
        commas = 0
        while at < len(units):
            key = units[at].key
            if not key:
                sign = tokens[units[at].first].text
                if sign in _QUOTES or (sign in "،,:" and commas == 0) or sign in "./":
                    commas += sign in "،,:"
                    at += 1
                    continue
                return at
            if key in self.words.after:
                at += 1
                continue
            step = self._honorific(at)
            if not step:
                return at
            at += step
        return at

    def _honorific(self, at: int) -> int:
        """How many units an honorific or rank at ``at`` covers."""
        units = self.units
        for words in (3, 2, 1):
            if at + words < len(units):
                phrase = " ".join(unit.key for unit in units[at : at + words])
                if phrase in self.words.honorifics:
                    return words
        return 0

    def _name_follows(self, at: int, kinds: tuple[str, ...]) -> bool:
        """Whether a person's name stands after a bare title of one word; «المستشار» before anybody who was never a
        chancellor is a judge."""
        start = self._name_start(at)
        if start >= len(self.units):
            return False
        found = self.look_up(start, fronts=False)
        if found is not None:
            people = [id for use, id in found.uses if use in ("full", "short", "epithet")]
            if people and "chancellor" in kinds:
                offices = self.world.offices
                return any(
                    offices[term.office].kind == "chancellor" for id in people for term in self.world.terms_of(id)
                )
            if people:
                return True
        return "chancellor" not in kinds and person_shape(self.units, start, self.words) is not None

    # -- persons ------------------------------------------------------------------------------------------------

    def _introduces(self, found: Found) -> bool:
        """«المهندس عبد الحميد هلال»: a by-name that is a word of address too, here before another's name."""
        if " " in found.phrase or found.last >= len(self.units):
            return False
        words, following = self.words, self.units[found.last].key
        if not following or not (self._is_address(found) or self._in_lexicon(found)):
            return False
        if following in words.given or following.startswith(("عبدال", "ابو")):
            return True
        after = self.look_up(found.last, fronts=False)
        return after is not None and any(use in ("full", "short", "epithet") for use, _ in after.uses)

    def _is_address(self, found: Found) -> bool:
        return found.phrase in self.words.honorifics or found.phrase in self.words.ranks

    def _person(self, found: Found, titled: bool) -> int:
        """The longest reading; all who bear the name are candidates."""
        full = tuple(dict.fromkeys(id for use, id in found.uses if use in ("full", "epithet")))
        short = tuple(dict.fromkeys(id for use, id in found.uses if use == "short"))
        candidates = full or short
        name = self.world.people[candidates[0]].name if len(candidates) == 1 else self._text(found.first, found.last)
        doubtful = not full and (self._ordinary(found) or self._is_a_word(found) or len(candidates) > 1)
        if titled:
            doubtful = False
        form: NameForm = "full" if full else "short"
        kinds = self.kinds if titled else ()
        value = PersonName(candidates[0] if len(candidates) == 1 else None, name, candidates, form, doubtful, kinds)
        return self._take(found, "person", value)

    def _may_be_given(self, word: str) -> bool:
        """«راكيش باتيل»: a word that nothing knows, which no letter shows to be a verb, an adjective or a particle with
        its noun, is rather a given name from abroad."""
        if self.lexicon is None or not word.isalpha() or word.startswith(_MAY_BEGIN_OTHERS) or len(word) < 3:
            return False
        names = self.words
        known = any(word in table for table in (names.honorifics, names.ranks, names.after, names.stops))
        return not known and not self.lexicon.lookup(word)

    def _short_fits(self, found: Found, titled: bool) -> bool:
        """A short name is no part of somebody else's: «مصطفى السيسي», «صالح المطلك»."""
        if not titled and found.first > 0 and not found.front:
            before = self.units[found.first - 1].key
            if before.removeprefix("و") in self.words.given or before in self.words.given or self._may_be_given(before):
                return False
            if self.mentions and self.mentions[-1].end >= self.tokens[self.units[found.first].first].start - 1:
                last = self.mentions[-1]
                if last.type == "person":
                    return False
        if found.front in ("ف", "ك") and not titled:
            return False
        if found.phrase in self.words.given and found.last < len(self.units):
            following = self.units[found.last].key
            if following in self.words.given:
                return False
            if following.startswith("ال") and following not in self.words.after and following not in self.words.stops:
                return (titled and self._reigns()) or self.look_up(found.last) is not None
        return True

    def _reigns(self) -> bool:
        """Whether the title just read is that of a king or sultan, who goes by his given name: «الملك عبد الله»."""
        value = self.mentions[-1].value if self.mentions else None
        if not isinstance(value, OfficeName):
            return False
        kinds = {*value.kinds, *(self.world.offices[id].kind for id in value.offices)}
        return bool(kinds & _REIGNING)

    # -- places and what is known by form -----------------------------------------------------------------------

    def _place_fits(self, found: Found) -> bool:
        if found.phrase not in self.words.ordinary and found.phrase not in self.words.given:
            return True
        if self._headed(found.first):
            return True
        ids = [id for use, id in found.uses if use == "place"]
        known = any(self.world.places[id].kind == "country" for id in ids)
        before = self.units[found.first - 1].key if found.first else ""
        if found.phrase in self.words.located and before in _INTO:
            return True
        if found.phrase in self.words.vouched:
            return self._is_no_noun(found) or self._land_is_named(ids)
        return (known or found.phrase.startswith("ال")) and before in _COUNTRY_PREPOSITIONS

    def _is_no_noun(self, found: Found) -> bool:
        """«أعلنت سيول أن»: floods say nothing; «العاصمة سيول»; «سيول (رويترز) -»."""
        behind = self.units[found.last] if found.last < len(self.units) else None
        before = self.units[found.first - 1].key if found.first else ""
        opens = found.first == 0 and behind is not None and not behind.key
        return opens or (behind is not None and behind.key in _SAID) or before.endswith(_CAPITAL)

    def _land_is_named(self, ids: Sequence[str]) -> bool:
        """Whether the sentence names the land that one of these places lies in, or somebody by it: «سيول … الكورية»."""
        places = [self.world.places[id] for id in ids]
        lands = {land for place in places for land in (place.parent, place.country) if land}
        found = (self.look_up(at) for at in range(len(self.units)))
        return any(id in lands for one in found if one is not None for _, id in one.uses)

    def _as_spelt(self, found: Found, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Of places with one name the towns, where a doubled letter is written: «عمّان» is no sultanate."""
        if len(ids) < 2 or _DOUBLED not in self.tokens[self.units[found.first].first].text:
            return ids
        return tuple(id for id in ids if self.world.places[id].kind != "country") or ids

    def _headed(self, at: int) -> bool:
        before = self.units[at - 1].key if at else ""
        return before.removeprefix("و").removeprefix("ب").removeprefix("ل") in (
            self.words.place_heads | self.words.organisation_heads
        )

    def _unknown(self, at: int) -> int:
        """Names known by form only."""
        key = self.units[at].key
        if not key:
            return at + 1
        if at == self.titled_until or self._after_rank(at):
            end = person_shape(self.units, at, self.words)
            if end is not None:
                value = PersonName(None, self._text(at, end), (), "shape")
                self._add(at, end, "person", value)
                return end
        shaped = by_shape(self.units, at, self.tokens, self.words)
        if shaped is not None:
            end, kind = shaped
            if kind == "place":
                known = self.look_up(at + 1, fronts=False)
                if known is not None and self._reaches(known, end):
                    ids = tuple(id for use, id in known.uses if use == "place")
                    if ids:
                        place = PlaceName(ids[0] if len(ids) == 1 else None, self.world.places[ids[0]].name, ids)
                        self._add(at, known.last, "place", place)
                        return known.last
            if not self.units[at + 1].key and self.look_up(at + 2, fronts=False) is not None:
                return at + 1  # «قاعدة "كي وان"»: what stands in the marks is known
            text = self._text(at, end)
            entity: Entity = OrganisationName(None, text, ()) if kind == "organisation" else PlaceName(None, text, ())
            self._add(at, end, kind, entity)
            return end
        return at + 1

    def _reaches(self, known: Found, end: int) -> bool:
        """Whether a known place fills the words up to unit ``end``, but for its nation: «محافظة الحديدة اليمنية»."""
        if known.last >= end:
            return True
        nation = self.look_up(known.last, fronts=False)
        return nation is not None and nation.last >= end and any(use == "adjective" for use, _ in nation.uses)

    def _after_rank(self, at: int) -> bool:
        if not at:
            return False
        before = self.units[at - 1].key
        for key in (before, before.removeprefix("و")):
            if key in self.words.ranks or key in self.words.honorifics:
                return len(key) > 1
        return at > 1 and f"{self.units[at - 2].key} {before}" in self.words.ranks

    # -- taking -------------------------------------------------------------------------------------------------

    def _ordinary(self, found: Found) -> bool:
        return found.phrase in self.words.ordinary or found.phrase in self.words.given or len(found.phrase) < 4

    def _is_a_word(self, found: Found) -> bool:
        """«الشاهد», «الجبوري»: a name that the language uses for other things too, or one of origin that many bear."""
        if " " in found.phrase:
            return False
        if self._is_address(found) or (found.phrase.startswith("ال") and found.phrase.endswith("ي")):
            return True
        return self._in_lexicon(found)

    def _in_lexicon(self, found: Found) -> bool:
        if self.lexicon is None:
            return False
        plain = self.tokens[self.units[found.first].first].plain
        return bool(self.lexicon.lookup(found.phrase, None, plain.removeprefix(found.front)))

    def _take(self, found: Found, type: MentionType, value: Entity) -> int:
        self._add(found.first, found.last, type, value)
        return found.last

    def _add(self, first: int, last: int, type: MentionType, value: Entity) -> None:
        tokens, units = self.tokens, self.units
        start, end = tokens[units[first].first].start, tokens[units[last - 1].last - 1].end
        self.mentions.append(Mention(start, end, type, value))

    def _text(self, first: int, last: int) -> str:
        tokens = self.tokens[self.units[first].first : self.units[last - 1].last]
        return " ".join(token.plain for token in tokens)
