from __future__ import annotations

import json

import pytest

from iacfix.transforms.facts import terraform
from iacfix.transforms.facts.terraform import Argument, Block, Schema, majors, provider, structs_of

NAMES = ["archive", "aws", "local", "null", "random", "time", "tls"]

FIVE = provider("aws", 5)
SIX = provider("aws", 6)


def names(block: Block, kind: str) -> set[str]:
    return {argument.name for argument in block.arguments.values() if getattr(argument, kind)}


def test_every_provider_is_known() -> None:
    for name in NAMES:
        newest = provider(name)
        assert newest.name == newest.configuration.type == name
        assert newest.version.startswith(f"{newest.major}.")
        assert newest.version == majors(name)[newest.major]
        assert newest is provider(name, newest.major)


def test_both_majors_of_aws_are_known() -> None:
    assert list(majors("aws")) == [5, 6]
    assert provider() is SIX
    assert FIVE.version.startswith("5.")
    assert len(FIVE.resources) > 1400
    assert len(SIX.resources) > 1400
    assert len(SIX.data) > 600


def test_unknown_providers_and_majors_say_what_is_known() -> None:
    with pytest.raises(LookupError, match="no facts about provider azurerm, only about archive, aws, local"):
        provider("azurerm")
    with pytest.raises(LookupError, match="no facts about provider aws 4, only about 5, 6"):
        provider("aws", 4)


@pytest.mark.parametrize("name", NAMES)
def test_everything_decodes(name: str) -> None:
    for major in majors(name):
        facts = provider(name, major)
        for schemas in (facts.resources, facts.data, facts.ephemeral):
            for type_, schema in schemas.items():
                assert schema.type == type_
                assert facts.modules[schema.module] is not None
                assert not schema.arguments.keys() & schema.blocks.keys()


def test_facts_stay_small() -> None:
    assert sum(file.stat().st_size for file in terraform.DATA.glob("terraform_*")) < 600_000


def test_files_say_what_they_are_made_from() -> None:
    for name in NAMES:
        header = json.loads((terraform.DATA / f"terraform_{name}.zz").read_bytes().partition(terraform.BEFORE_BODY)[0])
        assert header["provider"] == name
        assert len(header["versions"]) == len(header["derived from"])
        assert all(f"-provider-{name}==" in package for package in header["derived from"])
        assert header["made"] >= "2026-11-21"


def test_s3_bucket_versioning() -> None:
    schema = SIX.resources["aws_s3_bucket_versioning"]
    assert (schema.module, schema.python) == ("s3_bucket_versioning", "S3BucketVersioningA")
    assert names(schema, "required") == {"bucket"}
    block = schema.blocks["versioning_configuration"]
    assert (block.nesting, block.min, block.max) == ("list", 1, 1)
    assert block.struct == "S3BucketVersioningVersioningConfiguration"
    assert names(block.block, "required") == {"status"}


def test_lambda_function() -> None:
    schema = SIX.resources["aws_lambda_function"]
    assert names(schema, "required") == {"function_name", "role"}
    assert schema.arguments["timeout"].type == "number"
    assert schema.arguments["publish"].type == "bool"
    assert schema.arguments["layers"].type == "list(string)"
    assert schema.arguments["replacement_security_group_ids"].type == "set(string)"
    assert schema.arguments["tags"].type == "map(string)"
    assert schema.arguments["arn"] == Argument(
        "arn",
        "string",
        required=False,
        optional=False,
        computed=True,
        deprecated=False,
        python="arn",
        struct=None,
        fields={},
    )
    assert not schema.arguments["invoke_arn"].settable
    assert schema.arguments["source_code_hash"].settable
    assert schema.blocks["environment"].max == 1
    assert schema.blocks["environment"].struct == "LambdaFunctionEnvironment"
    assert schema.blocks["timeouts"].nesting == "single"
    assert names(schema.blocks["vpc_config"].block, "required") == {"security_group_ids", "subnet_ids"}


def test_security_group_rules_are_attributes_that_hold_objects() -> None:
    ingress = SIX.resources["aws_security_group"].arguments["ingress"]
    assert (ingress.type, ingress.struct) == ("set(object)", "SecurityGroupIngress")
    assert ingress.settable
    assert ingress.fields["cidr_blocks"].type == "list(string)"
    assert ingress.fields["security_groups"].type == "set(string)"
    assert ingress.fields["self"].python == "self_attribute"


