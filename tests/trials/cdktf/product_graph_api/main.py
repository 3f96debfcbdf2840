from cdktf import App, TerraformStack, TerraformOutput
from constructs import Construct
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.appsync_graphql_api import AppSyncGraphqlApi
from cdktf_cdktf_provider_aws.appsync_datasource import AppsyncDatasource
from cdktf_cdktf_provider_aws.appsync_resolver import AppsyncResolver
from cdktf_cdktf_provider_aws.dynamodb_table import DynamoDBTable, DynamodbTableAttribute
from cdktf_cdktf_provider_aws.iam_role import IAMRole
from cdktf_cdktf_provider_aws.iam_role_policy import IamRolePolicy
import json

SCHEMA = """
type Product { id: ID!, title: String, price: Int }
type Query { product(id: ID!): Product }
"""

REQUEST = """{
  "version": "2018-05-29",
  "operation": "GetItem",
  "key": {"id": $util.dynamodb.toDynamoDBJson($ctx.args.id)}
}"""


class ProductGraph(TerraformStack):
    def __init__(self, scope: Construct, id: str, **options):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region=options.get("region", "us-east-1"))

        products = DynamoDBTable(
            self, "products",
            name="products",
            billing_mode="PAY_PER_REQUEST",
            hash_key="id",
            attribute=[
                DynamodbTableAttribute(name="id", type="S"),
                DynamodbTableAttribute(name="category", type="S"),
            ],
            global_secondary_index=[
                {
                    "name": "by-category",
                    "hash_key": "category",
                    "projection_type": "ALL",
                }
            ],
            server_side_encryption=[{"enabled": True}],
        )
        role = IAMRole(
            self, "role",
            name="product-graph",
            assume_role_policy=json.dumps({
                "Version": "2012-10-17",
                "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "appsync.amazonaws.com"}}],
            }),
        )
        IamRolePolicy(self, "reads", role=role.id, policy=json.dumps({
            "Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": products.table_arn}],
        }))

        api = AppSyncGraphqlApi(
            self, "api",
            name="products",
            auth_type="AWS_IAM",
            schema=SCHEMA,
            xray_enabled=True,
        )
        source = AppsyncDatasource(
            self, "source",
            api_id=api.id,
            name="products",
            type="AMAZON_DYNAMODB",
            service_role_arn=role.arn,
            dynamodb_config=[{"table_name": products.name}],
        )
        AppsyncResolver(
            self, "product",
            api_id=api.id,
            type="Query",
            field="product",
            data_source=source.name,
            request_template=REQUEST,
            response_template="$util.toJson($ctx.result)",
        )
        TerraformOutput(self, "graph_id", value=api.id)


app = App()
ProductGraph(app, "graph", region="us-east-2")
app.synth()
