"""The report as every format reads it: sections of blocks in which all text is already rendered.

No layout adds a word or looks at the log. All values are frozen and plain, so that the model can be
handed over as JSON (`as_plain`). Text is plain text throughout, never markup. The sign ◆ in a text
stands for a ruling and is drawn as a shape.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

Audience = Literal["participants", "reviewers", "internal"]
Item = Literal["", "move", "ruling", "quote"]
"""What the rows of a table or list are, where an export counts them against the log."""


ColumnKind = Literal["text", "short", "number", "name", "level", "track", "prose", "log"]


@dataclass(frozen=True, slots=True)
class Track:
    """A small drawing of a gauge in a table: `steps` boxes (10, or 5 where only bands are shown).

    `before` and `after` count filled boxes. The same stands in words beside it.
    """

    steps: int
    before: int
    after: int
    worse: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. `seat` draws a seat's shape, `to` names the anchor that it links to."""

    text: str = ""
    small: str = ""
    seat: int | None = None
    strong: bool = False
    to: str = ""
    anchor: str = ""
    track: Track | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column. `kind` says how it is set; `wide` columns take what room is left."""

    label: str
    kind: ColumnKind = "text"
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A pointer to another place in the report."""

    text: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; level 3 or 4. `kicker` is a small line above it."""

    text: str
    level: Literal[3, 4]
    kicker: str = ""
    anchor: str = ""
    new_page: bool = False
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, its line breaks kept. `small` is set as a remark, `label` as a lead-in."""

    text: str
    style: Literal["text", "lead", "small"] = "text"
    label: str = ""
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Bullet:
    """An item of a list: `lead` stands out, `small` follows it muted, `text` is the body."""

    text: str = ""
    lead: str = ""
    small: str = ""
    is_quote: bool = False
    is_ruling: bool = False
    to: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list. `item` says what is counted."""

    items: tuple[Bullet, ...]
    item: Item = ""
    kind: Literal["bullets"] = "bullets"


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has a cell for each column.

    `first_is_head`: the first cell names its row. What is hidden is still read out.
    """

    caption: str
    head: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    item: Item = ""
    first_is_head: bool = True
    foot: str = ""
    caption_hidden: bool = False
    head_hidden: bool = False
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart: `title` is its finding, `alt` says what is drawn, `svg` stands by itself."""

    id: str
    title: str
    svg: str
    alt: str
    caption: str = ""
    kind: Literal["figure"] = "figure"


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim with what it rests on. Unwritten ones are scaffolds: the evidence is laid out."""

    title: str
    text: str = ""
    links: tuple[Link, ...] = ()
    tags: str = ""
    remark: str = ""
    number: str = ""
    written: bool = True
    kind: Literal["finding"] = "finding"


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, word for word, and how it is attributed."""

    text: str
    attribution: str
    to: str = ""
    item: Item = "quote"
    kind: Literal["quote"] = "quote"


@dataclass(frozen=True, slots=True)
class Caveat:
    """A standing caveat."""

    text: str
    kind: Literal["caveat"] = "caveat"


Block = Heading | Paragraph | Bullets | Table | Figure | Finding | Quote | Caveat


@dataclass(frozen=True, slots=True)
class Section:
    """A section; `number` is '1', '2' … or a letter for an appendix."""

    id: str
    number: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands before the first section. `facts` are pairs of a label and its lines."""

    title: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]
    caveats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chrome:
    """The words of the page around the text: handling line, version, contents, way past it."""

    handling: str
    version: str
    running_title: str
    date: str
    contents: str
    skip: str
    appendix: str
    ruling: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many moves, rulings and quotes a report holds, one by one."""

    moves: int = 0
    rulings: int = 0
    quotes: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report for one audience. `name` is fit to be a file's name."""

    title: str
    language: str
    name: str
    audience: Audience
    cover: Cover
    chrome: Chrome
    sections: tuple[Section, ...]
    logged: Counts
    """What the log holds for this audience, to be compared with what a file holds."""
    refused: tuple[str, ...] = ()
    """Why an export refuses this report: one sentence for each quote that may not stand in it."""

    @property
    def counts(self) -> Counts:
        """What the blocks hold."""
        found = {"": 0, "move": 0, "ruling": 0, "quote": 0}
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Table):
                    found[block.item] += len(block.rows)
                elif isinstance(block, Bullets):
                    found[block.item] += len(block.items)
                elif isinstance(block, Quote):
                    found[block.item] += 1
        return Counts(found["move"], found["ruling"], found["quote"])


def as_plain(report: Report) -> dict[str, Any]:
    """The report as dictionaries, lists, strings and numbers."""
    return asdict(report)
