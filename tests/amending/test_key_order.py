"""What the models say of the order of keys and of shorter forms."""

import pytest

from reportgen.amending import key_order
from reportgen.model import Documents, InspectionFile, IssuesFile, Narrative
from reportgen.reading.places import Path


@pytest.mark.parametrize(
    ("path", "first", "last"),
    [
        ((), "问题清单", "问题清单"),
        (("问题清单", 7), "序号", "备注"),
        (("问题清单", 7, "整改措施", 2), "内容", "完成日期"),
        (("问题清单", 7, "公开表述"), "公开标题", "结语"),
        (("问题清单", 7, "子问题", 0, "公开表述"), "公开标题", "结语"),
        (("问题清单", 7, "销号"), "申请日期", "销号日期"),
        (("问题清单", 7, "不公开"), "党内", "社会"),
    ],
)
def test_keys_stand_in_the_order_of_the_model(path: Path, first: str, last: str) -> None:
    keys = key_order(IssuesFile)(path)
    assert (keys[0], keys[-1]) == (first, last)


@pytest.mark.parametrize(
    "path", [("问题清单", 7, "责任单位"), ("问题清单", 7, "标题"), ("没有",), ("没有", 0, "也没有")]
)
def test_what_is_no_record_has_no_keys(path: Path) -> None:
    assert key_order(IssuesFile)(path) == ()


def test_records_by_kind() -> None:
    assert key_order(Documents)(("plan",))[0] == "发文机关标志"
    assert key_order(Narrative)(("plan", "总体要求", 0)) == ("标题", "内容")


@pytest.mark.parametrize(
    ("path", "value", "as_list", "full"),
    [
        (("问题清单", 0, "整改措施", 1), "甲", False, {"内容": "甲"}),
        (("问题清单", 0, "公开表述"), "甲", False, {"内容": "甲"}),
        (("问题清单", 0, "公开表述"), ["甲"], False, {"分述": ["甲"]}),
        (("问题清单", 0, "子问题", 1, "公开表述"), ["甲"], False, {"分述": ["甲"]}),
        (("问题清单", 0, "责任单位"), "甲", True, ["甲"]),
        (("问题清单", 0, "标题"), "甲", False, "甲"),
    ],
)
def test_shorter_forms_are_known(path: Path, value: object, as_list: bool, full: object) -> None:
    assert key_order(IssuesFile).full_form(path, value, as_list) == full


def test_shorter_forms_of_other_files() -> None:
    assert key_order(InspectionFile).full_form(("方面", 0), "甲", False) == {"名称": "甲"}
    assert key_order(Narrative).full_form(("plan", "总体要求"), "甲", True) == ["甲"]
    assert key_order(Narrative).full_form(("plan", "总体要求", 0), "甲", False) == {"内容": "甲"}
