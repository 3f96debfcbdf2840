"""Attach policies by name: ``role=role.name``, never ``role=role.arn``."""

# IamRolePolicyAttachment(stack, "old", role=role.arn, policy_arn=policy.arn)

HINT = """
IamRolePolicyAttachment(stack, "copy-me", role=role.arn, policy_arn=policy.arn)  # not code, but text
"""
