"""The course of 已完成 against the deadlines, as the shapes of one drawing."""

from dataclasses import dataclass
from datetime import date

from reportgen.dashboard.course import Course, Points
from reportgen.dashboard.geometry import Scale, apart, count_ticks, month_ticks, stairs

WIDTH, HEIGHT = 960, 336
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 836, 52, 298
_SHORTEST_DAYS = 30
_MOST_DATES, _MOST_COUNTS = 9, 6
_LINE_OF_TEXT = 20.0
_BESIDE = 8.0
_ROOM_FOR_A_DATE, _ROOM_FOR_A_LABEL = 90, 130


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: where, and what it says."""

    at: float
    says: str


@dataclass(frozen=True, slots=True)
class Label:
    """Words in the drawing: their place (the middle of their height), which end stands there, what they say."""

    x: float
    y: float
    anchor: str
    says: str


@dataclass(frozen=True, slots=True)
class CourseChart:
    """Paths and labels within a box of WIDTH × HEIGHT; `ahead` is the part of `expected` that lies after the stated date."""

    dates: tuple[Tick, ...]
    counts: tuple[Tick, ...]
    done: str
    area: str
    expected: str
    ahead: str
    now: float
    now_anchor: str
    done_label: Label
    owed_label: Label
    done_by_now: int
    expected_by_now: int
    to_come: int
    cut_off: date | None
    left: float = _LEFT
    right: float = _RIGHT
    top: float = _TOP
    bottom: float = _BOTTOM
    width: int = WIDTH
    height: int = HEIGHT


def course_chart(course: Course, as_of: date) -> CourseChart:
    """The drawing of a course; `cut_off` is the last day drawn where the stated date lies far behind all events."""
    first, last = _ends(course, as_of)
    days = Scale(first.toordinal(), last.toordinal(), _LEFT, _RIGHT)
    counts = count_ticks(max(count for _, count in (*course.done, *course.expected)), _MOST_COUNTS)
    heights = Scale(0, counts[-1], _BOTTOM, _TOP)
    now = days.at(as_of.toordinal())
    done_by_now, expected_by_now = _count_at(course.done, as_of), _count_at(course.expected, as_of)
    placed = _placed(course.expected, days, heights)
    done = stairs(_placed(course.done, days, heights), now)
    later = [(now, heights.at(expected_by_now)), *(point for point in placed if point[0] > now)]
    owed = heights.at(course.expected[-1][1])
    done_label, owed = _labels(heights.at(done_by_now), owed, now, ahead=done_by_now >= expected_by_now)
    return CourseChart(
        dates=tuple(Tick(days.at(day.toordinal()), says) for day, says in _date_labels(first, last)),
        counts=tuple(Tick(heights.at(count), str(count)) for count in counts),
        done=done,
        area=f"{done}V{_BOTTOM}H{_LEFT}Z",
        expected=stairs([point for point in placed if point[0] <= now], now),
        ahead=stairs(later, _RIGHT),
        now=now,
        now_anchor=_anchor(now),
        done_label=Label(*done_label, f"已完成 {done_by_now}"),
        owed_label=Label(_RIGHT + _BESIDE, owed, "start", f"应完成 {course.expected[-1][1]}"),
        done_by_now=done_by_now,
        expected_by_now=expected_by_now,
        to_come=course.expected[-1][1] - expected_by_now,
        cut_off=last if as_of > last else None,
    )


def _ends(course: Course, as_of: date) -> tuple[date, date]:
    """From the feedback to the last event, and to the stated date unless that would press all events into a corner."""
    first = course.done[0][0].toordinal()
    last_event = max(course.done[-1][0].toordinal(), course.expected[-1][0].toordinal(), first + _SHORTEST_DAYS)
    room = (last_event - first) // 30 + 1
    last = last_event + room
    last = max(last, min(as_of.toordinal(), last_event + 4 * room))
    return date.fromordinal(first), date.fromordinal(min(last, date.max.toordinal()))


def _placed(points: Points, days: Scale, heights: Scale) -> list[tuple[float, float]]:
    return [(days.at(day.toordinal()), heights.at(count)) for day, count in points]


def _labels(done: float, owed: float, now: float, *, ahead: bool) -> tuple[tuple[float, float, str], float]:
    """Where 已完成 is written, clear of both lines, and the height of 应完成, which stands at the right end."""
    if now > _RIGHT - _ROOM_FOR_A_DATE:
        done, owed = apart(done, owed, _LINE_OF_TEXT)
        too_low = max(done - _BOTTOM, owed - _BOTTOM, 0)
        return (_RIGHT + _BESIDE, done - too_low, "start"), owed - too_low
    above, below = done - _LINE_OF_TEXT * 0.75, min(done + _LINE_OF_TEXT * 0.75, _BOTTOM - _LINE_OF_TEXT * 0.6)
    if not ahead:
        return (now + _BESIDE, below, "start"), owed
    to_the_left = now > _LEFT + _ROOM_FOR_A_LABEL
    return ((now - _BESIDE, above, "end") if to_the_left else (now + _BESIDE, above, "start")), owed


def _count_at(points: Points, day: date) -> int:
    return next((count for start, count in reversed(points) if start <= day), 0)


def _date_labels(first: date, last: date) -> list[tuple[date, str]]:
    """The year stands with January and with the first mark."""
    ticks = month_ticks(first, last, _MOST_DATES)
    return [
        (day, f"{day.year}年{day.month}月" if place == 0 or day.month == 1 else f"{day.month}月")
        for place, day in enumerate(ticks)
    ]


def _anchor(x: float) -> str:
    if x > _RIGHT - _ROOM_FOR_A_DATE:
        return "end"
    return "start" if x < _LEFT + _ROOM_FOR_A_DATE else "middle"
