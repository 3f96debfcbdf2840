"""Derive the facts about Terraform providers from their prebuilt CDKTF packages.

Run by hand when a provider moves on: ``python transforms/facts/build_terraform.py``.
It needs pip and the network; what it writes to ``data/`` is all that the wheel carries,
in the notation that ``terraform.py`` beside this file explains.

A published Python package of a provider holds three views of the same schema:

* the generated TypeScript, whole, in the source maps of the compiled modules. It
  names each attribute as Terraform does, says whether it is computed, optional or
  required, and tells a list from a set and a single struct from many;
* in it the doc comment ``<name> block``, which alone marks a true block (``isBlock`` in
  the code also marks attributes that are lists of objects);
* the generated Python, with the modules and the keywords.

What CDKTF left out of the provider's schema is not there to be found: how many blocks,
beyond "one or more" and "at most one"; the inside of the blocks in ``DROPPED``, but for WAF's,
which ``build_statements.py`` finds elsewhere; and what is deprecated in AWS, for which there is
a list by hand.

https://github.com/hashicorp/terraform-cdk/tree/main/packages/%40cdktf/provider-generator
"""

from __future__ import annotations

import base64
import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from iacfix.transforms.facts.build_statements import SOURCE, header_of, parts
from iacfix.transforms.facts.terraform import BEFORE_BODY, DATA, Item, struct_class

# One release for each major version of the provider: of HashiCorp's packages, which ended
# in December 2025, or of CDK Terrain, which goes on with them under the same names.
PACKAGES = {
    "archive": ["cdktn-provider-archive==14.0.1"],
    "aws": ["cdktf-cdktf-provider-aws==20.1.0", "cdktn-provider-aws==25.8.1"],
    "local": ["cdktn-provider-local==14.0.1"],
    "null": ["cdktn-provider-null==15.0.2"],
    "random": ["cdktn-provider-random==15.0.1"],
    "time": ["cdktn-provider-time==14.0.2"],
    "tls": ["cdktn-provider-tls==14.1.1"],
}

# Blocks that CDKTF hands over as `any`, their schemas being too deep for its languages,
# how often each may stand, and what is known of their inside.
DROPPED = {
    "aws_quicksight_analysis.definition": "list 0 1 open",
    "aws_quicksight_dashboard.definition": "list 0 1 open",
    "aws_quicksight_template.definition": "list 0 1 open",
    "aws_wafv2_rule_group.rule.statement": "list 1 1 in=aws.wafv2_rule_group",
    "aws_wafv2_web_acl.rule.statement": "list 1 1 in=aws.wafv2_web_acl",
}

DEPRECATED = Path(__file__).parent / "deprecated_terraform.txt"

MODES = {
    "TerraformProvider": "provider",
    "TerraformResource": "resource",
    "TerraformDataSource": "data",
    "TerraformEphemeralResource": "ephemeral",
}
# What has no flag at all is a block of a data source that can only be read.
MARKS = {"required": "!", "optional": "?", "optional computed": "~", "computed": "=", "": ""}
SCALARS = {"string": "string", "number": "number", "boolean": "bool", "any": "any"}

