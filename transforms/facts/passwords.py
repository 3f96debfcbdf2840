"""Where resources take passwords, and which characters they take in them.

From the documentation of each service, read in November 2026.
"""

from __future__ import annotations

# The argument that is the password.
PASSWORDS = {
    "aws_db_instance": "password",
    "aws_docdb_cluster": "master_password",
    "aws_elasticache_replication_group": "auth_token",
    "aws_rds_cluster": "master_password",
    "aws_redshift_cluster": "master_password",
    "AWS::DocDB::DBCluster": "MasterUserPassword",
    "AWS::Redshift::Cluster": "MasterUserPassword",
}

# What databases reject in a password, and the special characters that all of them take.
REJECTED = "/@\"' "
SPECIAL = "!#$%&*()-_=+[]{}<>:?"

# ElastiCache takes no others than these.
SPECIAL_OF_CACHES = "!&#$^<>-"
EXCLUDED = "\"@/\\'"  # of what Secrets Manager generates
