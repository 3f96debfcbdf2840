from __future__ import annotations

import ast
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iacfix.transforms.languages.cdktf.read import CdktfComponent
from iacfix.transforms.languages.cdktf.source import Source, parse
from iacfix.transforms.languages.cdktf.strings import decode, encode
from iacfix.transforms.model import (
    Call,
    Conditional,
    Document,
    Entry,
    Index,
    Kind,
    Literal,
    Mapping,
    Opaque,
    Reference,
    Sequence,
    Span,
    Template,
    mapping,
)
from tests.languages.cdktf_programs import IMPORTS, LANGUAGE, Files, find, module, read, stack

ROLE = Reference(Kind.RESOURCE, "aws_iam_role", "role", ("arn",))


@pytest.mark.parametrize(
    ("statement", "call"),
    [
        ("from cdktf_cdktf_provider_aws.iam_role import IamRole", "IamRole"),
        ("from cdktf_cdktf_provider_aws.iam_role import IamRole as Role", "Role"),
        ("from cdktf_cdktf_provider_aws import iam_role", "iam_role.IamRole"),
        ("import cdktf_cdktf_provider_aws.iam_role as r", "r.IamRole"),
        ("import cdktf_cdktf_provider_aws.iam_role", "cdktf_cdktf_provider_aws.iam_role.IamRole"),
        ("from imports.aws.iam_role import IamRole", "IamRole"),
        ("from imports.aws.iam import IamRole", "IamRole"),
        ("from imports.aws import IamRole", "IamRole"),
        ("from imports.aws import *", "IamRole"),
        ("from cdktn_provider_aws.iam_role import IamRole", "IamRole"),
    ],
)
def test_every_style_of_import_gives_the_same_type(statement: str, call: str) -> None:
    text = f"import cdktf\n{statement}\n\ndef build(stack):\n    {call}(stack, 'r', name='x')\n"
    role = find(read(text), "r", path="tap.py")
    assert (role.type, role.address, role.scope) == ("aws_iam_role", "aws_iam_role.r", "build")
    assert role.body == mapping(name=Literal("x"))


@pytest.mark.parametrize(
    ("path", "name", "kind", "type_"),
    [
        ("data_aws_vpc", "DataAwsVpc", Kind.DATA, "aws_vpc"),
        ("s3_bucket_versioning", "S3BucketVersioningA", Kind.RESOURCE, "aws_s3_bucket_versioning"),
        ("s3_bucket_versioning", "S3BucketVersioning", Kind.RESOURCE, "aws_s3_bucket_versioning"),
        ("wafv2_web_acl", "Wafv2WebAcl", Kind.RESOURCE, "aws_wafv2_web_acl"),
        ("ec2", "Instance", Kind.RESOURCE, "aws_instance"),
        ("vpc", "DataAwsVpc", Kind.DATA, "aws_vpc"),
        ("provider", "AwsProvider", Kind.PROVIDER, "aws"),
    ],
)
def test_classes_have_terraform_types(path: str, name: str, kind: Kind, type_: str) -> None:
    text = f"from cdktf_cdktf_provider_aws.{path} import {name}\n{name}(stack, 'it')\n"
    (made,) = module(read(text), "tap.py").resources
    assert (made.kind, made.type, made.name) == (kind, type_, "it")


def test_other_providers_keep_their_own_prefix() -> None:
    text = "from cdktf_cdktf_provider_random.password import Password\nPassword(s, 'p', length=16)\n"
    assert find(read(text), "p", path="tap.py").type == "random_password"


def test_constructs_of_the_library() -> None:
    component = read(
        stack("TerraformOutput(self, 'out', value=1)\nS3Backend(self, bucket='b', key='k')\nIamRole(self, 'r')")
    )
    settings_ = next(module(component).of(Kind.SETTINGS))
    assert settings_.body.get("backend", "bucket") == Literal("b")
    backend = settings_.body.get("backend")
    assert isinstance(backend, Mapping)
    assert (backend.block, backend.labels) == (True, ("s3",))
    assert find(component, "out", Kind.OUTPUT).value == Literal(1)


