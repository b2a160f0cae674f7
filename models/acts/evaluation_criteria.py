"""The office brings its own score sheet for evaluations, or goes back to the original."""

from models.acts.evaluation_refusals import CriteriaSameError
from models.acts.evaluations import criteria_text_in_force
from models.acts.lookup import require
from models.acts.performing import Deed, act
from models.domain.evaluation import CriteriaSet
from models.domain.roles import ActName
from models.evaluation_criteria import read_criteria, shipped_criteria_text
from models.settings import EvaluationKey
from models.tables.office import Setting


@act(ActName.CHANGE_EVALUATION_CRITERIA)
def change_evaluation_criteria(deed: Deed, text: str, reason: str) -> CriteriaSet:
    """Bring another score sheet into force and return it; an empty text brings the original back.

    Evaluations that were started keep the sheet they were started with.

    Raises:
        FieldEmptyError: no reason is given.
        DataFileSyntaxError, CriteriaUnfitError: the text is not a score sheet.
        CriteriaSameError: this is the sheet in force.
    """
    require(reason=reason)
    wanted = text or shipped_criteria_text()
    criteria = read_criteria(wanted, EvaluationKey.CRITERIA)
    before = criteria_text_in_force()
    if wanted == before:
        raise CriteriaSameError
    key = EvaluationKey.CRITERIA
    if not Setting.update(value=text).where(Setting.key == key).execute():
        Setting.insert(key=key, value=text).execute()
    deed.record(
        "register",
        0,
        before=read_criteria(before, EvaluationKey.CRITERIA),
        after=criteria,
        reason=reason.strip(),
    )
    return criteria