NAMESPACE = re.compile(r"export \* as (\w+) from '\./([\w-]+)(?:/index)?'")
INTERFACE = re.compile(r"^export interface (\w+)[^\n]*\{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
PROPERTY = re.compile(
    r"/\*\*(?P<doc>(?:(?!\*/).)*#(?P<name>\w+) \w+#(?:(?!\*/).)*)\*/\n"
    r"  readonly (?P<property>\w+)(?P<optional>\??): (?P<type>[^\n]*);$",
    re.MULTILINE | re.DOTALL,
)
BLOCK = re.compile(r"^\s*\* \w+ block$", re.MULTILINE)
CLASS = re.compile(r"^export class (\w+) extends cdkt[fn]\.(\w+) \{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
MEMBER = re.compile(
    r"// (?P<name>\w+) - computed: (?P<computed>\w+), optional: (?P<optional>\w+), required: (?P<required>\w+)\n"
    r"(?:  private _\w+(?:\?:| = new (?P<made>[\w.]+)\(this, \"\w+\"(?:, (?P<set>\w+))?\);)[^\n]*\n)?"
    r"(?:  /\*\*(?:(?!\*/)[\s\S])*\*/\n)?"
    r"  public get (?P<property>\w+)\(\) \{\n    return (?P<got>[^;]+);"
)
SYNTHESIS = re.compile(r"^export function (\w+)ToHclTerraform\([^\n]*\{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
ENTRY = re.compile(
    r"^ +(?P<name>\w+): \{\n +value: (?P<value>[^\n]*),\n +isBlock: \w+,\n"
    r" +type: \"(?P<type>\w+)\",\n +storageClassType: \"(?P<storage>\w+)\",\n +\},",
    re.MULTILINE,
)
CONFIG = re.compile(r"constructor\(scope: Construct, id: string, config: (\w+)")
RESOURCE_TYPE = re.compile(r"static readonly tfResourceType = \"(\w+)\"")
COLLECTION = re.compile(r"(List|Map|OutputReference)$")
GETTER = re.compile(r"\.(?:get(\w*?)|interpolationFor)Attribute\(")
FQN = re.compile(r"jsii_type=\"[^.\"]+\.(\w+)\.(\w+)\"")
NAME_MAPPING = re.compile(r"^    name_mapping=\{([^}]*)\}", re.MULTILINE)
KEYWORD = re.compile(r"\"(\w+)\": \"(\w+)\"")
GETTER_NAME = re.compile(r"@jsii\.member\(jsii_name=\"(\w+)\"\)\n    def (\w+)\(")


class Row(NamedTuple):
    """One resource, data source or provider, of one release."""

    head: str
    items: list[Item]


class Package(NamedTuple):
    """One release of a prebuilt provider."""

    version: str
    sources: Mapping[str, str]
    """TypeScript by namespace."""
    modules: Mapping[str, tuple[str, str]]
    """Name and text of the Python module by namespace."""

    @classmethod
    def open(cls, wheel: Path) -> Package:
        """Read *wheel* and the npm package inside it."""
        modules: dict[str, tuple[str, str]] = {}
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                if name.count("/") == 2 and name.endswith("/__init__.py"):
                    text = archive.read(name).decode()
                    if found := FQN.search(text):
                        modules[found[1]] = name.split("/")[1], text
            (npm,) = (archive.read(name) for name in archive.namelist() if name.endswith(".jsii.tgz"))
        version = ""
        namespaces: dict[str, str] = {}
        folders: defaultdict[str, list[str]] = defaultdict(list)
        with tarfile.open(fileobj=io.BytesIO(npm)) as package:
            for member in package:
                path, file = member.name.removeprefix("package/"), package.extractfile(member)
                if file is None:
                    continue
                if path == "package.json":
                    version = json.load(file)["cdktf"]["provider"]["version"]
                elif path == "lib/index.js":
                    namespaces = {folder: name for name, folder in NAMESPACE.findall(typescript(file.read()))}
                elif path.startswith("lib/") and path.endswith(".js") and path.count("/") > 1:
                    folders[path.split("/")[1]].append(typescript(file.read()))
        return cls(version, {namespaces[name]: "\n".join(texts) for name, texts in folders.items()}, modules)

    @property
    def major(self) -> int:
        """The major version of the provider."""
        return int(self.version.split(".")[0])

    def rows(self) -> Iterator[Row]:
        """Yield all that can stand in a configuration."""
        deprecated = deprecations(self.major)
        for namespace, source in self.sources.items():
            if RESOURCE_TYPE.search(source):
                module, python = self.modules[namespace]
                yield Namespace(source, python, deprecated).row(module)


def deprecations(major: int) -> frozenset[str]:
    """Return the mode and path of all that is deprecated in *major*, or was before."""
    found: set[str] = set()
    for line in DEPRECATED.read_text().splitlines():
        if not line.startswith("#"):
            since, mode, type_, *paths = line.split()
            if int(since) <= major:
                found.update([f"{mode} {type_}.{path}" for path in paths] or [f"{mode} {type_}"])
    return frozenset(found)


def typescript(javascript: bytes) -> str:
    """Return the source that *javascript* was compiled from, which its source map quotes."""
    encoded = javascript.rpartition(b"sourceMappingURL=data:application/json;base64,")[2]
    return str(json.loads(base64.b64decode(encoded))["sourcesContent"][0])


class Member(NamedTuple):
    """One attribute or block, as the generated code declares it."""

    name: str
    camel: str
    mark: str
    access: str = ""
    """What makes or gets its value: ``StringMap``, ``getNumberListAttribute``, ``FooList``, ..."""
    set: bool = False
    given: str = ""
    """The type of what a configuration gives."""
    documented: str = ""


class Namespace:
    """One namespace of a package: a resource with its structs, in TypeScript and in Python."""

    def __init__(self, source: str, python: str, deprecated: Container[str]) -> None:
        """Index the parts of *source* that describe the schema, and the keywords of *python*."""
        if source.count(" - computed: ") != len(MEMBER.findall(source)):
            raise ValueError("an attribute is declared in a way that MEMBER does not know")
        self.deprecated = deprecated
        self.interfaces = {
            name: {found["name"]: found for found in PROPERTY.finditer(body)}
            for name, body in INTERFACE.findall(source)
        }
        self.classes: dict[str, tuple[str, str]] = {name: (base, body) for name, base, body in CLASS.findall(source)}
        self.syntheses: dict[str, str] = dict(SYNTHESIS.findall(source))
        self.keywords: dict[str, str] = dict(GETTER_NAME.findall(python))
        for mapping in NAME_MAPPING.findall(python):
            self.keywords |= {camel: keyword for keyword, camel in KEYWORD.findall(mapping)}
        ((self.name, self.mode, self.body),) = (
            (name, MODES[base], body) for name, (base, body) in self.classes.items() if base in MODES
        )
        (self.type,) = RESOURCE_TYPE.findall(self.body)
        (self.config,) = CONFIG.findall(self.body)

    def row(self, module: str) -> Row:
        """Return the one resource, data source or provider here."""
        head = " ".join([self.mode, self.type, module, self.name, *self.marks(self.type)])
        return Row(head, self.items((self.name,), self.type, self.members(self.config, self.body), self.body))

    def struct(self, owners: Sequence[str], path: str) -> list[Item]:
        """Return what is in the struct at *path*, the last of *owners*."""
        name = owners[-1]
        references = self.classes.get(f"{name}OutputReference", ("", ""))[1]
        synthesis = self.syntheses.get(name[0].lower() + name[1:], "")
        return self.items(owners, path, self.members(name, references), synthesis)

    def marks(self, path: str, documented: str = "") -> list[str]:
        """Return the word for what is deprecated."""
        return ["deprecated"] * (f"{self.mode} {path}" in self.deprecated or "This is deprecated" in documented)

    def members(self, interface: str, body: str) -> Iterator[Member]:
        """Yield what *body* declares; the structs of providers have nothing but an *interface*."""
        given = self.interfaces.get(interface, {})
        for found in MEMBER.finditer(body):
            mark = MARKS[" ".join(flag for flag in ("required", "optional", "computed") if found[flag] == "true")]
            is_set = found["set"] == "true" or "Fn.tolist" in found["got"]
            member = Member(found["name"], found["property"], mark, found["made"] or found["got"], is_set)
            config = given.get(found["name"])
            yield member._replace(given=config["type"], documented=config["doc"]) if config else member
        if not body:
            for name, found in given.items():
                mark = "?" if found["optional"] else "!"
                yield Member(name, found["property"], mark, given=found["type"], documented=found["doc"])

    def items(self, owners: Sequence[str], path: str, members: Iterable[Member], synthesis: str) -> list[Item]:
        """Return the *members* of the last class of *owners*, joined with how they are synthesized."""
        entries = {found["name"]: found for found in ENTRY.finditer(synthesis)}
        return [self.item(owners, f"{path}.{member.name}", member, entries.get(member.name)) for member in members]

    def item(self, owners: Sequence[str], path: str, member: Member, entry: re.Match[str] | None) -> Item:
        """Return one argument or block, with what is below it."""
        name, keyword = member.name, self.keywords[member.camel]
        extras = self.marks(path, member.documented)
        if keyword != name:
            extras.append(f"python={keyword}")
        if self.mode == "resource" and path in DROPPED:
            return " ".join([f"{{{name}", DROPPED[path], *extras])
        if not (struct := self.struct_of(member)):
            return " ".join([f"{member.mark}{name}", plain_type(member, entry), *extras])
        if struct != struct_class(owners[-1], name):
            extras.append(f"struct={struct}")
        outer = entry["type"] if entry else computed_collection(member)
        if not member.mark or (entry and BLOCK.search(member.documented)):
            nesting = "single" if outer == "struct" else outer
            many = entry and "Mapper" in entry["value"]
            header = [f"{{{name}", nesting, "1" if member.mark == "!" else "0", "-" if many else "1"]
        else:
            header = [f"{member.mark}{name}", "object" if outer == "struct" else f"{outer}(object)"]
        if struct in owners:
            return " ".join([*header, "open", *extras])
        return [" ".join([*header, *extras]), *self.struct([*owners, struct], path)]

    def struct_of(self, member: Member) -> str:
        """Return the struct that *member* holds one or many of, or nothing."""
        words = [*re.findall(r"\w+", member.given), COLLECTION.sub("", member.access)]
        return next((word for word in words if word in self.interfaces), "")


def computed_collection(member: Member) -> str:
    """Return what a computed *member* is made of, by the class that gives access to it."""
    if member.access.endswith("OutputReference"):
        return "struct"
    return "map" if member.access.endswith("Map") else "set" if member.set else "list"


def plain_type(member: Member, entry: re.Match[str] | None) -> str:
    """Return the type of *member*, which has no structs: ``stringMapList`` is ``list(map(string))``."""
    if entry:
        word, outer = entry["storage"], entry["type"]
    else:
        got = GETTER.search(member.access)
        word = (got[1] if got else member.access.rpartition(".")[2]) or "any"
        word, outer = "StringList" if word == "List" else word, "set" if member.set else ""
    scalar, *collections = re.findall(r"[A-Z]?[a-z]+", word[0].lower() + word[1:])
    text = SCALARS[scalar]
    for depth, collection in enumerate(collections, 1):
        outermost = depth == len(collections) and outer in {"list", "map", "set"}
        text = f"{outer if outermost else collection.lower()}({text})"
    return text


def merged(trees: Mapping[int, Sequence[Item]]) -> list[Item]:
    """Lay the items of several majors over each other, marking what only some have."""
    versions: defaultdict[str, dict[int, Item]] = defaultdict(dict)
    for major, items in trees.items():
        for item in items:
            versions[header_of(item)][major] = item
    return [combined(header, versions[header], trees) for header in sorted(versions, key=lambda text: text[1:])]


def combined(header: str, found: Mapping[int, Item], among: Mapping[int, object]) -> Item:
    """Return the items *found* under one header, marked unless all majors *among* have it."""
    marked = " ".join([header, *(f"@{major}" for major in found if len(found) < len(among))])
    below = {major: item[1:] for major, item in found.items() if not isinstance(item, str)}
    return [marked, *merged(below)] if below else marked


def lines(releases: Mapping[int, Package]) -> list[str]:
    """Write one line for each resource, data source and provider."""
    trees: defaultdict[str, dict[int, list[Item]]] = defaultdict(dict)
    for major, package in releases.items():
        for row in package.rows():
            trees[row.head][major] = row.items
    newest = max(releases)
    for rule in [found[newest] for head, found in trees.items() if head.startswith(f"resource {SOURCE} ")]:
        for major in releases:
            for name, items in parts(rule, major):
                trees[f"part {name} - -"][major] = items
    written: list[str] = []
    for head in sorted(trees):
        marks = "".join(f" @{major}" for major in trees[head] if len(trees[head]) < len(releases))
        written.append(f"{head}{marks}\t{json.dumps(merged(trees[head]), separators=(',', ':'))}")
    return written


def build(name: str, folder: Path) -> None:
    """Write the facts of the provider *name*, downloading its packages to *folder*."""
    releases: dict[int, Package] = {}
    for requirement in PACKAGES[name]:
        wheel = f"{requirement.replace('-', '_').replace('==', '-')}-py3-none-any.whl"
        if not (folder / wheel).exists():
            pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), requirement]
            subprocess.run(pip, check=True)
        package = Package.open(folder / wheel)
        releases[package.major] = package
    header = {
        "provider": name,
        "versions": {major: package.version for major, package in releases.items()},
        "derived from": PACKAGES[name],
        "license": "MPL-2.0",
        "made": datetime.now(UTC).date().isoformat(),
    }
    body = zlib.compress("\n".join(lines(releases)).encode(), 9)
    DATA.mkdir(exist_ok=True)
    (DATA / f"terraform_{name}.zz").write_bytes(json.dumps(header).encode() + BEFORE_BODY + body)


def main() -> None:
    """Build all providers; a folder as argument keeps the downloads for the next time."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else temporary)
        for name in PACKAGES:
            build(name, folder)


if __name__ == "__main__":
    main()