def test_db_instance() -> None:
    schema = SIX.resources["aws_db_instance"]
    assert names(schema, "required") == {"instance_class"}
    assert "name" not in schema.arguments
    assert schema.arguments["allocated_storage"].type == "number"
    assert schema.arguments["vpc_security_group_ids"].type == "set(string)"
    assert {"address", "endpoint", "hosted_zone_id"} <= schema.arguments.keys() - {
        name for name, argument in schema.arguments.items() if argument.settable
    }
    assert schema.blocks["restore_to_point_in_time"].max == 1


def test_autoscaling_group() -> None:
    schema = SIX.resources["aws_autoscaling_group"]
    assert names(schema, "required") == {"max_size", "min_size"}
    assert "tags" not in schema.arguments
    assert (schema.blocks["tag"].nesting, schema.blocks["tag"].min, schema.blocks["tag"].max) == ("set", 0, None)
    assert names(schema.blocks["tag"].block, "required") == {"key", "propagate_at_launch", "value"}


def test_eip_has_no_vpc_in_6() -> None:
    assert FIVE.resources["aws_eip"].arguments["vpc"].deprecated
    assert "vpc" not in SIX.resources["aws_eip"].arguments
    assert "domain" in FIVE.resources["aws_eip"].arguments


def test_region_is_an_argument_of_resources_in_6() -> None:
    assert "region" not in FIVE.resources["aws_sqs_queue"].arguments
    assert SIX.resources["aws_sqs_queue"].arguments["region"].settable


def test_caller_region() -> None:
    five, six = FIVE.data["aws_region"].arguments, SIX.data["aws_region"].arguments
    assert "region" not in five
    assert six["region"].settable
    assert not five["name"].deprecated
    assert six["name"].deprecated


def test_what_6_dropped() -> None:
    assert {"stage_name", "invoke_url"} <= FIVE.resources["aws_api_gateway_deployment"].arguments.keys()
    assert not {"stage_name", "invoke_url"} & SIX.resources["aws_api_gateway_deployment"].arguments.keys()
    assert "logging" in FIVE.resources["aws_redshift_cluster"].blocks
    assert "logging" not in SIX.resources["aws_redshift_cluster"].blocks
    assert FIVE.resources["aws_opsworks_stack"].deprecated
    assert "aws_opsworks_stack" not in SIX.resources


def test_what_became_a_list_in_6() -> None:
    assert FIVE.resources["aws_verifiedpermissions_schema"].blocks["definition"].nesting == "single"
    assert SIX.resources["aws_verifiedpermissions_schema"].blocks["definition"].nesting == "list"


def test_deprecated_blocks_and_arguments() -> None:
    for facts in (FIVE, SIX):
        bucket = facts.resources["aws_s3_bucket"]
        assert bucket.blocks["versioning"].deprecated
        assert bucket.arguments["acl"].deprecated
        assert not bucket.arguments["bucket"].deprecated
    assert provider("random").resources["random_password"].arguments["number"].deprecated
    assert not FIVE.resources["aws_evidently_project"].deprecated
    assert SIX.resources["aws_evidently_project"].deprecated


def test_statements_of_waf_have_no_class() -> None:
    statement = SIX.resources["aws_wafv2_web_acl"].blocks["rule"].block.blocks["statement"]
    assert (statement.nesting, statement.min, statement.max, statement.struct) == ("list", 1, 1, "")
    assert not statement.block.open
    assert "Wafv2WebAclRuleStatement" not in structs_of(SIX.resources["aws_wafv2_web_acl"])


def test_statements_of_waf_hold_statements_three_deep() -> None:
    for facts in (FIVE, SIX):
        block = facts.resources["aws_wafv2_web_acl"].blocks["rule"].block.blocks["statement"].block
        assert "managed_rule_group_statement" in block.blocks
        for depth in range(3):
            assert {"and_statement", "byte_match_statement"} <= block.blocks.keys(), depth
            inner = block.blocks["and_statement"].block.blocks["statement"]
            assert (inner.min, inner.max) == (1, None)
            block = inner.block
        assert "and_statement" not in block.blocks
        assert block.blocks["byte_match_statement"].block.blocks["text_transformation"].nesting == "set"


def test_what_6_adds_to_the_statements_of_waf() -> None:
    path = ("rule", "statement", "managed_rule_group_statement", "managed_rule_group_configs")
    for facts in (FIVE, SIX):
        block: Block = facts.resources["aws_wafv2_web_acl"]
        for name in path:
            block = block.blocks[name].block
        assert ("aws_managed_rules_anti_ddos_rule_set" in block.blocks) is (facts is SIX)


