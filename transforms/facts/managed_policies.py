"""The paths of AWS managed policies that people write under another path.

From the AWS Managed Policy Reference Guide
(https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html), 2026-11-21. Only policies whose
path is often left out or made up are listed.
"""

from __future__ import annotations

_SERVICE_ROLE = """
    AWSAppSyncPushToCloudWatchLogs AWSBackupServiceRolePolicyForBackup AWSBackupServiceRolePolicyForRestores
    AWSBatchServiceRole AWSCodeDeployRole AWSCodeDeployRoleForLambda AWSGlueServiceRole AWSIoTLogging AWSIoTRuleActions
    AWSIoTThingsRegistration AWSLambdaBasicExecutionRole AWSLambdaDynamoDBExecutionRole AWSLambdaENIManagementAccess
    AWSLambdaKinesisExecutionRole AWSLambdaMSKExecutionRole AWSLambdaRole AWSLambdaSQSQueueExecutionRole
    AWSLambdaVPCAccessExecutionRole AWSQuickSightDescribeRDS AWSTransferLoggingAccess AWS_ConfigRole
    AmazonAPIGatewayPushToCloudWatchLogs AmazonDMSCloudWatchLogsRole AmazonDMSVPCManagementRole AmazonEBSCSIDriverPolicy
    AmazonEC2ContainerServiceAutoscaleRole AmazonEC2ContainerServiceEventsRole AmazonEC2ContainerServiceRole
    AmazonEC2ContainerServiceforEC2Role AmazonEC2RoleforSSM AmazonEC2SpotFleetTaggingRole
    AmazonECSInfrastructureRolePolicyForVolumes AmazonECSTaskExecutionRolePolicy AmazonEFSCSIDriverPolicy
    AmazonElasticMapReduceRole AmazonElasticMapReduceforAutoScalingRole AmazonElasticMapReduceforEC2Role
    AmazonRDSEnhancedMonitoringRole AmazonSNSRole AmazonSSMAutomationRole AmazonSSMMaintenanceWindowRole
"""
_NONE = """
    AWSCertificateManagerReadOnly AWSCodeDeployRoleForECS AWSCodeDeployRoleForECSLimited AWSLambdaExecute
    AWSLambdaInvocation-DynamoDB AWSLambda_FullAccess AWSLambda_ReadOnlyAccess AWSXRayDaemonWriteAccess
    AdministratorAccess AmazonDynamoDBFullAccess AmazonDynamoDBReadOnlyAccess AmazonEC2ContainerRegistryPowerUser
    AmazonEC2ContainerRegistryReadOnly AmazonEC2FullAccess AmazonEC2ReadOnlyAccess AmazonEKSClusterPolicy
    AmazonEKSFargatePodExecutionRolePolicy AmazonEKSServicePolicy AmazonEKSVPCResourceController
    AmazonEKSWorkerNodePolicy AmazonEKS_CNI_Policy AmazonS3FullAccess AmazonS3ReadOnlyAccess AmazonSNSFullAccess
    AmazonSQSFullAccess AmazonSSMManagedInstanceCore AmazonSSMReadOnlyAccess CloudWatchAgentAdminPolicy
    CloudWatchAgentServerPolicy CloudWatchFullAccess CloudWatchLambdaInsightsExecutionRolePolicy
    CloudWatchLogsFullAccess CloudWatchReadOnlyAccess IAMFullAccess IAMReadOnlyAccess PowerUserAccess ReadOnlyAccess
    SecretsManagerReadWrite SecurityAudit
"""
_JOB_FUNCTION = """
    Billing DatabaseAdministrator DataScientist NetworkAdministrator SupportUser SystemAdministrator ViewOnlyAccess
"""

PATHS = {
    **dict.fromkeys(_SERVICE_ROLE.split(), "service-role/"),
    **dict.fromkeys(_NONE.split(), ""),
    **dict.fromkeys(_JOB_FUNCTION.split(), "job-function/"),
}
"""The path of each policy, by its name."""

SUCCESSORS = {
    "AWSConfigRole": "AWS_ConfigRole",  # withdrawn on 2022-07-05
    "ConfigRole": "AWS_ConfigRole",  # never was
}
"""The policy to use in place of one that does not exist, or no longer."""

_WRITES_LOGS = ("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents")
_INTERFACES = (
    *("ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"),
    *("ec2:DeleteNetworkInterface", "ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses"),
)
GRANTS: dict[str, tuple[str, ...]] = {
    "AWSLambdaBasicExecutionRole": _WRITES_LOGS,
    "AWSLambdaDynamoDBExecutionRole": (
        *_WRITES_LOGS,
        *("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"),
    ),
    "AWSLambdaENIManagementAccess": _INTERFACES,
    "AWSLambdaKinesisExecutionRole": (*_WRITES_LOGS, "kinesis:Describe*", "kinesis:Get*", "kinesis:List*"),
    "AWSLambdaRole": ("lambda:InvokeFunction",),
    "AWSLambdaSQSQueueExecutionRole": (
        *_WRITES_LOGS,
        *("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
    ),
    "AWSLambdaVPCAccessExecutionRole": (*_WRITES_LOGS, *_INTERFACES),
    "AWSXRayDaemonWriteAccess": ("xray:*",),
    "AWSXrayWriteOnlyAccess": ("xray:*",),
    "AdministratorAccess": ("*",),
    "AmazonS3FullAccess": ("s3:*", "s3-object-lambda:*"),
    "AmazonS3ReadOnlyAccess": ("s3:Get*", "s3:List*", "s3:Describe*"),
    "AmazonSESFullAccess": ("ses:*",),
    "AmazonSNSFullAccess": ("sns:*",),
    "AmazonSQSFullAccess": ("sqs:*",),
    "CloudWatchLambdaInsightsExecutionRolePolicy": _WRITES_LOGS,
    "PowerUserAccess": ("*",),
}
"""What some of them allow, or a little more."""
