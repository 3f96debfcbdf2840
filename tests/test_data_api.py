"""The adapter that stands in place of a driver does what a driver does, through a client that only writes down."""

from __future__ import annotations

import datetime as dt
import decimal
import os
from types import SimpleNamespace
from typing import Any

import pytest

from iacfix.transforms.data_api import adapted, admits

SOURCE = """import os
import pymysql

def handler(event, context):
    with pymysql.connect(host=os.environ["HOST"]) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT id, amount, day FROM t WHERE year = %s AND name = %s", (2026, "x"))
        return cursor.fetchall()
"""


class Client:
    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []

    def __getattr__(self, name: str) -> Any:
        def call(**given: Any) -> dict[str, Any]:
            self.calls.append((name, given))
            columns = [{"typeName": "INT"}, {"typeName": "DECIMAL"}, {"typeName": "DATE"}]
            row = [{"longValue": 1}, {"stringValue": "2.50"}, {"isNull": True}]
            return {"transactionId": "t1", "columnMetadata": columns, "records": [row]}

        return call


def changed(text: str) -> str:
    changes = adapted(text)
    assert changes is not None
    for span, new in sorted(changes, reverse=True):
        text = text[: span.start] + new + text[span.end :]
    return text


def test_statements_go_through_the_data_api(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DB_CLUSTER_ARN", "DB_SECRET_ARN", "DB_NAME"):
        monkeypatch.setenv(name, name.lower())
    client = Client()
    text = changed(SOURCE)
    names: dict[str, Any] = {}
    exec(compile(text.replace("import boto3\n", ""), "index", "exec"), names)
    names["boto3"] = SimpleNamespace(client={"rds-data": client}.get)

    assert names["handler"]({}, None) == [(1, decimal.Decimal("2.50"), None)]
    assert [name for name, _ in client.calls] == ["begin_transaction", "execute_statement", "commit_transaction"]
    statement = client.calls[1][1]
    assert statement["sql"] == "SELECT id, amount, day FROM t WHERE year = :p0 AND name = :p1"
    assert statement["parameters"] == [
        {"name": "p0", "value": {"longValue": 2026}},
        {"name": "p1", "value": {"stringValue": "x"}},
    ]
    assert statement["transactionId"] == "t1"
    assert os.environ["DB_NAME"] == statement["database"]
    assert names["to_field"](dt.date(2026, 1, 2)) == {"value": {"stringValue": "2026-01-02"}, "typeHint": "DATE"}


def test_more_than_cursors_and_statements_is_not_adapted() -> None:
    assert adapted(SOURCE.replace("%s", "%(year)s")) is None
    assert adapted(SOURCE.replace("import pymysql", "import pymysql.cursors")) is None
    assert adapted(SOURCE + "\nERROR = pymysql.MySQLError\n") is None


@pytest.mark.parametrize(
    ("engine", "version", "has"),
    [
        ("aurora-postgresql", "16.4", True),
        ("aurora-postgresql", "13.9", False),
        ("aurora-postgresql", "17", True),
        ("aurora-mysql", "8.0.mysql_aurora.3.04.0", False),
        ("aurora-mysql", "8.0.mysql_aurora.3.08.0", True),
        ("aurora-mysql", "", True),
        ("postgres", "16.4", False),
    ],
)
def test_versions_that_have_the_data_api(engine: str, version: str, has: bool) -> None:
    assert admits(engine, version) is has
