"""The tables and views of a project file, as SQL. The text of each is compared with what an opened file holds, so a
released statement is never changed: a change is a migration of its own."""

from __future__ import annotations

TABLES = """
CREATE TABLE project (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
CREATE TABLE migration (
    version INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    applied TEXT NOT NULL,
    program TEXT NOT NULL
) STRICT;
CREATE TABLE notice (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    noticed TEXT NOT NULL,
    en TEXT NOT NULL,
    ar TEXT NOT NULL
) STRICT;
CREATE TABLE comparison (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    created TEXT NOT NULL,
    changed TEXT NOT NULL
) STRICT;
CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    comparison INTEGER NOT NULL REFERENCES comparison(id),
    letter TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    text_as_read TEXT NOT NULL,
    sha256_as_read TEXT NOT NULL,
    file_sha256 TEXT NOT NULL,
    origin TEXT NOT NULL,
    address TEXT NOT NULL,
    read TEXT,
    given_date TEXT,
    stated_title TEXT NOT NULL,
    stated_date TEXT,
    date_begin TEXT,
    date_end TEXT,
    date_source TEXT,
    date_why_en TEXT,
    date_why_ar TEXT,
    credit TEXT,
    language TEXT,
    parts TEXT NOT NULL,
    sentences TEXT NOT NULL,
    asides TEXT NOT NULL,
    mentions TEXT NOT NULL
) STRICT;
CREATE INDEX article_by_comparison ON article (comparison, letter);
CREATE TABLE run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    comparison INTEGER NOT NULL REFERENCES comparison(id),
    made TEXT NOT NULL,
    program TEXT NOT NULL,
    rules TEXT NOT NULL,
    knowledge TEXT NOT NULL,
    morphology TEXT NOT NULL
) STRICT;
CREATE INDEX run_by_comparison ON run (comparison);
CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    comparison INTEGER NOT NULL REFERENCES comparison(id),
    code TEXT NOT NULL,
    label_en TEXT NOT NULL,
    label_ar TEXT NOT NULL,
    begin_day TEXT,
    end_day TEXT,
    place TEXT,
    claims TEXT NOT NULL
) STRICT;
CREATE INDEX event_by_comparison ON event (comparison);
CREATE TABLE claim (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    comparison INTEGER NOT NULL REFERENCES comparison(id),
    code TEXT NOT NULL,
    letter TEXT NOT NULL,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    words TEXT NOT NULL,
    clause_start INTEGER NOT NULL,
    clause_stop INTEGER NOT NULL,
    part TEXT NOT NULL,
    sentence INTEGER NOT NULL,
    predicate TEXT NOT NULL,
    about TEXT NOT NULL,
    value TEXT,
    polarity TEXT NOT NULL,
    state TEXT,
    role TEXT NOT NULL,
    hedged INTEGER NOT NULL,
    approximate INTEGER NOT NULL,
    source TEXT,
    event TEXT,
    context TEXT NOT NULL
) STRICT;
CREATE INDEX claim_by_comparison ON claim (comparison, code);
CREATE TABLE alignment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    comparison INTEGER NOT NULL REFERENCES comparison(id),
    first TEXT NOT NULL,
    second TEXT NOT NULL,
    score REAL NOT NULL,
    relation TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    why_en TEXT NOT NULL,
    why_ar TEXT NOT NULL,
    steps TEXT NOT NULL,
    late TEXT
) STRICT;
CREATE INDEX alignment_by_comparison ON alignment (comparison);
CREATE TABLE finding (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    comparison INTEGER NOT NULL REFERENCES comparison(id),
    key TEXT NOT NULL,
    family TEXT NOT NULL,
    kind TEXT NOT NULL,
    scope TEXT NOT NULL,
    severity TEXT NOT NULL,
    confidence REAL NOT NULL,
    rule TEXT NOT NULL,
    headline INTEGER NOT NULL,
    message_en TEXT NOT NULL,
    message_ar TEXT NOT NULL,
    places TEXT NOT NULL,
    evidence TEXT NOT NULL,
    mends TEXT NOT NULL,
    claims TEXT NOT NULL,
    state TEXT NOT NULL
) STRICT;
CREATE INDEX finding_by_comparison ON finding (comparison, key);
CREATE INDEX finding_by_family ON finding (family, severity);
CREATE INDEX finding_by_severity ON finding (severity, family);
CREATE INDEX finding_by_state ON finding (state, severity, family);
CREATE TABLE decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    comparison INTEGER NOT NULL REFERENCES comparison(id),
    key TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    who TEXT NOT NULL,
    decided TEXT,
    finding TEXT,
    UNIQUE (comparison, key)
) STRICT;
CREATE TABLE history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    comparison INTEGER NOT NULL REFERENCES comparison(id),
    key TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    who TEXT NOT NULL,
    decided TEXT,
    recorded TEXT NOT NULL,
    seal TEXT NOT NULL
) STRICT;
CREATE INDEX history_by_comparison ON history (comparison, key);
CREATE TRIGGER history_is_not_changed BEFORE UPDATE ON history
    BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END;
CREATE TRIGGER history_is_not_shortened BEFORE DELETE ON history
    BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END;
CREATE TABLE link (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    comparison INTEGER NOT NULL REFERENCES comparison(id),
    kind TEXT NOT NULL,
    first_letter TEXT NOT NULL,
    first_start INTEGER NOT NULL,
    first_stop INTEGER NOT NULL,
    first_kind TEXT NOT NULL,
    second_letter TEXT NOT NULL,
    second_start INTEGER NOT NULL,
    second_stop INTEGER NOT NULL,
    second_kind TEXT NOT NULL
) STRICT;
CREATE INDEX link_by_comparison ON link (comparison);
CREATE TABLE mark (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    comparison INTEGER NOT NULL REFERENCES comparison(id),
    what TEXT NOT NULL,
    key TEXT NOT NULL,
    UNIQUE (comparison, what, key)
) STRICT;
CREATE TABLE edit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    comparison INTEGER NOT NULL REFERENCES comparison(id),
    letter TEXT NOT NULL,
    start INTEGER NOT NULL,
    removed TEXT NOT NULL,
    added TEXT NOT NULL,
    who TEXT NOT NULL,
    made TEXT
) STRICT;
CREATE INDEX edit_by_comparison ON edit (comparison);
CREATE TABLE unsaved_note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    comparison INTEGER NOT NULL REFERENCES comparison(id),
    key TEXT NOT NULL,
    words TEXT NOT NULL,
    typed TEXT NOT NULL,
    UNIQUE (comparison, key)
) STRICT;
CREATE VIEW reviewed_findings AS
    SELECT comparison.title AS comparison, finding.family, finding.kind, finding.severity,
        round(finding.confidence, 2) AS confidence,
        json_extract(finding.places, '$[0].text') AS first_words,
        json_extract(finding.places, '$[1].text') AS second_words,
        finding.message_en, finding.message_ar, finding.state, coalesce(decision.reason, '') AS reason,
        coalesce(decision.note, '') AS note, coalesce(decision.who, '') AS who, decision.decided,
        finding.rule, finding.key, finding.comparison AS comparison_id, finding.id AS finding_id
    FROM finding JOIN comparison ON comparison.id = finding.comparison
    LEFT JOIN decision ON decision.comparison = finding.comparison AND decision.key = finding.key;
CREATE VIEW aligned_claims AS
    SELECT comparison.title AS comparison, one.letter AS first_article, one.words AS first_words,
        two.letter AS second_article, two.words AS second_words, alignment.relation,
        round(alignment.score, 2) AS score, alignment.by_whom, alignment.why_en, alignment.why_ar,
        alignment.comparison AS comparison_id
    FROM alignment JOIN comparison ON comparison.id = alignment.comparison
    JOIN claim AS one ON one.comparison = alignment.comparison AND one.code = alignment.first
    JOIN claim AS two ON two.comparison = alignment.comparison AND two.code = alignment.second;
CREATE VIEW decisions_over_time AS
    SELECT history.id AS number, comparison.title AS comparison, history.decided, history.who, history.state,
        history.reason, history.note, coalesce(finding.message_en, json_extract(decision.finding, '$.message.en')) AS
        message_en, coalesce(finding.message_ar, json_extract(decision.finding, '$.message.ar')) AS message_ar,
        history.key, history.comparison AS comparison_id
    FROM history JOIN comparison ON comparison.id = history.comparison
    LEFT JOIN finding ON finding.comparison = history.comparison AND finding.key = history.key
    LEFT JOIN decision ON decision.comparison = history.comparison AND decision.key = history.key;
CREATE VIEW articles_read AS
    SELECT comparison.title AS comparison, article.letter, article.title, article.origin, article.address,
        article.read, article.given_date, article.date_begin, article.date_end, article.date_source, article.credit,
        article.language, length(article.text) AS characters, article.text <> article.text_as_read AS edited,
        article.sha256, article.sha256_as_read, article.file_sha256, article.comparison AS comparison_id
    FROM article JOIN comparison ON comparison.id = article.comparison;
"""

SEARCH = """
CREATE VIRTUAL TABLE finding_search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE article_search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0');
"""
"""Rows go by the rowids of ``finding`` and ``article``; ``words`` is folded by ``workbench.text.normal``, because FTS5
folds no Arabic. Written by the program beside every row: no trigger that could be swapped."""

DATA_TABLES = (
    "project", "migration", "notice", "comparison", "article", "run", "event", "claim", "alignment", "finding",
    "decision", "history", "link", "mark", "edit", "unsaved_note",
)  # fmt: skip
"""Parents before children."""


def statements(script: str) -> list[str]:
    """The statements of a script; a trigger's own semicolons stand before its END."""
    whole: list[str] = []
    waiting = ""
    for piece in script.split(";"):
        waiting += piece
        body = waiting.strip()
        if body.startswith("CREATE TRIGGER") and not body.endswith("END"):
            waiting += ";"
            continue
        if body:
            whole.append(body)
        waiting = ""
    return whole
