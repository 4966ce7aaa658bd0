"""How entries of the ledger's lists are taken apart into names and posts."""

import pytest

from reportgen.check.disclosure.persons import persons
from tests.check.disclosed import ISSUES, ledger


def listed(entry: str, names: bool) -> set[str]:
    """Names (or posts) that an entry adds to the lists."""
    return {person.shown for person in persons(ledger({**ISSUES[1], "责任人": entry})) if person.is_name == names} - (
        {"高峰"} if names else {"市委书记", "市委副书记、市长", "市委副书记"}
    )


@pytest.mark.parametrize(
    ("entry", "names"),
    [
        ("张三", {"张三"}),
        ("市委书记张建国", {"张建国"}),
        ("张建国（市住房城乡建设局局长）", {"张建国"}),
        ("李　明、王小红", {"李明", "王小红"}),
        ("市水务局局长：欧阳修", {"欧阳修"}),
        ("刘强局长", {"刘强"}),
        ("市政府副秘书长 于成龙", {"于成龙"}),
        ("张三丰同志", {"张三丰"}),
        ("买买提·艾山", {"买买提·艾山"}),
        ("市委常委、常务副市长", set()),
        ("市委常委、纪委书记、监委主任", set()),
        ("副市长（分管农业）", set()),
        ("市委整改办", set()),
        ("各县（市、区）党委", set()),
    ],
)
def test_names_are_told_from_posts_and_units(entry: str, names: set[str]) -> None:
    assert listed(entry, names=True) == names


@pytest.mark.parametrize(
    ("entry", "posts"),
    [
        ("市水务局局长王小红", {"市水务局局长"}),
        ("副市长（分管农业）", {"副市长（分管农业）"}),
        ("市委常委、常务副市长", {"市委常委、常务副市长"}),
        (
            "市住房城乡建设局局长、市水务局局长",
            {"市住房城乡建设局局长、市水务局局长", "市住房城乡建设局局长", "市水务局局长"},
        ),
        ("张三", set()),
        ("市长", set()),
        ("市水务局", set()),
    ],
)
def test_posts_are_listed_whole_and_by_themselves_where_they_name_somebody(entry: str, posts: set[str]) -> None:
    assert listed(entry, names=False) == posts
