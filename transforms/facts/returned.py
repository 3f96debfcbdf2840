"""What references to resources of CloudFormation return, and which of it properties want.

From "Return values" and "Properties" of the types in the template reference, read in November 2026:
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-ref.html.
"""

from __future__ import annotations

# The types whose Ref is no ARN, and that have one.
NO_ARN = frozenset(
    [
        "AWS::CodeBuild::Project",
        "AWS::DynamoDB::Table",
        "AWS::ECR::Repository",
        "AWS::ECS::Cluster",
        "AWS::EFS::FileSystem",
        "AWS::IAM::Group",
        "AWS::IAM::InstanceProfile",
        "AWS::IAM::Role",
        "AWS::IAM::User",
        "AWS::KMS::Key",
        "AWS::Kinesis::Stream",
        "AWS::KinesisFirehose::DeliveryStream",
        "AWS::Lambda::Function",
        "AWS::Logs::LogGroup",
        "AWS::S3::Bucket",
        "AWS::SQS::Queue",
    ]
)
# What wants an ARN without saying so: by type, then the path without numbers.
WANTS_ARN = {
    ("AWS::CloudTrail::Trail", "EventSelectors.DataResources.Values"),
    ("AWS::Config::ConfigurationRecorder", "RoleARN"),
    ("AWS::EC2::FlowLog", "LogDestination"),
    ("AWS::Lambda::Function", "Role"),
    ("AWS::RDS::DBInstance", "MonitoringRoleArn"),
    ("AWS::S3::Bucket", "NotificationConfiguration.LambdaConfigurations.Function"),
    ("AWS::S3::Bucket", "NotificationConfiguration.QueueConfigurations.Queue"),
    ("AWS::S3::Bucket", "ReplicationConfiguration.Role"),
    ("AWS::S3::Bucket", "ReplicationConfiguration.Rules.Destination.Bucket"),
    ("AWS::SNS::Subscription", "Endpoint"),
    ("AWS::SNS::Topic", "Subscription.Endpoint"),
    ("AWS::Scheduler::Schedule", "Target.Arn"),
}
# What wants what Ref returns: by type and path, and the type that it is returned by.
WANTS_REF = {
    ("AWS::SQS::QueuePolicy", "Queues"): "AWS::SQS::Queue",
    ("AWS::S3::BucketPolicy", "Bucket"): "AWS::S3::Bucket",
    ("AWS::CloudTrail::Trail", "S3BucketName"): "AWS::S3::Bucket",
    ("AWS::Config::DeliveryChannel", "S3BucketName"): "AWS::S3::Bucket",
    ("AWS::Logs::SubscriptionFilter", "LogGroupName"): "AWS::Logs::LogGroup",
    ("AWS::Logs::MetricFilter", "LogGroupName"): "AWS::Logs::LogGroup",
}
# The types whose Ref is their ARN, and what else of them is asked for in its place.
REF_IS_ARN = {
    "AWS::SNS::Topic": "TopicName",
    "AWS::StepFunctions::StateMachine": "Name",
    "AWS::ElasticLoadBalancingV2::LoadBalancer": "LoadBalancerName",
    "AWS::ElasticLoadBalancingV2::TargetGroup": "TargetGroupName",
}
# The service takes a name for what is called an ARN, or an ID.
EITHER = ("AWS::ECS::", "AWS::KMS::", "AWS::Lambda::Url", "AWS::Serverless::")
# What is documented as an ARN all the same.
DOCUMENTED = {("AWS::ECS::TaskDefinition", "ExecutionRoleArn")}
