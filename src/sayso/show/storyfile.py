"""Story ↔ story file, the JSON that ``--json`` writes. ``model.py`` is the schema; here stands what differs.

Every record is its dataclass, key for key, but for four turns that make the file easier to read by machine:

* a Span carries its words: ``{"start", "end", "quote"}``;
* a record that is about one place is that place: the keys of a field in ``FLAT`` stand in the record itself;
* the label of a marked passage is its ``kind`` (furniture, warnings) or its ``name`` (credits);
* a figure has a ``range``, and the raw runs of a page are rows of four numbers.
"""

from __future__ import annotations

import dataclasses
import json
import math
import re
import types
import typing
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from sayso.model import Event, Evidence, Expression, Marked, Quantity, RawRun, Report, Timex
from sayso.span import Span
from sayso.story import Figure, Story, TimelineEntry, Variant

VERSION = 1
FLAT: Mapping[type, str] = {
    Marked: "span", Evidence: "span", Timex: "span", Quantity: "span", Event: "span",
    Variant: "evidence", TimelineEntry: "interval",
}  # fmt: skip
LABELS = {"furniture": "kind", "warnings": "kind", "credits": "name"}
RAW = "text[start:end] stands in the page, markup and entities undecoded, at bytes byte_start to byte_end"
SURROGATE = re.compile("[\ud800-\udfff]")


def dump(stories: Iterable[Story]) -> dict[str, Any]:
    """The stories as the object that a story file holds."""
    return {"version": VERSION, "stories": [_story(story) for story in stories]}


def load(data: Mapping[str, Any]) -> list[Story]:
    """The stories of a story file: ``load(dump(stories)) == stories``. Quotes are not read, the text is."""
    if data.get("version") != VERSION:
        raise ValueError(f"not a story file of version {VERSION}: version is {data.get('version')!r}")
    return [_record(Story, story) for story in data["stories"]]


def text(stories: Iterable[Story]) -> str:
    """The story file as text, one story a line, ASCII escapes only for what UTF-8 cannot write."""
    rows = ",\n".join(json.dumps(_story(s), ensure_ascii=False, allow_nan=False) for s in stories)
    whole = f'{{"version": {VERSION}, "stories": [\n{rows}\n]}}\n'
    return SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", whole)


# ---- Story → JSON ----


def _story(story: Story) -> dict[str, Any]:
    texts = {report.id: report.text for report in story.reports}
    return typing.cast(dict[str, Any], _plain(story, texts, ""))


def _plain(value: Any, texts: Mapping[str, str], home: str) -> Any:
    match value:
        case Span():
            return {"start": value.start, "end": value.end, "quote": value.of(home)}
        case RawRun():
            return list(dataclasses.astuple(value))
        case Expression():
            return {key: _plain(part, texts, home) for key, part in _said(value)}
        case date():
            return value.isoformat()
        case float():
            return _number(value)
        case tuple() | list():
            return [_plain(part, texts, home) for part in value]
        case Mapping():
            return {str(key): _plain(part, texts, home) for key, part in value.items()}
        case _ if dataclasses.is_dataclass(value):
            return _keys(value, texts, home)
    return value


def _keys(node: Any, texts: Mapping[str, str], home: str) -> dict[str, Any]:
    home = node.text if isinstance(node, Report) else texts[node.report] if hasattr(node, "report") else home
    keys: dict[str, Any] = {}
    for field in dataclasses.fields(node):
        part = _plain(getattr(node, field.name), texts, home)
        keys |= part if FLAT.get(type(node)) == field.name else {field.name: part}
    if isinstance(node, Report):
        _name_labels(keys)
        keys["raw"] = {"runs": keys["raw"], "how": RAW} if keys["raw"] else None
    if isinstance(node, Figure):
        keys["range"] = {"low": keys.pop("low"), "high": keys.pop("high")}
    return keys


def _name_labels(report: dict[str, Any]) -> None:
    for key, label in LABELS.items():
        for marked in report[key]:
            marked[label] = marked.pop("label")


def _said(expression: Expression) -> list[tuple[str, Any]]:
    given = [(f.name, getattr(expression, f.name), f.default) for f in dataclasses.fields(expression)]
    return [(name, value) for name, value, default in given if value != default]


def _number(value: float) -> float | int | str:
    """Whole numbers without ".0". JSON has no infinity; one can come only from the unknown keys of a list."""
    if not math.isfinite(value):
        return str(value)
    return int(value) if value.is_integer() else value


# ---- JSON → Story ----


@cache
def _types(kind: Any) -> dict[str, Any]:
    """The fields of a dataclass with their types, in order."""
    hints = typing.get_type_hints(kind)
    return {f.name: hints[f.name] for f in dataclasses.fields(kind)}


def _value(kind: Any, data: Any) -> Any:
    """``data`` as a value of the type ``kind``."""
    if isinstance(kind, types.UnionType):
        [some] = [part for part in kind.__args__ if part is not types.NoneType]
        return None if data is None else _value(some, data)
    if typing.get_origin(kind) is tuple:
        return tuple(_value(typing.get_args(kind)[0], part) for part in data)
    if kind is RawRun:
        return RawRun(*data)
    if kind is date:
        return date.fromisoformat(data)
    if kind is float:
        return float(data)
    return _record(kind, data) if dataclasses.is_dataclass(kind) else data


def _record(kind: Any, data: Mapping[str, Any]) -> Any:
    """The dataclass ``kind`` from its keys. A key that is missing takes the field's default."""
    keys = _unshaped(kind, data)
    flat = FLAT.get(kind)
    given = {
        name: _value(hint, keys if name == flat else keys[name])
        for name, hint in _types(kind).items()
        if name == flat or name in keys
    }
    return kind(**given)


def _unshaped(kind: Any, data: Mapping[str, Any]) -> Mapping[str, Any]:
    if kind is Figure:
        return {**data, **data["range"]}
    if kind is Marked:
        return {**data, "label": data["kind"] if "kind" in data else data["name"]}
    if kind is Report:
        return {**data, "raw": data["raw"]["runs"] if data.get("raw") else []}
    return data
