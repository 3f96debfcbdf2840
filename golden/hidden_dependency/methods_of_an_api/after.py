from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.api_gateway_deployment import ApiGatewayDeployment
from cdktf_cdktf_provider_aws.api_gateway_integration import ApiGatewayIntegration
from cdktf_cdktf_provider_aws.api_gateway_rest_api import ApiGatewayRestApi


class ApiStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        api = ApiGatewayRestApi(self, "api", name="orders")
        read = ApiGatewayIntegration(
            self, "read", rest_api_id=api.id, resource_id=api.root_resource_id, http_method="GET", type="MOCK"
        )
        write = ApiGatewayIntegration(
            self, "write", rest_api_id=api.id, resource_id=api.root_resource_id, http_method="PUT", type="MOCK"
        )
        # what is public
        ApiGatewayDeployment(self, "deployment", rest_api_id=api.id, depends_on=[read, write])
