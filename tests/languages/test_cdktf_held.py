"""What names, collections, helpers, parameters and objects hold, and what is not known of them."""

from __future__ import annotations

import pytest

from iacfix.transforms.edits import RemoveArgument, RenameArgument, Replace, Unsayable
from iacfix.transforms.model import Call, Component, Entry, Kind, Literal, Opaque, Reference, references
from tests.languages.cdktf_programs import IMPORTS, LANGUAGE, edited, find, module, read, stack

MAKE = """
    def make(self, name):
        {body}

    def attach(self, role):
        SqsQueue(self, 'q', it=role.arn)
"""

NETWORK = f"""{IMPORTS}
class Identity(Construct):
    def __init__(self, scope, id, guest=None, owner=None):
        super().__init__(scope, id)
        self.role = IamRole(self, 'role')
        self.role_arn = self.role.arn
        hidden = IamRole(self, 'hidden')
        self.hidden_arn = hidden.arn
        shown = IamRole(self, 'shown')
        self.shown = shown
        self.shown_arn = shown.arn
        self.roles = []
        for name in 'ab':
            self.roles.append(IamRole(self, name))
        SqsQueue(self, 'guest', it=guest.arn)
        SqsQueue(self, 'owner', it=owner.arn)

    @property
    def alias(self):
        return self.role.arn
"""


def reference(component: Component, name: str, path: str = "tap.py:TapStack") -> Reference:
    value = find(component, name, path=path).get("it")
    assert isinstance(value, Reference)
    return value


@pytest.mark.parametrize(
    ("body", "expression", "name"),
    [
        ("roles = [IamRole(self, n) for n in 'ab']", "roles[0].arn", "__init__:roles[0]"),
        ("roles = {n: IamRole(self, n) for n in 'ab'}", "roles['a'].arn", "__init__:roles['a']"),
        ("roles = [IamRole(self, 'a'), IamRole(self, 'b')]", "roles[-1].arn", "__init__:roles[-1]"),
        ("roles = []\nroles.append(IamRole(self, 'a'))", "roles[0].arn", "__init__:roles[0]"),
        ("roles = {}\nroles['a'] = IamRole(self, 'a')", "roles['a'].arn", "__init__:roles['a']"),
        ("self.roles = []\nself.roles.append(IamRole(self, 'a'))", "self.roles[0].arn", "self.roles[0]"),
        ("roles: list[IamRole] = []", "roles[0].arn", "__init__:roles[0]"),
        ("roles = [IamRole(self, 'a')] + [IamRole(self, 'b')]", "roles[1:][0].arn", "__init__:roles[0]"),
        ("role = self.make('a')", "role.arn", "__init__:role"),
        ("", "self.make('a').arn", "self.make('a')"),
        ("if id:\n    role = IamRole(self, 'a')\nelse:\n    role = IamRole(self, 'b')", "role.arn", "__init__:role"),
        ("role = IamRole(self, 'a') if id else IamRole(self, 'b')", "role.arn", "__init__:role"),
    ],
)
def test_constructs_are_known_by_their_class(body: str, expression: str, name: str) -> None:
    text = stack(f"{body}\nSqsQueue(self, 'q', it={expression})") + MAKE.format(body="return IamRole(self, name)")
    found = reference(read(text), "q")
    assert found == Reference(Kind.RESOURCE, "aws_iam_role", name, ("arn",))
    renamed = edited(text, Replace(found, found.attribute_is("name")))
    assert f"it={expression.removesuffix('arn')}name)" in renamed


@pytest.mark.parametrize(
    "loop",
    [
        "for role in roles:",
        "for i, role in enumerate(roles):",
        "for name, role in named.items():",
        "for role in named.values():",
        "for role, other in zip(roles, others):",
        "for role in sorted(roles):",
        "for role in roles[1:]:",
        "for role in [roles[0], named['a']]:",
    ],
)
def test_loops_go_over_constructs(loop: str) -> None:
    made = "roles = [IamRole(self, n) for n in 'ab']\nnamed = {n: IamRole(self, n) for n in 'cd'}\n"
    queue = find(read(stack(f"{made}{loop}\n    SqsQueue(self, 'q', it=role.arn)")), "q")
    assert queue.get("it") == Reference(Kind.RESOURCE, "aws_iam_role", "__init__:role", ("arn",))
    assert "for_each" in queue.meta.names
    made_by = {reference.name for reference in references(queue.body) if reference.type == "aws_iam_role"}
    assert made_by > {"__init__:role"}


