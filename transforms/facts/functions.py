"""The functions that CDKTF has in ``Fn``, as Python calls them: those of cdktf 0.21, read in November 2026.

https://developer.hashicorp.com/terraform/cdktf/concepts/functions
"""

from __future__ import annotations

# fmt: off
FUNCTIONS = frozenset([
    "abs", "abspath", "alltrue", "anytrue", "base64decode", "base64encode", "base64gzip", "base64sha256",
    "base64sha512", "basename", "bcrypt", "can", "ceil", "chomp", "chunklist", "cidrhost", "cidrnetmask",
    "cidrsubnet", "cidrsubnets", "coalesce", "coalescelist", "compact", "concat", "conditional", "contains",
    "csvdecode", "dirname", "distinct", "element", "endswith", "file", "filebase64", "filebase64sha256",
    "filebase64sha512", "fileexists", "filemd5", "fileset", "filesha1", "filesha256", "filesha512", "flatten",
    "floor", "format", "formatdate", "formatlist", "indent", "index", "join", "jsondecode", "jsonencode", "keys",
    "length_of", "log", "lookup", "lookup_nested", "lower", "matchkeys", "max", "md5", "merge", "min",
    "nonsensitive", "one", "parseint", "pathexpand", "plantimestamp", "pow", "range", "raw_string", "regex",
    "regexall", "replace", "reverse", "rsadecrypt", "sensitive", "setintersection", "setproduct", "setsubtract",
    "setunion", "sha1", "sha256", "sha512", "signum", "slice", "sort", "split", "startswith", "strcontains",
    "strrev", "substr", "sum", "templatefile", "textdecodebase64", "textencodebase64", "timeadd", "timecmp",
    "timestamp", "title", "tobool", "tolist", "tomap", "tonumber", "toset", "tostring", "transpose", "trim",
    "trimprefix", "trimspace", "trimsuffix", "try_", "upper", "urlencode", "uuid", "uuidv5", "values", "yamldecode",
    "yamlencode", "zipmap",
])
# fmt: on

# What newer libraries may have.
NEWER = frozenset({"ephemeralasnull", "issensitive", "templatestring"})

# What people call them who think of JavaScript, of Python, or of Terraform itself.
CALLED = {"length": "length_of", "len": "length_of", "to_json": "jsonencode", "json": "jsonencode", "sub": ""}


def meant(name: str) -> str:
    """Return the function that *name* stands for, in another spelling; empty where there is none."""
    if name in CALLED:
        return CALLED[name]
    flat = name.replace("_", "").lower()
    found = [known for known in sorted(FUNCTIONS) if known.replace("_", "") == flat]
    return found[0] if len(found) == 1 else ""