def test_names_of_constructs() -> None:
    component = read(
        stack(
            "role = IamRole(self, f'{x}-r')\nIamRole(self, f'{x}-s')\n"
            "IamRole(self, 'c')\nSqsQueue(self, 'c')\nIamRole(self, 'c')"
        )
    )
    names = [(r.type, r.name) for r in module(component).of(Kind.RESOURCE)]
    role = "aws_iam_role"
    assert names == [(role, "role"), (role, "f'{x}-s'"), (role, "c"), ("aws_sqs_queue", "c"), (role, "c#2")]


def test_meta_arguments_stand_apart() -> None:
    role = find(read(stack("a = IamRole(self, 'a')\nIamRole(self, 'r', name='x', depends_on=[a], count=2)")), "r")
    assert role.body.names == {"name"}
    assert role.meta.names == {"depends_on", "count"}
    assert role.meta.all("depends_on") == (Reference(Kind.RESOURCE, "aws_iam_role", "a"),)


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("'x'", Literal("x")),
        ("-1", Literal(-1)),
        ("1.5", Literal(1.5)),
        ("None", Literal(None)),
        ("True", Literal(True)),
        ("'a' \"b\"", Literal("ab")),
        (r"'a\n\x41\u00e9\N{BULLET}\q'", Literal("a\nAé•\\q")),
        (r"r'a\n'", Literal("a\\n")),
        ("f'a{{b}}'", Literal("a{b}")),
        ("f'{role.arn}'", Template((ROLE,))),
        ("'a' f'b{role.arn}' 'c'", Template((Literal("ab"), ROLE, Literal("c")))),
        ("role.arn + 'x'", Template((ROLE, Literal("x")))),
        ("'a' + ('b' + role.arn)", Template((Literal("ab"), ROLE))),
        ("('a', 'b')", Sequence((Literal("a"), Literal("b")))),
        ("{'a': 1, **rest}", Mapping((Entry("a", Literal(1)), Entry("**", Opaque("rest"))))),
        ("dict(a=1)", mapping(a=Literal(1))),
        ("LambdaFunctionEnvironment(variables={'A': 'b'})", mapping(variables=mapping(A=Literal("b")))),
        ("json.dumps({'a': 1}, indent=2)", Call("jsonencode", (mapping(a=Literal(1)),))),
        ("Fn.jsonencode([1])", Call("jsonencode", (Sequence((Literal(1),)),))),
        ("Fn.length_of([1])", Call("length", (Sequence((Literal(1),)),))),
        ("os.getenv('A', 'b')", Call("getenv", (Literal("A"), Literal("b")))),
        ("os.environ.get('A')", Call("getenv", (Literal("A"),))),
        ("role.arn", ROLE),
        ("role", Reference(Kind.RESOURCE, "aws_iam_role", "role")),
        (
            "role.tags['a'][0]",
            Reference(Kind.RESOURCE, "aws_iam_role", "role", ("tags", Index(Literal("a")), Index(Literal(0)))),
        ),
        (
            "1 if region == 'x' else 2",
            Conditional(Call("equal", (Reference(Kind.LOCAL, "", "region"), Literal("x"))), Literal(1), Literal(2)),
        ),
        (
            "1 if region else 2",
            Conditional(Call("equal", (Reference(Kind.LOCAL, "", "region"), Literal(""))), Literal(2), Literal(1)),
        ),
        (
            "1 if not region else 2",
            Conditional(Call("equal", (Reference(Kind.LOCAL, "", "region"), Literal(""))), Literal(1), Literal(2)),
        ),
    ],
)
def test_values(source: str, value: object) -> None:
    component = read(stack(f"role = IamRole(self, 'role')\nregion = 'eu'\nSqsQueue(self, 'q', it={source})"))
    assert find(component, "q").get("it") == value


