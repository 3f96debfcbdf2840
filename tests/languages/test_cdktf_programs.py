"""What a program as a whole does wrong: names that nothing binds, ids that are taken, signatures."""

from __future__ import annotations

import pytest

from iacfix.transforms.edits import DeclareRest, Unsayable
from iacfix.transforms.model import Kind, Signature
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
        ("self, scope, id, a, b=1", Signature(("a",), ("scope", "id", "b"), others=False, own=True)),
        ("self, scope, id, *, a, b=1, **rest", Signature(("a",), ("scope", "id", "b"), others=True, own=True)),
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
    child = Signature(("a",), ("scope", "id"), others=False, own=False)
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
