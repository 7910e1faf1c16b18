from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from sayso.model import Attribution, Entity, EntityKind, Kind, Reading, Report
from sayso.reconcile import reconcile
from sayso.reconcile.requoted import named
from sayso.span import Span

WORDS = "the mill will not close as long as I am here and the river runs"
OPEN: list[tuple[str, EntityKind, bool, Kind, str, bool]] = [
    # name, kind, unnamed, kind of what is said, words, whether it is Dana Hale
    ("presumptive nominee", "person", True, "direct", WORDS, True),
    ("presumptive nominee", "person", True, "direct", f"Listen: {WORDS}, and I swim", True),
    ("presumptive nominee", "person", True, "indirect", WORDS, False),
    ("presumptive nominee", "person", True, "direct", "the mill will not close as long as", False),
    ("party's head, Mara Quill", "person", True, "direct", WORDS, False),
    ("letter", "other", True, "direct", WORDS, False),
    ("union", "organisation", True, "direct", WORDS, False),
    ("Mara Quill", "person", False, "direct", WORDS, False),
]


@pytest.mark.parametrize(("name", "kind", "unnamed", "how", "words", "expected"), OPEN)
def test_whom_others_name_for_it(
    name: str, kind: EntityKind, unnamed: bool, how: Kind, words: str, expected: bool
) -> None:
    people = [Entity("e1", "Dana Hale", "person", (), ()), Entity("e2", name, kind, (), (), unnamed)]
    reports = [Report("a", WORDS, ""), Report("b", words, "")]
    says = [
        Attribution(f"{r.id}-q", r.id, None, e.id, (), (Span(0, len(r.text)),), k, "assert", (e.name, "Post"))
        for r, e, k in zip(reports, people, ("direct", how), strict=True)
    ]
    assert named([replace(say, report="a") for say in says], people, reports)[1].speaker == "e2"
    _, other = named(says, people, reports)
    assert (other.speaker, other.relay) == (
        ("e1", ("Dana Hale", "Post")) if expected else ("e2", (name, "Post"))
    )


def test_a_count_is_theirs_who_are_meant(told: Callable[..., Reading]) -> None:
    words = f"{WORDS}, and 12 people were killed"
    count = {"words": "12 people", "low": 12, "speaker": "nominee", "attribution": "b-a0"}
    readings = [
        told("a", f"Dana Hale: {words}", cast={"Dana Hale": "person"},
             says=[{"words": words, "speaker": "Dana Hale"}]),
        told("b", f"The nominee: {words}", unnamed=["nominee"], says=[{"words": words, "speaker": "nominee"}],
             counts=[count]),
    ]  # fmt: skip
    direct = [
        replace(r, attributions=tuple(replace(a, kind="direct") for a in r.attributions)) for r in readings
    ]
    (story,) = reconcile(direct)
    (quantity,) = story.quantities
    assert quantity.relay == ("Dana Hale",)
