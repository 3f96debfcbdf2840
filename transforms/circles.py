"""Circles of resources in a template, and what can be taken out of them: rules of groups, policies of roles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from iacfix.transforms.edits import Edit, InsertResource, RemoveArgument, RemoveItem, Replace
from iacfix.transforms.model import (
    EMPTY,
    Entry,
    Kind,
    Literal,
    Mapping,
    Module,
    Reference,
    Resource,
    Sequence,
    Value,
    references,
)
from iacfix.transforms.templates import certain

GROUP = "aws_security_group"
ROLE, POLICIES, POLICY = "aws_iam_role", "Policies", "AWS::IAM::Policy"
RULES = {"SecurityGroupIngress": "Ingress", "SecurityGroupEgress": "Egress"}
# An egress rule without which a group would let everything out, once its own rules stand elsewhere.
NOTHING = Mapping(
    (
        Entry("CidrIp", Literal("127.0.0.1/32")),
        Entry("Description", Literal("no other way out")),
        Entry("IpProtocol", Literal("-1")),
    )
)


@dataclass(frozen=True, slots=True)
class Graph:
    """Which resource refers to which, and which only waits for which, by logical ID."""

    refers: dict[str, frozenset[str]]
    waits: dict[str, frozenset[str]]

    def without(self, one: str, other: str) -> Graph:
        """Return the graph in which *one* does not wait for *other*."""
        return replace(self, waits={**self.waits, one: self.waits.get(one, frozenset()) - {other}})

    def circles(self) -> list[frozenset[str]]:
        """Return the sets of resources in which each leads to each, and those that lead to themselves."""
        edges = {name: self.refers[name] | self.waits.get(name, frozenset()) for name in self.refers}
        return [part for part in _components(edges) if len(part) > 1 or any(n in edges[n] for n in part)]


def graph(module: Module) -> Graph:
    """Return the graph of *module*: of the references that count whatever the conditions are."""
    names = frozenset(resource.name for resource in module.of(Kind.RESOURCE))
    refers: dict[str, frozenset[str]] = {}
    waits: dict[str, frozenset[str]] = {}
    for resource in module.of(Kind.RESOURCE):
        refers[resource.name] = frozenset(r.name for r in certain(resource.body) if r.kind is Kind.RESOURCE) & names
        entry = resource.meta.entry("DependsOn")
        if entry is not None:
            waits[resource.name] = frozenset(r.name for r in references(entry.value)) & names
    return Graph(refers, waits)


def _components(edges: dict[str, frozenset[str]]) -> Iterator[frozenset[str]]:
    """Yield the strongly connected components, after Tarjan, without recursion."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on: set[str] = set()
    for root, first in edges.items():
        if root in index:
            continue
        work = [(root, iter(sorted(first)))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on.add(root)
        while work:
            node, successors = work[-1]
            for other in successors:
                if other not in index:
                    index[other] = low[other] = len(index)
                    stack.append(other)
                    on.add(other)
                    work.append((other, iter(sorted(edges[other]))))
                    break
                if other in on:
                    low[node] = min(low[node], index[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    found: set[str] = set()
                    while not found or node not in found:
                        found.add(other := stack.pop())
                        on.discard(other)
                    yield frozenset(found)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule of *group* in the list *rules* that names groups of the circle."""

    group: Resource
    argument: str
    rules: Sequence
    rule: Mapping
    named: frozenset[str]


def split_out(module: Module, circle: list[Resource]) -> tuple[Edit, ...]:
    """Return what makes resources of the rules that close *circle*; nothing where it is not made by rules alone."""
    names = frozenset(resource.name for resource in circle)
    if any(resource.type != GROUP for resource in circle):
        return ()
    rules = [rule for group in circle for rule in _rules(group, names)]
    inside = {group.name: {r.name for r in certain(group.body) if r.name in names} for group in circle}
    told = {group.name: {name for r in rules if r.group is group for name in r.named} for group in circle}
    if any(inside[name] != told[name] for name in names) or any(group.meta.entry("DependsOn") for group in circle):
        return ()
    kept: dict[str, frozenset[str]] = dict.fromkeys(names, frozenset())
    moved: list[_Rule] = []
    for rule in sorted(rules, key=lambda rule: rule.argument):  # egress first: what is moved is ingress, if it can be
        wider = {**kept, rule.group.name: kept[rule.group.name] | rule.named}
        if any(len(part) > 1 or any(n in wider[n] for n in part) for part in _components(wider)):
            moved.append(rule)
        else:
            kept = wider
    conditions = {r.meta.get("Condition") for r in circle}
    return tuple(_edits(module, moved)) if len(conditions) == 1 else ()


def _rules(group: Resource, names: frozenset[str]) -> Iterator[_Rule]:
    """Yield the rules of *group* that name groups of *names*."""
    for argument in RULES:
        rules = group.get(argument)
        for rule in rules.items if isinstance(rules, Sequence) else ():
            named = frozenset(r.name for r in certain(rule) if r.kind is Kind.RESOURCE) & names
            if named and isinstance(rule, Mapping) and isinstance(rules, Sequence):
                yield _Rule(group, argument, rules, rule, named)


def _edits(module: Module, moved: list[_Rule]) -> Iterator[Edit]:
    taken = {resource.name for resource in module.resources}
    done: list[int] = []
    for rule in moved:
        behind = [other for other in moved if other.rules is rule.rules]
        if id(rule.rules) not in done:
            done.append(id(rule.rules))
            yield from _left(rule, [other.rule for other in behind])
        resource = _resource(rule, taken)
        taken.add(resource.name)
        yield InsertResource(module, resource, after=rule.group)


def _left(rule: _Rule, gone: list[Mapping]) -> Iterator[Edit]:
    """Yield what takes the rules that are *gone* out of the list of *rule*."""
    kept = [item for item in rule.rules.items if not any(item is other for other in gone)]
    entry = rule.group.body.entry(rule.argument)
    if not kept and rule.argument == "SecurityGroupEgress":
        yield Replace(rule.rules, Sequence((NOTHING,)).in_place_of(rule.rules))
    elif not kept and entry is not None:
        yield RemoveArgument(rule.group, rule.group.body, entry)
    else:
        for item in gone:
            yield RemoveItem(rule.rules, next(i for i, other in enumerate(rule.rules.items) if other is item))


def _resource(rule: _Rule, taken: set[str]) -> Resource:
    """Return the resource that *rule* becomes."""
    own: Value = Reference(Kind.RESOURCE, GROUP, rule.group.name, ("GroupId",))
    ending = RULES[rule.argument]
    word = "From" if ending == "Ingress" else "To"
    others = sorted(rule.named - {rule.group.name})
    stem = f"{rule.group.name}{ending}{word}{others[0] if others else 'Itself'}"
    name = next(name for name in _numbered(stem) if name not in taken)
    body = Mapping((Entry("GroupId", own), *rule.rule.entries))
    condition = rule.group.meta.entry("Condition")
    meta = Mapping((Entry("Condition", condition.value.detached()),)) if condition else EMPTY
    type_ = f"AWS::EC2::SecurityGroup{ending}"
    return Resource(Kind.RESOURCE, type_, name, (body, meta), source_type=type_)


@dataclass(frozen=True, slots=True)
class _Policy:
    """A policy in the list *policies* of *role*, and what it refers to."""

    role: Resource
    policies: Sequence
    policy: Mapping
    named: frozenset[str]


def policies_out(module: Module, circle: list[Resource], found: Graph) -> tuple[Edit, ...]:
    """Return what makes resources of the policies that close *circle*; nothing where they are not all that does.

    A role is made without waiting for what its policies speak of, and they wait for both.
    """
    names = frozenset(resource.name for resource in circle)
    inside = [policy for role in circle if role.type == ROLE for policy in _policies(role, names)]
    moved = list(inside)
    if not moved or _circular(names, found, moved):
        return ()
    for policy in inside:  # what does not have to go stays
        others = [other for other in moved if other is not policy]
        if not _circular(names, found, others):
            moved = others
    taken = {resource.name for resource in module.resources}
    edits: list[Edit] = []
    for policy in moved:
        mine = [other.policy for other in moved if other.policies is policy.policies]
        if policy.policy is mine[0]:
            edits += _without(policy, mine)
        resource = _policy_resource(policy, taken)
        taken.add(resource.name)
        edits.append(InsertResource(module, resource, after=policy.role))
    return tuple(edits)


def _policies(role: Resource, names: frozenset[str]) -> Iterator[_Policy]:
    """Yield the policies of *role* that speak of *names*."""
    policies = role.get(POLICIES)
    for policy in policies.items if isinstance(policies, Sequence) else ():
        if isinstance(policy, Mapping) and isinstance(policies, Sequence) and policy.get("PolicyDocument"):
            named = frozenset(r.name for r in references(policy) if r.kind is Kind.RESOURCE)
            if named & names:
                yield _Policy(role, policies, policy, named)


def _circular(names: frozenset[str], found: Graph, moved: list[_Policy]) -> bool:
    """Say whether some of *names* wait for each other still without the policies that are *moved*."""
    left = dict(found.refers)
    for role in {policy.role.name: policy.role for policy in moved}.values():
        gone = [policy.policy for policy in moved if policy.role is role]
        policies = role.get(POLICIES)
        values = [entry.value for entry in role.body.entries if entry.name != POLICIES]
        values += policies.items if isinstance(policies, Sequence) else ()
        stay = [value for value in values if not any(value is other for other in gone)]
        said = {r.name for value in stay for r in certain(value) if r.kind is Kind.RESOURCE}
        left[role.name] = left[role.name] & said
    return any(part & names for part in replace(found, refers=left).circles())


def _without(policy: _Policy, gone: list[Mapping]) -> Iterator[Edit]:
    """Yield what takes the policies that are *gone* out of the role of *policy*."""
    entry = policy.role.body.entry(POLICIES)
    if len(gone) == len(policy.policies.items) and entry is not None:
        yield RemoveArgument(policy.role, policy.role.body, entry)
        return
    for item in gone:
        yield RemoveItem(policy.policies, next(i for i, other in enumerate(policy.policies.items) if other is item))


def _policy_resource(policy: _Policy, taken: set[str]) -> Resource:
    """Return the resource that *policy* becomes."""
    role = Reference(Kind.RESOURCE, ROLE, policy.role.name, ("name",))
    first = [entry for entry in policy.policy.entries if entry.name != "PolicyDocument"]
    last = [entry for entry in policy.policy.entries if entry.name == "PolicyDocument"]
    body = Mapping((*first, Entry("Roles", Sequence((role,))), *last))
    condition = policy.role.meta.entry("Condition")
    meta = Mapping((Entry("Condition", condition.value.detached()),)) if condition else EMPTY
    name = next(name for name in _numbered(f"{policy.role.name}Policy") if name not in taken)
    return Resource(Kind.RESOURCE, POLICY, name, (body, meta), source_type=POLICY)


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}{number}"
        number += 1
