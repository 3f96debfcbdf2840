"""CloudFormation's types and the Terraform types that are the same thing.

A twin says under which neutral name each property is read, what ``Ref`` returns, and what each
``Fn::GetAtt`` returns, in Terraform's words. The table is partial, and per type:

* a property that a twin does not list keeps its CloudFormation name: it has another shape in
  Terraform (the inline settings of a bucket, the targets of a rule), or nobody has needed it yet;
* a list of pairs that Terraform has as a map (tags, dimensions) is read as that map;
* a type that is built otherwise in the two worlds (inline policies, rules of a security group, the
  parts of an API) is *structural*: it has no twin and keeps its ``AWS::`` name;
* an attribute that means something else in the other world has a name of its own: ``LogGroup.Arn``
  ends in ``:*`` and Terraform's ``arn`` does not, so it is ``arn:*``;
* what Terraform writes as JSON in a string (policies, definitions) is a mapping here.

From the CloudFormation template reference ("Return values" of each type) and the documentation of
the Terraform AWS provider 6, read in November 2026.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache

# Several of what is short stay one word: ``ASGs``.
_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])(?![A-Z]s(?:[A-Z]|$))")

TAGS = ("Key", "Value")
DIMENSIONS = ("Name", "Value")

_ENVELOPES = ("DatabaseInput", "DistributionConfig", "TableInput")


def snake(name: str) -> str:
    """Return *name* in Terraform's spelling: ``KmsMasterKeyId`` is ``kms_master_key_id``, ``DBName`` is ``db_name``."""
    return _WORD.sub("_", name).lower()


