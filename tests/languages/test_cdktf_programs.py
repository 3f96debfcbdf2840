"""What a program as a whole does wrong: names that nothing binds, ids that are taken, signatures."""

from __future__ import annotations

import pytest

from iacfix.transforms.edits import DeclareRest, Unsayable
from iacfix.transforms.model import Kind, Literal, Opaque, Origin, Signature, Span
from tests.languages.cdktf_programs import LANGUAGE, edited, find, module, read, stack


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("SqsQueue(self, 'q', it=Token.as_string(missing))", ["Token", "missing"]),
        ("x: Missing = 1", ["Missing"]),
        ("def f(a):\n    return a + b", ["b"]),
        ("[x for x in id if y]", ["y"]),
        ("late()", ["late"]),
        ("print(__file__, len(''), __name__)", []),
        ("try:\n    pass\nexcept Exception as e:\n    print(e)", []),
        ("with open('') as f:\n    f.read()", []),
        ("global made\nmade = 1", []),
        ("print(made_there)", []),
        ("lambda a, *b, **c: (a, b, c)", []),
        ("if (n := len('')):\n    print(n)", []),
        ("for a, (b, *c) in id:\n    print(a, b, c)", []),
        ("import re\nre.compile('')", []),
        ("match id:\n    case {'a': a, **b}:\n        print(a, b)", []),
        ("class A:\n    x = 1\n    y = x", []),
    ],
)
def test_names_that_nothing_binds(body: str, names: list[str]) -> None:
    text = stack(body) + "\n\ndef other():\n    global made_there\n    made_there = 1\n"
    assert [each.name for each in read(text).unbound] == names


def test_unbound_names_tell_their_function_and_what_is_taken_of_them() -> None:
    (found,) = read(stack("datetime.now()\nx = datetime.max").replace("import json", "")).unbound
    assert (found.module.path, found.scope, found.attributes) == ("tap.py:TapStack", "__init__", {"now", "max"})


@pytest.mark.parametrize("line", ["from x import *", "exec(code)", "globals()['a'] = 1"])
def test_a_file_that_hides_its_names_has_none_for_certain(line: str) -> None:
    assert read(f"{line}\n" + stack("missing()")).unbound == ()


@pytest.mark.parametrize(
    ("body", "ids"),
    [
        ("SqsQueue(self, 'q')\nIamRole(self, 'q')", ["'q'"]),
        ("SqsQueue(self, 'q')\nif id:\n    SqsQueue(self, 'r')\n    SqsQueue(self, 'r')", ["'r'"]),
        ("x = f'{id}'\nSqsQueue(self, f'{id}-q')\nSqsQueue(self, f'{id}-q')", ["f'{id}-q'"]),
        ("SqsQueue(self, 'q')\nself.more()", ["'q'"]),
        ("for n in ['a', 'b']:\n    SqsQueue(self, 'q', it=n)", ["'q'"]),
        ("for n in range(2):\n    SqsQueue(self, 'q', it=n)", ["'q'"]),
        ("if id:\n    SqsQueue(self, 'q')\nelse:\n    SqsQueue(self, 'q')", []),
        ("if id:\n    SqsQueue(self, 'q')\n    return\nSqsQueue(self, 'q')", []),
        ("SqsQueue(self, 'q')\nSqsQueue(scope, 'q')", []),
        ("self.more()\nself.more()", []),
        ("for n in names:\n    SqsQueue(self, 'q', it=n)", []),
        ("for n in ['a', 'b']:\n    SqsQueue(self, 'q', it=n)\n    break", []),
        ("for n in ['a', 'b']:\n    if n:\n        SqsQueue(self, 'q', it=n)", []),
        ("for n in ['a', 'b']:\n    SqsQueue(self, n)", []),
        ("S3Backend(self, bucket='a')\nS3Backend(self, bucket='a')", []),
    ],
)
def test_ids_that_are_taken(body: str, ids: list[str]) -> None:
    text = stack(body) + "\n    def more(self):\n        SqsQueue(self, 'q')\n"
    assert [clash.id for clash in read(text).clashes] == ids


