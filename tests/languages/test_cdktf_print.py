from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iacfix.transforms.edits import (
    AddImport,
    Assign,
    CreateFile,
    DeclareInput,
    DeclareLocal,
    InsertArgument,
    InsertItem,
    InsertResource,
    NameResource,
    RemoveArgument,
    RemoveItem,
    RemoveResource,
    RenameArgument,
    Replace,
    Unsayable,
)
from iacfix.transforms.model import (
    Call,
    Component,
    Conditional,
    Document,
    Entry,
    Kind,
    Literal,
    Mapping,
    Reference,
    Resource,
    Sequence,
    Template,
    Value,
    mapping,
)
from tests.languages.cdktf_programs import (
    IMPORTS,
    LANGUAGE,
    apply,
    edited,
    find,
    has_opaque,
    module,
    read,
    stack,
    values,
)

SUFFIX = Reference(Kind.INPUT, "", "environment_suffix")
LOCAL_SUFFIX = Reference(Kind.LOCAL, "", "name_suffix")


def changed(text: str, old: Value | None, new: Value, component: Component) -> str:
    """Return the lines that replacing *old* changes."""
    assert old is not None
    before, after = text.splitlines(), edited(text, Replace(old, new), component).splitlines()
    return "\n".join(line.strip() for line in after if line not in before)


def argument(body: str, name: str = "q", key: str = "name") -> tuple[str, Component, Value]:
    text = stack(body)
    component = read(text)
    value = find(component, name).get(key)
    assert value is not None
    return text, component, value


# --------------------------------------------------------------------------------------------------------------------
# Values


@pytest.mark.parametrize(
    ("source", "parts", "printed"),
    [
        ('"orders"', ("orders", LOCAL_SUFFIX), 'f"orders{name_suffix}"'),
        ("'orders'", ("orders", LOCAL_SUFFIX), "f'orders{name_suffix}'"),
        ('"a{b}"', ("a{b}", LOCAL_SUFFIX), 'f"a{{b}}{name_suffix}"'),
        ('r"a\\d"', ("a\\d", LOCAL_SUFFIX), 'fr"a\\d{name_suffix}"'),
        ('u"a"', ("a", LOCAL_SUFFIX), 'f"a{name_suffix}"'),
        ('"caf\\u00e9"', ("café", LOCAL_SUFFIX), 'f"caf\\u00e9{name_suffix}"'),
        ('"a" "b"', ("a", LOCAL_SUFFIX, "b"), 'f"a{name_suffix}" "b"'),
        ('("a"  # one\n    "b")', ("ab", LOCAL_SUFFIX), '("a"  # one\n    f"b{name_suffix}")'),
        (
            'f"{region}-orders"',
            (Reference(Kind.LOCAL, "", "region"), LOCAL_SUFFIX, "-orders"),
            'f"{region}{name_suffix}-orders"',
        ),
        ('f"{ region }-orders"', (Reference(Kind.LOCAL, "", "region"), "-o"), 'f"{ region }-o"'),
        ('f"{region}-orders"', ("orders",), '"orders"'),
        ('f"{region}{{}}"', ("{}",), '"{}"'),
    ],
)
def test_a_string_changes_only_where_it_must(source: str, parts: tuple[str | Value, ...], printed: str) -> None:
    text, component, value = argument(f"region = 'eu'\nSqsQueue(self, 'q', name={source})")
    made = tuple(Literal(part) if isinstance(part, str) else part for part in parts)
    new: Value = (
        Template(made) if any(isinstance(part, Reference) for part in made) else Literal("".join(map(str, parts)))
    )
    after = edited(text, Replace(value, new.in_place_of(value)), component)
    assert after == text.replace(source.replace("\n", "\n        "), printed.replace("\n", "\n        "))


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (Literal('it\'s "x"\n'), '"it\'s \\"x\\"\\n"'),
        (Literal(None), "None"),
        (Literal(True), "True"),
        (Sequence((Literal(1), Literal("a"))), '[1, "a"]'),
        (mapping(a=Literal(1)), '{"a": 1}'),
        (Mapping((Entry("a", Literal(1)),), type="Struct"), "Struct(a=1)"),
        (Call("jsonencode", (mapping(a=Literal(1)),)), 'json.dumps({"a": 1})'),
        (Call("join", (Literal("-"), Sequence(()))), 'Fn.join("-", [])'),
        (Call("length", (Sequence(()),)), "Fn.length_of([])"),
        (Call("getenv", (Literal("A"),)), 'os.getenv("A")'),
        (
            Conditional(Call("equal", (SUFFIX, Literal(""))), Literal(""), Literal("x")),
            '"x" if environment_suffix else ""',
        ),
        (
            Conditional(Call("equal", (SUFFIX, Literal("a"))), Literal(1), Literal(2)),
            '1 if environment_suffix == "a" else 2',
        ),
        (
            Conditional(Call("equal", (SUFFIX, Literal(""))), Literal(""), Template((Literal("-"), SUFFIX))),
            'f"-{environment_suffix}" if environment_suffix else ""',
        ),
        (
            Template((Literal("a{"), Conditional(Call("equal", (SUFFIX, Literal("a"))), Literal("b"), Literal("c")))),
            "f\"a{{{'b' if environment_suffix == 'a' else 'c'}\"",
        ),
    ],
)
def test_new_values(value: Value, printed: str) -> None:
    _, component, old = argument('SqsQueue(self, "q", name="x", other="y", third="z")')
    assert old.origin is not None
    assert LANGUAGE.print(value, component, old.origin) == printed


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (Reference(Kind.RESOURCE, "aws_iam_role", "gone", ("arn",)), "not declared"),
        (Reference(Kind.RESOURCE, "aws_iam_role", "unbound", ("arn",)), "not bound"),
        (Reference(Kind.RESOURCE, "aws_iam_role", "later", ("arn",)), "no value yet"),
        (Reference(Kind.RESOURCE, "aws_iam_role", "hidden", ("arn",)), "cannot be seen"),
        (Reference(Kind.BUILTIN, "", "terraform.workspace"), "not declared"),
    ],
)
def test_what_cannot_be_said_is_told(value: Value, reason: str) -> None:
    text = (
        stack("IamRole(self, 'unbound')\nSqsQueue(self, 'q', name='x')\nlater = IamRole(self, 'later')")
        + "\n    def other(self):\n        hidden = IamRole(self, 'hidden')\n"
    )
    component = read(text)
    old = find(component, "q").get("name")
    assert old is not None
    assert old.origin is not None
    with pytest.raises(Unsayable, match=reason):
        LANGUAGE.print(value, component, old.origin)


