"""The figures of a chart: categories, and one number each, or several beside each other."""

from dataclasses import dataclass

from ui.widgets.tokens import Tone


@dataclass(frozen=True)
class Series:
    """One number for each category, for example the documents in force before a cleanup.

    Attributes:
        tones: One for each category; a single one serves all.
    """

    name: str
    values: tuple[int, ...]
    tones: tuple[Tone, ...] = (Tone.PLAIN,)

    def tone_of(self, place: int) -> Tone:
        """Return the tone of a category."""
        return self.tones[place if len(self.tones) > 1 else 0]


@dataclass(frozen=True)
class Figures:
    """What a chart shows.

    Attributes:
        category_name: What the categories are, as the head of the table's first column.
        unit: What is counted, for example 件.
        has_sums: Whether the numbers may be added up; percentages may not.
    """

    title: str
    category_name: str
    unit: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    has_sums: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(value for one in self.series for value in one.values)

    @property
    def largest(self) -> int:
        """The largest number."""
        return max((value for one in self.series for value in one.values), default=0)

    def legend(self) -> str:
        """Return which of the bars beside each other is which; empty where only one stands."""
        sides = ("左", "右") if len(self.series) > 1 else ()
        return "，".join(
            f"{side}：{one.name}" for side, one in zip(sides, self.series, strict=False)
        )

    def spoken(self) -> str:
        """Return all figures as one sentence, for a screen reader."""
        parts = [f"{name} {self._said(place)}" for place, name in enumerate(self.categories)]
        return f"{self.title}：{'；'.join(parts)}"

    def _said(self, place: int) -> str:
        if len(self.series) == 1:
            return f"{self.series[0].values[place]} {self.unit}"
        return "，".join(f"{one.name} {one.values[place]} {self.unit}" for one in self.series)
