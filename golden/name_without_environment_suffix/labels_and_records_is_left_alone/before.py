from cdktf import App, TerraformStack
from cdktf_cdktf_provider_aws.lambda_permission import LambdaPermission
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.route53_record import Route53Record
from constructs import Construct


class OrderStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, function_name: str) -> None:
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="eu-west-1")
        Route53Record(
            self,
            "record",
            zone_id="Z0123456789ABCDEFGHIJ",
            name="shop.acme.example",  # what customers type
            type="CNAME",
            ttl=60,
            records=["lb.acme.example"],
        )
        LambdaPermission(
            self,
            "events",
            statement_id="AllowEvents",
            action="lambda:InvokeFunction",
            function_name=function_name,
            principal="events.amazonaws.com",
        )


app = App()
OrderStack(app, "orders", "resize")
app.synth()