def test_an_attribute_changes_alone() -> None:
    text, component, value = argument(
        "self.roles = {}\nrole = IamRole(self, 'role')\nSqsQueue(self, 'q', name=role . arn)"
    )
    assert isinstance(value, Reference)
    assert changed(text, value, value.attribute_is("name"), component) == "SqsQueue(self, 'q', name=role . name)"


def test_an_input_outside_of_the_constructor_is_the_attribute_that_holds_it() -> None:
    text = stack("self.suffix = environment_suffix", "self, scope, id, environment_suffix, other, **kwargs")
    text += "\n    def build(self):\n        SqsQueue(self, 'q', name='orders')\n"
    component = read(text)
    value = find(component, "q").get("name")
    assert value is not None
    new = Template((Literal("orders-"), SUFFIX))
    assert (
        changed(text, value, new.in_place_of(value), component) == "SqsQueue(self, 'q', name=f'orders-{self.suffix}')"
    )
    with pytest.raises(Unsayable, match="`other` cannot be seen"):
        edited(text, Replace(value, Reference(Kind.INPUT, "", "other")), component)


def test_quotes_inside_an_f_string_differ_from_those_around_it() -> None:
    text, component, value = argument('config = {}\nSqsQueue(self, "q", name="orders", it=config["x"])')
    hole = find(component, "q").get("it")
    assert hole is not None
    new = Template((Literal("orders-"), hole))
    assert "name=f\"orders-{config['x']}\"" in edited(text, Replace(value, new.in_place_of(value)), component)


