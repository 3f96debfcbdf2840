from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy import IamRolePolicy
from cdktf_cdktf_provider_aws.lambda_event_source_mapping import LambdaEventSourceMapping
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue


class WorkerStack(TerraformStack):
    def __init__(self, scope, id, trust_policy="{}", bucket="inbox"):
        super().__init__(scope, id)

        jobs = SqsQueue(self, "jobs", name="jobs")
        role = IamRole(self, "role", name="worker", assume_role_policy=trust_policy)

        # JSON as the console shows it
        IamRolePolicy(
            self,
            "policy",
            role=role.name,
            policy=f"""{{
  "Version": "2012-10-17",
  "Statement": [
    {{
      "Effect": "Allow",
      "Action": ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ListQueues"],
      "Resource": "*"
    }},
    {{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{bucket}/*"}}
  ]
}}""",
        )

        worker = LambdaFunction(
            self,
            "function",
            function_name="worker",
            role=role.arn,
            handler="worker.handler",
            runtime="python3.12",
            filename="worker.zip",
        )
        LambdaEventSourceMapping(self, "mapping", event_source_arn=jobs.arn, function_name=worker.arn)
