"""Names that people write for properties of CloudFormation, where likeness alone does not tell.

Each was seen in templates that cfn-lint rejects; the right name is that of the template reference, read in November
2026: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html.
"""

from __future__ import annotations

_NOTIFIED = {"LambdaConfigurations": "Function", "QueueConfigurations": "Queue", "TopicConfigurations": "Topic"}
# What the API of S3 calls the notifications of a bucket, and what is in them.
_NOTIFICATIONS = {
    "NotificationConfiguration.LambdaFunctionConfiguration": "LambdaConfigurations",
    "NotificationConfiguration.LambdaFunctionConfigurations": "LambdaConfigurations",
    "NotificationConfiguration.LambdaConfigurations.LambdaArn": "Function",
    "NotificationConfiguration.LambdaConfigurations.LambdaFunctionArn": "Function",
    **{f"NotificationConfiguration.{name}.{inner}Arn": inner for name, inner in _NOTIFIED.items()},
    **{f"NotificationConfiguration.{name}.Events": "Event" for name in _NOTIFIED},
    **{f"NotificationConfiguration.{name}.Filter.Key": "S3Key" for name in _NOTIFIED},
    **{f"NotificationConfiguration.{name}.Filter.S3Key.FilterRules": "Rules" for name in _NOTIFIED},
}

# By type, then the path of what is written, without numbers of items: the name it has, in the same object.
RENAMED: dict[str, dict[str, str]] = {
    "AWS::ApiGateway::Stage": {
        "TracingConfig": "TracingEnabled",
        "XrayEnabled": "TracingEnabled",
        "XrayTracing": "TracingEnabled",
        "XrayTracingEnabled": "TracingEnabled",
    },
    "AWS::ApplicationAutoScaling::ScalingPolicy": {
        "TargetTrackingScalingConfiguration": "TargetTrackingScalingPolicyConfiguration",
    },
    "AWS::Athena::WorkGroup": {
        "Configuration": "WorkGroupConfiguration",
        "WorkGroupConfiguration.ResultConfigurationUpdates": "ResultConfiguration",
    },
    "AWS::AutoScaling::AutoScalingGroup": {"DesiredSize": "DesiredCapacity"},
    "AWS::Backup::BackupVault": {"Tags": "BackupVaultTags"},
    "AWS::Cognito::UserPool": {"Name": "UserPoolName", "PoolName": "UserPoolName", "Tags": "UserPoolTags"},
    "AWS::Config::ConfigurationRecorder": {
        "RecordingGroup.IncludeGlobalResources": "IncludeGlobalResourceTypes",
    },
    "AWS::DynamoDB::Table": {"TimeToLiveSpecification.Status": "Enabled"},
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
    "AWS::EKS::Nodegroup": {"ScalingConfig.DesiredCapacity": "DesiredSize"},
    "AWS::ElastiCache::CacheCluster": {"CacheClusterId": "ClusterName"},
    "AWS::ElasticLoadBalancingV2::TargetGroup": {
        "HealthCheckInterval": "HealthCheckIntervalSeconds",
        "HealthCheckTimeout": "HealthCheckTimeoutSeconds",
    },
    "AWS::Events::Rule": {"Targets.DeadLetterConfig.TargetArn": "Arn"},
    "AWS::Glue::Crawler": {"RoleArn": "Role"},
    "AWS::IAM::Group": {"InlinePolicies": "Policies"},
    "AWS::IAM::Role": {"InlinePolicies": "Policies"},
    "AWS::IAM::User": {"InlinePolicies": "Policies"},
    "AWS::KMS::Key": {"KeyRotationEnabled": "EnableKeyRotation", "KeyRotationStatus": "EnableKeyRotation"},
    "AWS::Lambda::Function": {
        "ReservedConcurrencyLimit": "ReservedConcurrentExecutions",
        "ReservedConcurrency": "ReservedConcurrentExecutions",
        "RoleArn": "Role",
        "EnvironmentVariables": "Environment",
        "Tracing": "TracingConfig",
    },
    "AWS::OpenSearchService::Domain": {"EBSOptions.Enabled": "EBSEnabled"},
    "AWS::RDS::DBInstance": {
        "BackupRetention": "BackupRetentionPeriod",
        "BackupRetentionDays": "BackupRetentionPeriod",
        "PerformanceInsightsEnabled": "EnablePerformanceInsights",
        "ManageUserPassword": "ManageMasterUserPassword",
    },
    "AWS::RDS::DBCluster": {
        "BackupRetention": "BackupRetentionPeriod",
        "BackupRetentionDays": "BackupRetentionPeriod",
        "ManageUserPassword": "ManageMasterUserPassword",
    },
    "AWS::Route53::HealthCheck": {"Tags": "HealthCheckTags"},
    "AWS::Route53::HostedZone": {"Tags": "HostedZoneTags"},
    "AWS::S3::Bucket": {
        "Encryption": "BucketEncryption",
        "LifecycleConfiguration.Rules.NoncurrentVersionExpirations": "NoncurrentVersionExpiration",
        **_NOTIFICATIONS,
        "PublicAccessBlock": "PublicAccessBlockConfiguration",
        "Versioning": "VersioningConfiguration",
    },
    "AWS::SNS::Topic": {"ContentDeduplication": "ContentBasedDeduplication", "KmsKeyId": "KmsMasterKeyId"},
    "AWS::SQS::Queue": {
        "ContentDeduplication": "ContentBasedDeduplication",
        "KmsKeyId": "KmsMasterKeyId",
        "VisibilityTimeoutSeconds": "VisibilityTimeout",
        "MessageRetentionSeconds": "MessageRetentionPeriod",
    },
}