def test_a_change_deep_inside_keeps_what_is_around_it() -> None:
    body = 'SqsQueue(self, "q", policy=json.dumps({  # why\n    "A": [1,2,],\n    \'B\':"x",  # b\n}, indent=2))'
    text, component, value = argument(body, key="policy")
    assert isinstance(value, Call)
    inner = value.arguments[0]
    assert isinstance(inner, Mapping)
    entries = (inner.entries[0], Entry("B", Literal("y").in_place_of(inner.entries[1].value)))
    new = value.but(arguments=(inner.but(entries=entries),))
    assert edited(text, Replace(value, new), component) == text.replace("'B':\"x\"", "'B':\"y\"")


def test_a_conditional_inside_a_conditional_gets_parentheses() -> None:
    text, component, value = argument("x = ''\nSqsQueue(self, 'q', name='a' if x else 'b')")
    assert isinstance(value, Conditional)
    inner = Conditional(Call("equal", (Reference(Kind.LOCAL, "", "x"), Literal("z"))), Literal("c"), Literal("d"))
    after = edited(text, Replace(value.otherwise, inner), component)
    assert "name=('c' if x == 'z' else 'd') if x else 'b'" in after


# --------------------------------------------------------------------------------------------------------------------
# Arguments and items

LAYOUTS = [
    ('SqsQueue(self, "q", name="x")', 'SqsQueue(self, "q", name="x", fifo=True)'),
    ('SqsQueue(self, "q", name="x",)', 'SqsQueue(self, "q", name="x", fifo=True,)'),
    ('SqsQueue(self, "q", **rest)', 'SqsQueue(self, "q", fifo=True, **rest)'),
    ('SqsQueue(self, "q",\n    name="x")', 'SqsQueue(self, "q",\n    name="x",\n    fifo=True)'),
    ('SqsQueue(\n    self, "q",\n    name="x",\n)', 'SqsQueue(\n    self, "q",\n    name="x",\n    fifo=True,\n)'),
    (
        'SqsQueue(\n    self,\n    "q",\n    name="x",  # n\n)',
        'SqsQueue(\n    self,\n    "q",\n    name="x",  # n\n    fifo=True,\n)',
    ),
    (
        'SqsQueue(\n    self,\n    "q",\n    name="x"  # n\n)',
        'SqsQueue(\n    self,\n    "q",\n    name="x",  # n\n    fifo=True\n)',
    ),
    (
        'SqsQueue(\n    self,\n    "q",\n    **rest,\n)',
        'SqsQueue(\n    self,\n    "q",\n    fifo=True,\n    **rest,\n)',
    ),
    ('SqsQueue(\n    self,\n    "q",\n    **rest\n)', 'SqsQueue(\n    self,\n    "q",\n    fifo=True,\n    **rest\n)'),
]