@dataclass(frozen=True)
class Names:
    """How the properties at one place of a type are called.

    *known* has neutral names by property, *below* the places inside, *pairs* the properties that are lists of pairs
    here and maps in Terraform; *lifted* is the property whose inside is Terraform's outside (``DatabaseInput``), and
    *envelope* says that whatever is not listed stands inside it. A place without a table (*known* empty) has the names
    that people gave.
    """

    known: Mapping[str, str] = field(default_factory=dict[str, str])
    below: Mapping[str, Names] = field(default_factory=dict[str, "Names"])
    pairs: Mapping[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    lifted: str = ""
    envelope: bool = False

    def neutral(self, name: str) -> str:
        """Return the neutral name of the property *name*."""
        return self.known.get(name, name)

    def source(self, name: str) -> str | None:
        """Return the property that the neutral *name* stands for; None when there is none that we know."""
        for source, neutral in self.known.items():
            if neutral == name:
                return source
        return None if self.known and not name[:1].isupper() else name

    def lifts(self, name: str) -> bool:
        """Say whether *name*, neutral or not, is that of something inside the lifted property."""
        if not self.lifted or name in self.known or name in self.known.values():
            return False
        return name in self.inside(self.lifted).known.values() or (self.envelope and name[:1].isupper())

    def inside(self, name: str) -> Names:
        """Return the names inside the property *name*."""
        return self.below.get(name, ANY)


ANY = Names()


@dataclass(frozen=True)
class Twin:
    """One type in both worlds.

    *attributes* has the neutral names of what ``Fn::GetAtt`` returns, *refs* those of what ``Ref`` returns, the one
    that is read first. *having*: a resource is this only if it has that property.
    """

    source: str
    type: str
    refs: tuple[str, ...]
    attributes: Mapping[str, str]
    names: Names
    having: str = ""

    @property
    def ref(self) -> str:
        """The neutral name of what ``Ref`` returns."""
        return self.refs[0]

    def attribute(self, name: str) -> str:
        """Return the neutral name of what ``Fn::GetAtt`` returns for *name*."""
        return self.attributes.get(name, name)

    def getatt(self, neutral: str) -> str | None:
        """Return the attribute of ``Fn::GetAtt`` that is *neutral*, or None."""
        found = next((name for name, known in self.attributes.items() if known == neutral), None)
        return found or (neutral if neutral[:1].isupper() else None)


def _names(table: Mapping[str, str], pairs: Mapping[str, tuple[str, str]], lifted: str = "") -> Names:
    """Return the names of dotted paths: ``VpcConfig.SubnetIds``."""
    here = {path: name for path, name in table.items() if "." not in path}
    inner: dict[str, dict[str, str]] = {}
    for path, name in table.items():
        first, dot, rest = path.partition(".")
        if dot:
            inner.setdefault(first, {})[rest] = name
    return Names(here, {first: _names(rest, {}) for first, rest in inner.items()}, pairs, lifted, lifted in _ENVELOPES)


def _twin(
    source: str,
    type_: str,
    *,
    ref: str,
    names: str,
    attributes: str = "",
    pairs: Mapping[str, tuple[str, str]] | None = None,
    lifted: str = "",
    having: str = "",
) -> Twin:
    """Make a twin from words: ``TopicName=name`` is renamed, ``DisplayName`` is spelled in snake case."""
    tags = {"Tags": TAGS} if "Tags" in names.split() else {}
    known = _names(_words(names), {**tags, **(pairs or {})}, lifted)
    return Twin(source, type_, tuple(ref.split()), _words(attributes), known, having)


def _words(words: str) -> dict[str, str]:
    """Return the table that *words* spell."""
    found: dict[str, str] = {}
    for word in words.split():
        name, _, other = word.partition("=")
        found[name] = other or snake(name.rpartition(".")[2])
    return found


_TWINS = (
    _twin(
        "AWS::S3::Bucket",
        "aws_s3_bucket",
        ref="bucket id",
        attributes="Arn DomainName=bucket_domain_name RegionalDomainName=bucket_regional_domain_name",
        names="BucketName=bucket Tags",
    ),
    _twin(
        "AWS::S3::BucketPolicy",
        "aws_s3_bucket_policy",
        ref="bucket id",
        names="Bucket PolicyDocument=policy",
    ),
    _twin(
        "AWS::Lambda::Function",
        "aws_lambda_function",
        ref="function_name id",
        attributes="Arn",
        names=(
            "Architectures CodeSigningConfigArn DeadLetterConfig DeadLetterConfig.TargetArn "
            "Description Environment Environment.Variables EphemeralStorage EphemeralStorage.Size "
            "FileSystemConfigs=file_system_config FileSystemConfigs.Arn "
            "FileSystemConfigs.LocalMountPath FunctionName Handler ImageConfig ImageConfig.Command "
            "ImageConfig.EntryPoint ImageConfig.WorkingDirectory KmsKeyArn Layers LoggingConfig "
            "LoggingConfig.ApplicationLogLevel LoggingConfig.LogFormat LoggingConfig.LogGroup "
            "LoggingConfig.SystemLogLevel MemorySize PackageType ReservedConcurrentExecutions Role "
            "Runtime SnapStart SnapStart.ApplyOn Tags Timeout TracingConfig TracingConfig.Mode "
            "VpcConfig VpcConfig.Ipv6AllowedForDualStack VpcConfig.SecurityGroupIds "
            "VpcConfig.SubnetIds"
        ),
    ),
    _twin(
        "AWS::Lambda::Permission",
        "aws_lambda_permission",
        ref="id",
        attributes="Id",
        names=(
            "Action EventSourceToken FunctionName FunctionUrlAuthType InvokedViaFunctionUrl Principal "
            "PrincipalOrgID SourceAccount SourceArn"
        ),
    ),
    _twin(
        "AWS::Lambda::EventSourceMapping",
        "aws_lambda_event_source_mapping",
        ref="uuid id",
        attributes="EventSourceMappingArn=arn Id",
        names=(
            "BatchSize BisectBatchOnFunctionError DestinationConfig DestinationConfig.OnFailure "
            "DocumentDBEventSourceConfig DocumentDBEventSourceConfig.CollectionName "
            "DocumentDBEventSourceConfig.DatabaseName DocumentDBEventSourceConfig.FullDocument "
            "Enabled EventSourceArn FilterCriteria FunctionName FunctionResponseTypes KmsKeyArn "
            "MaximumBatchingWindowInSeconds MaximumRecordAgeInSeconds MaximumRetryAttempts "
            "MetricsConfig MetricsConfig.Metrics ParallelizationFactor ProvisionedPollerConfig "
            "ProvisionedPollerConfig.MaximumPollers ProvisionedPollerConfig.MinimumPollers "
            "ProvisionedPollerConfig.PollerGroupName Queues ScalingConfig "
            "ScalingConfig.MaximumConcurrency SelfManagedEventSource StartingPosition "
            "StartingPositionTimestamp Tags Topics TumblingWindowInSeconds"
        ),
    ),
    _twin(
        "AWS::Lambda::LayerVersion",
        "aws_lambda_layer_version",
        ref="arn id",
        attributes="LayerVersionArn=arn",
        names="CompatibleArchitectures CompatibleRuntimes Description LayerName LicenseInfo",
    ),
    _twin(
        "AWS::Lambda::Alias",
        "aws_lambda_alias",
        ref="arn",
        attributes="AliasArn=arn",
        names="Description FunctionName FunctionVersion Name RoutingConfig",
    ),
    _twin(
        "AWS::IAM::Role",
        "aws_iam_role",
        ref="name id",
        attributes="Arn RoleId=unique_id",
        names=(
            "AssumeRolePolicyDocument=assume_role_policy Description ManagedPolicyArns "
            "MaxSessionDuration Path PermissionsBoundary RoleName=name Tags"
        ),
    ),
    _twin(
        "AWS::IAM::ManagedPolicy",
        "aws_iam_policy",
        ref="arn id",
        attributes="PolicyArn=arn PolicyId",
        names="Description ManagedPolicyName=name Path PolicyDocument=policy",
    ),
    _twin(
        "AWS::IAM::InstanceProfile",
        "aws_iam_instance_profile",
        ref="name id",
        attributes="Arn",
        names="InstanceProfileName=name Path",
    ),
    _twin(
        "AWS::IAM::User",
        "aws_iam_user",
        ref="name id",
        attributes="Arn",
        names="Path PermissionsBoundary Tags UserName=name",
    ),
    _twin(
        "AWS::IAM::Group",
        "aws_iam_group",
        ref="name id",
        attributes="Arn",
        names="GroupName=name Path",
    ),
    _twin(
        "AWS::IAM::OIDCProvider",
        "aws_iam_openid_connect_provider",
        ref="arn id",
        attributes="Arn",
        names="ClientIdList Tags ThumbprintList Url",
    ),
    _twin(
        "AWS::RDS::DBInstance",
        "aws_rds_cluster_instance",
        ref="identifier id",
        having="DBClusterIdentifier",
        attributes="DBInstanceArn=arn DbiResourceId=dbi_resource_id Endpoint.Address=endpoint Endpoint.Port=port",
        names=(
            "AutoMinorVersionUpgrade AvailabilityZone CACertificateIdentifier=ca_cert_identifier "
            "CopyTagsToSnapshot DBClusterIdentifier=cluster_identifier DBInstanceClass=instance_class "
            "DBInstanceIdentifier=identifier DBParameterGroupName=db_parameter_group_name "
            "DBSubnetGroupName EnablePerformanceInsights=performance_insights_enabled Engine "
            "EngineVersion MonitoringInterval MonitoringRoleArn PerformanceInsightsKMSKeyId "
            "PerformanceInsightsRetentionPeriod PreferredMaintenanceWindow PromotionTier "
            "PubliclyAccessible Tags"
        ),
    ),
    _twin(
        "AWS::RDS::DBInstance",
        "aws_db_instance",
        ref="identifier",
        attributes=("DBInstanceArn=arn DbiResourceId=resource_id Endpoint.Address Endpoint.HostedZoneId Endpoint.Port"),
        names=(
            "AllocatedStorage AllowMajorVersionUpgrade ApplyImmediately AutoMinorVersionUpgrade "
            "AvailabilityZone BackupRetentionPeriod CACertificateIdentifier=ca_cert_identifier "
            "CharacterSetName CopyTagsToSnapshot CustomIAMInstanceProfile "
            "DBInstanceClass=instance_class DBInstanceIdentifier=identifier DBName "
            "DBParameterGroupName=parameter_group_name DBSnapshotIdentifier=snapshot_identifier "
            "DBSubnetGroupName DatabaseInsightsMode DedicatedLogVolume DeleteAutomatedBackups "
            "DeletionProtection Domain DomainAuthSecretArn DomainFqdn DomainIAMRoleName DomainOu "
            "EnableCloudwatchLogsExports=enabled_cloudwatch_logs_exports "
            "EnableIAMDatabaseAuthentication=iam_database_authentication_enabled "
            "EnablePerformanceInsights=performance_insights_enabled Engine EngineLifecycleSupport "
            "EngineVersion Iops KmsKeyId LicenseModel ManageMasterUserPassword "
            "MasterUserPassword=password MasterUsername=username MaxAllocatedStorage "
            "MonitoringInterval MonitoringRoleArn MultiAZ NcharCharacterSetName NetworkType "
            "OptionGroupName PerformanceInsightsKMSKeyId PerformanceInsightsRetentionPeriod Port "
            "PreferredBackupWindow=backup_window PreferredMaintenanceWindow=maintenance_window "
            "PubliclyAccessible ReplicaMode SourceDBInstanceIdentifier=replicate_source_db "
            "StorageEncrypted StorageThroughput StorageType Tags Timezone "
            "VPCSecurityGroups=vpc_security_group_ids"
        ),
    ),
    _twin(
        "AWS::RDS::DBCluster",
        "aws_rds_cluster",
        ref="cluster_identifier id",
        attributes=(
            "DBClusterArn=arn DBClusterResourceId=cluster_resource_id Endpoint.Address=endpoint "
            "Endpoint.Port ReadEndpoint.Address=reader_endpoint"
        ),
        names=(
            "AllocatedStorage AutoMinorVersionUpgrade AvailabilityZones BacktrackWindow "
            "BackupRetentionPeriod CopyTagsToSnapshot DBClusterIdentifier=cluster_identifier "
            "DBClusterInstanceClass DBClusterParameterGroupName DBInstanceParameterGroupName "
            "DBSubnetGroupName DBSystemId DatabaseInsightsMode DatabaseName DeleteAutomatedBackups "
            "DeletionProtection Domain DomainIAMRoleName "
            "EnableCloudwatchLogsExports=enabled_cloudwatch_logs_exports EnableGlobalWriteForwarding "
            "EnableHttpEndpoint EnableIAMDatabaseAuthentication=iam_database_authentication_enabled "
            "EnableLocalWriteForwarding Engine EngineLifecycleSupport EngineMode EngineVersion "
            "GlobalClusterIdentifier Iops KmsKeyId ManageMasterUserPassword "
            "MasterUserPassword=master_password MasterUsername MonitoringInterval MonitoringRoleArn "
            "NetworkType PerformanceInsightsEnabled PerformanceInsightsKmsKeyId "
            "PerformanceInsightsRetentionPeriod Port PreferredBackupWindow PreferredMaintenanceWindow "
            "PubliclyAccessible ReplicationSourceIdentifier ScalingConfiguration "
            "ScalingConfiguration.AutoPause ScalingConfiguration.MaxCapacity "
            "ScalingConfiguration.MinCapacity ScalingConfiguration.SecondsBeforeTimeout "
            "ScalingConfiguration.SecondsUntilAutoPause ScalingConfiguration.TimeoutAction "
            "ServerlessV2ScalingConfiguration=serverlessv2_scaling_configuration "
            "ServerlessV2ScalingConfiguration.MaxCapacity "
            "ServerlessV2ScalingConfiguration.MinCapacity "
            "ServerlessV2ScalingConfiguration.SecondsUntilAutoPause SnapshotIdentifier SourceRegion "
            "StorageEncrypted StorageType Tags VpcSecurityGroupIds"
        ),
    ),
    _twin(
        "AWS::RDS::DBSubnetGroup",
        "aws_db_subnet_group",
        ref="name id",
        attributes="DBSubnetGroupArn=arn",
        names="DBSubnetGroupDescription=description DBSubnetGroupName=name SubnetIds Tags",
    ),
    _twin(
        "AWS::RDS::DBParameterGroup",
        "aws_db_parameter_group",
        ref="name id",
        attributes="DBParameterGroupArn=arn",
        names="DBParameterGroupName=name Description Family Tags",
    ),
    _twin(
        "AWS::RDS::DBClusterParameterGroup",
        "aws_rds_cluster_parameter_group",
        ref="name id",
        names="DBClusterParameterGroupName=name Description Family Tags",
    ),
    _twin(
        "AWS::RDS::DBProxy",
        "aws_db_proxy",
        ref="name id",
        attributes="DBProxyArn=arn",
        names=(
            "Auth Auth.AuthScheme Auth.ClientPasswordAuthType Auth.Description Auth.IAMAuth "
            "Auth.SecretArn DBProxyName=name DebugLogging DefaultAuthScheme EndpointNetworkType "
            "EngineFamily IdleClientTimeout RequireTLS RoleArn Tags TargetConnectionNetworkType "
            "VpcSecurityGroupIds VpcSubnetIds"
        ),
    ),
    _twin(
        "AWS::DynamoDB::Table",
        "aws_dynamodb_table",
        ref="name id",
        attributes="Arn StreamArn",
        names=(
            "AttributeDefinitions=attribute AttributeDefinitions.AttributeName=name "
            "AttributeDefinitions.AttributeType=type BillingMode DeletionProtectionEnabled "
            "PointInTimeRecoverySpecification=point_in_time_recovery "
            "PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled=enabled "
            "PointInTimeRecoverySpecification.RecoveryPeriodInDays "
            "ProvisionedThroughput.ReadCapacityUnits=read_capacity "
            "ProvisionedThroughput.WriteCapacityUnits=write_capacity "
            "SSESpecification=server_side_encryption SSESpecification.KMSMasterKeyId=kms_key_arn "
            "SSESpecification.SSEEnabled=enabled TableClass TableName=name Tags "
            "TimeToLiveSpecification=ttl TimeToLiveSpecification.AttributeName "
            "TimeToLiveSpecification.Enabled"
        ),
        lifted="ProvisionedThroughput",
    ),
    _twin(
        "AWS::SNS::Topic",
        "aws_sns_topic",
        ref="arn id",
        attributes="TopicArn=arn TopicName=name",
        names=(
            "ArchivePolicy ContentBasedDeduplication DisplayName FifoThroughputScope FifoTopic "
            "KmsMasterKeyId MaximumMessageSize SignatureVersion Tags TopicName=name TracingConfig"
        ),
    ),
    _twin(
        "AWS::SNS::Subscription",
        "aws_sns_topic_subscription",
        ref="arn id",
        attributes="Arn",
        names=(
            "DeliveryPolicy Endpoint FilterPolicy FilterPolicyScope Protocol RawMessageDelivery "
            "RedrivePolicy Region ReplayPolicy TopicArn"
        ),
    ),
    _twin(
        "AWS::SQS::Queue",
        "aws_sqs_queue",
        ref="url id",
        attributes="Arn QueueName=name QueueUrl=url",
        names=(
            "ContentBasedDeduplication DeduplicationScope DelaySeconds FifoQueue FifoThroughputLimit "
            "KmsDataKeyReusePeriodSeconds KmsMasterKeyId MaximumMessageSize=max_message_size "
            "MessageRetentionPeriod=message_retention_seconds QueueName=name "
            "ReceiveMessageWaitTimeSeconds=receive_wait_time_seconds RedriveAllowPolicy RedrivePolicy "
            "SqsManagedSseEnabled Tags VisibilityTimeout=visibility_timeout_seconds"
        ),
    ),
    _twin(
        "AWS::Logs::LogGroup",
        "aws_cloudwatch_log_group",
        ref="name id",
        attributes="Arn=arn:*",
        names="DeletionProtectionEnabled KmsKeyId LogGroupClass LogGroupName=name RetentionInDays Tags",
    ),
    _twin(
        "AWS::Logs::LogStream",
        "aws_cloudwatch_log_stream",
        ref="name",
        names="LogGroupName LogStreamName=name",
    ),
    _twin(
        "AWS::Logs::MetricFilter",
        "aws_cloudwatch_log_metric_filter",
        ref="name id",
        names=(
            "ApplyOnTransformedLogs FilterName=name FilterPattern=pattern LogGroupName "
            "MetricTransformations=metric_transformation MetricTransformations.DefaultValue "
            "MetricTransformations.MetricName=name MetricTransformations.MetricNamespace=namespace "
            "MetricTransformations.MetricValue=value MetricTransformations.Unit"
        ),
    ),
    _twin(
        "AWS::Logs::SubscriptionFilter",
        "aws_cloudwatch_log_subscription_filter",
        ref="name",
        names=(
            "ApplyOnTransformedLogs DestinationArn Distribution EmitSystemFields FilterName=name "
            "FilterPattern LogGroupName RoleArn"
        ),
    ),
    _twin(
        "AWS::CloudWatch::Alarm",
        "aws_cloudwatch_metric_alarm",
        ref="alarm_name id",
        attributes="Arn",
        names=(
            "ActionsEnabled AlarmActions AlarmDescription AlarmName ComparisonOperator "
            "DatapointsToAlarm Dimensions EvaluationPeriods ExtendedStatistic InsufficientDataActions "
            "MetricName Namespace OKActions Period Statistic Tags Threshold ThresholdMetricId "
            "TreatMissingData Unit"
        ),
        pairs={"Dimensions": DIMENSIONS},
    ),
    _twin(
        "AWS::CloudWatch::CompositeAlarm",
        "aws_cloudwatch_composite_alarm",
        ref="alarm_name id",
        attributes="Arn",
        names=(
            "ActionsEnabled AlarmActions AlarmDescription AlarmName AlarmRule InsufficientDataActions OKActions Tags"
        ),
    ),
    _twin(
        "AWS::CloudWatch::Dashboard",
        "aws_cloudwatch_dashboard",
        ref="dashboard_name id",
        names="DashboardBody DashboardName",
    ),
    _twin(
        "AWS::Events::Rule",
        "aws_cloudwatch_event_rule",
        ref="name id",
        attributes="Arn",
        names="Description EventBusName EventPattern Name RoleArn ScheduleExpression State Tags",
    ),
    _twin(
        "AWS::Events::EventBus",
        "aws_cloudwatch_event_bus",
        ref="name id",
        attributes="Arn",
        names=(
            "DeadLetterConfig DeadLetterConfig.Arn Description EventSourceName KmsKeyIdentifier "
            "LogConfig LogConfig.IncludeDetail LogConfig.Level Name Tags"
        ),
    ),
    _twin(
        "AWS::Scheduler::Schedule",
        "aws_scheduler_schedule",
        ref="name",
        attributes="Arn",
        names=(
            "Description EndDate FlexibleTimeWindow FlexibleTimeWindow.MaximumWindowInMinutes "
            "FlexibleTimeWindow.Mode GroupName KmsKeyArn Name ScheduleExpression "
            "ScheduleExpressionTimezone StartDate State Target"
        ),
    ),
    _twin(
        "AWS::KMS::Key",
        "aws_kms_key",
        ref="key_id id",
        attributes="Arn KeyId",
        names=(
            "Description EnableKeyRotation Enabled=is_enabled KeyPolicy=policy "
            "KeySpec=customer_master_key_spec KeyUsage MultiRegion "
            "PendingWindowInDays=deletion_window_in_days RotationPeriodInDays Tags"
        ),
    ),
    _twin(
        "AWS::KMS::Alias",
        "aws_kms_alias",
        ref="name id",
        names="AliasName=name TargetKeyId",
    ),
    _twin(
        "AWS::SecretsManager::Secret",
        "aws_secretsmanager_secret",
        ref="arn id",
        attributes="Id=arn",
        names="Description KmsKeyId Name Tags Type",
    ),
    _twin(
        "AWS::SecretsManager::RotationSchedule",
        "aws_secretsmanager_secret_rotation",
        ref="id",
        attributes="Id",
        names=(
            "RotationLambdaARN RotationRules RotationRules.AutomaticallyAfterDays "
            "RotationRules.Duration RotationRules.ScheduleExpression SecretId"
        ),
    ),
    _twin(
        "AWS::SSM::Parameter",
        "aws_ssm_parameter",
        ref="name id",
        attributes="Arn",
        names="AllowedPattern DataType Description Name Tags=tags Tier Type Value",
    ),
    _twin(
        "AWS::ElasticLoadBalancingV2::LoadBalancer",
        "aws_lb",
        ref="arn id",
        attributes=(
            "CanonicalHostedZoneID=zone_id DNSName LoadBalancerArn=arn "
            "LoadBalancerFullName=arn_suffix LoadBalancerName=name"
        ),
        names=("EnablePrefixForIpv6SourceNat IpAddressType Name SecurityGroups Subnets Tags Type=load_balancer_type"),
    ),
    _twin(
        "AWS::ElasticLoadBalancingV2::TargetGroup",
        "aws_lb_target_group",
        ref="arn id",
        attributes="LoadBalancerArns TargetGroupArn=arn TargetGroupFullName=arn_suffix TargetGroupName=name",
        names="IpAddressType Name Port Protocol ProtocolVersion Tags TargetType VpcId",
    ),
    _twin(
        "AWS::ElasticLoadBalancingV2::Listener",
        "aws_lb_listener",
        ref="arn id",
        attributes="ListenerArn=arn",
        names="LoadBalancerArn Port Protocol SslPolicy Tags",
    ),
    _twin(
        "AWS::ElasticLoadBalancingV2::ListenerRule",
        "aws_lb_listener_rule",
        ref="arn id",
        attributes="RuleArn=arn",
        names="ListenerArn Priority Tags",
    ),
    _twin(
        "AWS::ElasticLoadBalancing::LoadBalancer",
        "aws_elb",
        ref="name id",
        attributes=("CanonicalHostedZoneNameID=zone_id DNSName SourceSecurityGroup.GroupName=source_security_group"),
        names="AvailabilityZones LoadBalancerName=name SecurityGroups Subnets Tags",
    ),
    _twin(
        "AWS::ElastiCache::CacheCluster",
        "aws_elasticache_cluster",
        ref="cluster_id id",
        attributes="ConfigurationEndpoint.Address=cluster_address ConfigurationEndpoint.Port",
        names=(
            "AZMode AutoMinorVersionUpgrade CacheNodeType=node_type "
            "CacheParameterGroupName=parameter_group_name CacheSubnetGroupName=subnet_group_name "
            "ClusterName=cluster_id Engine EngineVersion IpDiscovery NetworkType NotificationTopicArn "
            "NumCacheNodes Port PreferredAvailabilityZones "
            "PreferredMaintenanceWindow=maintenance_window SnapshotArns SnapshotName "
            "SnapshotRetentionLimit SnapshotWindow Tags TransitEncryptionEnabled "
            "VpcSecurityGroupIds=security_group_ids"
        ),
    ),
    _twin(
        "AWS::ElastiCache::ReplicationGroup",
        "aws_elasticache_replication_group",
        ref="replication_group_id id",
        attributes=(
            "ConfigurationEndPoint.Address=configuration_endpoint_address "
            "PrimaryEndPoint.Address=primary_endpoint_address PrimaryEndPoint.Port "
            "ReaderEndPoint.Address=reader_endpoint_address"
        ),
        names=(
            "AtRestEncryptionEnabled AuthToken AutoMinorVersionUpgrade AutomaticFailoverEnabled "
            "CacheNodeType=node_type CacheParameterGroupName=parameter_group_name "
            "CacheSubnetGroupName=subnet_group_name ClusterMode DataTieringEnabled Durability Engine "
            "EngineVersion GlobalReplicationGroupId IpDiscovery KmsKeyId MultiAZEnabled NetworkType "
            "NodeGroupConfiguration NodeGroupConfiguration.NodeGroupId "
            "NodeGroupConfiguration.PrimaryAvailabilityZone "
            "NodeGroupConfiguration.ReplicaAvailabilityZones NodeGroupConfiguration.ReplicaCount "
            "NodeGroupConfiguration.Slots NotificationTopicArn NumCacheClusters NumNodeGroups Port "
            "PreferredMaintenanceWindow=maintenance_window ReplicasPerNodeGroup "
            "ReplicationGroupDescription=description ReplicationGroupId SecurityGroupIds SnapshotArns "
            "SnapshotName SnapshotRetentionLimit SnapshotWindow Tags TransitEncryptionEnabled "
            "TransitEncryptionMode UserGroupIds"
        ),
    ),
    _twin(
        "AWS::ElastiCache::SubnetGroup",
        "aws_elasticache_subnet_group",
        ref="name id",
        names="CacheSubnetGroupName=name Description SubnetIds Tags",
    ),
    _twin(
        "AWS::ElastiCache::ParameterGroup",
        "aws_elasticache_parameter_group",
        ref="name id",
        names="CacheParameterGroupFamily=family Description Tags",
    ),
    _twin(
        "AWS::ElastiCache::User",
        "aws_elasticache_user",
        ref="user_id id",
        attributes="Arn",
        names=(
            "AccessString AuthenticationMode AuthenticationMode.Passwords AuthenticationMode.Type "
            "Engine NoPasswordRequired Passwords Tags UserId UserName"
        ),
    ),
    _twin(
        "AWS::ECS::Cluster",
        "aws_ecs_cluster",
        ref="name",
        attributes="Arn",
        names=(
            "ClusterName=name Configuration Configuration.ExecuteCommandConfiguration "
            "Configuration.ExecuteCommandConfiguration.KmsKeyId "
            "Configuration.ExecuteCommandConfiguration.LogConfiguration "
            "Configuration.ExecuteCommandConfiguration.LogConfiguration.CloudWatchEncryptionEnabled "
            "Configuration.ExecuteCommandConfiguration.LogConfiguration.CloudWatchLogGroupName "
            "Configuration.ExecuteCommandConfiguration.LogConfiguration.S3BucketName "
            "Configuration.ExecuteCommandConfiguration.LogConfiguration.S3KeyPrefix "
            "Configuration.ExecuteCommandConfiguration.Logging "
            "Configuration.ManagedStorageConfiguration "
            "Configuration.ManagedStorageConfiguration.FargateEphemeralStorageKmsKeyId "
            "Configuration.ManagedStorageConfiguration.KmsKeyId ServiceConnectDefaults "
            "ServiceConnectDefaults.Namespace Tags"
        ),
    ),
    _twin(
        "AWS::ECS::Service",
        "aws_ecs_service",
        ref="arn id",
        attributes="Name ServiceArn=arn",
        names=(
            "AvailabilityZoneRebalancing CapacityProviderStrategy CapacityProviderStrategy.Base "
            "CapacityProviderStrategy.CapacityProvider CapacityProviderStrategy.Weight Cluster "
            "DeploymentController DeploymentController.Type DesiredCount EnableECSManagedTags "
            "EnableExecuteCommand HealthCheckGracePeriodSeconds LaunchType PlacementConstraints "
            "PlacementConstraints.Expression PlacementConstraints.Type PlatformVersion PropagateTags "
            "Role=iam_role SchedulingStrategy ServiceName=name ServiceRegistries "
            "ServiceRegistries.ContainerName ServiceRegistries.ContainerPort ServiceRegistries.Port "
            "ServiceRegistries.RegistryArn Tags TaskDefinition"
        ),
    ),
    _twin(
        "AWS::ECS::TaskDefinition",
        "aws_ecs_task_definition",
        ref="arn",
        attributes="TaskDefinitionArn=arn",
        names=(
            "Cpu EnableFaultInjection EphemeralStorage ExecutionRoleArn Family IpcMode Memory "
            "NetworkMode PidMode PlacementConstraints PlacementConstraints.Expression "
            "PlacementConstraints.Type ProxyConfiguration ProxyConfiguration.ContainerName "
            "ProxyConfiguration.Type RequiresCompatibilities RuntimePlatform "
            "RuntimePlatform.CpuArchitecture RuntimePlatform.OperatingSystemFamily Tags TaskRoleArn"
        ),
    ),
    _twin(
        "AWS::ECR::Repository",
        "aws_ecr_repository",
        ref="name id",
        attributes="Arn RepositoryUri=repository_url",
        names=(
            "EncryptionConfiguration EncryptionConfiguration.EncryptionType "
            "EncryptionConfiguration.KmsKey ImageScanningConfiguration "
            "ImageScanningConfiguration.ScanOnPush ImageTagMutability RepositoryName=name Tags"
        ),
    ),
    _twin(
        "AWS::StepFunctions::StateMachine",
        "aws_sfn_state_machine",
        ref="arn id",
        attributes="Arn Name",
        names=(
            "DefinitionString=definition EncryptionConfiguration "
            "EncryptionConfiguration.KmsDataKeyReusePeriodSeconds EncryptionConfiguration.KmsKeyId "
            "EncryptionConfiguration.Type LoggingConfiguration "
            "LoggingConfiguration.IncludeExecutionData LoggingConfiguration.Level RoleArn "
            "StateMachineName=name StateMachineType=type Tags TracingConfiguration "
            "TracingConfiguration.Enabled"
        ),
    ),
    _twin(
        "AWS::StepFunctions::Activity",
        "aws_sfn_activity",
        ref="arn id",
        attributes="Arn",
        names=(
            "EncryptionConfiguration EncryptionConfiguration.KmsDataKeyReusePeriodSeconds "
            "EncryptionConfiguration.KmsKeyId EncryptionConfiguration.Type Name Tags"
        ),
    ),
    _twin(
        "AWS::ApiGateway::RestApi",
        "aws_api_gateway_rest_api",
        ref="id",
        attributes="RestApiId=id RootResourceId",
        names=(
            "BinaryMediaTypes Body Description DisableExecuteApiEndpoint EndpointAccessMode "
            "EndpointConfiguration EndpointConfiguration.IpAddressType EndpointConfiguration.Types "
            "EndpointConfiguration.VpcEndpointIds FailOnWarnings MinimumCompressionSize Name "
            "Parameters Policy SecurityPolicy Tags"
        ),
    ),
    _twin(
        "AWS::ApiGateway::Stage",
        "aws_api_gateway_stage",
        ref="stage_name",
        names=(
            "AccessLogSetting=access_log_settings AccessLogSetting.DestinationArn "
            "AccessLogSetting.Format CacheClusterEnabled CacheClusterSize ClientCertificateId "
            "DeploymentId Description DocumentationVersion RestApiId StageName Tags "
            "TracingEnabled=xray_tracing_enabled Variables"
        ),
    ),
    _twin(
        "AWS::ApiGateway::ApiKey",
        "aws_api_gateway_api_key",
        ref="id",
        attributes="APIKeyId=id",
        names="CustomerId Description Enabled Name Tags Value",
    ),
    _twin(
        "AWS::ApiGateway::UsagePlan",
        "aws_api_gateway_usage_plan",
        ref="id",
        attributes="Id",
        names="ApiStages ApiStages.ApiId ApiStages.Stage Description Tags UsagePlanName=name",
    ),
    _twin(
        "AWS::ApiGateway::Authorizer",
        "aws_api_gateway_authorizer",
        ref="id",
        attributes="AuthorizerId=id",
        names=(
            "AuthorizerCredentials AuthorizerResultTtlInSeconds AuthorizerUri IdentitySource "
            "IdentityValidationExpression Name ProviderARNs=provider_arns RestApiId Type"
        ),
    ),
    _twin(
        "AWS::ApiGateway::Resource",
        "aws_api_gateway_resource",
        ref="id",
        attributes="ResourceId=id",
        names="ParentId PathPart RestApiId",
    ),
    _twin(
        "AWS::ApiGateway::Deployment",
        "aws_api_gateway_deployment",
        ref="id",
        attributes="DeploymentId=id",
        names="Description RestApiId",
    ),
    _twin(
        "AWS::ApiGatewayV2::Api",
        "aws_apigatewayv2_api",
        ref="id",
        attributes="ApiEndpoint ApiId=id",
        names=(
            "ApiKeySelectionExpression Body CorsConfiguration CorsConfiguration.AllowCredentials "
            "CorsConfiguration.AllowHeaders CorsConfiguration.AllowMethods "
            "CorsConfiguration.AllowOrigins CorsConfiguration.ExposeHeaders CorsConfiguration.MaxAge "
            "CredentialsArn Description DisableExecuteApiEndpoint FailOnWarnings IpAddressType Name "
            "ProtocolType RouteKey RouteSelectionExpression Tags=tags Target Version"
        ),
    ),
    _twin(
        "AWS::ApiGatewayV2::Stage",
        "aws_apigatewayv2_stage",
        ref="id",
        names=(
            "AccessLogSettings AccessLogSettings.DestinationArn AccessLogSettings.Format ApiId "
            "AutoDeploy ClientCertificateId DefaultRouteSettings "
            "DefaultRouteSettings.DataTraceEnabled DefaultRouteSettings.DetailedMetricsEnabled "
            "DefaultRouteSettings.LoggingLevel DefaultRouteSettings.ThrottlingBurstLimit "
            "DefaultRouteSettings.ThrottlingRateLimit DeploymentId Description StageVariables "
            "Tags=tags"
        ),
    ),
    _twin(
        "AWS::Cognito::UserPool",
        "aws_cognito_user_pool",
        ref="id",
        attributes="Arn ProviderName=endpoint UserPoolId=id",
        names=(
            "AliasAttributes AutoVerifiedAttributes DeletionProtection EmailVerificationMessage "
            "EmailVerificationSubject MfaConfiguration SmsAuthenticationMessage SmsConfiguration "
            "SmsConfiguration.ExternalId SmsConfiguration.SnsCallerArn SmsConfiguration.SnsRegion "
            "SmsVerificationMessage UserAttributeUpdateSettings "
            "UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate UserPoolName=name "
            "UserPoolTags=tags UserPoolTier UsernameAttributes UsernameConfiguration "
            "UsernameConfiguration.CaseSensitive"
        ),
    ),
    _twin(
        "AWS::Cognito::UserPoolClient",
        "aws_cognito_user_pool_client",
        ref="id",
        attributes="ClientId=id ClientSecret Name",
        names=(
            "AccessTokenValidity AllowedOAuthFlows=allowed_oauth_flows "
            "AllowedOAuthFlowsUserPoolClient=allowed_oauth_flows_user_pool_client "
            "AllowedOAuthScopes=allowed_oauth_scopes AuthSessionValidity CallbackURLs=callback_urls "
            "ClientName=name DefaultRedirectURI EnablePropagateAdditionalUserContextData "
            "EnableTokenRevocation ExplicitAuthFlows GenerateSecret IdTokenValidity "
            "LogoutURLs=logout_urls PreventUserExistenceErrors ReadAttributes RefreshTokenValidity "
            "SupportedIdentityProviders UserPoolId WriteAttributes"
        ),
    ),
    _twin(
        "AWS::Cognito::UserPoolDomain",
        "aws_cognito_user_pool_domain",
        ref="domain id",
        names="Domain ManagedLoginVersion UserPoolId",
    ),
    _twin(
        "AWS::Cognito::IdentityPool",
        "aws_cognito_identity_pool",
        ref="id",
        attributes="Id",
        names=(
            "AllowClassicFlow AllowUnauthenticatedIdentities CognitoIdentityProviders "
            "CognitoIdentityProviders.ClientId CognitoIdentityProviders.ProviderName "
            "CognitoIdentityProviders.ServerSideTokenCheck DeveloperProviderName IdentityPoolName "
            "SupportedLoginProviders"
        ),
    ),
    _twin(
        "AWS::Cognito::UserPoolGroup",
        "aws_cognito_user_group",
        ref="name",
        names="Description GroupName=name Precedence RoleArn UserPoolId",
    ),
    _twin(
        "AWS::Kinesis::Stream",
        "aws_kinesis_stream",
        ref="name",
        attributes="Arn",
        names=(
            "Name RetentionPeriodHours=retention_period ShardCount StreamModeDetails StreamModeDetails.StreamMode Tags"
        ),
    ),
    _twin(
        "AWS::KinesisFirehose::DeliveryStream",
        "aws_kinesis_firehose_delivery_stream",
        ref="name",
        attributes="Arn",
        names="DeliveryStreamName=name Tags",
    ),
    _twin(
        "AWS::EC2::SecurityGroup",
        "aws_security_group",
        ref="id",
        attributes="GroupId=id Id VpcId",
        names="GroupDescription=description GroupName=name Tags VpcId",
    ),
    _twin(
        "AWS::EC2::VPC",
        "aws_vpc",
        ref="id",
        attributes=(
            "CidrBlock DefaultNetworkAcl=default_network_acl_id DefaultSecurityGroup=default_security_group_id VpcId=id"
        ),
        names=("CidrBlock EnableDnsHostnames EnableDnsSupport InstanceTenancy Ipv4IpamPoolId Ipv4NetmaskLength Tags"),
    ),
    _twin(
        "AWS::EC2::Subnet",
        "aws_subnet",
        ref="id",
        attributes="AvailabilityZone CidrBlock SubnetId=id VpcId",
        names=(
            "AssignIpv6AddressOnCreation AvailabilityZone AvailabilityZoneId CidrBlock EnableDns64 "
            "EnableLniAtDeviceIndex Ipv4IpamPoolId Ipv4NetmaskLength Ipv6CidrBlock Ipv6IpamPoolId "
            "Ipv6Native Ipv6NetmaskLength MapPublicIpOnLaunch OutpostArn Tags VpcId"
        ),
    ),
    _twin(
        "AWS::EC2::InternetGateway",
        "aws_internet_gateway",
        ref="id",
        attributes="InternetGatewayId=id",
        names="Tags",
    ),
    _twin(
        "AWS::EC2::NatGateway",
        "aws_nat_gateway",
        ref="id",
        attributes="NatGatewayId=id RouteTableId",
        names=(
            "AllocationId AvailabilityMode ConnectivityType SecondaryAllocationIds "
            "SecondaryPrivateIpAddressCount SecondaryPrivateIpAddresses SubnetId Tags VpcId"
        ),
    ),
    _twin(
        "AWS::EC2::RouteTable",
        "aws_route_table",
        ref="id",
        attributes="RouteTableId=id",
        names="Tags VpcId",
    ),
    _twin(
        "AWS::EC2::SubnetRouteTableAssociation",
        "aws_route_table_association",
        ref="id",
        attributes="Id",
        names="RouteTableId SubnetId",
    ),
    _twin(
        "AWS::EC2::Route",
        "aws_route",
        ref="id",
        names=(
            "CoreNetworkArn DestinationCidrBlock DestinationIpv6CidrBlock DestinationPrefixListId "
            "GatewayId LocalGatewayId NatGatewayId NetworkInterfaceId RouteTableId TransitGatewayId "
            "VpcEndpointId VpcPeeringConnectionId"
        ),
    ),
    _twin(
        "AWS::EC2::EIP",
        "aws_eip",
        ref="public_ip",
        attributes="AllocationId PublicIp",
        names="Domain IpamPoolId NetworkBorderGroup Tags",
    ),
    _twin(
        "AWS::EC2::Instance",
        "aws_instance",
        ref="id",
        attributes=(
            "AvailabilityZone InstanceId=id PrivateDnsName=private_dns PrivateIp PublicDnsName=public_dns PublicIp"
        ),
        names=(
            "AvailabilityZone CreditSpecification CreditSpecification.CPUCredits "
            "DisableApiTermination EbsOptimized HostId HostResourceGroupArn IamInstanceProfile "
            "ImageId=ami InstanceInitiatedShutdownBehavior InstanceType Ipv6AddressCount KeyName "
            "Monitoring PrivateDnsNameOptions PrivateDnsNameOptions.EnableResourceNameDnsAAAARecord "
            "PrivateDnsNameOptions.EnableResourceNameDnsARecord PrivateDnsNameOptions.HostnameType "
            "SecurityGroupIds=vpc_security_group_ids SecurityGroups SourceDestCheck SubnetId Tags "
            "Tenancy UserData=user_data_base64"
        ),
    ),
    _twin(
        "AWS::EC2::Volume",
        "aws_ebs_volume",
        ref="id",
        attributes="VolumeId=id",
        names=(
            "AvailabilityZone Encrypted Iops KmsKeyId MultiAttachEnabled OutpostArn Size SnapshotId "
            "Tags Throughput VolumeInitializationRate VolumeType=type"
        ),
    ),
    _twin(
        "AWS::EC2::LaunchTemplate",
        "aws_launch_template",
        ref="id",
        attributes=("DefaultVersionNumber=default_version LatestVersionNumber=latest_version LaunchTemplateId=id"),
        names="LaunchTemplateName=name",
    ),
    _twin(
        "AWS::EC2::FlowLog",
        "aws_flow_log",
        ref="id",
        attributes="Id",
        names=(
            "DeliverCrossAccountRole DeliverLogsPermissionArn=iam_role_arn DestinationOptions "
            "DestinationOptions.FileFormat DestinationOptions.HiveCompatiblePartitions "
            "DestinationOptions.PerHourPartition LogDestination LogDestinationType LogFormat "
            "MaxAggregationInterval Tags TrafficType"
        ),
    ),
    _twin(
        "AWS::EC2::VPCEndpoint",
        "aws_vpc_endpoint",
        ref="id",
        attributes="Id NetworkInterfaceIds",
        names=(
            "DnsOptions DnsOptions.DnsRecordIpType "
            "DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint DnsOptions.PrivateDnsPreference "
            "DnsOptions.PrivateDnsSpecifiedDomains IpAddressType PolicyDocument=policy "
            "PrivateDnsEnabled ResourceConfigurationArn RouteTableIds SecurityGroupIds ServiceName "
            "ServiceNetworkArn ServiceRegion SubnetIds Tags VpcEndpointType VpcId"
        ),
    ),
    _twin(
        "AWS::EC2::KeyPair",
        "aws_key_pair",
        ref="key_name",
        attributes="KeyPairId",
        names="KeyName Tags",
    ),
    _twin(
        "AWS::AutoScaling::AutoScalingGroup",
        "aws_autoscaling_group",
        ref="name id",
        attributes="AutoScalingGroupARN=arn",
        names=(
            "AutoScalingGroupName=name AvailabilityZones CapacityRebalance DefaultInstanceWarmup "
            "DesiredCapacity DesiredCapacityType HealthCheckGracePeriod HealthCheckType "
            "LaunchConfigurationName=launch_configuration MaxInstanceLifetime MaxSize MinSize "
            "PlacementGroup ServiceLinkedRoleARN TargetGroupARNs=target_group_arns "
            "TerminationPolicies VPCZoneIdentifier"
        ),
    ),
    _twin(
        "AWS::AutoScaling::LaunchConfiguration",
        "aws_launch_configuration",
        ref="name id",
        names=(
            "AssociatePublicIpAddress EbsOptimized IamInstanceProfile ImageId InstanceType KeyName "
            "LaunchConfigurationName=name PlacementTenancy SecurityGroups SpotPrice "
            "UserData=user_data_base64"
        ),
    ),
    _twin(
        "AWS::CodeBuild::Project",
        "aws_codebuild_project",
        ref="name",
        attributes="Arn",
        names=(
            "AutoRetryLimit BadgeEnabled ConcurrentBuildLimit Description EncryptionKey Name "
            "ResourceAccessRole ServiceRole SourceVersion Tags VpcConfig VpcConfig.SecurityGroupIds "
            "VpcConfig.Subnets VpcConfig.VpcId"
        ),
    ),
    _twin(
        "AWS::CodePipeline::Pipeline",
        "aws_codepipeline",
        ref="name id",
        attributes="Arn",
        names="ExecutionMode Name PipelineType RoleArn Tags",
    ),
    _twin(
        "AWS::CodeCommit::Repository",
        "aws_codecommit_repository",
        ref="repository_id",
        attributes="Arn CloneUrlHttp CloneUrlSsh Name=repository_name RepositoryId",
        names="KmsKeyId RepositoryDescription=description RepositoryName Tags",
    ),
    _twin(
        "AWS::CodeDeploy::Application",
        "aws_codedeploy_app",
        ref="name",
        names="ApplicationName=name ComputePlatform Tags",
    ),
    _twin(
        "AWS::CodeDeploy::DeploymentGroup",
        "aws_codedeploy_deployment_group",
        ref="deployment_group_name",
        names=(
            "ApplicationName=app_name DeploymentConfigName DeploymentGroupName "
            "OutdatedInstancesStrategy ServiceRoleArn Tags TerminationHookEnabled"
        ),
    ),
    _twin(
        "AWS::Glue::Database",
        "aws_glue_catalog_database",
        ref="name",
        names=(
            "CatalogId DatabaseInput.Description DatabaseInput.LocationUri DatabaseInput.Name DatabaseInput.Parameters"
        ),
        lifted="DatabaseInput",
    ),
    _twin(
        "AWS::Glue::Table",
        "aws_glue_catalog_table",
        ref="name",
        names=(
            "CatalogId DatabaseName Name TableInput.Description TableInput.Name TableInput.Owner "
            "TableInput.Parameters TableInput.Retention TableInput.TableType "
            "TableInput.ViewExpandedText TableInput.ViewOriginalText"
        ),
        lifted="TableInput",
    ),
    _twin(
        "AWS::Glue::Crawler",
        "aws_glue_crawler",
        ref="name id",
        names=(
            "Classifiers Configuration CrawlerSecurityConfiguration=security_configuration "
            "DatabaseName Description Name Role TablePrefix Tags=tags"
        ),
    ),
    _twin(
        "AWS::Glue::Job",
        "aws_glue_job",
        ref="name id",
        names=(
            "DefaultArguments Description ExecutionClass GlueVersion JobMode JobRunQueuingEnabled "
            "MaintenanceWindow MaxCapacity MaxRetries Name NonOverridableArguments NumberOfWorkers "
            "Role=role_arn SecurityConfiguration Tags=tags Timeout WorkerType"
        ),
    ),
    _twin(
        "AWS::Athena::WorkGroup",
        "aws_athena_workgroup",
        ref="name id",
        names="Description Name State Tags",
    ),
    _twin(
        "AWS::Athena::NamedQuery",
        "aws_athena_named_query",
        ref="id",
        attributes="NamedQueryId=id",
        names="Database Description Name QueryString=query WorkGroup=workgroup",
    ),
    _twin(
        "AWS::Timestream::Database",
        "aws_timestreamwrite_database",
        ref="database_name",
        attributes="Arn",
        names="DatabaseName KmsKeyId Tags",
    ),
    _twin(
        "AWS::Timestream::Table",
        "aws_timestreamwrite_table",
        ref="Ref",
        attributes="Arn Name=table_name",
        names="DatabaseName TableName Tags",
    ),
    _twin(
        "AWS::Redshift::Cluster",
        "aws_redshift_cluster",
        ref="cluster_identifier id",
        attributes="ClusterNamespaceArn Endpoint.Address=dns_name Endpoint.Port MasterPasswordSecretArn",
        names=(
            "AllowVersionUpgrade AquaConfigurationStatus AutomatedSnapshotRetentionPeriod "
            "AvailabilityZone ClusterIdentifier ClusterParameterGroupName ClusterSubnetGroupName "
            "ClusterType ClusterVersion DBName=database_name ElasticIp Encrypted EnhancedVpcRouting "
            "IamRoles KmsKeyId MaintenanceTrackName ManageMasterPassword "
            "ManualSnapshotRetentionPeriod MasterPasswordSecretKmsKeyId "
            "MasterUserPassword=master_password MasterUsername MultiAZ NodeType NumberOfNodes "
            "OwnerAccount Port PreferredMaintenanceWindow PubliclyAccessible "
            "SnapshotClusterIdentifier SnapshotIdentifier Tags VpcSecurityGroupIds"
        ),
    ),
    _twin(
        "AWS::OpenSearchService::Domain",
        "aws_opensearch_domain",
        ref="domain_name",
        attributes="Arn DomainArn=arn DomainEndpoint=endpoint",
        names="AccessPolicies AdvancedOptions DomainName EngineVersion IPAddressType Tags",
    ),
    _twin(
        "AWS::EFS::FileSystem",
        "aws_efs_file_system",
        ref="id",
        attributes="Arn FileSystemId=id",
        names=(
            "AvailabilityZoneName Encrypted FileSystemTags=tags KmsKeyId PerformanceMode "
            "ProvisionedThroughputInMibps ThroughputMode"
        ),
        pairs={"FileSystemTags": TAGS},
    ),
    _twin(
        "AWS::EFS::MountTarget",
        "aws_efs_mount_target",
        ref="id",
        attributes="Id",
        names="FileSystemId IpAddress IpAddressType Ipv6Address SecurityGroups SubnetId",
    ),
    _twin(
        "AWS::CertificateManager::Certificate",
        "aws_acm_certificate",
        ref="arn id",
        attributes="CertificateArn=arn",
        names=("CertificateAuthorityArn DomainName KeyAlgorithm SubjectAlternativeNames Tags ValidationMethod"),
    ),
    _twin(
        "AWS::Route53::HostedZone",
        "aws_route53_zone",
        ref="zone_id id",
        attributes="Id=zone_id NameServers",
        names="DelegationSetId HostedZoneTags=tags Name",
        pairs={"HostedZoneTags": TAGS},
    ),
    _twin(
        "AWS::CloudTrail::Trail",
        "aws_cloudtrail",
        ref="name",
        attributes="Arn SnsTopicArn",
        names=(
            "CloudWatchLogsLogGroupArn=cloud_watch_logs_group_arn CloudWatchLogsRoleArn "
            "EnableLogFileValidation IncludeGlobalServiceEvents IsLogging=enable_logging "
            "IsMultiRegionTrail IsOrganizationTrail KMSKeyId S3BucketName S3KeyPrefix SnsTopicName "
            "Tags TrailName=name"
        ),
    ),
    _twin(
        "AWS::EKS::Cluster",
        "aws_eks_cluster",
        ref="name id",
        attributes="Arn",
        names="BootstrapSelfManagedAddons Name RoleArn Tags Version",
    ),
    _twin(
        "AWS::Backup::BackupVault",
        "aws_backup_vault",
        ref="name id",
        attributes="BackupVaultArn=arn",
        names="BackupVaultName=name EncryptionKeyArn=kms_key_arn",
    ),
    _twin(
        "AWS::Batch::JobQueue",
        "aws_batch_job_queue",
        ref="arn",
        attributes="JobQueueArn=arn",
        names="JobQueueName=name Priority SchedulingPolicyArn State Tags=tags",
    ),
    _twin(
        "AWS::Batch::JobDefinition",
        "aws_batch_job_definition",
        ref="arn",
        attributes="JobDefinitionArn=arn",
        names=(
            "JobDefinitionName=name Parameters PlatformCapabilities PropagateTags SchedulingPriority Tags=tags Type"
        ),
    ),
    _twin(
        "AWS::ServiceDiscovery::PrivateDnsNamespace",
        "aws_service_discovery_private_dns_namespace",
        ref="id",
        attributes="Arn Id",
        names="Description Name Tags Vpc",
    ),
    _twin(
        "AWS::MSK::Cluster",
        "aws_msk_cluster",
        ref="arn id",
        attributes="Arn CurrentVersion",
        names="ClusterName EnhancedMonitoring KafkaVersion NumberOfBrokerNodes StorageMode Tags=tags",
    ),
    _twin(
        "AWS::Config::ConfigRule",
        "aws_config_config_rule",
        ref="name",
        attributes="Arn",
        names="ConfigRuleName=name Description InputParameters MaximumExecutionFrequency",
    ),
    _twin(
        "AWS::ApplicationAutoScaling::ScalableTarget",
        "aws_appautoscaling_target",
        ref="id",
        attributes="Id",
        names="MaxCapacity MinCapacity ResourceId RoleARN ScalableDimension ServiceNamespace Tags",
    ),
    _twin(
        "AWS::ApplicationAutoScaling::ScalingPolicy",
        "aws_appautoscaling_policy",
        ref="arn",
        attributes="Arn",
        names="PolicyName=name PolicyType ResourceId ScalableDimension ServiceNamespace",
    ),
    _twin(
        "AWS::CloudFront::Distribution",
        "aws_cloudfront_distribution",
        ref="id",
        attributes="DomainName Id",
        names=(
            "DistributionConfig.Aliases DistributionConfig.Comment "
            "DistributionConfig.DefaultRootObject DistributionConfig.Enabled "
            "DistributionConfig.HttpVersion DistributionConfig.IPV6Enabled=is_ipv6_enabled "
            "DistributionConfig.PriceClass DistributionConfig.Staging DistributionConfig.WebACLId "
            "Tags"
        ),
        lifted="DistributionConfig",
    ),
    _twin(
        "AWS::DocDB::DBCluster",
        "aws_docdb_cluster",
        ref="cluster_identifier id",
        attributes="ClusterResourceId Id",
        names=(
            "AvailabilityZones BackupRetentionPeriod DBClusterIdentifier=cluster_identifier "
            "DBClusterParameterGroupName DBSubnetGroupName DeletionProtection "
            "EnableCloudwatchLogsExports=enabled_cloudwatch_logs_exports EngineVersion "
            "GlobalClusterIdentifier KmsKeyId ManageMasterUserPassword "
            "MasterUserPassword=master_password MasterUsername NetworkType Port PreferredBackupWindow "
            "PreferredMaintenanceWindow SnapshotIdentifier StorageEncrypted StorageType Tags "
            "VpcSecurityGroupIds"
        ),
    ),
    _twin(
        "AWS::SSM::Document",
        "aws_ssm_document",
        ref="name id",
        names="Content DocumentFormat DocumentType Name Tags TargetType VersionName",
    ),
)


@cache
def _by_source() -> dict[str, tuple[Twin, ...]]:
    found: dict[str, tuple[Twin, ...]] = {}
    for known in _TWINS:
        found[known.source] = (*found.get(known.source, ()), known)
    return found


@cache
def _by_type() -> dict[str, Twin]:
    return {known.type: known for known in reversed(_TWINS)}


def twin(source: str, properties: Collection[str] = ()) -> Twin | None:
    """Return the twin of a resource of the CloudFormation type *source* that has *properties*."""
    candidates = _by_source().get(source, ())
    return next((known for known in candidates if not known.having or known.having in properties), None)


def twin_of(neutral: str) -> Twin | None:
    """Return the twin of the Terraform type *neutral*."""
    return _by_type().get(neutral)


def twins() -> tuple[Twin, ...]:
    """Return them all."""
    return _TWINS
