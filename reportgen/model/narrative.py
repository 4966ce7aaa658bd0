"""narrative.yaml: running text, per kind of document and chapter; it may quote {{ 事实.… }}."""

from typing import Annotated

from pydantic import RootModel

from reportgen.model.values import AlsoAs, Record, Text


class NarrativeParagraph(Record):
    """One paragraph, with or without a heading run into it."""

    title: Text | None = None
    content: Text


def _paragraph(value: object) -> object:
    return {"内容": value} if isinstance(value, str) else value


def _paragraphs(value: object) -> object:
    """A chapter may be one text instead of a list."""
    return [value] if isinstance(value, str | dict) else value


Chapter = Annotated[
    tuple[Annotated[NarrativeParagraph, AlsoAs(_paragraph, "string")], ...], AlsoAs(_paragraphs, "string", "object")
]


class Narrative(RootModel[dict[str, dict[str, Chapter]]]):
    """The whole of narrative.yaml: name of the kind → name of the chapter → its paragraphs."""

    model_config = {"frozen": True}