@pytest.mark.parametrize(("before", "after"), LAYOUTS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_argument_goes_where_a_person_would_put_it(before: str, after: str, newline: str) -> None:
    text = stack(before).replace("\n", newline)
    component = read(text)
    queue = find(component, "q")
    made = edited(text, InsertArgument(queue, queue.body, "fifo", Literal(True)), component)
    assert made == stack(after).replace("\n", newline)


@pytest.mark.parametrize(("after", "before"), LAYOUTS)
def test_taking_an_argument_out_is_the_way_back(before: str, after: str) -> None:
    text = stack(before)
    component = read(text)
    queue = find(component, "q")
    entry = queue.body.entry("fifo")
    assert entry is not None
    assert edited(text, RemoveArgument(queue, queue.body, entry), component) == stack(after)


def test_an_argument_follows_the_one_that_is_named() -> None:
    text = stack('SqsQueue(self, "q", name="x", delay=1)')
    queue = find(read(text), "q")
    assert 'name="x", fifo=True, delay=1' in edited(
        text, InsertArgument(queue, queue.body, "fifo", Literal(True), "name")
    )


def test_an_element_of_a_dictionary() -> None:
    text = stack("SqsQueue(self, 'q', tags={\n    'A': 'b',\n})")
    queue = find(read(text), "q")
    tags = queue.get("tags")
    assert isinstance(tags, Mapping)
    after = edited(text, InsertArgument(queue, tags, "Name", Literal("x")))
    assert "            'A': 'b',\n            'Name': 'x',\n        })" in after
    assert "tags={})" in edited(text, RemoveArgument(queue, tags, tags.entries[0]))
    assert "'B': 'b'" in edited(text, RenameArgument(queue, tags, tags.entries[0], "B"))


def test_a_positional_argument_stays_before_others() -> None:
    text = (
        stack("Net(self, 'n', 'a', 'b')")
        + "\nclass Net(Construct):\n    def __init__(self, scope, id, one, two):\n        pass\n"
    )
    component = read(text)
    net = find(component, "n", Kind.MODULE)
    with pytest.raises(Unsayable, match="would take its place"):
        LANGUAGE.splices(RemoveArgument(net, net.body, net.body.entries[0]), component)
    assert "Net(self, 'n', 'a')" in edited(text, RemoveArgument(net, net.body, net.body.entries[1]), component)


def test_two_arguments_at_one_place_are_both_whole() -> None:
    text = stack('SqsQueue(\n    self,\n    "q",\n    name="x"\n)')
    component = read(text)
    queue = find(component, "q")
    splices = [
        splice
        for name in ("a", "b")
        for splice in LANGUAGE.splices(InsertArgument(queue, queue.body, name, Literal(1)), component)
    ]
    assert find(read(apply(text, splices)), "q").body.names == {"name", "a", "b"}


def test_a_keyword_is_renamed() -> None:
    text = stack('SqsQueue(self, "q", nmae="x")')
    queue = find(read(text), "q")
    assert 'SqsQueue(self, "q", name="x")' in edited(
        text, RenameArgument(queue, queue.body, queue.body.entries[0], "name")
    )


@pytest.mark.parametrize(
    ("before", "index", "after"),
    [
        ("[]", 0, '["n"]'),
        ('["a"]', 0, '["n", "a"]'),
        ('["a"]', 1, '["a", "n"]'),
        ('("a",)', 1, '("a", "n",)'),
        ('("a", "b")', 1, '("a", "n", "b")'),
        ('[\n    "a",\n    "b",  # b\n]', 2, '[\n    "a",\n    "b",  # b\n    "n",\n]'),
        ('[\n    "a",  # a\n    "b"\n]', 1, '[\n    "a",  # a\n    "n",\n    "b"\n]'),
        ('[\n    "a",\n    "b"\n]', 0, '[\n    "n",\n    "a",\n    "b"\n]'),
    ],
)
def test_items(before: str, index: int, after: str) -> None:
    text = stack(f'SqsQueue(self, "q", it={before})')
    sequence = find(read(text), "q").get("it")
    assert isinstance(sequence, Sequence)
    made = edited(text, InsertItem(sequence, index, Literal("n")))
    assert made == stack(f'SqsQueue(self, "q", it={after})')
    back = find(read(made), "q").get("it")
    assert isinstance(back, Sequence)
    assert edited(made, RemoveItem(back, index)) == text


# --------------------------------------------------------------------------------------------------------------------
# Resources


def test_a_construct_is_made_behind_another() -> None:
    text = stack('role = IamRole(self, "role")\n\nqueue = SqsQueue(\n    self,\n    "q",\n)  # q\nother()')
    component = read(text)
    made = Resource(
        Kind.RESOURCE,
        "aws_sqs_queue_policy",
        "policy",
        mapping(queue_url=find(component, "q").reference("id"), policy=Literal("x")),
        binding="policy",
    )
    after = edited(text, InsertResource(module(component), made, find(component, "q")), component)
    assert "from cdktf_cdktf_provider_aws.sqs_queue_policy import SqsQueuePolicy\nfrom constructs" in after
    assert (
        '        )  # q\n\n        policy = SqsQueuePolicy(\n            self,\n            "policy",\n'
        '            queue_url=queue.id,\n            policy="x",\n        )\n        other()'
    ) in after
    assert find(read(after), "policy").body == made.body


def test_a_construct_is_taken_away_with_its_comment() -> None:
    text = stack('x = 1\n# gone\nIamRole(self, "role")  # gone\n# stays\nSqsQueue(self, "q")')
    component = read(text)
    after = edited(text, RemoveResource(module(component), find(component, "role")), component)
    assert after == stack('x = 1\n# stays\nSqsQueue(self, "q")').replace(
        "from cdktf_cdktf_provider_aws.iam_role import IamRole\n", ""
    )


def test_a_construct_that_only_those_wait_for_who_are_freed_of_it_is_taken_away() -> None:
    body = 'a = IamRole(self, "a")\n\nb = IamRole(self, "b")\n\nq = SqsQueue(self, "q", depends_on=[a, b])'
    text = stack(body)
    component = read(text)
    gone, queue = find(component, "b"), find(component, "q")
    with pytest.raises(Unsayable, match="is used by"):
        edited(text, RemoveResource(module(component), gone), component)
    after = edited(text, RemoveResource(module(component), gone, (queue,)), component)
    assert after == stack(body.replace('b = IamRole(self, "b")\n\n', ""))


def test_an_import_that_is_still_needed_is_missed() -> None:
    before = Document("a.py", "from x import A, B\n\nA(1)\n")
    assert LANGUAGE.confirm(before, before.but("from x import B\n\nA(1)\n"), ()) is not None
    assert LANGUAGE.confirm(before, before.but("from x import B\n\nB(1)\n"), ()) is None


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("role = IamRole(self, 'role')\nSqsQueue(self, 'q', it=role.arn)", "is used by aws_sqs_queue.q"),
        ("role = IamRole(self, 'role')\nprint(role)", "is used by `role`"),
        ("if x:\n    IamRole(self, 'role')", "all that its block does"),
        ("f(IamRole(self, 'role'))", "inside another expression"),
        ("IamRole(self, 'role'); x = 1", "several statements"),
    ],
)
def test_a_construct_that_is_needed_stays(body: str, reason: str) -> None:
    text = stack(body)
    component = read(text)
    with pytest.raises(Unsayable, match=reason):
        LANGUAGE.splices(RemoveResource(module(component), find(component, "role")), component)


