"""What can be asked of the classes of CDKTF itself: their methods, their attributes, and what their objects have.

From cdktf 0.21 and constructs 10.8 for Python, read in November 2026; cdktn 0.24, the fork, has all of these too.

https://developer.hashicorp.com/terraform/cdktf/api-reference/python
"""

from __future__ import annotations

import re

_LINES = """
Construct: is_construct node to_string with_
App Construct: cross_stack_reference hcl_output is_app manifest of outdir skip_backend_validation skip_validation
  synth target_stack_id
Annotations: add_error add_info add_warning of
Aspects: add all of
Lazy: any_value list_value number_value string_value
Testing: app enable_future_flags fake_cdktf_json_path full_synth render_construct_tree setup_jest stub_version synth
  synth_hcl synth_scope to_be_valid_terraform to_have_data_source to_have_data_source_with_properties to_have_provider
  to_have_provider_with_properties to_have_resource to_have_resource_with_properties
Token: ANY_MAP_TOKEN_VALUE NUMBER_MAP_TOKEN_VALUE STRING_MAP_TOKEN_VALUE as_any as_any_map as_boolean_map as_list
  as_map as_number as_number_list as_number_map as_string as_string_map is_unresolved null_value
Tokenization: is_resolvable resolve reverse reverse_list reverse_map reverse_number reverse_number_list reverse_string
  stringify_number
VariableType: ANY BOOL LIST LIST_BOOL LIST_NUMBER LIST_STRING MAP MAP_BOOL MAP_NUMBER MAP_STRING NUMBER SET SET_BOOL
  SET_NUMBER SET_STRING STRING list map object set tuple
TerraformAsset Construct: asset_hash file_name path type
TerraformStack Construct: add_dependency add_override all_providers dependencies depends_on ensure_backend_exists
  get_logical_id has_resource_move is_stack move_targets of prepare_stack register_incoming_cross_stack_reference
  register_outgoing_cross_stack_reference run_all_validations synthesizer to_hcl_terraform to_terraform
TerraformElement Construct: add_override cdktf_stack fqn friendly_unique_id is_terraform_element override_logical_id
  reset_override_logical_id to_hcl_terraform to_metadata to_terraform
TerraformBackend TerraformElement: get_remote_state_data_source is_backend
TerraformVariable TerraformElement: add_validation boolean_value default description list_value nullable number_value
  sensitive string_value synthesize_attributes synthesize_hcl_attributes type validation value
TerraformLocal TerraformElement: as_any_map as_boolean as_boolean_map as_list as_number as_number_map as_string
  as_string_map expression
TerraformOutput TerraformElement: depends_on description is_terraform_output precondition sensitive static_id value
TerraformHclModule TerraformElement: add_provider depends_on for_each get get_boolean get_list get_number get_string
  interpolation_for_output providers set skip_asset_creation_from_local_modules source variables version
TerraformRemoteState TerraformElement: TF_RESOURCE_TYPE get get_boolean get_list get_number get_string
TerraformDataSource TerraformElement: TF_RESOURCE_TYPE count depends_on for_each generate_config_for_import
  get_any_map_attribute get_boolean_attribute get_boolean_map_attribute get_list_attribute get_number_attribute
  get_number_list_attribute get_number_map_attribute get_string_attribute get_string_map_attribute
  interpolation_for_attribute is_terraform_data_source lifecycle provider terraform_generator_metadata
  terraform_meta_arguments
  terraform_resource_type
TerraformResource TerraformElement: TF_RESOURCE_TYPE add_move_target connection count depends_on for_each
  generate_config_for_import get_any_map_attribute get_boolean_attribute get_boolean_map_attribute get_list_attribute
  get_number_attribute get_number_list_attribute get_number_map_attribute get_string_attribute
  get_string_map_attribute has_resource_move import_from interpolation_for_attribute is_terraform_resource lifecycle
  move_from_id move_to move_to_id provider provisioners terraform_generator_metadata terraform_meta_arguments
  terraform_resource_type
TerraformIterator: dynamic for_expression_for_list for_expression_for_map from_complex_list from_data_sources
  from_list from_map from_resources get_any get_any_map get_boolean get_boolean_map get_list get_map get_number
  get_number_list get_number_map get_string get_string_map key keys pluck_property value values
"""


def _read() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in re.split(r"\n(?! )", _LINES.strip()):
        head, _, names = line.partition(":")
        name, _, base = head.partition(" ")
        found[name] = frozenset(names.split()) | found.get(base, frozenset())
    return found


MEMBERS = _read()
"""By class, with what it has from those that it stands on."""


def class_of(name: str) -> str:
    """Return the class above that tells what the library's class *name* has; empty where none does."""
    if name in MEMBERS:
        return name
    if name.endswith("Backend"):
        return "TerraformBackend"
    return "TerraformRemoteState" if name.startswith("DataTerraformRemoteState") else ""
