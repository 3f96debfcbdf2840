"""What the classes of CDKTF itself take, those that have nothing to do with a provider.

From the signatures of cdktf 0.21 for Python, read in November 2026. cdktn, the fork, takes more of a backend.

https://developer.hashicorp.com/terraform/cdktf/api-reference/python
"""

from __future__ import annotations

from types import MappingProxyType

from iacfix.transforms.facts.terraform import Argument, Block
from iacfix.transforms.model import Kind


def _argument(name: str, type_: str, fields: Block | None = None, *, struct: str | None = None) -> Argument:
    return Argument(
        name=name,
        type=type_,
        required=False,
        optional=True,
        computed=False,
        deprecated=False,
        python=name,
        struct=struct,
        fields=fields.arguments if fields else MappingProxyType({}),
    )


def _block(*arguments: Argument) -> Block:
    return Block(
        MappingProxyType({argument.name: argument for argument in arguments}), MappingProxyType({}), open=False
    )


def _of(type_: str, names: str) -> list[Argument]:
    return [_argument(name, type_) for name in names.split()]


# Lists of what is no value: constructs, and names of arguments, of which "all" is one word.
DEPENDENCIES = "list(construct)"
IGNORED = "list(argument)"

LIFECYCLE = _block(
    *_of("bool", "create_before_destroy prevent_destroy"),
    _argument("ignore_changes", IGNORED),
    *_of("any", "precondition postcondition replace_triggered_by"),
)

META = _block(
    _argument("lifecycle", "object", LIFECYCLE, struct="TerraformResourceLifecycle"),
    _argument("depends_on", DEPENDENCIES),
    *_of("any", "connection count for_each provider provisioners"),
)

OUTPUT = _block(
    *_of("any", "value depends_on precondition"), *_of("string", "description"), *_of("bool", "sensitive static_id")
)

VARIABLE = _block(
    *_of("any", "default validation"), *_of("string", "description type"), *_of("bool", "nullable sensitive")
)

OF_KIND = {Kind.OUTPUT: OUTPUT, Kind.INPUT: VARIABLE}

BACKENDS = {
    "s3": _block(
        *_of("any", "assume_role assume_role_with_web_identity endpoints assume_role_tags"),
        *_of(
            "string",
            "access_key acl assume_role_policy bucket custom_ca_bundle dynamodb_endpoint dynamodb_table"
            " ec2_metadata_service_endpoint ec2_metadata_service_endpoint_mode endpoint external_id http_proxy"
            " https_proxy iam_endpoint key kms_key_id no_proxy profile region retry_mode role_arn secret_key"
            " session_name shared_credentials_file sse_customer_key sts_endpoint sts_region token workspace_key_prefix",
        ),
        *_of(
            "bool",
            "encrypt force_path_style insecure skip_credentials_validation skip_metadata_api_check"
            " skip_region_validation skip_requesting_account_id skip_s3_checksum use_legacy_workflow use_path_style",
        ),
        *_of("number", "max_retries"),
        *_of(
            "list(string)",
            "allowed_account_ids assume_role_policy_arns assume_role_transitive_tag_keys forbidden_account_ids"
            " shared_config_files shared_credentials_files",
        ),
    )
}
"""By the name of the backend. A lock file is nothing that cdktf 0.21 takes of one: it wants an override."""
