"""The engine's values as columns of readable text, and back. JSON follows the contract's field names."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any, get_args, get_type_hints

from workbench.alignment.values import Alignment, Relation
from workbench.checks.values import Evidence, Family, Finding, Mend, Place, Scope, Severity
from workbench.claims.values import Claim, ClaimKind, Event, Polarity, Role
from workbench.contract import bilingual_json, finding_json, value_json
from workbench.mentions.values import Amount, ArticleDate, Entity, Mention, MentionType, Score, Timex, Value
from workbench.store.moments import day
from workbench.text.values import Bilingual, PartKind, Span

Row = Mapping[str, Any]
_REPLACEMENT = "\ufffd"


def storable(words: str) -> str:
    """The words as UTF-8 can hold them: halves of characters become U+FFFD, one for one, so that offsets hold."""
    try:
        words.encode("utf-8")
    except UnicodeEncodeError:
        return "".join(_REPLACEMENT if "\ud800" <= sign <= "\udfff" else sign for sign in words)
    return words


def hash_of(words: str) -> str:
    """SHA-256 of the words in UTF-8."""
    return hashlib.sha256(words.encode("utf-8")).hexdigest()


def json_text(value: Any) -> str:
    return storable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def one_of(word: str, literal: Any) -> Any:
    """The word if it is one of a Literal's. Raises ValueError for others."""
    if word not in get_args(literal):
        raise ValueError(f"{word!r} is not known")
    return word


def value_from(data: Any) -> Value:
    """The value that ``value_json`` wrote."""
    if data is None:
        return None
    if "timex" in data:
        return Timex(str(data["timex"]), _text(data["begin"]), _text(data["end"]), _text(data.get("zone")))
    if "values" in data:
        return Score(tuple(int(number) for number in data["values"]))
    if "low" in data:
        return Amount(_number(data["low"]), _number(data["high"]), bool(data["approximate"]), _text(data.get("unit")))
    return Entity(_text(data["id"]), str(data["name"]))


def _text(data: Any) -> str | None:
    return None if data is None else str(data)


def _number(data: Any) -> float | None:
    if data is None or isinstance(data, int | float):
        return data
    raise ValueError(f"{data!r} is not a number")


def bilingual_from(data: Any) -> Bilingual:
    return Bilingual(str(data["en"]), str(data["ar"]))


def date_from(data: Any) -> ArticleDate:
    """The date that ``date_json`` wrote."""
    begin, end = (day(_text(data[side])) for side in ("begin", "end"))
    return ArticleDate(begin, end, date_source(data["source"]), bilingual_from(data["why"]))


def date_source(word: str) -> Any:
    """The word if it names a way of knowing an article's date. Raises ValueError for others."""
    return one_of(word, get_type_hints(ArticleDate)["source"])


def mentions_text(mentions: Iterable[Mention]) -> str:
    return json_text([[one.start, one.end, one.type, value_json(one.value)] for one in mentions])


def mentions_from(text: str) -> tuple[Mention, ...]:
    return tuple(
        Mention(int(start), int(end), one_of(kind, MentionType), value_from(value))
        for start, end, kind, value in json.loads(text)
    )


def claim_row(claim: Claim) -> dict[str, Any]:
    value = value_json(claim.value)
    return {
        "code": claim.id,
        "letter": claim.article,
        "kind": claim.kind,
        "start": claim.span.start,
        "stop": claim.span.end,
        "words": storable(claim.text),
        "clause_start": claim.clause.start,
        "clause_stop": claim.clause.end,
        "part": claim.part,
        "sentence": claim.sentence,
        "predicate": storable(claim.predicate),
        "about": storable(claim.of),
        "value": None if value is None else json_text(value),
        "polarity": claim.polarity,
        "state": claim.state,
        "role": claim.role,
        "hedged": int(claim.hedge),
        "approximate": int(claim.approximate),
        "source": None if claim.source is None else storable(claim.source),
        "event": claim.event,
        "context": json_text(sorted(claim.context)),
        "traits": json_text(sorted(claim.traits)),
    }


