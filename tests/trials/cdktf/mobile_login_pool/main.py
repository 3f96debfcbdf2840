from cdktf import App, TerraformStack, TerraformOutput
from constructs import Construct
from cdktf_cdktf_provider_aws import AwsProvider
from cdktf_cdktf_provider_aws.cognito_user_pool import (
    CognitoUserPool,
    CognitoUserPoolPasswordPolicy,
    CognitoUserPoolSchema,
    CognitoUserPoolAccountRecoverySetting,
)
from cdktf_cdktf_provider_aws.cognito_user_pool_client import CognitoUserPoolClient
from cdktf_cdktf_provider_aws.cognito_user_pool_domain import CognitoUserPoolDomain
from cdktf_cdktf_provider_aws.cognito_identity_pool import CognitoIdentityPool


class LoginStack(TerraformStack):
    def __init__(self, scope: Construct, ns: str):
        super().__init__(scope, ns)
        AwsProvider(self, "aws", region="eu-west-1")

        pool = CognitoUserPool(self, "pool", name="mobile-users",
                               mfa_configuration="OPTIONAL",
                               auto_verified_attributes="email",
                               username_attributes=["email"],
                               software_token_mfa_configuration={"enabled": True},
                               password_policy=CognitoUserPoolPasswordPolicy(
                                   min_length=12,
                                   require_lowercase=True,
                                   require_numbers=True,
                                   require_symbols=False,
                                   require_uppercase=True,
                               ),
                               schema=[
                                   CognitoUserPoolSchema(name="plan", type="String", mutable=True),
                               ],
                               account_recovery_setting=CognitoUserPoolAccountRecoverySetting(
                                   recovery_mechanism=[{"name": "verified_email", "priority": 1}],
                               ))

        client = CognitoUserPoolClient(self, "client",
                                       name="mobile-app",
                                       user_pool_id=pool.id,
                                       explicit_auth_flows=["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
                                       token_validity_units={"access_token": "minutes"},
                                       access_token_validity=30)

        CognitoUserPoolDomain(self, "domain", domain="acme-mobile-login", user_pool=pool.id)

        CognitoIdentityPool(self, "identities",
                            identity_pool_name="mobile",
                            allow_unauthenticated_identities=False,
                            cognito_identity_providers=[{
                                "client_id": client.id,
                                "provider_name": pool.endpoint,
                                "server_side_token_check": True,
                            }])

        TerraformOutput(self, "pool_id", value=pool.id)
        TerraformOutput(self, "client_id", value=client.id)


app = App()
LoginStack(app, "login")
app.synth()
