"""Letters of a fictional county for the tests."""

from dataclasses import replace
from datetime import date

from review.letters.kinds.base import NumberedLetter
from review.letters.kinds.filing_in import FilingReceipt, MaterialRow
from review.letters.kinds.registration import RegistrationRefusal
from review.letters.kinds.review import FindingRow, ReviewOpinion

LONG_TITLE = (
    "云溪县玥珺沚旸片区农村生活污水处理设施运行维护管理资金筹集使用监督检查和绩效评价暂行办法"
    "（2026年修订，适用期至2028年）"
)

LONG_QUOTE = (
    "产生生活垃圾的单位和个人，应当按照每户每月8元、每平方米（㎡）0.3元的标准缴纳处理费；逾期"
    "不缴纳的，由镇（街道）按日加收3‰的滞纳金，并可以暂停供水、供电（“两停”措施），列入"
    "《云溪县失信名单》〔2025〕14号公布。"
)

LONG_SUGGESTION = (
    "该款与上位法相抵触，应当删去；《环境空气质量标准》（GB 3095—2012）限值35μg/m³一并核对，"
    "见https://www.example.invalid/standards/2026/air-quality/limits?page=2&size=100。"
)

RECEIPT = FilingReceipt(
    letter_number="云司备回〔2026〕7号",
    addressee="云溪县住房和城乡建设局",
    document_title="云溪县城区生活垃圾分类管理暂行办法",
    document_number="云住建规〔2026〕2号",
    filing_report_number="云住建报〔2026〕31号",
    published_date=date(2026, 2, 20),
    received_date=date(2026, 3, 2),
    filing_register_number="云备〔2026〕007",
    registered_date=date(2026, 3, 4),
    days_used=10,
    limit_days=30,
    day_unit="日",
    is_in_time=True,
    materials=(
        MaterialRow("备案报告", 1),
        MaterialRow("规范性文件正式文本", 3, "另报电子文本"),
        MaterialRow("规范性文件说明", 3),
        MaterialRow("制定依据目录和文本", 1),
        MaterialRow("合法性审核意见书", 1, "复印件"),
        MaterialRow("公开征求意见及采纳情况材料", 1),
    ),
    contact_name="王旸",
    contact_phone="0000-0123456",
    office_name="云溪县司法局",
    letter_date=date(2026, 3, 4),
)

FINDING = FindingRow(
    position=1,
    clause="第八条第一款",
    quote="未取得《准运证》的车辆，由镇（街道）处500元罚款。",
    finding_class="超越权限",
    basis_law="中华人民共和国行政处罚法",
    basis_article="第十六条",
    basis_text="除法律、法规、规章外，其他规范性文件不得设定行政处罚。",
    suggestion="规范性文件不得设定行政处罚，应当删去该款。",
)

LONG_FINDINGS = tuple(
    replace(
        FINDING, position=position, quote=LONG_QUOTE, suggestion=LONG_SUGGESTION, finding_class=kind
    )
    for position, kind in enumerate(("超越权限", "抵触", "程序", "不适当", "技术性") * 3, 1)
)[:14]

OPINION = ReviewOpinion(
    letter_number="云司备审〔2026〕3号",
    addressee="云溪县住房和城乡建设局",
    copy_to=("云溪县人民政府办公室", "云溪县玥珺社区居民委员会"),
    document_title="云溪县城区生活垃圾分类管理暂行办法",
    document_number="云住建规〔2026〕2号",
    unified_number="YXXGF-2026-002",
    filing_register_number="云备〔2026〕007",
    trigger="审查建议",
    opened_date=date(2026, 3, 10),
    concluded_date=date(2026, 4, 9),
    findings=(FINDING,),
    requested_act="修改第八条第一款",
    report_days=30,
    delivery_date=date(2026, 4, 13),
    report_due_date=date(2026, 5, 13),
    escalation_body="云溪县人民政府",
    contact_name="王旸",
    contact_phone="0000-0123456",
    office_name="云溪县司法局",
    letter_date=date(2026, 4, 10),
)

LONG_OPINION = replace(OPINION, findings=LONG_FINDINGS)

REFUSAL = RegistrationRefusal(
    letter_number="云司登退〔2026〕2号",
    addressee="云溪县住房和城乡建设局",
    document_title="云溪县住房和城乡建设局值班值守工作制度",
    document_number="",
    reason=(
        "文件只规定本机关内部的值班安排，不涉及公民、法人和其他组织的权利义务，"
        "不属于行政规范性文件。"
    ),
    refused_date=date(2026, 3, 4),
    contact_name="王旸",
    contact_phone="0000-0123456",
    office_name="云溪县司法局",
    letter_date=date(2026, 3, 5),
)

SAMPLES: dict[str, NumberedLetter] = {
    "refusal": REFUSAL,
    "receipt": RECEIPT,
    "receipt_long_title": replace(RECEIPT, document_title=LONG_TITLE),
    "receipt_late": replace(RECEIPT, filing_report_number="", days_used=41, is_in_time=False),
    "opinion": OPINION,
    "opinion_long": LONG_OPINION,
    "opinion_long_title": replace(OPINION, document_title=LONG_TITLE),
    "opinion_undelivered": replace(
        OPINION, copy_to=(), unified_number="", delivery_date=None, report_due_date=None
    ),
}