def test_loops_one_after_another_have_names_of_their_own() -> None:
    made = "first = [IamRole(self, n) for n in 'ab']\nsecond = [IamRole(self, n) for n in 'cd']\n"
    loops = "for role in {0}:\n    SqsQueue(self, '{0}', it=role.arn)\n"
    component = read(stack(made + loops.format("first") + loops.format("second")))
    assert [reference(component, name).name for name in ("first", "second")] == ["__init__:role", "__init__#1:role"]


def test_the_variable_of_a_comprehension_is_known_inside() -> None:
    component = read(stack("roles = [IamRole(self, n) for n in 'ab']\nSqsQueue(self, 'q', it=[r.arn for r in roles])"))
    value = find(component, "q").get("it")
    assert isinstance(value, Opaque)
    assert Reference(Kind.RESOURCE, "aws_iam_role", "__init__#in:r", ("arn",)) in value.mentions


@pytest.mark.parametrize("body", ["return IamRole(self, name)", "role = IamRole(self, name)\n        return role"])
def test_helpers_return_what_they_make(body: str) -> None:
    text = stack("role = self.make('x')\nself.attach(role)") + MAKE.format(body=body)
    assert find(read(text), "q").get("it") == Reference(Kind.RESOURCE, "aws_iam_role", "attach:role", ("arn",))


def test_a_second_name_for_a_construct_means_the_construct() -> None:
    component = read(stack("self.role = IamRole(self, 'r')\nrole = self.role\nSqsQueue(self, 'q', it=role.arn)"))
    assert find(component, "q").get("it") == Reference(Kind.RESOURCE, "aws_iam_role", "r", ("arn",))
    assert not list(module(component).of(Kind.LOCAL))


@pytest.mark.parametrize(
    ("expression", "name"),
    [
        ("identity.role.arn", "__init__:identity.role"),
        ("identity.role_arn", "__init__:identity.role"),
        ("identity.shown_arn", "__init__:identity.shown"),
        ("identity.alias", "__init__:identity.role"),
        ("identity.roles[0].arn", "__init__:identity.roles[0]"),
    ],
)
def test_objects_hold_constructs(expression: str, name: str) -> None:
    text = stack(f"identity = Identity(self, 'identity')\nSqsQueue(self, 'q', it={expression})")
    component = read("from identity import Identity\n" + text, identity=NETWORK)
    found = reference(component, "q")
    assert found == Reference(Kind.RESOURCE, "aws_iam_role", name, ("arn",))
    assert Reference(Kind.MODULE, "", "identity") in {r.but(path=()) for r in references(found)}
    splice = LANGUAGE.splices(Replace(found, found.attribute_is("name").in_place_of(found)), component)
    assert splice[0].text == name.removeprefix("__init__:") + ".name"


def test_what_an_object_hides_is_only_an_attribute_of_it() -> None:
    text = stack("identity = Identity(self, 'identity')\nSqsQueue(self, 'q', it=identity.hidden_arn)")
    component = read("from identity import Identity\n" + text, identity=NETWORK)
    assert find(component, "q").get("it") == Reference(Kind.MODULE, "", "identity", ("hidden_arn",))


def test_parameters_hold_what_all_callers_give() -> None:
    text = stack("role = IamRole(self, 'r')\nIdentity(self, 'a', role, SqsQueue(self, 'x'))\nIdentity(self, 'b', role)")
    component = read("from identity import Identity\n" + text, identity=NETWORK)
    inside = "identity.py:Identity"
    guest, owner = (reference(component, name, inside) for name in ("guest", "owner"))
    assert guest == Reference(Kind.RESOURCE, "aws_iam_role", "__init__:guest", ("arn",))
    assert owner == Reference(Kind.RESOURCE, "aws_sqs_queue", "__init__:owner", ("arn",))
    assert list(references(guest)) == [guest, Reference(Kind.INPUT, "", "guest", ("arn",))]


