"""Data sources that tell about the account, the region, the caller: they always take the same arguments, or none.

From the schemas and the pages of the providers at https://registry.terraform.io/browse/providers, 2026-11-21.
"""

from __future__ import annotations

from iacfix.transforms.model import EMPTY, Literal, Mapping, mapping

ARGUMENTS: dict[str, Mapping] = {
    "aws_availability_zones": mapping(state=Literal("available")),
    "aws_caller_identity": EMPTY,
    "aws_canonical_user_id": EMPTY,
    "aws_default_tags": EMPTY,
    "aws_elb_service_account": EMPTY,
    "aws_partition": EMPTY,
    "aws_region": EMPTY,
    "azurerm_client_config": EMPTY,
    "azurerm_subscription": EMPTY,
    "google_client_config": EMPTY,
    "google_project": EMPTY,
}
"""What they are declared with, by type."""
