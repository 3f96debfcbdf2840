"""Names of resources: where one is written, how long it gets, where it takes a suffix, and who repeats it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeGuard

from iacfix.transforms.facts.names import (
    ACCOUNT_ID,
    FIXED_BEGINNINGS,
    FIXED_ENDINGS,
    NAMES,
    PARTITION,
    REGION,
    SERVICE_OWNED,
    SINGLE,
    Name,
)
from iacfix.transforms.facts.names import normal as normal_name
from iacfix.transforms.model import (
    Call,
    Component,
    Conditional,
    Dynamic,
    Kind,
    Literal,
    Mapping,
    Module,
    Opaque,
    Origin,
    Reference,
    Resource,
    Sequence,
    Template,
    Value,
    dotted,
    references,
)
from iacfix.transforms.resolve import Resolved, constants, resolve

# An input, local or attribute whose value tells one environment from another.
SUFFIX_LIKE = re.compile(
    r"(?:env|environment|stage|suffix|deployment|workspace|pr)(?:_?(?:name|suffix|id|number|type))?"
    r"|.*_?suffix|.*unique_?(?:id|suffix)"
)
SUFFIX_LIKE_BUILTINS = frozenset({"terraform.workspace", "AWS::StackName", "AWS::StackId"})
SUFFIX_LIKE_TYPES = ("random_id", "random_string", "random_pet", "random_integer", "random_uuid")

# An environment that is written out: the code beside it, for another one, has another word there.
ENVIRONMENT = re.compile(
    r"(?<![a-z0-9])(?:prod|production|prd|preprod|nonprod|live|stage|staging|stg|dev|development|test|testing|qa|uat"
    r"|sandbox|sbx)(?![a-z0-9])"
)

# What stands at the beginning of every name of a project.
PROJECT_LIKE = re.compile(r"(?:.*_)?(?:prefix|project|app|application)(?:_?(?:name|id))?")

# The most that a hole can be, where AWS or the language says so.
LENGTHS = {
    (Kind.BUILTIN, "AWS::AccountId"): ACCOUNT_ID,
    (Kind.BUILTIN, "AWS::Region"): REGION,
    (Kind.BUILTIN, "AWS::Partition"): PARTITION,
    (Kind.BUILTIN, "count.index"): 2,
    (Kind.DATA, "aws_caller_identity"): ACCOUNT_ID,
    (Kind.DATA, "aws_region"): REGION,
    (Kind.DATA, "aws_partition"): PARTITION,
}

DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}")  # a bucket that serves a site is called like it

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def suffix_like(name: str) -> bool:
    """Say whether something called *name* tells one environment from another."""
    return SUFFIX_LIKE.fullmatch(_snake(name)) is not None


def project_like(name: str) -> bool:
    """Say whether something called *name* is what all names of a project begin with."""
    return PROJECT_LIKE.fullmatch(_snake(name)) is not None


def _snake(name: str) -> str:
    return _CAMEL.sub("_", name.rpartition(".")[2]).lower()


@dataclass(frozen=True, slots=True)
class Stem:
    """A name where it is written: a string, or a reference to an input that a person sets."""

    value: Value
    module: Module

    @property
    def parts(self) -> tuple[Value, ...]:
        """The name as text and holes."""
        return self.value.parts if isinstance(self.value, Template) else (self.value,)


def stems(component: Component, module: Module, value: Value) -> tuple[Stem, ...]:
    """Return where the name *value* is written; empty when it cannot be known.

    A local is followed to its value, an input of a called module to what its callers pass, a conditional to both arms.
    """
    return tuple({(stem.value.origin, stem.module.path): stem for stem in _stems(component, module, value, 0)}.values())


def _stems(component: Component, module: Module, value: Value, depth: int) -> Iterator[Stem]:
    match value:
        case Reference(kind=Kind.LOCAL, path=()):
            declared = module.target(value)
            if declared is not None and declared.value is not None and depth < 12:
                yield from _stems(component, module, declared.value, depth + 1)
        case Reference(kind=Kind.INPUT, path=()):
            callers = () if module.deployable else component.callers(module)
            passed = [(call.caller, call.resource.get(value.name)) for call in callers]
            if depth > 12 or not passed or any(given is None for _, given in passed):
                yield Stem(value, module)
                return
            for caller, given in passed:
                if given is not None:
                    yield from _stems(component, caller, given, depth + 1)
        case Reference(kind=Kind.BUILTIN, name="each.key" | "each.value"):
            yield Stem(value, module)
        case Literal(value=str()) | Template():
            yield Stem(value, module)
        case Conditional(then=then, otherwise=otherwise):
            yield from _stems(component, module, then, depth + 1)
            yield from _stems(component, module, otherwise, depth + 1)
        case Call(name="lower" | "upper", arguments=(inner,)):
            yield from _stems(component, module, inner, depth + 1)
        case Call(name="format" | "join"):
            yield Stem(value, module)
        case _:
            pass


@dataclass(frozen=True, slots=True)
class Named:
    """A resource whose name is the same in every environment.

    *value* is what its name argument is set to, *stems* are where that is written, and *room* is how many characters
    the name could grow by.
    """

    resource: Resource
    module: Module
    name: Name
    value: Value
    stems: tuple[Stem, ...]
    room: int


def named_resources(component: Component) -> Iterator[Named]:
    """Yield the resources whose name is known from the source and has nothing of an environment in it.

    Names that AWS gave, buckets that are called like the site that they serve, and names with an environment written
    out are not among them; neither is a name that is built on another one of them, which it will follow.
    """
    found = list(_named_resources(component))
    written = {stem.value.origin for named in found for stem in named.stems}
    yield from (named for named in found if not any(_built_on(component, stem, written) for stem in named.stems))


def _built_on(component: Component, stem: Stem, written: set[Origin | None]) -> bool:
    """Say whether a hole of the name at *stem* is filled from one of the places in *written*."""
    holes = [part for part in stem.parts if part is not stem.value and not isinstance(part, Literal)]
    filled = {source.value.origin for part in holes for source in stems(component, stem.module, part)}
    return bool((filled - {part.origin for part in holes}) & written)


def _named_resources(component: Component) -> Iterator[Named]:
    for module in component.modules:
        for resource in module.of(Kind.RESOURCE):
            name = NAMES.get(resource.type)
            value = resource.get(name.argument) if name else None
            if name is None or value is None or varies(component, module, value):
                continue
            if _tells_environment(component, module, value):
                continue
            written = stems(component, module, value)
            length = longest(component, module, value, resource)
            if not length or not written:
                continue
            if not any(_owned(resource, stem) or varies(component, stem.module, stem.value) for stem in written):
                yield Named(resource, module, name, value, written, name.limit - length)


def _owned(resource: Resource, stem: Stem) -> bool:
    spelled = Alphabet().spell(stem.parts)
    if spelled in SINGLE or spelled.startswith(SERVICE_OWNED):
        return True
    if resource.type == "aws_security_group" and spelled.startswith("sg-"):
        return True  # which begins an ID, and so no name
    return resource.type == "aws_s3_bucket" and DOMAIN.fullmatch(spelled) is not None


def _tells_environment(component: Component, module: Module, value: Value) -> bool:
    known = constants(component, module, value)
    texts = known if known is not None else [s.value for _, s in strings(value) if isinstance(s, Literal)]
    parts = value.parts if isinstance(value, Template) else (value,)
    rounds = [each.value for part in parts for each in _rounds(component, module, part) if isinstance(each, Literal)]
    return any(ENVIRONMENT.search(str(text).lower()) for text in (*texts, *rounds))


def varies(component: Component, module: Module, value: Value) -> bool:
    """Say whether *value* has something in it that tells one environment from another, however far away."""
    return _varies(component, module, value, frozenset())


def _varies(component: Component, module: Module, value: Value, seen: frozenset[tuple[str, object]]) -> bool:
    if isinstance(value, Call) and value.name == "getenv":
        return any(
            isinstance(a, Literal) and isinstance(a.value, str) and suffix_like(a.value) for a in value.arguments
        )
    for part in value.parts if isinstance(value, Template) else (value,):
        if isinstance(part, Opaque) and suffix_like(part.text):
            return True
    for reference in references(value):
        if reference.kind is Kind.BUILTIN and reference.name in SUFFIX_LIKE_BUILTINS:
            return True
        if reference.type in SUFFIX_LIKE_TYPES:
            return True
        if reference.kind in {Kind.INPUT, Kind.LOCAL} and suffix_like(reference.name):
            return True
        key = (module.path, reference.target)
        declared = module.target(reference)
        if declared is None or key in seen or reference.kind not in {Kind.INPUT, Kind.LOCAL}:
            continue
        inner = [(module, declared.value)] if declared.value is not None else []
        if reference.kind is Kind.INPUT:
            inner += [(c.caller, v) for c in component.callers(module) if (v := c.resource.get(reference.name))]
        if any(_varies(component, where, v, seen | {key}) for where, v in inner):
            return True
    return False


def longest(component: Component, module: Module, value: Value, resource: Resource | None = None) -> int | None:
    """Return how many characters *value* can have at most, or None when that cannot be known from the source.

    *resource* is the one that the value is the name of: its ``for_each`` says what ``each.key`` can be.
    """
    match value:
        case Literal(value=str() | int() as constant):
            return len(str(constant))
        case Template(parts=parts):
            return _sum([longest(component, module, part, resource) for part in parts])
        case Call(name="lower" | "upper", arguments=(inner,)):
            return longest(component, module, inner, resource)
        case Call(name="format", arguments=(Literal(value=str() as pattern), *arguments)):
            return _sum([len(pattern), *(longest(component, module, a, resource) for a in arguments)])
        case Call(name="join", arguments=(Literal(value=str() as between), Sequence(items=items))):
            return _sum([len(between) * len(items), *(longest(component, module, i, resource) for i in items)])
        case Conditional(then=then, otherwise=otherwise):
            both = [longest(component, module, arm, resource) for arm in (then, otherwise)]
            return None if None in both else max(length for length in both if length is not None)
        case Reference(kind=Kind.BUILTIN, name="each.key" | "each.value"):
            return _each(component, module, value, resource)
        case Reference(kind=Kind.LOCAL | Kind.INPUT):
            origins = resolve(component, module, value)
            lengths = [
                longest(component, o.module, o.value, _instance(o, resource)) for o in origins or () if o.value != value
            ]
            return None if not lengths or None in lengths else max(length for length in lengths if length is not None)
        case Reference(kind=kind, type=type_, name=name):
            return LENGTHS.get((kind, type_ or name))
        case Opaque():
            known = [longest(component, module, each) for each in _rounds(component, module, value)]
            return None if not known or None in known else max(length for length in known if length is not None)
        case _:
            return None


def _rounds(component: Component, module: Module, value: Value) -> tuple[Value, ...]:
    """Return the constants that the variable of a loop goes through."""
    meaning = component.meaning(module, value) if isinstance(value, Opaque) else None
    values = meaning.values if meaning is not None else ()
    return values if all(isinstance(each, Literal) for each in values) else ()


def _instance(origin: Resolved, resource: Resource | None) -> Resource | None:
    """Return whose ``each.key`` a value means at its origin: the call's that passed it, else the resource's."""
    calls = [declared for declared in origin.through if declared.kind is Kind.MODULE]
    return calls[-1] if calls else resource


def _sum(lengths: list[int | None]) -> int | None:
    known = [length for length in lengths if length is not None]
    return sum(known) if len(known) == len(lengths) else None


def _each(component: Component, module: Module, value: Reference, resource: Resource | None) -> int | None:
    over = resource.meta.get("for_each") if resource else None
    if isinstance(over, Call) and over.name == "toset" and over.arguments:
        over = over.arguments[0]
    origins = resolve(component, module, over) if over is not None else None
    lengths: list[int | None] = []
    for origin in origins or ():
        match origin.value:
            case Sequence(items=items):
                lengths += [longest(component, origin.module, item) for item in items]
            case Mapping(entries=entries) if value.name == "each.key":
                lengths += [len(entry.name) for entry in entries]
            case Mapping(entries=entries):
                lengths += [longest(component, origin.module, entry.value) for entry in entries]
            case _:
                lengths.append(None)
    return None if not lengths or None in lengths else max(length for length in lengths if length is not None)


class Alphabet:
    """Spells templates as plain text, one private character for each different hole, so that they can be compared."""

    def __init__(self) -> None:
        """Know no hole yet."""
        self._letters: dict[Value, str] = {}

    def spell(self, parts: tuple[Value, ...]) -> str:
        """Return the parts as text."""
        return "".join(self._letter(part) for part in parts)

    def _letter(self, part: Value) -> str:
        match part:
            case Literal(value=str() as text):
                return text
            case _:
                bare = part.detached()
                return self._letters.setdefault(bare, chr(0xE000 + len(self._letters)))


def names(value: Value | None, name: Value | None, service: str) -> bool:
    """Say whether *value* is the *name*, or the ARN in *service* that ends in it; both may have holes."""
    strings_ = [each.parts if isinstance(each, Template) else (each,) for each in (value, name) if _is_text(each)]
    if len(strings_) < 2:
        return False
    alphabet = Alphabet()
    spelled, whole = map(alphabet.spell, strings_)
    return spelled == whole or re.fullmatch(rf"arn:[^:]*:{service}:[^:]*:[^:]*:{re.escape(whole)}", spelled) is not None


def _is_text(value: Value | None) -> TypeGuard[Value]:
    return isinstance(value, Template) or (isinstance(value, Literal) and isinstance(value.value, str))


def hole(letter: str) -> bool:
    """Say whether *letter* stands for a hole."""
    return "\ue000" <= letter <= "\uf8ff"


def suffix_position(stem: Stem) -> int:
    """Return where in the spelled name the suffix goes.

    Directly behind the project's name where the name begins with it and goes on with a separator, else at the end,
    before an ending that AWS wants.
    """
    spelled = Alphabet().spell(stem.parts)
    start = max((len(b) for b in FIXED_BEGINNINGS if spelled.startswith(b)), default=0)
    if start < len(spelled) and hole(spelled[start]) and spelled[start + 1 : start + 2] in {"", *"-_/."}:
        first = next(part for part in stem.parts if not isinstance(part, Literal))
        if isinstance(first, Reference) and project_like(first.name):
            return start + 1
    end = max((len(e) for e in FIXED_ENDINGS if spelled.endswith(e)), default=0)
    return len(spelled) - end


def joined(parts: list[Value]) -> tuple[Value, ...]:
    """Return *parts* with neighbours that are text made one."""
    found: list[Value] = []
    for part in parts:
        last = found[-1] if found else None
        if isinstance(part, Literal) and isinstance(last, Literal):
            found[-1] = Literal(f"{last.value}{part.value}")
        else:
            found.append(part)
    return tuple(found)


def inserted(value: Value, at: list[int], suffix: tuple[Value, ...]) -> Value:
    """Return the string *value* with *suffix* put into it, at each position *at* of its spelling."""
    parts: list[Value] = []
    passed = 0
    for part in value.parts if isinstance(value, Template) else (value,):
        text = part.value if isinstance(part, Literal) and isinstance(part.value, str) else None
        length = 1 if text is None else len(text)
        cuts = [p - passed for p in at if passed < p <= passed + length or (p == passed == 0)]
        if not cuts:
            parts.append(part)
        elif text is None:
            parts += [*suffix, part] if cuts == [0] else [part, *suffix]
        else:
            begin = 0
            for cut in cuts:
                parts += [*([Literal(text[begin:cut])] if cut > begin else []), *suffix]
                begin = cut
            parts += [Literal(text[begin:])] if begin < len(text) else []
        passed += length
    return Template(joined(parts)).in_place_of(value)


@dataclass(frozen=True, slots=True)
class Repetition:
    """A string elsewhere in the module that repeats a name: *at* are the positions in its spelling where it ends."""

    resource: Resource
    argument: str
    value: Value
    at: tuple[int, ...]


def repetitions(module: Module, stem: Stem, name: Name) -> Iterator[Repetition]:
    """Yield the strings of *module* that equal or embed the name at *stem*, and must follow it.

    They are log groups of the service, ARNs, and arguments, keys and dimensions that take the same name; a string that
    only looks alike is none.
    """
    alphabet = Alphabet()
    spelled = alphabet.spell(stem.parts)
    offset = suffix_position(stem)
    for resource in module.resources:
        for path, value in (*strings(resource.body), *strings(resource.meta)):
            if value.origin is None or value.origin == stem.value.origin:
                continue
            other = alphabet.spell(value.parts if isinstance(value, Template) else (value,))
            if spelled not in other:
                continue
            starts = list(_starts(resource, path, other, spelled, name))
            if starts:
                argument = dotted(path)
                yield Repetition(resource, argument, value, tuple(start + offset for start in starts))


def _starts(resource: Resource, path: tuple[str, ...], other: str, spelled: str, name: Name) -> Iterator[int]:
    own = resource.kind is Kind.RESOURCE and resource.type in NAMES and path == (NAMES[resource.type].argument,)
    exact = re.escape(spelled)
    ends = r"(?![\w.\-\ue000-\uf8ff])"
    if name.path:
        yield from (m.end("path") for m in re.finditer(rf"(?<![\w\-/])(?P<path>{name.path}){exact}{ends}", other))
    if own:
        return
    keys = [step for step in path if not step.startswith("[")]
    if other == spelled:
        last = normal_name(keys[-1]) if keys else ""
        attached = {*path[:1]} & {"role", "roles", "Roles"} and resource.type.startswith(("aws_iam_", "AWS::IAM::"))
        if (
            (attached and name is NAMES["aws_iam_role"])
            or last in name.repeated
            or (keys and keys[-1] == "Name")
            or "dashboard_body" in path
        ):
            yield 0
        return
    if "dashboard_body" in path:
        yield from (m.start("name") for m in re.finditer(rf'(?<=")(?P<name>{exact})(?=")', other))
    if name.service:
        arn = rf"arn:[^:\s]*:{name.service}:[^:\s]*:[^:\s]*:{name.before}"
        yield from (m.end() - len(spelled) for m in re.finditer(rf"{arn}{exact}{ends}", other))


def strings(value: Value, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Value]]:
    """Yield every string in *value* as a whole, with the path that leads there; not the parts of templates."""
    match value:
        case Literal(value=str()) | Template():
            yield path, value
        case Sequence(items=items) | Call(arguments=items):
            for position, item in enumerate(items):
                yield from strings(item, (*path, f"[{position}]"))
        case Mapping(entries=entries):
            for entry in entries:
                yield from strings(entry.value, (*path, entry.name))
        case Dynamic(content=content):
            yield from strings(content, path)
        case Conditional(then=then, otherwise=otherwise):
            yield from strings(then, path)
            yield from strings(otherwise, path)
        case Opaque() | _:
            return
