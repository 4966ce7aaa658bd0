"""Face and size of the parts beside the body: clause 5.2.2, and where clause 7 names another face."""

from collections.abc import Iterator

from reportgen.anatomy import Role
from reportgen.check.norm import Norm
from reportgen.check.page.gather import gathered
from reportgen.check.page.lengths import size_text
from reportgen.check.page.letters import is_body_size
from reportgen.check.page.stretches import Stretch, has_han, stretches
from reportgen.check.page.typeface import is_one_of
from reportgen.check.rule import Case, Flaw, Rule

_PLAIN = (Role.RECIPIENTS, Role.ATTACHMENT_NOTE, Role.SIGNATURE, Role.DATE_OF_ISSUE, Role.NOTE)
"""Parts for which clause 7 names no type."""


def letter_flaws(stretch: Stretch, name: str, faces: tuple[str, ...], norm: Norm) -> Iterator[Flaw]:
    """What is wrong with face and size of a part that is set in 三号; any face will do where none is given."""
    face, points = stretch.letters.faces.get("eastAsia"), stretch.letters.size_half_pt / 2
    if faces and has_han(stretch.text) and not is_one_of(face, faces):
        message = f"{name}用{faces[0]}，现为{face or '未指定字体'}；请改正"
        yield Flaw(message, stretch.place, faces[0], face or "未指定")
    if not is_body_size(points, norm):
        usual, own = size_text(norm.body_pt), size_text(points)
        yield Flaw(f"{name}用{usual}，现为{own}；请改正", stretch.place, usual, own)


def judge_parts(case: Case) -> Iterator[Flaw]:
    """5.2.2: 主送机关, 附件说明, 署名, 成文日期 and 附注 are 三号仿宋."""
    yield from gathered(
        flaw
        for paragraph in case.document.of_role(*_PLAIN)
        for stretch in stretches(paragraph)
        for flaw in letter_flaws(stretch, f"{paragraph.role.value}一般", case.norm.body_faces, case.norm)
    )


RULES = (
    Rule("5.2.2-part-letters", "GB/T 9704-2012 5.2.2", "GEN", "如无特殊说明，公文格式各要素一般用三号仿宋体字", judge_parts),
)  # fmt: skip
