"""Scopes and faults of the ledger in the words of the counter."""

from urllib.parse import unquote

from models.domain.number_ledger import LedgerFault, LedgerFaultKind
from models.domain.profile import Profile
from models.domain.terms import NumberKind
from models.queries.numbers import CounterToConfirm
from resources.terms import name_in, name_of


def series_words(profile: Profile, scheme_id: str) -> str:
    """Return what the numbers of a scheme are called."""
    for scheme in profile.number_schemes:
        if scheme.id == scheme_id:
            return name_of(scheme.series) if scheme.series else name_of(scheme.kind)
    return scheme_id


def scope_words(scope: str) -> str:
    """Return ``organ_seq|organ=1|year=2026`` as 机关编码 1、登记年份 2026."""
    pairs = (pair.partition("=") for pair in scope.split("|")[1:])
    return "、".join(f"{name_in('TokenName', name)} {unquote(value)}" for name, _, value in pairs)


def scope_year(scope: str) -> int | None:
    """Return the year a scope belongs to, or None when it goes on for ever."""
    for pair in scope.split("|")[1:]:
        name, _, value = pair.partition("=")
        if name == "year" and value.isdecimal():
            return int(value)
    return None


def fault_words(profile: Profile, fault: LedgerFault) -> str:
    """Say what is wrong, where, and with which number."""
    if fault.kind is LedgerFaultKind.RECORD_DIFFERS:
        return f"{name_of(fault.kind)}：{name_of(NumberKind(fault.token))}，{fault.number}"
    series = series_words(profile, fault.scheme_id)
    scope = scope_words(fault.scope)
    where = f"{series}（{scope}）" if scope else series
    match fault.kind:
        case LedgerFaultKind.MISSING:
            what = f"缺第 {fault.count} 号"
        case LedgerFaultKind.COUNTER_BEHIND | LedgerFaultKind.COUNTER_AHEAD:
            what = f"计数器停在第 {fault.count} 号"
        case _:
            what = fault.number
    return f"{name_of(fault.kind)}：{where}，{what}"


def counter_words(profile: Profile, counter: CounterToConfirm) -> str:
    """Say that numbers were entered from the past and from where numbering will go on."""
    series = series_words(profile, counter.scheme_id)
    return (
        f"{series}（{scope_words(counter.scope)}）已补录到第 {counter.highest_count} 号，"
        f"程序编到第 {counter.last_count} 号。"
    )
