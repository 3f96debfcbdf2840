import os

from cdktf import App, TerraformStack, TerraformOutput
from constructs import Construct
from cdktf_cdktf_provider_aws.provider import AwsProvider, AwsProviderDefaultTags
from cdktf_cdktf_provider_aws.apigatewayv2_api import Apigatewayv2Api
from cdktf_cdktf_provider_aws.apigatewayv2_route import Apigatewayv2Route
from cdktf_cdktf_provider_aws.apigatewayv2_integration import ApiGatewayV2Integration
from cdktf_cdktf_provider_aws.apigatewayv2_stage import Apigatewayv2Stage, Apigatewayv2StageAccessLogSettings
from cdktf_cdktf_provider_aws.cloudwatch_log_group import CloudwatchLogGroup
from cdktf_cdktf_provider_aws.dynamodb_table import DynamodbTable
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.iam_role import IamRole


ROUTES = ["$connect", "$disconnect", "message"]


class SupportChat(TerraformStack):
    def __init__(self, scope: Construct, construct_id: str, tags: dict):
        super().__init__(scope, construct_id)
        AwsProvider(self, "aws", region="us-west-2", default_tags=AwsProviderDefaultTags(tags=tags))

        self.connections = DynamodbTable(
            self,
            "connections",
            name="chat-connections",
            billing_mode="PAY_PER_REQUEST",
            hash_key="connection_id",
            attributes=[{"name": "connection_id", "type": "S"}],
            ttl=[{"attribute_name": "expires", "enabled": True}],
        )
        self.role = IamRole(
            self,
            "role",
            name="chat",
            assume_role_policy='{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}]}',
            managed_policy_arns="arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
        )
        self.api = Apigatewayv2Api(
            self,
            "api",
            name="support-chat",
            protocol_type="WEBSOCKET",
            route_selection_expression="$request.body.action",
        )
        for route in ROUTES:
            self._route(route.strip("$"), route)

        log_group = CloudwatchLogGroup(self, "access_logs", name="/apigateway/support-chat", retention_in_days=30)
        stage = Apigatewayv2Stage(
            self,
            "stage",
            api_id=self.api.id,
            stage_name="prod",
            auto_deploy=True,
            access_log_settings=Apigatewayv2StageAccessLogSettings(
                destination=log_group.arn,
                format="$context.requestId $context.status",
            ),
            default_route_settings={"throttling_burst_limit": 100, "throttling_rate_limit": 50},
        )
        TerraformOutput(self, "socket_url", value=stage.invoke_url)

    def _route(self, name: str, key: str) -> None:
        function = LambdaFunction(
            self,
            f"function_{name}",
            function_name=f"chat-{name}",
            role=self.role.arn,
            runtime="nodejs20.x",
            handler=f"{name}.handler",
            s3_bucket="acme-code",
            s3_key=f"chat/{name}.zip",
            environment={"TABLE": self.connections.name},
        )
        integration = ApiGatewayV2Integration(
            self,
            f"integration_{name}",
            api_id=self.api.id,
            integration_type="AWS_PROXY",
            integration_uri=function.invoke_arn,
        )
        Apigatewayv2Route(
            self,
            f"route_{name}",
            api_id=self.api.id,
            route_key=key,
            target=f"integrations/{integration.id}",
        )


app = App()
SupportChat(app, "support-chat", tags={"Owner": os.environ.get("OWNER", "support")})
app.synth()
