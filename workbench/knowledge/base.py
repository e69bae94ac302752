"""All that the program knows, read once and passed on as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from workbench.knowledge.facts.geography import NO_GEOGRAPHY, Geography, make_geography
from workbench.knowledge.facts.world import EMPTY_WORLD, World, load_world
from workbench.knowledge.language.expressions import NO_EXPRESSIONS, Expressions, load_expressions
from workbench.knowledge.language.lexicon import EMPTY_LEXICON, Lexicon, load_lexicon
from workbench.knowledge.words.amount_words import NO_AMOUNT_WORDS, AmountWords, load_amount_words
from workbench.knowledge.words.apart_words import NO_APART_WORDS, ApartWords, load_apart_words
from workbench.knowledge.words.article_cues import load_article_cues
from workbench.knowledge.words.blame_words import NO_BLAME_WORDS, BlameWords, load_blame_words
from workbench.knowledge.words.casualty_words import NO_CASUALTY_WORDS, CasualtyWords, load_casualty_words
from workbench.knowledge.words.claim_cues import NO_CLAIM_CUES, ClaimCues, load_claim_cues
from workbench.knowledge.words.clause_words import NO_CLAUSE_WORDS, ClauseWords, load_clause_words
from workbench.knowledge.words.copy_words import NO_COPY_WORDS, CopyWords, load_copy_words
from workbench.knowledge.words.event_words import NO_EVENT_WORDS, EventWords, load_event_words
from workbench.knowledge.words.figure_words import NO_FIGURE_WORDS, FigureWords, load_figure_words
from workbench.knowledge.words.life_words import NO_LIFE_WORDS, LifeWords, load_life_words
from workbench.knowledge.words.numeral_words import NO_NUMERALS, NumeralWords, load_numeral_words
from workbench.knowledge.words.order_words import NO_ORDER_WORDS, OrderWords, load_order_words
from workbench.knowledge.words.recall_words import NO_RECALL_WORDS, RecallWords, load_recall_words
from workbench.knowledge.words.reversal_words import NO_REVERSAL_WORDS, ReversalWords, load_reversal_words
from workbench.knowledge.words.score_words import NO_SCORE_WORDS, ScoreWords, load_score_words
from workbench.knowledge.words.sourcing_words import NO_SOURCING_WORDS, SourcingWords, load_sourcing_words
from workbench.knowledge.words.speech_verbs import NO_SPEECH_VERBS, SpeechVerbs, load_speech_verbs
from workbench.knowledge.words.statement_words import (
    Course,
    Effect,
    OnceDeed,
    SoleDeed,
    load_once_deeds,
    load_sequences,
    load_sole_deeds,
    load_statement_operators,
)
from workbench.knowledge.words.sum_words import NO_SUM_WORDS, SumWords, load_sum_words
from workbench.knowledge.words.time_words import NO_TIME_WORDS, TimeWords, load_time_words
from workbench.text.cues import NO_CUES, ArticleCues
from workbench.text.values import Bilingual


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The tables of ``resources/``, ready to be queried. Nothing in it changes after loading."""

    folder: Path
    world: World = EMPTY_WORLD
    article_cues: ArticleCues = NO_CUES
    lexicon: Lexicon = EMPTY_LEXICON
    expressions: Expressions = NO_EXPRESSIONS
    claim_cues: ClaimCues = NO_CLAIM_CUES
    blame: BlameWords = NO_BLAME_WORDS
    clauses: ClauseWords = NO_CLAUSE_WORDS
    casualties: CasualtyWords = NO_CASUALTY_WORDS
    events: EventWords = NO_EVENT_WORDS
    operators: Mapping[str, Effect] = field(default_factory=dict)
    sole_deeds: tuple[SoleDeed, ...] = ()
    once_deeds: tuple[OnceDeed, ...] = ()
    sequences: Mapping[tuple[str, str], Course] = field(default_factory=dict)
    geography: Geography = NO_GEOGRAPHY
    copy: CopyWords = NO_COPY_WORDS
    speech: SpeechVerbs = NO_SPEECH_VERBS
    sourcing: SourcingWords = NO_SOURCING_WORDS
    sums: SumWords = NO_SUM_WORDS
    apart: ApartWords = NO_APART_WORDS
    figures: FigureWords = NO_FIGURE_WORDS
    lives: LifeWords = NO_LIFE_WORDS
    order: OrderWords = NO_ORDER_WORDS
    recalls: RecallWords = NO_RECALL_WORDS
    reversals: ReversalWords = NO_REVERSAL_WORDS
    numerals: NumeralWords = NO_NUMERALS
    amounts: AmountWords = NO_AMOUNT_WORDS
    scores: ScoreWords = NO_SCORE_WORDS
    times: TimeWords = NO_TIME_WORDS

    def name_of(self, id: str) -> Bilingual:
        """What a person reads for a person, an organisation, an office or a place; where nothing has that identifier,
        it is a name already."""
        office = self.world.offices.get(id)
        if office is not None:
            return Bilingual(office.name_en, office.name_ar)
        known = self.world.people.get(id) or self.world.organisations.get(id) or self.world.places.get(id)
        return Bilingual(known.name_en or known.name, known.name) if known is not None else Bilingual(id, id)

    def country_of(self, id: str) -> str:
        """ISO code of the state that a place lies in or an organisation or office belongs to; empty where unknown."""
        organisation = self.world.organisations.get(id)
        if organisation is not None:
            return organisation.country
        office = self.world.offices.get(id)
        return office.country if office is not None else self.geography.country(id)


def load_knowledge(folder: Path, own: Path | None = None, cache: Path | None = None) -> Knowledge:
    """Read every table below ``folder`` (see workbench.resources), and beside those of people, offices, terms,
    organisations and places a person's ``own``. Raises TableError with all faults of the program's; those of the
    person's own leave their rows out and stand in ``world.unused``. In ``cache``, a folder, what takes long to read may
    be kept for the next time."""
    lexicon = load_lexicon(folder / "lexicon")
    world = load_world(folder / "knowledge", own, cache)
    return Knowledge(
        folder,
        world=world,
        geography=make_geography(world.places.values()),
        article_cues=load_article_cues(folder),
        lexicon=lexicon,
        expressions=load_expressions(folder / "lexicon"),
        claim_cues=load_claim_cues(folder / "lexicon"),
        blame=load_blame_words(folder / "lexicon"),
        clauses=load_clause_words(folder / "lexicon"),
        casualties=load_casualty_words(folder / "lexicon"),
        events=load_event_words(folder / "lexicon"),
        operators=load_statement_operators(folder / "lexicon"),
        sole_deeds=load_sole_deeds(folder / "lexicon"),
        once_deeds=load_once_deeds(folder / "lexicon"),
        sequences=load_sequences(folder / "lexicon"),
        copy=load_copy_words(folder / "lexicon"),
        speech=load_speech_verbs(folder / "lexicon", lexicon),
        sourcing=load_sourcing_words(folder / "lexicon"),
        sums=load_sum_words(folder / "lexicon"),
        apart=load_apart_words(folder / "lexicon"),
        figures=load_figure_words(folder / "lexicon"),
        lives=load_life_words(folder / "lexicon"),
        order=load_order_words(folder / "lexicon"),
        recalls=load_recall_words(folder / "lexicon"),
        reversals=load_reversal_words(folder / "lexicon"),
        numerals=load_numeral_words(folder),
        amounts=load_amount_words(folder),
        scores=load_score_words(folder),
        times=load_time_words(folder),
    )