def test_a_group_of_rules_has_no_groups_in_it() -> None:
    statement = SIX.resources["aws_wafv2_rule_group"].blocks["rule"].block.blocks["statement"].block
    assert "rate_based_statement" in statement.blocks
    assert "managed_rule_group_statement" not in statement.blocks


def test_policy_document() -> None:
    statement = SIX.data["aws_iam_policy_document"].blocks["statement"]
    assert (statement.nesting, statement.min, statement.max) == ("list", 0, None)
    assert statement.block.arguments["not_actions"].type == "set(string)"
    assert statement.block.blocks["principals"].nesting == "set"
    assert not SIX.data["aws_iam_policy_document"].arguments["json"].settable


def test_configuration_of_the_provider() -> None:
    configuration = SIX.configuration
    assert configuration.arguments["region"].type == "string"
    assert configuration.blocks["assume_role"].block.arguments["policy_arns"].type == "set(string)"
    assert configuration.blocks["default_tags"].block.arguments["tags"].type == "map(string)"


def test_ephemeral_resources() -> None:
    secret = SIX.ephemeral["aws_secretsmanager_secret_version"]
    assert secret.mode == "ephemeral"
    assert names(secret, "required") == {"secret_id"}
    assert not FIVE.ephemeral


def test_small_providers() -> None:
    archive = provider("archive").data["archive_file"]
    assert names(archive, "required") == {"output_path", "type"}
    assert archive.blocks["source"].nesting == "set"
    assert names(provider("random").resources["random_id"], "required") == {"byte_length"}
    assert provider("null").resources["null_resource"].arguments["triggers"].type == "map(string)"
    assert provider("tls").resources["tls_private_key"].arguments["rsa_bits"].type == "number"
    assert provider("local").resources["local_file"].python == "File"
    assert provider("time").resources["time_sleep"].module == "sleep"


def test_resources_by_class() -> None:
    schema = SIX.class_named("s3_bucket_versioning", "S3BucketVersioningA")
    assert isinstance(schema, Schema)
    assert schema is SIX.modules["s3_bucket_versioning"] is SIX.resources["aws_s3_bucket_versioning"]
    assert schema.type == "aws_s3_bucket_versioning"
    assert SIX.class_named("s3_bucket_versioning", "S3BucketVersioningAConfig") is schema
    assert SIX.class_named("data_aws_region", "DataAwsRegion") is SIX.modules["data_aws_region"]
    assert SIX.class_named("provider", "AwsProvider") is SIX.modules["provider"]
    assert SIX.packages == ("cdktf_cdktf_provider_aws", "cdktn_provider_aws")


def test_structs_by_class() -> None:
    block = SIX.class_named("s3_bucket_lifecycle_configuration", "S3BucketLifecycleConfigurationRuleTransition")
    assert block is not None
    assert names(block, "required") == {"storage_class"}
    fields = SIX.class_named("security_group", "SecurityGroupIngress")
    assert fields is not None
    assert "from_port" in fields.arguments


def test_classes_whose_name_ends_in_config() -> None:
    waf = SIX.class_named("wafv2_web_acl_association", "Wafv2WebAclAssociationConfigA")
    assert waf is SIX.resources["aws_wafv2_web_acl_association"]
    connect = SIX.class_named("connect_hours_of_operation", "ConnectHoursOfOperationConfigA")
    assert connect is SIX.resources["aws_connect_hours_of_operation"].blocks["config"].block


def test_unknown_classes_are_none() -> None:
    assert SIX.class_named("s3_bucket", "S3Buckets") is None
    assert SIX.class_named("s4_bucket", "S3Bucket") is None


def test_irregular_classes() -> None:
    irregular = {schema.python for schema in SIX.resources.values() if schema.python == f"{regular(schema.type)}A"}
    assert irregular == {
        "AutoscalingGroupTagA",
        "DynamodbTableReplicaA",
        "Ec2ManagedPrefixListEntryA",
        "NetworkInterfaceAttachmentA",
        "S3BucketLoggingA",
        "S3BucketObjectLockConfigurationA",
        "S3BucketReplicationConfigurationA",
        "S3BucketServerSideEncryptionConfigurationA",
        "S3BucketVersioningA",
        "VpcPeeringConnectionAccepterA",
        "Wafv2WebAclRuleA",
    }


def regular(type_: str) -> str:
    return "".join(word.capitalize() for word in type_.removeprefix("aws_").split("_"))


def test_lookups_do_not_decode_everything() -> None:
    resources = terraform.Schemas({"broken": "resource broken"}, 6)
    assert "broken" in resources
    assert list(resources) == ["broken"]
    assert len(resources) == 1
