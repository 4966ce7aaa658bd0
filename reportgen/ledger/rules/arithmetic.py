"""上报数据: the arithmetic of regulations.md, section d, on sums that were already reported.

What is counted from records adds up by construction; what somebody typed as a sum may not.
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from reportgen.model import Ledger, ReportedFigures
from reportgen.model.activities import FourForms, MoneyReported, Rectification, RulesReported, Sanctions
from reportgen.reading.files import ACTIVITIES
from reportgen.reading.places import Fault, Path


def reported_figures_add_up(ledger: Ledger) -> Iterator[Fault]:
    """Q1 to Q4, Q6, Q7 to Q10 and Q12 on every entry of 上报数据."""
    for index, reported in enumerate(ledger.activities.reported_figures):
        here = (ACTIVITIES, "上报数据", index)
        if reported.four_forms:
            yield from _forms_sum_to_total(reported.four_forms, (*here, "四种形态"))
            yield from _shares_follow(reported.four_forms, (*here, "四种形态", "占比"))
        if reported.sanctions:
            yield from _sanctions(reported.sanctions, (*here, "处分"))
        if reported.four_forms and reported.sanctions:
            yield from _forms_hold_sanctions(reported, (*here, "四种形态"))
        if reported.rectification:
            yield from _rectification(reported.rectification, (*here, "整改完成"))
        if reported.money:
            yield from _money(reported.money, (*here, "资金汇总"))
        if reported.rules_total:
            yield from _rules(reported.rules_total, (*here, "制度汇总"))
    yield from _one_cut_off(ledger)


def _parts(forms: FourForms) -> tuple[Decimal, ...]:
    return forms.form_1, forms.form_2, forms.form_3, forms.form_4


def _forms_sum_to_total(forms: FourForms, path: Path) -> Iterator[Fault]:
    """Q1. In 万人次 each of four parts may be rounded by half a unit, so sums may differ by four units."""
    total = sum(_parts(forms), Decimal(0))
    unit = max((_precision(figure) for figure in (*_parts(forms), forms.total)), default=Decimal(1))
    allowed = unit * 4 if forms.unit_of_count.startswith("万") else Decimal(0)
    if abs(total - forms.total) > allowed:
        message = f"四种形态合计 {total}{forms.unit_of_count}，总数写的是 {forms.total}{forms.unit_of_count}；请核对"
        yield Fault("figures-forms-total", (*path, "总数"), message)


def _precision(figure: Decimal) -> Decimal:
    """The last decimal place that was printed: 0.1 for 23.6."""
    exponent = figure.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _shares_follow(forms: FourForms, path: Path) -> Iterator[Fault]:
    """Q2. A printed share is the ratio at its own precision; together about 100 % (±0.2, or rounding's worst)."""
    if not forms.shares or not forms.total:
        return
    worst = sum((_precision(share) / 2 for share in forms.shares), Decimal(0))
    together = sum(forms.shares, Decimal(0))
    if len(forms.shares) == 4 and abs(together - 100) > max(Decimal("0.2"), worst):
        yield Fault("figures-shares", path, f"四个占比合计 {together}%，应当约等于 100%；请核对")
    for name, part, share in zip("一二三四", _parts(forms), forms.shares, strict=False):
        exact = part / forms.total * 100
        if abs(exact - share) > _precision(share) / 2 and not forms.unit_of_count.startswith("万"):
            right = exact.quantize(_precision(share), ROUND_HALF_UP)
            yield Fault("figures-shares", path, f"第{name}种形态占比写的是 {share}%，按人次算是 {right}%；请核对")


def _sanctions(sanctions: Sanctions, path: Path) -> Iterator[Fault]:
    party, state, people = sanctions.party_count, sanctions.state_count, sanctions.sanctioned
    if not max(party, state) <= people <= party + state:
        message = f"处分人数 {people} 应当不少于 {max(party, state)}、不多于 {party + state}（党纪 {party}、政务 {state}）；请核对"
        yield Fault("figures-sanctions", (*path, "处分人数"), message)
    if sanctions.by_rank and sum(sanctions.by_rank.values()) != people:
        message = f"各职级合计 {sum(sanctions.by_rank.values())} 人，处分人数写的是 {people} 人；请核对"
        yield Fault("figures-ranks", (*path, "按职级"), message)


def _forms_hold_sanctions(reported: ReportedFigures, path: Path) -> Iterator[Fault]:
    """Q6. Lighter outcomes must find room in their form."""
    forms, sanctions = reported.four_forms, reported.sanctions
    if forms is None or sanctions is None or forms.unit_of_count.startswith("万"):
        return
    needs = [
        ("第一种形态", forms.form_1, "诫勉谈话", sanctions.admonished_count),
        ("第二种形态", forms.form_2, "轻处分", sanctions.light_count),
        ("第三种形态", forms.form_3, "重处分", _heavy_in_form_3(sanctions, forms)),
    ]
    for key, have, what, need in needs:
        if need is not None and have < need:
            yield Fault("figures-forms-sanctions", (*path, key), f"{key} {have} 人次，少于{what} {need} 人；请核对")
    moved = sanctions.transferred_count
    if moved is not None and forms.form_4 > moved:
        message = f"第四种形态 {forms.form_4} 人次，多于移送司法 {moved} 人；请核对"
        yield Fault("figures-forms-sanctions", (*path, "第四种形态"), message)


def _heavy_in_form_3(sanctions: Sanctions, forms: FourForms) -> int | None:
    """Heavy sanctions not counted in the fourth form, where the heaviest cases stand."""
    return None if sanctions.heavy_count is None else sanctions.heavy_count - int(forms.form_4)


def _rectification(figures: Rectification, path: Path) -> Iterator[Fault]:
    """Q7 and Q8: statuses sum to the total, the rate follows, what is listed and withheld makes the whole."""
    total = figures.done + figures.basically_done + figures.in_progress + figures.not_started + figures.ongoing
    if total != figures.total:
        yield Fault(
            "figures-status-total", (*path, "总数"), f"各状态合计 {total} 个，总数写的是 {figures.total} 个；请核对"
        )
    if figures.rate is not None and figures.total:
        done = figures.done + (figures.basically_done if figures.rate_includes_basic else 0)
        exact = Decimal(done) * 100 / figures.total
        if abs(exact - figures.rate) > _precision(figures.rate) / 2:
            right = exact.quantize(_precision(figures.rate), ROUND_HALF_UP)
            including = "含" if figures.rate_includes_basic else "不含"
            message = (
                f"完成率写的是 {figures.rate}%，按 {done}/{figures.total}（{including}基本完成）算是 {right}%；请核对"
            )
            yield Fault("figures-rate", (*path, "完成率"), message)
    if figures.listed_count is not None and figures.listed_count + figures.withheld_count != figures.total:
        both = figures.listed_count + figures.withheld_count
        message = f"列出数与不公开数合计 {both} 个，总数写的是 {figures.total} 个；请核对"
        yield Fault("figures-listed", (*path, "列出数"), message)


def _money(money: MoneyReported, path: Path) -> Iterator[Fault]:
    """Q9. Items sum to the total in 元; one unit throughout."""
    total = sum((item.yuan for item in money.money_items.values()), Decimal(0))
    if total != money.total.yuan:
        message = f"资金分项合计 {total.normalize():f}元，总数写的是 {money.total.yuan.normalize():f}元；请核对"
        yield Fault("figures-money", (*path, "总数"), message)
    units = {item.unit for item in (*money.money_items.values(), money.total)}
    if len(units) > 1:
        yield Fault(
            "figures-money-unit", path, f"资金用了不同的单位（{'、'.join(sorted(units))}）；请统一单位", "warning"
        )


def _rules(rules: RulesReported, path: Path) -> Iterator[Fault]:
    """Q10. 新建 and 修订 make the total; as many names as counted."""
    if rules.created + rules.revised != rules.total:
        message = f"新建 {rules.created} 项、修订 {rules.revised} 项，总数写的是 {rules.total} 项；请核对"
        yield Fault("figures-rules", (*path, "总数"), message)
    if rules.names and len(rules.names) != rules.total:
        yield Fault(
            "figures-rules", (*path, "名单"), f"名单列出 {len(rules.names)} 项，总数写的是 {rules.total} 项；请核对"
        )


def _one_cut_off(ledger: Ledger) -> Iterator[Fault]:
    """Q12. One source reports a date once."""
    seen: set[tuple[str, object]] = set()
    for index, reported in enumerate(ledger.activities.reported_figures):
        key = (reported.source, reported.as_of)
        if key in seen:
            message = f"{reported.source}截至 {reported.as_of} 的数据有两份；请合并，或改正截至日期"
            yield Fault("figures-cut-off", (ACTIVITIES, "上报数据", index, "截至日期"), message)
        seen.add(key)
