"""A template can do nothing but print: every known way out of a sandbox is refused."""

import time
from dataclasses import replace

import pytest

from review.letters.compose import compose
from review.letters.letter_kinds import LETTER_KINDS
from review.letters.rendering import LONGEST_PAPER, Renderer
from review.letters.wording import Piece
from review.letters.wording_check import faults_of
from review.letters.wording_errors import PaperTooLongError, WordingError
from tests.review.letters.samples import RECEIPT

ATTACKS = [
    # objects behind values
    "{{ ''.__class__ }}",
    "{{ 文号.__class__.__mro__[1].__subclasses__() }}",
    "{{ 文号['__class__'] }}",
    "{{ 文号[0] }}",
    "{{ 文号[::2] }}",
    "{{ 文号 | attr('__class__') }}",
    "{{ (文号 | attr('__cla' ~ 'ss__')) }}",
    "{{ 文号 | map(attribute='__class__') | list }}",
    "{{ 材料 | selectattr('__class__') | list }}",
    "{{ 材料 | groupby('__class__') }}",
    "{{ 材料.__len__() }}",
    "{{ 材料[0].名称 }}",
    "{{ (材料 | first).__class__ }}",
    # globals of the engine
    "{{ self }}",
    "{{ self._TemplateReference__context }}",
    "{{ self.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ joiner }}",
    "{{ namespace() }}",
    "{{ dict(甲=1) }}",
    "{{ config }}",
    "{{ request }}",
    "{{ loop }}",
    "{{ caller() }}",
    "{{ varargs }}",
    "{% for x in 材料 %}{{ loop.__class__ }}{% endfor %}",
    "{% for x in 材料 %}{{ x.keys() }}{% endfor %}",
    "{% for x in 材料 %}{{ x.items }}{% endfor %}",
    # calls
    "{{ 文号.upper() }}",
    "{{ 文号.format(文号) }}",
    "{{ '{0.__class__}'.format(文号) }}",
    "{{ '{0.__class__}' | format(文号) }}",
    "{{ '%s' % 文号 }}",
    "{{ 文号.join(材料) }}",
    "{{ open('/etc/passwd').read() }}",
    "{{ 文号.encode() }}",
    # other files and other code
    "{% include '/etc/passwd' %}",
    "{% include ['甲', '乙'] ignore missing %}",
    "{% import 'os' as os %}",
    "{% from 'os' import path %}",
    "{% extends '甲' %}",
    "{% block 甲 %}{% endblock %}",
    "{% macro f() %}x{% endmacro %}{{ f() }}",
    "{% call f() %}{% endcall %}",
    "{% set 甲 = 文号 %}",
    "{% set 甲 %}乙{% endset %}",
    "{% filter upper %}甲{% endfilter %}",
    "{% with 甲 = 文号 %}{% endwith %}",
    "{% autoescape true %}甲{% endautoescape %}",
    "{% do 甲 %}",
    "{% trans %}甲{% endtrans %}",
    "{% debug %}",
    "{{ 文号 is defined }}",
    "{{ 文号 is callable }}",
    # memory and time
    "{{ range(9) }}",
    "{% for x in range(1000000000) %}甲{% endfor %}",
    "{{ 'a' * 1000000000 }}",
    "{{ 9 ** 999999999 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 1 + 1 }}",
    "{{ -1 }}",
    "{{ 1 // 0 }}",
    "{{ '%0999999999d' % 1 }}",
    "{{ '甲' ~ '乙' }}",
    "{{ 文号 | center(1000000000) }}",
    "{{ 文号 | indent(1000000000) }}",
    "{{ 文号 | replace('云', '甲甲甲甲') }}",
    "{{ 文号 | wordwrap(1) }}",
    "{{ [1, 2] }}",
    "{{ (1, 2) }}",
    "{{ {'甲': 1} }}",
    "{% for x in [1, 2, 3] %}{% endfor %}",
    "{% for x in 文号 recursive %}{{ loop(x) }}{% endfor %}",
    "{% for x, y in 材料 %}{% endfor %}",
    "{% for x in 材料 %}{% for y in 材料 %}甲{% endfor %}{% endfor %}",
    "{% for x in 材料 %}{% for y in x %}甲{% endfor %}{% endfor %}",
    "{" * 50_000,
    "{%" * 1_400 + "\n" + "{{" * 1_400,
    "\n".join(["{%" * 1_400] * 20),
    "{% for x in 材料 | list %}{% endfor %}",
    "{{ 9." + "9" * 400 + " }}",
    "{{ " + "9" * 5000 + " }}",
    "{{ '" + "甲" * 5000 + "' }}",
    "{{ " + "(" * 3000 + "文号" + ")" * 3000 + " }}",
    "{{ " + "not " * 3000 + "文号 }}",
    "{% if 文号 %}" * 300 + "{% endif %}" * 300,
    "{{ 文号" + " | 引号" * 300 + " }}",
    "{{ " + " or ".join(["文号"] * 500) + " }}",
    # what is not there, and what is no text
    "{{ nothing }}",
    "{{ 按期报备 }}",
    "{{ 材料 }}",
    "{{ unclosed",
    "{% if %}",
    "{% for %}",
]


