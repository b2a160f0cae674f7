"""The shapes of document numbers in the flow of a text."""

import re

_HAN = "一-鿿"
# 昆政办发〔2020〕94号; the code may hold a bracketed letter and ends without 第.
LENS = (
    rf"(?P<code>[{_HAN}A-Z]{{1,16}}?)[〔(](?P<year>\d{{4}})年?[〕)]"
    r"第?(?P<sequence>\d{1,5})号"
)
# 〔94〕财农字第345号, (83)高检一函第26号
YEAR_FIRST = rf"[〔(](?:19)?\d\d[〕)][{_HAN}〔〕()]{{1,12}}第?\d{{1,4}}号"
# 济南市人民政府令第19号, 商务部令2018年第2号, 渝府令第121号
ORDER = (
    rf"(?P<order>[{_HAN}]{{2,24}}?(?:令|公告|通告))"
    r"(?:[〔(]?(?P<order_year>\d{4})年?[〕)]?)?第?(?P<order_sequence>\d{1,5})号令?"
)
# 2020年第18号 under the title of an announcement
BARE = (
    r"〔\d{4}〕第?\d{1,4}号|第[一二三四五六七八九十百零〇]{1,5}号|"
    r"(?P<bare_year>\d{4})年第(?P<bare_sequence>\d{1,4})号|第(?P<lone_sequence>\d{1,4})号"
)
# 广安区府办发〔202026: a bracket and 号 were lost
DAMAGED = (
    rf"(?P<damaged_code>[{_HAN}]{{2,16}})〔"
    r"(?P<damaged_year>(?:19|20)\d\d)〕?(?P<damaged_sequence>\d{1,4})"
)
# 统一登记号: WHCR-2015-0010139, HNPR—2019—01005, HFGS-2022-7, ZJSP08-2019-0001;
# standards (GB, DB) look alike and are none.
_UNIFIED = r"(?<![A-Z0-9])(?!GB|DB|JG|JT)[A-Z]{1,8}(?:[PCDT]R|GS|SP\d{0,2})-\d{4}-\d{1,7}(?!\d)"
# 杨管规〔2012〕001-管委会001
_UNIFIED_HAN = rf"[{_HAN}]{{1,8}}规〔\d{{4}}〕\d{{3}}-[{_HAN}]{{1,8}}\d{{3}}"
_UNIFIED_LABEL = r"[(〔]?(?:统一登记号|统一编号|登记号|规范性文件标识)[〕]?:?"
_LABEL = r"[【\-·•〔]*(?:发文字号|发布文号|文件编号|文号|字号)[〕】]?:?"

# What stands between title marks and a number when the number belongs to a cited document.
CITED_NUMBER = re.compile(
    rf"[〔(]\d\d(?:\d\d)?[〕)][{_HAN}〔〕]{{1,12}}第?\d{{1,5}}号"
    rf"|[{_HAN}A-Z]{{1,20}}?[〔(](?:19|20)\d\d年?[〕)](?:第?\d{{1,5}}号?令?|第[一二三四五六七八九十]+号令?)"
    rf"|(?:(?:19|20)\d\d年)?[{_HAN}]{{0,24}}?令?(?:(?:19|20)\d\d年?)?第[\d一二三四五六七八九十]{{1,5}}号(?:令|公告)?"
    rf"|[{_HAN}]{{2,24}}?令(?:(?:19|20)\d\d年)?第?\d{{1,5}}号"
)
# 云政字第12号
_LONE = rf"[{_HAN}]{{2,14}}字第?\d{{1,5}}号"
# A web page marks what became of the document in front of its title.
STATUS_MARK = re.compile(
    r"[〔(](?:现行有效|有效|部分有效|已?失效|已?废止|已修[改订]|全文废止|转载|图解)[〕)]"
)
OWN_LINE = re.compile(rf"(?:{_LABEL})?[(]?(?:{LENS}|{YEAR_FIRST}|{ORDER}|{_LONE})[)]?")
LABELLED = re.compile(rf"{_LABEL}(?P<number>[^:;,。]{{4,40}}?号)")
BARE_LINE = re.compile(rf"[(]?(?:{BARE})[)]?")
DAMAGED_LINE = re.compile(DAMAGED)
LENS_NUMBER = re.compile(LENS)
UNIFIED = re.compile(rf"{_UNIFIED}|{_UNIFIED_HAN}")
UNIFIED_LINE = re.compile(
    rf"(?:{_UNIFIED_LABEL})?[(]?(?P<unified>{_UNIFIED}|{_UNIFIED_HAN}|(?<=[号:〕])[A-Z]{{2}}\d{{8,14}})[)]?"
)
