"""Evidence: the characters of an article that a fact rests on."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A name that a person gives; an empty one would name everything."""


class Model(BaseModel):
    """Base of every record: unknown fields are an error, so that a slip of the pen in a file is reported."""

    model_config = ConfigDict(extra="forbid", validate_default=False, coerce_numbers_to_str=True)


class Handwritten(Model):
    """Base of what a person writes: a field left empty (`parties:` with nothing behind it) is one left out."""

    @model_validator(mode="before")
    @classmethod
    def _without_empty_fields(cls, data: Any) -> Any:
        return {key: value for key, value in data.items() if value is not None} if isinstance(data, dict) else data


class Evidence(Model):
    """These words stand at these characters of the file: `file[start:end] == text`, always.

    Attributes:
        start: first character, counted from 0 in the file read as UTF-8 with its line ends as they are.
        end: one past the last character.
        text: the characters themselves.
    """

    start: int
    end: int
    text: str

    @model_validator(mode="after")
    def _length_fits(self) -> Evidence:
        if self.start < 0 or self.end <= self.start or self.end - self.start != len(self.text):
            raise ValueError(
                f"start {self.start} and end {self.end} do not span the {len(self.text)} characters of text"
            )
        return self

    def holds_in(self, source: str) -> bool:
        """Whether the file's characters at this place are these words."""
        return source[self.start : self.end] == self.text
