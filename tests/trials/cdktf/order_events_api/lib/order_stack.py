"""Order intake: HTTP endpoint, Lambda and table."""
from cdktf import TerraformOutput, TerraformStack, TerraformAsset, AssetType, Fn
from cdktf_cdktf_provider_aws.provider import AwsProvider, AwsProviderDefaultTags
from cdktf_cdktf_provider_aws.api_gateway_rest_api import ApiGatewayRestApi
from cdktf_cdktf_provider_aws.api_gateway_resource import ApiGatewayResource
from cdktf_cdktf_provider_aws.api_gateway_method import ApiGatewayMethod, ApiGatewayMethodSettings
from cdktf_cdktf_provider_aws.api_gateway_integration import ApiGatewayIntegration
from cdktf_cdktf_provider_aws.api_gateway_deployment import ApiGatewayDeployment
from cdktf_cdktf_provider_aws.api_gateway_stage import ApiGatewayStage
from cdktf_cdktf_provider_aws.dynamodb_table import (
    DynamodbTable,
    DynamodbTableAttribute,
    DynamodbTableGlobalSecondaryIndex,
    DynamodbTablePointInTimeRecovery,
)
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.lambda_permission import LambdaPermission
from constructs import Construct
import json


class OrderApiStack(TerraformStack):
    """Everything that takes an order in."""

    def __init__(self, scope: Construct, stack_id: str, **kwargs):
        super().__init__(scope, stack_id)
        suffix = kwargs.get("environment_suffix", "dev")
        region = kwargs.get("aws_region", "us-east-1")
        default_tags = kwargs.get("default_tags", {})

        AwsProvider(
            self,
            "aws",
            region=region,
            default_tags={"tags": default_tags},
        )

        table = self._table(suffix)
        function = self._function(suffix, table)
        self._api(suffix, function)

    def _table(self, suffix: str) -> DynamodbTable:
        return DynamodbTable(
            self,
            "orders",
            name=f"orders-{suffix}",
            billing_mode="PAY_PER_REQUEST",
            hash_key="order_id",
            attribute=[
                DynamodbTableAttribute(name="order_id", type="S"),
                DynamodbTableAttribute(name="customer_id", type="S"),
            ],
            global_secondary_index=[
                DynamodbTableGlobalSecondaryIndex(
                    index_name="by-customer",
                    hash_key="customer_id",
                    projection_type="ALL",
                )
            ],
            point_in_time_recovery=[DynamodbTablePointInTimeRecovery(enabled=True)],
        )

    def _function(self, suffix: str, table: DynamodbTable) -> LambdaFunction:
        role = IamRole(
            self,
            "intake_role",
            name=f"order-intake-{suffix}",
            assume_role_policy=json.dumps({
                "Version": "2012-10-17",
                "Statement": [{
                    "Effect": "Allow",
                    "Principal": {"Service": "lambda.amazonaws.com"},
                    "Action": "sts:AssumeRole",
                }],
            }),
        )
        IamRolePolicyAttachment(
            self,
            "intake_basic",
            role=role.name,
            policy_arn="arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
        )
        return LambdaFunction(
            self,
            "intake",
            function_name=f"order-intake-{suffix}",
            role=role.arn,
            runtime="python3.12",
            handler="intake.handler",
            filename="intake.zip",
            timeout="30",
            environment=[{"variables": {"TABLE_NAME": table.name}}],
        )

    def _api(self, suffix: str, function: LambdaFunction) -> None:
        api = ApiGatewayRestApi(self, "api", name=f"orders-{suffix}")
        orders = ApiGatewayResource(
            self, "orders_resource", rest_api_id=api.id, parent_id=api.root_resource_id, path_part="orders"
        )
        method = ApiGatewayMethod(
            self,
            "post_orders",
            rest_api_id=api.id,
            resource_id=orders.id,
            http_method="POST",
            authorization="AWS_IAM",
        )
        integration = ApiGatewayIntegration(
            self,
            "post_orders_integration",
            rest_api_id=api.id,
            resource_id=orders.id,
            http_method=method.http_method,
            integration_http_method="POST",
            integration_type="AWS_PROXY",
            uri=function.invoke_arn,
        )
        deployment = ApiGatewayDeployment(self, "deployment", rest_api_id=api.id, depends_on=[integration])
        stage = ApiGatewayStage(
            self, "stage", rest_api_id=api.id, deployment_id=deployment.id, stage_name="v1"
        )
        LambdaPermission(
            self,
            "api_invokes_intake",
            action="lambda:InvokeFunction",
            function_name=function.function_name,
            principal="apigateway.amazonaws.com",
            source_arn=f"{api.execution_arn}/*/*",
        )
        TerraformOutput(self, "invoke_url", value=stage.invoke_url)
