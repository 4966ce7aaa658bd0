"""holidays.yaml: days off and days at work that the calendar in use does not know, or knows otherwise."""

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from reportgen.model.values import AlsoAs, Count, Record, Text, as_list, parse_date


def _parse_days(value: object) -> object:
    """One day, or the first and the last of several: “2027-02-05 至 2027-02-11”."""
    if not isinstance(value, str):
        return value
    days = [parse_date(part.strip()) for part in value.split("至")]
    if len(days) > 2 or days[0] > days[-1]:  # type: ignore[operator] # parse_date gives dates for text
        raise PydanticCustomError(
            "date_format", "“{given}”的写法不对，请写成 2027-02-05 至 2027-02-11", {"given": value}
        )
    return (days[0], days[-1])


Days = Annotated[tuple[date, date], BeforeValidator(_parse_days), WithJsonSchema({"type": "string"})]
ListOfDays = Annotated[tuple[Days, ...], AlsoAs(as_list, "string")]


class YearOfHolidays(Record):
    """放假安排 of one year: a year that is written here counts as known."""

    year: Annotated[Count, Field(ge=1949, le=2999)]
    basis: Text | None = None
    days_off: ListOfDays = ()
    days_at_work: ListOfDays = ()


class Holidays(Record):
    """The whole of holidays.yaml; it may be absent."""

    years: tuple[YearOfHolidays, ...] = ()
