"""N5: sums, shares, numbers of items."""

import pytest

from reportgen.check.language.totals import RULES
from tests.check.language_texts import found

STATUS = "反馈的28个问题中，已完成{}个，基本完成3个，正在整改3个，未启动1个，长期坚持3个。"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (STATUS.format(19), "29个"),
        (STATUS.format(17), "27个"),
        ("省委巡视反馈的28个问题，已完成18个，基本完成3个，正在整改3个，未启动1个，长期坚持4个。", "29个"),
        ("印发制度文件14件，其中新建9件、修订6件，涵盖各领域。", "15件"),
        ("印发制度文件14件，其中新建9件、修订4件。", "13件"),
        ("召开会议26次，其中市委常委会会议5次、书记专题会议17次、其他会议5次。", "27次"),
        ("召开市委常委会会议5次、书记专题会议17次、其他会议4次，共27次。", "26次"),
        ("追缴资金100万元、退赔50万元、罚没30万元，合计190万元。", "180万元"),
        ("提拔男性5名、女性3名，共9名。", "8名"),
        (STATUS.format(18)[:-1] + "。完成率为65.29%，按已完成计算。", "64.29%"),
        ("做到三个结合：一是点面结合；二是上下结合；三是长短结合；四是内外结合。", "4项"),
        ("健全四项机制：一是会商机制；二是督办机制；三是考核机制。", "3项"),
    ],
)
def test_figures_that_contradict_each_other_are_an_error(text: str, right: str) -> None:
    (finding,) = found(RULES, text)
    assert (finding.code, finding.severity, finding.expected) == ("N5", "error", right)


@pytest.mark.parametrize(
    "text",
    [
        STATUS.format(18),
        STATUS.format(18)[:-1] + "。完成率为64.29%，按已完成计算。",
        STATUS.format(18)[:-1] + "。完成率为64.3%。",
        STATUS.format(18)[:-1] + "。完成率为75%，基本完成计入。",
        "反馈的28个问题，已完成18个，正在整改3个。",
        "印发制度文件14件，其中新建9件、修订5件。",
        "新建和修订制度文件16件，其中涉及资金监管的6件、干部监督的4件。",
        "给予党纪政务处分62人，其中党纪处分50人、政务处分30人。",
        "共有100人，其中党员60人、女性50人、少数民族10人。",
        "给予处分62人、组织处理17人、诫勉谈话5人、移送司法1人。",
        "召开常委会会议5次、书记专题会议17次，共解决问题30个。",
        "召开常委会会议5次、书记专题会议17次等，共30次。",
        "追缴资金100.4万元、退赔50.4万元，合计150.9万元。",
        "4个方面28个问题，整改措施89条。",
        "全市新增企业214家、科技型企业862家，共申报项目37项。",
        "做到三个结合：一是点面结合；二是上下结合；三是长短结合。",
        "抓好三项工作：一是抓责任。二是抓监督。包括两个方面：一是认识；二是行动。",
        "走访107个乡镇、55个县直单位，其中先进单位10个。",
        "28个问题，第一类18个，第二类12个。",
        "推进三项机制建设，一是压实责任，二是强化监督，三是严肃问责，四是以案促改。",
        "四个意识：一是政治意识。",
        "完成率为64.29%。",
        "省级5个、市级6个，共11个，县级20个，共31个。",
        "反馈的28个问题中，已完成18个，基本完成3个，正在整改3个。",
        "走访企业100家，其中：省级20家，市级30家，共60家。",
        "占地1,200亩、2,300亩，共3,500亩。",
    ],
)
def test_figures_that_agree_or_prove_nothing_are_left_alone(text: str) -> None:
    assert [finding.message for finding in found(RULES, text)] == []


def test_items_that_go_on_in_the_next_paragraph_prove_nothing() -> None:
    assert found(RULES, "健全三项机制：一是会商机制；二是督办机制。", "三是考核机制。") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("处理85人，其中第一种形态20人，第二种形态49人，第三种形态15人，第四种形态2人。", "86人"),
        ("反馈的25个问题已完成整改20个，整改完成率85%。", "80%"),
        ("共有县（市、区）16个，已完成验收12个，占80%。", "75%"),
    ],
)
def test_four_forms_and_shares_of_one_count_are_reckoned(text: str, right: str) -> None:
    assert [one.expected for one in found(RULES, text)] == [right]


@pytest.mark.parametrize(
    "text",
    [
        "处理1005人次，其中运用第一种形态663人次、第二种形态262人次、第三种形态35人次、第四种形态45人次。",
        "反馈问题697个，已完成688个，完成率98.71%。",
        "3个问题已完成整改1个，完成率33%。",
        "新建项目12个，完成投资3亿元，占全市的36%。",
    ],
)
def test_right_shares_and_forms_are_left_alone(text: str) -> None:
    assert found(RULES, text) == []
