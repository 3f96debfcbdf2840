"""Classes of nothing but fields, in which a constructor is given all that it wants to know: dataclasses, for one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import libcst as cst

from iacfix.transforms.languages.cdktf.scopes import File, Scope, parameters

_DECORATORS = frozenset({"dataclasses.dataclass", "attrs.define", "attrs.frozen", "attr.s"})
_BASES = frozenset({"pydantic.BaseModel", "typing.NamedTuple"})
_LATER = frozenset({"dataclasses.field", "pydantic.Field", "attrs.field"})


@dataclass(frozen=True, slots=True)
class Field:
    """A field of such a class, and the file that it stands in."""

    name: str
    node: cst.AnnAssign
    file: File

    @property
    def default(self) -> cst.BaseExpression | None:
        """What it is if nothing is given; None where something must be, or where that is made anew each time."""
        match self.node.value:
            case cst.Call(func=func, args=arguments) if self.file.dotted(func, self.file.top) in _LATER:
                given = [a.value for a in arguments if a.keyword is not None and a.keyword.value == "default"]
                return given[0] if given else None
            case value:
                return value


@dataclass(frozen=True, slots=True)
class Configuration:
    """The *parameter* of a constructor that has fields; they stand in *scope*, or above it."""

    parameter: cst.Param
    position: int
    file: File
    scope: Scope
    fields: tuple[Field, ...]

    @property
    def name(self) -> str:
        """What the parameter is called."""
        return self.parameter.name.value


def configuration(
    file: File, constructor: Scope, class_of: Callable[[File, str], tuple[File, Scope] | None]
) -> Configuration | None:
    """Return the one parameter of *constructor* that is such an object, or None."""
    if not isinstance(constructor.node, cst.FunctionDef):
        return None
    found: list[Configuration] = []
    for position, parameter in enumerate(parameters(constructor.node)):
        annotation = parameter.annotation.annotation if parameter.annotation is not None else None
        if position < 3 or parameter.star in {"*", "**"} or not isinstance(annotation, (cst.Name, cst.Attribute)):
            continue
        dotted = file.dotted(annotation, constructor)
        home = class_of(file, dotted) if dotted else None
        if home is not None and (fields := _fields(*home, class_of)):
            found.append(Configuration(parameter, position - 1, *home, tuple(fields)))
    return found[0] if len(found) == 1 else None


def _fields(
    file: File, scope: Scope, class_of: Callable[[File, str], tuple[File, Scope] | None], depth: int = 0
) -> list[Field]:
    """Return the fields of the class *scope*, those of the classes that it stands on first; none if it has others."""
    node = scope.node
    if not isinstance(node, cst.ClassDef) or not isinstance(node.body, cst.IndentedBlock) or depth > 8:
        return []
    decorators = {file.dotted(_called(each.decorator), file.top) for each in node.decorators}
    bases = [file.dotted(base.value, file.top) for base in node.bases]
    if "__init__" in scope.names or not (decorators & _DECORATORS or set(bases) & _BASES or depth):
        return []
    found: dict[str, Field] = {}
    for base in bases:
        above = class_of(file, base) if base and base not in _BASES else None
        if above is not None:
            found |= {field.name: field for field in _fields(*above, class_of, depth + 1)}
        elif base not in _BASES:
            return []
    return [*(found | {field.name: field for field in _own(file, node)}).values()]


def _own(file: File, node: cst.ClassDef) -> Iterator[Field]:
    for statement in node.body.body:
        for small in statement.body if isinstance(statement, cst.SimpleStatementLine) else ():
            match small:
                case cst.AnnAssign(target=cst.Name(value=name), annotation=cst.Annotation(annotation=annotation)):
                    if "ClassVar" not in file.source.text(annotation):
                        yield Field(name, small, file)
                case _:
                    pass


def _called(node: cst.BaseExpression) -> cst.BaseExpression:
    return node.func if isinstance(node, cst.Call) else node


def given(call: cst.Call, wanted: Configuration) -> cst.BaseExpression | None:
    """Return what *call* gives for the parameter *wanted*; None where it gives nothing for it."""
    placed = [argument for argument in call.args if argument.keyword is None]
    for argument in call.args:
        if argument.keyword is not None and argument.keyword.value == wanted.name:
            return argument.value
    if any(argument.star for argument in placed) or len(placed) <= wanted.position:
        return None
    return placed[wanted.position].value


def written(file: File, node: cst.BaseExpression, wanted: Configuration, scope: Scope) -> cst.Call | None:
    """Return the call that makes the object *node* out of keywords, None where that cannot be told."""
    made: cst.BaseExpression | None = node
    if isinstance(node, (cst.Name, cst.Attribute)):
        binding = file.binding(node, scope)
        made = binding.value if binding is not None and binding not in file.changes else None
    match made:
        case cst.Call(func=cst.Name() | cst.Attribute(attr=cst.Name()) as func, args=arguments):
            name = func.value if isinstance(func, cst.Name) else func.attr.value
            plain = all(argument.keyword is not None for argument in arguments)
            return made if name == wanted.scope.name and plain else None
        case _:
            return None


def handed_on(file: File, node: cst.BaseExpression, scope: Scope, own: Configuration, constructor: Scope) -> bool:
    """Say whether *node* is the object that the *constructor* itself is given as *own*."""
    binding = file.binding(node, scope)
    if binding is not None and isinstance(binding.value, cst.Name):
        binding = file.binding(binding.value, binding.function)
    return binding is not None and binding is constructor.names.get(own.name)


def may_grow(files: Iterable[File], wanted: Configuration) -> bool:
    """Say whether one more field with a default may come last: no other class goes on behind the last."""
    name = wanted.scope.name
    used = [
        base
        for file in files
        for node in file.source.all(cst.ClassDef)
        for base in node.bases
        if isinstance(base.value, cst.Name) and base.value.value == name
    ]
    return not used
