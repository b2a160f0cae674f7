"""The verbs of the making steps, the same on every button."""

from models.domain.gates import MissingGate
from models.domain.profile import MakingStep
from models.domain.roles import ActName
from resources.terms import name_of

STEP_VERBS = {
    MakingStep.REGISTERED: "登记",
    MakingStep.NUMBERED: "统一编号",
    MakingStep.PRINTED: "记录印发",
    MakingStep.PUBLISHED: "记录公布",
}
STEP_ACTS = {
    MakingStep.REGISTERED: ActName.REGISTER_DOCUMENT,
    MakingStep.NUMBERED: ActName.ALLOT_NUMBER,
    MakingStep.PRINTED: ActName.RECORD_ISSUANCE,
    MakingStep.PUBLISHED: ActName.RECORD_ISSUANCE,
}


def gate_sentence(gate: MissingGate) -> str:
    """Say what is missing, whether the step waits for it, and where that is written."""
    weight = "必须有" if gate.is_required else "建议有"
    check = "已核实" if gate.is_verified else "未核实"
    return f"{name_of(gate.evidence)}（{weight}；依据：{gate.source}，{check}）"