@pytest.mark.parametrize(
    "source",
    [
        "f'{role.arn!r}'",
        "f'{role.arn:>3}'",
        "b'x'",
        "[*roles]",
        "[r.arn for r in roles]",
        "'a' + 'x'",
        "1 + 2",
        "x()",
        "{1}",
    ],
)
def test_what_cannot_be_reduced_is_opaque(source: str) -> None:
    component = read(stack(f"role = IamRole(self, 'role')\nSqsQueue(self, 'q', it={source})"))
    assert find(component, "q").get("it") == Opaque(source)


def test_opaque_values_tell_what_they_mention() -> None:
    component = read(stack("role = IamRole(self, 'role')\nSqsQueue(self, 'q', it=role.arn.split('/')[0])"))
    value = find(component, "q").get("it")
    assert isinstance(value, Opaque)
    assert value.mentions == (Reference(Kind.RESOURCE, "aws_iam_role", "role", ("arn", "split")),)


@pytest.mark.parametrize(
    "body",
    [
        "role = IamRole(self, 'role')\nrole = other()\nSqsQueue(self, 'q', it=role.arn)",
        "for role in roles:\n    SqsQueue(self, 'q', it=role.arn)",
        "role, x = IamRole(self, 'role'), 1\nSqsQueue(self, 'q', it=role.arn)",
        "role = IamRole(self, 'role')\nrole += x\nSqsQueue(self, 'q', it=role.arn)",
        "with x as role:\n    SqsQueue(self, 'q', it=role.arn)",
        "x = [SqsQueue(self, 'q', it=role.arn) for role in roles]",
    ],
)
def test_a_name_of_uncertain_value_is_no_reference(body: str) -> None:
    assert isinstance(find(read(stack(body)), "q").get("it"), Opaque)


def test_self_binds_for_the_whole_class() -> None:
    text = stack("self.role: IamRole = IamRole(self, 'role')\nself.build()")
    text += "\n    def build(self):\n        SqsQueue(self, 'q', it=self.role.arn)\n"
    queue = find(read(text), "q")
    assert queue.get("it") == ROLE
    assert queue.scope == "build"
    assert find(read(text), "role").binding == "self.role"


def test_helpers_have_the_type_that_they_are_annotated_with() -> None:
    text = stack("role = self.make('x')\nSqsQueue(self, 'q', it=role.arn)")
    text += "\n    def make(self, name) -> IamRole:\n        return IamRole(self, name)\n"
    assert find(read(text), "q").get("it") == Reference(Kind.RESOURCE, "aws_iam_role", "__init__:role", ("arn",))


def test_parameters_are_inputs() -> None:
    component = read(
        stack(
            "self.suffix = suffix\nregion = kwargs.get('region', 'eu')",
            "self, scope, id, suffix: str = 'dev', **kwargs",
        )
    )
    suffix, region = find(component, "suffix", Kind.INPUT), find(component, "region", Kind.INPUT)
    assert (suffix.value, suffix.get("type")) == (Literal("dev"), Literal("string"))
    assert region.value == Literal("eu")
    assert find(component, "self.suffix", Kind.LOCAL).value == Reference(Kind.INPUT, "", "suffix")
    assert not [each for each in module(component).of(Kind.LOCAL) if each.name == "region"]


def test_constants_of_the_file_are_locals_of_its_classes() -> None:
    component = read("PREFIX = 'shop'\n" + stack("SqsQueue(self, 'q', name=PREFIX)"))
    assert find(component, "q").get("name") == Reference(Kind.LOCAL, "", "PREFIX")
    assert find(component, "PREFIX", Kind.LOCAL).value == Literal("shop")
    assert [module.path for module in component.modules] == ["tap.py:TapStack"]


def test_an_app_calls_its_stacks() -> None:
    lib = stack("SqsQueue(self, 'q', name=suffix)", "self, scope, id, region, suffix='x'")
    app = (
        "from cdktf import App\nfrom lib.tap_stack import TapStack\n"
        "app = App()\nTapStack(app, 'tap', 'eu', suffix='dev')\napp.synth()\n"
    )
    component = read(main=app, lib__tap_stack=lib)
    (call,) = component.calls
    assert (call.caller.path, call.module.path) == ("main.py", "lib/tap_stack.py:TapStack")
    assert call.resource.body == mapping(region=Literal("eu"), suffix=Literal("dev"))
    assert call.module.deployable
    assert not call.caller.deployable


