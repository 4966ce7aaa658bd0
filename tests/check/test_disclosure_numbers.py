"""Numbers of persons: found however they are written, and not found in what only looks like one."""

import pytest

from reportgen.check.disclosure import exposure
from tests.check.disclosed import codes, errors, found, in_text, package, public

CARD = "11010519491231002X"
BANK = "6222020200112233446"


def luhn(digits: str) -> str:
    """The digits with the check digit of a bank card."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        double = int(digit) * 2 if place % 2 == 0 else int(digit)
        total += double - 9 if double > 9 else double
    return digits + str(-total % 10)


GOOD_BANK = luhn(BANK[:18])


@pytest.mark.parametrize(
    "written",
    [
        "13800138000",
        "１３８００１３８０００",
        "138 0013 8000",
        "138-0013-8000",
        "138—0013—8000",
        "１３８　００１３　８０００",
        "1 3 8 0 0 1 3 8 0 0 0",
        "+86 138 0013 8000",
        "8613800138000",
        "138\u200b0013\u200b8000",
        "一三八〇〇一三八〇〇〇",
        "138.0013.8000",
        "13 80 01 38 00 0",
        "1.13800138000",
    ],
)
def test_mobile_number_is_an_error_however_it_is_written(written: str) -> None:
    assert errors(in_text(f"请与{written}联系。")) == {"D-mobile"}


@pytest.mark.parametrize(
    "harmless",
    [
        "投资15012345678元，增长19.2%。",
        "2021年9月1日至2021年9月30日，全市建成1416个点位。",
        "项目代码2104-130900-89-01-123456。",
        "序列号为113800138000123的设备已经停用。",
        "完成额为1380.0138万元、1500-2000 300亩。",
        "车间编号A13800138000B。",
        "138****8000",
        "占比150.12345678",
        "全市有16\t96\t1416\t107",
        "分别为16 96 1416 107",
        "投资1500—2000000元",
        "投资1500—2000000万元",
        "合同编号：13800138000",
    ],
)
def test_other_figures_are_no_mobile_numbers(harmless: str) -> None:
    assert codes(in_text(harmless)) == set()


@pytest.mark.parametrize(
    "written",
    [
        CARD,
        CARD.lower(),
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002X",
        "1101 0519 4912 3100 2X",
        "110105-19491231-002X",
    ],
)
def test_identity_card_with_a_right_check_digit_is_an_error(written: str) -> None:
    assert errors(in_text(f"当事人{written}已经到案。")) == {"D-id-number"}


def test_identity_card_with_a_wrong_check_digit_is_a_warning() -> None:
    (finding,) = in_text("当事人110105194912310021已经到案。")
    assert (finding.code, finding.severity) == ("D-id-number", "warning")
    assert "校验码" in finding.message


def test_old_card_of_15_digits_counts_only_where_the_text_says_it_is_one() -> None:
    assert errors(in_text("身份证号：110105491231002。")) == {"D-id-number"}
    assert codes(in_text("设备编码110105491231002。")) == set()


@pytest.mark.parametrize(
    "harmless", ["111309000000012345", "991105194912310020", "110105194913310020", "统一社会信用代码91130900MA07XK1A2B"]
)
def test_eighteen_digits_without_region_and_birthday_are_no_card(harmless: str) -> None:
    assert "D-id-number" not in codes(in_text(harmless))


@pytest.mark.parametrize("blank", ["", " ", "　", "-"])
def test_bank_card_that_passes_its_check_is_an_error(blank: str) -> None:
    written = blank.join(GOOD_BANK[at : at + 4] for at in range(0, 19, 4))
    assert errors(in_text(f"款项退至{written}。")) == {"D-bank"}


def test_card_number_that_fails_its_check_is_asked_about_only_where_the_text_names_an_account() -> None:
    wrong = GOOD_BANK[:-1] + str((int(GOOD_BANK[-1]) + 1) % 10)
    assert codes(in_text(f"款项退至{wrong}。")) == set()
    (finding,) = in_text(f"银行账号：{wrong}。")
    assert (finding.code, finding.severity) == ("D-bank", "warning")


def test_number_split_over_runs_is_one_number() -> None:
    runs = "".join(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{piece}</w:t></w:r>" for piece in ("请拨13", "80013", "8000联系"))
    assert errors(found(package(f"<w:p>{runs}</w:p>"))) == {"D-mobile"}


def test_several_numbers_in_a_row_are_all_found() -> None:
    findings = in_text("13800138000 13900139000")
    assert [finding.measured for finding in findings] == ["138****8000", "139****9000"]


def test_same_number_in_many_places_is_reported_once_with_the_count() -> None:
    (finding,) = in_text(*["请与13800138000联系。"] * 5)
    assert "共5处" in finding.message


def test_number_is_masked_where_the_finding_measures_it() -> None:
    (finding,) = in_text("请与13800138000联系。")
    assert finding.measured == "138****8000"


def test_personal_numbers_are_errors_within_the_party_too() -> None:
    findings = in_text("当事人电话13800138000，身份证号11010519491231002X。", against=exposure(None, "党内", None))
    assert errors(findings) == {"D-mobile", "D-id-number"}


def test_mobile_of_the_person_to_ask_in_a_note_is_only_a_warning_within_the_party() -> None:
    (finding,) = in_text("（联系人：张某；联系电话：13800138000）", against=exposure(None, "党内", None))
    assert (finding.code, finding.severity) == ("D-mobile", "warning")


@pytest.mark.parametrize(
    "other",
    [
        "联系电话：0317-8765432。",
        "（0317）8765432",
        "０３１７－８７６５４３２",
        "电话8765432",
        "010 62345678",
        "mishu@shilishi.example",
        "示例市第9号信箱",
    ],
)
def test_channel_that_is_not_the_published_one_is_an_error(other: str) -> None:
    assert errors(in_text(other, against=public())) == {"D-contact"}


@pytest.mark.parametrize(
    "published",
    [
        "电话0317-2345678",
        "（0317）2345678",
        "０３１７２３４５６７８",
        "热线电话：2345678",
        "示例市第100号信箱",
        "ZGB@shilishi.example",
    ],
)
def test_published_channel_is_allowed_in_any_writing(published: str) -> None:
    assert codes(in_text(published, against=public())) == set()


def test_without_a_ledger_one_block_of_contacts_is_allowed_and_another_is_asked_about() -> None:
    block = ("联系方式：电话0317-2345678；", "邮政信箱示例市第100号信箱；", "电子邮箱zgb@shilishi.example。")
    assert codes(in_text(*block)) == set()
    (finding,) = in_text("咨询电话：0317-8765432。", *["正文。"] * 8, *block)
    assert (finding.code, finding.severity, finding.measured) == ("D-contact", "warning", "03178765432")


def test_contacts_are_free_within_the_party() -> None:
    assert codes(in_text("联系电话：0317-8765432。", against=exposure(None, "党内", None))) == set()


@pytest.mark.parametrize("harmless", ["编号：0317-2345678", "2021-09-30", "占比0.1234567", "完成0317件"])
def test_other_figures_are_no_telephones(harmless: str) -> None:
    assert codes(in_text(harmless, against=public())) == set()


@pytest.mark.parametrize("written", ["手机（139）31712345", "手机：壹叁玖叁壹柒壹贰叁肆伍"])
def test_mobile_number_with_brackets_or_in_capital_numerals_is_found(written: str) -> None:
    assert "D-mobile" in errors(in_text(written))


def test_an_account_in_groups_is_not_also_a_telephone() -> None:
    assert "D-contact" not in codes(in_text(f"账号：{GOOD_BANK[:4]} 0204 0800 1234 561", against=public()))


def test_account_of_a_chat_is_another_contact() -> None:
    assert "D-contact" in codes(in_text("请添加微信号zhangsan1990联系。", against=public()))
    assert "D-contact" not in codes(in_text("微信公众号“示例发布”开设专栏，建立微信群56个。", against=public()))


def test_number_of_a_clue_that_no_ledger_names_is_told() -> None:
    (finding,) = [one for one in in_text("问题线索编号：XS2021-036。") if one.code == "D-number"]
    assert finding.measured == "XS2021-036"


def test_mark_is_quoted_in_its_own_width() -> None:
    (finding,) = [one for one in in_text("（内部文件，不得外传）") if one.code == "D-classification"]
    assert finding.measured == "内部文件，不得外传"
