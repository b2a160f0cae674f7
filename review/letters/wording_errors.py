"""What can be wrong with a template: each names the template, its line and what stands there."""

from typing import ClassVar

from models.errors import InputError


class WordingError(InputError):
    """A template cannot be printed with the values of this letter."""

    code = "wording.unprintable"
    facts: ClassVar[tuple[str, ...]] = ("template", "line")

    @property
    def line(self) -> int:
        """Line of the template, from 1."""
        return int(str(self.values["line"]))


class TextOutsideError(WordingError):
    """Words stand before the first block, or behind a mark that takes none."""

    code = "wording.text_outside"
    facts = ("template", "line", "piece")


class UnknownBlockError(WordingError):
    """There is no block of this name; those that exist are given, the likest first."""

    code = "wording.unknown_block"
    facts = ("template", "line", "name", "known")


class BaseError(WordingError):
    """The template does not say on which base the paper stands."""

    code = "wording.base"
    facts = ("template", "line", "known")


class BlockWordError(WordingError):
    """A word beside the name of a block means nothing there."""

    code = "wording.block_word"
    facts = ("template", "line", "name", "word")


class UnclosedBlocksError(WordingError):
    """每个 or 如果 was opened and never ended."""

    code = "wording.unclosed_blocks"
    facts = ("template", "line", "name", "end")


class StrayEndError(WordingError):
    """An end stands where nothing was opened."""

    code = "wording.stray_end"
    facts = ("template", "line", "name", "start")


class StrayCompanionError(WordingError):
    """A block that belongs to another one stands without it."""

    code = "wording.stray_companion"
    facts = ("template", "line", "name", "leader")


class UnknownLayoutError(WordingError):
    """There are no column widths of this name."""

    code = "wording.unknown_layout"
    facts = ("template", "line", "name", "known")


class ColumnCountError(WordingError):
    """A table has more or fewer columns than its layout."""

    code = "wording.column_count"
    facts = ("template", "line", "name", "expected", "found")


class EachMissingError(WordingError):
    """A table does not say whose rows it prints, or 每个 not what it repeats for."""

    code = "wording.each_missing"
    facts = ("template", "line", "name")


class LabelMissingError(WordingError):
    """A cell or column has no label with a colon behind it."""

    code = "wording.label_missing"
    facts = ("template", "line", "piece")


class UnknownFieldError(WordingError):
    """The letter has no such field; those it has are given, the likest first."""

    code = "wording.unknown_field"
    facts = ("template", "line", "name", "known")


class UnknownRowFieldError(WordingError):
    """The rows of a field have no such part."""

    code = "wording.unknown_row_field"
    facts = ("template", "line", "owner", "name", "known")


class UnknownFilterError(WordingError):
    """There is no filter of this name."""

    code = "wording.unknown_filter"
    facts = ("template", "line", "name", "known")


class NotRowsError(WordingError):
    """A loop wants rows where the letter has a single value."""

    code = "wording.not_rows"
    facts = ("template", "line", "name")


class LoopInLoopError(WordingError):
    """A loop inside a loop walks rows that do not belong to the row."""

    code = "wording.loop_in_loop"
    facts = ("template", "line", "name")


class NotPrintableError(WordingError):
    """A field is no single value, so that it cannot stand in a text."""

    code = "wording.not_printable"
    facts = ("template", "line", "name")


class MayBeEmptyError(WordingError):
    """A date or count that may be unknown is printed without asking whether it is there."""

    code = "wording.may_be_empty"
    facts = ("template", "line", "name")


class FilterValueError(WordingError):
    """A filter gets a value of another kind than it takes."""

    code = "wording.filter_value"
    facts = ("template", "line", "name", "filter")


class RefusedConstructError(WordingError):
    """A template asks for what no template may do."""

    code = "wording.refused"
    facts = ("template", "line", "construct")


class SyntaxFaultError(WordingError):
    """What stands between braces cannot be read."""

    code = "wording.syntax"
    facts = ("template", "line", "piece")


class UnclosedTagError(WordingError):
    """A condition or loop inside a block has no end in that block."""

    code = "wording.unclosed_tag"
    facts = ("template", "line", "construct")


class WordingTooLongError(WordingError):
    """A template is longer than any paper needs."""

    code = "wording.too_long"
    facts = ("template", "line", "limit")


class PaperTooLongError(WordingError):
    """What a template prints is longer than any paper."""

    code = "wording.paper_too_long"
    facts = ("template", "line", "limit")
