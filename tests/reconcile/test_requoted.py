from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.model import Attribution, Entity, EntityKind, Kind, Report
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
