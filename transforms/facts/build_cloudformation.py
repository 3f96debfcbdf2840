"""Derive the facts about CloudFormation's types from the schemas that cfn-lint carries.

Run by hand when AWS moves on, with a newer cfn-lint: ``python transforms/facts/build_cloudformation.py``. It needs no
network; what it writes to ``data/`` is all that the wheel carries, in the notation that ``cloudformation.py`` beside
this file explains.

cfn-lint takes the schemas of CloudFormation's registry and adds what the registry does not say: patches of its own,
formats, enumerations, and tables with dates. Of each type the schema of us-east-1 is taken, which has the most, and of
types that are not there that of the first region that has them. Descriptions are left out, and whatever combines
schemas (``oneOf``, ``if``) is laid together: what any of them takes is taken. The schemas of the Serverless Application
Model are for templates that it has not read yet, and are widened to what it takes.

https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import reduce
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeAlias

import cfnlint
from cfnlint.helpers import REGIONS
from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER

from iacfix.transforms.facts.cloudformation import BEFORE_BODY, FILE

Json: TypeAlias = dict[str, Any]
Said: TypeAlias = "str | Json"

DATA = Path(cfnlint.__file__).parent / "data"
HOME = "us-east-1"
LETTERS = {"string": "s", "number": "n", "integer": "i", "boolean": "b", "object": "o", "array": "a", "null": "z"}
OPEN = {"AWS::CloudFormation::CustomResource"}
DEEPEST = 6  # of schemas that combine others
FIRST = 1  # more than one primary identifier: what Ref returns cannot be told from them
ENGINES = {
    "AWS::RDS::DBInstance": "aws_rds_dbinstance",
    "AWS::RDS::DBCluster": "aws_rds_dbcluster",
    "AWS::ElastiCache::CacheCluster": "aws_elasticache_cachecluster",
}


SERVERLESS = "AWS::Serverless::"
# The type of the resource that SAM makes under the name of its own, whose attributes can be asked for.
MADE_OF = {
    "AWS::Serverless::Api": "AWS::ApiGateway::RestApi",
    "AWS::Serverless::CapacityProvider": "AWS::Lambda::CapacityProvider",
    "AWS::Serverless::Function": "AWS::Lambda::Function",
    "AWS::Serverless::GraphQLApi": "AWS::AppSync::GraphQLApi",
    "AWS::Serverless::HttpApi": "AWS::ApiGatewayV2::Api",
    "AWS::Serverless::LayerVersion": "AWS::Lambda::LayerVersion",
    "AWS::Serverless::SimpleTable": "AWS::DynamoDB::Table",
    "AWS::Serverless::StateMachine": "AWS::StepFunctions::StateMachine",
    "AWS::Serverless::WebSocketApi": "AWS::ApiGatewayV2::Api",
}
# The resources that SAM makes besides, by the name of the first (developer guide, "Generated resources").
REFERABLE = (
    *("Alias*", "ApiKey*", "Deployment*", "Destination*", "DomainName*", "FunctionUrl*", "Stage*", "UsagePlan*"),
    "Version*",
)
NAMES = {"Name"}  # what SAM takes, though the schema has it among what is read
# By property and shape: what SAM takes, where its schema has less.
WIDER: dict[tuple[str, str], Said] = {
    ("CustomStatements", ""): {"t": "ao", "l": "?"},
    ("DefinitionUri", "s"): "os",
}


def types() -> Iterator[tuple[str, Json]]:
    """Yield every type with its schema."""
    seen: set[str] = set()
    for region in (HOME, *REGIONS):
        for name in PROVIDER_SCHEMA_MANAGER.get_resource_types(region):
            if name not in seen and _is_fixed(name):
                seen.add(name)
                schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema(region, name)
                row = described(schema.schema, [str(attribute) for attribute in schema.get_atts])
                yield name, serverless(name, row) if name.startswith(SERVERLESS) else row


def _is_fixed(name: str) -> bool:
    """Say whether the type *name* has a schema of its own."""
    return name.startswith(("AWS::", "Alexa::")) and name not in OPEN


def described(schema: Json, attributes: list[str]) -> Json:
    """Return what is kept of the *schema* of a type."""
    identifiers = schema.get("primaryIdentifier", [])
    kept: Json = {
        "p": shape(schema | {"type": "object"}, schema.get("definitions", {})),
        "d": {
            name: shape(inner, schema["definitions"]) for name, inner in sorted(schema.get("definitions", {}).items())
        },
        "c": sorted(map(dotted, schema.get("createOnlyProperties", []))),
        "r": sorted(map(dotted, schema.get("readOnlyProperties", []))),
        "a": sorted(attributes),
        "i": dotted(identifiers[0]) if len(identifiers) == FIRST else "",
    }
    if kept["a"] == kept["r"]:
        kept.pop("a")
    return {key: value for key, value in kept.items() if value or key == "a"}


def serverless(name: str, row: Json) -> Json:
    """Return the facts about a type of SAM, as it takes it: ``Globals`` may give what is required."""
    attributes = {*REFERABLE, *map(str, row["a"] if "a" in row else row.get("r", ()))}
    if name in MADE_OF:
        made = PROVIDER_SCHEMA_MANAGER.get_resource_schema(HOME, MADE_OF[name])
        attributes |= {str(attribute) for attribute in made.get_atts}
    read = [path for path in row.get("r", ()) if path not in NAMES]
    definitions = {inner: widened(said) for inner, said in row.get("d", {}).items()}
    return row | {"p": widened(row["p"]), "d": definitions, "r": read, "a": sorted(attributes)}


def widened(said: Any) -> Any:
    """Return a shape with nothing required, and with what SAM takes besides; an item may be any function's call."""
    if not isinstance(said, dict):
        return said
    found = {key: value for key, value in said.items() if key != "r"}
    if "o" in found:
        found["o"] = {
            name: WIDER.get((name, inner) if isinstance(inner, str) else (name, "")) or widened(inner)
            for name, inner in found["o"].items()
        }
    if "l" in found:
        found["l"] = "?" if found["l"] == "o" else widened(found["l"])
    return found


