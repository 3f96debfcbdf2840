"""
Terraform providers that are nothing but a schema.

The real ``terraform init``, ``validate``, ``plan`` and ``show -json`` talk to them over
``TF_REATTACH_PROVIDERS``: no provider binary, no registry, no credentials, no lock file. Terraform then judges
names, types, required arguments, blocks and references, and says what a module would plan.

A schema has the shape of one provider in ``terraform providers schema -json``. What no schema says (enumerations,
conflicts, what forces replacement) stays unjudged, so compare before with after and never take silence as proof.

https://github.com/hashicorp/terraform/blob/main/docs/plugin-protocol/tfplugin6.proto
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Generator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

import grpc
import msgpack

Nesting: TypeAlias = Literal["single", "list", "set", "map"]


class Attribute(TypedDict):
    """An argument written with an equals sign; *type* in Terraform's JSON, or *nested_type* for typed objects."""

    type: NotRequired[Any]
    nested_type: NotRequired[Nested]
    required: NotRequired[bool]
    optional: NotRequired[bool]
    computed: NotRequired[bool]


class Nested(TypedDict):
    """Objects whose members may each be left out, unlike those of an ``object`` type."""

    attributes: dict[str, Attribute]
    nesting_mode: Nesting


class Block(TypedDict):
    """What stands between two braces."""

    attributes: NotRequired[dict[str, Attribute]]
    block_types: NotRequired[dict[str, BlockType]]


class BlockType(TypedDict):
    """A block inside a block."""

    block: Block
    nesting_mode: Nesting
    min_items: NotRequired[int]
    max_items: NotRequired[int]


class Schema(TypedDict):
    """The configuration of a provider, or a resource or data source."""

    block: Block
    version: NotRequired[int]


class ProviderSchema(TypedDict):
    """One value of ``provider_schemas`` in ``terraform providers schema -json``."""

    provider: Schema
    resource_schemas: NotRequired[dict[str, Schema]]
    data_source_schemas: NotRequired[dict[str, Schema]]


NESTING: dict[Nesting, int] = {"single": 1, "list": 2, "set": 3, "map": 4}

# Modules sign their requests in a ``provider_meta`` block, which no published schema describes.
META: Schema = {
    "block": {
        "attributes": {
            "module_name": {"type": "string", "optional": True},
            "user_agent": {"type": ["list", "string"], "optional": True},
        }
    }
}

UNKNOWN = msgpack.ExtType(0, b"\0")

# What data sources answer where a module would not plan on any text: it cuts a network, decodes, picks a zone.
ANSWERS: dict[str, Any] = {
    "account_id": "123456789012",
    "arn": "arn:aws:stub:us-east-1:123456789012:stub",
    "cidr_block": "10.0.0.0/16",
    "dns_suffix": "amazonaws.com",
    "json": "{}",
    "names": ["us-east-1a", "us-east-1b", "us-east-1c"],
    "partition": "aws",
    "region": "us-east-1",
    "secret_string": "{}",
    "zone_ids": ["use1-az1", "use1-az2", "use1-az3"],
}


@contextmanager
def stub_providers(schemas: Mapping[str, ProviderSchema]) -> Generator[dict[str, str]]:
    """Serve *schemas* by source address (``hashicorp/aws``); gives the environment that leads terraform to them."""
    with tempfile.TemporaryDirectory(prefix="stub") as folder:
        servers: list[grpc.Server] = []
        reattach: dict[str, object] = {}
        for number, (source, schema) in enumerate(schemas.items()):
            socket = f"{folder}/{number}"
            server = grpc.server(ThreadPoolExecutor(4), options=[("grpc.max_send_message_length", -1)])
            server.add_generic_rpc_handlers((_Provider(schema).handler(),))
            server.add_insecure_port(f"unix:{socket}")
            server.start()
            servers.append(server)
            reattach[source] = {
                "Protocol": "grpc",
                "ProtocolVersion": 6,
                "Pid": os.getpid(),
                "Test": True,
                "Addr": {"Network": "unix", "String": socket},
            }
        settings = Path(folder, "terraform.rc")
        settings.touch()
        try:
            yield {
                "CHECKPOINT_DISABLE": "1",
                "TF_CLI_CONFIG_FILE": str(settings),
                "TF_IN_AUTOMATION": "1",
                "TF_REATTACH_PROVIDERS": json.dumps(reattach),
            }
        finally:
            for server in servers:
                server.stop(grace=None).wait()


