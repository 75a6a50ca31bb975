"""The baseline of an indicator: fixed once it is adopted; then a change asks a reason (4.3)."""

from dataclasses import replace
from datetime import date

from ozj_desktop.errors import UserError
from ozj_desktop.model.goals import BaselineChange, Indicator

NOTHING_YET = "Er is nog geen nulwaarde. Vul die eerst in."
WHY = "Schrijf op waarom de nulwaarde verandert. De oude blijft erbij staan."


def adopted(indicator: Indicator, today: date) -> Indicator:
    """With its baseline fixed. Raise UserError where there is none."""
    if not indicator.baseline:
        raise UserError(NOTHING_YET)
    return replace(indicator, baseline_fixed_on=indicator.baseline_fixed_on or today)


def is_fixed(indicator: Indicator) -> bool:
    return indicator.baseline_fixed_on is not None


def changed(
    indicator: Indicator, value: str, period: str, reason: str, today: date
) -> list[Indicator | BaselineChange]:
    """What to save for another baseline; nothing where it is the same.

    Of a fixed one the old value is kept with the reason; raise UserError without one.
    """
    if (value, period) == (indicator.baseline, indicator.baseline_period):
        return []
    now = replace(indicator, baseline=value, baseline_period=period)
    if not is_fixed(indicator):
        return [now]
    if not reason.strip():
        raise UserError(WHY)
    if not value:
        raise UserError("Een vastgestelde nulwaarde kan niet leeg zijn.")
    was = BaselineChange(
        indicator=indicator.id,
        was=indicator.baseline,
        was_period=indicator.baseline_period,
        on=today,
        reason=reason.strip(),
    )
    return [was, now]