# --------------------------------------------------------------------------------------------------------------------
# Inputs, locals, imports, files


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("self, scope, id", 'self, scope, id, environment_suffix=""'),
        (
            "self, scope: Construct, id: str, **kwargs",
            'self, scope: Construct, id: str, environment_suffix: str = "", **kwargs',
        ),
        ("self, scope, id, *, size=1", 'self, scope, id, *, size=1, environment_suffix=""'),
        ("self, scope, id, *args, **kwargs", 'self, scope, id, *args, environment_suffix="", **kwargs'),
        (
            "\n        self,\n        scope: Construct,\n        id: str,\n        **kwargs,\n    ",
            (
                "\n        self,\n        scope: Construct,\n        id: str,\n"
                '        environment_suffix: str = "",\n        **kwargs,\n    '
            ),
        ),
        (
            "\n        self,\n        scope: Construct,\n        id: str\n    ",
            '\n        self,\n        scope: Construct,\n        id: str,\n        environment_suffix: str = ""\n    ',
        ),
    ],
)
def test_an_input_is_a_parameter_of_the_constructor(before: str, after: str) -> None:
    text = stack('SqsQueue(self, "q")', before)
    component = read(text)
    edit = DeclareInput(module(component), "environment_suffix", "string", Literal(""))
    made = edited(text, edit, component)
    assert made == stack('SqsQueue(self, "q")', after)
    assert find(read(made), "environment_suffix", Kind.INPUT).value == Literal("")
    again = read(made)
    assert LANGUAGE.splices(DeclareInput(module(again), "environment_suffix", "string", None), again) == []


def test_an_input_without_a_default_cannot_follow_one_that_has_one() -> None:
    component = read(stack("SqsQueue(self, 'q')", "self, scope, id, size=1"))
    with pytest.raises(Unsayable, match="has no default"):
        LANGUAGE.splices(DeclareInput(module(component), "x", "string", None), component)


def test_code_outside_of_classes_has_no_inputs() -> None:
    component = read(f"{IMPORTS}\nSqsQueue(stack, 'q')\n")
    with pytest.raises(Unsayable, match="has no constructor"):
        LANGUAGE.splices(DeclareInput(module(component, "tap.py"), "x", "string", Literal("")), component)


NAME_SUFFIX = Conditional(Call("equal", (SUFFIX, Literal(""))), Literal(""), Template((Literal("-"), SUFFIX)))


