"""The fidelity report of one file in the shape that ``read --json`` prints."""

from dataclasses import asdict

from review.reading.fidelity import FidelityReport


def fidelity_answer(fidelity: FidelityReport) -> dict[str, object]:
    """Return plain values (text, numbers, lists) that a JSON writer prints as they are."""
    return {
        "grade": fidelity.grade.value,
        "method": fidelity.method.value,
        "contents": asdict(fidelity.contents),
        "lines": [
            {
                "kind": line.kind.value,
                "severity": line.severity.value,
                "text": line.sentence,
                "places": [[place.start, place.end] for place in line.places],
            }
            for line in fidelity.lines
        ],
    }
