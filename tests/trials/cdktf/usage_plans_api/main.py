from cdktf import App, TerraformStack, TerraformOutput, Token
from constructs import Construct
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.api_gateway_rest_api import ApiGatewayRestApi, ApiGatewayRestApiEndpointConfiguration
from cdktf_cdktf_provider_aws.api_gateway_resource import ApiGatewayResource
from cdktf_cdktf_provider_aws.api_gateway_method import ApiGatewayMethod
from cdktf_cdktf_provider_aws.api_gateway_integration import ApiGatewayIntegration
from cdktf_cdktf_provider_aws.api_gateway_deployment import ApiGatewayDeployment
from cdktf_cdktf_provider_aws.api_gateway_stage import ApiGatewayStage
from cdktf_cdktf_provider_aws.api_gateway_method_settings import ApiGatewayMethodSettings
from cdktf_cdktf_provider_aws.api_gateway_usage_plan import ApiGatewayUsagePlan
from cdktf_cdktf_provider_aws.api_gateway_usage_plan_key import ApiGatewayUsagePlanKey
from cdktf_cdktf_provider_aws.api_gateway_api_key import ApiGatewayApiKey

PLANS = [("bronze", 1000, 5), ("silver", 10000, 20), ("gold", 100000, 100)]


class UsagePlansStack(TerraformStack):
    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-1")
        api = ApiGatewayRestApi(
            self, "api",
            name="rates",
            endpoint_configuration=[ApiGatewayRestApiEndpointConfiguration(types=["REGIONAL"])],
        )
        rates = ApiGatewayResource(self, "rates", api_id=api.id, parent_id=api.root_resource_id, path_part="rates")
        method = ApiGatewayMethod(
            self, "get_rates",
            rest_api_id=api.id,
            resource_id=rates.id,
            http_method="GET",
            authorization="NONE",
            api_key_required="true",
            request_parameters={"method.request.querystring.currency": True},
        )
        integration = ApiGatewayIntegration(
            self, "get_rates_mock",
            rest_api_id=api.id,
            resource_id=rates.id,
            http_method=method.http_method,
            type="MOCK",
            request_templates=[{"application/json": '{"statusCode": 200}'}],
        )
        deployment = ApiGatewayDeployment(
            self, "deployment",
            rest_api_id=api.id,
            depends_on=integration,
            lifecycle={"createBeforeDestroy": True},
        )
        stage = ApiGatewayStage(self, "stage", rest_api_id=api.id, deployment_id=deployment.id, stage_name="v1")
        ApiGatewayMethodSettings(
            self, "throttle",
            rest_api_id=api.id,
            stage_name=stage.stage_name,
            method_path="*/*",
            settings=[{"metrics_enabled": True, "logging_level": "INFO"}],
        )
        for name, quota, rate in PLANS:
            plan = ApiGatewayUsagePlan(
                self, f"plan_{name}",
                name=name,
                api_stages=[{"api_id": api.id, "stage": stage.stage_name}],
                quota={"limit": quota, "period": "DAY"},
                throttle={"rate_limit": rate, "burst_limit": rate * 2},
            )
            key = ApiGatewayApiKey(self, f"key_{name}", name=name)
            ApiGatewayUsagePlanKey(self, f"plan_key_{name}", key_id=key.id, key_type="API_KEY", usage_plan_id=plan.id)
        TerraformOutput(self, "url", value=stage.invoke_url)


app = App()
UsagePlansStack(app, "usage-plans")
app.synth()