class _Provider:
    """One provider: it plans what it was given, and has nothing against any of it but what is only to be read."""

    def __init__(self, schema: ProviderSchema) -> None:
        self.resources = schema.get("resource_schemas", {})
        self.data_sources = schema.get("data_source_schemas", {})
        self.described = _field(1, _schema(schema["provider"])) + _field(5, _schema(META))
        for number, kinds in ((2, self.resources), (3, self.data_sources)):
            for name, kind in kinds.items():
                self.described += _field(number, _field(1, name) + _field(2, _schema(kind)))

    def handler(self) -> grpc.GenericRpcHandler:
        """Name the calls that this provider answers."""
        calls: dict[str, Callable[[bytes], bytes]] = {
            "GetProviderSchema": lambda _: self.described,
            "ValidateProviderConfig": _agree,
            "ValidateResourceConfig": lambda request: _validate(request, self.resources),
            "ValidateDataResourceConfig": lambda request: _validate(request, self.data_sources),
            "ConfigureProvider": _agree,
            "StopProvider": _agree,
            "PlanResourceChange": self.plan_resource,
            "ReadDataSource": self.read_data_source,
        }
        return grpc.method_handlers_generic_handler(
            "tfplugin6.Provider", {name: _unary(call) for name, call in calls.items()}
        )

    def plan_resource(self, request: bytes) -> bytes:
        """Plan what is proposed; what the provider would compute is not known yet."""
        message = _read(request)
        kind, proposed = message[1].decode(), _value(message[3])
        if proposed is None:
            return _field(1, message[3])
        planned = _complete(proposed, self.resources[kind]["block"], _withhold, sets=False)
        return _field(1, _dynamic_value(planned))

    def read_data_source(self, request: bytes) -> bytes:
        """Answer with something plausible, the same for the same question."""
        message = _read(request)
        kind, asked = message[1].decode(), _value(message[2])
        answered = _complete(asked, self.data_sources[kind]["block"], _answer)
        if kind == "aws_iam_policy_document":
            # It is a pure function of its arguments: a change in a statement must reach who uses the document.
            answered["json"] = json.dumps({"Version": "2012-10-17", "Statement": asked["statement"]}, sort_keys=True)
        return _field(1, _dynamic_value(answered))


def _unary(call: Callable[[bytes], bytes]) -> Any:
    def answer(request: bytes, _: grpc.ServicerContext) -> bytes:
        return call(request)

    return grpc.unary_unary_rpc_method_handler(answer)


def _agree(_: bytes) -> bytes:
    return b""


def _validate(request: bytes, kinds: Mapping[str, Schema]) -> bytes:
    """Refuse what a configuration may only read: all the rest, Terraform checks by itself."""
    message = _read(request)
    config = _value(message[2])
    response = b""
    for name, attribute in kinds[message[1].decode()]["block"].get("attributes", {}).items():
        if attribute.get("optional") or attribute.get("required") or config[name] is None:
            continue
        summary, detail = "Value for unconfigurable attribute", f"{name} is decided by the provider."
        path = _field(1, _field(1, name))
        response += _field(1, _field(1, 1) + _field(2, summary) + _field(3, detail) + _field(4, path))
    return response


