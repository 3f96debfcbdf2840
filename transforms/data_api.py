"""The Data API of Aurora in place of a driver that a function does not have: the source that speaks to it."""

from __future__ import annotations

import ast
import re

from iacfix.transforms.code import parsed, span_of
from iacfix.transforms.facts.engines import DRIVERS
from iacfix.transforms.model import Span

# As of 2026-11: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.Data_API.html
MINIMUM = {"aurora-postgresql": {13: 11, 14: 8, 15: 3, 16: 1}, "aurora-mysql": {3: 7}}
ACTIONS = (
    *("rds-data:BeginTransaction", "rds-data:CommitTransaction"),
    *("rds-data:ExecuteStatement", "rds-data:RollbackTransaction"),
)
CONNECTION = "DataApiConnection"

# What the adapter below does not do: other parameters than ``%s``, other cursors, files, what a session remembers.
_BEYOND = re.compile(
    r"%\(|%%|executemany|callproc|DictCursor|RealDictCursor|cursorclass|cursor_factory|row_factory|LOAD DATA|COPY "
    r"|lastrowid|\.description\b|autocommit|register_|copy_from|copy_expert|\bSSCursor|mogrify|\bSET SESSION\b"
)
_IMPORTS = ("datetime", "decimal", "os", "boto3")
_ADAPTER = '''class DataApiConnection:
    """A connection of which every statement goes through the Data API of Aurora."""

    def __init__(self):
        self.client = boto3.client("rds-data")
        self.target = {"resourceArn": os.environ["DB_CLUSTER_ARN"], "secretArn": os.environ["DB_SECRET_ARN"]}
        self.transaction = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.commit() if kind is None else self.rollback()

    def cursor(self):
        return DataApiCursor(self)

    def run(self, sql, parameters):
        database = os.environ["DB_NAME"]
        if self.transaction is None:
            begun = self.client.begin_transaction(database=database, **self.target)
            self.transaction = begun["transactionId"]
        return self.client.execute_statement(
            database=database, sql=sql, parameters=parameters, transactionId=self.transaction,
            includeResultMetadata=True, **self.target)

    def commit(self):
        if self.transaction is not None:
            self.client.commit_transaction(transactionId=self.transaction, **self.target)
            self.transaction = None

    def rollback(self):
        if self.transaction is not None:
            self.client.rollback_transaction(transactionId=self.transaction, **self.target)
            self.transaction = None

    close = rollback


class DataApiCursor:
    def __init__(self, connection):
        self.connection, self.rows, self.rowcount = connection, [], -1

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.rows = []

    def __iter__(self):
        return iter(self.fetchall())

    def execute(self, sql, args=()):
        first, *others = sql.split("%s") if args else [sql]
        sql = first + "".join(f":p{number}{text}" for number, text in enumerate(others))
        parameters = [{"name": f"p{number}", **to_field(value)} for number, value in enumerate(args)]
        result = self.connection.run(sql, parameters)
        names = [column.get("typeName", "").lower() for column in result.get("columnMetadata", [])]
        self.rows = [tuple(map(from_field, row, names)) for row in result.get("records", [])]
        self.rowcount = len(self.rows) if names else result.get("numberOfRecordsUpdated", -1)
        return self.rowcount

    def fetchone(self):
        return self.rows.pop(0) if self.rows else None

    def fetchall(self):
        rows, self.rows = self.rows, []
        return rows

    def close(self):
        self.rows = []


def to_field(value):
    if value is None:
        return {"value": {"isNull": True}}
    if isinstance(value, bool):
        return {"value": {"booleanValue": value}}
    if isinstance(value, int):
        return {"value": {"longValue": value}}
    if isinstance(value, float):
        return {"value": {"doubleValue": value}}
    if isinstance(value, decimal.Decimal):
        return {"value": {"stringValue": str(value)}, "typeHint": "DECIMAL"}
    if isinstance(value, datetime.datetime):
        return {"value": {"stringValue": value.strftime("%Y-%m-%d %H:%M:%S.%f")[:-3]}, "typeHint": "TIMESTAMP"}
    if isinstance(value, datetime.date):
        return {"value": {"stringValue": value.isoformat()}, "typeHint": "DATE"}
    return {"value": {"stringValue": str(value)}}


def from_field(field, name):
    if field.get("isNull"):
        return None
    value = next(iter(field.values()))
    if name in ("decimal", "numeric"):
        return decimal.Decimal(value)
    if name in ("datetime", "timestamp", "timestamptz"):
        return datetime.datetime.fromisoformat(value)
    return datetime.date.fromisoformat(value) if name == "date" else value


'''