def test_a_local_stands_at_the_start_of_the_constructor() -> None:
    text = stack('"""Doc."""\nSqsQueue(self, "q")', "self, scope, id, environment_suffix=''")
    component = read(text)
    made = edited(text, DeclareLocal(module(component), "name_suffix", NAME_SUFFIX, (find(component, "q"),)), component)
    line = '        name_suffix = f"-{environment_suffix}" if environment_suffix else ""\n'
    assert made == text.replace("super().__init__(scope, id)\n", f"super().__init__(scope, id)\n{line}")
    assert find(read(made), "name_suffix", Kind.LOCAL).value == NAME_SUFFIX


def test_a_local_waits_for_what_it_is_made_of() -> None:
    text = stack("environment_suffix = kwargs.get('environment_suffix', '')\nSqsQueue(self, 'q')")
    component = read(text)
    made = edited(
        text, DeclareLocal(module(component), "self.name_suffix", NAME_SUFFIX, (find(component, "q"),)), component
    )
    assert "''\n        self.name_suffix = " not in made
    assert (
        "'environment_suffix', '')\n        self.name_suffix = f'-{environment_suffix}' if environment_suffix" in made
    )


def test_a_local_is_bound_in_each_function_that_uses_it() -> None:
    text = stack("self.suffix = environment_suffix\nself.build()", "self, scope, id, environment_suffix=''")
    text += "\n    def build(self):\n        '''Doc.'''\n        SqsQueue(self, 'q')\n"
    component = read(text)
    made = edited(text, DeclareLocal(module(component), "name_suffix", NAME_SUFFIX, (find(component, "q"),)), component)
    assert "'''Doc.'''\n        name_suffix = f'-{self.suffix}' if self.suffix else ''\n        SqsQueue" in made


def test_input_and_local_of_one_fix_read_back() -> None:
    text = stack('SqsQueue(self, "q", name="orders")')
    component = read(text)
    owner, queue = module(component), find(component, "q")
    name = queue.get("name")
    assert name is not None
    edits = (
        DeclareInput(owner, "environment_suffix", "string", Literal("")),
        DeclareLocal(owner, "name_suffix", NAME_SUFFIX, (queue,)),
        Replace(name, Template((Literal("orders"), LOCAL_SUFFIX)).in_place_of(name)),
    )
    made = apply(text, [splice for edit in edits for splice in LANGUAGE.splices(edit, component)])
    assert 'name=f"orders{name_suffix}"' in made
    again = read(made)
    assert find(again, "q").get("name") == Template((Literal("orders"), LOCAL_SUFFIX))
    assert find(again, "name_suffix", Kind.LOCAL).value == NAME_SUFFIX


@pytest.mark.parametrize(
    ("where", "name", "line"),
    [
        ("cdktf", "Token", "from cdktf import App, Fn, S3Backend, TerraformOutput, TerraformStack, Token\n"),
        ("cdktf", "AssetType", "from cdktf import App, AssetType, Fn, S3Backend, TerraformOutput, TerraformStack\n"),
        (
            "cdktf_cdktf_provider_aws.kms_key",
            "KmsKey",
            "import IamRole\nfrom cdktf_cdktf_provider_aws.kms_key import KmsKey\nfrom",
        ),
        (
            "cdktf_cdktf_provider_aws.acm",
            "Acm",
            "TerraformStack\nfrom cdktf_cdktf_provider_aws.acm import Acm\nfrom cdktf_cdktf",
        ),
        ("re", "", "import os\nimport re\n"),
    ],
)
def test_imports_are_added_in_their_place(where: str, name: str, line: str) -> None:
    text = stack("SqsQueue(self, 'q')")
    made = edited(text, AddImport("tap.py", where, name))
    assert line in made
    assert LANGUAGE.splices(AddImport("tap.py", where, name), read(made)) == []


def test_a_file_is_created_once() -> None:
    component = read(stack("pass"))
    (splice,) = LANGUAGE.splices(CreateFile("lambda/x.py", "x = 1\n"), component)
    assert splice.creates
    with pytest.raises(Unsayable, match="is there already"):
        LANGUAGE.splices(CreateFile("tap.py", ""), component)