# By type, then the path of a property that there never was: what is to be known of it. A person takes it out.
NEVER: dict[str, dict[str, str]] = {
    "AWS::CloudFormation::Stack": {"TemplateBody": "upload the template and give its TemplateURL"},
    "AWS::DynamoDB::Table": {"BackupPolicy": "PointInTimeRecoverySpecification is what CloudFormation has"},
    "AWS::RDS::DBCluster": {
        "EnableBacktrack": "BacktrackWindow says for how long",
        "SkipFinalSnapshot": "DeletionPolicy says whether there is a snapshot",
    },
    "AWS::RDS::DBInstance": {"SkipFinalSnapshot": "DeletionPolicy says whether there is a snapshot"},
}

# By type: the list of keys and values that has what Terraform and people write as properties, and their keys there
# (API reference of Elastic Load Balancing: LoadBalancerAttribute, TargetGroupAttribute).
SETTINGS: dict[str, tuple[str, dict[str, str]]] = {
    "AWS::ElasticLoadBalancingV2::LoadBalancer": (
        "LoadBalancerAttributes",
        {
            "DeletionProtection": "deletion_protection.enabled",
            "DeletionProtectionEnabled": "deletion_protection.enabled",
            "DropInvalidHeaderFields": "routing.http.drop_invalid_header_fields.enabled",
            "EnableCrossZoneLoadBalancing": "load_balancing.cross_zone.enabled",
            "EnableDeletionProtection": "deletion_protection.enabled",
            "EnableHttp2": "routing.http2.enabled",
            "IdleTimeout": "idle_timeout.timeout_seconds",
            "IdleTimeoutSeconds": "idle_timeout.timeout_seconds",
        },
    ),
    "AWS::ElasticLoadBalancingV2::TargetGroup": (
        "TargetGroupAttributes",
        {
            "DeregistrationDelay": "deregistration_delay.timeout_seconds",
            "DeregistrationDelaySeconds": "deregistration_delay.timeout_seconds",
            "DeregistrationDelayTimeoutSeconds": "deregistration_delay.timeout_seconds",
            "LoadBalancingAlgorithmType": "load_balancing.algorithm.type",
            "SlowStart": "slow_start.duration_seconds",
        },
    ),
}

# What people write for a type: the type.
TYPES: dict[str, str] = {
    "AWS::AutoScaling::TargetTrackingScalingPolicy": "AWS::AutoScaling::ScalingPolicy",
    "AWS::CloudFormation::NestedStack": "AWS::CloudFormation::Stack",
    "AWS::CloudWatch::LogGroup": "AWS::Logs::LogGroup",
    "AWS::CloudWatch::MetricAlarm": "AWS::CloudWatch::Alarm",
    "AWS::EC2::ElasticIP": "AWS::EC2::EIP",
    "AWS::EC2::RouteTableAssociation": "AWS::EC2::SubnetRouteTableAssociation",
    "AWS::EC2::VPCInternetGatewayAttachment": "AWS::EC2::VPCGatewayAttachment",
    "AWS::EC2::InternetGatewayAttachment": "AWS::EC2::VPCGatewayAttachment",
    "AWS::ECS::Task": "AWS::ECS::TaskDefinition",
    "AWS::ElasticLoadBalancingV2::ApplicationLoadBalancer": "AWS::ElasticLoadBalancingV2::LoadBalancer",
    "AWS::EventBridge::Rule": "AWS::Events::Rule",
    "AWS::EventBridge::EventBus": "AWS::Events::EventBus",
    "AWS::IAM::OpenIDConnectProvider": "AWS::IAM::OIDCProvider",
    "AWS::IAM::OpenIdConnectProvider": "AWS::IAM::OIDCProvider",
    "AWS::OpenSearch::Domain": "AWS::OpenSearchService::Domain",
    "AWS::RDS::SubnetGroup": "AWS::RDS::DBSubnetGroup",
    "AWS::RDS::ParameterGroup": "AWS::RDS::DBParameterGroup",
    "AWS::RDS::ClusterParameterGroup": "AWS::RDS::DBClusterParameterGroup",
    "AWS::SecretsManager::RotationRule": "AWS::SecretsManager::RotationSchedule",
    "AWS::SecurityHub::StandardsSubscription": "AWS::SecurityHub::Standard",
}

