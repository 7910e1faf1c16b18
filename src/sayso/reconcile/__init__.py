"""Readings → Stories, in pure Python: what the reports say together.

Reports are grouped into stories and each story is dated; then its entities are joined, copies found, and
its figures, statements, disagreements, events and wording compared. Everything is sorted by content first,
so the order of the readings never shows. Every verdict gives its reason in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.model import Attribution, Quantity, Reading
from sayso.reconcile.copies import find_copies, with_origins
from sayso.reconcile.dating import as_first_told, date_story
from sayso.reconcile.disagreements import find_disagreements
from sayso.reconcile.disagreements.ground import sources
from sayso.reconcile.disagreements.parties import allies, called_so
from sayso.reconcile.entities import join_entities
from sayso.reconcile.figures import find_figures
from sayso.reconcile.origins import Chain, bodies, placed, unowned
from sayso.reconcile.requoted import named
from sayso.reconcile.statements import find_statements
from sayso.reconcile.stories import group, story_id, title
from sayso.reconcile.timeline import find_timeline
from sayso.reconcile.wording import find_wording
from sayso.story import Story


def reconcile(readings: Iterable[Reading]) -> list[Story]:
    """All stories that the readings tell, whatever their order and however often a reading comes."""
    once = {reading.report.id: reading for reading in readings}
    stories = [_story(readings) for readings in group(once.values())]
    return sorted(stories, key=lambda story: (-len(story.reports), story.title, story.id))


def _story(undated: Sequence[Reading]) -> Story:
    dated = sorted(date_story(undated), key=lambda reading: reading.report.id)
    copies = find_copies(reading.report for reading in dated)
    readings = as_first_told(undated, dated, copies)
    reports = with_origins((reading.report for reading in readings), copies)
    cast = join_entities(readings)
    names = {entity.id: entity.name for entity in cast.entities}
    counted = [cast.recast(q) for reading in readings for q in reading.quantities]
    told = [cast.recast(a) for reading in readings for a in reading.attributions]
    attributions = named(told, cast.entities, reports)
    holders = {a.id: a for a in attributions}
    quantities = tuple(_held(q, holders.get(q.attribution or "")) for q in counted)
    known = {e.id: e for e in cast.entities}
    chain = Chain({r.id: r for r in reports}, known, copies, placed(known), bodies(known), unowned(known))
    called = sources(attributions, chain)
    heads, allied = called_so(cast.entities, called, "heading"), allies(cast.entities, called)
    chain = replace(chain, leads={one: allied[one] for one in heads})
    figures = find_figures(quantities, chain)
    return Story(
        id=story_id(readings),
        title=title(readings),
        reports=reports,
        entities=cast.entities,
        times=tuple(time for reading in readings for time in reading.times),
        quantities=quantities,
        attributions=attributions,
        figures=figures,
        statements=find_statements(attributions, chain),
        disagreements=find_disagreements(attributions, figures, quantities, chain),
        timeline=find_timeline(readings, holders, names.__getitem__),
        wording=find_wording(reports, cast.entities, (v for f in figures for v in f.origins)),
    )


def _held(quantity: Quantity, holder: Attribution | None) -> Quantity:
    """The quantity on the say-so of who says the words that it stands in."""
    return quantity if holder is None else replace(quantity, speaker=holder.speaker, relay=holder.relay)