@pytest.mark.parametrize(
    "body",
    [
        "roles = [IamRole(self, 'a'), SqsQueue(self, 'b')]\nit = roles[0].arn",
        "roles = []\nroles.append(IamRole(self, 'a'))\nroles.append(other)\nit = roles[0].arn",
        "roles = [IamRole(self, 'a')]\nroles.extend(others)\nit = roles[0].arn",
        "role = IamRole(self, 'a')\nif id:\n    role = SqsQueue(self, 'b')\nit = role.arn",
        "role = IamRole(self, 'a')\nSqsQueue(self, 'x', it=role.arn)\nrole = IamRole(self, 'b')\nit = role.arn",
        "role = self.twice\nit = role.arn",
        "f = lambda role: role.arn\nit = f(id)",
        "it = recursive.arn\nrecursive = it",
    ],
)
def test_what_two_ways_disagree_on_is_not_known(body: str) -> None:
    component = read(stack(f"{body}\nSqsQueue(self, 'q', it=it)"))
    value = find(component, "it", Kind.LOCAL).value
    assert value is not None
    assert not [r for r in references(value) if r.kind is Kind.RESOURCE and r.type == "aws_iam_role" and r.path]


@pytest.mark.parametrize(
    "change",
    [
        "names.append('b')",
        "names[0] = 'b'",
        "del names[0]",
        "names += ['b']",
        "names.update(x=1)",
        "names['a']['b'] = 1",
    ],
)
def test_what_is_changed_later_is_only_text(change: str) -> None:
    component = read(stack(f"names = ['a']\n{change}\nself.names = ['a']\nSqsQueue(self, 'q', it=names)"))
    local = module(component).find(Kind.LOCAL, "", "names")
    assert local is None or local.value == Opaque("['a']")
    kept = find(component, "self.names", Kind.LOCAL).value
    assert not isinstance(kept, Opaque)


SPREAD = "common = {{'fifo': True, 'name': 'x'}}\nSqsQueue(self, 'q', **common){}"


def test_a_dictionary_that_is_spread_gives_its_entries() -> None:
    text = stack(SPREAD.format(""))
    queue = find(read(text), "q")
    assert queue.body.entries == (Entry("fifo", Literal(value=True)), Entry("name", Literal("x")))
    name = queue.body.entries[1]
    assert "{'fifo': True}" in edited(text, RemoveArgument(queue, queue.body, name))
    assert "'title': 'x'" in edited(text, RenameArgument(queue, queue.body, name, "title"))
    assert "'name': 'y'" in edited(text, Replace(name.value, Literal("y").in_place_of(name.value)))


def test_entries_that_others_use_too_stand_nowhere() -> None:
    text = stack(SPREAD.format("\nSqsQueue(self, 'other', **common)"))
    component = read(text)
    queue = find(component, "q")
    assert queue.get("name") == Literal("x")
    entry = queue.body.entry("name")
    assert entry is not None
    with pytest.raises(Unsayable):
        LANGUAGE.splices(Replace(entry.value, Literal("y")), component)
    with pytest.raises(Unsayable):
        LANGUAGE.splices(RemoveArgument(queue, queue.body, entry), component)


@pytest.mark.parametrize(
    "body", ["common = {'a': 1}\ncommon['b'] = 2", "common = other()", "common = {'a': 1, **more}", "common = {x: 1}"]
)
def test_what_is_spread_stays_unknown_where_it_is_not_certain(body: str) -> None:
    queue = find(read(stack(f"{body}\nSqsQueue(self, 'q', **common)")), "q")
    assert [entry.key for entry in queue.body.entries] == ["**"]


@pytest.mark.parametrize(
    ("source", "call"),
    [
        ("Token.as_string(role.arn)", "tostring"),
        ("Token.as_list(role.arn)", "tolist"),
        ("role.arn or 'x'", "coalesce"),
        ("os.environ['HOME']", "getenv"),
    ],
)
def test_calls_that_hand_through(source: str, call: str) -> None:
    text = stack(f"role = IamRole(self, 'role')\nSqsQueue(self, 'q', it={source})")
    text = text.replace("import App,", "import App, Token,")
    value = find(read(text), "q").get("it")
    assert isinstance(value, Call)
    assert value.name == call
    again = edited(text, Replace(value, value.detached()), read(text))
    assert find(read(again), "q").get("it") == value


def test_required_keys_of_keyword_arguments_are_inputs_without_default() -> None:
    component = read(stack("suffix = kwargs['suffix']\nagain = kwargs['suffix']\nSqsQueue(self, 'q', it=again)"))
    assert find(component, "suffix", Kind.INPUT).value is None
    assert find(component, "again", Kind.LOCAL).value == Reference(Kind.INPUT, "", "suffix")
