"""The office's own key, and the offices whose packages are taken."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from models.acts.trusted_senders import distrust_sender, trust_sender
from models.domain.exchange import fingerprint_of
from models.domain.roles import ActName
from models.queries.office import office
from models.queries.trusted_senders import trusted_sender_rows
from review.exchange.office_card import CARD_SUFFIX, read_card, write_card
from review.exchange.own_key import lock_own_key, own_key, public_key_of
from ui.commands.options import with_options
from ui.commands.passwords import KeyPasswordOption, read_password
from ui.commands.session import Session, session_of
from ui.parts.saving import save_copy


@dataclass(frozen=True)
class KeyOptions:
    """What the own key is opened with, and where its card goes."""

    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="文件", help=f"把单位名片写成这个文件（{CARD_SUFFIX}）"),
    ] = None
    key_password: KeyPasswordOption = None


@with_options(KeyOptions)
def key(session: Session, options: KeyOptions) -> None:
    """Show the fingerprint of the own key, made at first use, and write the office's card."""
    with session.register() as book:
        name = office().office_name
        own = own_key(book.folder, read_password(options.key_password))
        shown = fingerprint_of(public_key_of(own))
        if options.out is not None:
            save_copy(options.out, write_card(name, own))
        written = "" if options.out is None else str(options.out)
        session.voice.say(
            f"{name}\n指纹：{shown}" + (f"\n单位名片已写入 {written}。" if written else ""),
            {
                "office_name": name,
                "fingerprint": shown,
                "public_key": public_key_of(own),
                "file": written,
            },
        )


@dataclass(frozen=True)
class LockOptions:
    """The new password of the own key, and the one it has."""

    new_password: Annotated[
        Path | None,
        typer.Option(
            "--new-password-file", metavar="文件", help="新口令所在的文件；不写时取消口令"
        ),
    ] = None
    key_password: KeyPasswordOption = None


@with_options(LockOptions)
def lock(session: Session, options: LockOptions) -> None:
    """Lock the own key with a password, or unlock it for good."""
    with session.register() as book:
        new = read_password(options.new_password)
        lock_own_key(book.folder, new, read_password(options.key_password))
        words = "本单位的密钥已设置口令。" if new else "本单位的密钥已取消口令。"
        session.voice.say(words, {"is_locked": bool(new)})


@dataclass(frozen=True)
class TrustOptions:
    """Whom to trust, and the digits read from paper."""

    card: Annotated[Path, typer.Argument(metavar="名片文件", help="对方的单位名片")]
    fingerprint: Annotated[
        str,
        typer.Option(
            "--fingerprint", metavar="数字", help="对方当面、电话或者在盖章的纸上告知的指纹"
        ),
    ]


@with_options(TrustOptions)
def trust(session: Session, options: TrustOptions) -> None:
    """Trust an office after its fingerprint was compared."""
    card = read_card(options.card)
    with session.register():
        order = session.order(ActName.TRUST_SENDER)
        sender_id = trust_sender(order, card, options.fingerprint)
        session.voice.say(
            f"已登记为可信单位：第 {sender_id} 号，{card.office_name}。",
            {"sender_id": sender_id, "office_name": card.office_name},
        )


@dataclass(frozen=True)
class DistrustOptions:
    """Whom to trust no more, and why."""

    sender_id: Annotated[int, typer.Argument(metavar="序号", help="package senders 列出的序号")]
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="不再信任的理由")]


@with_options(DistrustOptions)
def distrust(session: Session, options: DistrustOptions) -> None:
    """Take no more packages of an office."""
    with session.register():
        order = session.order(ActName.DISTRUST_SENDER)
        distrust_sender(order, options.sender_id, options.reason)
        session.voice.say(
            f"第 {options.sender_id} 号单位不再信任，以后不接收它的包。",
            {"sender_id": options.sender_id, "distrusted_reason": options.reason},
        )


_COLUMNS = (
    ("id", "序号"),
    ("office_name", "单位名称"),
    ("fingerprint", "指纹"),
    ("trusted_date", "登记日期"),
    ("trusted_by", "登记人"),
    ("distrusted_reason", "不再信任的理由"),
)


def senders(context: typer.Context) -> None:
    """List the offices whose packages are taken."""
    session = session_of(context)
    with session.register():
        session.voice.table(_COLUMNS, trusted_sender_rows(), "没有登记可信单位。")