def test_other_edits_are_refused_in_words() -> None:
    with pytest.raises(Unsayable, match="assign has no form in a CDKTF program"):
        LANGUAGE.splices(Assign("x.tfvars", "x", Literal("")), read(stack("pass")))


# --------------------------------------------------------------------------------------------------------------------
# Laws

NAMES = st.sampled_from(["a", "b1", "name", "it's", 'say "x"', "ü{x}", "back\\slash", "two\nlines", "", "${x}", "#no"])


HELD = ("roles[0].arn", "self.roles['a'].arn", "copy.name", "self.make('x').arn", "made.arn")


def quoted(draw: st.DrawFn, text: str) -> str:
    quote = draw(st.sampled_from(["'", '"', '"""']))
    escaped = text.replace("\\", "\\\\").replace(quote[0], f"\\{quote[0]}").replace("\n", "\\n")
    return quote + escaped + quote


@st.composite
def expressions(draw: st.DrawFn, depth: int = 2) -> str:
    kinds = ["string", "number", "name", "attribute", "template", "join"]
    if depth:
        kinds += ["list", "tuple", "dict", "struct", "json", "fn", "if", "equal", "or", "sum", "token"]
    inner = expressions(depth - 1) if depth else st.just("1")
    match draw(st.sampled_from(kinds)):
        case "string":
            return quoted(draw, draw(NAMES))
        case "number":
            return draw(st.sampled_from(["0", "-1", "2.5", "True", "None", "1_000"]))
        case "name":
            return draw(st.sampled_from(["role", "region", "suffix", "self.kept"]))
        case "attribute":
            return draw(st.sampled_from(["role.arn", "role.tags['a'][0]", "self.kept.name", "PREFIX", *HELD]))
        case "template":
            body = draw(
                st.sampled_from(
                    ["{role.arn}", "a{region}b", "{{}}{ suffix }", "{PREFIX}\\n{role.name}", "{region}{suffix}"]
                )
            )
            return draw(st.sampled_from(["f'{}'", 'f"{}"', 'F"""{}"""'])).replace("{}", body, 1)
        case "join":
            return f"({quoted(draw, draw(NAMES))}{draw(st.sampled_from([' ', '  # c' + chr(10)]))}f'{{region}}' 'c')"
        case "list":
            return listed(draw, "[", draw(st.lists(inner, max_size=3)), "]")
        case "tuple":
            return listed(draw, "(", draw(st.lists(inner, min_size=2, max_size=3)), ")")
        case "dict":
            items = draw(st.lists(inner, max_size=3))
            return listed(draw, "{", [f"{quoted(draw, f'k{i}')}: {item}" for i, item in enumerate(items)], "}")
        case "struct":
            items = draw(st.lists(inner, max_size=3))
            return listed(draw, "LambdaFunctionEnvironment(", [f"k{i}={item}" for i, item in enumerate(items)], ")")
        case "json":
            return f"json.dumps({draw(inner)})"
        case "or":
            return f"({draw(inner)} or {draw(inner)})"
        case "sum":
            return f"(region + {quoted(draw, draw(NAMES))} + role.arn)"
        case "token":
            return draw(
                st.sampled_from(["Token.as_string(role.arn)", "os.environ['HOME']", "Token.as_list(role.tags)"])
            )
        case "fn":
            return f"Fn.join('-', {draw(inner)})"
        case "if":
            test = draw(st.sampled_from(["region", "not suffix", "region == 'x'", "role.arn", "len(region) > 1"]))
            return f"({draw(inner)} if {test} else {draw(inner)})"
        case _:
            return f"({draw(inner)} == {draw(inner)})"


def listed(draw: st.DrawFn, opening: str, items: list[str], closing: str) -> str:
    separator = draw(st.sampled_from([", ", ",", ",\n", ",  # c\n", "\n  , "]))
    last = draw(st.sampled_from(["", ",", "\n", ",  # last\n"])) if items else ""
    return opening + draw(st.sampled_from(["", "\n", "  # first\n"])) + separator.join(items) + last + closing


