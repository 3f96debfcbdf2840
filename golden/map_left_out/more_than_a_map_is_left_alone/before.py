from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.glue_job import GlueJob


class JobStack(TerraformStack):
    def __init__(self, scope, id, role):
        super().__init__(scope, id)
        # what a command takes is not one map
        GlueJob(self, "job", name="job", role_arn=role.arn, command={"script_location": "s3://jobs/job.py", "LANG": "de"})
