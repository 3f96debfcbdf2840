"""Functions as custom resources: a second handler that tells CloudFormation how the first one went."""

from __future__ import annotations

import ast

from iacfix.transforms.code import defines, parsed, span_of
from iacfix.transforms.edits import Edit
from iacfix.transforms.model import Span
from iacfix.transforms.scripts import Script

HANDLER = "on_stack_event"
"""What the second handler is called."""

# The runtime has cfnresponse for a source that stands in a template, if it is imported by a line of its own:
# https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-lambda-function-code-cfnresponsemodule.html
_ANSWERS = '''

def {name}(event, context):
    """{says}"""
    try:
        if event["RequestType"] != "Delete":
            {handler}(event, context)
        cfnresponse.send(event, context, cfnresponse.SUCCESS, {{}}, "{identity}")
    except Exception as error:
        cfnresponse.send(event, context, cfnresponse.FAILED, {{}}, "{identity}", reason=str(error))
'''


def answering(script: Script, identity: str, says: str) -> tuple[Edit, ...]:
    """Return what gives a source in a template the second handler; nothing where it cannot be given one."""
    names = defines(script.text, script.ending) or frozenset[str]()
    tree = parsed(script.text)
    if script.value is None or tree is None or script.handler not in names or {HANDLER, "cfnresponse"} & names:
        return ()
    imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    first = next((node for node in imports if getattr(node, "module", "") != "__future__"), None)
    if first is None:
        return ()
    start, end = span_of(script.text, first).start, len(script.text)
    answers = _ANSWERS.format(name=HANDLER, says=says, handler=script.handler, identity=identity)
    if not script.text.endswith("\n"):
        answers = "\n" + answers.removesuffix("\n")
    return script.changed((Span(start, start), "import cfnresponse\n"), (Span(end, end), answers))