def _complete(value: Any, block: Block, compute: Callable[[str, Any], Any], *, sets: bool = True) -> Any:
    """Give *value* what the provider computes in *block*, and in the blocks inside it.

    Terraform finds a planned element of a set again by its value, so there is nothing to complete in those.
    """
    if value is None:
        return None
    for name, attribute in block.get("attributes", {}).items():
        if value.get(name) is None and attribute.get("computed"):
            value[name] = compute(name, attribute.get("type"))
    for name, inner in block.get("block_types", {}).items():
        match inner["nesting_mode"]:
            case "single":
                value[name] = _complete(value[name], inner["block"], compute, sets=sets)
            case "map":
                pass
            case mode if (mode == "list" or sets) and isinstance(value[name], list):
                value[name] = [_complete(item, inner["block"], compute, sets=sets) for item in value[name]]
            case _:
                pass
    return value


def _withhold(_name: str, _type: Any) -> msgpack.ExtType:
    return UNKNOWN


def _answer(name: str, kind: Any) -> Any:
    match kind:
        case "string":
            known = ANSWERS.get(name)
            return known if isinstance(known, str) else f"stub-{name}"
        case "number":
            return 1
        case "bool":
            return True
        case "dynamic":
            return [b'"string"', f"stub-{name}"]
        case ["list" | "set", "string"]:
            known = ANSWERS.get(name)
            return known if isinstance(known, list) else [f"stub-{name}-{number}" for number in range(3)]
        case ["list" | "set", inner]:
            return [_answer(name, inner)]
        case ["map", _]:
            return {}
        case ["object", members]:
            return {member: _answer(member, inner) for member, inner in members.items()}
        case _:  # a nested type
            return None


# The few pieces of protocol buffers that the protocol takes: lengths, numbers, fields.


def _number(number: int) -> bytes:
    written = b""
    while number > 127:
        written += bytes((number & 127 | 128,))
        number >>= 7
    return written + bytes((number,))


def _field(number: int, content: bytes | str | int) -> bytes:
    if isinstance(content, int):  # False and 0 are what an absent field means
        return _number(number << 3) + _number(content) if content else b""
    content = content.encode() if isinstance(content, str) else content
    return _number(number << 3 | 2) + _number(len(content)) + content


def _read(message: bytes) -> dict[int, bytes]:
    """Give the fields of *message* that have a length; the numbers among them are of no interest here."""
    fields: dict[int, bytes] = {}
    position = 0

    def number() -> int:
        nonlocal position
        result = shift = 0
        while True:
            byte = message[position]
            position += 1
            result |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return result

    while position < len(message):
        tag, length = number(), number()
        if tag & 7 == 2:
            fields[tag >> 3] = message[position : position + length]
            position += length
    return fields


def _value(dynamic_value: bytes) -> Any:
    encoded = _read(dynamic_value)[1]
    return msgpack.unpackb(encoded, raw=False, strict_map_key=False, ext_hook=msgpack.ExtType)


def _dynamic_value(value: Any) -> bytes:
    encoded: Any = msgpack.packb(value)
    return _field(1, encoded)


def _schema(schema: Schema) -> bytes:
    return _field(1, schema.get("version", 0)) + _field(2, _block(schema["block"]))


def _block(block: Block) -> bytes:
    described = b"".join(_field(2, _attribute(*each)) for each in block.get("attributes", {}).items())
    for name, inner in block.get("block_types", {}).items():
        described += _field(
            3,
            _field(1, name)
            + _field(2, _block(inner["block"]))
            + _field(3, NESTING[inner["nesting_mode"]])
            + _field(4, inner.get("min_items", 0))
            + _field(5, inner.get("max_items", 0)),
        )
    return described


def _attribute(name: str, attribute: Attribute) -> bytes:
    described = _field(1, name)
    if nested := attribute.get("nested_type"):
        members = b"".join(_field(1, _attribute(*each)) for each in nested["attributes"].items())
        described += _field(10, members + _field(3, NESTING[nested["nesting_mode"]]))
    else:
        described += _field(2, json.dumps(attribute.get("type")))
    return (
        described
        + _field(4, attribute.get("required", False))
        + _field(5, attribute.get("optional", False))
        + _field(6, attribute.get("computed", False))
    )
