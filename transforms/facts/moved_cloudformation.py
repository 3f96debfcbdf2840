"""Names that people write for properties of CloudFormation, where likeness alone does not tell.

Each was seen in templates that cfn-lint rejects; the right name is that of the template reference, read in November
2026: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html.
"""

from __future__ import annotations

# By type, then the path of what is written, without numbers of items: the name it has, in the same object.
RENAMED: dict[str, dict[str, str]] = {
    "AWS::ApiGateway::Stage": {"TracingConfig": "TracingEnabled"},
    "AWS::ApplicationAutoScaling::ScalingPolicy": {
        "TargetTrackingScalingConfiguration": "TargetTrackingScalingPolicyConfiguration",
    },
    "AWS::Athena::WorkGroup": {
        "WorkGroupConfiguration.ResultConfigurationUpdates": "ResultConfiguration",
    },
    "AWS::Backup::BackupVault": {"Tags": "BackupVaultTags"},
    "AWS::Config::ConfigurationRecorder": {
        "RecordingGroup.IncludeGlobalResources": "IncludeGlobalResourceTypes",
    },
    "AWS::EC2::FlowLog": {"ResourceIds": "ResourceId"},
    "AWS::EC2::Instance": {"AmiId": "ImageId", "Ami": "ImageId"},
    "AWS::EC2::SecurityGroup": {
        "Description": "GroupDescription",
        "SecurityGroupEgress.SourceSecurityGroupId": "DestinationSecurityGroupId",
        "SecurityGroupEgress.SourcePrefixListId": "DestinationPrefixListId",
    },
    "AWS::EC2::SecurityGroupEgress": {
        "SourceSecurityGroupId": "DestinationSecurityGroupId",
        "SourcePrefixListId": "DestinationPrefixListId",
    },
    "AWS::ElastiCache::CacheCluster": {"CacheClusterId": "ClusterName"},
    "AWS::ElasticLoadBalancingV2::TargetGroup": {
        "HealthCheckInterval": "HealthCheckIntervalSeconds",
        "HealthCheckTimeout": "HealthCheckTimeoutSeconds",
    },
    "AWS::KMS::Key": {"KeyRotationEnabled": "EnableKeyRotation", "KeyRotationStatus": "EnableKeyRotation"},
    "AWS::Lambda::Function": {
        "ReservedConcurrencyLimit": "ReservedConcurrentExecutions",
        "ReservedConcurrency": "ReservedConcurrentExecutions",
        "RoleArn": "Role",
        "EnvironmentVariables": "Environment",
        "Tracing": "TracingConfig",
    },
    "AWS::RDS::DBInstance": {
        "PerformanceInsightsEnabled": "EnablePerformanceInsights",
        "ManageUserPassword": "ManageMasterUserPassword",
    },
    "AWS::RDS::DBCluster": {"ManageUserPassword": "ManageMasterUserPassword"},
    "AWS::Route53::HealthCheck": {"Tags": "HealthCheckTags"},
    "AWS::Route53::HostedZone": {"Tags": "HostedZoneTags"},
    "AWS::S3::Bucket": {
        "Encryption": "BucketEncryption",
        "LifecycleConfiguration.Rules.NoncurrentVersionExpirations": "NoncurrentVersionExpiration",
        "PublicAccessBlock": "PublicAccessBlockConfiguration",
        "Versioning": "VersioningConfiguration",
    },
    "AWS::SNS::Topic": {"KmsKeyId": "KmsMasterKeyId"},
    "AWS::SQS::Queue": {
        "KmsKeyId": "KmsMasterKeyId",
        "VisibilityTimeoutSeconds": "VisibilityTimeout",
        "MessageRetentionSeconds": "MessageRetentionPeriod",
    },
}

# By type, then the path of a property that there never was: what is to be known of it. A person takes it out.
NEVER: dict[str, dict[str, str]] = {
    "AWS::ApplicationAutoScaling::ScalableTarget": {"Tags": "a scalable target has no tags in CloudFormation"},
    "AWS::CloudFormation::Stack": {"TemplateBody": "upload the template and give its TemplateURL"},
    "AWS::Config::ConfigRule": {"Tags": "a rule of Config has no tags in CloudFormation"},
    "AWS::DynamoDB::Table": {"BackupPolicy": "PointInTimeRecoverySpecification is what CloudFormation has"},
    "AWS::RDS::DBCluster": {
        "EnableBacktrack": "BacktrackWindow says for how long",
        "SkipFinalSnapshot": "DeletionPolicy says whether there is a snapshot",
    },
    "AWS::RDS::DBInstance": {"SkipFinalSnapshot": "DeletionPolicy says whether there is a snapshot"},
    "AWS::SSM::Parameter": {
        "KeyId": "CloudFormation makes no SecureString: it wants no key",
        "KmsKeyId": "CloudFormation makes no SecureString: it wants no key",
    },
}
