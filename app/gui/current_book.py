"""The book that widgets hold: always the exercise's present one.

A session's book grows when somebody writes a card of their own. Widgets are built once, with the
book that they are given; so they are given this one, which follows.
"""

from __future__ import annotations

from dataclasses import fields

from app.core.book import Book


class CurrentBook(Book):
    """A book that becomes another one. Only the controller makes it follow."""

    __slots__ = ()

    @classmethod
    def of(cls, book: Book) -> CurrentBook:
        """A book that reads as this one does now."""
        return cls(**{field.name: getattr(book, field.name) for field in fields(Book)})

    def follow(self, book: Book) -> None:
        """Read as this book from here on."""
        for field in fields(Book):
            object.__setattr__(self, field.name, getattr(book, field.name))