def dotted(pointer: str) -> str:
    """Return a pointer of a schema as a path: ``/properties/Rules/*/Name`` is ``Rules.*.Name``."""
    return ".".join(step for step in pointer.split("/")[2:] if step != "properties")


def shape(schema: Any, definitions: Json) -> Said:
    """Return what is kept of a *schema* below a type."""
    if not isinstance(schema, dict):
        return "?"
    if isinstance(pointer := schema.get("$ref"), str):
        return f"#{pointer.rpartition('/')[2]}" if pointer.startswith("#/definitions/") else "?"
    said = whole(schema, definitions)
    if set(said) <= {"t"}:
        return str(said.get("t", "?"))
    return said


def whole(schema: Json, definitions: Json, depth: int = 0) -> Json:
    """Return what is kept of a *schema* and of those that it combines."""
    if isinstance(pointer := schema.get("$ref"), str):
        schema = {**definitions.get(pointer.rpartition("/")[2], {}), **{k: v for k, v in schema.items() if k != "$ref"}}
    said = alone(schema, definitions)
    for word in ("anyOf", "oneOf", "allOf"):
        others = [
            whole(other, definitions, depth + 1)
            for other in schema.get(word) or ()
            if isinstance(other, dict) and depth < DEEPEST
        ]
        if others:
            said = both(said, reduce(both if word == "allOf" else either, others), required=word == "allOf")
    return said


def alone(schema: Json, definitions: Json) -> Json:
    """Return what is kept of a *schema*, but for what it combines."""
    given = schema.get("type", ())
    letters = "".join(sorted(LETTERS[each] for each in ([given] if isinstance(given, str) else given)))
    said: Json = {"t": letters} if letters else {}
    if properties := schema.get("properties"):
        said |= {"t": letters or "o", "o": {name: shape(inner, definitions) for name, inner in properties.items()}}
        if schema.get("additionalProperties") is not False:
            said["x"] = 1
    if patterns := schema.get("patternProperties"):
        said["x"] = 1
        inner = [shape(each, definitions) for each in patterns.values()]
        if len(inner) == 1 and not _is_scalar(inner[0]) and not properties:
            said["v"] = inner[0]
    if required := schema.get("required"):
        said["r"] = sorted(required)
    if "items" in schema:
        said |= {"t": letters or "a", "l": shape(schema["items"], definitions)}
    if words := schema.get("enum") or schema.get("enumCaseInsensitive"):
        said["e" if "enum" in schema else "E"] = words
    if (word := schema.get("const")) is not None:
        said["e"] = [word]
    if (named := schema.get("format", "")).startswith("AWS::"):
        said["f"] = [named]
    limits = [schema.get("minimum"), schema.get("maximum")]
    if limits != [None, None]:
        said["m"] = limits
    return said