@pytest.mark.parametrize(
    ("signature", "wanted"),
    [
        ("self, scope, id, a, b=1", Signature(("a",), ("scope", "id", "b"), others=False, own=True, places=4)),
        (
            "self, scope, id, *, a, b=1, **rest",
            Signature(("a",), ("scope", "id", "b"), others=True, own=True, named=("a", "b")),
        ),
        ("self, scope, id, *args", None),
    ],
)
def test_signatures(signature: str, wanted: Signature | None) -> None:
    assert module(read(stack("pass", signature))).signature == wanted


def test_signatures_are_inherited() -> None:
    text = (
        stack("pass", "self, scope, id, a")
        + "\n\nclass Child(TapStack):\n    pass\n\n\nclass Plain(Construct):\n    pass\n"
    )
    component = read(text + "\nclass Own(Unknown, Construct):\n    pass\n")
    signatures = [module(component, f"tap.py:{name}").signature for name in ("Child", "Plain", "Own")]
    child = Signature(("a",), ("scope", "id"), others=False, own=False, places=3)
    assert signatures == [child, Signature((), ("scope", "id"), others=False, own=False), None]


def test_other_inputs_are_let_in() -> None:
    for signature, after in (
        ("self, scope, id, a=1", "(self, scope, id, a=1, **kwargs):"),
        ("\n        self,\n        scope,\n        id,\n    ", "        id,\n        **kwargs,\n    )"),
    ):
        text = stack("pass", signature)
        component = read(text)
        assert after in edited(text, DeclareRest(module(component)), component)


@pytest.mark.parametrize("signature", ["self, scope, id, **rest", "self, scope, id, kwargs=None"])
def test_other_inputs_are_let_in_once(signature: str) -> None:
    component = read(stack("pass", signature))
    with pytest.raises(Unsayable):
        LANGUAGE.splices(DeclareRest(module(component)), component)


def test_a_spread_list_of_arguments_is_not_known() -> None:
    app = "from cdktf import App\nfrom tap import TapStack\napp = App()\nTapStack(app, 'tap', *more)\n"
    given = find(read(stack("pass", "self, scope, id, a"), main=app), "tap", Kind.MODULE, "main.py")
    assert [entry.key for entry in given.body.entries] == ["**"]


@pytest.mark.parametrize(
    ("body", "value", "values", "uses"),
    [
        ("days = 7\nSqsQueue(self, 'q', it=days)", "days", [7], 1),
        ("days = 7\nSqsQueue(self, 'q', it=days, other=days + 1)", "days", [7], 2),
        ("self.days = 7\nSqsQueue(self, 'q', it=self.days)", "self.days", [7], 1),
        ("a = {'x': 1, 'y': 2}\nSqsQueue(self, 'q', it=a['x'], other=a['y'])", "a['x']", [1], 1),
        ("for n, size in {'x': 1, 'y': 2}.items():\n    SqsQueue(self, n, it=size)", "size", [1, 2], 1),
        ("for size in [1, 2]:\n    SqsQueue(self, f'{size}', it=size)", "size", [1, 2], 2),
        ("for size in {'x': 1}.values():\n    SqsQueue(self, 'q', it=size)", "size", [1], 1),
        ("for n, size in [('x', 1), ('y', 2)]:\n    SqsQueue(self, n, it=size)", "size", [1, 2], 1),
        ("for row in [{'n': 'x', 'size': 1}]:\n    SqsQueue(self, row['n'], it=row['size'])", "row['size']", [1], 1),
        ("[SqsQueue(self, n, it=size) for n, size in [('x', 1)]]", "size", [1], 1),
        ("def f():\n    return 7\nSqsQueue(self, 'q', it=f())", "f()", [7], 0),
    ],
)
def test_constants_are_followed_to_where_they_are_written(body: str, value: str, values: list[int], uses: int) -> None:
    assert meaning(stack(body), value) == (values, uses)


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("days = 7\nif id:\n    days = 8\nSqsQueue(self, 'q', it=days)", "days"),
        ("a = {'x': 1}\na['y'] = 2\nfor n, size in a.items():\n    SqsQueue(self, n, it=size)", "size"),
        ("a = {'x': 1}\nprint(a)\nfor n, size in a.items():\n    SqsQueue(self, n, it=size)", "size"),
        ("for row in [{'size': 1}]:\n    print(row)\n    SqsQueue(self, 'q', it=row['size'])", "row['size']"),
        ("for row in [{'size': 1}, {}]:\n    SqsQueue(self, 'q', it=row['size'])", "row['size']"),
        ("for n, size in [('x', 1), ('y',)]:\n    SqsQueue(self, n, it=size)", "size"),
        ("for size in [1]:\n    size = size + 1\n    SqsQueue(self, 'q', it=size)", "size"),
        ("for size in range(2):\n    SqsQueue(self, 'q', it=size)", "size"),
        ("for n, size in {**id}.items():\n    SqsQueue(self, n, it=size)", "size"),
        ("SqsQueue(self, 'q', it=(lambda size: size)(1))", "(lambda size: size)(1)"),
        ("def f(a):\n    if a:\n        return 1\n    return 2\nSqsQueue(self, 'q', it=f(id))", "f(id)"),
        ("SqsQueue(self, 'q', it=id.f())", "id.f()"),
        ("SqsQueue(self, 'q', it=1 + 2)", "1 + 2"),
    ],
)
def test_what_is_no_constant_has_no_meaning(body: str, value: str) -> None:
    assert meaning(stack(body), value) is None