def driver(text: str) -> str:
    """Return the driver of databases that a Python source cannot do without, empty where there is none."""
    tree = parsed(text)
    for node in tree.body if tree else ():
        if (name := _driver_of(node)) is not None:
            return name
    return ""


def _driver_of(node: ast.stmt) -> str | None:
    known = {name for names in DRIVERS.values() for name in names}
    match node:
        case ast.Import(names=aliases):
            return next((a.name for a in aliases if a.name.partition(".")[0] in known), None)
        case ast.ImportFrom(module=str() as module, level=0):
            return module if module.partition(".")[0] in known else None
        case _:
            return None


def admits(engine: str, version: str) -> bool:
    """Say whether Aurora has the Data API for *engine* at *version*; the newest one has, where none is written."""
    if engine not in MINIMUM:
        return False
    if not version:
        return True
    found = re.fullmatch(r"8\.0\.mysql_aurora\.(\d+)\.(\d+).*|(\d+)(?:\.(\d+).*)?", version)
    if found is None:
        return False
    major, minor = int(found[1] or found[3]), int(found[2] or found[4] or 99)
    least = MINIMUM[engine]
    return minor >= least[major] if major in least else major > max(least)


def adapted(text: str) -> tuple[tuple[Span, str], ...] | None:
    """Return what makes a source use the Data API in place of its driver; None where it asks for more than that."""
    tree = parsed(text)
    name = driver(text)
    if tree is None or not name or "." in name or _BEYOND.search(text):
        return None
    importing = next(node for node in tree.body if _driver_of(node) == name)
    if not isinstance(importing, ast.Import) or any(alias.asname for alias in importing.names):
        return None
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and _is_connect(n.func, name)]
    uses = [n for n in ast.walk(tree) if isinstance(n, ast.Name) and n.id == name]
    taken = {n.name for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)}
    if not calls or len(uses) != len(calls) or taken & {"to_field", "from_field", CONNECTION, "DataApiCursor"}:
        return None
    imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    there = {alias.name for node in imports if isinstance(node, ast.Import) for alias in node.names}
    kept = [alias.name for alias in importing.names if alias.name != name]
    wanted = [each for each in _IMPORTS if each not in there]
    lines = [f"import {', '.join(kept)}"] if kept else []
    lines += [f"import {each}" for each in wanted]
    changes = [(span_of(text, call), f"{CONNECTION}()") for call in calls]
    end = span_of(text, imports[-1]).end
    before = span_of(text, importing)
    if importing is imports[-1]:
        lines_ = "\n".join(lines) + "\n" if lines else ""
        start = before.start
        return (
            *changes,
            (
                Span(start, _past(text, end)),
                f"{lines_}\n\n{_ADAPTER}".lstrip("\n") if not start else f"{lines_}\n\n{_ADAPTER}",
            ),
        )
    gone = (Span(before.start, before.end if lines else _line_end(text, before.end)), "\n".join(lines))
    return (*changes, gone, (Span(end, _past(text, end)), f"\n\n\n{_ADAPTER}"))


def _line_end(text: str, position: int) -> int:
    found = text.find("\n", position)
    return found + 1 if found >= 0 else len(text)


def _past(text: str, position: int) -> int:
    """Return where the first thing behind the blank lines at *position* begins."""
    found = re.compile(r"[ \t]*(?:#[^\n]*)?\n(?:[ \t]*\n)*").match(text, position)
    return found.end() if found and "#" not in found[0] else position


def _is_connect(function: ast.expr, name: str) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and function.attr == "connect"
        and (isinstance(function.value, ast.Name) and function.value.id == name)
    )
