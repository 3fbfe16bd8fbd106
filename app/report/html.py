"""The report as one self-contained page: no script, nothing loaded from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from app.report.model import Report
from app.report.words import environment, guarded, report_assets

_FACES = (
    ("Inter", "400", "normal", "Inter_400Regular"),
    ("Inter", "600", "normal", "Inter_600SemiBold"),
    ("Source Serif 4", "400", "normal", "SourceSerif4_400Regular"),
    ("Source Serif 4", "400", "italic", "SourceSerif4_400Regular_Italic"),
    ("Source Serif 4", "600", "normal", "SourceSerif4_600SemiBold"),
)
"""Family, weight, style and file of the fonts inside the page."""


def to_html(report: Report, templates: Path | None = None) -> str:
    """The page. `templates` is a folder with `html` and `charts` in place of the program's.

    Its policy allows the one style sheet in it, by hash, and images and fonts inside the page;
    scripts, frames, forms and requests to anywhere are refused by the reader's browser.
    """
    root = templates or report_assets()
    folders = [root / "html", root / "charts"]
    made = environment(folders, autoescape=True)
    made.filters["css"] = _css_string

    def work() -> str:
        chrome = report.chrome
        style = made.get_template("page.css.j2").render(
            running=chrome.running_title,
            handling=chrome.handling,
            version=chrome.version,
            date=chrome.date,
            fonts=_fonts(),
        )
        page = made.get_template("page.html.j2")
        return page.render(report=report, style=style, policy=_policy(style))

    return guarded(root, "page.html.j2", work) + "\n"


def _fonts() -> list[dict[str, str]]:
    """The faces of the page, their files as base64."""
    folder = report_assets() / "fonts"
    return [
        {
            "family": family,
            "weight": weight,
            "style": style,
            "data": base64.b64encode((folder / f"{file}.woff2").read_bytes()).decode(),
        }
        for family, weight, style, file in _FACES
    ]


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src 'sha256-{digest}'",
            "img-src data:",
            "font-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _css_string(text: str) -> str:
    """A text as a string of a style sheet. Only letters and digits stand as they are."""
    escaped = "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in text)
    return f'"{escaped}"'
