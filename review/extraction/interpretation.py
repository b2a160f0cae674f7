"""The interpretation clause (解释条款): who explains the document."""

import re

from review.extraction.bodies import is_body_name
from review.extraction.flow import Flow
from review.extraction.proposal import Confidence, Proposed
from review.extraction.proposed import found, missing

_CLAUSE = re.compile(
    r"由(?P<body>[^。;,由]{2,40}?)(?:负责|承担)?(?:组织)?(?:具体)?(?:应用)?(?:的)?(?:负责)?解释"
)


def propose_interpretation_body(flow: Flow) -> Proposed[str]:
    """Propose the body of the last interpretation clause."""
    matches = list(_CLAUSE.finditer(flow.text))
    if not matches:
        return missing()
    span = matches[-1].span("body")
    is_sure = len(matches) == 1 and is_body_name(flow.text[slice(*span)])
    confidence = Confidence.CERTAIN if is_sure else Confidence.CHECK
    return found(flow, span, flow.shown(*span), confidence, "interpretation_clause")
