"""What a function needs of a private network (a VPC), and what it finds there.

The one place that says so: what takes functions out of networks and what puts them there must never disagree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from iacfix.transforms.model import Component, Kind, Literal, Mapping, Module, Reference, Resource, Value, references
from iacfix.transforms.ordering import named
from iacfix.transforms.packing import code_of
from iacfix.transforms.policy import Graph
from iacfix.transforms.resolve import resolve
from iacfix.transforms.sources import FUNCTIONS, functions

# What can only be reached from inside, and the attributes that say where it is.
ADDRESSES = {
    "aws_db_instance": {"address", "endpoint", "Endpoint.Address"},
    "aws_rds_cluster": {"endpoint", "reader_endpoint"},
    "aws_rds_cluster_instance": {"endpoint"},
    "aws_db_proxy": {"endpoint"},
    "aws_docdb_cluster": {"endpoint", "reader_endpoint"},
    "aws_neptune_cluster": {"endpoint", "reader_endpoint"},
    "aws_elasticache_cluster": {"cache_nodes", "cluster_address", "configuration_endpoint"},
    "aws_elasticache_replication_group": {
        "configuration_endpoint_address",
        "primary_endpoint_address",
        "reader_endpoint_address",
    },
    "aws_elasticache_serverless_cache": {"endpoint"},
    "aws_memorydb_cluster": {"cluster_endpoint"},
    "aws_redshift_cluster": {"dns_name", "endpoint"},
    "aws_msk_cluster": {"bootstrap_brokers", "bootstrap_brokers_sasl_iam", "bootstrap_brokers_tls"},
    "aws_mq_broker": {"instances"},
    "aws_instance": {"private_dns", "private_ip"},
}
PUBLIC = ("publicly_accessible", "PubliclyAccessible")
YES = (Literal(value=True), Literal("true"))
MOUNTED = ("file_system_config", "FileSystemConfigs")
CONFIGS = ("vpc_config", "VpcConfig")
# Sources of events in a network, which Lambda reads by interfaces of its own: events of SAM, and what a mapping says
# of such a source only.
FEEDS = frozenset({"DocumentDB", "MQ", "MSK", "SelfManagedKafka"})
FED_BY = ("topics", "queues", "self_managed_event_source", "document_db_event_source_config")

# Packages that speak to nobody but AWS.
QUIET = frozenset(
    {"aws_lambda_powertools", "aws_xray_sdk", "dateutil", "jsonschema", "pydantic", "pytz", "simplejson", "yaml"}
    | {"typing_extensions", "uuid", "@aws-lambda-powertools/logger", "@aws-lambda-powertools/tracer", "aws-xray-sdk"}
)
_CONNECTS = re.compile(
    r"^\s*(?:import|from)\s+(?:socket|ssl|http|ftplib|imaplib|poplib|smtplib|telnetlib|xmlrpc|subprocess|ctypes)\b"
    r"|urllib\.request|urlopen|urllib3|\brequests\b|endpoint_url|\bfetch\s*\(|child_process"
    r"|(?:require\(|from\s+)\s*[\"'](?:node:)?(?:https?2?|net|tls|dgram|dns)[\"']",
    re.MULTILINE,
)
_CALLS_AWS = re.compile(r"\bboto3\b|\bbotocore\b|aws-sdk")
# Conditions by which something lets in only those who come from a network, or keeps functions in one.
_ONLY_FROM_INSIDE = re.compile(r"(?i)aws:SourceVpce?\b|aws:VpcSourceIp|lambda:(?:VpcIds|SubnetIds|SecurityGroupIds)")
_ASKS = re.compile(
    r"(?im)^(?=.*\b(?:lambdas?|functions?)\b)(?=.*\b(?:must|shall|required?|requires|mandatory|compliance|never)\b)"
    r".*\b(?:vpcs?|private subnets?)\b"
)
_OTHER_WAYS = frozenset(
    {"aws_ec2_transit_gateway_vpc_attachment", "aws_nat_gateway", "aws_vpc_peering_connection", "aws_vpn_gateway"}
    | {"AWS::EC2::TransitGatewayAttachment", "AWS::EC2::VPNGateway", "AWS::EC2::VPCPeeringConnection"}
)
_ENDPOINTS = frozenset({"aws_vpc_endpoint", "AWS::EC2::VPCEndpoint"})


@dataclass(frozen=True, slots=True)
class Need:
    """What ties a function to a network.

    *reaches* are resources of its module that it is given the address of, and that only the network leads to; *because*
    says what else ties it. *calls_aws*: its code speaks to AWS.
    """

    reaches: tuple[Resource, ...]
    because: str
    calls_aws: bool

    @property
    def is_none(self) -> bool:
        """Whether nothing ties it."""
        return not self.reaches and not self.because


def config(function: Resource) -> Value | None:
    """Return what says in which network *function* is; None where nothing does."""
    return next((found for name in CONFIGS if (found := function.get(name)) is not None), None)


def may_be_inside(component: Component, function: Resource) -> bool:
    """Say whether *function* is in a network, or may be put in one by what the source does not tell."""
    if config(function) is not None or {"**", ""} & {entry.name for entry in function.body.entries}:
        return True
    text = component.documents[function.origin.path].text if function.origin is not None else ""
    return function.type == "AWS::Serverless::Function" and "Globals" in text and "VpcConfig" in text


def need(component: Component, module: Module, function: Resource) -> Need | None:
    """Return what ties *function* to a network, or None where its code cannot be seen."""
    source = code_of(component, module, function)
    if source is not None and not source.named and len(list(functions(component))) > 1:
        source = None  # another function's, perhaps
    reaches = tuple(_reached(module, function))
    if source is None:
        return Need(reaches, "", calls_aws=False) if reaches else None
    text = "\n".join(source.texts)
    speaks = sorted(set(source.foreign) - QUIET)
    if reaches and not speaks and not _CONNECTS.search(text):
        reaches = ()  # it reads of it, and has nothing to speak to it with
    because = ""
    if any(function.get(name) is not None for name in MOUNTED):
        because = "it mounts a file system"
    elif speaks:
        because = f"its code uses {', '.join(speaks)}"
    elif _CONNECTS.search(text):
        because = "its code makes connections of its own"
    return Need(reaches, because, _CALLS_AWS.search(text) is not None)


def _reached(module: Module, function: Resource) -> Iterator[Resource]:
    """Yield what *function* is given the address of and that only a network leads to."""
    variables = function.get("environment", "variables") or function.get("Environment", "Variables")
    found: dict[tuple[Kind, str, str], Resource] = {}
    for reference in references(variables) if variables is not None else ():
        target = module.target(reference)
        names = {step for step in reference.path if isinstance(step, str)}
        if target is not None and target.kind is Kind.LOCAL and target.value is not None:
            inner = list(references(target.value))
            reference = inner[0] if len(inner) == 1 else reference  # noqa: PLW2901 - what the local stands for
            target, names = module.target(reference), {step for step in reference.path if isinstance(step, str)}
        if target is None or target.kind is not Kind.RESOURCE or not names & ADDRESSES.get(target.type, set()):
            continue
        if not _is_public(module, target):
            found[target.key] = target
    yield from found.values()


def _is_public(module: Module, target: Resource) -> bool:
    """Say whether *target* may be reached from anywhere."""
    instances = [r for r in module.of_type("aws_rds_cluster_instance") if target.key in named(module, r.body)]
    for resource in (target, *instances):
        given = next((resource.get(name) for name in PUBLIC if resource.get(name) is not None), None)
        if given is not None and given not in {Literal(value=False), Literal("false")}:
            return True
    in_group = any(
        name.lower().replace("_", "").startswith(("dbsubnetgroup", "subnetgroup")) for name in target.body.names
    )
    return target.source_type != target.type and target.type == "aws_db_instance" and not in_group


def is_pointless(component: Component, module: Module, function: Resource) -> bool:
    """Say whether the network of *function* gives it nothing: what is there is all in the tree, and leads nowhere.

    Either its subnets are public, where a function has no way out, or nothing leads out of them, and in neither case is
    there an endpoint for a service of AWS.
    """
    placed = config(function)
    kinds = {resource.type for each in component.modules for resource in each.of(Kind.RESOURCE)}
    if not isinstance(placed, Mapping) or kinds & _ENDPOINTS or _is_wanted(component):
        return False
    subnets = _subnets(component, module, placed.get("subnet_ids") or placed.get("SubnetIds"))
    groups = placed.get("security_group_ids") or placed.get("SecurityGroupIds")
    if not subnets or not _only_for(module, groups):
        return False
    return all(_leads_out(where, subnet) for where, subnet in subnets) or not kinds & _OTHER_WAYS


def _is_wanted(component: Component) -> bool:
    """Say whether a policy or a guide wants functions to be in a network."""
    if any(_ONLY_FROM_INSIDE.search(document.text) for document in component.documents.values()):
        return True
    tree = component.tree
    guides = [path for path in sorted(tree.paths()) if path.lower().endswith(".md")] if tree is not None else []
    return any(_ASKS.search(tree.text(path) or "") for path in guides) if tree is not None else False


def _subnets(component: Component, module: Module, value: Value | None) -> list[tuple[Module, Resource]]:
    """Return the subnets that *value* lists; none where one of them is not in the tree."""
    origins = resolve(component, module, value) if value is not None else None
    found: list[tuple[Module, Resource]] = []
    for origin in origins or ():
        # What is held by a list or an object is one of what leads there.
        targets = [origin.module.target(each) for each in references(origin.value) if not each.through]
        if not targets or any(target is None for target in targets):
            return []
        declared = [target for target in targets if target is not None]
        there = list(origin.module.of_type("aws_subnet"))
        # A list that is filled step by step is made of the module's own.
        lists = [target for target in declared if target.kind is Kind.LOCAL]
        inside = [inner for target in lists if target.value for inner in references(target.value) if not inner.through]
        if not all(origin.module.target(inner) in there for inner in inside):
            return []
        declared = [target for target in declared if target not in lists] or there
        if not all(target in there for target in declared):
            return []
        found += [(origin.module, target) for target in declared]
    return found


def _leads_out(module: Module, subnet: Resource) -> bool:
    """Say whether *subnet* is public: what is in it has an address of the internet, or its routes lead there."""
    if any(subnet.get(name) in YES for name in ("map_public_ip_on_launch", "MapPublicIpOnLaunch")):
        return True
    for association in module.of_type("aws_route_table_association"):
        if subnet.key in named(module, association.get("subnet_id")):
            for table in named(module, association.get("route_table_id")):
                routes = [
                    r.body for r in module.of_type("aws_route") if table in named(module, r.get("route_table_id"))
                ]
                declared = module.find(*table)
                routes += [r for r in (declared.all("route") if declared else ()) if isinstance(r, Mapping)]
                gateways = (key for route in routes for key in named(module, route.get("gateway_id")))
                if any(key[1] == "aws_internet_gateway" for key in gateways):
                    return True
    return False


def _only_for(module: Module, groups: Value | None) -> bool:
    """Say whether nothing lets *groups* in, so that a function has no purpose in them."""
    for key in named(module, groups):
        group = module.find(*key)
        for user in module.users(group) if group is not None else ():
            own = user.get("security_group_id")
            is_own_rule = isinstance(own, Reference) and own.target == key
            others = [r for e in user.body.entries if e.value is not own for r in references(e.value)]
            let_in = any(reference.target == key for reference in others)
            if user.type not in FUNCTIONS and user.kind is Kind.RESOURCE and (let_in or not is_own_rule):
                return False
    return True


# Where things are: the argument that has the subnets, or names what has them.
_PLACED = {
    "aws_db_proxy": ("vpc_subnet_ids",),
    "aws_msk_cluster": ("broker_node_group_info", "client_subnets"),
    "aws_mq_broker": ("subnet_ids",),
}
_GROUPED = ("db_subnet_group_name", "subnet_group_name", "neptune_subnet_group_name", "cluster_subnet_group_name")
_GUARDED = ("vpc_security_group_ids", "security_group_ids", "security_groups", "VpcSecurityGroupIds")


def subnets_of(module: Module, target: Resource) -> Value | None:
    """Return the list of the subnets that *target* is in, as *module* writes it, or None."""
    if target.type in _PLACED:
        return target.get(*_PLACED[target.type])
    for name in _GROUPED:
        for key in named(module, target.get(name)):
            group = module.find(*key)
            if group is not None and (found := group.get("subnet_ids") or group.get("SubnetIds")) is not None:
                return found
    return None


def admitted(module: Module, target: Resource) -> list[Resource]:
    """Return the security groups that those of *target* let in."""
    guards = {key for name in _GUARDED for key in named(module, target.get(name))}
    found: dict[tuple[Kind, str, str], Resource] = {}
    for resource in module.of(Kind.RESOURCE):
        rules: list[Mapping] = []
        if resource.key in guards:
            rules += [
                r for name in ("ingress", "SecurityGroupIngress") for r in resource.all(name) if isinstance(r, Mapping)
            ]
        owner = resource.get("security_group_id") or resource.get("GroupId")
        if named(module, owner) & guards and resource.get("type") in {None, Literal("ingress")}:
            rules.append(resource.body)
        for rule in rules:
            for name in _SOURCES:
                for key in named(module, rule.get(name)):
                    group = module.find(*key)
                    if (
                        group is not None
                        and "SecurityGroup" in group.type.title().replace("_", "")
                        and key not in guards
                    ):
                        found[key] = group
    return list(found.values())


_SOURCES = (
    "security_groups",
    "source_security_group_id",
    "referenced_security_group_id",
    "SourceSecurityGroupId",
)


# --------------------------------------------------------------------------------------------------------------------
# Roles

_SERVICE = re.compile(r"\b([\w.-]+)\.amazonaws\.com")
LAMBDA = frozenset({"lambda", "edgelambda"})


def outside(component: Component, graph: Graph, role: Resource) -> bool:
    """Say whether *role* is for functions alone, all of them in the module, and none of them in a network."""
    module = graph.module
    users = list(_users(graph, role))
    functions = [user for user in users if user.type in FUNCTIONS and user.kind is Kind.RESOURCE]
    others = [user for user in users if user not in functions and not user.type.startswith(("aws_iam_", "AWS::IAM::"))]
    if not functions or others or any(may_be_inside(component, function) for function in functions):
        return False
    if any(_is_fed_from_a_network(module, function) for function in functions):
        return False
    return _trusts(component, module, role) <= LAMBDA and not _is_taken_elsewhere(component, role)


def _is_fed_from_a_network(module: Module, function: Resource) -> bool:
    """Say whether Lambda reads for *function* from brokers in a network, by interfaces that its role must allow."""
    events = function.get("Events")
    for entry in events.entries if isinstance(events, Mapping) else ():
        kind = entry.value.get("Type") if isinstance(entry.value, Mapping) else None
        if isinstance(kind, Literal) and kind.value in FEEDS:
            return True
    for mapping in module.of_type("aws_lambda_event_source_mapping"):
        named = mapping.get("function_name")
        mine = named is not None and any(reference.target == function.key for reference in references(named))
        if mine and any(mapping.get(name) is not None for name in FED_BY):
            return True
    return False


def _users(graph: Graph, resource: Resource) -> Iterator[Resource]:
    """Yield what uses *resource*, through locals too."""
    seen: set[Resource] = set()
    waiting = [resource]
    while waiting:
        for user in graph.users(waiting.pop()):
            if user not in seen:
                seen.add(user)
                if user.kind is Kind.LOCAL:
                    waiting.append(user)
                else:
                    yield user


def _trusts(component: Component, module: Module, role: Resource) -> set[str]:
    """Return the services that may take *role* on, as far as the source names them."""
    trust = role.get("assume_role_policy")
    written = [value for value in (trust,) if value is not None and value.origin is not None]
    for key in named(module, trust):
        declared = module.find(*key)
        written += [declared.body] if declared is not None and declared.body.origin is not None else []
    return {found for value in written if value.origin for found in _SERVICE.findall(component.source(value.origin))}


def _is_taken_elsewhere(component: Component, role: Resource) -> bool:
    """Say whether another class takes *role* from an instance of this one."""
    if component.language != "cdktf" or not role.binding.startswith("self."):
        return False
    taken = re.compile(rf"\b(?!self\b)\w+\.{re.escape(role.binding.removeprefix('self.'))}\b")
    return any(taken.search(document.text) for document in component.documents.values())
