"""Which conclusion follows from which findings.

The three grades are those of 法规规章备案审查条例 articles 18 to 21: nothing found; faults of
technique that the issuer mends itself; faults that must be corrected.
"""

from models.domain.terms import FindingClass, ReviewConclusion


def conclusion_follows(conclusion: ReviewConclusion, classes: tuple[FindingClass, ...]) -> bool:
    """Tell whether the conclusion is the one that findings of these classes lead to."""
    return conclusion is grade(classes)


def grade(classes: tuple[FindingClass, ...]) -> ReviewConclusion:
    """Return the conclusion that findings of these classes lead to."""
    if not classes:
        return ReviewConclusion.CONCLUDED_OK
    if all(one is FindingClass.TECHNICAL for one in classes):
        return ReviewConclusion.CONCLUDED_REMARK
    return ReviewConclusion.CONCLUDED_DEFECT