def test_constants_that_others_may_take_have_no_meaning() -> None:
    text = stack("self.days = 7\nSqsQueue(self, 'q', it=self.days, other=DAYS)").replace(
        "\n\nclass", "\nDAYS = 1\n\nclass", 1
    )
    assert meaning(text, "DAYS") == ([1], 1)
    assert meaning(text, "DAYS", other="from tap import DAYS\nprint(DAYS)\n") is None
    assert meaning(text, "self.days", other="def f(stack):\n    print(stack.days)\n") is None


def meaning(text: str, value: str, **others: str) -> tuple[list[object], int] | None:
    component = read(text, None, **others)
    start = next(text.index(f"{name}={value}") + len(name) + 1 for name in ("it", "other") if f"{name}={value}" in text)
    expression = Opaque(value, origin=Origin("tap.py", Span(start, start + len(value))))
    found = component.meaning(module(component), expression)
    if found is None:
        return None
    return [each.value for each in found.values if isinstance(each, Literal)], found.uses


@pytest.mark.parametrize(
    ("body", "asked"),
    [
        ("backend = S3Backend(self)\nbackend.add('x')", [("S3Backend", "add")]),
        ("S3Backend(self).add('x')", [("S3Backend", "add")]),
        ("self.out = TerraformOutput(self, 'o')\nself.out.url", [("TerraformOutput", "url")]),
        ("q = SqsQueue(self, 'q')\nq.add('x')\nq.url", [("TerraformResource", "add")]),
        ("Fn.length", [("Fn", "length")]),
        ("backend = S3Backend(self)\nbackend.mine = 1\nbackend.mine", []),
        ("backend = S3Backend(self)\nif id:\n    backend = id\nbackend.add('x')", []),
        ("environment = LambdaFunctionEnvironment(variables={})\nenvironment.add('x')", []),
        ("id.add('x')", []),
    ],
)
def test_what_the_library_is_asked_for(body: str, asked: list[tuple[str, str]]) -> None:
    assert [(each.of, each.name) for each in read(stack(body)).asked()] == asked


@pytest.mark.parametrize(
    ("signature", "given", "excess"),
    [
        ("self, scope, id, a", "'x'", []),
        ("self, scope, id, *, a", "'x'", ["x"]),
        ("self, scope, id", "'x', 'y'", ["x", "y"]),
        ("self, scope, id, a", "*id", []),
        ("self, scope, id, *a", "'x', 'y'", []),
    ],
)
def test_what_is_too_much_by_position(signature: str, given: str, excess: list[str]) -> None:
    inner = f"\n\nclass Inner(Construct):\n    def __init__({signature}):\n        super().__init__(scope, id)\n"
    (call,) = read(stack(f"Inner(self, 'inner', {given})") + inner + "        SqsQueue(self, 'q')\n").calls
    assert [each.value for each in call.excess if isinstance(each, Literal)] == excess