@pytest.mark.parametrize(
    "statement", ["from lib.net import Net", "from lib import Net", "from .net import Net", "from . import net"]
)
def test_files_are_grouped_by_imports(statement: str) -> None:
    texts = {
        "app/lib/stack.py": f"import cdktf\n{statement}\n",
        "app/lib/net.py": "import cdktf\nclass Net: pass\n",
        "other/net.py": "import cdktf\nclass Net: pass\n",
    }
    documents = {path: Document(path, text) for path, text in texts.items()}
    assert LANGUAGE.group(documents) == [("app/lib/net.py", "app/lib/stack.py"), ("other/net.py",)]


@pytest.mark.parametrize(
    ("imports", "expected"),
    [
        (
            "from cdktf import *\nfrom cdktf_cdktf_provider_aws.iam_role import *\nfrom constructs import *\n",
            "aws_iam_role",
        ),
        (
            "from cdktf import *\nfrom imports.aws.iam_role import *\nfrom imports.aws.sqs_queue import *\n",
            "aws_iam_role",
        ),
        ("import json\nfrom os.path import *\nfrom cdktf import *\nfrom imports.aws import *\n", "aws_iam_role"),
        ("from cdktf import *\nfrom cdktf_cdktf_provider_aws.sqs_queue import *\n", None),
        ("from cdktf import *\nfrom helpers import *\nfrom others import *\n", None),
        ("from bases import *\n", "aws_iam_role"),
    ],
)
def test_stars_bring_what_their_modules_have(imports: str, expected: str | None) -> None:
    body = "class S(TerraformStack):\n    def __init__(self, scope, id):\n        IamRole(self, 'r', name='n')\n"
    bases = "from cdktf import App, TerraformStack\nfrom imports.aws.iam_role import IamRole\n"
    component = read(main=f"{imports}{body}S(App(), 's')\n", bases=bases)
    found = [resource.type for each in component.modules for resource in each.of(Kind.RESOURCE)]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("app", "expected"),
    [
        ("pipenv run python main.py", "net.py"),
        ("python ./src/main.py", "src/net.py"),
        ("poetry run python -u src", "src/net.py"),
        ("PYTHONPATH=. python3.11 -m src.main", "net.py"),
        ("python elsewhere.py", "src/stacks/net.py"),
        ("./run.sh", "src/stacks/net.py"),
    ],
)
def test_imports_are_looked_for_where_the_application_is_started(app: str, expected: str) -> None:
    net = "from constructs import Construct\nimport cdktf\nclass Net(Construct): pass\n"
    texts = {
        "cdktf.json": json.dumps({"language": "python", "app": app}),
        "main.py": "import cdktf\n",
        "src/__main__.py": "import cdktf\n",
        "src/main.py": "import cdktf\n",
        "src/stacks/tap.py": f"{IMPORTS}from net import Net\nclass Tap(TerraformStack):\n"
        "    def __init__(self, scope, id):\n        super().__init__(scope, id)\n        Net(self, 'net')\n",
        "net.py": net,
        "src/net.py": net,
        "src/stacks/net.py": net,
    }
    documents = {path: Document(path, text, "cdktf") for path, text in texts.items() if path.endswith(".py")}
    assert ("net.py", "src/net.py", "src/stacks/net.py", "src/stacks/tap.py") in LANGUAGE.group(documents)
    (call,) = LANGUAGE.read(documents, Files(texts)).calls
    assert call.module.path == f"{expected}:Net"