def _is_scalar(said: Said) -> bool:
    """Say whether a shape takes texts, numbers and truths, or is not known: of these nothing is kept for maps."""
    letters = said if isinstance(said, str) else said.get("t", "?")
    return not letters.startswith("#") and bool(set(letters) & set("snib?"))


def either(one: Json, other: Json) -> Json:
    """Return what takes whatever one or the other of two shapes takes, so far as it is told."""
    found: Json = {"t": "".join(sorted({*one.get("t", ""), *other.get("t", "")}))}
    if "o" in one or "o" in other:
        found["o"] = {**other.get("o", {}), **one.get("o", {})}
        found["x"] = int(any(each.get("x") or ("o" in each.get("t", "") and "o" not in each) for each in (one, other)))
    found["f"] = sorted({*one.get("f", ()), *other.get("f", ())})
    if "l" in one or "l" in other:
        found["l"] = one.get("l", other.get("l"))
    for word in ("e", "E"):
        if word in one and word in other:
            found[word] = list(dict.fromkeys([*one[word], *other[word]]))
    return {key: value for key, value in found.items() if value or key == "o"}


def both(one: Json, other: Json, *, required: bool = True) -> Json:
    """Return what takes what both of two shapes take; *required*: also what the other one wants."""
    found = {**{key: value for key, value in other.items() if key != "r"}, **one}
    found.pop("x" if "o" in one and not one.get("x") else "", None)
    if "o" in one and "o" in other:
        found["o"] = {**other["o"], **one["o"]}
    if required and (wanted := sorted({*one.get("r", ()), *other.get("r", ())})):
        found["r"] = wanted
    return found


def runtimes() -> Json:
    """Return the dates of Lambda's runtimes."""
    found = json.loads((DATA / "AdditionalSpecs" / "LmbdRuntimeLifecycle.json").read_text())
    return {
        name: [dates["deprecated"], dates["create-block"], dates["update-block"], dates["successor"]]
        for name, dates in found.items()
    }


def engines() -> Json:
    """Return the versions of database engines, by type and engine: all that there were, and those that are gone."""
    found: Json = {}
    for name, folder in ENGINES.items():
        home = DATA / "schemas" / "extensions" / folder
        known = dict(_rules(home / "engine_version.json", "then"))
        gone_file = home / "engine_version_deprecated.json"
        gone = dict(_rules(gone_file, "if")) if gone_file.exists() else {}
        found[name] = {engine: [versions, gone.get(engine, [])] for engine, versions in known.items()}
    return found


def _rules(path: Path, where: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the engine and the versions that each rule in *path* names."""
    for rule in json.loads(path.read_text())["allOf"]:
        told = rule["if"]["properties"]
        if "EngineVersion" in told:
            yield told["Engine"]["const"], rule[where]["properties"]["EngineVersion"]["enum"]


def main() -> None:
    """Write the file."""
    tables: Mapping[str, Json] = {"=engines": engines(), "=runtimes": runtimes()}
    rows = {**dict(types()), **tables}
    lines = [f"{name}\t{json.dumps(rows[name], separators=(',', ':'))}" for name in sorted(rows)]
    header = {
        "derived from": f"cfn-lint=={version('cfn-lint')}",
        "schemas of": json.loads((DATA / "schemas" / "version.json").read_text())["schema_date"],
        "license": "MIT-0",
        "made": datetime.now(UTC).date().isoformat(),
    }
    FILE.write_bytes(json.dumps(header).encode() + BEFORE_BODY + zlib.compress("\n".join(lines).encode(), 9))


if __name__ == "__main__":
    main()
