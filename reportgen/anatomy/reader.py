"""bytes → Document: parts are opened, formatting is resolved, roles are given."""

from collections.abc import Mapping
from dataclasses import replace

from reportgen.anatomy.model import Document, Drawing, Paragraph, Section, Settings, Story, Table
from reportgen.anatomy.names import VAL, Element, children, switch, w, whole
from reportgen.anatomy.numbering import read_numbering
from reportgen.anatomy.package import Package, open_package, too_large
from reportgen.anatomy.roles import assign
from reportgen.anatomy.sections import SectionSaid, sections_said
from reportgen.anatomy.story import PARAGRAPHS_LIMIT, Formats, StoryReader, TooManyParagraphs
from reportgen.anatomy.styles import read_styles
from reportgen.anatomy.theme import theme_faces
from reportgen.errors import Place, Problem, ReportgenError

_NOTES: Mapping[str, Story] = {"footnotes": "脚注", "endnotes": "尾注", "comments": "批注"}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read(name: str, raw: bytes) -> Document:
    """A .docx given as bytes, read; `name` is shown in messages.

    Raises ReportgenError (docx-not-word, docx-damaged, docx-too-large, docx-unsafe, docx-entities) for what is no .docx.
    """
    package = open_package(name, raw)
    main = package.main_part()
    root = package.parse(main)
    body = root.find(w("body")) if root is not None else None
    if body is None:
        raise ReportgenError(
            [Problem("docx-damaged", "文件损坏（没有正文）；请用 WPS 或 Word 打开后另存", Place(file=name))]
        )
    try:
        return assign(_Reading(package, main).document(body))
    except TooManyParagraphs:
        raise too_large(name) from None


class _Reading:
    """The parts of one document as they are needed."""

    def __init__(self, package: Package, main: str) -> None:
        self._package, self._main = package, main
        self._relationships = package.relationships(main)
        self._settings = self._part("settings")
        themes = theme_faces(self._part("theme"), _east_asian_language(self._settings))
        styles = read_styles(self._part("styles"), themes)
        self._formats = Formats(styles, read_numbering(self._part("numbering"), themes), themes)
        self._headers: dict[str, tuple[Paragraph, ...]] = {}
        self._tables: list[Table] = []
        self._drawings: list[Drawing] = []
        self._room = PARAGRAPHS_LIMIT

    def document(self, body: Element) -> Document:
        """The whole, roles not yet given."""
        said = sections_said(body)
        reader = StoryReader(self._main, self._formats, [each.section for each in said], self._relationships)
        reader.read(body, "正文")
        sections = self._with_headers(said)
        return Document(
            name=self._package.name,
            paragraphs=tuple(reader.paragraphs),
            others=tuple(self._notes()),
            tables=(*reader.tables, *self._tables),
            drawings=(*reader.drawings, *self._drawings),
            sections=sections,
            settings=_settings_said(self._settings, self._background(body), self._attached_template()),
            parts=self._package.parts,
        )

    def _part(self, kind: str) -> Element | None:
        """The part that the document refers to for a purpose."""
        target = next(
            (
                each.target
                for each in self._relationships.values()
                if each.kind.endswith(f"/{kind}") and not each.outside
            ),
            None,
        )
        return self._package.parse(target) if target else None

    def _with_headers(self, said: list[SectionSaid]) -> tuple[Section, ...]:
        """Headers and footers that a section does not have for itself are those of the section before."""
        sections = []
        held: dict[tuple[str, str], tuple[Paragraph, ...]] = {}
        for each in said:
            own = {key: self._header(key[0], target) for key, target in each.references.items()}
            held = {**held, **{key: paragraphs for key, paragraphs in own.items() if paragraphs is not None}}
            sections.append(
                replace(
                    each.section,
                    headers={kind: paragraphs for (what, kind), paragraphs in held.items() if what == "header"},
                    footers={kind: paragraphs for (what, kind), paragraphs in held.items() if what == "footer"},
                )
            )
        return tuple(sections)

    def _header(self, kind: str, relationship_id: str) -> tuple[Paragraph, ...] | None:
        target = self._relationships.get(relationship_id)
        if target is None or target.outside:
            return None
        if target.target not in self._headers:
            root = self._package.parse(target.target)
            if root is None:
                return None
            self._headers[target.target] = self._story(target.target, root, "页眉" if kind == "header" else "页脚")
        return self._headers[target.target]

    def _story(self, part: str, root: Element, story: Story) -> tuple[Paragraph, ...]:
        reader = StoryReader(part, self._formats, [Section(1)], self._package.relationships(part), room=self._room)
        reader.read(root, story)
        self._room -= len(reader.paragraphs)
        self._tables += reader.tables
        self._drawings += reader.drawings
        return tuple(reader.paragraphs)

    def _notes(self) -> list[Paragraph]:
        """Footnotes, endnotes and comments; the separators that every file has are left out."""
        found: list[Paragraph] = []
        for part, story in self._note_parts().items():
            root = self._package.parse(part)
            for note in children(root) if root is not None else ():
                if note.get(w("type")) not in _SEPARATORS:
                    found += self._story(part, note, story)
        return found

    def _note_parts(self) -> Mapping[str, Story]:
        """Each part once, however often a damaged file refers to it."""
        return {
            each.target: story
            for kind, story in _NOTES.items()
            for each in self._relationships.values()
            if each.kind.endswith(f"/{kind}") and not each.outside and each.target != self._main
        }

    def _background(self, body: Element) -> str | None:
        parent = body.getparent()
        background = parent.find(w("background")) if parent is not None else None
        return background.get(w("color")) if background is not None else None

    def _attached_template(self) -> str | None:
        part = next(
            (
                each.target
                for each in self._relationships.values()
                if each.kind.endswith("/settings") and not each.outside
            ),
            None,
        )
        outside = self._package.relationships(part).values() if part else ()
        return next((each.target for each in outside if each.kind.endswith("/attachedTemplate")), None)


def _east_asian_language(settings: Element | None) -> str | None:
    found = settings.find(w("themeFontLang")) if settings is not None else None
    return found.get(w("eastAsia")) if found is not None else None


def _settings_said(settings: Element | None, background: str | None, template: str | None) -> Settings:
    if settings is None:
        return Settings(background=background, attached_template=template)
    modes = (each for each in settings.iter(w("compatSetting")) if each.get(w("name")) == "compatibilityMode")
    return Settings(
        even_and_odd=bool(switch(settings.find(w("evenAndOddHeaders")))),
        mirror_margins=bool(switch(settings.find(w("mirrorMargins")))),
        track_changes=bool(switch(settings.find(w("trackRevisions")))),
        background=background,
        compatibility=next((whole(each.get(VAL)) for each in modes), None),
        attached_template=template,
        protected=settings.find(w("documentProtection")) is not None,
    )
