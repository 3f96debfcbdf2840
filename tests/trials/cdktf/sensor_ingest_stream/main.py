#!/usr/bin/env python
from constructs import Construct
from cdktf import App, TerraformStack, TerraformOutput
from cdktf_cdktf_provider_aws.provider import AwsProvider
from cdktf_cdktf_provider_aws.kinesis_stream import KinesisStream, KinesisStreamStreamModeDetails
from cdktf_cdktf_provider_aws.kinesis_firehose_stream import KinesisFirehoseDeliveryStream
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.cloudwatch_log_group import CloudwatchLogGroup
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy import IamRolePolicy


class SensorIngest(TerraformStack):

    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)
        AwsProvider(self, 'aws', region='us-east-1')

        stream = KinesisStream(self, 'readings',
                               name='sensor-readings',
                               retention_period=48,
                               stream_mode_details=[KinesisStreamStreamModeDetails(stream_mode='ON_DEMAND')],
                               encryption_type='KMS',
                               kms_key_id='alias/aws/kinesis')

        lake = S3Bucket(self, 'lake', bucket='acme-sensor-lake', acl_policy='private')
        logs = CloudwatchLogGroup(self, 'logs', name='/aws/kinesisfirehose/sensors', retention_days=14)

        role = IamRole(self, 'firehose_role',
                       name='sensor-firehose',
                       assume_role_policy='''{
                         "Version": "2012-10-17",
                         "Statement": [{"Effect": "Allow", "Principal": {"Service": "firehose.amazonaws.com"}, "Action": "sts:AssumeRole"}]
                       }''')
        IamRolePolicy(self, 'firehose_policy',
                      name='write-lake',
                      role=role.name,
                      policy={
                          'Version': '2012-10-17',
                          'Statement': [
                              {'Effect': 'Allow', 'Action': ['s3:PutObject', 's3:GetBucketLocation'], 'Resource': [lake.arn, f'{lake.arn}/*']},
                              {'Effect': 'Allow', 'Action': ['kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:DescribeStream'], 'Resource': stream.arn},
                          ],
                      })

        KinesisFirehoseDeliveryStream(self, 'delivery',
                                      name='sensor-delivery',
                                      destination='extended_s3',
                                      kinesis_source_configuration={
                                          'kinesis_stream_arn': stream.arn,
                                          'role_arn': role.arn,
                                      },
                                      extended_s3_configuration={
                                          'role_arn': role.arn,
                                          'bucket_arn': lake.arn,
                                          'prefix': 'readings/!{timestamp:yyyy/MM/dd}/',
                                          'error_output_prefix': 'errors/',
                                          'buffer_size': 64,
                                          'buffer_interval': 120,
                                          'compression_format': 'GZIP',
                                          'cloudwatch_logging_options': {
                                              'enabled': True,
                                              'log_group_name': logs.name,
                                              'log_stream_name': 'delivery',
                                          },
                                      })

        TerraformOutput(self, 'stream_arn', value=stream.arn)


app = App()
SensorIngest(app, 'sensor-ingest')
app.synth()
