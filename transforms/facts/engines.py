"""Engines of RDS: their ports, logs, families of parameter groups, and the drivers that speak to them.

From the RDS and Aurora user guides, read in November 2026:
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html and
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBParameterGroup.html.
"""

from __future__ import annotations

import re

_MYSQL_LOGS = frozenset({"audit", "error", "general", "slowquery", "iam-db-auth-error"})
_POSTGRES_LOGS = frozenset({"postgresql", "upgrade", "iam-db-auth-error"})

LOGS = {
    "aurora-mysql": _MYSQL_LOGS | {"instance"},
    "aurora-postgresql": frozenset({"postgresql", "instance", "iam-db-auth-error"}),
    "mariadb": _MYSQL_LOGS,
    "mysql": _MYSQL_LOGS,
    "postgres": _POSTGRES_LOGS,
}
"""The logs that an engine can send to CloudWatch."""

USUAL_LOGS = {"mysql": ("error", "slowquery"), "postgres": ("postgresql",)}

PORTS = {"mysql": 3306, "postgres": 5432}

DRIVERS = {
    "mysql": frozenset({"pymysql", "MySQLdb", "mysql", "aiomysql", "mysql2"}),
    "postgres": frozenset({"psycopg2", "psycopg", "pg8000", "asyncpg", "pg"}),
}

_FAMILIES = {
    "aurora-mysql": re.compile(r"(?P<major>5\.7|8\.0|8\.4)(?:\.mysql_aurora\..*)?"),
    "aurora-postgresql": re.compile(r"(?P<major>\d{2})(?:\.[\d.]+)?"),
    "mariadb": re.compile(r"(?P<major>\d+\.\d+)(?:\.[\d.]+)?"),
    "mysql": re.compile(r"(?P<major>5\.7|8\.\d)(?:\.[\d.]+)?"),
    "postgres": re.compile(r"(?P<major>9\.\d|\d{2})(?:\.[\d.]+)?"),
}


def dialect(engine: str) -> str:
    """Return whose protocol *engine* speaks: ``mysql`` or ``postgres``, empty for another's."""
    return "postgres" if "postgres" in engine else "mysql" if engine in LOGS else ""


def family(engine: str, version: str) -> str:
    """Return the family of the parameter groups of *engine* at *version*, empty where that cannot be told."""
    pattern = _FAMILIES.get(engine)
    found = pattern.fullmatch(version) if pattern else None
    return f"{engine}{found['major']}" if found else ""
