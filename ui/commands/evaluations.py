"""The commands about post-evaluation (后评估), as one group; they stand in modules of their own."""

from ui.commands.chinese import ChineseCommand, new_group
from ui.commands.evaluation_criteria import criteria
from ui.commands.evaluation_listing import due, show, show_list
from ui.commands.evaluation_planning import plan, start, withdraw
from ui.commands.evaluation_scoring import conclude, material, score

APP = new_group()
GROUPS = {"evaluation": APP}

for name, summary, command in (
    ("plan", "列入后评估：写文件的序号，或者读取年度计划表", plan),
    ("start", "开始评估，以现用的评分表为准", start),
    ("score", "填写评分表和评估情况；全部评分后等待作结论", score),
    ("material", "补充评估材料，或者撤回补错的材料", material),
    ("conclude", "作出评估结论", conclude),
    ("withdraw", "撤销一次后评估，写明理由", withdraw),
    ("list", "列出后评估", show_list),
    ("due", "列出有效期将满、应当评估而没有列入的文件", due),
    ("show", "显示一次后评估的全部内容", show),
    ("criteria", "显示、写出或者更换评分表", criteria),
):
    APP.command(name, cls=ChineseCommand, help=summary)(command)
