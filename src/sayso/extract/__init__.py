"""Report → Reading: what one report says, one folder a kind. A pure function of the report."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import sayso.lean  # noqa: F401  # first of all that imports spaCy
from sayso.cores import cores
from sayso.model import Attribution, Reading, Report


def extract(report: Report) -> Reading:
    """All mentions of a report. One that is not in English is kept, without mentions."""
    from sayso.extract.attributions import find_attributions
    from sayso.extract.attributions.interviews import find_answering
    from sayso.extract.attributions.network import find_spotted
    from sayso.extract.attributions.spotted import SUPPORT
    from sayso.extract.entities.cast import Cast
    from sayso.extract.entities.mentioned import mention_bodies
    from sayso.extract.entities.names import find_names
    from sayso.extract.events import find_events
    from sayso.extract.quantities import find_quantities
    from sayso.extract.times import find_times
    from sayso.nlp import parse

    if cores() == 1:
        passages, spotted = parse(report), find_spotted(report, SUPPORT)
    else:
        with ThreadPoolExecutor(1) as beside:  # the network runs free of Python's lock, while spaCy parses
            spotting = beside.submit(find_spotted, report, SUPPORT)
            passages, spotted = parse(report), spotting.result()
    times = find_times(passages, report)
    names = find_names(passages)
    cast = Cast([*names, *find_answering(names, passages)], passages)
    spoken = find_attributions(passages, report, cast, times, spotted)
    mention_bodies(passages, cast)
    entities, ids = cast.entities(report.id)
    attributions: tuple[Attribution, ...] = tuple(
        replace(a, speaker=ids.get(id(voice))) if voice is not None else a for a, voice in spoken
    )
    quantities = find_quantities(passages, report, times, attributions, entities)
    events = find_events(passages, report, times, attributions, quantities)
    return Reading(report, entities, times, quantities, attributions, events)