def claim_from(row: Row) -> Claim:
    return Claim(
        id=row["code"],
        article=row["letter"],
        kind=one_of(row["kind"], ClaimKind),
        span=Span(row["start"], row["stop"]),
        text=row["words"],
        clause=Span(row["clause_start"], row["clause_stop"]),
        part=one_of(row["part"], PartKind),
        sentence=row["sentence"],
        predicate=row["predicate"],
        of=row["about"],
        value=value_from(json.loads(row["value"])) if row["value"] is not None else None,
        polarity=one_of(row["polarity"], Polarity),
        state=row["state"],
        role=one_of(row["role"], Role),
        hedge=bool(row["hedged"]),
        approximate=bool(row["approximate"]),
        source=row["source"],
        event=row["event"],
        context=frozenset(map(str, json.loads(row["context"]))),
        traits=frozenset(map(str, json.loads(row["traits"]))),
    )


def event_row(event: Event) -> dict[str, Any]:
    return {
        "code": event.id,
        "label_en": storable(event.label.en),
        "label_ar": storable(event.label.ar),
        "begin_day": event.begin,
        "end_day": event.end,
        "place": None if event.place is None else storable(event.place),
        "claims": json_text(event.claims),
    }


def event_from(row: Row) -> Event:
    return Event(
        row["code"],
        Bilingual(row["label_en"], row["label_ar"]),
        row["begin_day"],
        row["end_day"],
        row["place"],
        tuple(map(str, json.loads(row["claims"]))),
    )


def alignment_row(alignment: Alignment) -> dict[str, Any]:
    return {
        "first": alignment.claims[0],
        "second": alignment.claims[1],
        "score": float(alignment.score),
        "relation": alignment.relation,
        "by_whom": alignment.by,
        "why_en": storable(alignment.why.en),
        "why_ar": storable(alignment.why.ar),
        "steps": json_text([bilingual_json(step) for step in alignment.steps]),
        "late": alignment.late,
    }


def alignment_from(row: Row) -> Alignment:
    return Alignment(
        (row["first"], row["second"]),
        row["score"],
        one_of(row["relation"], Relation),
        Bilingual(row["why_en"], row["why_ar"]),
        "person" if row["by_whom"] == "person" else "program",
        tuple(bilingual_from(step) for step in json.loads(row["steps"])),
        row["late"],
    )


def finding_row(finding: Finding) -> dict[str, Any]:
    data = finding_json(finding, "")
    return {
        "key": finding.key,
        "family": finding.family,
        "kind": finding.kind,
        "scope": finding.scope,
        "severity": finding.severity,
        "confidence": float(finding.confidence),
        "rule": finding.rule,
        "headline": int(finding.headline),
        "message_en": storable(finding.message.en),
        "message_ar": storable(finding.message.ar),
        "places": json_text(data["spans"]),
        "evidence": json_text(data["evidence"]),
        "mends": json_text(data["mends"]),
        "claims": json_text(data["claims"]),
    }


def finding_from(row: Row) -> Finding:
    return Finding(
        key=row["key"],
        family=one_of(row["family"], Family),
        kind=row["kind"],
        scope=one_of(row["scope"], Scope),
        severity=one_of(row["severity"], Severity),
        confidence=row["confidence"],
        rule=row["rule"],
        message=Bilingual(row["message_en"], row["message_ar"]),
        headline=bool(row["headline"]),
        **_details(*(json.loads(row[name]) for name in ("places", "evidence", "mends", "claims"))),
    )


def finding_text(finding: Finding) -> str:
    """A whole finding as one JSON text: what was decided about, kept beside the decision."""
    return json_text({**finding_json(finding, ""), "confidence": finding.confidence})


def finding_from_text(text: str) -> Finding:
    data = json.loads(text)
    return Finding(
        key=str(data["key"]),
        family=one_of(data["family"], Family),
        kind=str(data["kind"]),
        scope=one_of(data["scope"], Scope),
        severity=one_of(data["severity"], Severity),
        confidence=float(data["confidence"]),
        rule=str(data["rule"]),
        message=bilingual_from(data["message"]),
        headline=bool(data["headline"]),
        **_details(data["spans"], data["evidence"], data["mends"], data["claims"]),
    )


def _details(places: Any, evidence: Any, mends: Any, claims: Any) -> dict[str, Any]:
    return {
        "places": tuple(
            Place(str(one["article"]), int(one["start"]), int(one["end"]), str(one["text"])) for one in places
        ),
        "evidence": tuple(Evidence(bilingual_from(one["text"]), str(one["source"])) for one in evidence),
        "mends": tuple(
            Mend(str(one["article"]), int(one["start"]), int(one["end"]), str(one["replacement"])) for one in mends
        ),
        "claims": tuple(map(str, claims)),
    }
