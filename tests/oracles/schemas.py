"""The schemas that stub providers serve, out of the facts that iacfix ships."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from iacfix.transforms.facts import terraform as facts
from tests.oracles.stub_provider import Attribute, Block, BlockType, ProviderSchema, Schema

PROVIDERS = ("archive", "aws", "local", "null", "random", "time", "tls")

TEXT: Attribute = {"type": "string", "optional": True}
TEXTS: Attribute = {"type": ["map", "string"], "optional": True}
GIVEN: Attribute = {"type": "string", "required": True}
SWITCH: Attribute = {"type": "bool", "optional": True}
ANSWER: Attribute = {"type": "string", "computed": True}

# Small providers of data sources that public modules lean on, and that iacfix ships no facts about.
SMALL: dict[str, dict[str, Block]] = {
    "cloudinit": {
        "cloudinit_config": {
            "attributes": {
                "base64_encode": SWITCH,
                "boundary": TEXT,
                "gzip": SWITCH,
                "id": ANSWER,
                "rendered": ANSWER,
            },
            "block_types": {
                "part": {
                    "nesting_mode": "list",
                    "block": {
                        "attributes": {"content": GIVEN, "content_type": TEXT, "filename": TEXT, "merge_type": TEXT}
                    },
                }
            },
        }
    },
    "external": {
        "external": {
            "attributes": {
                "id": ANSWER,
                "program": {"type": ["list", "string"], "required": True},
                "query": TEXTS,
                "result": {"type": ["map", "string"], "computed": True},
                "working_dir": TEXT,
            }
        }
    },
    "http": {
        "http": {
            "attributes": {
                "body": ANSWER,
                "id": ANSWER,
                "method": TEXT,
                "request_body": TEXT,
                "request_headers": TEXTS,
                "response_body": ANSWER,
                "status_code": {"type": "number", "computed": True},
                "url": GIVEN,
            }
        }
    },
    "template": {
        "template_file": {
            "attributes": {"id": ANSWER, "rendered": ANSWER, "template": TEXT, "vars": TEXTS},
        }
    },
}


def schemas(aws: int | None = None, *, types: Collection[str] | None = None) -> dict[str, ProviderSchema]:
    """Give the schema of each provider by its source address.

    *aws* is the major version, the newest unless told. With *types*, only those resources and data sources are
    served: Terraform reads all of it at every command, and a module uses a handful of 1,600.
    """
    known: dict[str, ProviderSchema] = {
        f"hashicorp/{name}": _provider(facts.provider(name, aws if name == "aws" else None), types)
        for name in PROVIDERS
    }
    small: dict[str, ProviderSchema] = {
        f"hashicorp/{name}": {
            "provider": {"block": {}},
            "data_source_schemas": {kind: {"block": block} for kind, block in blocks.items()},
        }
        for name, blocks in SMALL.items()
    }
    return known | small


def _provider(provider: facts.Provider, types: Collection[str] | None) -> ProviderSchema:
    return {
        "provider": _schema(provider.configuration),
        "resource_schemas": _schemas(provider.resources, types),
        "data_source_schemas": _schemas(provider.data, types),
    }


def _schemas(known: Mapping[str, facts.Schema], types: Collection[str] | None) -> dict[str, Schema]:
    return {name: _schema(known[name]) for name in known if types is None or name in types}


def _schema(schema: facts.Schema) -> Schema:
    return {"block": _block(schema)}


def _block(block: facts.Block) -> Block:
    return {
        "attributes": {name: _attribute(argument) for name, argument in block.arguments.items()},
        "block_types": {name: _block_type(nested) for name, nested in block.blocks.items()},
    }


def _block_type(nested: facts.NestedBlock) -> BlockType:
    described: BlockType = {"block": _block(nested.block), "nesting_mode": nested.nesting}
    if nested.nesting in {"list", "set"}:
        described["min_items"] = nested.min
        described["max_items"] = nested.max or 0
    return described


def _attribute(argument: facts.Argument) -> Attribute:
    described: Attribute = {
        "required": argument.required,
        "optional": argument.optional,
        "computed": argument.computed,
    }
    if argument.settable and argument.type in {"object", "map(object)"}:
        # Only the newer framework has these, and there a member may be left out. A list or a set of objects is an
        # older attribute that may also be written as blocks, which Terraform allows for a plain type alone.
        members = {name: _attribute(inner) for name, inner in argument.fields.items()}
        described["nested_type"] = {
            "attributes": members,
            "nesting_mode": "single" if argument.type == "object" else "map",
        }
    else:
        described["type"] = _type(argument.type, argument.fields)
    return described


def _type(words: str, fields: Mapping[str, facts.Argument]) -> Any:
    """Turn ``list(string)`` into ``["list", "string"]``."""
    if match := re.fullmatch(r"(list|map|set)\((.+)\)", words):
        return [match[1], _type(match[2], fields)]
    if words == "object":
        return ["object", {name: _type(inner.type, inner.fields) for name, inner in fields.items()}]
    return "dynamic" if words == "any" else words
