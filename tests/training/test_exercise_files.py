"""Exercise files: what goes out comes back; what is malformed or hostile is refused in sentences."""

from __future__ import annotations

import io
import json
import os
import stat
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.training.papers_of import A, B, small_exercise
from workbench.text.values import Span
from workbench.training.faults import ExerciseError
from workbench.training.files import (
    LARGEST_MEMBER,
    MANIFEST,
    digest,
    exercise_bytes,
    manifest_text,
    open_exercise,
    read_exercise,
    save_exercise,
)
from workbench.training.manifest import manifest_of, quote
from workbench.training.validation import exercise_faults
from workbench.training.values import Exercise

EXERCISE = small_exercise()
DAMAGED = "It is no exercise file: its zip is damaged."


def manifest(**changes: Any) -> dict[str, Any]:
    return manifest_of(EXERCISE) | changes


def packed(files: dict[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def whole(description: Any = None, **texts: bytes | str) -> bytes:
    files: dict[str, bytes | str] = {MANIFEST: json.dumps(manifest() if description is None else description)}
    return packed(files | {"a.txt": A, "b.txt": B} | {f"{name}.txt": text for name, text in texts.items()})


def faults(data: bytes) -> list[str]:
    with pytest.raises(ExerciseError) as caught:
        read_exercise(data)
    for fault in caught.value.faults:
        assert fault.ar.endswith(".")
        assert fault.en.endswith(".")
        assert "\n" not in fault.en + fault.ar
        assert "Traceback" not in fault.en
    return [fault.en for fault in caught.value.faults]


def test_out_and_back(tmp_path: Path) -> None:
    path = tmp_path / "roof.fcx"
    save_exercise(EXERCISE, path)
    assert open_exercise(path) == EXERCISE
    assert exercise_bytes(EXERCISE) == path.read_bytes()
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_as_good(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text(manifest_text(EXERCISE), encoding="utf-8")
    for name, text in (("a", A), ("b", B)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert open_exercise(tmp_path) == EXERCISE


def test_the_digest_tells_texts_apart() -> None:
    other = read_exercise(whole(a=A + "\nسطر.\n"))
    assert digest(other) != digest(EXERCISE)
    assert digest(read_exercise(whole())) == digest(EXERCISE)


def test_words_that_stand_twice_are_quoted_with_their_neighbours() -> None:
    text = "قال إن قال إن قال كفى"
    row = quote(text, Span(7, 10))
    assert row["words"] == "قال"
    assert text.count(row.get("prefix", "") + row["words"] + row.get("suffix", "")) == 1


@given(st.text(alphabet="اب ج\n", min_size=1, max_size=40), st.data())
@settings(deadline=None)
def test_every_passage_can_be_quoted_so_that_it_stands_once(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    row = quote(text, Span(start, end))
    prefix, suffix = row.get("prefix", ""), row.get("suffix", "")
    at = text.find(prefix + row["words"] + suffix)
    assert at + len(prefix) == start
    assert text.find(prefix + row["words"] + suffix, at + 1) == -1


# Hostile archives


def test_no_zip_at_all() -> None:
    for data in (b"", b"hello", b"PK\x03\x04", whole()[:200], b"%PDF-1.4", b"\0" * 100):
        assert faults(data) == [DAMAGED]


def test_a_bomb_is_not_unpacked() -> None:
    bomb = packed({MANIFEST: b"0" * (LARGEST_MEMBER + 1)})
    assert len(bomb) < 10_000
    assert faults(bomb) == [f"'{MANIFEST}' would be larger than 2 MB unpacked."]


def test_a_bomb_that_lies_about_its_size() -> None:
    data = packed({MANIFEST: b"0" * (LARGEST_MEMBER + 1)})
    size = (LARGEST_MEMBER + 1).to_bytes(4, "little")
    assert data.count(size) == 2
    found = faults(data.replace(size, (10).to_bytes(4, "little")))
    assert found in ([DAMAGED], [f"'{MANIFEST}' would be larger than 2 MB unpacked."])


@pytest.mark.parametrize("name", ["../x.txt", "/etc/x", "a/../../x", "..\\x", "C:x"])
def test_members_outside_the_exercise(name: str) -> None:
    found = faults(packed({MANIFEST: json.dumps(manifest()), "a.txt": A, "b.txt": B, name: "x"}))
    assert len(found) == 1
    assert "lies outside the exercise" in found[0]


def test_a_link_in_the_archive() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("a.txt")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    assert faults(out.getvalue()) == ["'a.txt' is a link."]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_twice_the_same_name_and_too_many() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for n in range(30):
            archive.writestr(f"{n}.txt", "x")
        archive.writestr("1.txt", "y")
    assert faults(out.getvalue()) == ["It holds 31 files, more than 20.", "'1.txt' stands in it twice."]


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="links need a right of their own on Windows")
def test_a_link_in_the_folder(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(A, encoding="utf-8")
    folder = tmp_path / "exercise"
    folder.mkdir()
    (folder / MANIFEST).write_text(manifest_text(EXERCISE), encoding="utf-8")
    (folder / "a.txt").symlink_to(secret)
    with pytest.raises(ExerciseError, match="is a link"):
        open_exercise(folder)


def test_nothing_there(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.fcx"):
        with pytest.raises(ExerciseError, match=r"no exercise|no such file"):
            open_exercise(path)


# Malformed manifests

BROKEN: list[tuple[Any, str]] = [
    ({"format": "other"}, "Its format is 'other'"),
    (manifest(id="Big Name"), "must be small letters"),
    (manifest(version="2"), "version: must be a whole figure"),
    (manifest(version=True), "version: must be a whole figure"),
    (manifest(level="extreme"), "level: 'extreme' is none of"),
    (manifest(field=7), "field: '7' is none of"),
    (manifest(title={"ar": ""}), "title: says nothing"),
    (manifest(title=["x"]), "title: must be words"),
    (manifest(goals="x"), "goals: must be a list"),
    (manifest(surprise=1), "surprise: is a field that nobody reads"),
    (manifest(hint_cost=-1), "hint_cost: must lie between"),
    (manifest(minutes=0), "minutes: must lie between"),
    (manifest(articles=[]), "articles: there must be one or two"),
    (manifest(articles=[{"id": "a", "file": "../../etc/passwd"}]), "must be the name of a .txt file"),
    (manifest(articles=[{"id": "a", "file": "c.txt"}]), "there is no 'c.txt'"),
    (manifest(articles=[{"id": "a", "file": "a.txt", "date": "yesterday"}]), "must be a day written YYYY-MM-DD"),
    (manifest(key=[]), "The key is empty"),
    (manifest(key={}), "key: must be a list"),
    (manifest(key=[3]), "key[1]: must be an object"),
    (manifest(key=[{}] * 201), "has more than 200 rows"),
]


def key_with(**changes: Any) -> dict[str, Any]:
    first = manifest_of(EXERCISE)["key"][0] | changes
    return manifest(key=[first, *manifest_of(EXERCISE)["key"][1:]])


BROKEN += [
    (key_with(family="gossip"), "key[1].family: 'gossip' is none of"),
    (key_with(kinds=["sum"]), "'sum' is no kind of contradiction"),
    (key_with(kinds=[]), "names no kind"),
    (key_with(kinds=[{}]), "is no kind of contradiction"),
    (key_with(places=[]), "names no words"),
    (key_with(places=[{"article": "c", "words": "x"}]), "there is no article 'c'"),
    (key_with(places=[{"article": "a", "words": "لا ترد هنا"}]), "does not stand in the text"),
    (key_with(places=[{"article": "a", "words": "سوق"}]), "times in the text"),
    (key_with(places=manifest_of(EXERCISE)["key"][0]["places"][:1]), "a contradiction needs two passages"),
    (key_with(teaches=""), "says nothing"),
    (key_with(points=float(10**9)), "points: must lie between"),
    (key_with(id="hour"), "The key has two entries named 'hour'"),
    (key_with(places=manifest_of(EXERCISE)["key"][1]["places"]), "toll and hour: their passages overlap"),
]
MORE_TRAPS = [{**manifest_of(EXERCISE)["traps"][0], "sort": "magic"}]
ON_FAULT = [{**manifest_of(EXERCISE)["traps"][0], "places": manifest_of(EXERCISE)["key"][0]["places"]}]
BROKEN += [
    (manifest(traps=MORE_TRAPS), "sort: 'magic' is none of"),
    (manifest(traps=ON_FAULT), "a trap on the very words of toll"),
]


@pytest.mark.parametrize(("description", "says"), BROKEN, ids=[says for _, says in BROKEN])
def test_a_malformed_manifest_is_named(description: Any, says: str) -> None:
    assert any(says in fault for fault in faults(whole(description)))


def test_all_faults_come_at_once() -> None:
    found = faults(whole(manifest(level="extreme", version=0, title=5, articles=[{"id": "b", "file": "x.exe"}])))
    assert len(found) >= 5


def test_many_faults_stay_readable() -> None:
    with pytest.raises(ExerciseError) as caught:
        read_exercise(whole(manifest(**{f"surprise{n}": 1 for n in range(40)})))
    assert caught.value.why.en.endswith("And 28 more.")
    assert len(caught.value.why.en) < 1200


@pytest.mark.parametrize(
    "data",
    [
        b"{", b"\xff\xfe\x00", b"[" * 100_000, b'{"a": NaN}', b'{"id": 1, "id": 2}', b'"x"', b"null",
        "{}".encode("utf-16"),
    ],
)
def test_what_is_no_manifest(data: bytes) -> None:
    assert faults(packed({MANIFEST: data, "a.txt": A}))


@pytest.mark.parametrize("data", [b"", b"\0\0\0\0", b"%PDF-1.7 ...", b"\x89PNG\r\n\x1a\n"])
def test_an_article_that_is_none(data: bytes) -> None:
    assert all(fault.startswith("a.txt: ") for fault in faults(whole(a=data)))


@given(st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_noise_is_refused_in_a_sentence(data: bytes) -> None:
    assert faults(data)


@given(st.integers(0, 3000), st.integers(0, 255))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_flipped_byte_never_gives_another_exercise_quietly_or_a_crash(at: int, value: int) -> None:
    data = bytearray(exercise_bytes(EXERCISE))
    data[at % len(data)] = value
    assert read_or_refuse(bytes(data)) in (EXERCISE, None)


def read_or_refuse(data: bytes) -> Exercise | None:
    """The exercise, or None where it was refused with faults; any other end is a failure."""
    try:
        return read_exercise(data)
    except ExerciseError as error:
        if not error.faults:
            raise AssertionError("refused without a reason") from error
        return None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(sorted(manifest())), JSON)
@settings(max_examples=150, deadline=None)
def test_any_value_in_any_field_is_taken_or_refused(field: str, value: Any) -> None:
    taken = read_or_refuse(whole(manifest(**{field: value})))
    assert taken is None or not exercise_faults(taken)