@pytest.mark.parametrize("piece", ATTACKS, ids=range(len(ATTACKS)))
def test_what_a_template_may_not_do_is_refused_when_it_is_checked_and_when_it_is_printed(
    piece: str,
) -> None:
    text = f"【版式】表格式\n【正文】{piece}"
    started = time.perf_counter()

    with pytest.raises(WordingError):
        compose(RECEIPT, wording=text)
    assert faults_of(text, LETTER_KINDS["filing_receipt"])
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    "condition", ["''.__class__", "文号.upper()", "range(9)", "1 %}{% include 'a' %}{% if 1"]
)
def test_a_condition_around_blocks_is_no_way_out(condition: str) -> None:
    text = f"【版式】表格式\n【如果　{condition}】\n【正文】甲\n【如果结束】"

    with pytest.raises(WordingError):
        compose(RECEIPT, wording=text)
    assert faults_of(text, LETTER_KINDS["filing_receipt"])


@pytest.mark.parametrize("each", ["文号.__class__", "range(9)", "材料[0]", "项.材料", "材料.名称"])
def test_what_a_table_walks_is_no_way_out(each: str) -> None:
    text = f"【版式】表格式\n【每个　{each}】\n【正文】甲\n【每个结束】"

    with pytest.raises(WordingError):
        compose(RECEIPT, wording=text)
    assert faults_of(text, LETTER_KINDS["filing_receipt"])


def test_a_row_walks_its_own_rows_only_so_that_nothing_grows_faster_than_the_letter() -> None:
    cells = "名称：{% for x in 材料 %}甲{% endfor %}\n份数：1\n备注：2"
    text = f"【版式】表格式\n【表格　材料】\n每行：材料\n序号：1\n{cells}"

    with pytest.raises(WordingError):
        compose(RECEIPT, wording=text)


def test_a_paper_that_grows_beyond_every_paper_is_stopped() -> None:
    rows = tuple({"名称": "甲" * 2000} for _ in range(5000))
    renderer = Renderer("备案回执", {"材料": rows})

    with pytest.raises(PaperTooLongError):
        renderer.render(Piece("{% for x in 材料 %}{{ x.名称 }}{% endfor %}", 1))


def test_all_pieces_of_a_paper_share_one_limit() -> None:
    renderer = Renderer("备案回执", {})
    half = Piece("甲" * (LONGEST_PAPER // 2 + 1), 4)
    renderer.render(half)

    with pytest.raises(PaperTooLongError):
        renderer.render(half)


def test_many_lines_are_printed_in_little_time() -> None:
    row = replace(RECEIPT.materials[0], remark="备注" * 20)
    started = time.perf_counter()

    compose(replace(RECEIPT, materials=(row,) * 5000))

    assert time.perf_counter() - started < 3