@st.composite
def programs(draw: st.DrawFn) -> str:
    arguments = [f"a{i}={value}" for i, value in enumerate(draw(st.lists(expressions(), min_size=1, max_size=4)))]
    call = listed(draw, "SqsQueue(", ["self", "'q'", *arguments], ")")
    body = (
        f"PREFIX = 'shop'\n{IMPORTS.replace('import App,', 'import App, Token,')}\n"
        "class TapStack(TerraformStack):\n    def make(self, name):\n        return IamRole(self, name)\n\n"
        "    def __init__(self, scope, id, suffix=''):\n"
        "        roles = [IamRole(self, name) for name in 'ab']\n        self.roles = {}\n"
        "        self.roles['a'] = IamRole(self, 'c')\n        made = self.make('d')\n        copy = self.roles['a']\n"
    )
    body += "        role = IamRole(self, 'role')\n        region = 'eu'\n        self.kept = IamRole(self, 'kept')\n"
    text = f"{body}        queue = {call}  # end\n        TerraformOutput(self, 'o', value=queue.arn)\n"
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@SLOW
@given(programs())
def test_a_value_is_copied_byte_for_byte(text: str) -> None:
    component = read(text)
    assert component.problems == ()
    for _, _, _, value in values(component):
        assert value.origin is not None
        assert LANGUAGE.print(value, component, value.origin) == component.source(value.origin)


@SLOW
@given(programs(), st.booleans())
def test_a_value_printed_anew_reads_the_same(text: str, styled: bool) -> None:
    component = read(text)
    said: list[str] = []
    for owner, resource, path, value in values(component):
        if has_opaque(value) or resource.name != "q":
            continue
        new = value.detached()
        try:
            after = edited(text, Replace(value, new.in_place_of(value) if styled else new), component)
        except Unsayable as refusal:
            said.append(str(refusal))
            continue
        again = find(read(after, component), "q", resource.kind, owner.path)
        assert value in [found for place, found in again.walk() if place == path]
        assert module(read(after)).resources[-1].body == owner.resources[-1].body
    # The texts between the holes of a template are no expressions.
    assert {refusal.partition(" as an expression")[2] for refusal in said} <= {" of its own"}


@SLOW
@given(programs(), st.data())
def test_an_edit_does_what_it_says_and_nothing_else(text: str, data: st.DataObject) -> None:
    component = read(text)
    queue = find(component, "q")
    after = edited(text, InsertArgument(queue, queue.body, "added", Literal("new")), component)
    again = find(read(after), "q")
    assert again.body.entries == (*queue.body.entries, Entry("added", Literal("new")))
    assert len(LANGUAGE.comments(component.documents["tap.py"].but(after))) == len(
        LANGUAGE.comments(component.documents["tap.py"])
    )
    entry = data.draw(st.sampled_from(queue.body.entries))
    removed = find(read(edited(text, RemoveArgument(queue, queue.body, entry), component)), "q")
    assert removed.body.entries == tuple(e for e in queue.body.entries if e is not entry)
    for _, sequence in queue.walk():
        if isinstance(sequence, Sequence) and sequence.origin is not None:
            index = data.draw(st.integers(0, len(sequence.items)))
            made = edited(text, InsertItem(sequence, index, Literal("new")), component)
            assert read(made).problems == ()


def test_a_construct_gets_a_name() -> None:
    text = stack('IamRole(self, "role")  # stays')
    component = read(text)
    after = edited(text, NameResource(module(component), find(component, "role"), "role"), component)
    assert after == stack('role = IamRole(self, "role")  # stays')
    with pytest.raises(Unsayable, match="cannot be given a name"):
        edited(text, NameResource(module(component), find(component, "role"), "IamRole"), component)


def test_a_parameter_is_taken_away_with_its_use() -> None:
    text = stack('SqsQueue(self, "q", name=name)', 'self, scope, id, name="x", other=1')
    component = read(text)
    gone = find(component, "name", Kind.INPUT)
    after = edited(text, RemoveResource(module(component), gone, (find(component, "q"),)), component)
    assert "def __init__(self, scope, id, other=1):" in after
    twice = stack('SqsQueue(self, "q", name=name)\nprint(name)', 'self, scope, id, name="x"')
    component = read(twice)
    with pytest.raises(Unsayable, match="used elsewhere"):
        edited(twice, RemoveResource(module(component), find(component, "name", Kind.INPUT)), component)