# What is no resource of CloudFormation, and what to do instead.
NO_TYPES: dict[str, str] = {
    "AWS::Config::ConfigurationRecorderStatus": "a recorder starts by itself with its delivery channel: take it out",
    "AWS::EC2::AssociateIamInstanceProfile": "give the instance its IamInstanceProfile",
    "AWS::EC2::EBSDefaultKmsKey": "set it for the account, outside of the template",
    "AWS::EC2::EBSDefaultKmsKeyId": "set it for the account, outside of the template",
    "AWS::EC2::EBSEncryptionByDefault": "set it for the account, outside of the template, or encrypt each volume",
    "AWS::EC2::Tag": "give the resource its Tags",
    "AWS::ElasticLoadBalancingV2::TargetGroupAttachment": "list the target in Targets of the target group",
    "AWS::IAM::AccountPasswordPolicy": "set it for the account, outside of the template",
    "AWS::IAM::GroupPolicyAttachment": "list the policy in ManagedPolicyArns of the group",
    "AWS::IAM::RolePolicyAttachment": "list the policy in ManagedPolicyArns of the role",
    "AWS::IAM::UserPolicyAttachment": "list the policy in ManagedPolicyArns of the user",
    "AWS::Lambda::ProvisionedConcurrencyConfig": "give the alias its ProvisionedConcurrencyConfig",
    "AWS::S3::AccountPublicAccessBlock": "set it for the account, outside of the template, or for each bucket",
    "AWS::S3::BucketLoggingConfiguration": "give the bucket its LoggingConfiguration",
    "AWS::S3::BucketNotification": "give the bucket its NotificationConfiguration",
    "AWS::S3::BucketReplicationConfiguration": "give the bucket its ReplicationConfiguration",
    "AWS::S3::BucketVersioning": "give the bucket its VersioningConfiguration",
    "AWS::CloudFormation::StackPolicy": "set it with the stack, outside of the template",
}

# By type, then what ``Fn::GetAtt`` asks for: the attribute that it has; ``Ref`` is what ``Ref`` returns.
ASKED: dict[str, dict[str, str]] = {
    "AWS::ApiGateway::RestApi": {"RootId": "RootResourceId"},
    "AWS::DynamoDB::Table": {"TableArn": "Arn"},
    "AWS::EC2::EIP": {"Address": "PublicIp", "Ip": "PublicIp"},
    "AWS::ECR::Repository": {"RepositoryArn": "Arn", "Uri": "RepositoryUri"},
    "AWS::EC2::VPC": {"Cidr": "CidrBlock", "VpcCidr": "CidrBlock", "VpcCidrBlock": "CidrBlock"},
    "AWS::ElasticLoadBalancingV2::LoadBalancer": {"Arn": "LoadBalancerArn", "HostedZoneId": "CanonicalHostedZoneID"},
    "AWS::Lambda::Function": {"FunctionArn": "Arn"},
    "AWS::OpenSearchService::Domain": {"Endpoint": "DomainEndpoint"},
    "AWS::RDS::DBInstance": {"Endpoint": "Endpoint.Address", "Address": "Endpoint.Address"},
    "AWS::S3::Bucket": {"BucketArn": "Arn", "WebsiteUrl": "WebsiteURL"},
    "AWS::SecretsManager::Secret": {"Arn": "Ref", "SecretArn": "Ref"},
    "AWS::SNS::Topic": {"Arn": "TopicArn"},
    "AWS::SQS::Queue": {"QueueArn": "Arn", "Url": "QueueUrl"},
    "AWS::StepFunctions::StateMachine": {"StateMachineArn": "Arn"},
}

# By type, then the path of a property that nothing takes the place of, and that nothing is lost with.
NOTHING: dict[str, dict[str, str]] = {
    "AWS::S3::Bucket": {
        "NotificationConfiguration.CloudWatchConfigurations": "a bucket does not notify CloudWatch",
        "NotificationConfiguration.CloudWatchConfiguration": "a bucket does not notify CloudWatch",
        "NotificationConfiguration.CloudWatchLogsConfigurations": "a bucket does not notify CloudWatch",
    },
    "AWS::SSM::Parameter": {
        "KeyId": "CloudFormation makes no SecureString, and so there is no key",
        "KmsKeyId": "CloudFormation makes no SecureString, and so there is no key",
    },
}