@pytest.mark.parametrize(
    ("path", "text", "claimed"),
    [
        ("main.py", "from cdktf import App\n", True),
        ("main.py", "    from cdktn_provider_aws.vpc import Vpc\n", True),
        ("main.py", "from imports.aws.vpc import Vpc\n", True),
        ("main.py", "import cdktf_helpers\n", False),
        ("main.py", "# from cdktf import App\n", False),
        ("main.tf", "from cdktf import App\n", False),
        ("imports/aws/vpc.py", "import jsii\nimport cdktf\n", False),
        ("tests/unit/test_stack.py", "from cdktf import Testing\n", False),
    ],
)
def test_claims(path: str, text: str, claimed: bool) -> None:
    assert LANGUAGE.claims(path, text) is claimed


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("import cdktf\nx = = 1\n", 2, 5),
        ("import cdktf\nreturn 1\n", 2, 1),
        ("import cdktf\nx = '\n", 2, 5),
        ("import cdktf\nx = " + "(" * 5000, 2, None),
        ("import cdktf\nx = " + "-" * 5000 + "1", None, None),
        ("import cdktf\nx = " + "a." * 20000 + "a", None, None),
        ("import cdktf\nx = " + "[" * 180 + "]" * 180, None, None),
        ("import cdktf\nx = 1\0", None, None),
        ("import cdktf\n" + "#" * 2_000_001, None, None),
    ],
)
def test_what_python_refuses_is_a_problem(text: str, line: int | None, column: int | None) -> None:
    component = read(text, other="from cdktf import App\nfrom cdktf_cdktf_provider_aws.vpc import Vpc\nVpc(s, 'v')\n")
    (problem,) = component.problems
    position = component.position(problem.origin)
    assert line in {None, position.line}
    assert column in {None, position.column}
    assert [module.path for module in component.modules] == ["other.py"]


def test_unchanged_documents_are_not_parsed_again() -> None:
    before = read("import cdktf\n", other="import cdktf\n")
    after = read("import cdktf\nx = 1\n", before, other="import cdktf\n")
    assert isinstance(before, CdktfComponent)
    assert isinstance(after, CdktfComponent)
    assert after.parsed["other.py"] is before.parsed["other.py"]
    assert after.parsed["tap.py"] is not before.parsed["tap.py"]


def test_nothing_that_stands_in_a_file_is_run() -> None:
    component = read("import cdktf\nraise SystemExit(1)\n")
    assert component.problems == ()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_comments(newline: str) -> None:
    text = newline.join(["# one", "x = '# no'  # two", 'y = """', "# no", '"""', ""])
    document = Document("tap.py", text)
    assert [text[start:end] for start, end in LANGUAGE.comments(document)] == ["# one", "# two"]


def test_a_compiler_confirms() -> None:
    good, bad = Document("a.py", "x = 1\n"), Document("a.py", "x = = 1\n")
    assert LANGUAGE.confirm(good, good, ()) is None
    assert LANGUAGE.confirm(bad, bad, ()) is None
    assert LANGUAGE.confirm(good, bad, ()) is not None


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=30)


@given(TEXTS, st.sampled_from(["'", '"', "'''", '"""']))
def test_strings_mean_what_python_says(text: str, quote: str) -> None:
    written = encode(text, quote, braces=False)
    assert ast.literal_eval(quote + written + quote) == text
    assert decode(written, verbatim=False, braces=False) == text
    assert decode(encode(text, quote, braces=True), verbatim=False, braces=True) == text


@settings(max_examples=50)
@given(st.lists(st.sampled_from(["é", "x", "# ü\n", "'ß'", "\n", "(1, 'é')", "\t", ";"]), max_size=12))
def test_spans_are_exact(words: list[str]) -> None:
    text = "y = [\n" + ",\n".join(repr(word) for word in words) + "\n]  # é\nx = 'é' + y.z\n"
    source = parse(Document("a.py", text))
    assert isinstance(source, Source)
    lines = text.splitlines(keepends=True)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.Constant, ast.Name)):
            segment = ast.get_source_segment(text, node)
            before = lines[node.lineno - 1].encode()[: node.col_offset].decode()
            start = sum(map(len, lines[: node.lineno - 1])) + len(before)
            found = source.at(Span(start, start + len(segment or "")))
            assert found is not None
            assert source.text(found) == segment
