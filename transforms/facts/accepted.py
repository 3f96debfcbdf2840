"""The words that the AWS provider takes for its arguments; ``build_enumerations.py`` says where they are from.

``CONFUSED`` is what people write for some of them, and what they mean: seen in code that the provider rejected, by
November 2026.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("accepted_terraform.txt")

# By type, then the path of the argument: the word that is meant by another one.
CONFUSED: dict[str, dict[str, dict[str, str]]] = {
    "aws_cloudwatch_metric_alarm": {
        "comparison_operator": {
            ">": "GreaterThanThreshold",
            ">=": "GreaterThanOrEqualToThreshold",
            "<": "LessThanThreshold",
            "<=": "LessThanOrEqualToThreshold",
            "GreaterThan": "GreaterThanThreshold",
            "LessThan": "LessThanThreshold",
        },
    },
    "aws_config_config_rule": {"maximum_execution_frequency": {"Daily": "TwentyFour_Hours", "Hourly": "One_Hour"}},
    "aws_config_delivery_channel": {
        "snapshot_delivery_properties.delivery_frequency": {"Daily": "TwentyFour_Hours", "Hourly": "One_Hour"},
    },
    "aws_db_instance": {"enabled_cloudwatch_logs_exports": {"slow_query": "slowquery", "slow-query": "slowquery"}},
    "aws_dynamodb_table": {
        "billing_mode": {"ON_DEMAND": "PAY_PER_REQUEST", "PAY_PER_USE": "PAY_PER_REQUEST"},
        "attribute.type": {"String": "S", "STRING": "S", "string": "S", "Number": "N", "NUMBER": "N", "Binary": "B"},
        "stream_view_type": {"NEW_AND_OLD_IMAGE": "NEW_AND_OLD_IMAGES"},
    },
    "aws_kinesis_firehose_delivery_stream": {"destination": {"s3": "extended_s3"}},
    "aws_rds_cluster": {"enabled_cloudwatch_logs_exports": {"slow_query": "slowquery", "slow-query": "slowquery"}},
    "aws_route53_health_check": {"insufficient_data_health_status": {"Failure": "Unhealthy", "Success": "Healthy"}},
    "aws_s3_bucket_versioning": {"versioning_configuration.status": {"true": "Enabled", "On": "Enabled"}},
}

# What the file does not have: arguments that exclude each other, of which the provider judges none.
WORDS: dict[str, tuple[str, ...]] = {
    "aws_cloudfront_distribution.default_cache_behavior.viewer_protocol_policy": (
        *("allow-all", "https-only", "redirect-to-https"),
    ),
    "aws_cloudfront_distribution.ordered_cache_behavior.viewer_protocol_policy": (
        *("allow-all", "https-only", "redirect-to-https"),
    ),
    "aws_cloudfront_distribution.restrictions.geo_restriction.restriction_type": ("blacklist", "whitelist", "none"),
    "aws_cloudwatch_metric_alarm.comparison_operator": (
        *("GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "GreaterThanUpperThreshold"),
        *("LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold"),
        *("LessThanOrEqualToThreshold", "LessThanThreshold"),
    ),
    "aws_cloudwatch_metric_alarm.statistic": ("SampleCount", "Average", "Sum", "Minimum", "Maximum"),
    "aws_eip.domain": ("vpc", "standard"),
    "aws_wafv2_web_acl.scope": ("CLOUDFRONT", "REGIONAL"),
}

# The numbers that an argument takes: days of retention, 0 for ever; seconds between two records of a flow log.
NUMBERS: dict[str, tuple[int, ...]] = {
    "aws_cloudwatch_log_group.retention_in_days": (
        *(0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653),
    ),
    "aws_flow_log.max_aggregation_interval": (60, 600),
}


@cache
def accepted() -> dict[str, tuple[str, ...]]:
    """Return the words that each argument takes, by its type and path: ``aws_eip.domain``."""
    found = dict(WORDS)
    for line in FILE.read_text(encoding="utf-8").splitlines():
        words, separator, places = line.partition(": ")
        if separator and not line.startswith("#"):
            found.update(dict.fromkeys(places.split(), tuple(words.split())))
    return found
