"""Neutral edits made into splices of Python text."""

from __future__ import annotations

from iacfix.transforms.edits import CreateFile, Edit, Replace, Splice, Unsayable
from iacfix.transforms.languages.cdktf.print import Printer
from iacfix.transforms.languages.cdktf.read import CdktfComponent
from iacfix.transforms.model import Component, Mapping


def splices(edit: Edit, component: Component) -> list[Splice]:
    """Return what *edit* means for the texts of *component*."""
    if not isinstance(component, CdktfComponent):
        raise Unsayable("this program was not read as CDKTF")
    match edit:
        case Replace():
            return _replace(edit, component)
        case CreateFile(path=path, text=text):
            return [Splice(path, 0, 0, text, creates=True)]
        case _:
            raise Unsayable(f"{type(edit).__name__} has no form in Python")


def _replace(edit: Replace, component: CdktfComponent) -> list[Splice]:
    """Print the new value where the old one stands."""
    at = edit.old.origin
    if at is None:
        raise Unsayable("what is to be replaced does not stand in the source")
    file = component.file(at.path)
    node = file.source.at(at.span) if file is not None else None
    if node is None:
        raise Unsayable("only a whole expression can be replaced")
    if isinstance(edit.old, Mapping) and any(
        node is made for unit in component.units.values() for made in unit.names.calls
    ):
        raise Unsayable("the arguments of a construct are changed one by one")
    text = Printer(component, at).guarded(edit.new, at)
    return [Splice(at.path, *at.span, text)]
