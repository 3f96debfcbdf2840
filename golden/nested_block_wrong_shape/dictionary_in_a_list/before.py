from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.launch_template import LaunchTemplate
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_lifecycle_configuration import S3BucketLifecycleConfiguration


class InboxStack(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        inbox = S3Bucket(self, "inbox", bucket="acme-supplier-inbox")
        S3BucketLifecycleConfiguration(
            self,
            "clean",
            bucket=inbox.id,
            rule=[
                {
                    "id": "clean",
                    "status": "Enabled",
                    "filter": {"prefix": ""},  # all of them
                    "expiration": [{"days": 30}],
                    "abortIncompleteMultipartUpload": {"daysAfterInitiation": 7},
                }
            ],
        )
        LaunchTemplate(
            self,
            "reader",
            name="reader",
            block_device_mappings=[{"deviceName": "/dev/xvda", "ebs": [{"volumeSize": 30, "volumeType": "gp3"}]}],
        )
