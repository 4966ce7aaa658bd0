"""Lines and pictures that are drawn on a page."""

import ctypes
import itertools
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from reportgen.pages.letters import MM, color_of
from reportgen.pages.model import Picture, Rule

_THICKEST_MM = 3.0
_SHORTEST_MM = 2.0
_TOUCHING_MM = 0.3
_ONE_LINE_MM = 0.15


class Drawn(NamedTuple):
    """What is drawn: horizontal lines from top to bottom, vertical ones from left to right, pictures."""

    horizontals: tuple[Rule, ...]
    verticals: tuple[Rule, ...]
    pictures: tuple[Picture, ...]


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


def drawn_on(page: Any) -> Drawn:
    """Everything drawn on a pypdfium2 page, each line once and whole."""
    import pypdfium2.raw as pdfium

    horizontals: list[Rule] = []
    verticals: list[Rule] = []
    pictures: list[Picture] = []
    height = page.get_height()
    for index in range(pdfium.FPDFPage_CountObjects(page.raw)):
        thing = pdfium.FPDFPage_GetObject(page.raw, index)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures.append(Picture(*_bounds(pdfium, thing, height)))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            for rule in _rules(pdfium, thing, height):
                (horizontals if rule.width >= rule.bottom - rule.top else verticals).append(rule)
    return Drawn(_joined(horizontals), tuple(sorted(verticals, key=lambda rule: rule.left)), tuple(pictures))


def _bounds(pdfium: Any, thing: Any, height: float) -> _Box:
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(thing, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    return _Box(left * MM, (height - top) * MM, right * MM, (height - bottom) * MM)


def _rules(pdfium: Any, path: Any, height: float) -> Iterator[Rule]:
    """The straight lines that a path draws: strokes, and filled boxes that are thin enough."""
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, mode, stroked)
    if not (mode.value or stroked.value):
        return
    for box in _pieces(pdfium, path, height, closed=not stroked.value):
        if stroked.value:
            yield from _stroke(box, _weight(pdfium, path), color_of(pdfium.FPDFPageObj_GetStrokeColor, path))
        else:
            yield from _bar(box, color_of(pdfium.FPDFPageObj_GetFillColor, path))


def _stroke(box: _Box, weight: float, color: str) -> Iterator[Rule]:
    long, thin = max(box.right - box.left, box.bottom - box.top), min(box.right - box.left, box.bottom - box.top)
    if thin <= _ONE_LINE_MM and long >= _SHORTEST_MM:
        yield Rule(*box, weight, color)


def _bar(box: _Box, color: str) -> Iterator[Rule]:
    long, thin = max(box.right - box.left, box.bottom - box.top), min(box.right - box.left, box.bottom - box.top)
    if thin <= _THICKEST_MM and long >= _SHORTEST_MM and long > 3 * thin:
        yield Rule(*box, thin, color)


def _weight(pdfium: Any, path: Any) -> float:
    width, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetStrokeWidth(path, width)
    scale = abs(matrix.a) if pdfium.FPDFPageObj_GetMatrix(path, matrix) and matrix.a else 1.0
    return width.value * scale * MM


def _pieces(pdfium: Any, path: Any, height: float, *, closed: bool) -> Iterator[_Box]:
    """The box of each subpath if it is filled, of each straight segment if it is stroked."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(path, matrix):
        matrix = pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0)
    for points in _subpaths(pdfium, path, matrix, height):
        pairs = [points] if closed else list(itertools.pairwise(points))
        for pair in pairs:
            xs, ys = zip(*pair, strict=True)
            yield _Box(min(xs), min(ys), max(xs), max(ys))


def _subpaths(pdfium: Any, path: Any, matrix: Any, height: float) -> Iterator[list[tuple[float, float]]]:
    """Points of each subpath in millimetres; those with a curve are left out."""
    points: list[tuple[float, float]] = []
    curved = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [], False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        across = matrix.a * x.value + matrix.c * y.value + matrix.e
        up = matrix.b * x.value + matrix.d * y.value + matrix.f
        points.append((across * MM, (height - up) * MM))
        if pdfium.FPDFPathSegment_GetClose(segment) and len(points) > 2:
            points.append(points[0])
    if len(points) > 1 and not curved:
        yield points


def _joined(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Horizontal lines with the pieces of one line put together; LibreOffice draws a border cell by cell, some twice."""
    rows: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: (rule.y, rule.left)):
        if rows and abs(rule.y - rows[-1][0].y) <= _ONE_LINE_MM and rule.color == rows[-1][0].color:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    return tuple(itertools.chain.from_iterable(_runs(row) for row in rows))


def _runs(row: list[Rule]) -> Iterator[Rule]:
    current: Rule | None = None
    for rule in sorted(row, key=lambda rule: rule.left):
        if current is None or rule.left > current.right + _TOUCHING_MM:
            if current is not None:
                yield current
            current = rule
        else:
            right, weight = max(rule.right, current.right), max(rule.weight, current.weight)
            current = Rule(
                current.left, min(rule.top, current.top), right, max(rule.bottom, current.bottom), weight, current.color
            )
    if current is not None:
        yield current
