"""The same in the fork: cdktn."""
import json

from cdktn import App, TerraformStack, TerraformOutput
from constructs import Construct
from cdktn_provider_aws.provider import AwsProvider
from cdktn_provider_aws.sqs_queue import SqsQueue
from cdktn_provider_aws.s3_bucket import S3Bucket
from cdktn_provider_aws.s3_bucket_versioning import S3BucketVersioning
from cdktn_provider_aws.batch_job_queue import BatchJobQueue, BatchJobQueueComputeEnvironmentOrder
from cdktn_provider_aws.batch_job_definition import BatchJobDefinition
from cdktn_provider_aws.security_group import SecurityGroup


class JobQueueStack(TerraformStack):
    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)
        AwsProvider(self, "aws", region="us-east-1")

        results = S3Bucket(self, "results", bucket_name="simulation-results")
        S3BucketVersioning(self, "results_versioning",
                           bucket=results.id,
                           versioning_configuration=[{"status": "Enabled"}])

        SecurityGroup(self, "workers",
                      name="simulation-workers",
                      vpc_id="vpc-1",
                      egress=[{"from_port": 443, "to_port": 443, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}])

        queue = BatchJobQueue(self, "queue",
                              name="simulations",
                              state="ENABLED",
                              priority="10",
                              compute_environment_order=[
                                  BatchJobQueueComputeEnvironmentOrder(order=1, compute_environment="arn:aws:batch:us-east-1:123456789012:compute-environment/spot"),
                              ])
        BatchJobDefinition(self, "simulate",
                           job_definition_name="simulate",
                           type="container",
                           retry_strategy={"attempts": 3},
                           container_properties=json.dumps({
                               "image": "public.ecr.aws/acme/simulate:7",
                               "resourceRequirements": [{"type": "VCPU", "value": "2"}, {"type": "MEMORY", "value": "4096"}],
                           }))
        SqsQueue(self, "requests", name="simulation-requests", visibility_timeout=3600)
        TerraformOutput(self, "queue_arn", value=queue.arn)


app = App()
JobQueueStack(app, "jobs")
app.synth()
